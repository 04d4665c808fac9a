import { MAX_LEVELS } from '../catalog/hierarchy/hierarchy.js';
import { columnId, splitColumnId } from '../catalog/id.js';
import type { Database } from '../neo4j/database.js';

/** More referrers of one artifact are not looked at. */
const MOST_REFERRERS = 100;

const BELONGING = `
UNWIND $p.ids AS id
MATCH (e:Entity {id: id})
RETURN id, CASE e.kind
  WHEN 'RUN' THEN [(e)-[:RUN_OF]->(:Job)-[:PART_OF*0..5]->(c:Job) | c.id]
  WHEN 'JOB' THEN [(e)-[:PART_OF*1..5]->(c:Job) | c.id]
  WHEN 'PREDICTION_SET' THEN [e.trainedModel]
  WHEN 'INCIDENT' THEN [e.about]
  WHEN 'DEPLOYMENT' THEN [(e)<-[:SERVES]-(c:Entity) WHERE NOT c:Feature | c.id]
  ELSE [] END AS containers,
  CASE e.kind
  WHEN 'DATASET_VERSION' THEN [(e)<-[:WROTE]-(run:Run) | run.id][..${MOST_REFERRERS}]
  WHEN 'INCIDENT' THEN [e.evaluation]
  ELSE [] END AS spokenOf,
  CASE e.kind WHEN 'ARTIFACT' THEN [(e)<-[:HAS_ARTIFACT]-(c:Entity) | c.id][..${MOST_REFERRERS}] ELSE [] END AS referrers,
  CASE e.kind WHEN 'RELEASE' THEN e.serving END AS serving, CASE e.kind WHEN 'INCIDENT' THEN e.past END AS past`;

// Under an alias lies what its canonical entity carries.
const NAMED = `
UNWIND $p.ids AS id
MATCH (named:Entity {id: id})
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
UNWIND CASE WHEN canonical IS NULL THEN [named] ELSE [named, canonical] END AS e`;

const IN_DOMAIN = `-[:IN_DOMAIN]->(:Domain)-[:CHILD_OF*0..${MAX_LEVELS}]->(label:Entity)`;

const TAGS = `${NAMED}
MATCH (e)-[:TAGGED]->(label:Entity) WHERE label.id IN $p.labels
RETURN id, collect(DISTINCT label.id) AS labels`;

const DOMAINS = `${NAMED}
MATCH (e)${IN_DOMAIN} WHERE label.id IN $p.labels
RETURN id, collect(DISTINCT label.id) AS labels`;

const TAGS_OF_COLUMNS = `${NAMED}
MATCH (e)-[:HAS_COLUMN]->(column:Column)-[:TAGGED]->(label:Entity) WHERE label.id IN $p.labels
RETURN id, column.name AS column, collect(DISTINCT label.id) AS labels`;

const DOMAINS_OF_COLUMNS = `${NAMED}
MATCH (e)-[:HAS_COLUMN]->(column:Column)${IN_DOMAIN} WHERE label.id IN $p.labels
RETURN id, column.name AS column, collect(DISTINCT label.id) AS labels`;

/** Which of these tags and domains are looked for. */
export interface Labels {
  readonly tags: readonly string[];
  readonly domains: readonly string[];
}

/** How a thing is bound up with others, as far as only the graph knows. Ids. */
export interface Belonging {
  /** What it is part of: a run of its job, a deployment of what it serves. */
  readonly containers: readonly string[];
  /** What it tells of by what it is: an incident of evaluations, a release of what was served, a version of the run that wrote it. */
  readonly spokenOf: readonly string[];
  /** Of an artifact: what has it. */
  readonly referrers: readonly string[];
}

/** By id. */
export async function findBelongings(database: Database, ids: readonly string[]): Promise<Map<string, Belonging>> {
  const rows = await database.read<Belonging & { id: string; serving: string | null; past: string | null }>(BELONGING, { p: { ids } });
  return new Map(
    rows.map(({ id, containers, spokenOf, referrers, serving, past }) => {
      const served = (JSON.parse(serving ?? '[]') as { what: string }[]).map(({ what }) => what);
      const before = JSON.parse(past ?? '[]') as string[];
      return [id, { containers: containers.filter(Boolean), spokenOf: [...spokenOf.filter(Boolean), ...served, ...before], referrers }];
    }),
  );
}

/** Which of the tags things carry, and in which of the domains, or of those below, they are. By id; those that have none are absent. */
export async function findLabels(database: Database, ids: readonly string[], { tags, domains }: Labels): Promise<Map<string, string[]>> {
  const columns = new Set(ids.filter((id) => id.includes('#')));
  const others = ids.filter((id) => !id.includes('#'));
  const datasets = [...new Set([...columns].map((id) => splitColumnId(id).dataset))];
  const read = async (statement: string, of: readonly string[], labels: readonly string[]): Promise<Labelled[]> =>
    of.length > 0 && labels.length > 0 ? database.read<Labelled>(statement, { p: { ids: of, labels } }) : [];
  const rows = await Promise.all([
    read(TAGS, others, tags),
    read(DOMAINS, others, domains),
    read(TAGS_OF_COLUMNS, datasets, tags),
    read(DOMAINS_OF_COLUMNS, datasets, domains),
  ]);
  const found = new Map<string, string[]>();
  for (const { id, column, labels } of rows.flat()) {
    const name = column === undefined ? id : columnId(id, column);
    if (column === undefined || columns.has(name)) found.set(name, [...(found.get(name) ?? []), ...labels]);
  }
  return found;
}

interface Labelled {
  readonly id: string;
  /** Of a dataset with this id. */
  readonly column?: string;
  readonly labels: readonly string[];
}
