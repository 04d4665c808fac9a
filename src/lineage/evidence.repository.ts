import type { Database } from '../neo4j/database.js';
import type { AssertionRow } from './evidence.js';

const FIND_ASSERTIONS = `
UNWIND $p.numbers AS number
MATCH (a:Assertion {number: number})
OPTIONAL MATCH (j:Entity {key: a.job})
OPTIONAL MATCH (r:Entity {key: a.lastRun})
RETURN a.number AS number, a.producer AS producer, a.method AS method, a.firstSeen AS firstSeen, a.lastSeen AS lastSeen,
  r.id AS lastRun, CASE WHEN j.kind = 'JOB' THEN j.id END AS job`;

/** In the order asked. */
export async function findAssertions(database: Database, numbers: readonly number[]): Promise<(AssertionRow | null)[]> {
  if (numbers.length === 0) return [];
  const rows = await database.read<AssertionRow>(FIND_ASSERTIONS, { p: { numbers } });
  const found = new Map(rows.map((row) => [row.number, row]));
  return numbers.map((number) => found.get(number) ?? null);
}
