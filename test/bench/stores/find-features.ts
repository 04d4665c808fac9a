import type { Driver } from 'neo4j-driver';
import { FindFeaturesDocument, type FindFeaturesQuery } from '../../support/generated/operations.js';
import type { HttpClient } from '../../support/http-client.js';
import { quantile } from '../drive.js';
import type { Search } from './searches.js';

const PAGE = 20;
const ROUNDS = 20;

/** Everything that a page of Vinci's answer holds, in one statement. */
const REST = `
WITH e WHERE e.removedAt IS NULL
WITH e ORDER BY e.id LIMIT ${PAGE}
MATCH (e)-[:PART_OF]->(t:FeatureTable)
RETURN e.id AS id, e.name AS name, e.description AS description, e.dataType AS dataType, e.semanticKind AS semanticKind, e.unit AS unit,
  t.id AS tableId, t.namespace AS tableNamespace, t.name AS tableName,
  [(e)-[:TAGGED]->(tag) | {id: tag.id, name: tag.name}] AS tags, [(e)-[r:OWNED_BY]->(o) | {role: r.role, id: o.id}] AS owners
ORDER BY e.id`;

export interface SearchResult {
  /** Milliseconds, medians. */
  readonly vinci: number;
  readonly plain: number;
}

/** A page through Vinci's API, and by hand through the driver, in turn. */
export async function measureSearch(client: HttpClient, driver: Driver, search: Search, rounds = ROUNDS): Promise<SearchResult> {
  const times: { vinci: number[]; plain: number[] } = { vinci: [], plain: [] };
  for (let round = 0; round < rounds; round++)
    for (const filter of search.filters) {
      const began = performance.now();
      await client.query(FindFeaturesDocument, { filter, first: PAGE });
      const between = performance.now();
      await findPlainly(driver, search.match, filter);
      const ended = performance.now();
      times.vinci.push(between - began);
      times.plain.push(ended - between);
    }
  return { vinci: median(times.vinci), plain: median(times.plain) };
}

/** The answers of both have to be the same; gives a sentence for each that is not. */
export async function checkSearch(client: HttpClient, driver: Driver, { what, filters, match }: Search): Promise<string[]> {
  const faults: string[] = [];
  for (const filter of filters) {
    const { features } = await client.query(FindFeaturesDocument, { filter, first: PAGE });
    faults.push(...differences(what, features, await findPlainly(driver, match, filter)));
  }
  return faults;
}

interface PlainFeature {
  readonly id: string;
  readonly tags: readonly object[];
}

async function findPlainly(driver: Driver, match: string, filter: object): Promise<PlainFeature[]> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.executeRead((tx) => tx.run<Record<string, unknown>>(`${match}${REST}`, { p: filter }));
    return records.map((record) => record.toObject() as unknown as PlainFeature);
  } finally {
    await session.close();
  }
}

function differences(what: string, { nodes }: FindFeaturesQuery['features'], byHand: readonly PlainFeature[]): string[] {
  const told = nodes.map(({ id, tags }) => `${id} ${tags.length}`).join(' ');
  const expected = byHand.map(({ id, tags }) => `${id} ${tags.length}`).join(' ');
  return told === expected ? [] : [`${what}: ${nodes.length} features were found, ${byHand.length} by hand, or others.`];
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
