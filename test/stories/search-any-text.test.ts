import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from '../../src/search/query.js';
import { closenessOf } from '../../src/search/rank.js';
import { CatalogWorld } from '../support/catalog-world.js';
import { SearchDocument, SuggestDocument } from '../support/generated/operations.js';
import { freshNeo4j, testDatabase } from '../support/neo4j.js';

/** Whatever somebody types is answered, and with what has its words. */
let world: CatalogWorld;

const WORDS = ['order', 'orders', 'customer', 'id', 'customer_id', 'customerId', 'total', 'And', 'OR', 'not', 'v2', 'été'];

beforeAll(async () => {
  // What else is found decides what is asked about it.
  await freshNeo4j();
  world = await CatalogWorld.open();
  const claims = WORDS.flatMap((first, i) =>
    WORDS.map((second, j) => ({
      id: world.dataset(`${first}.${second}`),
      attributes: {
        schema: [{ path: WORDS[(i * j) % WORDS.length]! }, { path: WORDS[(i + j) % WORDS.length]! }],
        documentation: { description: `${WORDS[(i * 5 + j) % WORDS.length]} of ${WORDS[(i + j * 7) % WORDS.length]}` },
        [`tag:tag:default/${WORDS[(i * 3 + j) % WORDS.length]}`]: true,
        [`owner:person:default/${WORDS[j]}:OWNER`]: true,
      },
    })),
  );
  await world.said(claims);
});
afterAll(() => world.close());

interface SearchPage {
  readonly complete: boolean;
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { endCursor: string; hasNextPage: boolean };
}

const PAGE = `query ($query: String!, $ns: String!, $after: String) {
  search(query: $query, filter: { namespace: $ns, kinds: [DATASET] }, first: 100, after: $after) {
    complete nodes { id } pageInfo { endCursor hasNextPage }
  } }`;

async function found(query: string): Promise<{ ids: string[]; complete: boolean }> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer: { search: SearchPage } = await world.ask(PAGE, { query, ns: world.ns, after });
    const { nodes, pageInfo, complete } = answer.search;
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return { ids, complete };
    after = pageInfo.endCursor;
  }
}

test('the index finds what the ranking says fits, no more and no less', async () => {
  const database = await testDatabase();
  const all = await database.read<{ id: string; words: string }>(
    'MATCH (d:Dataset {namespace: $p.ns}) WHERE d.searchWords IS NOT NULL RETURN d.id AS id, d.searchWords AS words',
    { p: { ns: world.ns } },
  );
  await database.close();
  const word = fc.constantFrom(
    ...WORDS,
    'cust',
    'customeri',
    'tot',
    'orderstotal',
    '"customer id"',
    '"id customer"',
    '"of total"',
    'dataset',
    'e',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '_', '.'), async (words, separator) => {
      const text = words.join(separator);
      const query = parseQuery(text);
      const expected = all.filter((each) => closenessOf(query, each.words)).map(({ id }) => id);
      const { ids, complete } = await found(text);
      expect({ text, complete, ids: [...ids].sort() }).toEqual({ text, complete: true, ids: expected.sort() });
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

test('Lucene’s syntax, control characters, halves of characters, very long texts: nothing fails', async () => {
  const lucene = fc.stringMatching(/^[ +\-&|!(){}[\]^"~*?:\\/<>=a-zA-Z0-9_\t\n\0]{0,40}$/);
  const typed = fc.oneof(
    lucene,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ minLength: 2_000, maxLength: 20_000 }),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      for (const filter of [{}, { hasColumn: text.slice(0, 500) }]) {
        const { errors } = await world.execute(SearchDocument.toString(), { query: text, filter, first: 1 });
        expect(errors).toBeUndefined();
      }
      const { errors } = await world.execute(SuggestDocument.toString(), { text, first: 1 });
      expect(errors).toBeUndefined();
    }),
    { examples: [['\t'], ['?!'], ['']], numRuns: 150 },
  );
});

test('a page of any length, with everything about it, takes a fixed number of statements', async () => {
  const statements = async (first: number, variables: object): Promise<number> => {
    // Several times: what another story of this worker left to be taken into the index costs a statement more.
    const counts: number[] = [];
    for (let times = 0; times < 5; times++) {
      await world.ask(SearchDocument.toString(), { first, ...variables });
      counts.push(world.counting.statements.length);
    }
    return Math.min(...counts);
  };
  for (const variables of [{ query: 'order' }, { filter: { namespace: world.ns } }, { filter: { tag: 'total' } }]) {
    expect(await statements(100, variables)).toBe(await statements(3, variables));
    expect(await statements(100, variables)).toBeLessThanOrEqual(5);
  }
});
