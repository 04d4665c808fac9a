import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dbtBuild } from '../fixtures/openlineage/expected/dbt-build.js';
import type { ExpectedGraph } from '../fixtures/openlineage/expected/expected-graph.js';
import { pythonClient } from '../fixtures/openlineage/expected/python-client.js';
import { sparkEtl } from '../fixtures/openlineage/expected/spark-etl.js';
import { sparkMl } from '../fixtures/openlineage/expected/spark-ml.js';
import { HttpClient } from '../support/http-client.js';
import { freshNeo4j } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { type ReadDataset, type ReadJob, type ReadRun, readDatasets, readJobs, readRuns, walk } from './captured/graph-reader.js';

/**
 * Somebody points four real clients at Vinci and looks at what is there afterwards: the captured events are posted one by one
 * and the whole graph is read back by GraphQL, compared in both directions with lists written down by hand.
 */
const CAPTURES: readonly (readonly [file: string, expected: ExpectedGraph])[] = [
  ['python-client', pythonClient],
  ['dbt-build', dbtBuild],
  ['spark-etl', sparkEtl],
  ['spark-ml', sparkMl],
];
const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'openlineage');

/** A Neo4j and a server are started first; on a busy machine that takes minutes. */
const START_AND_LOAD_MS = 300_000;

let app: TestApp;
let client: HttpClient;
let datasets: ReadDataset[] = [];
let jobs: ReadJob[] = [];
let runs: ReadRun[] = [];

beforeAll(async () => {
  app = await startTestApp(await freshNeo4j());
  client = new HttpClient(app.url, app.token, 4);
  for (const [file] of CAPTURES) {
    const events = readFileSync(join(FIXTURES, `${file}.ndjson`), 'utf8')
      .trim()
      .split('\n');
    for (const event of events) {
      const answer = await client.post('/api/v1/lineage', Buffer.from(event));
      if (answer.status !== 201) throw new Error(`${file}: answered ${answer.status}: ${answer.body}`);
    }
  }
  [datasets, jobs, runs] = await Promise.all([readDatasets(client), readJobs(client), readRuns(client)]);
}, START_AND_LOAD_MS);
afterAll(async () => {
  client?.close();
  await app?.stop();
});

const expectedOf = <T>(pick: (expected: ExpectedGraph) => readonly T[]): T[] => CAPTURES.flatMap(([, expected]) => pick(expected));
/** orders_enriched is in two captures: things said twice count once. */
const sorted = (rows: readonly (readonly string[])[]): string[] => [...new Set(rows.map((row) => row.join(' -> ')))].sort();

describe('after the events of all captures', () => {
  it('there are these datasets and no others', () => {
    expect(datasets.map(({ dataset }) => dataset).sort()).toEqual(sorted(expectedOf((e) => e.datasets).map(({ dataset }) => [dataset])));
  });

  it('there are these jobs and no others', () => {
    expect(jobs.map(({ job }) => job).sort()).toEqual(sorted(expectedOf((e) => e.jobs).map(({ job }) => [job])));
  });

  it('jobs read these datasets now and no others, from both sides', () => {
    const feeds = sorted(expectedOf((e) => e.feeds));
    expect(sorted(jobs.flatMap(({ job, inputs }) => inputs.map((dataset) => [dataset, job])))).toEqual(feeds);
    expect(sorted(datasets.flatMap(({ dataset, consumedBy }) => consumedBy.map((job) => [dataset, job])))).toEqual(feeds);
  });

  it('jobs write these datasets now and no others, from both sides', () => {
    const produces = sorted(expectedOf((e) => e.produces));
    expect(sorted(jobs.flatMap(({ job, outputs }) => outputs.map((dataset) => [job, dataset])))).toEqual(produces);
    expect(sorted(datasets.flatMap(({ dataset, producedBy }) => producedBy.map((job) => [job, dataset])))).toEqual(produces);
  });

  it('lineage has the same edges, one step from each dataset', async () => {
    const steps = await Promise.all(datasets.map(({ id }) => walk(client, id, { direction: 'BOTH', depth: 1 })));
    const edges = steps.flatMap((step) => step.edges.map(([from, to, kind]) => [from, to, kind]));
    const expected = [
      ...expectedOf((e) => e.feeds).map((edge) => [...edge, 'FEEDS']),
      ...expectedOf((e) => e.produces).map((edge) => [...edge, 'PRODUCES']),
    ];
    expect(sorted(edges)).toEqual(sorted(expected));
  });

  it('columns are computed from these columns in these ways, and from no others', () => {
    expect(sorted(datasets.flatMap(({ derives }) => derives))).toEqual(sorted(expectedOf((e) => e.derives)));
  });

  it('columns decide about the rows of these datasets and no others', async () => {
    const sources = datasets.flatMap(({ id, columns }) => columns.map((column) => `${id}#${column.name}`));
    const steps = await Promise.all(
      sources.map((id) => walk(client, id, { direction: 'DOWNSTREAM', depth: 1, level: 'COLUMN', indirect: true })),
    );
    const edges = steps.flatMap((step) => step.edges.map(([from, to, kind]) => [from, to, kind]));
    const expected = [
      ...expectedOf((e) => e.derives).map(([from, to]) => [from, to, 'DERIVES']),
      ...expectedOf((e) => e.influences).map(([from, to]) => [from, to, 'INFLUENCES']),
    ];
    expect(sorted(edges)).toEqual(sorted(expected));
  });

  it('there are these runs, in these states, under these parents, and no others', () => {
    const expected = expectedOf((e) => e.runs).map(({ run, job, state, parent }) => [run, job, state, parent ?? 'no parent']);
    expect(sorted(runs.map(({ run, job, state, parent }) => [run, job, state, parent ?? 'no parent']))).toEqual(sorted(expected));
  });
});

describe.each(CAPTURES)('of %s', (_, expected) => {
  it.each(expected.datasets.map((each) => [each.dataset, each] as const))('%s is as it was described', (name, wanted) => {
    const found = datasets.find(({ dataset }) => dataset === name);
    const schema = found?.columns
      .filter(({ ordinal }) => ordinal !== null)
      .map((column) => `${column.name}: ${column.type ?? ''}`.replace(/: $/, ''));
    expect(schema).toEqual(wanted.schema ?? []);
    expect(found?.columns.filter(({ ordinal }) => ordinal === null).map((column) => column.name)).toEqual(wanted.named ?? []);
    expect(found).toMatchObject({
      description: wanted.description ?? null,
      owners: wanted.owners ?? [],
      facets: expect.arrayContaining([...(wanted.facets ?? [])]),
      versions: expect.arrayContaining([...(wanted.versions ?? [])]),
    });
    if (wanted.onlyNamed) expect(found?.described).toBe(false);
  });

  it('other names lead to the same dataset', async () => {
    for (const { dataset, alias } of expected.datasets) {
      const found = datasets.find((each) => each.dataset === dataset);
      expect(found?.aliases).toHaveLength(alias === undefined ? 0 : 1);
      if (alias === undefined) continue;
      const [namespace = '', name = ''] = alias.split(' ');
      const byAlias = await client.query<{ dataset: { id: string } | null }>(
        'query ($namespace: String!, $name: String!) { dataset(namespace: $namespace, name: $name) { id } }',
        { namespace, name },
      );
      expect(byAlias.dataset?.id).toBe(found?.id);
    }
  });

  it('jobs have their owners, and runs their times and errors', () => {
    for (const { job, owners = [] } of expected.jobs) expect(jobs.find((each) => each.job === job)?.owners).toEqual(owners);
    for (const { run, parent: _parent, ...said } of expected.runs) expect(runs.find((each) => each.run === run)).toMatchObject(said);
  });

  it.each(expected.apart)('nothing leads from %s to %s or back: %s', async (one, other) => {
    const start = [...datasets.map(({ dataset, id }) => [dataset, id]), ...jobs.map(({ job, id }) => [job, id])].find(
      ([name]) => name === one,
    );
    const all = await walk(client, start?.[1] ?? '', { direction: 'BOTH' });
    expect(all.complete).toBe(true);
    expect(all.found.has(one)).toBe(true);
    expect(all.found.has(other)).toBe(false);
  });
});

describe('who says so', () => {
  it('of a summary`s columns the job that created it, of the condition the job that wrote it again', async () => {
    const summary = datasets.find(({ dataset }) => dataset === 'file /srv/lab/spark/wh/lab_summary');
    const enriched = 'file /srv/lab/spark/data/orders_enriched';
    const created = 'labspark lab_etl.execute_create_data_source_table_as_select_command.default_lab_summary';
    const wrote = 'labspark lab_etl.adaptive_spark_plan.wh_lab_summary';
    const { edges } = await walk(client, summary?.id ?? '', { direction: 'UPSTREAM', depth: 1, level: 'COLUMN', indirect: true });
    const direct = await walk(client, `${summary?.id}#s`, { direction: 'UPSTREAM', depth: 1, level: 'COLUMN' });
    expect(direct.edges).toEqual([[`${enriched}#gross`, `${summary?.dataset}#s`, 'DERIVES', created]]);
    expect(edges.filter(([, , kind]) => kind === 'INFLUENCES').sort()).toEqual([
      [`${enriched}#amount`, summary?.dataset, 'INFLUENCES', wrote],
      [`${enriched}#country`, summary?.dataset, 'INFLUENCES', created],
    ]);
  });
});
