import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isContentHash } from '../catalog/artifact/content-hash.js';
import type { ArtifactStore, ByteRange, HeldContent } from './artifact-store.js';
import { keyOf } from './key.js';
import { orNoSpace } from './no-space.js';
import { removeStale } from './stale.js';

/** Read at once. Bytes. */
const CHUNK = 256 * 1024;

/** A folder: files under their hash, in two levels of folders. What is removed while it is read can be read to its end. */
export class LocalArtifactStore implements ArtifactStore {
  constructor(private readonly root: string) {}

  async sizeOf(hash: string): Promise<number | undefined> {
    return orUndefined(stat(this.path(hash)).then(({ size }) => size));
  }

  async read(hash: string, range?: ByteRange): Promise<Readable | undefined> {
    // Opened first: from now on it is there to the end.
    const file = await orUndefined(open(this.path(hash)));
    return file?.createReadStream({ ...range, highWaterMark: CHUNK });
  }

  async add(hash: string, file: string): Promise<void> {
    const path = this.path(hash);
    try {
      await mkdir(dirname(path), { recursive: true });
      await sync(file);
      await move(file, path, join(this.root, INCOMING));
      // The names, too, are to survive a loss of power.
      for (const folder of [dirname(path), dirname(dirname(path)), this.root]) await sync(folder);
    } catch (error) {
      throw orNoSpace(error);
    }
  }

  async remove(hash: string): Promise<void> {
    await rm(this.path(hash), { force: true });
  }

  async *list(): AsyncIterable<HeldContent> {
    for await (const outer of entriesOf(this.root))
      for await (const inner of entriesOf(join(this.root, outer)))
        for await (const hash of entriesOf(join(this.root, outer, inner))) {
          if (!isContentHash(hash) || keyOf(hash) !== `${outer}/${inner}/${hash}`) continue;
          const found = await orUndefined(stat(this.path(hash)));
          if (found) yield { hash, size: found.size, since: found.mtimeMs };
        }
  }

  tidy(olderThan: number): Promise<void> {
    return removeStale(join(this.root, INCOMING), olderThan);
  }

  private path(hash: string): string {
    return join(this.root, keyOf(hash));
  }
}

/** Where files are on their way into the store. */
export const INCOMING = 'incoming';

/** As a whole or not at all, from another file system too. */
async function move(from: string, to: string, between: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await mkdir(between, { recursive: true });
    const copy = join(between, `${randomUUID()}.copy`);
    try {
      await copyFile(from, copy);
      await sync(copy);
      await rename(copy, to);
    } finally {
      await rm(copy, { force: true });
    }
    await rm(from, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* entriesOf(folder: string): AsyncIterable<string> {
  const entries = await orUndefined(opendir(folder));
  if (entries) for await (const { name } of entries) yield name;
}

/** Undefined where there is no such file or folder. */
async function orUndefined<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
