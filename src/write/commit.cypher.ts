import { FLOW_TYPES } from '../catalog/flow.js';
import type { Ends } from './plan.js';
import { type EdgeType, PAST } from './scopes.js';
import { KEEP_PLAN } from './state.cypher.js';

/**
 * One group, one statement, one transaction. Its first line takes the log's node, so that there is one writer at a time,
 * and goes on only if nobody else wrote since the rows were worked out: no row comes back otherwise, and nothing was done.
 * Numbers arrive as floats: those that are stored pass through toInteger.
 */
const TAKE_LOG = `
MATCH (log:Log {name: 'log'})
SET log.lock = $p.batch
WITH log WHERE log.position = $p.from AND log.hash = $p.previous
`;

const ADD = `
CALL () {
  UNWIND $p.contents AS r
  MERGE (c:Content {hash: r.hash}) ON CREATE SET c += r.text
}
CALL () {
  UNWIND $p.creates AS r
  CREATE (n:Entity:$(CASE WHEN r.properties.searchWords IS NULL THEN [r.label] ELSE [r.label, 'Unsearched'] END))
  SET n = r.properties, n.key = toInteger(r.key), n.position = toInteger(r.properties.position)
}
CALL () {
  UNWIND $p.columns AS r
  MATCH (d:Entity {key: r.dataset})
  WITH d, r, toInteger(r.key) AS key, toInteger(r.ordinal) AS ordinal, toInteger(r.position) AS position, toInteger(r.createdAt) AS createdAt
  UNWIND range(0, size(r.names) - 1) AS i
  CREATE (d)-[:HAS_COLUMN]->(:Column {
    key: key + i, name: r.names[i], type: r.types[i], ordinal: ordinal + i, description: r.descriptions[i],
    described: r.described, position: position + i, createdAt: createdAt
  })
}
CALL () {
  UNWIND $p.updates AS r
  MATCH (n:Entity {key: r.key})
  SET n += r.properties, n.position = toInteger(coalesce(r.properties.position, n.position))
}
CALL () {
  UNWIND $p.columnUpdates AS r
  MATCH (n:Column {key: r.key})
  SET n += r.properties, n.position = toInteger(coalesce(r.properties.position, n.position)), n.ordinal = toInteger(r.properties.ordinal)
}
CALL () {
  UNWIND $p.bareRelations AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Entity {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[:$(r.type)]->(b)
}
CALL () {
  UNWIND $p.relations AS r
  MATCH (a:Entity {key: r.from})
  MATCH (b:Entity {key: r.to})
  CREATE (a)-[e:$(r.type)]->(b)
  SET e = r.properties
}
CALL () {
  UNWIND $p.columnRelations AS r
  MATCH (a:Column {key: r.from})
  MATCH (b:Entity {key: r.to})
  CREATE (a)-[e:$(r.type)]->(b)
  SET e = r.properties
}
CALL () {
  UNWIND $p.feeds AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Entity {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[:FEEDS {job: toInteger(r.job), by: [n IN r.by | toInteger(n)], validFrom: r.from, knownFrom: toInteger($p.last)}]->(b)
}
CALL () {
  UNWIND $p.produces AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Entity {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[:PRODUCES {job: toInteger(r.job), by: [n IN r.by | toInteger(n)], validFrom: r.from, knownFrom: toInteger($p.last)}]->(b)
}
CALL () {
  UNWIND $p.flows AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Entity {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[e:$(r.type)]->(b)
  SET e.job = toInteger(r.job), e.by = [n IN r.by | toInteger(n)], e.validFrom = r.from, e.knownFrom = toInteger($p.last)
}
CALL () {
  UNWIND $p.derives AS r
  WITH r, toInteger(r.job) AS job, [n IN r.by | toInteger(n)] AS by
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Column {key: r.starts[i]})
  MATCH (b:Column {key: r.ends[i]})
  CREATE (a)-[:DERIVES {job: job, by: by, validFrom: r.from, knownFrom: toInteger($p.last), how: r.how}]->(b)
}
CALL () {
  UNWIND $p.influences AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Column {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[:INFLUENCES {job: toInteger(r.job), by: [n IN r.by | toInteger(n)], validFrom: r.from, knownFrom: toInteger($p.last), how: r.how}]->(b)
}
CALL () {
  UNWIND $p.carries AS r
  UNWIND range(0, size(r.starts) - 1) AS i
  MATCH (a:Column {key: r.starts[i]})
  MATCH (b:Entity {key: r.ends[i]})
  CREATE (a)-[:CARRIES {job: toInteger(r.job), by: [n IN r.by | toInteger(n)], validFrom: r.from, knownFrom: toInteger($p.last), how: r.how}]->(b)
}
CALL () {
  UNWIND $p.newAssertions AS r
  UNWIND range(0, size(r.numbers) - 1) AS i
  CREATE (:Assertion {
    number: toInteger(r.numbers[i]), scope: r.scopes[i], set: r.sets[i], job: toInteger(r.job), lastRun: toInteger(r.lastRun),
    producer: r.producer, method: r.method, firstSeen: r.firstSeen, lastSeen: r.lastSeen
  })
}
CALL () {
  UNWIND $p.assertions AS r
  MATCH (a:Assertion {number: r.number})
  SET a += r.properties, a.lastRun = toInteger(r.properties.lastRun)
}
CALL () {
  UNWIND $p.declarations AS r
  CREATE (d:Declaration)
  SET d = r
}
`;

const FINISH = `
CREATE (b:LogBatch {id: $p.batch, first: log.position + 1, last: toInteger($p.last), at: $p.at, payload: $p.payload, hash: $p.hash, previous: $p.previous, facts: toInteger($p.facts)})
SET log.position = toInteger($p.last), log.key = toInteger($p.key), log.hash = $p.hash
RETURN log.position AS position`;

/** A batch in which nothing of the catalog changes, for whoever has taken the log. */
export const LOCK_LOG = `MATCH (log:Log {name: 'log'}) SET log.lock = $p.batch RETURN log.position AS position, log.key AS key, log.hash AS hash`;
export const APPEND_BATCH = `MATCH (log:Log {name: 'log'}) WITH log ${FINISH}`;

interface Joined {
  /** Where its rows are in the plan. */
  readonly rows: Ends;
  readonly from: 'Entity' | 'Column';
  readonly to: 'Entity' | 'Column';
  readonly current: string;
  readonly pasts: string;
}

const typesOf = (types: readonly EdgeType[]) => ({ current: types.join('|'), pasts: types.map((type) => PAST[type]).join('|') });

const JOINED: readonly Joined[] = [
  { rows: 'nodes', from: 'Entity', to: 'Entity', ...typesOf(FLOW_TYPES) },
  { rows: 'columns', from: 'Column', to: 'Column', ...typesOf(['DERIVES']) },
  { rows: 'columnToNode', from: 'Column', to: 'Entity', ...typesOf(['INFLUENCES', 'CARRIES']) },
];

/**
 * Closes, corrects and re-attributes edges of one sort; keeps what was believed before under the past-tense type. With both ends
 * at hand before the edge is looked for, Neo4j goes by the end that has fewer.
 */
const rewriteHistory = ({ rows, from, to, current, pasts }: Joined): string => `
CALL () {
  UNWIND $p.closed.${rows} AS r
  MATCH (a:${from} {key: r.a})
  MATCH (b:${to} {key: r.b})
  CALL (a, b, r) {
    MATCH (a)-[e:${current} {job: r.job}]->(b)
    CREATE (a)-[old:$(r.past)]->(b)
    SET old = properties(e), old.knownTo = toInteger($p.last)
    DELETE e
  }
}
CALL () {
  UNWIND $p.changed.${rows} AS r
  MATCH (a:${from} {key: r.a})
  MATCH (b:${to} {key: r.b})
  CALL (a, b, r) {
    MATCH (a)-[e:${current} {job: r.job}]->(b)
    CALL (a, b, e, r) {
      WITH a, b, e, r WHERE r.corrected
      CREATE (a)-[old:$(r.past)]->(b)
      SET old = properties(e), old.knownTo = toInteger($p.last)
    }
    SET e.by = [n IN r.by | toInteger(n)], e.how = r.how, e.validFrom = r.from, e.knownFrom = CASE WHEN r.corrected THEN toInteger($p.last) ELSE e.knownFrom END
  }
}
CALL () {
  UNWIND $p.ended.${rows} AS r
  MATCH (a:${from} {key: r.a})
  MATCH (b:${to} {key: r.b})
  CREATE (a)-[:$(r.past) {job: toInteger(r.job), by: [n IN r.by | toInteger(n)], validFrom: r.from, validTo: r.to, knownFrom: toInteger($p.last), how: r.how}]->(b)
}
CALL () {
  UNWIND $p.revised.${rows} AS r
  MATCH (a:${from} {key: r.a})
  MATCH (b:${to} {key: r.b})
  CALL (a, b, r) {
    MATCH (a)-[e:${pasts} {job: r.job, validFrom: r.from, validTo: r.to}]->(b)
    WHERE e.knownTo IS NULL AND e.by = r.by
    SET e.knownTo = toInteger($p.last)
  }
}`;

const LOSE = `
CALL () {
  UNWIND $p.lostRelations AS r
  MATCH (a:Entity {key: r.from})-[e]->(b:Entity {key: r.to})
  WHERE type(e) = r.type AND coalesce(e.role, '') = r.properties.role AND coalesce(e.by, '') = r.properties.by
    AND (e.value = r.properties.value OR (e.value IS NULL AND r.properties.value IS NULL))
  DELETE e
}
CALL () {
  UNWIND $p.lostColumnRelations AS r
  MATCH (a:Column {key: r.from})-[e]->(b:Entity {key: r.to})
  WHERE type(e) = r.type AND coalesce(e.role, '') = r.properties.role AND coalesce(e.by, '') = r.properties.by
  DELETE e
}
CALL () {
  UNWIND $p.lostAssertions AS number
  MATCH (a:Assertion {number: number})
  DELETE a
}
`;

/** Nearly every group only adds. */
export const COMMIT_ADDING = `${KEEP_PLAN}${TAKE_LOG}${ADD}${FINISH}`;
export const COMMIT_REWRITING = `${KEEP_PLAN}${TAKE_LOG}${ADD}${JOINED.map(rewriteHistory).join('')}${LOSE}${FINISH}`;

export const READ_HEAD = `MATCH (log:Log {name: 'log'}) RETURN log.position AS position, log.key AS key, log.hash AS hash`;
