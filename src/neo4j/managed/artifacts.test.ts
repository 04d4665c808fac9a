import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseDownloadedBytes } from './artifacts.js';
import { nothingToRunWith } from './launcher.js';
import { NEO4J_VERSION } from './release.js';

test('the version in pom.xml is the one the code expects', () => {
  const pom = readFileSync(join(import.meta.dirname, 'pom.xml'), 'utf8');
  expect(pom).toContain(`<neo4j.version>${NEO4J_VERSION}</neo4j.version>`);
});

test("reads sizes from Maven's lines", () => {
  expect(parseDownloadedBytes('[INFO] Downloaded from central: https://x/y/zstd-jni-1.5.6-3.jar (6.7 MB at 49 MB/s)')).toBe(6_700_000);
  expect(parseDownloadedBytes('[INFO] Downloaded from central: https://x/y/z.jar (985 B at 9 kB/s)')).toBe(985);
  expect(parseDownloadedBytes('[INFO] Downloaded from central: https://x/y/z.pom (8.5 kB at 85 kB/s)')).toBeUndefined();
});

test('names exactly what is missing when nothing can run Neo4j', () => {
  expect(nothingToRunWith(true, false)).toMatch(/install Maven, or start Docker, or set NEO4J_URI/);
  expect(nothingToRunWith(false, false)).toMatch(/install a JDK \(17 or 21\) and Maven, or/);
});
