/**
 * `npm run test:faults`: eight connections post distinct events while the server, or its database, is killed again and again.
 * Afterwards each acknowledged event must be there exactly once. `--smoke`: one kill of each. `--kills N`: other than ten.
 */
import { parseArgs } from 'node:util';
import { killDatabase, killServer, type Outcome, twoInstances } from './scenarios.js';

const { values } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, kills: { type: 'string' }, only: { type: 'string' } },
});
const kills = Number(values.kills ?? (values.smoke ? 1 : 10));
const scenarios: Record<string, () => Promise<Outcome>> = {
  server: () => killServer(kills),
  database: () => killDatabase(kills),
  ...(!values.smoke && { 'two-instances': () => twoInstances(4_000) }),
};

let failed = 0;
for (const [name, run] of Object.entries(scenarios)) {
  if (values.only && values.only !== name) continue;
  console.error(`${name} ...`);
  const { acknowledged, retries, faults } = await run();
  console.log(`${name}: ${acknowledged} events acknowledged, ${retries} sent again, ${faults.length} wrong`);
  for (const fault of faults.slice(0, 20)) console.error(`  WRONG: ${fault}`);
  if (faults.length > 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
