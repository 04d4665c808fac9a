/**
 * Compares schema/schema.graphql with schema/contract.graphql. What is lacking must stand in schema/owed.json, which only
 * shrinks: `--update` takes out what is no longer owed (and makes the list when there is none).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithContract } from './contract/compare.js';
import { checkOwed, covers } from './contract/owed.js';
import { onMain } from './on-main.js';

const OWED = 'schema/owed.json';
const inRoot = (path: string): string => join(import.meta.dirname, '..', path);
const read = (path: string): string => readFileSync(inRoot(path), 'utf8');

const { missing, contradictions } = compareWithContract(read('schema/contract.graphql'), read('schema/schema.graphql'));
if (process.argv.includes('--update')) {
  const listed: string[] | undefined = existsSync(inRoot(OWED)) ? JSON.parse(read(OWED)) : undefined;
  const kept = listed ? missing.filter((path) => listed.some((entry) => covers(entry, path))) : missing;
  writeFileSync(inRoot(OWED), `${JSON.stringify([...kept].sort(), null, 2)}\n`);
}
const before = onMain(OWED);
const faults = checkOwed(missing, JSON.parse(read(OWED)), before === undefined ? undefined : JSON.parse(before));

const messages = [
  ...contradictions,
  ...faults.lacking.map((path) => `${path} is in the contract and lacking in the schema.`),
  ...faults.paid.map((path) => `${path} is listed in ${OWED} but is there now: take it out (npm run check:contract -- --update).`),
  ...faults.grown.map((path) => `${path} was added to ${OWED}, which may only shrink.`),
];
for (const message of messages) console.error(message);
console.log(messages.length === 0 ? `The schema keeps to the contract; ${missing.length} things are owed.` : `${messages.length} faults.`);
process.exitCode = messages.length === 0 ? 0 : 1;
