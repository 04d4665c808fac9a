/**
 * `npm run bench [stores | models | artifacts | live | viewers]`: the feature store, models, the artifact store, subscriptions, what rights cost, or the
 * estate of jobs and datasets;
 * `npm run bench smoke -- --smoke`: the first five for a moment, on one server.
 */
import { sharingVinci } from './databases.js';

const SMALL: Readonly<Record<string, () => Promise<unknown>>> = {
  stores: () => import('./stores/main.js'),
  models: () => import('./models/main.js'),
  artifacts: () => import('./artifacts/main.js'),
  live: () => import('./live/main.js'),
  viewers: () => import('./viewers/main.js'),
};

/** One after the other; fails when one of them does. */
async function smoke(): Promise<void> {
  let worst = 0;
  for (const run of Object.values(SMALL)) {
    await run();
    worst = Math.max(worst, Number(process.exitCode ?? 0));
  }
  process.exitCode = worst;
}

const which = process.argv[2] ?? '';
if (which === 'smoke') await sharingVinci(smoke);
else await (SMALL[which]?.() ?? import('./main.js'));
