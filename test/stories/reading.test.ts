import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
