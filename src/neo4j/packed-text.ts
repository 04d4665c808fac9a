import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A text as it is kept on a node: a short one as it is, a long one deflated, since Neo4j stores text in small pieces. */
export interface PackedText {
  readonly body?: string | null;
  readonly packed?: Uint8Array | Int8Array | null;
}

const SHORT = 120;

export function packText(text: string): { body: string } | { packed: Int8Array } {
  if (text.length <= SHORT) return { body: text };
  const { buffer, byteOffset, byteLength } = deflateRawSync(text, { level: 1 });
  return { packed: new Int8Array(buffer, byteOffset, byteLength) };
}

export function unpackText({ body, packed }: PackedText): string {
  if (!packed) return body ?? '';
  return inflateRawSync(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)).toString('utf8');
}
