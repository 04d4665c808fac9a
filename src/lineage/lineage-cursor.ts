import { createHash } from 'node:crypto';
import { BadInput } from '../errors.js';
import type { LineageQuestion } from './lineage.js';

/** Where a page ended: in the answer to this question as it was at this position. */
export interface LineageCursor {
  readonly position: number;
  /** Hash of the question. */
  readonly question: string;
  /** How many nodes came before. */
  readonly place: number;
}

/** The same questions have the same hash; evidence aside, which does not change what the nodes are. */
export function hashOfQuestion({ id, direction, depth, level, kinds, includeIndirect }: LineageQuestion): string {
  const text = JSON.stringify([id, direction, depth, level, kinds && [...new Set(kinds)].sort(), includeIndirect]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

export function encodeLineageCursor({ position, question, place }: LineageCursor): string {
  return Buffer.from(JSON.stringify([position, question, place])).toString('base64url');
}

/** Throws BadInput when it is no cursor, or one of another question. */
export function decodeLineageCursor(text: string, question: LineageQuestion): LineageCursor {
  const cursor = parse(text);
  if (!cursor) throw new BadInput('after is not a cursor of a lineage: send the endCursor of the page before, as it came.', ['after']);
  if (cursor.question !== hashOfQuestion(question))
    throw new BadInput('after belongs to another lineage: send it with the same id, direction, depth, level, kinds and includeIndirect.', [
      'after',
    ]);
  return cursor;
}

function parse(text: string): LineageCursor | undefined {
  try {
    const [position, question, place] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof question !== 'string' || !isCount(position) || !isCount(place)) return undefined;
    return { position, question, place };
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
