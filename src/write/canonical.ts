import { RELATION_TYPES } from '../catalog/entity/projection.js';
import type { Database } from '../neo4j/database.js';
import { canonicalText, hashOf } from './content.js';
import type { Json } from './fact.js';
import { readFacts } from './log.js';
import { PAST } from './scopes.js';

/**
 * The canonical state of the whole graph as sorted lines, and its hash: facts, entities, edges and their valid time. The
 * same facts in any order, any number of times, give the same lines. Left out is what depends on when they were recorded:
 * positions, recorded times, keys, numbers, the log's batches; and versions of runs that turned out not to have succeeded.
 */
const ENTITIES = `
MATCH (e:Entity) WHERE NOT (e:DatasetVersion AND e.removedAt IS NOT NULL)
RETURN e.id AS id, properties(e) AS properties, e.removedAt IS NOT NULL AS removed`;

const COLUMNS = `
MATCH (d:Entity)-[:HAS_COLUMN]->(c:Column)
RETURN d.id + '#' + c.name AS id, properties(c) AS properties, c.removedAt IS NOT NULL AS removed`;

const RELATIONS = `
MATCH (a)-[e:${[...RELATION_TYPES, 'HAS_VERSION', 'WROTE'].join('|')}]->(b)
WHERE NOT (b:DatasetVersion AND b.removedAt IS NOT NULL)
OPTIONAL MATCH (d:Entity)-[:HAS_COLUMN]->(a)
RETURN coalesce(a.id, d.id + '#' + a.name) AS a, type(e) AS type, b.id AS b, properties(e) AS properties`;

const EDGES = `
MATCH (a)-[e:${Object.entries(PAST).flat().join('|')}]->(b)
WHERE e.knownTo IS NULL
OPTIONAL MATCH (da:Entity)-[:HAS_COLUMN]->(a)
OPTIONAL MATCH (db:Entity)-[:HAS_COLUMN]->(b)
OPTIONAL MATCH (job:Entity {key: e.job})
RETURN coalesce(a.id, da.id + '#' + a.name) AS a, type(e) AS type, coalesce(b.id, db.id + '#' + b.name) AS b, job.id AS job,
  e.by AS by, e.how AS how, e.validFrom AS validFrom, e.validTo AS validTo`;

const ASSERTIONS = `
MATCH (a:Assertion)
OPTIONAL MATCH (job:Entity {key: a.job})
OPTIONAL MATCH (run:Entity {key: a.lastRun})
RETURN a.number AS number, job.id AS job, run.id AS run, properties(a) AS properties`;

const RECORDED: ReadonlySet<string> = new Set([
  'key',
  'position',
  'createdAt',
  'updatedAt',
  'removedAt',
  'knownFrom',
  'knownTo',
  'number',
  'job',
  'lastRun',
]);

interface Row {
  properties: Record<string, Json>;
  [name: string]: unknown;
}

export async function canonicalLines(database: Database): Promise<string[]> {
  const lines: string[] = [];
  const add = (about: string, values: Record<string, unknown>) => lines.push(`${about} ${canonicalText(values as Json)}`);
  for (const row of await database.read<Row>(ENTITIES)) add('entity', { removed: row.removed, ...lasting(row.properties) });
  for (const row of await database.read<Row>(COLUMNS)) add('column', { id: row.id, removed: row.removed, ...lasting(row.properties) });
  for (const { properties, ...row } of await database.read<Row>(RELATIONS)) add('relation', { ...row, ...lasting(properties) });
  const names = new Map<number, string>();
  for (const { number, job, run, properties } of await database.read<Row>(ASSERTIONS)) {
    const { producer, method, scope, set } = properties;
    names.set(number as number, [job, producer, method, scope, set].join(' '));
    add('assertion', { job, run: run ?? null, ...lasting(properties) });
  }
  for (const { by, ...row } of await database.read<Row>(EDGES))
    add('edge', { ...row, by: (by as number[]).map((n) => names.get(n) ?? '?').sort() });
  const facts = new Set<string>();
  for await (const fact of readFacts(database)) facts.add(fact.hash);
  for (const hash of facts) lines.push(`fact ${hash}`);
  return lines.sort();
}

export async function canonicalHash(database: Database): Promise<string> {
  return hashOf((await canonicalLines(database)).join('\n'));
}

function lasting(properties: Record<string, Json>): Record<string, Json> {
  const kept = Object.entries(properties).filter(([name, value]) => !RECORDED.has(name) && value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, name === 'facts' ? (value as string).split(' ').sort() : value]));
}
