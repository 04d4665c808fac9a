import { deepStrictEqual as equal, match, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from './playwright.js';
import type { Visitor } from './visitor.js';
import type { World } from './world.js';

const PATIENCE_MS = 15_000;
/** Within which sockets of a session that has ended are closed. */
const CLOSED_MS = 5_000;
/** What Chromium's console says of any answer with that status. */
const REFUSED = 'Failed to load resource: the server responded with a status of 401 (Unauthorized)';
const LOG_IN = 'Log in, or enter a token.';
const CHANGES = 'subscription { changes(kinds: [JOB]) { ... on Change { position change entityId } ... on Heartbeat { position } } }';

async function until(what: string, isSo: () => Promise<boolean> | boolean, patience = PATIENCE_MS): Promise<void> {
  for (const end = Date.now() + patience; !(await isSo()); await sleep(50)) ok(Date.now() < end, `Not within ${patience} ms: ${what}`);
}

const answered = (page: Page, text: string | RegExp): Promise<void> =>
  until(`an answer with ${text}`, async () => {
    const shown = await page.locator('.graphiql-response').innerText();
    return typeof text === 'string' ? shown.includes(text) : text.test(shown);
  });

/** Types it into GraphiQL, in place of what stands there, and runs it. */
async function run(page: Page, operation: string): Promise<void> {
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(operation);
  await page.keyboard.press('Control+Enter');
}

async function tell({ client }: World, name: string): Promise<void> {
  const event = {
    eventType: 'COMPLETE',
    eventTime: new Date().toISOString(),
    producer: 'https://example.org/browser',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: randomUUID() },
    job: { namespace: 'browser', name },
  };
  equal((await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)))).status, 201);
}

/** In GraphiQL, with a subscription that has heard of something. */
async function listening(world: World, visitor: Visitor, job: string): Promise<Page> {
  const page = await visitor.logIn('ada');
  await page.getByText('ada@example.org, ADMIN').waitFor();
  await run(page, CHANGES);
  await answered(page, '"position"');
  await tell(world, job);
  await answered(page, `"job:browser/${job}"`);
  return page;
}

const codes = (page: Page): Promise<number[]> => page.evaluate('codes');

export async function withoutSession(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.open('/graphiql');
  await page.getByText(LOG_IN).first().waitFor();
  await run(page, '{ viewer { name } }');
  await answered(page, LOG_IN);
  // That there is no session is an answer that Chromium complains of; nothing else may be.
  equal(visitor.complaints, [REFUSED]);

  await page.getByRole('link', { name: 'Log in' }).click();
  await visitor.fillIn(page, 'bob');
  await page.waitForURL(`${world.url}/graphiql`);
  await page.getByText('bob@example.org, READER').waitFor();
}

export async function withToken(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.open('/graphiql');
  await page.locator('.access input').fill(world.token);
  await page.getByText(', ADMIN').waitFor();
  await run(page, '{ viewer { role } }');
  await answered(page, '"ADMIN"');
  equal(visitor.complaints, [REFUSED]);
}

export async function login(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.logIn('ada', '/graphiql?from=a%20link');
  await page.getByText('ada@example.org, ADMIN').waitFor();
  const { value, ...cookie } = (await visitor.sessionCookie())!;
  match(value, /^[\w-]{43}$/);
  equal(cookie, {
    name: 'vinci-session',
    domain: 'localhost',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Strict',
  });
  equal(await page.evaluate('document.cookie'), '');
  ok(visitor.bearer.startsWith('vinci_page.'));
  const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  ok(!kept.includes(visitor.bearer), 'The token of the page is in its storage.');
  equal(visitor.complaints, []);
}

export async function queryAndSubscription(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.logIn('ada');
  await page.getByText('ada@example.org, ADMIN').waitFor();
  await run(page, '{ viewer { name role } }');
  await answered(page, /"name": "ada@example.org",\s+"role": "ADMIN"/);

  await run(page, CHANGES);
  await answered(page, '"position"');
  for (const job of ['first', 'second']) {
    await tell(world, job);
    await answered(page, `"job:browser/${job}"`);
  }
  equal(
    visitor.sockets.map((socket) => [socket.url(), socket.isClosed()]),
    [[`${world.url.replace('http', 'ws')}/graphql`, false]],
  );

  // All that makes style elements, dialogs or other requests: the documentation, the settings, the shortcuts.
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query', exact: true }).click();
  await page.getByText('datasets').first().waitFor();
  for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
    await page.getByRole('button', { name: dialog }).click();
    await page.getByRole('button', { name: 'Close dialog' }).click();
  }
  equal(visitor.complaints, []);
}

export async function logout(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await listening(world, visitor, 'before-logout');
  const former = visitor.bearer;
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByText(LOG_IN).first().waitFor();
  await until('the socket is closed', () => visitor.sockets.every((socket) => socket.isClosed()));
  equal(await visitor.sessionCookie(), undefined);
  await run(page, '{ viewer { name } }');
  await answered(page, LOG_IN);
  const asked = `fetch('/graphql?query={viewer{name}}', { headers: { authorization: 'Bearer ${former}' } })`;
  equal(await page.evaluate(`${asked}.then(({ status }) => status)`), 401);

  await page.getByRole('link', { name: 'Log out of the issuer, too' }).click();
  match(page.url(), new RegExp(`^${world.issuer.url}/session/end\\?`));
}

export async function endElsewhere(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await listening(world, visitor, 'before-end');
  const tab = await visitor.open('/graphiql');
  await tab.getByText('ada@example.org, ADMIN').waitFor();
  equal(await codes(page), []);
  await tab.getByRole('button', { name: 'Log out' }).click();
  await until('the server has closed the socket', async () => (await codes(page)).includes(4403), CLOSED_MS);
  await page.getByText(LOG_IN).first().waitFor();
}

/** Where no socket tells the page that its session is over, the next query does. */
export async function queryAfterEnd(world: World): Promise<void> {
  const visitor = await world.visitor();
  const page = await visitor.logIn('ada');
  await page.getByText('ada@example.org, ADMIN').waitFor();
  const tab = await visitor.open('/graphiql');
  await tab.getByRole('button', { name: 'Log out' }).click();
  await tab.getByText(LOG_IN).first().waitFor();
  await run(page, '{ viewer { name } }');
  await page.getByText(LOG_IN).first().waitFor();
}
