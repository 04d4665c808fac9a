/**
 * `npm run sample`: fills a running Vinci with the estate of a phone company. VINCI_URL: where it runs; VINCI_TOKEN: a token of role EDITOR
 * or above. `npm start -- --sample` runs this as well. To see how Vinci is fed, go on with load.ts.
 */
import { load } from './load.js';
import { Refused, Vinci } from './vinci.js';

const url = process.env.VINCI_URL || 'http://127.0.0.1:4000';
const vinci = new Vinci(url, process.env.VINCI_TOKEN);
const started = Date.now();
try {
  console.log(`Telling ${url} of Halden Telecom ...`);
  await load(vinci);
  const { applied, unchanged } = vinci.told;
  console.log(`Told: ${applied} things were new, ${unchanged} known already (${Math.round((Date.now() - started) / 1000)} s).`);
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = 1;
}
