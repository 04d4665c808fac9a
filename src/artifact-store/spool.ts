import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkHash } from './key.js';
import { orNoSpace } from './no-space.js';
import { removeStale } from './stale.js';

export interface Received {
  /** What the file has now. Bytes. */
  readonly size: number;
  /** SHA-256 of the whole file, if all of it came in at once. */
  readonly hash: string | undefined;
}

/** Written at once, and kept in memory of one upload at most. Bytes. */
const BUFFER = 1024 * 1024;

/** Where uploads come in, until they are whole and checked. Files outlive the server, so that an upload can go on. */
export class Spool {
  constructor(private readonly folder: string) {}

  /** The file of an upload whose hash is known: whoever sends on finds it. Throws BadInput for anything but a hash. */
  partOf(hash: string): string {
    return join(this.folder, `${checkHash(hash)}.part`);
  }

  newFile(): string {
    return join(this.folder, `${randomUUID()}.upload`);
  }

  /** 0 when there is none. */
  async sizeOf(file: string): Promise<number> {
    return stat(file).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /** Writes what comes, from this place of the file on; what stood there is cut off. Throws NO_SPACE, and what `chunks` throws. */
  async receive(file: string, from: number, chunks: AsyncIterable<Buffer>): Promise<Received> {
    const hash = createHash('sha256');
    let size = from;
    async function* counted(): AsyncIterable<Buffer> {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (from === 0) hash.update(chunk);
        yield chunk;
      }
    }
    try {
      await mkdir(this.folder, { recursive: true });
      if (from > 0) await truncate(file, from);
      const out = createWriteStream(file, { flags: from === 0 ? 'w' : 'r+', start: from, highWaterMark: BUFFER });
      // Also when it breaks off: nobody else may write to the file before this is over.
      const closed = new Promise<void>((resolve) => out.once('close', () => resolve()));
      await pipeline(counted(), out).finally(() => closed);
    } catch (error) {
      throw orNoSpace(error);
    }
    return { size, hash: from === 0 ? hash.digest('hex') : undefined };
  }

  async hashOf(file: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { highWaterMark: BUFFER })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  async remove(file: string): Promise<void> {
    await rm(file, { force: true });
  }

  /** Removes uploads that nobody went on with for so many milliseconds. */
  tidy(olderThan: number): Promise<void> {
    return removeStale(this.folder, olderThan);
  }
}
