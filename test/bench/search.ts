import type { Driver } from 'neo4j-driver';
import { printLucene, printSuggestion } from '../../src/search/lucene.js';
import { parseQuery } from '../../src/search/query.js';
import { SearchDocument, SuggestDocument } from '../support/generated/operations.js';
import type { HttpClient } from '../support/http-client.js';
import { quantile } from './drive.js';
import { namedDatasets } from './estate/closure.js';
import type { Estate } from './estate/estate.js';
import { searchPlainly } from './plain/search.js';

/** Milliseconds, medians. */
export interface Compared {
  readonly vinci: number;
  readonly plain: number;
}

export interface SearchResult {
  readonly suggest: Compared;
  readonly search: Compared;
  readonly listed: Compared;
  /** What differs from the estate, a sentence each. */
  readonly faults: readonly string[];
}

const TYPED = ['c', 'cu', 'cust', 'customer', 'customer 00', 'inv', 'l03', 'enrich', 'd', 'raw ord'];
const QUERIES = ['customer', 'customer email', 'raw.order', 'enrich', 'batch_no', 'campaign click', '"created at"', 'warehouse'];
const ROUNDS = 10;
const FIRST = 20;

const SEARCH_PAGE = 'query ($query: String) { search(query: $query, first: 20) { nodes { id kind namespace name description } } }';

export async function measureSearch(client: HttpClient, driver: Driver, estate: Estate): Promise<SearchResult> {
  const suggest = await compared(
    TYPED,
    (text) => client.query(SuggestDocument, { text, first: 10 }),
    (text) => searchPlainly(driver, printSuggestion(parseQuery(text)), 10),
  );
  const plainSearch = (text: string) => searchPlainly(driver, printLucene(parseQuery(text)), FIRST);
  const search = await compared(QUERIES, (query) => client.query(SEARCH_PAGE, { query }), plainSearch);
  const listed = await compared(QUERIES, (query) => client.query(SearchDocument, { query, first: FIRST }), plainSearch);
  return { suggest, search, listed, faults: await wrong(client, estate) };
}

/** Takes turns, so that a noisy moment hits both. The first round warms up. */
async function compared(
  texts: readonly string[],
  vinci: (text: string) => Promise<unknown>,
  plain: (text: string) => Promise<unknown>,
): Promise<Compared> {
  const times = { vinci: [] as number[], plain: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++)
    for (const text of texts)
      for (const [who, ask] of [['vinci', vinci] as const, ['plain', plain] as const]) {
        const began = performance.now();
        await ask(text);
        if (round > 0) times[who].push(performance.now() - began);
      }
  return { vinci: median(times.vinci), plain: median(times.plain) };
}

/** Of every hundredth dataset: is it the first that is found by its name, and suggested by it? */
async function wrong(client: HttpClient, estate: Estate): Promise<string[]> {
  const faults: string[] = [];
  for (const name of [...namedDatasets(estate)].filter((_, at) => at % 100 === 0)) {
    const { search } = await client.query(SearchDocument, { query: name, first: 1 });
    if (search.edges[0]?.node.name !== name) faults.push(`Search for ${name} finds ${search.edges[0]?.node.name} first.`);
    const { suggest } = await client.query(SuggestDocument, { text: name, first: 1 });
    if (suggest[0]?.entity.name !== name) faults.push(`For ${name} ${suggest[0]?.entity.name} is suggested.`);
  }
  return faults;
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
