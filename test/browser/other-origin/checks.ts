import { deepStrictEqual as equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../playwright.js';
import type { World } from '../world.js';

const SCRIPT = readFileSync(join(import.meta.dirname, 'attempts.js'), 'utf8');
const NOTHING = 'nothing';

/** What each attempt came to, by its name. */
const attempt = (page: Page, url: string, names = `Object.keys(attempts('${url}'))`): Promise<Record<string, string>> =>
  page.evaluate(`Promise.all(${names}.map(async (name) => [name, await attempt('${url}', name)])).then(Object.fromEntries)`);

/** The same does work in a page of ours: it is the origin that makes the difference. */
export async function ourOwn(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.logIn('ada');
  await page.evaluate(`{ ${SCRIPT} }`);
  const names = ['a token, as our page asks for it', 'a query', 'whether it is well', 'the script of GraphiQL', 'a socket'];
  const learnt = Object.values(await attempt(page, world.url, JSON.stringify(names))).map((text) => text.slice(0, 13));
  equal(learnt, ['200 {"token":', '401 {"errors"', '200 {"status"', 'a script load', 'a socket']);
}

export async function another(world: World, origin: 'sameSite' | 'otherSite'): Promise<void> {
  const visitor = await world.visitor();
  const ours = await visitor.logIn('ada');
  await ours.getByText('ada@example.org, ADMIN').waitFor();
  const cookie = await visitor.sessionCookie();

  const page = await visitor.open(world.others[origin]);
  // Cookies know no ports: what is served under the same name gets it sent, and that is why more is asked for than a cookie.
  equal(world.others.cookiesOf(origin).includes(cookie!.value), origin === 'sameSite');
  const learnt = await attempt(page, world.url);
  ok(Object.keys(learnt).length > 20);
  equal(
    Object.entries(learnt).filter(([, text]) => text !== NOTHING),
    [],
  );
  const shown = page.frames().map((frame) => frame.url());
  equal(
    shown.filter((url) => url.startsWith(world.url)),
    [],
  );

  equal(await visitor.sessionCookie(), cookie);
  await ours.getByRole('button', { name: 'Log out' }).waitFor();
  equal(await ours.evaluate(`fetch('/auth/token', { method: 'POST', headers: { 'vinci-page': '1' } }).then(({ status }) => status)`), 200);
}
