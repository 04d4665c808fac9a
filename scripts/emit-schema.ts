/** `npm run schema` writes schema/schema.graphql; with `--check` it fails when the file differs from what the code says. */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printVinciSchema } from '../src/graphql/schema.js';

const file = join(import.meta.dirname, '..', 'schema', 'schema.graphql');
const sdl = `# Emitted by npm run schema; never edited by hand.\n\n${printVinciSchema().trimEnd()}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, sdl);
else if (readFileSync(file, 'utf8') !== sdl) {
  console.error('schema/schema.graphql is not what the code says: run npm run schema and commit it.');
  process.exitCode = 1;
}
