import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entityId, featureOf } from '../../src/catalog/id.js';
import { timeOf } from '../../src/catalog/time.js';
import { warmUpReads } from '../../src/graphql/warm-up.js';
import { CatalogWorld } from '../support/catalog-world.js';
import {
  FeatureTableArtifactsDocument,
  FeatureTableCodeDocument,
  FeatureTableDataDocument,
  FeatureTableDescriptionDocument,
  FeatureTableDriftDocument,
  FeatureTableJobsDocument,
  FeatureTableOwnersDocument,
  FeatureTableStatisticsDocument,
  FeatureTableTransformationDocument,
  FindFeaturesDocument,
  type FindFeaturesQuery,
  PublishPipelineDocument,
  PublishSegmentDocument,
  PublishWorkflowDocument,
  RecordStatisticsDocument,
  type RecordStatisticsMutation,
  RegisterFeatureTableDocument,
  type RegisterFeatureTableMutation,
  RemoveDocument,
  type RemoveMutation,
} from '../support/generated/operations.js';
import { problemsOf } from '../support/receipt.js';

let world: CatalogWorld;
let warmed: ReadonlySet<string>;

const table = (name: string): string => entityId('FEATURE_TABLE', world.ns, name);
const tag = (name: string): string => entityId('TAG', world.ns, name);
const domain = (name: string): string => entityId('DOMAIN', world.ns, name);

interface Registered {
  readonly name: string;
  readonly features: readonly object[];
  readonly [field: string]: unknown;
}

const register = async (input: Registered) =>
  (await world.ask<RegisterFeatureTableMutation>(RegisterFeatureTableDocument.toString(), { input: { namespace: world.ns, ...input } }))
    .registerFeatureTable;
const registered = async (input: Registered) => {
  const payload = await register(input);
  expect(payload.receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
  return payload.featureTable!;
};
const record = async (input: object) =>
  (await world.ask<RecordStatisticsMutation>(RecordStatisticsDocument.toString(), { input })).recordStatistics;
const found = async (filter: object): Promise<string[]> => {
  const { features } = await world.ask<FindFeaturesQuery>(FindFeaturesDocument.toString(), {
    filter: { namespace: world.ns, ...filter },
    first: 100,
  });
  return features.nodes.map(({ name }) => name);
};
/** The features of churning customers, as a company would have them. */
const churn = (): Registered => ({
  name: 'churn',
  description: 'What a customer did before leaving',
  owner: `team:${world.ns}/growth`,
  tags: [tag('churn')],
  keys: [{ name: 'customer_id', dataType: 'LONG', engineType: 'bigint' }],
  eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
  cadence: 'P1D',
  expectedFreshness: 'PT36H',
  computedBy: world.job('churn-features'),
  features: [
    {
      name: 'spend_30d',
      dataType: 'DOUBLE',
      semanticKind: 'NUMERIC',
      unit: 'EUR',
      default: 0,
      nullPolicy: 'DEFAULT',
      description: 'Money spent in 30 days',
      expression: 'sum(total)',
      tags: [tag('money')],
      columns: [{ column: 'SPEND', materialisation: 'lake' }],
    },
    { name: 'plan', dataType: 'STRING', semanticKind: 'CATEGORICAL', owner: `person:${world.ns}/bob`, tags: [tag('pii')] },
    { name: 'mood', dataType: 'VECTOR', semanticKind: 'EMBEDDING', dimension: 3, description: 'Of calls with the customer' },
  ],
  materialisations: [
    { name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('churn_lake'), location: '${lake}/features/churn' },
    { name: 'cache', store: 'ONLINE', environment: 'prod', dataset: world.dataset('churn_cache') },
    { name: 'trial', store: 'OFFLINE', environment: 'dev', dataset: world.dataset('churn_trial'), location: '${lake}/features/churn' },
  ],
  bindings: [
    { environment: 'prod', values: [{ name: 'lake', value: 's3://lake' }] },
    { environment: 'dev', values: [{ name: 'lake', value: 'file:///tmp/lake' }] },
  ],
});

beforeAll(async () => {
  world = await CatalogWorld.open();
  await warmUpReads(world.counting);
  warmed = new Set(world.counting.all);
  await world.said(['churn_cache', 'churn_trial'].map((name) => ({ id: world.dataset(name) })));
  await world.ran({
    job: 'churn-features',
    run: 'churn-1',
    reads: ['orders', 'customers'],
    writes: ['churn_lake'],
    columns: { 'churn_lake.SPEND': 'orders.total', 'churn_lake.plan': 'customers.plan' },
    claims: [
      {
        id: world.job('churn-features'),
        attributes: {
          documentation: { description: 'Sums up what customers did' },
          sourceCodeLocation: { type: 'git', repoUrl: 'https://git.example.org/churn', path: 'features.py', version: 'abc123' },
          sql: { query: 'select sum(total) from orders' },
        },
      },
      {
        id: world.dataset('orders'),
        attributes: { documentation: { description: 'All orders' }, schema: [{ path: 'total', type: 'double' }] },
      },
    ],
  });
  await world.ran({ job: 'churn-features', run: 'churn-2', state: 'FAILED', attributes: { error: { message: 'no disk' } } });
  await registered(churn());
});
afterAll(() => world.close());

describe('a feature table', () => {
  test('is there as it was registered, with its features', async () => {
    const { featureTable } = await world.ask<{ featureTable: object }>(
      `query ($ns: String!) { featureTable(namespace: $ns, name: "churn") {
        __typename id kind name namespace description described revision cadence expectedFreshness
        keys { name dataType engineType } eventTime { name dataType } bindings { environment values { name value } }
        owners { role by owner { id } } tags { by tag { id } } computedBy { id }
        features { nodes {
          id name dataType semanticKind unit default nullPolicy dimension expression description computedBy { id }
          table { id } owners { owner { id } } tags { tag { id } } columns { id }
        } }
        materialisations { name location locationTemplate dataset { id } }
        dev: materialisation(environment: "dev") { name location store }
        online: materialisation(environment: "prod", store: ONLINE) { name dataset { name } }
        none: materialisation(environment: "dev", store: ONLINE) { name }
      } }`,
      { ns: world.ns },
    );
    expect(featureTable).toMatchObject({
      __typename: 'FeatureTable',
      id: table('churn'),
      kind: 'FEATURE_TABLE',
      name: 'churn',
      namespace: world.ns,
      description: 'What a customer did before leaving',
      described: true,
      revision: 1,
      cadence: 'P1D',
      expectedFreshness: 'PT36H',
      keys: [{ name: 'customer_id', dataType: 'LONG', engineType: 'bigint' }],
      eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
      owners: [{ role: 'OWNER', by: 'person:ana', owner: { id: `team:${world.ns}/growth` } }],
      tags: [{ by: 'person:ana', tag: { id: tag('churn') } }],
      computedBy: { id: world.job('churn-features') },
      materialisations: [
        { name: 'lake', location: 's3://lake/features/churn', locationTemplate: '${lake}/features/churn' },
        { name: 'cache', location: null, dataset: { id: world.dataset('churn_cache') } },
        { name: 'trial' },
      ],
      dev: { name: 'trial', location: 'file:///tmp/lake/features/churn', store: 'OFFLINE' },
      online: { name: 'cache', dataset: { name: 'churn_cache' } },
      none: null,
    });
    const { features } = featureTable as { features: { nodes: object[] } };
    expect(features.nodes).toMatchObject([
      { name: 'mood', semanticKind: 'EMBEDDING', dimension: 3, dataType: 'VECTOR', nullPolicy: 'ALLOWED' },
      { name: 'plan', owners: [{ owner: { id: `person:${world.ns}/bob` } }], tags: [{ tag: { id: tag('pii') } }] },
      {
        id: featureOf(table('churn'), 'spend_30d'),
        name: 'spend_30d',
        dataType: 'DOUBLE',
        unit: 'EUR',
        default: 0,
        nullPolicy: 'DEFAULT',
        expression: 'sum(total)',
        description: 'Money spent in 30 days',
        computedBy: null,
        table: { id: table('churn') },
        columns: [
          { id: world.column('churn_lake.SPEND') },
          { id: world.column('churn_cache.spend_30d') },
          { id: world.column('churn_trial.spend_30d') },
        ],
      },
    ]);
  });

  test('is part of lineage, feature by feature', async () => {
    const LINEAGE = `query ($id: ID!, $direction: LineageDirection!, $level: LineageLevel) {
      lineage(id: $id, direction: $direction, level: $level) { nodes { entity { id } distance } edges { from to kind evidence { by method } } } }`;
    interface Walked {
      lineage: { nodes: { entity: { id: string }; distance: number }[]; edges: { from: string; to: string; kind: string }[] };
    }
    const feature = featureOf(table('churn'), 'spend_30d');
    const up = (await world.ask<Walked>(LINEAGE, { id: feature, direction: 'UPSTREAM', level: 'COLUMN' })).lineage;
    expect(up.nodes.map(({ entity }) => entity.id)).toContain(world.column('orders.total'));
    expect(up.nodes.map(({ entity }) => entity.id)).not.toContain(world.column('customers.plan'));
    expect(up.edges).toContainEqual({
      from: world.column('churn_lake.SPEND'),
      to: feature,
      kind: 'CARRIES',
      evidence: [{ by: 'person:ana', method: 'DECLARED' }],
    });
    const down = (await world.ask<Walked>(LINEAGE, { id: world.dataset('orders'), direction: 'DOWNSTREAM', level: 'ASSET' })).lineage;
    expect(down.edges.map(({ from, to, kind }) => [world.shortly(from), kind, world.shortly(to)])).toEqual(
      expect.arrayContaining([
        ['orders', 'FEEDS', 'churn-features'],
        ['churn-features', 'PRODUCES', world.shortly(table('churn'))],
        ['churn_lake', 'CARRIES', world.shortly(table('churn'))],
      ]),
    );
  });
});

describe('the next definition takes the place of the one before', () => {
  const plain = (name: string) => ({ name, dataType: 'INT', semanticKind: 'NUMERIC' });
  const held = (name: string, dataset: string, features: object[]) => ({
    name,
    features,
    materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset(dataset) }],
  });

  test('the same is nothing new; what is left out is a tombstone, carried by nothing, and can come back', async () => {
    const FEATURE = `query ($id: ID!) { node(id: $id) { ... on Feature { removedAt dataType } } }`;
    const b = featureOf(table('moving'), 'b');
    const both = held('moving', 'churn_trial', [plain('a'), plain('b')]);
    const first = await registered(both);
    expect((await register(both)).receipts).toEqual([{ outcome: 'UNCHANGED', problems: [] }]);

    const second = await registered(held('moving', 'churn_trial', [plain('a')]));
    expect([first.revision, second.revision]).toEqual([1, 2]);
    expect((await world.ask<{ node: object }>(FEATURE, { id: b })).node).toEqual({ removedAt: expect.any(String), dataType: 'INT' });
    expect(await found({ table: table('moving') })).toEqual(['a']);
    expect(await found({ table: table('moving'), removed: true })).toEqual(['b']);
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, level: COLUMN) { nodes { entity { id } } } }`,
      { id: world.dataset('churn_trial') },
    );
    const carried = lineage.nodes.map(({ entity }) => entity.id);
    expect([carried.includes(featureOf(table('moving'), 'a')), carried.includes(b)]).toEqual([true, false]);

    expect((await registered(both)).revision).toBe(3);
    expect((await world.ask<{ node: object }>(FEATURE, { id: b })).node).toEqual({ removedAt: null, dataType: 'INT' });
  });

  test('every definition stays as a version, with its features, to be compared with others', async () => {
    const one = held('versioned', 'churn_trial', [plain('a'), plain('b')]);
    await registered(one);
    await register(one);
    await registered({ ...one, cadence: 'P1D', features: [{ ...plain('a'), unit: 'EUR' }] });
    const VERSIONS = `query ($id: ID!) { node(id: $id) { ... on FeatureTable {
      currentVersion { number } versions { nodes { id number draft contentHash definition featureTable { id } diff { path change before after } } } } } }`;
    const { node } = await world.ask<{ node: { currentVersion: object; versions: { nodes: { contentHash: string }[] } } }>(VERSIONS, {
      id: table('versioned'),
    });
    expect(node.currentVersion).toEqual({ number: 2 });
    const [newest, oldest] = node.versions.nodes;
    expect(node.versions.nodes).toHaveLength(2);
    expect(newest).toMatchObject({
      id: entityId('FEATURE_TABLE_VERSION', world.ns, 'versioned', '2'),
      draft: false,
      featureTable: { id: table('versioned') },
      definition: { cadence: 'P1D', features: [{ name: 'a', unit: 'EUR' }] },
      diff: [
        { path: ['cadence'], change: 'CHANGED', before: null, after: 'P1D' },
        { path: ['features', 'a', 'unit'], change: 'CHANGED', before: null, after: 'EUR' },
        { path: ['features', 'b'], change: 'REMOVED', before: expect.objectContaining({ name: 'b' }), after: null },
      ],
    });
    expect(oldest).toMatchObject({ number: 1, definition: { cadence: null, features: [{ name: 'a', unit: null }, { name: 'b' }] } });
    expect(oldest!.contentHash).not.toBe(newest!.contentHash);
  });

  test('owners and tags too; descriptions stay until others are given', async () => {
    const READ = `query ($id: ID!) { node(id: $id) { ... on Entity { description owners { owner { id } } tags { tag { id } } } } }`;
    await registered({ name: 'owned', description: 'First', owner: `person:${world.ns}/eve`, tags: [tag('old')], features: [plain('a')] });
    await registered({ name: 'owned', tags: [tag('new')], features: [plain('a')] });
    expect((await world.ask<{ node: object }>(READ, { id: table('owned') })).node).toEqual({
      description: 'First',
      owners: [],
      tags: [{ tag: { id: tag('new') } }],
    });
  });

  test('of two at the same moment one comes after the other; what was not looked at again is refused', async () => {
    const { lastPosition } = await registered({ name: 'contested', features: [plain('a')] });
    const both = await Promise.all(['b', 'c'].map((name) => registered({ name: 'contested', features: [plain(name)] })));
    expect(both.map(({ revision }) => revision).sort()).toEqual([2, 3]);
    expect(await found({ table: table('contested') })).toHaveLength(1);
    await expect(register({ name: 'contested', features: [plain('d')], expectedPosition: lastPosition })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('the same key gives the first answer again, and is refused with another input', async () => {
    const input = { name: 'once', features: [plain('a')], idempotencyKey: `${world.ns}-once` };
    await registered(input);
    await registered({ name: 'once', features: [plain('b')] });
    expect(await register(input)).toMatchObject({ receipts: [{ outcome: 'UNCHANGED' }], featureTable: { id: table('once'), revision: 2 } });
    await expect(register({ ...input, features: [plain('c')] })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('refused with everything that is wrong; nothing is written', async () => {
    const refused = await register({
      name: 'wrong',
      features: [{ ...plain('a'), default: 'x' }, plain('a'), { name: 'e', dataType: 'VECTOR', semanticKind: 'EMBEDDING' }],
      computedBy: world.job('never'),
      cadence: 'daily',
      materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('never'), location: '${lake}/x' }],
    });
    expect(refused).toMatchObject({ featureTable: null, receipts: [{ outcome: 'REFUSED' }] });
    expect(problemsOf(refused)).toEqual([
      'unique-name input.features.1.name',
      'duration-form input.cadence',
      'bound-name input.materialisations.0.location',
      'known-id input.computedBy',
      'known-id input.materialisations.0.dataset',
      'default-fits-type input.features.0.default',
      'embedding-has-dimension input.features.2.dimension',
    ]);
    const { featureTable, dataset } = await world.ask<{ featureTable: null; dataset: null }>(
      `query ($ns: String!) { featureTable(namespace: $ns, name: "wrong") { id } dataset(namespace: $ns, name: "never") { id } }`,
      { ns: world.ns },
    );
    expect([featureTable, dataset]).toEqual([null, null]);
  });

  test('readers and connectors may not', async () => {
    const variables = { input: { namespace: world.ns, name: 'forbidden', features: [plain('a')] } };
    for (const role of ['READER', 'CONNECTOR'] as const) {
      const { errors } = await world.execute(RegisterFeatureTableDocument.toString(), variables, { role });
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('features are found', () => {
  const inTable = (filter: object) => found({ table: table('churn'), ...filter });

  beforeAll(async () => {
    await world.ran({ job: 'nightly', reads: ['churn_lake'], writes: ['report'], columns: { 'report.plan': 'churn_lake.plan' } });
    await world.ran({ job: 'hourly', run: 'hour', at: timeOf(Date.now()), writes: ['fresh'] });
    await registered({
      name: 'network',
      description: 'Faults of lines',
      expectedFreshness: 'P1D',
      tags: [tag('network')],
      features: [
        { name: 'faults_7d', dataType: 'INT', semanticKind: 'NUMERIC', tags: [tag('money')] },
        { name: 'region', dataType: 'STRING', semanticKind: 'GEOSPATIAL', description: 'Where the customer lives' },
      ],
      materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('fresh') }],
    });
    await world.ask(
      `mutation ($customers: DefineDomainInput!, $retention: DefineDomainInput!, $churn: AssignDomainInput!, $region: AssignDomainInput!,
        $tariff: AttachTermInput!) {
        customers: defineDomain(input: $customers) { position } retention: defineDomain(input: $retention) { position }
        churn: assignDomain(input: $churn) { position } region: assignDomain(input: $region) { position }
        tariff: attachTerm(input: $tariff) { position } }`,
      {
        customers: { namespace: world.ns, name: 'customers' },
        retention: { namespace: world.ns, name: 'retention', parent: domain('customers') },
        churn: { id: table('churn'), domain: domain('retention') },
        region: { id: featureOf(table('network'), 'region'), domain: domain('customers') },
        tariff: { id: featureOf(table('churn'), 'plan'), term: `term:${world.ns}/tariff` },
      },
    );
  });

  test.each<[string, () => object, string[]]>([
    ['a type and a tag', () => ({ dataType: 'DOUBLE', tag: tag('money') }), ['spend_30d']],
    ['a tag', () => ({ tag: tag('money') }), ['spend_30d', 'faults_7d']],
    ['a type', () => ({ dataType: 'STRING' }), ['plan', 'region']],
    ['a kind', () => ({ semanticKind: 'EMBEDDING' }), ['mood']],
    ['a type and a kind', () => ({ dataType: 'STRING', semanticKind: 'GEOSPATIAL' }), ['region']],
    ['its own owner', () => ({ owner: `person:${world.ns}/bob` }), ['plan']],
    ['the owner of its table', () => ({ owner: `team:${world.ns}/growth` }), ['mood', 'plan', 'spend_30d']],
    ['an owner and a tag', () => ({ owner: `team:${world.ns}/growth`, tag: tag('pii') }), ['plan']],
    ['a domain, by what is below it and by their tables', () => ({ domain: domain('customers') }), ['mood', 'plan', 'spend_30d', 'region']],
    ['a domain below another', () => ({ domain: domain('retention') }), ['mood', 'plan', 'spend_30d']],
    ['another domain', () => ({ domain: domain('nowhere') }), []],
    ['a term', () => ({ term: `term:${world.ns}/tariff` }), ['plan']],
    ['another term', () => ({ term: `term:${world.ns}/nothing`, dataType: 'STRING' }), []],
    ['words in any order, upper or lower case', () => ({ text: 'SPENT money' }), ['spend_30d']],
    ['part of a word', () => ({ text: 'custom' }), ['mood', 'region']],
    ['a word and a type', () => ({ text: 'customer', dataType: 'VECTOR' }), ['mood']],
    ['words that are a pattern', () => ({ text: '.* %' }), []],
    ['part of its name', () => ({ nameContains: 'FAULT' }), ['faults_7d']],
    ['a source', () => ({ source: `source:${world.ns}`, semanticKind: 'NUMERIC', tag: tag('money') }), ['spend_30d', 'faults_7d']],
    ['another source', () => ({ source: 'source:nowhere' }), []],
    ['freshness', () => ({ writtenWithin: 'PT1H' }), ['faults_7d', 'region']],
    ['freshness of long ago', () => ({ writtenWithin: 'P30Y', tag: tag('money') }), ['spend_30d', 'faults_7d']],
    ['staleness', () => ({ stale: true }), ['mood', 'plan', 'spend_30d']],
    ['no staleness', () => ({ stale: false, tag: tag('money') }), ['faults_7d']],
    ['use', () => ({ used: true }), ['plan']],
    ['no use', () => ({ used: false, tag: tag('money') }), ['spend_30d', 'faults_7d']],
    ['another namespace', () => ({ namespace: 'nowhere', tag: tag('money') }), []],
    [
      'everything at once',
      () => ({
        dataType: 'STRING',
        semanticKind: 'CATEGORICAL',
        tag: tag('pii'),
        owner: `person:${world.ns}/bob`,
        text: 'plan',
        source: `source:${world.ns}`,
        used: true,
        table: table('churn'),
      }),
      ['plan'],
    ],
  ])('by %s', async (_, filter, names) => {
    expect(await found(filter())).toEqual(names);
  });

  test('and so are feature tables that are older than they may be', async () => {
    const { featureTables } = await world.ask<{ featureTables: { nodes: object[] } }>(
      'query ($ns: String!) { featureTables(filter: { namespace: $ns, stale: true }) { nodes { name stale } } }',
      { ns: world.ns },
    );
    expect(featureTables.nodes).toEqual([{ name: 'churn', stale: true }]);
  });

  test('whichever part of a filter the list begins with, the others hold as well', async () => {
    const parts = [
      { dataType: 'STRING' },
      { semanticKind: 'CATEGORICAL' },
      { tag: tag('pii') },
      { owner: `person:${world.ns}/bob` },
      { text: 'plan' },
      { source: `source:${world.ns}` },
      { used: true },
      { domain: domain('customers') },
      { term: `term:${world.ns}/tariff` },
    ];
    const alone = new Map<object, string[]>();
    for (const part of parts) alone.set(part, await inTable(part));
    expect([...alone.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 3, 1, 3, 1]);
    for (const one of parts)
      for (const other of parts)
        expect(await inTable({ ...one, ...other })).toEqual(alone.get(one)!.filter((name) => alone.get(other)!.includes(name)));
    for (const one of parts) expect(await found({ ...one, dataType: 'BINARY' })).toEqual([]);
  });

  test('once, whatever the roles in which somebody owns them', async () => {
    const owner = `person:${world.ns}/zoe`;
    for (const id of [table('network'), featureOf(table('network'), 'region')])
      for (const role of ['OWNER', 'STEWARD'])
        await world.ask(`mutation ($input: AssignOwnerInput!) { assignOwner(input: $input) { position } }`, { input: { id, owner, role } });
    expect(await found({ owner })).toEqual(['faults_7d', 'region']);
  });

  test('page by page', async () => {
    for (const filter of [{ text: 'page-' }, { dataType: 'DATE' }, { tag: tag('paged') }, { semanticKind: 'TIMESTAMP' }]) {
      const names = Array.from({ length: 7 }, (_, i) => `page-${i}`);
      await register({
        name: 'paged',
        features: names.map((name) => ({ name, dataType: 'DATE', semanticKind: 'TIMESTAMP', tags: [tag('paged')] })),
      });
      const collected: string[] = [];
      let after: string | null = null;
      do {
        const variables: object = { filter: { namespace: world.ns, ...filter }, first: 3, after };
        const { features }: FindFeaturesQuery = await world.ask(FindFeaturesDocument.toString(), variables as Record<string, unknown>);
        collected.push(...features.nodes.map(({ name }) => name));
        after = features.pageInfo.hasNextPage ? features.pageInfo.endCursor : null;
      } while (after);
      expect(collected).toEqual(names);
    }
  });

  test('not those of a table that was taken away: they go with it, and come back with it', async () => {
    const binary = (name: string) => ({ name, dataType: 'BINARY', semanticKind: 'IDENTIFIER' });
    const both = { name: 'gone', features: [binary('a'), binary('b')] };
    const remove = async (ban: boolean) =>
      (await world.ask<RemoveMutation>(RemoveDocument.toString(), { input: { id: table('gone'), ban } })).remove.receipts;
    const there = async () => {
      const { featureTable, search } = await world.ask<{ featureTable: { features: { nodes: object[] } }; search: { count: number } }>(
        `query ($ns: String!) { featureTable(namespace: $ns, name: "gone") { features { nodes { name } } }
          search(query: "", filter: { namespace: $ns, kinds: [FEATURE] }) { count } }`,
        { ns: world.ns },
      );
      return { features: featureTable.features.nodes.length, searched: search.count };
    };
    await registered({ ...both, features: [binary('a'), binary('b'), binary('left out')] });
    const first = await registered(both);
    expect(await found({ dataType: 'BINARY' })).toEqual(['a', 'b']);
    const before = await there();

    expect(await remove(false)).toEqual([{ outcome: 'APPLIED', problems: [] }]);
    expect(await found({ dataType: 'BINARY' })).toEqual([]);
    expect(await found({ dataType: 'BINARY', removed: true })).toEqual(['a', 'b', 'left out']);
    expect(await there()).toEqual({ features: 0, searched: before.searched - 2 });
    expect((await registered(both)).revision).toBe(first.revision! + 1);
    expect(await found({ dataType: 'BINARY' })).toEqual(['a', 'b']);
    expect(await there()).toEqual(before);

    const asReader = await world.execute(RemoveDocument.toString(), { input: { id: table('never') } }, { role: 'READER' });
    expect(asReader.errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    await remove(true);
    expect((await register(both)).receipts).toMatchObject([{ outcome: 'APPLIED', problems: [{ rule: 'stays-removed' }] }]);
    expect(await found({ dataType: 'BINARY' })).toEqual([]);
    expect((await remove(false))[0]!.outcome).toBe('APPLIED');
    await registered(both);
    expect(await found({ dataType: 'BINARY' })).toEqual(['a', 'b']);
  });

  test('a feature that is given to a table while it is taken away goes too, or brings it back', async () => {
    const raced = (names: string[]) => ({
      name: 'raced',
      features: names.map((name) => ({ name, dataType: 'INT', semanticKind: 'NUMERIC' })),
    });
    await registered(raced(['a']));
    await Promise.all([register(raced(['a', 'b'])), world.ask(RemoveDocument.toString(), { input: { id: table('raced') } })]);
    const { node } = await world.ask<{ node: { removedAt: string | null } }>(
      `query ($id: ID!) { node(id: $id) { ... on Entity { removedAt } } }`,
      { id: table('raced') },
    );
    expect(await found({ table: table('raced') })).toEqual(node.removedAt === null ? ['a', 'b'] : []);
  });

  test('what cannot be understood is refused with a reason', async () => {
    await expect(found({ writtenWithin: 'today' })).rejects.toThrow('writtenWithin is "today"; it is an ISO 8601 duration');
    await expect(found({ text: 'x'.repeat(201) })).rejects.toThrow('text has 201 characters; it has at most 200.');
  });

  test('tables: by words, source, dataset, what computes them', async () => {
    const tables = async (filter: object) => {
      const { featureTables } = await world.ask<{ featureTables: { nodes: { name: string }[] } }>(
        `query ($filter: FeatureTableFilter) { featureTables(filter: $filter, first: 100) { nodes { name } } }`,
        { filter: { namespace: world.ns, ...filter } },
      );
      return featureTables.nodes.map(({ name }) => name);
    };
    expect(await tables({ text: 'lines FAULTS' })).toEqual(['network']);
    expect(await tables({ dataset: world.dataset('churn_lake') })).toEqual(['churn']);
    expect(await tables({ computedBy: world.job('churn-features') })).toEqual(['churn']);
    expect(await tables({ source: 'source:nowhere' })).toEqual([]);
    expect(await tables({ source: `source:${world.ns}`, tag: tag('network') })).toEqual(['network']);
  });

  test('a page takes a fixed number of statements', async () => {
    const PAGE = `query ($ns: String!, $first: Int) { features(filter: { namespace: $ns }, first: $first) { nodes {
      id columns { id } table { name computedBy { id } features(first: 3) { nodes { name } } jobs { nodes { latestRun { state } } }
        inputs { nodes { name } } materialisations { dataset { name statistics(first: 2) { nodes { rowCount fields { column } } } } } }
      tags { tag { name } } owners { owner { name } } computedBy { id } } } }`;
    await world.ask(PAGE, { ns: world.ns, first: 2 });
    const statements = world.counting.statements.length;
    const { features } = await world.ask<{ features: { nodes: object[] } }>(PAGE, { ns: world.ns, first: 100 });
    expect(features.nodes.length).toBeGreaterThan(10);
    expect(world.counting.statements.length).toBeLessThanOrEqual(statements + 2);
    expect(statements).toBeLessThanOrEqual(14);
  });
});

describe('statistics', () => {
  const at = (day: number): string => `2026-03-0${day}T00:00:00Z`;

  beforeAll(async () => {
    const day = (n: number, rowCount: number, mean: number) => ({
      id: table('churn'),
      materialisation: 'lake',
      at: at(n),
      rowCount,
      fields: [
        { name: 'spend_30d', count: rowCount - 10, nulls: 10, mean, min: 0, max: 90, stddev: 4, quantiles: [{ q: 0.5, value: mean }] },
        { name: 'plan', count: rowCount, distinct: 3, topValues: [{ value: 'gold', count: rowCount / 2 }] },
      ],
    });
    for (const input of [day(1, 100, 20), day(3, 200, 30), day(2, 100, 20)])
      expect((await record(input)).receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
  });

  test('of a table are kept with the dataset that holds it, newest first, under its columns', async () => {
    const { dataset } = await world.ask<{ dataset: object }>(
      `query ($ns: String!) { dataset(namespace: $ns, name: "churn_lake") { statistics(first: 2) {
        nodes { at rowCount fields { column feature mean min topValues { value count } quantiles { q value } } dataset { name } }
        pageInfo { hasNextPage } } } }`,
      { ns: world.ns },
    );
    expect(dataset).toMatchObject({
      statistics: {
        nodes: [
          {
            at: at(3),
            rowCount: 200,
            dataset: { name: 'churn_lake' },
            fields: [
              { column: 'SPEND', feature: 'spend_30d', mean: 30, min: 0, quantiles: [{ q: 0.5, value: 30 }], topValues: [] },
              { column: 'plan', feature: 'plan', topValues: [{ value: 'gold', count: 100 }] },
            ],
          },
          { at: at(2), rowCount: 100 },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
  });

  test('are entities: found by id; the same moment again takes the place of what was said', async () => {
    const input = { id: world.dataset('orders'), at: at(1), rowCount: 5, fields: [{ name: 'total', mean: 2 }] };
    const { statistics } = await record(input);
    expect((await record(input)).receipts).toEqual([{ outcome: 'UNCHANGED', problems: [] }]);
    expect((await record({ ...input, rowCount: 6 })).receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
    const { node } = await world.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { __typename ... on Statistics { kind rowCount fields { column feature } dataset { id statistics { nodes { id } } } } } }`,
      { id: statistics!.id },
    );
    expect(node).toEqual({
      __typename: 'Statistics',
      kind: 'STATISTICS',
      rowCount: 6,
      fields: [{ column: 'total', feature: null }],
      dataset: { id: world.dataset('orders'), statistics: { nodes: [{ id: statistics!.id }] } },
    });
  });

  test('refused with everything that is wrong', async () => {
    expect(problemsOf(await record({ id: table('churn'), at: at(1) }))).toEqual(['known-materialisation input.materialisation']);
    expect(problemsOf(await record({ id: world.job('churn-features'), at: at(1) }))).toEqual(['measured-kind input.id']);
    expect(problemsOf(await record({ id: world.dataset('never'), at: at(1) }))).toEqual(['known-entity input.id']);
    const wrong = {
      id: table('churn'),
      materialisation: 'cache',
      at: at(1),
      rowCount: 1,
      fields: [{ name: 'x' }, { name: 'plan', count: 2 }],
    };
    expect(problemsOf(await record(wrong))).toEqual(['known-feature input.fields.0.name', 'counts-agree input.fields.1.count']);
  });
});

describe('what people ask about a feature table', () => {
  const ask = async (document: { toString(): string }, variables: object = {}): Promise<object> => {
    const answer = await world.ask<{ featureTable: object }>(document.toString(), { namespace: world.ns, name: 'churn', ...variables });
    return answer.featureTable;
  };

  test.each([
    FeatureTableTransformationDocument,
    FeatureTableOwnersDocument,
    FeatureTableDescriptionDocument,
    FeatureTableArtifactsDocument,
    FeatureTableCodeDocument,
    FeatureTableJobsDocument,
    FeatureTableDataDocument,
    FeatureTableStatisticsDocument,
  ])('each takes a fixed number of queries, however many features there are (%#)', async (document) => {
    const features = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `f${i}`, dataType: 'INT', semanticKind: 'NUMERIC', tags: [tag('counted')] }));
    const held = { name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('churn_lake') };
    const counted = { name: 'counted', computedBy: world.job('churn-features'), materialisations: [held] };
    await register({ ...counted, features: features(1) });
    await ask(document, { name: 'counted' });
    const few = world.counting.statements.length;
    await register({ ...counted, features: features(50) });
    await ask(document, { name: 'counted' });
    expect(world.counting.statements).toHaveLength(few);
    expect(few).toBeLessThanOrEqual(9);
  });

  test('what goes in is what the job reads that is said to compute it, not what others read that wrote it', async () => {
    await world.ran({ job: 'inputs-build', run: 'inputs-1', reads: ['orders'], writes: ['inputs_lake'] });
    await world.ran({ job: 'inputs-copy', run: 'inputs-2', reads: ['backup'], writes: ['inputs_lake'] });
    const features = [{ name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }];
    const materialisations = [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('inputs_lake') }];
    const inputsOf = async (name: string) => {
      const { inputs } = (await ask(FeatureTableDescriptionDocument, { name })) as { inputs: { nodes: { name: string }[] } };
      return inputs.nodes.map((input) => input.name);
    };
    await registered({ name: 'said', features, materialisations, computedBy: world.job('inputs-build') });
    await registered({ name: 'not-said', features, materialisations });
    expect(await inputsOf('said')).toEqual(['orders']);
    expect(await inputsOf('not-said')).toEqual(['backup', 'orders']);
  });

  test('what transformation does it perform?', async () => {
    expect(await ask(FeatureTableTransformationDocument)).toMatchObject({
      computedBy: { name: 'churn-features', description: 'Sums up what customers did', sql: 'select sum(total) from orders' },
      features: {
        nodes: [
          { name: 'mood' },
          { name: 'plan' },
          {
            name: 'spend_30d',
            expression: 'sum(total)',
            columns: [
              {
                id: world.column('churn_lake.SPEND'),
                derivedFrom: { nodes: [{ column: { id: world.column('orders.total') }, transformations: [{ subtype: 'IDENTITY' }] }] },
              },
              {},
              {},
            ],
          },
        ],
      },
    });
  });

  test('who owns it?', async () => {
    expect(await ask(FeatureTableOwnersDocument)).toMatchObject({
      owners: [{ role: 'OWNER', owner: { name: 'growth' } }],
      features: { nodes: [{ owners: [] }, { name: 'plan', owners: [{ owner: { name: 'bob' } }] }, { owners: [] }] },
    });
  });

  test('what goes in, and what comes out?', async () => {
    expect(await ask(FeatureTableDescriptionDocument)).toMatchObject({
      description: 'What a customer did before leaving',
      inputs: {
        nodes: [
          { name: 'customers', columns: { nodes: [{ name: 'plan' }] } },
          { name: 'orders', description: 'All orders', columns: { nodes: [{ name: 'total', type: 'double' }] } },
        ],
      },
      keys: [{ name: 'customer_id' }],
      features: { nodes: [{ name: 'mood' }, { name: 'plan' }, { name: 'spend_30d', unit: 'EUR', description: 'Money spent in 30 days' }] },
    });
  });

  test('where is the code, what is the current version?', async () => {
    expect(await ask(FeatureTableCodeDocument)).toMatchObject({
      revision: 1,
      computedBy: { id: world.job('churn-features') },
      jobs: { nodes: [{ location: { repoUrl: 'https://git.example.org/churn', path: 'features.py', version: 'abc123' } }] },
    });
  });

  test('which artifacts are in production?', async () => {
    expect(await ask(FeatureTableArtifactsDocument)).toMatchObject({
      offline: { dataset: { id: world.dataset('churn_lake'), versions: { nodes: [{ writtenAt: expect.any(String) }] } } },
      computedBy: { id: world.job('churn-features') },
    });
    expect(await ask(FeatureTableArtifactsDocument, { environment: 'nowhere' })).toMatchObject({ offline: null, online: null });
  });

  test('which jobs run or have run, and what is their status?', async () => {
    expect(await ask(FeatureTableJobsDocument)).toMatchObject({
      jobs: {
        nodes: [
          {
            name: 'churn-features',
            latestRun: { state: 'FAILED' },
            runs: {
              nodes: [
                { externalId: 'churn-2', state: 'FAILED', error: { message: 'no disk' } },
                { externalId: 'churn-1', state: 'SUCCEEDED' },
              ],
            },
          },
        ],
      },
    });
  });

  test('which datasets are produced, and where are they?', async () => {
    expect(await ask(FeatureTableDataDocument)).toMatchObject({
      materialisations: [
        {
          name: 'lake',
          store: 'OFFLINE',
          environment: 'prod',
          location: 's3://lake/features/churn',
          dataset: {
            name: 'churn_lake',
            source: { type: 'OTHER' },
            access: { snippets: [], reason: expect.any(String) },
            versions: { nodes: [{ version: 'churn-1' }] },
          },
        },
        { name: 'cache', store: 'ONLINE' },
        { name: 'trial', environment: 'dev' },
      ],
    });
    await world.said([{ id: entityId('DATASET', 's3://lake', `${world.ns}/spend.parquet`) }]);
    const dataset = entityId('DATASET', 's3://lake', `${world.ns}/spend.parquet`);
    await registered({
      name: 'accessible',
      features: [{ name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }],
      materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset }],
    });
    expect(await ask(FeatureTableDataDocument, { name: 'accessible' })).toMatchObject({
      materialisations: [
        { dataset: { access: { snippets: expect.arrayContaining([expect.objectContaining({ language: 'PYTHON', tool: 'pandas' })]) } } },
      ],
    });
  });

  test('what do its values look like, and what moved?', async () => {
    expect(await ask(FeatureTableStatisticsDocument)).toMatchObject({
      materialisations: [{ name: 'lake', statistics: { nodes: [{ rowCount: 200 }] } }, { statistics: { nodes: [] } }, {}],
    });
    const variables = { environment: 'prod', store: 'OFFLINE', from: '2026-03-02T12:00:00Z', to: '2026-03-09T00:00:00Z' };
    const { materialisation } = (await ask(FeatureTableDriftDocument, variables)) as {
      materialisation: { statisticsDiff: { changes: object[] } };
    };
    expect(materialisation.statisticsDiff).toMatchObject({
      from: { at: '2026-03-02T00:00:00Z' },
      to: { at: '2026-03-03T00:00:00Z' },
      changeCount: 6,
      appeared: [],
      disappeared: [],
    });
    expect(materialisation.statisticsDiff.changes).toContainEqual({
      column: 'SPEND',
      feature: 'spend_30d',
      measure: 'MEAN',
      of: null,
      from: 20,
      to: 30,
      change: 10,
      relative: 0.5,
      standardised: 2.5,
    });
    expect(await ask(FeatureTableDriftDocument, { ...variables, store: 'ONLINE' })).toEqual({ materialisation: { statisticsDiff: null } });
  });
});

describe('what people ask about a feature table that pipelines compute', () => {
  const code = {
    repository: 'https://git.example.org/ml',
    path: 'spend.py',
    commit: 'abc123',
    entryPoint: 'spend',
    artifact: 'spend-1.2.whl',
  };
  const version = (kind: 'PIPELINE' | 'WORKFLOW', number = 1) => entityId(`${kind}_VERSION`, world.ns, 'spending', String(number));
  const workflow = (orders: string) => ({
    nodes: [
      { id: 'orders', kind: 'SOURCE', dataset: world.dataset(orders) },
      { id: 'spend', kind: 'PIPELINE', inputs: ['orders'], pipelineVersion: version('PIPELINE') },
    ],
  });
  const ask = async (document: { toString(): string }, name: string) =>
    (await world.ask<{ featureTable: { computedBy: object } }>(document.toString(), { namespace: world.ns, name })).featureTable;

  beforeAll(async () => {
    const publish = async (document: { toString(): string }, input: object): Promise<void> => {
      const done = await world.ask<Record<string, { receipts: object[] }>>(document.toString(), {
        input: { namespace: world.ns, ...input },
      });
      expect(Object.values(done)[0]!.receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
    };
    await publish(PublishSegmentDocument, {
      name: 'spend',
      description: 'Sums up orders',
      definition: {
        language: 'Python',
        code,
        params: [{ name: 'days', type: 'int', default: 30 }],
        schema: { needs: [{ name: 'total', types: ['double'] }], adds: [{ name: 'spend', type: 'double' }] },
      },
    });
    await publish(PublishPipelineDocument, { name: 'spending', steps: [{ namespace: world.ns, segment: 'spend', params: { days: 7 } }] });
    await publish(PublishWorkflowDocument, { name: 'spending', definition: workflow('orders') });
    const features = [{ name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }];
    const computers = {
      'by-pipeline': entityId('PIPELINE', world.ns, 'spending'),
      'by-pipeline-version': version('PIPELINE'),
      'by-workflow': entityId('WORKFLOW', world.ns, 'spending'),
      'by-workflow-version': version('WORKFLOW'),
    };
    for (const [name, computedBy] of Object.entries(computers)) await registered({ name, computedBy, features });
    // The workflow reads something else now; what computes by a certain version does not.
    await publish(PublishWorkflowDocument, { name: 'spending', definition: workflow('customers') });
  });

  const steps = [{ index: 0, segmentVersion: { id: '', number: 1, language: 'Python', code } }];
  const coded = () =>
    steps.map((step) => ({ ...step, segmentVersion: { ...step.segmentVersion, id: entityId('SEGMENT_VERSION', world.ns, 'spend', '1') } }));

  test('where is the code, what is the current version?', async () => {
    const byPipeline = { number: 1, steps: coded() };
    const byWorkflow = (number: number) => ({
      number,
      nodes: [
        { id: 'orders', pipelineVersion: null },
        { id: 'spend', pipelineVersion: byPipeline },
      ],
    });
    expect((await ask(FeatureTableCodeDocument, 'by-pipeline')).computedBy).toMatchObject({ currentVersion: byPipeline });
    expect((await ask(FeatureTableCodeDocument, 'by-pipeline-version')).computedBy).toMatchObject({
      ...byPipeline,
      pipeline: { currentVersion: { id: version('PIPELINE') } },
    });
    expect((await ask(FeatureTableCodeDocument, 'by-workflow')).computedBy).toMatchObject({ currentVersion: byWorkflow(2) });
    expect((await ask(FeatureTableCodeDocument, 'by-workflow-version')).computedBy).toMatchObject({
      ...byWorkflow(1),
      workflow: { currentVersion: { id: version('WORKFLOW', 2) } },
    });
  });

  test('which artifacts are in production?', async () => {
    const built = { steps: [{ segmentVersion: { number: 1, code: { artifact: 'spend-1.2.whl' } } }] };
    expect((await ask(FeatureTableArtifactsDocument, 'by-pipeline')).computedBy).toMatchObject({ currentVersion: built });
    expect((await ask(FeatureTableArtifactsDocument, 'by-workflow-version')).computedBy).toMatchObject({
      nodes: [{ pipelineVersion: null }, { pipelineVersion: built }],
    });
  });

  test('what transformation does it perform?', async () => {
    const transformed = { steps: [{ params: { days: 7 }, segmentVersion: { segment: { name: 'spend', description: 'Sums up orders' } } }] };
    expect((await ask(FeatureTableTransformationDocument, 'by-pipeline')).computedBy).toMatchObject({ currentVersion: transformed });
    expect((await ask(FeatureTableTransformationDocument, 'by-workflow-version')).computedBy).toMatchObject({
      nodes: [{ kind: 'SOURCE' }, { kind: 'PIPELINE', inputs: ['orders'], pipelineVersion: transformed }],
    });
  });

  test('what goes in?', async () => {
    expect(await ask(FeatureTableDescriptionDocument, 'by-pipeline')).toMatchObject({
      inputs: { nodes: [] },
      computedBy: { currentVersion: { signature: { needs: [{ name: 'total', types: ['double'] }] } } },
    });
    expect(await ask(FeatureTableDescriptionDocument, 'by-workflow')).toMatchObject({
      inputs: { nodes: [{ name: 'customers' }] },
      computedBy: { currentVersion: { nodes: [{ dataset: { name: 'customers' } }, { dataset: null }] } },
    });
    expect(await ask(FeatureTableDescriptionDocument, 'by-workflow-version')).toMatchObject({ inputs: { nodes: [{ name: 'orders' }] } });
  });

  test('in a fixed number of queries, however many steps there are', async () => {
    await ask(FeatureTableCodeDocument, 'by-pipeline');
    const few = world.counting.statements.length;
    const again = Array.from({ length: 20 }, (_, i) => ({ namespace: world.ns, segment: 'spend', params: { days: i } }));
    await world.ask(PublishPipelineDocument.toString(), { input: { namespace: world.ns, name: 'spending', steps: again } });
    expect(await ask(FeatureTableCodeDocument, 'by-pipeline')).toMatchObject({ computedBy: { currentVersion: { steps: { length: 20 } } } });
    expect(world.counting.statements).toHaveLength(few);
  });
});

test('every statement that was needed here had been planned by the warm-up', () => {
  expect([...world.counting.all].filter((statement) => !warmed.has(statement))).toEqual([]);
});
