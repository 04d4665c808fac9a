import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { columnId, entityId, featureOf } from '../../src/catalog/id.js';
import type { Kind } from '../../src/catalog/kind.js';
import { STORED_KINDS } from '../../src/catalog/projection.js';
import { UNSEARCHED } from '../../src/search/search-words.js';
import type { Statement } from '../../src/write/fact.js';
import { sha256 } from '../support/artifact-client.js';
import { CatalogWorld } from '../support/catalog-world.js';

/** Each kind that is stored can be found, looked up and followed: a kind that is new to the catalog fails here until all is there. */
let world: CatalogWorld;

/** One of each kind, by its id. A new kind gets its line here and, where nothing else makes one, a claim in `beforeAll`. */
const idOfOne: Readonly<Partial<Record<Kind, () => string>>> = {
  DATA_SOURCE: () => entityId('DATA_SOURCE', world.ns),
  DATASET: () => world.dataset('walked'),
  DATASET_VERSION: () => entityId('DATASET_VERSION', world.ns, 'walked', 'run-walked'),
  COLUMN: () => columnId(world.dataset('walked'), 'step'),
  JOB: () => world.job('walking'),
  RUN: () => world.run('run-walked'),
  PERSON: () => entityId('PERSON', world.ns, 'walker'),
  TEAM: () => entityId('TEAM', world.ns, 'walkers'),
  TAG: () => entityId('TAG', world.ns, 'walkable'),
  TERM: () => entityId('TERM', world.ns, 'walk'),
  DOMAIN: () => entityId('DOMAIN', world.ns, 'walks'),
  CONNECTOR: () => entityId('CONNECTOR', 'default', `https://example.org/${world.ns}`),
  STATISTICS: () => entityId('STATISTICS', world.ns, 'walked', '2026-01-01 00:00:00'),
  ARTIFACT: () => entityId('ARTIFACT', sha256(Buffer.from(world.ns))),
  FEATURE_TABLE: () => entityId('FEATURE_TABLE', world.ns, 'gaits'),
  FEATURE_TABLE_VERSION: () => entityId('FEATURE_TABLE_VERSION', world.ns, 'gaits', '1'),
  FEATURE: () => featureOf(idOf('FEATURE_TABLE'), 'pace'),
  SEGMENT: () => entityId('SEGMENT', world.ns, 'stride'),
  SEGMENT_VERSION: () => entityId('SEGMENT_VERSION', world.ns, 'stride', '1'),
  PIPELINE: () => entityId('PIPELINE', world.ns, 'march'),
  PIPELINE_VERSION: () => entityId('PIPELINE_VERSION', world.ns, 'march', '1'),
  WORKFLOW: () => entityId('WORKFLOW', world.ns, 'parade'),
  MODEL: () => entityId('MODEL', world.ns, 'gait'),
  TRAINED_MODEL: () => entityId('TRAINED_MODEL', world.ns, 'gait', '1'),
  PREDICTION_SET: () => entityId('PREDICTION_SET', world.ns, 'paces'),
  EVALUATION: () => entityId('EVALUATION', world.ns, 'gait', '1', '2026-01-01 00:00:00'),
  INCIDENT: () => entityId('INCIDENT', world.ns, 'limping'),
  DEPLOYMENT: () => entityId('DEPLOYMENT', world.ns, 'gait'),
  RELEASE: () => entityId('RELEASE', world.ns, 'gait', '1'),
  ENVIRONMENT: () => entityId('ENVIRONMENT', world.ns),
  WORKFLOW_VERSION: () => entityId('WORKFLOW_VERSION', world.ns, 'parade', '1'),
};

/** Definitions are built on each other, up to one that makes what everything else walks from. */
async function define(): Promise<void> {
  const say = (statement: Statement) =>
    world.writer.submit({ producer: 'person:walker', at: world.tick(), claims: [], statement, raw: { subject: statement.subject } });
  const version = (kind: 'SEGMENT' | 'PIPELINE' | 'WORKFLOW', parts: string[], makes: string[] = []) => {
    const subject = idOf(`${kind}_VERSION`);
    const inputs = [idOf(kind), ...parts].map((dataset) => ({ dataset }));
    const outputs = makes.map((dataset) => ({ dataset }));
    return say({ subject, method: 'DECLARED', inputs, outputs, columns: [] });
  };
  await version('SEGMENT', []);
  await version('PIPELINE', [idOf('SEGMENT_VERSION')]);
  await version('WORKFLOW', [idOf('PIPELINE_VERSION')], [world.dataset('start')]);
  const table = idOf('FEATURE_TABLE');
  const start = world.dataset('start');
  const derivations = [{ dataset: start, field: 'step', to: 'pace', transformations: [] }];
  await say({
    subject: table,
    method: 'DECLARED',
    inputs: [{ dataset: start }],
    outputs: [],
    columns: [{ output: table, derivations, indirect: [] }],
  });
  const flow = (subject: string, ...from: string[]) =>
    say({ subject, method: 'DECLARED', inputs: from.map((dataset) => ({ dataset })), outputs: [], columns: [] });
  await flow(idOf('MODEL'), table, idOf('FEATURE'));
  await flow(idOf('TRAINED_MODEL'), idOf('MODEL'));
  await flow(idOf('PREDICTION_SET'), idOf('TRAINED_MODEL'));
  await flow(idOf('DEPLOYMENT'), idOf('TRAINED_MODEL'));
}

/** What no data flows through, and why: lineage says so. */
const WITHOUT_LINEAGE: Readonly<Partial<Record<Kind, string>>> = {
  DATA_SOURCE: 'it holds datasets; those have lineage',
  PERSON: 'people own things',
  TEAM: 'teams own things',
  TAG: 'a tag marks things',
  TERM: 'a term says what things mean',
  DOMAIN: 'things belong to a domain',
  CONNECTOR: 'it reports; jobs read and write',
  STATISTICS: 'it measures a dataset; that has lineage',
  EVALUATION: 'it measures a trained model; that has lineage',
  RELEASE: 'it says what its deployment served; that has lineage',
  ENVIRONMENT: 'deployments are in it; those have lineage',
  INCIDENT: 'it is about a trained model; that has lineage',
  ARTIFACT: 'things refer to it; those have lineage',
  FEATURE_TABLE_VERSION: 'it says what the table was; that has lineage',
};

beforeAll(async () => {
  world = await CatalogWorld.open();
  const producer = `https://example.org/${world.ns}`;
  await define();
  await world.ran({ job: 'walking', run: 'run-walked', reads: ['start'], writes: ['walked'], producer });
  const column = columnId(world.dataset('walked'), 'step');
  await world.said([
    { id: idOf('EVALUATION'), attributes: { evaluation: { at: '2026-01-01 00:00:00', metrics: [] } } },
    { id: idOf('INCIDENT'), attributes: { incident: { criterion: 'pace' } } },
    { id: idOf('ARTIFACT'), attributes: { name: 'stride.jar', stored: true } },
    { id: idOf('RELEASE'), attributes: { release: { number: 1, serving: [] } } },
    { id: idOf('STATISTICS'), attributes: { statistics: { rowCount: 1 } } },
    { id: idOf('FEATURE_TABLE_VERSION'), attributes: { definition: { features: [] }, draft: false } },
    { id: world.dataset('walked'), attributes: { schema: [{ path: 'step', type: 'int' }] } },
    {
      id: column,
      attributes: {
        documentation: { description: 'One foot before the other' },
        [`owner:${idOfOne.PERSON!()}:OWNER`]: true,
        [`owner:${idOfOne.TEAM!()}:OWNER`]: true,
        [`tag:${idOfOne.TAG!()}`]: true,
        [`term:${idOfOne.TERM!()}`]: true,
        domain: idOfOne.DOMAIN!(),
      },
    },
  ]);
});
afterAll(() => world.close());

const idOf = (kind: Kind): string => {
  const make = idOfOne[kind];
  if (!make) throw new Error(`${kind} is stored; no test walks it: give it a line in idOfOne.`);
  return make();
};

test.each(STORED_KINDS)('%s by node(id)', async (kind) => {
  const { node } = await world.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id ... on Entity { kind } } }', {
    id: idOf(kind),
  });
  expect(node).toEqual({ id: idOf(kind), kind });
});

test.each(STORED_KINDS.filter((kind) => !UNSEARCHED[kind]))('%s by search, by its name and by its id', async (kind) => {
  const SEARCH =
    'query ($query: String!, $kinds: [EntityKind!]) { search(query: $query, filter: { kinds: $kinds }, first: 100) { nodes { id } } }';
  const { node } = await world.ask<{ node: { name: string } }>('query ($id: ID!) { node(id: $id) { ... on Entity { name } } }', {
    id: idOf(kind),
  });
  for (const query of [node.name, idOf(kind)]) {
    const { search } = await world.ask<{ search: { nodes: { id: string }[] } }>(SEARCH, { query, kinds: [kind] });
    expect(search.nodes.map(({ id }) => id)).toContain(idOf(kind));
  }
});

test.each(Object.entries(UNSEARCHED))('%s not by search: %s', async (kind) => {
  const { search } = await world.ask<{ search: { nodes: unknown[] } }>(
    'query ($kinds: [EntityKind!]) { search(filter: { kinds: $kinds }) { nodes { id } } }',
    {
      kinds: [kind],
    },
  );
  expect(search.nodes).toEqual([]);
});

const LINEAGE = 'query ($id: ID!) { lineage(id: $id, direction: BOTH) { root { id } nodes { entity { id } } } }';

test.each(STORED_KINDS.filter((kind) => !WITHOUT_LINEAGE[kind]))('%s by lineage', async (kind) => {
  const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(LINEAGE, { id: idOf(kind) });
  expect(lineage.nodes.map(({ entity }) => entity.id)).toContain(world.dataset('start'));
});

test.each(Object.entries(WITHOUT_LINEAGE))('%s has no lineage: %s', async (kind) => {
  await expect(world.ask(LINEAGE, { id: idOf(kind as Kind) })).rejects.toThrow(`is a ${kind}.`);
});
