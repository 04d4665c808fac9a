import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findJava, parseJavaVersion } from './java.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinci-java-'));
  for (const version of ['1.8.0_292', '11.0.2', '17.0.15', '25.0.3']) {
    const bin = join(folder, version, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'java'), `#!/bin/sh\necho 'openjdk version "${version}" 2025-04-15' >&2\n`);
    chmodSync(join(bin, 'java'), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (version: string): string => join(folder, version);

test('reads old and new version numbers', () => {
  expect(parseJavaVersion('openjdk version "17.0.15" 2025-04-15')).toBe(17);
  expect(parseJavaVersion('java version "1.8.0_292"')).toBe(8);
  expect(parseJavaVersion('openjdk version "25" 2025-09-16')).toBe(25);
  expect(parseJavaVersion('command not found')).toBeUndefined();
});

test('JAVA_HOME is respected when it is new enough, also when a supported version is on the PATH', async () => {
  expect(await findJava({ JAVA_HOME: at('25.0.3'), PATH: join(at('17.0.15'), 'bin') })).toMatchObject({ version: 25, home: at('25.0.3') });
});

test('a JAVA_HOME that is too old gives way to the PATH', async () => {
  expect(await findJava({ JAVA_HOME: at('11.0.2'), PATH: join(at('17.0.15'), 'bin') })).toMatchObject({ version: 17, home: at('17.0.15') });
});

test('a supported version goes before a newer one that comes first on the PATH', async () => {
  const PATH = ['1.8.0_292', '25.0.3', '17.0.15'].map((version) => join(at(version), 'bin')).join(':');
  expect(await findJava({ PATH })).toMatchObject({ version: 17 });
});
