import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VinciError } from '../../src/errors.js';
import { CatalogWorld } from '../support/catalog-world.js';

const LINEAGE = `query ($id: ID!, $direction: LineageDirection!, $depth: Int, $level: LineageLevel, $kinds: [EntityKind!],
  $includeIndirect: Boolean, $first: Int, $after: String) {
  lineage(id: $id, direction: $direction, depth: $depth, level: $level, kinds: $kinds, includeIndirect: $includeIndirect,
    first: $first, after: $after) {
    root { id }
    nodes { entity { id ... on Entity { kind namespace name } } distance }
    edges { from to kind via }
    counts { kind count } maxDistance complete truncatedBecause frontier position
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Lineage {
  root: { id: string };
  nodes: { entity: { id: string; kind: string; namespace: string; name: string }; distance: number }[];
  edges: { from: string; to: string; kind: string; via: string[] }[];
  counts: { kind: string; count: number }[];
  maxDistance: number;
  complete: boolean;
  truncatedBecause: string | null;
  frontier: string[];
  position: string;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let world: CatalogWorld;

async function lineage(id: string, variables: object = {}): Promise<Lineage> {
  return (await world.ask<{ lineage: Lineage }>(LINEAGE, { id, direction: 'DOWNSTREAM', ...variables })).lineage;
}

/** `distance name`, in the order of the answer. */
const nodesOf = (found: Lineage): string[] => found.nodes.map(({ entity, distance }) => `${distance} ${world.shortly(entity.id)}`);
const edgesOf = (found: Lineage): string[] =>
  found.edges
    .map(
      ({ from, to, kind, via }) =>
        `${world.shortly(from)} ${kind} ${world.shortly(to)}${via.map((id) => ` via ${world.shortly(id)}`).join('')}`,
    )
    .sort();

beforeAll(async () => {
  world = await CatalogWorld.open();
});
afterAll(() => world.close());

describe('a shop: orders and customers become a report', () => {
  beforeAll(async () => {
    await world.ran({
      job: 'clean',
      reads: ['orders'],
      writes: ['clean'],
      columns: { 'clean.id': 'orders.id', 'clean.sum': 'orders.price orders.count', clean: 'orders.state' },
    });
    await world.ran({
      job: 'join',
      reads: ['clean', 'customers'],
      writes: ['wide'],
      columns: { 'wide.sum': 'clean.sum', 'wide.name': 'customers.name', wide: 'clean.id customers.id' },
    });
    await world.ran({
      job: 'report',
      reads: ['wide'],
      writes: ['report'],
      columns: { 'report.sum': 'wide.sum', 'report.name': 'wide.name' },
    });
    await world.ran({ job: 'elsewhere', reads: ['weather'], writes: ['forecast'] });
  });

  test('downstream: all the way, with distances in edges, and nothing that is not connected', async () => {
    const found = await lineage(world.dataset('orders'));
    expect(nodesOf(found)).toEqual(['0 orders', '1 clean', '2 clean', '3 join', '4 wide', '5 report', '6 report']);
    expect(edgesOf(found)).toEqual([
      'clean FEEDS join',
      'clean PRODUCES clean',
      'join PRODUCES wide',
      'orders FEEDS clean',
      'report PRODUCES report',
      'wide FEEDS report',
    ]);
    expect(found).toMatchObject({
      maxDistance: 6,
      complete: true,
      truncatedBecause: null,
      frontier: [],
      root: { id: world.dataset('orders') },
    });
    expect(found.counts).toEqual([
      { kind: 'DATASET', count: 4 },
      { kind: 'JOB', count: 3 },
    ]);
    // customers feed the same job, but orders do not flow into them
    expect(nodesOf(found).join()).not.toMatch(/customers|weather|forecast/);
  });

  test('upstream, and a name that ids alone tell', async () => {
    const found = await lineage(world.dataset('wide'), { direction: 'UPSTREAM' });
    expect(nodesOf(found)).toEqual(['0 wide', '1 join', '2 clean', '2 customers', '3 clean', '4 orders']);
    expect(found.nodes[0]!.entity).toEqual({ id: world.dataset('wide'), kind: 'DATASET', namespace: world.ns, name: 'wide' });
  });

  test('both ways: upstream has negative distances and comes first', async () => {
    const found = await lineage(world.job('join'), { direction: 'BOTH' });
    expect(nodesOf(found)).toEqual(['-3 orders', '-2 clean', '-1 clean', '-1 customers', '0 join', '1 wide', '2 report', '3 report']);
    expect(found.maxDistance).toBe(3);
    expect(found.edges).toHaveLength(7);
  });

  test('depth counts edges', async () => {
    expect(nodesOf(await lineage(world.dataset('orders'), { depth: 2 }))).toEqual(['0 orders', '1 clean', '2 clean']);
    expect(nodesOf(await lineage(world.dataset('orders'), { depth: 0 }))).toEqual(['0 orders']);
  });

  test('kinds says what is returned; what is skipped is in via', async () => {
    const found = await lineage(world.dataset('orders'), { kinds: ['DATASET'] });
    expect(nodesOf(found)).toEqual(['0 orders', '2 clean', '4 wide', '6 report']);
    expect(edgesOf(found)).toEqual(['clean FLOWS wide via join', 'orders FLOWS clean via clean', 'wide FLOWS report via report']);
    expect(found.counts).toEqual([{ kind: 'DATASET', count: 4 }]);
  });

  test('it begins at the dataset of a column or version, and at the job of a run', async () => {
    const { dataset } = await world.ask<{ dataset: { versions: { nodes: { id: string }[] } } }>(
      `query ($ns: String!) { dataset(namespace: $ns, name: "wide") { versions { nodes { id } } } }`,
      { ns: world.ns },
    );
    expect((await lineage(dataset.versions.nodes[0]!.id)).root.id).toBe(world.dataset('wide'));
    expect((await lineage(world.column('wide.sum'))).root.id).toBe(world.dataset('wide'));
    expect((await lineage(world.run('run-1'))).root.id).toBe(world.job('clean'));
  });

  test('columns: along derivations only', async () => {
    const found = await lineage(world.column('orders.price'), { level: 'COLUMN' });
    expect(nodesOf(found)).toEqual(['0 orders#price', '1 clean#sum', '2 wide#sum', '3 report#sum']);
    expect(edgesOf(found)).toEqual(['clean#sum DERIVES wide#sum', 'orders#price DERIVES clean#sum', 'wide#sum DERIVES report#sum']);
    expect(nodesOf(await lineage(world.column('report.sum'), { level: 'COLUMN', direction: 'UPSTREAM' }))).toEqual([
      '0 report#sum',
      '1 wide#sum',
      '2 clean#sum',
      '3 orders#count',
      '3 orders#price',
    ]);
  });

  test('columns of a whole dataset', async () => {
    expect(nodesOf(await lineage(world.dataset('orders'), { level: 'COLUMN', depth: 1 }))).toEqual([
      '0 orders#count',
      '0 orders#id',
      '0 orders#price',
      '0 orders#state',
      '1 clean#id',
      '1 clean#sum',
    ]);
  });

  test('a filter influences all rows: its dataset, all columns of that, and what comes of them; only when asked', async () => {
    expect(nodesOf(await lineage(world.column('orders.state'), { level: 'COLUMN' }))).toEqual(['0 orders#state']);
    const found = await lineage(world.column('orders.state'), { level: 'COLUMN', includeIndirect: true });
    expect(nodesOf(found)).toEqual([
      '0 orders#state',
      '1 clean',
      '1 clean#id',
      '1 clean#sum',
      '2 wide',
      '2 wide#name',
      '2 wide#sum',
      '3 report#name',
      '3 report#sum',
    ]);
    expect(edgesOf(found)).toEqual([
      'clean#id INFLUENCES wide',
      'clean#sum DERIVES wide#sum',
      'orders#state INFLUENCES clean',
      'wide#name DERIVES report#name',
      'wide#sum DERIVES report#sum',
    ]);
  });

  test('the same upstream', async () => {
    const found = await lineage(world.column('report.sum'), { level: 'COLUMN', direction: 'UPSTREAM', includeIndirect: true });
    expect(nodesOf(found)).toEqual([
      '0 report#sum',
      '1 wide',
      '1 wide#sum',
      '2 clean',
      '2 clean#id',
      '2 clean#sum',
      '2 customers#id',
      '3 orders#count',
      '3 orders#id',
      '3 orders#price',
      '3 orders#state',
    ]);
    expect(edgesOf(found)).toContain('orders#state INFLUENCES clean');
  });

  test('evidence: who, how, by which job, since when', async () => {
    const found = await world.ask<{ lineage: { edges: object[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, depth: 1) {
        edges { evidence { by method firstSeen lastSeen validFrom validTo job { id } lastRun { externalId state } } } } }`,
      { id: world.dataset('orders') },
    );
    expect(found.lineage.edges).toEqual([
      {
        evidence: [
          {
            by: 'https://example.org/test',
            method: 'OBSERVED',
            firstSeen: '2026-01-01T00:01:00Z',
            lastSeen: '2026-01-01T00:01:00Z',
            validFrom: '2026-01-01T00:01:00Z',
            validTo: null,
            job: { id: world.job('clean') },
            lastRun: { externalId: 'run-1', state: 'SUCCEEDED' },
          },
        ],
      },
    ]);
  });

  test('a contracted edge has the evidence of all that it stands for', async () => {
    const found = await world.ask<{ lineage: { edges: { evidence: object[] }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, kinds: [DATASET], depth: 2) { edges { evidence { by job { name } } } } }`,
      { id: world.dataset('orders') },
    );
    expect(found.lineage.edges[0]!.evidence).toHaveLength(2);
  });

  test('more of the entities when more is asked', async () => {
    const found = await world.ask<{ lineage: { nodes: { entity: object }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, depth: 1) { nodes { entity { __typename ...more } } } }
       fragment more on Entity { described createdAt ... on Job { trigger } owners { role } }`,
      { id: world.dataset('orders') },
    );
    expect(found.lineage.nodes).toMatchObject([
      { entity: { __typename: 'Dataset', owners: [] } },
      { entity: { __typename: 'Job', trigger: 'UNKNOWN', owners: [] } },
    ]);
  });

  test('what has no lineage, or is not there, says so', async () => {
    await expect(lineage(`source:${world.ns}`)).rejects.toThrow(/begins at a dataset, job, feature table, .* is a DATA_SOURCE/);
    await expect(lineage(world.dataset('nothing'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lineage(world.dataset('orders'), { first: 1001 })).rejects.toThrow('first is 1001; it must be from 1 to 1000.');
    await expect(lineage(world.dataset('orders'), { after: 'x' })).rejects.toBeInstanceOf(VinciError);
  });
});

describe('circles, other names, pages, limits', () => {
  beforeAll(async () => {
    await world.ran({ job: 'forth', reads: ['a', 'seed'], writes: ['b'] });
    await world.ran({ job: 'back', reads: ['b'], writes: ['a', 'c'] });
    // c is also known as c-link, which another job reads
    await world.said([
      { id: world.dataset('c'), attributes: { symlinks: [{ id: world.dataset('c-link') }], documentation: { description: 'C' } } },
    ]);
    await world.ran({ job: 'of-link', reads: ['c-link'], writes: ['d'], columns: { 'd.x': 'c-link.x' } });
    await world.ran({ job: 'into-c', reads: ['s'], writes: ['c'], columns: { 'c.x': 's.x' } });
  });
  beforeEach(() => world.bound({ nodes: 100_000, edges: 500_000 }));

  test('a circle ends', async () => {
    const found = await lineage(world.dataset('a'));
    expect(nodesOf(found)).toEqual(['0 a', '1 forth', '2 b', '3 back', '4 c', '5 of-link', '6 d']);
    expect(edgesOf(found)).toContain('back PRODUCES a');
    expect(edgesOf(found)).toHaveLength(7);
  });

  test('both ways round a circle each node and edge comes once, where it is nearer', async () => {
    const found = await lineage(world.dataset('b'), { direction: 'BOTH' });
    expect(nodesOf(found)).toEqual(['-2 seed', '-1 forth', '0 b', '1 back', '2 a', '2 c', '3 of-link', '4 d']);
    expect(new Set(edgesOf(found)).size).toBe(found.edges.length);
  });

  test('names for one thing are one node, from whichever it begins', async () => {
    for (const name of ['c', 'c-link']) {
      const found = await lineage(world.dataset(name));
      expect(found.root.id).toBe(world.dataset('c'));
      expect(nodesOf(found)).toEqual(['0 c', '1 of-link', '2 d']);
      expect(edgesOf(found)).toEqual(['c FEEDS of-link', 'of-link PRODUCES d']);
    }
    expect(nodesOf(await lineage(world.dataset('d'), { direction: 'UPSTREAM', depth: 3 }))).toEqual([
      '0 d',
      '1 of-link',
      '2 c',
      '3 back',
      '3 into-c',
    ]);
  });

  test('and so are their columns', async () => {
    expect(nodesOf(await lineage(world.column('s.x'), { level: 'COLUMN' }))).toEqual(['0 s#x', '1 c#x', '2 d#x']);
    expect(nodesOf(await lineage(world.column('d.x'), { level: 'COLUMN', direction: 'UPSTREAM' }))).toEqual(['0 d#x', '1 c#x', '2 s#x']);
    expect((await lineage(world.column('c-link.x'), { level: 'COLUMN' })).root.id).toBe(world.column('c.x'));
  });

  test('pages: all nodes in order, each edge once, with the page that holds its farther end', async () => {
    for (const variables of [{ direction: 'DOWNSTREAM' }, { direction: 'BOTH' }, { direction: 'BOTH', kinds: ['DATASET'] }]) {
      const whole = await lineage(world.dataset('b'), variables);
      const nodes: string[] = [];
      const edges: string[] = [];
      let after: string | null = null;
      do {
        const page: Lineage = await lineage(world.dataset('b'), { ...variables, first: 2, after });
        nodes.push(...nodesOf(page));
        edges.push(...edgesOf(page));
        const here = new Set(page.nodes.map(({ entity }) => entity.id));
        for (const { from, to } of page.edges) expect(here.has(from) || here.has(to)).toBe(true);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        expect(page.counts).toEqual(whole.counts);
      } while (after);
      expect(nodes).toEqual(nodesOf(whole));
      expect(edges.sort()).toEqual(edgesOf(whole));
    }
  });

  test('later pages come from the answer the first came from, without another query', async () => {
    const first = await lineage(world.dataset('a'), { first: 3 });
    await lineage(world.dataset('a'), { first: 3, after: first.pageInfo.endCursor });
    expect(world.counting.statements).toEqual([]);
  });

  test('a cursor holds its answer although something was written; forgotten, it has expired', async () => {
    const first = await lineage(world.dataset('a'), { first: 3 });
    await world.ran({ job: 'new', reads: ['a'], writes: ['e'] });
    const second = await lineage(world.dataset('a'), { first: 3, after: first.pageInfo.endCursor });
    expect(second.position).toBe(first.position);
    expect(nodesOf(second)).toEqual(['3 back', '4 c', '5 of-link']);
    world.bound({ nodes: 100_000, edges: 500_000 });
    await expect(lineage(world.dataset('a'), { first: 3, after: first.pageInfo.endCursor })).rejects.toMatchObject({
      code: 'CURSOR_EXPIRED',
    });
    await expect(lineage(world.dataset('b'), { first: 3, after: first.pageInfo.endCursor })).rejects.toThrow(/belongs to another lineage/);
  });

  test('a walk that is cut says so, why, and where to go on from', async () => {
    world.bound({ nodes: 4, edges: 500_000 });
    const cut = await lineage(world.dataset('seed'));
    expect(nodesOf(cut)).toEqual(['0 seed', '1 forth', '2 b', '3 back']);
    expect(cut).toMatchObject({ complete: false, truncatedBecause: 'NODE_LIMIT', frontier: [world.job('back')] });
    world.bound({ nodes: 100, edges: 2 });
    expect(await lineage(world.dataset('seed'))).toMatchObject({
      complete: false,
      truncatedBecause: 'EDGE_LIMIT',
      frontier: [world.dataset('b')],
    });
  });
});
