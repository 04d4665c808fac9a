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

/** With more, what is seen is looked for everywhere. */
const MOST_REACHED = 5_000;

// What carries the labels, jobs with those below them, and, of jobs in the namespaces, the namespaces of jobs below them.
const REACHED = `
CALL () {
  UNWIND $p.tags AS label
  MATCH (:Entity {id: label})<-[:TAGGED]-(e)
  RETURN e
  UNION
  UNWIND $p.domains AS label
  MATCH (:Entity {id: label})<-[:CHILD_OF*0..${MAX_LEVELS}]-(:Domain)<-[:IN_DOMAIN]-(e)
  RETURN e
}
WITH e LIMIT ${MOST_REACHED + 1}
WITH collect(e) AS labelled
CALL (labelled) {
  UNWIND labelled AS e
  WITH CASE WHEN e:Column THEN [(e)<-[:HAS_COLUMN]-(of) | of] WHEN e:Job THEN [(e)<-[:PART_OF*0..20]-(below:Job) | below] ELSE [e] END AS named
  UNWIND named AS one
  UNWIND [one.id, one.canonical] AS id
  WITH DISTINCT id WHERE id IS NOT NULL
  RETURN collect(id) AS ids
}
CALL () {
  MATCH (above:Job)<-[:PART_OF*1..20]-(below:Job)
  WHERE above.namespace IN $p.namespaces AND NOT below.namespace IN $p.namespaces
  WITH DISTINCT below.namespace AS namespace
  RETURN collect(namespace) AS jobNamespaces
}
RETURN size(labelled) AS count, ids, jobNamespaces`;

/** Ids, and names of namespaces. */
export interface Reached {
  readonly ids: readonly string[];
  readonly jobNamespaces: readonly string[];
}

/** What carries one of the labels, and what may be seen beside these namespaces; null: too much to name. */
export async function findReached(database: Database, asked: Labels & { readonly namespaces: readonly string[] }): Promise<Reached | null> {
  const [row] = await database.read<Reached & { count: number }>(REACHED, { p: asked });
  return row && row.count <= MOST_REACHED && row.ids.length <= MOST_REACHED ? row : null;
}

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
