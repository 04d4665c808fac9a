import type { Readable } from 'node:stream';

/** Of bytes, from 0; both ends are included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface HeldContent {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** When it came in, milliseconds since 1970. */
  readonly since: number;
}

/**
 * Holds bytes under the SHA-256 of what they are, and knows nothing of the catalog. Hashes are 64 hex digits; anything else is
 * refused (BadInput) before it could become part of a path. Throws Unavailable when it cannot be reached, NO_SPACE when it is full.
 */
export interface ArtifactStore {
  /** Bytes; undefined when it does not hold this content. */
  sizeOf(hash: string): Promise<number | undefined>;
  /** All of it, or a range that lies within it. Undefined when it does not hold it. What is being read may be removed meanwhile. */
  read(hash: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Takes over a file whose content has this hash: it is there as a whole once this resolves, and the file is gone. */
  add(hash: string, file: string): Promise<void>;
  remove(hash: string): Promise<void>;
  list(): AsyncIterable<HeldContent>;
  /** Removes what an `add` that was interrupted so many milliseconds ago left behind. */
  tidy(olderThan: number): Promise<void>;
}
