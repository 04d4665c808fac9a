import { MAX_LEVELS } from '../catalog/hierarchy/hierarchy.js';
import { columnId, splitColumnId } from '../catalog/id.js';
import type { Database } from '../neo4j/database.js';

/** More referrers of one artifact are not looked at. */
const MOST_REFERRERS = 100;

const PART_OF = `
UNWIND $p.ids AS id
MATCH (e:Entity {id: id})
RETURN id, CASE e.kind
  WHEN 'RUN' THEN [(e)-[:RUN_OF]->(:Job)-[:PART_OF*0..5]->(c:Job) | c.id]
  WHEN 'JOB' THEN [(e)-[:PART_OF*1..5]->(c:Job) | c.id]
  WHEN 'PREDICTION_SET' THEN [e.trainedModel]
  WHEN 'INCIDENT' THEN [e.about]
  WHEN 'DEPLOYMENT' THEN [(e)<-[:SERVES]-(c:Entity) | c.id]
  WHEN 'ARTIFACT' THEN [(e)<-[:HAS_ARTIFACT]-(c:Entity) | c.id][..${MOST_REFERRERS}]
  ELSE [] END AS containers`;

// Under an alias lies what its canonical entity carries.
const LABELS = `
UNWIND $p.ids AS id
MATCH (named:Entity {id: id})
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH id, CASE WHEN canonical IS NULL THEN [named] ELSE [named, canonical] END AS names
UNWIND names AS e
CALL (e) {
  MATCH (e)-[:TAGGED]->(label:Entity) WHERE label.id IN $p.tags
  RETURN label.id AS label
  UNION
  MATCH (e)-[:IN_DOMAIN]->(:Domain)-[:CHILD_OF*0..${MAX_LEVELS}]->(domain:Entity) WHERE domain.id IN $p.domains
  RETURN domain.id AS label
}
RETURN id, collect(DISTINCT label) AS labels`;

const COLUMN_LABELS = `
UNWIND $p.datasets AS id
MATCH (named:Entity {id: id})
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH id, CASE WHEN canonical IS NULL THEN [named] ELSE [named, canonical] END AS names
UNWIND names AS of
MATCH (of)-[:HAS_COLUMN]->(e:Column)
CALL (e) {
  MATCH (e)-[:TAGGED]->(label:Entity) WHERE label.id IN $p.tags
  RETURN label.id AS label
  UNION
  MATCH (e)-[:IN_DOMAIN]->(:Domain)-[:CHILD_OF*0..${MAX_LEVELS}]->(domain:Entity) WHERE domain.id IN $p.domains
  RETURN domain.id AS label
}
RETURN id, e.name AS column, collect(DISTINCT label) AS labels`;

/** Which of these tags and domains are looked for. */
export interface Labels {
  readonly tags: readonly string[];
  readonly domains: readonly string[];
}

/** What things are part of, as far as only the graph knows: a run of its job, a deployment of what it serves. By id. */
export async function findContainers(database: Database, ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = await database.read<{ id: string; containers: string[] }>(PART_OF, { p: { ids } });
  return new Map(rows.map(({ id, containers }) => [id, containers.filter(Boolean)]));
}

/** Which of the tags things carry, and in which of the domains, or of those below, they are. By id; those that have none are absent. */
export async function findLabels(database: Database, ids: readonly string[], { tags, domains }: Labels): Promise<Map<string, string[]>> {
  const columns = new Set(ids.filter((id) => id.includes('#')));
  const others = ids.filter((id) => !id.includes('#'));
  const datasets = [...new Set([...columns].map((id) => splitColumnId(id).dataset))];
  const [ofOthers, ofColumns] = await Promise.all([
    others.length > 0 ? database.read<{ id: string; labels: string[] }>(LABELS, { p: { ids: others, tags, domains } }) : [],
    datasets.length > 0
      ? database.read<{ id: string; column: string; labels: string[] }>(COLUMN_LABELS, { p: { datasets, tags, domains } })
      : [],
  ]);
  const found = new Map(ofOthers.map(({ id, labels }) => [id, labels]));
  for (const { id, column, labels } of ofColumns) {
    const name = columnId(id, column);
    if (columns.has(name)) found.set(name, [...(found.get(name) ?? []), ...labels]);
  }
  return found;
}
