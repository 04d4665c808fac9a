/**
 * `npm run bench stores`: a feature store registered through the API of the built server, then searched, next to the same searches
 * written by hand for the driver. Answers are checked as well: a wrong one fails the bench, a missed target only with --strict.
 */
import { parseArgs } from 'node:util';
import { RegisterFeatureTableDocument } from '../../support/generated/operations.js';
import { HttpClient } from '../../support/http-client.js';
import { withVinci } from '../databases.js';
import { machineLine } from '../machine.js';
import { type Row, table } from '../table.js';
import { FEATURES_PER_TABLE, type FeatureEstate, makeFeatureEstate } from './feature-estate.js';
import { checkSearch, measureSearch } from './find-features.js';
import { SEARCHES } from './searches.js';

const TABLES = 1000;
const SMOKE_TABLES = 20;
/** Vinci's time over the hand-written query's. */
const TARGET = 2;
const CONNECTIONS = 4;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { tables: { type: 'string' }, smoke: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
});
const tables = Number(values.tables ?? (values.smoke ? SMOKE_TABLES : TABLES));
if (!Number.isInteger(tables) || tables < 1)
  throw new Error(`--tables is "${values.tables}"; npm run bench stores -- [--tables N] [--smoke] [--strict]`);
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const rows: Row[] = [];
const faults: string[] = [];

/** Registers everything, several at once; gives tables per second. */
async function fill(client: HttpClient, estate: FeatureEstate): Promise<number> {
  for (const event of estate.events) await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)));
  const began = performance.now();
  const waiting = [...estate.tables];
  const work = async (): Promise<void> => {
    for (let input = waiting.pop(); input; input = waiting.pop()) {
      const { registerFeatureTable } = await client.query(RegisterFeatureTableDocument, { input });
      const [receipt] = registerFeatureTable.receipts;
      if (receipt?.outcome !== 'APPLIED') faults.push(`${input.name}: ${JSON.stringify(receipt)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return (estate.tables.length * 1000) / (performance.now() - began);
}

await withVinci(async (vinci, driver) => {
  const client = new HttpClient(vinci.url, vinci.token, CONNECTIONS);
  say(`${tables} tables are registered ...`);
  const rate = await fill(client, makeFeatureEstate(tables));
  rows.push({ what: `tables of ${FEATURES_PER_TABLE} features registered per second`, vinci: rate.toFixed(1) });
  // A server that has run for a while is what people have: Java compiles what it reads with in the first minute.
  say('The searches are checked and warmed up ...');
  for (const search of SEARCHES) faults.push(...(await checkSearch(client, driver, search)));
  if (!values.smoke) for (const search of SEARCHES) await measureSearch(client, driver, search);
  for (const search of SEARCHES) {
    say(`Features ${search.what} ...`);
    const { vinci: own, plain } = await measureSearch(client, driver, search, values.smoke ? 1 : undefined);
    const ratio = own / plain;
    const target = { target: `<= ${TARGET} x plain`, met: ratio <= TARGET };
    rows.push({ what: `20 features ${search.what}, ms`, vinci: own.toFixed(1), plain: plain.toFixed(1), ratio, ...target });
  }
  client.close();
});

const missed = rows.filter((row) => row.met === false);
console.log(`\nnpm run bench stores ${process.argv.slice(3).join(' ')}`.trimEnd());
console.log(`${machineLine()}\n${tables} feature tables, ${tables * FEATURES_PER_TABLE} features\n`);
console.log(table(rows));
for (const fault of faults.slice(0, 20)) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong answers, ${missed.length} targets missed.`);
process.exitCode = faults.length > 0 || (values.strict && missed.length > 0) ? 1 : 0;
