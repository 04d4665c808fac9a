import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { timeOf } from '../../src/catalog/time.js';
import { warmUpReads } from '../../src/graphql/warm-up.js';
import { CatalogWorld } from '../support/catalog-world.js';

let world: CatalogWorld;
let warmed: ReadonlySet<string>;

beforeAll(async () => {
  world = await CatalogWorld.open();
  await warmUpReads(world.counting);
  warmed = new Set(world.counting.all);
  const ana = `person:${world.ns}/ana`;
  await world.said([
    {
      id: world.dataset('orders'),
      attributes: {
        documentation: { description: 'All orders' },
        schema: [
          { path: 'id', type: 'bigint', description: 'the number' },
          { path: 'total', type: 'decimal(18,2)' },
          { path: 'customer', type: 'struct' },
          { path: 'customer.name', type: 'string' },
        ],
        ownership: [{ owner: ana, role: 'DATAOWNER' }],
        dataSource: { name: 'shop', uri: 'postgres://shop' },
        'facet:dataQuality': { rows: 7 },
      },
    },
  ]);
  await world.ran({ job: 'load', run: 'load-1', writes: ['orders'], reads: ['raw'] });
  await world.ran({
    job: 'report',
    run: 'report-1',
    reads: ['orders'],
    writes: ['report'],
    columns: { 'report.id': 'orders.id', 'report.total': 'orders.total' },
    attributes: { nominalTime: { start: '2026-01-01 00:00:00' }, processingEngine: { name: 'spark', version: '3.5' } },
    claims: [
      {
        id: world.job('report'),
        attributes: { jobType: { processingType: 'STREAMING', integration: 'SPARK' }, sql: { query: 'select 1' } },
      },
    ],
  });
  await world.ran({ job: 'load', run: 'load-2', writes: ['orders'], reads: ['raw'] });
  await world.ran({ job: 'report', run: 'report-2', state: 'FAILED', reads: ['orders'], attributes: { error: { message: 'no disk' } } });
  await world.ran({ job: 'report.part', run: 'part-1', attributes: { parent: world.run('report-2'), root: world.run('report-2') } });
});
afterAll(() => world.close());

describe('looking up', () => {
  test('a dataset by its name, with everything about it', async () => {
    const { dataset } = await world.ask<{ dataset: object }>(
      `query ($ns: String!) { dataset(namespace: $ns, name: "orders") {
        __typename id kind namespace name description described aliases removedAt facets dataSourceName
        descriptions { text by } owners { role by owner { __typename id described } } tags { by }
        source { id type namespace }
        columns { nodes { id name type ordinal description descriptions { text by } dataset { name } } pageInfo { hasNextPage } }
        producedBy { nodes { name } } consumedBy { nodes { name } }
        versions { nodes { version dataset { name } } }
      } }`,
      { ns: world.ns },
    );
    expect(dataset).toEqual({
      __typename: 'Dataset',
      id: world.dataset('orders'),
      kind: 'DATASET',
      namespace: world.ns,
      name: 'orders',
      description: 'All orders',
      described: true,
      aliases: [],
      removedAt: null,
      facets: { dataQuality: { rows: 7 } },
      dataSourceName: 'shop',
      descriptions: [{ text: 'All orders', by: 'https://example.org/test' }],
      owners: [
        {
          role: 'DATAOWNER',
          by: 'https://example.org/test',
          owner: { __typename: 'Person', id: `person:${world.ns}/ana`, described: false },
        },
      ],
      tags: [],
      source: { id: `source:${world.ns}`, type: 'OTHER', namespace: world.ns },
      columns: {
        nodes: [
          {
            id: world.column('orders.id'),
            name: 'id',
            type: 'bigint',
            ordinal: 0,
            description: 'the number',
            descriptions: [{ text: 'the number', by: 'https://example.org/test' }],
            dataset: { name: 'orders' },
          },
          expect.objectContaining({ name: 'total', type: 'decimal(18,2)', descriptions: [] }),
          expect.objectContaining({ name: 'customer' }),
          expect.objectContaining({ name: 'customer.name', id: world.column('orders.customer.name'), ordinal: 3 }),
        ],
        pageInfo: { hasNextPage: false },
      },
      producedBy: { nodes: [{ name: 'load' }] },
      consumedBy: { nodes: [{ name: 'report' }] },
      versions: {
        nodes: [
          expect.objectContaining({ version: 'load-2', dataset: { name: 'orders' } }),
          expect.objectContaining({ version: 'load-1' }),
        ],
      },
    });
  });

  test('a job, its runs, and what it depends on', async () => {
    const { job } = await world.ask<{ job: object }>(
      `query ($ns: String!) { job(namespace: $ns, name: "report") {
        trigger integration sql inputs { nodes { name } } outputs { nodes { name } } dependsOn { nodes { name } }
        latestRun { externalId state error { message } endedAt }
        runs { nodes { externalId } }
      } }`,
      { ns: world.ns },
    );
    expect(job).toEqual({
      trigger: 'STREAMING',
      integration: 'SPARK',
      sql: 'select 1',
      inputs: { nodes: [{ name: 'orders' }] },
      outputs: { nodes: [{ name: 'report' }] },
      dependsOn: { nodes: [{ name: 'load' }] },
      latestRun: { externalId: 'report-2', state: 'FAILED', error: { message: 'no disk' }, endedAt: expect.any(String) },
      runs: { nodes: [{ externalId: 'report-2' }, { externalId: 'report-1' }] },
    });
  });

  test('a run read the newest version there was when it began, and wrote its own; one that failed wrote none', async () => {
    const RUN = `query ($ns: String, $run: String!) { run(namespace: $ns, externalId: $run) {
      externalId nominalTime engine { name version } job { name } parent { externalId }
      children { nodes { externalId parent { externalId } root { externalId } } }
      inputs { nodes { version } } outputs { nodes { version dataset { name } } } } }`;
    expect((await world.ask<{ run: object }>(RUN, { ns: world.ns, run: 'report-1' })).run).toEqual({
      externalId: 'report-1',
      nominalTime: '2026-01-01T00:00:00Z',
      engine: { name: 'spark', version: '3.5' },
      job: { name: 'report' },
      parent: null,
      children: { nodes: [] },
      inputs: { nodes: [{ version: 'load-1' }] },
      outputs: { nodes: [{ version: 'report-1', dataset: { name: 'report' } }] },
    });
    expect((await world.ask<{ run: object }>(RUN, { run: 'report-2' })).run).toMatchObject({
      inputs: { nodes: [{ version: 'load-2' }] },
      outputs: { nodes: [] },
      children: { nodes: [{ externalId: 'part-1', parent: { externalId: 'report-2' }, root: { externalId: 'report-2' } }] },
    });
  });

  test('what a column is computed from, how and on whose word', async () => {
    const { node } = await world.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on Column { name derivedFrom { nodes {
        column { id } transformations { type subtype } evidence { by method job { name } } } } } } }`,
      { id: world.column('report.total') },
    );
    expect(node).toEqual({
      name: 'total',
      derivedFrom: {
        nodes: [
          {
            column: { id: world.column('orders.total') },
            transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
            evidence: [{ by: 'https://example.org/test', method: 'OBSERVED', job: { name: 'report' } }],
          },
        ],
      },
    });
  });

  test('every kind by its id, null for what is not there', async () => {
    const ids = [
      `source:${world.ns}`,
      world.dataset('orders'),
      `dataset-version:${world.ns}/orders/load-1`,
      world.column('orders.customer.name'),
      world.job('report'),
      world.run('report-1'),
      `person:${world.ns}/ana`,
      'connector:default/https:%2F%2Fexample.org%2Ftest',
      world.dataset('nothing'),
      'nonsense',
    ];
    const { nodes } = await world.ask<{ nodes: unknown[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Entity { kind lastPosition } } }`,
      { ids },
    );
    expect(nodes.map((node) => (node as { __typename: string } | null)?.__typename ?? null)).toEqual([
      'DataSource',
      'Dataset',
      'DatasetVersion',
      'Column',
      'Job',
      'Run',
      'Person',
      'Connector',
      null,
      null,
    ]);
    expect(nodes.slice(0, 8).map((node) => (node as { id: string }).id)).toEqual(ids.slice(0, 8));
  });

  test('another name leads to the canonical dataset, with the columns of both', async () => {
    await world.said([
      {
        id: world.dataset('t'),
        attributes: { symlinks: [{ id: world.dataset('t-link') }], schema: [{ path: 'x', type: 'int' }] },
      },
    ]);
    await world.ran({ job: 'r', reads: ['t-link'], writes: ['u'], columns: { 'u.x': 't-link.x', 'u.y': 't-link.y' } });
    const QUERY = `query ($ns: String!, $name: String!) { dataset(namespace: $ns, name: $name) {
      id aliases columns { nodes { id type } } consumedBy { nodes { name } } } }`;
    const expected = {
      id: world.dataset('t'),
      aliases: [world.dataset('t-link')],
      columns: {
        nodes: [
          { id: world.column('t.x'), type: 'int' },
          { id: world.column('t.y'), type: null },
        ],
      },
      consumedBy: { nodes: [{ name: 'r' }] },
    };
    for (const name of ['t', 't-link'])
      expect((await world.ask<{ dataset: object }>(QUERY, { ns: world.ns, name })).dataset).toEqual(expected);
    const { node } = await world.ask<{ node: object }>(`query ($id: ID!) { node(id: $id) { id } }`, { id: world.column('t-link.x') });
    expect(node).toEqual({ id: world.column('t.x') });
    const { datasets } = await world.ask<{ datasets: { nodes: { name: string }[] } }>(
      `query ($ns: String!) { datasets(filter: { namespace: $ns, nameContains: "T-L" }) { nodes { name } } }`,
      { ns: world.ns },
    );
    expect(datasets.nodes).toEqual([]);
  });
});

describe('lists', () => {
  const names = async (field: string, filter: string): Promise<string[]> => {
    const answer = await world.ask<Record<string, { nodes: { name: string }[] }>>(`{ ${field}(filter: { ${filter} }) { nodes { name } } }`);
    return answer[field]!.nodes.map(({ name }) => name);
  };

  test('narrowed by namespace, name, source, owner, being described', async () => {
    const ns = `namespace: "${world.ns}"`;
    expect(await names('datasets', `${ns}, nameContains: "OR"`)).toEqual(['orders', 'report']);
    expect(await names('datasets', `source: "source:${world.ns}", described: true`)).toEqual(['orders', 't']);
    expect(await names('datasets', `owner: "person:${world.ns}/ana"`)).toEqual(['orders']);
    expect(await names('jobs', `${ns}, integration: "spark"`)).toEqual(['report']);
    expect(await names('jobs', `${ns}, trigger: STREAMING`)).toEqual(['report']);
    expect(await names('owners', ns)).toEqual(['ana']);
    expect(await names('dataSources', ns)).toEqual([world.ns]);
    expect(await names('columns', `dataset: "${world.dataset('orders')}"`)).toEqual(['customer', 'customer.name', 'id', 'total']);
    expect(await names('columns', `${ns}, type: "INT"`)).toEqual(['x']);
    expect(await names('connectors', 'nameContains: "example.org/test"')).toEqual(['https://example.org/test']);
  });

  test('runs: of a job, in a state, heard of since and until', async () => {
    const ids = async (filter: string) =>
      (
        await world.ask<{ runs: { nodes: { externalId: string }[] } }>(`{ runs(filter: { ${filter} }) { nodes { externalId } } }`)
      ).runs.nodes.map((run) => run.externalId);
    expect(await ids(`job: "${world.job('report')}"`)).toEqual(['report-2', 'report-1']);
    expect(await ids(`job: "${world.job('report')}", state: FAILED`)).toEqual(['report-2']);
    expect(
      await ids(`namespace: "${world.ns}", states: [SUCCEEDED], since: "2026-01-01T00:02:00Z", until: "2026-01-01T00:04:30Z"`),
    ).toEqual(['load-2', 'report-1', 'load-1']);
    expect(await ids(`parent: "${world.run('report-2')}"`)).toEqual(['part-1']);
  });

  test('pages are stable when something is inserted before them', async () => {
    const PAGE = `query ($ns: String!, $after: String) { datasets(filter: { namespace: $ns, nameContains: "p-" }, first: 2, after: $after) {
      nodes { name } edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    await world.said(['p-b', 'p-d', 'p-f'].map((name) => ({ id: world.dataset(name) })));
    const first = (await world.ask<{ datasets: { nodes: object[]; pageInfo: { endCursor: string } } }>(PAGE, { ns: world.ns })).datasets;
    expect(first).toMatchObject({ nodes: [{ name: 'p-b' }, { name: 'p-d' }], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    await world.said(['p-a', 'p-c', 'p-e'].map((name) => ({ id: world.dataset(name) })));
    const second = (await world.ask<{ datasets: object }>(PAGE, { ns: world.ns, after: first.pageInfo.endCursor })).datasets;
    expect(second).toMatchObject({ nodes: [{ name: 'p-e' }, { name: 'p-f' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  });

  test('pages of runs and of columns, one by one, are the whole', async () => {
    const collect = async (source: string, field: string) => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const answer: Record<
          string,
          { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
        > = await world.ask(source, { ns: world.ns, after });
        const page = answer[field]!;
        found.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      return found;
    };
    const rest = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';
    const runs = await collect(
      `query ($ns: String!, $after: String) { runs(filter: { namespace: $ns }, first: 1, after: $after) { ${rest} } }`,
      'runs',
    );
    expect(runs).toHaveLength(6);
    const columns = await collect(
      `query ($ns: String!, $after: String) { columns(filter: { namespace: $ns }, first: 3, after: $after) { ${rest} } }`,
      'columns',
    );
    expect(columns).toEqual([...new Set(columns)].sort());
    expect(columns).toContain(world.column('report.total'));
  });

  test('bounds and cursors that are none are refused with a reason', async () => {
    await expect(world.ask('{ datasets(first: 101) { nodes { id } } }')).rejects.toThrow('first is 101; it must be from 1 to 100.');
    await expect(world.ask('{ datasets(after: "x") { nodes { id } } }')).rejects.toThrow(/after is not a cursor/);
  });

  test('100 datasets with columns, owners and tags take a fixed number of statements', async () => {
    const QUERY = `query ($ns: String!, $first: Int) { datasets(filter: { namespace: $ns, nameContains: "many-" }, first: $first) { nodes {
      id source { type } columns(first: 50) { nodes { name type tags { tag { name } } owners { role } } }
      owners { role owner { name } } tags { tag { name } } producedBy(first: 5) { nodes { name latestRun { state } } } } } }`;
    await world.said(
      Array.from({ length: 100 }, (_, at) => ({
        id: world.dataset(`many-${at}`),
        attributes: {
          schema: [{ path: 'a' }, { path: 'b' }],
          [`owner:person:${world.ns}/p${at % 7}:OWNER`]: true,
          [`tag:tag:${world.ns}/t${at % 5}`]: true,
        },
      })),
    );
    const few = await world.ask<{ datasets: { nodes: object[] } }>(QUERY, { ns: world.ns, first: 2 });
    const statements = world.counting.statements.length;
    const many = await world.ask<{ datasets: { nodes: object[] } }>(QUERY, { ns: world.ns, first: 100 });
    expect([few.datasets.nodes.length, many.datasets.nodes.length]).toEqual([2, 100]);
    expect(world.counting.statements.length).toBe(statements);
    expect(statements).toBeLessThanOrEqual(8);
    expect(many.datasets.nodes[0]).toMatchObject({
      columns: { nodes: [{ name: 'a' }, { name: 'b' }] },
      owners: [{ role: 'OWNER', owner: { name: 'p0' } }],
      tags: [{ tag: { name: 't0' } }],
    });
  });
});

describe('saying something', () => {
  const PAYLOAD = 'position receipts { index outcome id problems { rule path message remedy } } entity { id __typename ...more }';
  const MORE = `fragment more on Entity { description descriptions { text by } owners { role by owner { id } } tags { by via tag { id name } } removedAt lastPosition }`;
  const say = async (mutation: string, as: object = {}) => world.execute(`mutation { it: ${mutation} { ${PAYLOAD} } } ${MORE}`, {}, as);
  const said = async (mutation: string) => {
    const { data, errors } = await say(mutation);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data!.it)) as { position: string; receipts: object[]; entity: Record<string, unknown> | null };
  };

  test('describe: a person counts more than a system; said again; taken back', async () => {
    const id = world.dataset('orders');
    const first = await said(`describe(input: { id: "${id}", text: "Orders, says Ana" })`);
    expect(first.receipts).toEqual([{ index: 0, outcome: 'APPLIED', id, problems: [] }]);
    expect(first.entity).toMatchObject({ __typename: 'Dataset', description: 'Orders, says Ana', lastPosition: first.position });
    expect(first.entity!.descriptions).toEqual([
      { text: 'Orders, says Ana', by: 'person:ana' },
      { text: 'All orders', by: 'https://example.org/test' },
    ]);
    expect((await said(`describe(input: { id: "${id}", text: "Better" })`)).entity).toMatchObject({ description: 'Better' });
    expect((await said(`describe(input: { id: "${id}", text: "Orders, says Ana" })`)).entity).toMatchObject({
      description: 'Orders, says Ana',
    });
    expect((await said(`describe(input: { id: "${id}", text: "" })`)).entity).toMatchObject({ description: 'All orders' });
  });

  test('of two who disagree the last one counts, also with the words that he had before', async () => {
    const id = world.dataset('disputed');
    const described = async (producer: string, description: string): Promise<string | undefined> => {
      await world.said([{ id, attributes: { documentation: { description } } }], { producer });
      return (await world.ask<{ node: { description: string } }>(`{ node(id: "${id}") { ... on Entity { description } } }`)).node
        .description;
    };
    expect(await described('person:ana', 'Mine')).toBe('Mine');
    expect(await described('person:bob', 'Ours')).toBe('Ours');
    expect(await described('person:ana', 'Mine')).toBe('Mine');
  });

  test('the same said twice is said once; again after somebody else said otherwise, or after a removal, it is new', async () => {
    const id = world.dataset('repeated');
    await world.said([{ id }]);
    const sayings = [
      `describe(input: { id: "${id}", text: "Twice" })`,
      `attachTag(input: { id: "${id}", tag: "twice" })`,
      `assignOwner(input: { id: "${id}", owner: "twice" })`,
      `registerDataSource(input: { namespace: "twice-${world.ns}", type: HTTP })`,
    ];
    for (const saying of sayings) expect(await said(saying)).toMatchObject({ receipts: [{ outcome: 'APPLIED' }] });
    const { position } = await world.said([{ id: world.dataset('other') }]);
    for (const saying of sayings)
      expect(await said(saying)).toMatchObject({ position: String(position), receipts: [{ outcome: 'UNCHANGED', problems: [] }] });

    await world.said([{ id, attributes: { documentation: { description: 'Thrice' } } }], {
      producer: 'person:bob',
      at: timeOf(Date.now()),
    });
    expect(await said(sayings[0]!)).toMatchObject({ receipts: [{ outcome: 'APPLIED' }], entity: { description: 'Twice' } });
    await said(`remove(input: { id: "${id}" })`);
    expect(await said(sayings[0]!)).toMatchObject({ receipts: [{ outcome: 'APPLIED' }], entity: { removedAt: null } });
  });

  test('columns too', async () => {
    const id = world.column('orders.id');
    expect((await said(`describe(input: { id: "${id}", text: "Key" })`)).entity).toMatchObject({
      id,
      description: 'Key',
      __typename: 'Column',
    });
    expect((await said(`attachTag(input: { id: "${id}", tag: "pii" })`)).entity).toMatchObject({
      tags: [{ by: 'person:ana', via: null, tag: { id: 'tag:default/pii', name: 'pii' } }],
    });
    const { columns } = await world.ask<{ columns: { nodes: object[] } }>(
      `{ columns(filter: { tag: "tag:default/pii", namespace: "${world.ns}" }) { nodes { id } } }`,
    );
    expect(columns.nodes).toEqual([{ id }]);
  });

  test('owners and tags are made by being named, and taken back', async () => {
    const id = world.job('load');
    const owner = `team:${world.ns}/data`;
    expect((await said(`assignOwner(input: { id: "${id}", owner: "${owner}", role: "STEWARD" })`)).entity).toMatchObject({
      owners: [{ role: 'STEWARD', by: 'person:ana', owner: { id: owner } }],
    });
    const { node } = await world.ask<{ node: object }>(`{ node(id: "${owner}") { ... on Team { name owns { nodes { id } } } } }`);
    expect(node).toEqual({ name: 'data', owns: { nodes: [{ id }] } });
    expect((await said(`assignOwner(input: { id: "${id}", owner: "${owner}", role: "STEWARD", remove: true })`)).entity).toMatchObject({
      owners: [],
    });
    await said(`attachTag(input: { id: "${id}", tag: "tag:${world.ns}/gold" })`);
    const { tags } = await world.ask<{ tags: { nodes: object[] } }>(
      `{ tags(filter: { namespace: "${world.ns}", nameContains: "gold" }) { nodes { name entities { nodes { id } } } } }`,
    );
    expect(tags.nodes).toEqual([{ name: 'gold', entities: { nodes: [{ id }] } }]);
    expect((await said(`attachTag(input: { id: "${id}", tag: "tag:${world.ns}/gold", remove: true })`)).entity).toMatchObject({ tags: [] });
  });

  test('at most 100 tags, since they come as a plain list', async () => {
    const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`tag:tag:${world.ns}/t${i}`, true]));
    await world.said([{ id: world.dataset('tagged'), attributes }], { producer: 'person:ana' });
    expect(await said(`attachTag(input: { id: "${world.dataset('tagged')}", tag: "one-more" })`)).toMatchObject({
      entity: null,
      receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'at-most-100-tags' }] }],
    });
    const less = await said(`attachTag(input: { id: "${world.dataset('tagged')}", tag: "tag:${world.ns}/t7", remove: true })`);
    expect(less.entity!.tags).toHaveLength(99);
  });

  test('remove: a tombstone, out of lists, still answered', async () => {
    await world.said([{ id: world.dataset('old') }]);
    const { entity } = await said(`remove(input: { id: "${world.dataset('old')}" })`);
    expect(entity!.removedAt).toEqual(expect.any(String));
    const list = `query ($removed: Boolean!) { datasets(filter: { namespace: "${world.ns}", nameContains: "old", removed: $removed }) { nodes { name } } }`;
    expect((await world.ask<{ datasets: object }>(list, { removed: false })).datasets).toEqual({ nodes: [] });
    expect((await world.ask<{ datasets: object }>(list, { removed: true })).datasets).toEqual({ nodes: [{ name: 'old' }] });
  });

  test('registerDataSource: named, typed, placed; what is left out stays', async () => {
    const ns = `postgres://${world.ns}`;
    await said(`registerDataSource(input: { namespace: "${ns}", type: WAREHOUSE, place: { dataCenter: "Vienna" }, name: "The shop" })`);
    await said(`registerDataSource(input: { namespace: "${ns}", access: { uri: "postgres://ro@shop", instructions: "ask Ana" } })`);
    const { dataSource } = await world.ask<{ dataSource: object }>(
      `{ dataSource(namespace: "${ns}") { type place { dataCenter cloud } access { uri instructions } displayName described } }`,
    );
    expect(dataSource).toEqual({
      type: 'WAREHOUSE',
      place: { dataCenter: 'Vienna', cloud: null },
      access: { uri: 'postgres://ro@shop', instructions: 'ask Ana' },
      displayName: 'The shop',
      described: true,
    });
  });

  test('refused with rule, place, message and remedy; nothing is written', async () => {
    const unknown = await said(`describe(input: { id: "${world.dataset('never')}", text: "x" })`);
    expect(unknown).toMatchObject({
      entity: null,
      receipts: [{ outcome: 'REFUSED', id: null, problems: [{ rule: 'known-entity', path: ['input', 'id'] }] }],
    });
    expect(await said(`assignOwner(input: { id: "${world.job('load')}", owner: "tag:default/x" })`)).toMatchObject({
      receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'owner-id', remedy: expect.stringContaining('person:default/ana') }] }],
    });
    expect(await said(`attachTag(input: { id: "${world.job('load')}", tag: "job:default/x" })`)).toMatchObject({
      receipts: [{ problems: [{ rule: 'tag-id' }] }],
    });
    const { dataset } = await world.ask<{ dataset: null }>(`{ dataset(namespace: "${world.ns}", name: "never") { id } }`);
    expect(dataset).toBeNull();
    const tooLong = await say(`assignOwner(input: { id: "${world.job('load')}", owner: "ana", role: "a:b" })`);
    expect(tooLong.errors?.[0]?.message).toMatch(/must not contain/);
  });

  test('readers and connectors may not', async () => {
    for (const role of ['READER', 'CONNECTOR']) {
      const { errors } = await say(`describe(input: { id: "${world.job('load')}", text: "x" })`, { role });
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('positions', () => {
  test('a read that sends the position of a write sees it; one that is never reached says so', async () => {
    const { position } = await world.said([{ id: world.dataset('now') }]);
    const read = `{ dataset(namespace: "${world.ns}", name: "now") { name } }`;
    expect((await world.execute(read, {}, { minPosition: String(position) })).data).toEqual({ dataset: { name: 'now' } });
    await expect(world.execute(read, {}, { minPosition: '9000000000000' })).rejects.toMatchObject({ code: 'POSITION_NOT_REACHED' });
    await expect(world.execute(read, {}, { minPosition: 'soon' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('changes: what happened to some since a position, in order, page by page', async () => {
    const { position } = await world.said([{ id: world.dataset('watched') }]);
    await world.said([{ id: world.dataset('watched'), attributes: { documentation: { description: 'seen' } } }]);
    await world.said([{ id: world.dataset('other') }]);
    await world.said([{ id: world.dataset('watched'), removed: { ban: false } }]);
    const CHANGES = `query ($after: Position, $ids: [ID!], $kinds: [EntityKind!], $first: Int) { changes(after: $after, ids: $ids, kinds: $kinds, first: $first) {
      nodes { position change entityId by entity { id } } pageInfo { hasNextPage endCursor } } }`;
    interface Changes {
      changes: { nodes: { position: string; change: string; entityId: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const ids = [world.dataset('watched')];
    const { changes } = await world.ask<Changes>(CHANGES, { after: String(position), ids, kinds: ['DATASET'] });
    expect(changes.nodes.map(({ change }) => change)).toEqual(['UPDATED', 'REMOVED']);
    const page = (await world.ask<Changes>(CHANGES, { after: String(position), ids, first: 1 })).changes;
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: changes.nodes[0]!.position });
    const rest = (await world.ask<Changes>(CHANGES, { after: page.pageInfo.endCursor, ids, first: 1 })).changes;
    expect(rest.nodes.map(({ change }) => change)).toEqual(['REMOVED']);
    const none = (await world.ask<Changes>(CHANGES, { after: rest.pageInfo.endCursor, ids })).changes;
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
    expect((await world.ask<Changes>(CHANGES, { after: String(position), kinds: ['JOB'] })).changes.nodes).toEqual([]);
  });
});

test('every statement that was needed here had been planned by the warm-up', () => {
  expect([...world.counting.all].filter((statement) => !warmed.has(statement))).toEqual([]);
});
