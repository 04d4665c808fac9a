import type { Database } from '../neo4j/database.js';
import { READ_HEAD } from '../write/commit.cypher.js';

/** Where a hash chain stood: the last position, and the hash of the batch that ends there. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

export async function readHead(database: Database): Promise<ChainHead> {
  const [head] = await database.read<ChainHead>(READ_HEAD);
  return { position: head?.position ?? 0, hash: head?.hash ?? '' };
}

/** As the operator's log has it, and `vinci audit verify --head` takes it. */
export const printHead = ({ position, hash }: ChainHead): string => `${position}:${hash}`;

/** Undefined when it is none. */
export function parseHead(text: string): ChainHead | undefined {
  const [, position, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  return position && hash ? { position: Number(position), hash } : undefined;
}
