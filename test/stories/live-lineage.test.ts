import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  LineageChangedDocument,
  type LineageChangedSubscription,
  type LineageChangedSubscriptionVariables,
} from '../support/generated/operations.js';
import type { HttpClient } from '../support/http-client.js';
import type { Heard } from '../support/live-client.js';
import type { TestApp } from '../support/test-app.js';
import { TwoServers } from '../support/two-servers.js';

let servers: TwoServers;
let one: TestApp;
let other: TestApp;
let http: HttpClient;

beforeAll(async () => {
  servers = await TwoServers.start();
  ({ http, one, other } = servers);
}, 300_000);
afterAll(() => servers?.stop());

interface Reported {
  readonly job: string;
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly type?: string;
  /** Columns of what is written. */
  readonly columns?: readonly string[];
  /** Other names of what is written. */
  readonly symlinks?: readonly string[];
}

const facet = { _producer: 'https://example.org/live', _schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/BaseFacet' };

/** One run of a job. */
async function report({ job, reads = [], writes = [], type = 'COMPLETE', columns, symlinks }: Reported): Promise<void> {
  const facets = {
    ...(columns && { schema: { ...facet, fields: columns.map((column) => ({ name: column, type: 'text' })) } }),
    ...(symlinks && { symlinks: { ...facet, identifiers: symlinks.map((name) => ({ namespace: 'live', name, type: 'TABLE' })) } }),
  };
  const event = {
    eventType: type,
    eventTime: new Date().toISOString(),
    producer: 'https://example.org/live',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: randomUUID() },
    job: { namespace: 'live', name: job },
    inputs: reads.map((name) => ({ namespace: 'live', name })),
    outputs: writes.map((name) => ({ namespace: 'live', name, facets })),
  };
  const { status } = await http.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)));
  expect(status).toBe(201);
}

type Following = Heard<LineageChangedSubscription>;

const follow = (variables: LineageChangedSubscriptionVariables, app: TestApp = one): Following =>
  servers.connect(app).subscribe(LineageChangedDocument, variables);

const told = (data: readonly LineageChangedSubscription[]) =>
  data.map(({ lineageChanged }) => lineageChanged).flatMap((each) => ('entityId' in each ? [each] : []));
const lines = (data: readonly LineageChangedSubscription[]): string[] =>
  told(data).map(({ change, entityId }) => `${change} ${entityId.replace(/^run:.*/, 'run')}`);
const begun = (heard: Following): Promise<unknown> => heard.until((data) => data.length > 0);

describe('who follows the lineage of something', () => {
  let begin: string;
  let heard: Following;

  test('hears of nothing outside of it, nor of what does not matter', async () => {
    await report({ job: 'load', reads: ['a'], writes: ['b'], columns: ['x'] });
    await report({ job: 'elsewhere', reads: ['u'], writes: ['v'], columns: ['x'] });
    heard = follow({ id: 'dataset:live/a', direction: 'DOWNSTREAM' });
    await begun(heard);
    begin = heard.data[0]!.lineageChanged.position;
    await report({ job: 'elsewhere', reads: ['u'], writes: ['v'], columns: ['x', 'y'] });
    await report({ job: 'elsewhere', reads: ['u'], writes: ['v'], type: 'FAIL' });
    await report({ job: 'load', reads: ['a'], writes: ['b'], columns: ['x'] });
    await http.query('mutation ($input: DescribeInput!) { describe(input: $input) { position } }', {
      input: { id: 'dataset:live/b', text: 'What is loaded.' },
    });
  });

  test('hears of other columns, and of runs that fail', async () => {
    await report({ job: 'load', reads: ['a'], writes: ['b'], columns: ['x', 'y'] });
    await report({ job: 'load', reads: ['a'], writes: ['b'], type: 'FAIL' });
    expect(lines(await heard.until((data) => lines(data).includes('CREATED run')))).toEqual([
      'CREATED dataset:live/b#y',
      'UPDATED dataset:live/b',
      'CREATED run',
    ]);
  });

  test('hears of what comes in, with it and from then on', async () => {
    await report({ job: 'later', reads: ['c'], writes: ['d'], columns: ['x'] });
    await report({ job: 'join', reads: ['b'], writes: ['c'], columns: ['x'] });
    await report({ job: 'later', reads: ['c'], writes: ['d'], columns: ['x', 'z'] });
    const data = await heard.until((all) => lines(all).includes('UPDATED dataset:live/d'));
    expect(lines(data).slice(3)).toEqual([
      'CREATED job:live/join',
      'CREATED dataset:live/c#x',
      'UPDATED dataset:live/c',
      'CREATED dataset:live/d#z',
      'UPDATED dataset:live/d',
    ]);
  });

  test('hears of what closes, and of nothing behind it any more', async () => {
    await report({ job: 'join', reads: ['u'], writes: ['c'], columns: ['x'] });
    await report({ job: 'later', reads: ['c'], writes: ['d'], columns: ['x'] });
    await report({ job: 'load', reads: ['a'], writes: ['b'], columns: ['y'] });
    const data = await heard.until((all) => lines(all).length >= 11);
    expect(lines(data).slice(8)).toEqual(['RELINKED job:live/join', 'REMOVED dataset:live/b#x', 'UPDATED dataset:live/b']);
  });

  test('hears of what is removed', async () => {
    await http.query('mutation ($input: RemoveInput!) { remove(input: $input) { position } }', { input: { id: 'dataset:live/b' } });
    await heard.until((all) => lines(all).includes('REMOVED dataset:live/b'));
  });

  test('and its columns under every name', async () => {
    await report({ job: 'named', reads: ['a'], writes: ['e'], columns: ['x'], symlinks: ['other-e'] });
    await report({ job: 'behind', reads: ['other-e'], writes: ['f'], columns: ['x'] });
    await report({ job: 'behind', reads: ['other-e'], writes: ['f'], columns: ['x', 'q'] });
    await heard.until((all) => lines(all).at(-1) === 'UPDATED dataset:live/f');
  });

  test('hears the same from the past, on any server, wherever it begins', async () => {
    const all = told(heard.data);
    for (const app of [one, other])
      for (const from of [Number(begin), ...all.map(({ position }) => Number(position))].filter((_, at) => at % 4 === 0)) {
        const again = follow({ id: 'dataset:live/a', direction: 'DOWNSTREAM', after: String(from) }, app);
        await again.until((data) => data.some(({ lineageChanged }) => !('entityId' in lineageChanged)));
        expect(told(again.data)).toEqual(all.filter(({ position }) => Number(position) > from));
        again.stop();
      }
  });

  test('goes as far as asked, and the way that is asked', async () => {
    const near = follow({ id: 'dataset:live/v', direction: 'UPSTREAM', depth: 1 });
    const far = follow({ id: 'dataset:live/v', direction: 'BOTH' });
    await Promise.all([near, far].map(begun));
    await report({ job: 'more', reads: ['v'], writes: ['w'], columns: ['x'] });
    await report({ job: 'fills', reads: [], writes: ['u'], columns: ['x'] });
    await report({ job: 'elsewhere', reads: ['u'], writes: ['v'], type: 'FAIL' });
    expect(lines(await near.until((data) => lines(data).length > 0))).toEqual(['CREATED run']);
    const heardFar = lines(await far.until((data) => lines(data).includes('CREATED run')));
    expect(heardFar).toEqual(expect.arrayContaining(['CREATED job:live/more', 'CREATED dataset:live/w', 'CREATED job:live/fills']));
    for (const each of [near, far]) each.stop();
  });

  test('is told what is wrong with the question', async () => {
    for (const [variables, message] of [
      [{ id: 'dataset:live/nowhere', direction: 'BOTH' }, /There is nothing/],
      [{ id: 'person:default/somebody', direction: 'BOTH' }, /There is nothing|begins at/],
      [{ id: 'dataset:live/a', direction: 'BOTH', depth: -1 }, /depth is -1/],
    ] as const) {
      const refused = follow(variables);
      await refused.ended;
      expect(refused.errors[0]!.message).toMatch(message);
    }
  });
});
