import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { columnId, datasetId, entityId, jobId, runId } from '../../src/catalog/id.js';
import { CatalogWorld } from '../support/catalog-world.js';

/** Who sees a part of a large catalog finds it as soon as who sees all: what lies between is not looked through. */
let world: CatalogWorld;
const MUCH = 450;
/** Comes before the part in every list. */
const before = () => `${world.ns}-before`;
const beside = () => `${world.ns}-beside`;
const tag = () => entityId('TAG', 'default', `mine-${world.ns}`);
const domain = () => entityId('DOMAIN', 'default', `mine-${world.ns}`);
const schema = [{ path: 'customer_id', type: 'int', ordinal: 1 }];

beforeAll(async () => {
  world = await CatalogWorld.open();
  const much = Array.from({ length: MUCH }, (_, at) => `customer_${String(at).padStart(4, '0')}`);
  for (let at = 0; at < MUCH; at += 150)
    await world.said(
      much
        .slice(at, at + 150)
        .flatMap((name) => [{ id: datasetId(before(), name), attributes: { schema } }, { id: jobId(before(), name) }]),
    );
  await world.said(['the_customers_that_we_know', 'orders'].map((name) => ({ id: world.dataset(name), attributes: { schema } })));
  await world.said([
    { id: datasetId(before(), 'customer_0333'), attributes: { [`tag:${tag()}`]: true, domain: domain() } },
    { id: jobId(beside(), 'step'), attributes: { parent: world.job('nightly') } },
    { id: world.job('nightly') },
  ]);
  await world.ran({ job: 'nightly', reads: ['orders'] });
  for (let at = 0; at < 150; at++) {
    const job = jobId(before(), much[at]!);
    await world.said([{ id: job }, { id: runId(before(), `r${at}`), attributes: { job, 'state:SUCCEEDED': true } }]);
  }
}, 240_000);
afterAll(() => world?.close());

interface Asked {
  readonly ids: string[];
  /** Without those that ask what is seen. */
  readonly statements: number;
}

async function ids(field: string, scopes: readonly string[]): Promise<Asked> {
  const { data, errors } = await world.execute(`{ ${field} { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`, {}, { scopes });
  if (errors) throw errors[0];
  const [list] = Object.values(data as Record<string, { nodes: { id: string }[]; pageInfo: object }>);
  expect(list!.pageInfo).toMatchObject({ hasPreviousPage: false });
  return { ids: list!.nodes.map(({ id }) => id), statements: world.counting.statements.length };
}

describe('by a namespace', () => {
  const scopes = () => [`namespace:${world.ns}`];

  test.each(['datasets', 'columns', 'jobs'])('%s are listed without looking through all else', async (list) => {
    const { ids: found, statements } = await ids(`${list}(first: 10)`, scopes());
    const own = {
      datasets: [world.dataset('orders'), world.dataset('the_customers_that_we_know')],
      columns: ['orders', 'the_customers_that_we_know'].map((name) => columnId(world.dataset(name), 'customer_id')),
      // What is part of a job of the part lies in it, wherever it is.
      jobs: [jobId(beside(), 'step'), world.job('nightly')],
    }[list];
    expect(found).toEqual(own);
    expect(statements).toBeLessThanOrEqual(4);
  });

  test('a list that is read on from a cursor goes on where it was', async () => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const query =
        'query ($after: String) { datasets(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }';
      const { data } = await world.execute(query, { after }, { scopes: scopes() });
      const { nodes, pageInfo } = (data as { datasets: { nodes: { id: string }[]; pageInfo: Record<string, unknown> } }).datasets;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor as string;
      more = pageInfo.hasNextPage === true;
    }
    expect(found).toEqual([world.dataset('orders'), world.dataset('the_customers_that_we_know')]);
  });

  test('runs are those of its jobs, newest first', async () => {
    const { ids: found, statements } = await ids('runs(first: 10)', scopes());
    expect(found).toEqual([world.run('run-1')]);
    expect(statements).toBeLessThanOrEqual(2);
  });

  test('what is called alike, and better, elsewhere does not crowd out what is found', async () => {
    const { data } = await world.execute(
      '{ suggest(text: "customer") { entity { id } } search(query: "customer") { nodes { id } count complete } }',
      {},
      { scopes: scopes() },
    );
    const { suggest, search } = data as { suggest: { entity: { id: string } }[]; search: { nodes: { id: string }[] } };
    expect(suggest.map(({ entity }) => entity.id)).toContain(world.dataset('the_customers_that_we_know'));
    expect(search).toMatchObject({ complete: true });
    expect(search.nodes.map(({ id }) => id)).toContain(world.dataset('the_customers_that_we_know'));
  });
});

describe.each([
  ['a tag', tag],
  ['a domain', domain],
])('by %s', (_, scope) => {
  test('what carries it is listed and found, wherever it lies', async () => {
    const dataset = datasetId(before(), 'customer_0333');
    const { ids: found, statements } = await ids('datasets(first: 10)', [scope()]);
    expect(found).toEqual([dataset]);
    expect(statements).toBeLessThanOrEqual(4);
    expect((await ids('columns(first: 10)', [scope()])).ids).toEqual([columnId(dataset, 'customer_id')]);
    const { data } = await world.execute('{ suggest(text: "customer") { entity { id } } }', {}, { scopes: [scope()] });
    expect((data as { suggest: { entity: { id: string } }[] }).suggest.map(({ entity }) => entity.id)).toContain(dataset);
  });
});
