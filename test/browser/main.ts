/**
 * `npm run test:browser`: people who log in, and what they do then, in a real Chromium, against the built server and a real issuer. What
 * a page looked like when something failed is kept as pictures.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as graphiql from './graphiql.js';
import * as otherOrigin from './other-origin/checks.js';
import { World } from './world.js';

const checks: readonly (readonly [name: string, run: (world: World) => Promise<void>])[] = [
  ['logging in leads back, and leaves a cookie that no script reads', graphiql.login],
  ['GraphiQL offers to log in', graphiql.withoutSession],
  ['GraphiQL takes a token', graphiql.withToken],
  ['GraphiQL runs a query and a subscription, and its console is silent', graphiql.queryAndSubscription],
  ['logging out ends the session', graphiql.logout],
  ['logging out in another tab closes the socket', graphiql.endElsewhere],
  ['after logging out in another tab the next query is refused', graphiql.queryAfterEnd],
  ['a page of ours gets a token and opens a socket', otherOrigin.ourOwn],
  ['a page of another origin of the same site does nothing and learns nothing', (world) => otherOrigin.another(world, 'sameSite')],
  ['nor does one of another site', (world) => otherOrigin.another(world, 'otherSite')],
];

async function main(): Promise<boolean> {
  const world = await World.start();
  let folder: string | undefined;
  let failed = 0;
  try {
    for (const [index, [name, run]] of checks.entries()) {
      const began = Date.now();
      try {
        await run(world);
        console.log(`passed: ${name} (${Date.now() - began} ms)`);
        await world.leave();
      } catch (error) {
        failed += 1;
        folder ??= mkdtempSync(join(tmpdir(), 'vinci-browser-pictures-'));
        console.log(`FAILED: ${name}: ${error instanceof Error ? error.stack : error}\n  pictures: ${folder}, ${index + 1}-*.png`);
        await world.leave(folder, String(index + 1));
      }
    }
  } finally {
    await world.stop();
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
