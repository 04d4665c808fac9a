import { RELATION_TYPES } from '../catalog/entity/projection.js';

/**
 * Whatever the graph grows to, these statements are best done the same way, by unique key. Neo4j would otherwise plan them anew
 * every ten seconds while it grows fast, and a statement as long as the one that commits for half a second.
 */
export const KEEP_PLAN = 'CYPHER replan=skip';

/** Everything the Writer must know of entities before it folds facts into them. $p.ids: entity ids. */
export const LOAD_ENTITIES = `${KEEP_PLAN}
UNWIND $p.ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.key AS key, e.said AS said, e.saidAt AS saidAt, e.seenAt AS seenAt, e.position AS position, e.removedAt AS removedAt,
  e.canonical AS canonical, e.schema AS schema, e.state AS state, e.firstAt AS firstAt, e.latestAt AS latestAt, e.facts AS facts, e.sets AS sets,
  [(e)-[r:${RELATION_TYPES.join('|')}]->(t) | [type(r), t.id, r.role, r.by, r.value]] AS relations,
  [(e)<-[:SAME_AS]-(t) | t.id] AS namedBy,
  [(e)-[:WROTE]->(t) | t.id] AS wrote,
  [(e)-[:HAS_COLUMN]->(c) | [c.key, c.name, c.inSomeSchema, c.type, c.ordinal, c.description, c.described, c.removedAt, c.said, c.saidAt, c.seenAt]] AS columns`;

/** Owners, tags, terms and domains of columns of which somebody said something. $p.keys: column keys. */
export const LOAD_COLUMN_RELATIONS = `${KEEP_PLAN}
UNWIND $p.keys AS key
MATCH (c:Column {key: key})-[r:OWNED_BY|TAGGED|MEANS|IN_DOMAIN]->(t)
RETURN c.key AS key, type(r) AS type, t.id AS to, r.role AS role, r.by AS by`;

/** $p.hashes: of sets and schemas. */
export const LOAD_CONTENTS = `${KEEP_PLAN}
UNWIND $p.hashes AS hash
MATCH (c:Content {hash: hash})
RETURN c.hash AS hash, c.body AS body, c.packed AS packed`;

/** All that was ever said about what a job (or a dataset, for lineage without a job) reads and writes. $p.ids: subjects. */
export const LOAD_SUBJECTS = `${KEEP_PLAN}
UNWIND $p.ids AS id
MATCH (s:Entity {id: id})
RETURN id,
  [(s)<-[:RUN_OF]-(r) WHERE r.sets IS NOT NULL | [r.id, r.firstAt, r.latestAt, r.state, r.sets]] AS runs,
  COLLECT { MATCH (d:Declaration {subject: id}) WHERE d.sets IS NOT NULL RETURN [d.hash, d.producer, d.method, d.at, d.sets] } AS declarations,
  COLLECT { MATCH (a:Assertion {job: s.key}) RETURN [a.number, a.producer, a.method, a.scope, a.set] } AS assertions`;

/** Which of these facts were declared before. $p.hashes. */
export const LOAD_DECLARATIONS = `${KEEP_PLAN}
UNWIND $p.hashes AS hash
MATCH (d:Declaration {hash: hash})
RETURN d.hash AS hash, d.input AS input, d.answer AS answer`;

/** Which of these artifacts something has that was not removed. $p.ids. */
export const LOAD_REFERENCED = `${KEEP_PLAN}
UNWIND $p.ids AS id
MATCH (a:Entity {id: id})
WHERE EXISTS { (a)<-[:HAS_ARTIFACT]-(e:Entity) WHERE e.removedAt IS NULL }
RETURN id`;

export const LOADS = [LOAD_ENTITIES, LOAD_COLUMN_RELATIONS, LOAD_CONTENTS, LOAD_SUBJECTS, LOAD_DECLARATIONS, LOAD_REFERENCED];
