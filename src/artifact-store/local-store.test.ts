import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HeldContent } from './artifact-store.js';
import { LocalArtifactStore } from './local-store.js';
import { Spool } from './spool.js';

const CONTENT = 'what it is';
const HASH = createHash('sha256').update(CONTENT).digest('hex');
const DAY_MS = 24 * 3600_000;

let root: string;
let store: LocalArtifactStore;
let spool: Spool;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vinci-store-'));
  store = new LocalArtifactStore(root);
  spool = new Spool(join(root, 'incoming'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function* chunks(...texts: string[]): AsyncIterable<Buffer> {
  for (const each of texts) yield Buffer.from(each);
}

async function listed(): Promise<HeldContent[]> {
  const found: HeldContent[] = [];
  for await (const content of store.list()) found.push(content);
  return found;
}

describe('the store in a folder', () => {
  it('takes a file over, gives it back whole or in part, and removes it', async () => {
    const file = spool.partOf(HASH);
    expect(await spool.receive(file, 0, chunks('what ', 'it is'))).toEqual({ size: 10, hash: HASH });
    await store.add(HASH, file);
    expect(existsSync(file)).toBe(false);
    expect(await store.sizeOf(HASH)).toBe(10);
    expect(await text((await store.read(HASH))!)).toBe(CONTENT);
    expect(await text((await store.read(HASH, { start: 5, end: 6 }))!)).toBe('it');
    expect(await listed()).toEqual([{ hash: HASH, size: 10, since: expect.any(Number) }]);
    await store.remove(HASH);
    expect([await store.sizeOf(HASH), await store.read(HASH), await listed()]).toEqual([undefined, undefined, []]);
  });

  it.each(['../../etc/passwd', '', HASH.toUpperCase(), HASH.slice(1), `${HASH}\0`])('makes no path of %j', async (hash) => {
    const refused = /not the hash of an artifact/;
    await expect(store.sizeOf(hash)).rejects.toThrow(refused);
    await expect(store.read(hash)).rejects.toThrow(refused);
    await expect(store.add(hash, 'x')).rejects.toThrow(refused);
    await expect(store.remove(hash)).rejects.toThrow(refused);
    expect(() => spool.partOf(hash)).toThrow(refused);
  });

  it('lists nothing but what it put there', async () => {
    mkdirSync(join(root, 'ab', 'cd'), { recursive: true });
    for (const name of ['notes.txt', HASH, 'ab']) writeFileSync(join(root, 'ab', 'cd', name), 'x');
    expect(await listed()).toEqual([]);
  });
});

describe('the spool', () => {
  it('goes on at any place of what is there', async () => {
    const file = spool.partOf(HASH);
    await spool.receive(file, 0, chunks('what was'));
    expect(await spool.receive(file, 5, chunks('it is'))).toEqual({ size: 10, hash: undefined });
    expect(await spool.hashOf(file)).toBe(HASH);
  });

  it('keeps what came before a break', async () => {
    const file = spool.newFile();
    async function* broken(): AsyncIterable<Buffer> {
      yield Buffer.from('what ');
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('cut off');
    }
    await expect(spool.receive(file, 0, broken())).rejects.toThrow('cut off');
    expect(await spool.sizeOf(file)).toBe(5);
    await spool.remove(file);
    expect(await spool.sizeOf(file)).toBe(0);
  });

  it('clears what nobody went on with', async () => {
    const [old, young] = [spool.newFile(), spool.partOf(createHash('sha256').update(randomBytes(9)).digest('hex'))];
    for (const file of [old, young]) await spool.receive(file, 0, chunks('x'));
    const twoDaysAgo = (Date.now() - 2 * DAY_MS) / 1000;
    utimesSync(old, twoDaysAgo, twoDaysAgo);
    await spool.tidy(DAY_MS);
    expect(readdirSync(join(root, 'incoming')).map((name) => join(root, 'incoming', name))).toEqual([young]);
    await new Spool(join(root, 'nowhere')).tidy(DAY_MS);
  });
});
