import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entityId } from '../../src/catalog/id.js';
import { CatalogWorld } from '../support/catalog-world.js';
import { DatasetAccessDocument } from '../support/generated/operations.js';

let world: CatalogWorld;

beforeAll(async () => {
  world = await CatalogWorld.open();
});
afterAll(() => world.close());

interface Read {
  dataset: {
    access: { uri: string | null; instructions: string | null; reason: string | null; snippets: { language: string; code: string }[] };
  };
}

async function accessTo(namespace: string, name: string): Promise<Read['dataset']['access']> {
  return (await world.ask<Read>(DatasetAccessDocument.toString(), { namespace, name })).dataset.access;
}

test('what people say of the source and producers of the dataset becomes code in three languages, without passwords', async () => {
  await world.said([
    { id: world.dataset('orders') },
    {
      id: `source:${world.ns}`,
      attributes: { access: { uri: 'postgres://ana:s3cret@db/shop', instructions: 'VPN first; password=s3cret' } },
    },
  ]);
  const access = await accessTo(world.ns, 'orders');
  expect(access).toMatchObject({ uri: 'postgres://db:5432/shop', reason: null, instructions: expect.stringMatching(/^VPN first/) });
  expect(access.snippets.map(({ language }) => language)).toEqual(['PYTHON', 'SCALA', 'SQL']);
  expect(JSON.stringify(access)).not.toContain('s3cret');
});

test('the format of files is what a producer’s storage facet says', async () => {
  const attributes = { 'facet:storage': { storageLayer: 'file', fileFormat: 'parquet' } };
  await world.said([{ id: `dataset:file/%2Fdata%2F${world.ns}`, attributes }, { id: `dataset:file/%2Fother%2F${world.ns}` }]);
  expect((await accessTo('file', `/data/${world.ns}`)).snippets[0]!.code).toContain(`pd.read_parquet("/data/${world.ns}")`);
  expect(await accessTo('file', `/other/${world.ns}`)).toMatchObject({
    uri: `file:///other/${world.ns}`,
    snippets: [],
    reason: expect.stringContaining('format'),
  });
});

test('where nothing is known there is a reason', async () => {
  await world.said([{ id: `dataset:${world.ns}-unknown/x` }]);
  expect(await accessTo(`${world.ns}-unknown`, 'x')).toEqual({
    uri: null,
    instructions: null,
    snippets: [],
    reason: expect.stringContaining('registerDataSource'),
  });
});

test('a hundred take as many statements as two', async () => {
  await world.said(Array.from({ length: 100 }, (_, at) => ({ id: world.dataset(`many-${at}`) })));
  const list = `query ($ns: String!, $first: Int) { datasets(filter: { namespace: $ns, nameContains: "many-" }, first: $first) { nodes { access { uri } } } }`;
  await world.ask(list, { ns: world.ns, first: 2 });
  const statements = world.counting.statements.length;
  const { datasets } = await world.ask<{ datasets: { nodes: object[] } }>(list, { ns: world.ns, first: 100 });
  expect([datasets.nodes.length, world.counting.statements.length]).toEqual([100, statements]);
  expect(statements).toBeLessThanOrEqual(3);
});

describe('a question about one thing', () => {
  const jobId = (): string => entityId('JOB', world.ns, 'nightly');
  const ask = async (query: string, id = jobId()): Promise<unknown> => (await world.ask<{ node: unknown }>(query, { id })).node;
  const statements = (): number => world.counting.statements.length;

  beforeAll(async () => {
    await world.ran({ job: 'nightly', run: 'nightly-1', reads: ['raw'], writes: ['tidy'] });
    await world.said([{ id: jobId(), attributes: { [`owner:team:${world.ns}/ops:OWNER`]: true } }]);
    await world.said([{ id: entityId('JOB', world.ns, 'idle') }]);
  });

  test('reads with its row what needs the id alone', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { id ... on Job { trigger latestRun { state } inputs { nodes { name } } outputs { nodes { name } } } } }';
    expect(await ask(query)).toEqual({
      id: jobId(),
      trigger: 'UNKNOWN',
      latestRun: { state: 'SUCCEEDED' },
      inputs: { nodes: [{ name: 'raw' }] },
      outputs: { nodes: [{ name: 'tidy' }] },
    });
    expect(statements()).toBe(4);
  });

  test('reads no row where nothing of it is asked', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Entity { kind name owners { owner { name } } } ... on Dataset { columns { nodes { id } } } } }';
    expect(await ask(query)).toEqual({ kind: 'JOB', name: 'nightly', owners: [{ owner: { name: 'ops' } }] });
    expect(statements()).toBe(1);
    expect(await ask(query, entityId('JOB', world.ns, 'idle'))).toEqual({ kind: 'JOB', name: 'idle', owners: [] });
    expect(await ask(query, entityId('JOB', world.ns, 'none'))).toBeNull();
    expect(await ask(query, 'job:none')).toBeNull();
    expect(await ask(query, 'none')).toBeNull();
  });

  test('of another name of a dataset answers for the one that counts', async () => {
    const [one, other] = ['legacy', 'tidy'].map((name) => world.dataset(name)) as [string, string];
    await world.said([{ id: other, attributes: { symlinks: [{ id: one }] } }]);
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Dataset { producedBy { nodes { name } } owners { role } } } }';
    const answers = await Promise.all([ask(query, one), ask(query, other)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ producedBy: { nodes: [{ name: 'nightly' }] }, owners: [] });
  });

  test('of a column, too, tells who owns it', async () => {
    await world.said([{ id: world.dataset('tidy'), attributes: { schema: [{ path: 'total', type: 'double' }] } }]);
    const id = world.column('tidy.total');
    await world.said([{ id, attributes: { [`owner:team:${world.ns}/ops:OWNER`]: true } }]);
    const query = 'query ($id: ID!) { node(id: $id) { ... on Column { name owners { owner { name } } } } }';
    expect(await ask(query, id)).toEqual({ name: 'total', owners: [{ owner: { name: 'ops' } }] });
  });

  test('says what is wrong with an argument where the field stands', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Job { runs(first: 1000) { nodes { id } } } } }';
    await expect(ask(query)).rejects.toThrow(/first is 1000/);
  });
});
