import { expect, test } from '@jest/globals';
import { memorySizes } from './memory.js';

const GIB = 1024 ** 3;

test.each([
  [2, 512, 256],
  [8, 512, 256],
  [23.4, 1024, 512],
  [24, 1024, 512],
  [64, 2688, 1344],
  [512, 4096, 2048],
])('a machine of %d GiB gives Neo4j a heap of %d MB and a page cache of %d MB', (gib, heap, pageCache) => {
  expect(memorySizes(gib * GIB)).toEqual({ heap, pageCache });
});
