import { FLOW_TYPES } from '../catalog/flow.js';
import type { Database } from '../neo4j/database.js';
import { PAST } from '../write/scopes.js';
import type { Way } from './lineage.js';

/**
 * One step of a walk is one statement over the whole frontier, by integer keys in one map parameter, grouped by where it
 * starts: lists side by side are far cheaper than a row per edge.
 */
type Arrow = readonly [before: string, after: string];
const ARROWS: Readonly<Record<Way, Arrow>> = { DOWNSTREAM: ['-', '->'], UPSTREAM: ['<-', '-'] };

const BACKING = ', collect(r.by) AS by, collect(r.validFrom) AS validFrom';

const FLOWS = FLOW_TYPES.join('|');

/** From entities to those that data flows to, or from. A dataset under several names goes on from all of them. */
const assetStep = ([before, after]: Arrow, evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (a:Entity {key: key})
CALL (a) {
  MATCH (a)${before}[r:${FLOWS}]${after}(b:Entity)
  RETURN r, b
  UNION ALL
  MATCH (a)-[:SAME_AS]-()
  WITH DISTINCT a
  MATCH (a)-[:SAME_AS*1..]-(m:Dataset)
  WITH DISTINCT a, m
  WHERE m <> a
  MATCH (m)${before}[r:${FLOWS}]${after}(b:Entity)
  RETURN r, b
}
RETURN key, collect(b.key) AS keys, collect(coalesce(b.canonical, b.id)) AS ids${evidence ? BACKING : ''}`;

const PASTS = FLOW_TYPES.map((type) => PAST[type]).join('|');

/** Edges as they stood at a position of the log: of what stood then, what was taken back since is kept as past. */
const assetStepAt = ([before, after]: Arrow): string => `
UNWIND $p.keys AS key
MATCH (a:Entity {key: key})
CALL (a) { MATCH (a)-[:SAME_AS*0..]-(m:Entity) RETURN DISTINCT m }
CALL (m) {
  MATCH (m)${before}[r:${FLOWS}]${after}(b:Entity)
  WHERE r.knownFrom <= $p.position
  RETURN b
  UNION
  MATCH (m)${before}[r:${PASTS}]${after}(b:Entity)
  WHERE r.knownFrom <= $p.position AND r.knownTo > $p.position AND r.validTo IS NULL
  RETURN b
}
WITH DISTINCT key, b
RETURN key, collect(b.key) AS keys, collect(coalesce(b.canonical, b.id)) AS ids`;

const OTHER_NAMES = `
UNWIND $p.ids AS id
MATCH (a:Entity {id: id})-[:SAME_AS]-()
WITH DISTINCT a
MATCH (a)-[:SAME_AS*1..]-(m:Dataset)
RETURN collect(DISTINCT m.id) AS ids`;

const columnStep = ([before, after]: Arrow, evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (a:Column {key: key})${before}[r:DERIVES]${after}(b:Column)
RETURN key, collect(b.key) AS keys${evidence ? BACKING : ''}`;

/** From columns to the datasets whose rows they decide on. */
const influenced = (evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (a:Column {key: key})-[r:INFLUENCES]->(d:Dataset)
RETURN key, collect(d.key) AS keys, collect(coalesce(d.canonical, d.id)) AS ids${evidence ? BACKING : ''}`;

/** From datasets, whatever their name, to the columns that decide on their rows. */
const influencing = (evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (d:Entity {key: key})
CALL (d) { MATCH (d)-[:SAME_AS*0..]-(m:Dataset) RETURN DISTINCT m }
MATCH (m)<-[r:INFLUENCES]-(b:Column)
RETURN key, collect(b.key) AS keys${evidence ? BACKING : ''}`;

/** What columns lead to, or come from, that is no column. Steps from the one to the other, both ways. */
export const CROSSINGS = {
  /** A column carries features. */
  CARRIES: '(c:Column)-[r:CARRIES]->(x:Feature)',
  /** What does not say which features it uses learns from each column of its data. */
  TRAINS: `(c:Column)<-[:HAS_COLUMN]-(:Dataset)-[r:TRAINS]->(x:TrainedModel)
WHERE NOT EXISTS { (x)<-[:DEFINES]-(:Model)<-[:INFORMS]-(:Feature) }`,
  /** Columns of predictions that are derived from nothing else. */
  PRODUCES: `(c:Column)<-[:HAS_COLUMN]-(:Dataset)<-[r:PRODUCES]-(x:PredictionSet)
WHERE NOT EXISTS { (c)<-[:DERIVES]-(:Column) }`,
} as const;
export type Crossing = keyof typeof CROSSINGS;

/** From columns to the others. */
const outOfColumns = (crossing: Crossing, evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (c:Column {key: key})
MATCH ${CROSSINGS[crossing]}
RETURN key, collect(x.key) AS keys, collect(x.id) AS ids${evidence ? BACKING : ''}`;

/** From the others to columns. */
const intoColumns = (crossing: Crossing, evidence: boolean): string => `
UNWIND $p.keys AS key
MATCH (x:Entity {key: key})
MATCH ${CROSSINGS[crossing]}
RETURN key, collect(c.key) AS keys${evidence ? BACKING : ''}`;

const both = (statement: (evidence: boolean) => string) => ({ plain: statement(false), evidence: statement(true) });
const bothWays = (statement: (arrow: Arrow, evidence: boolean) => string) => ({
  DOWNSTREAM: both((evidence) => statement(ARROWS.DOWNSTREAM, evidence)),
  UPSTREAM: both((evidence) => statement(ARROWS.UPSTREAM, evidence)),
});

const ASSET_STEP = bothWays(assetStep);
const COLUMN_STEP = bothWays(columnStep);
const ASSET_STEP_AT = { DOWNSTREAM: assetStepAt(ARROWS.DOWNSTREAM), UPSTREAM: assetStepAt(ARROWS.UPSTREAM) };
const INFLUENCED = both(influenced);
const INFLUENCING = both(influencing);
const eachCrossing = (statement: (crossing: Crossing, evidence: boolean) => string) => ({
  CARRIES: both((evidence) => statement('CARRIES', evidence)),
  TRAINS: both((evidence) => statement('TRAINS', evidence)),
  PRODUCES: both((evidence) => statement('PRODUCES', evidence)),
});
const OUT_OF_COLUMNS = eachCrossing(outOfColumns);
const INTO_COLUMNS = eachCrossing(intoColumns);

// Ids of features begin with their table's.
const FEATURES_OF_TABLE = `
MATCH (f:Entity)
WHERE f.id STARTS WITH $p.prefix AND f.removedAt IS NULL
RETURN f.id AS id, f.key AS key`;

// A column is known by its canonical dataset and its path; the same path under another name of the dataset is the same column.
const SAME_COLUMN = `
CALL (c, d) {
  MATCH (d)-[:SAME_AS]-()
  WITH DISTINCT c, d
  MATCH (d)-[:SAME_AS*1..]-(m:Dataset)
  WITH DISTINCT c, d, m
  WHERE m <> d
  MATCH (m)-[:HAS_COLUMN]->(other:Column {name: c.name})
  RETURN collect(other.key) AS others
}`;

const RESOLVE_COLUMNS = `
UNWIND $p.keys AS key
MATCH (c:Column {key: key})<-[:HAS_COLUMN]-(d:Dataset)
${SAME_COLUMN}
RETURN coalesce(d.canonical, d.id) AS dataset, min(d.key) AS datasetKey, collect(key) AS keys, collect(c.name) AS names,
  collect(others) AS others`;

const COLUMNS_OF_DATASETS = `
UNWIND $p.keys AS key
MATCH (n:Entity {key: key})
CALL (n) { MATCH (n)-[:SAME_AS*0..]-(d:Dataset) RETURN DISTINCT d }
MATCH (d)-[:HAS_COLUMN]->(c:Column)
WHERE c.removedAt IS NULL
RETURN collect(c.key) AS keys`;

export interface Step {
  readonly key: number;
  /** Where it leads, place by place. */
  readonly keys: readonly number[];
  /** Ids of entities; not for columns. */
  readonly ids?: readonly string[];
  readonly by?: readonly (readonly number[])[];
  readonly validFrom?: readonly string[];
}

/** Columns of one dataset, place by place. */
export interface ResolvedColumns {
  /** The id of the canonical dataset. */
  readonly dataset: string;
  readonly datasetKey: number;
  readonly keys: readonly number[];
  readonly names: readonly string[];
  /** Keys of the same column under other names of the dataset. */
  readonly others: readonly (readonly number[])[];
}

/** How a walk goes on from entities to others. */
export interface AssetSteps {
  assets(keys: readonly number[], way: Way): Promise<Step[]>;
}

/** As it stood at a position of the log; what names one thing has is as it is now. */
export const assetStepsAt = (database: Database, position: number): AssetSteps => ({
  assets: (keys, way) => database.read(ASSET_STEP_AT[way], { p: { keys, position } }),
});

/** What else datasets are called: ids. */
export async function otherNames(database: Database, ids: readonly string[]): Promise<readonly string[]> {
  const [row] = await database.read<{ ids: string[] }>(OTHER_NAMES, { p: { ids } });
  return row?.ids ?? [];
}

/** The steps that walks are made of. */
export class LineageSteps implements AssetSteps {
  readonly #variant: 'plain' | 'evidence';

  constructor(
    private readonly database: Database,
    evidence: boolean,
  ) {
    this.#variant = evidence ? 'evidence' : 'plain';
  }

  assets(keys: readonly number[], way: Way): Promise<Step[]> {
    return this.#some(ASSET_STEP[way][this.#variant], keys);
  }

  columns(keys: readonly number[], way: Way): Promise<Step[]> {
    return this.#some(COLUMN_STEP[way][this.#variant], keys);
  }

  influenced(columns: readonly number[]): Promise<Step[]> {
    return this.#some(INFLUENCED[this.#variant], columns);
  }

  influencing(datasets: readonly number[]): Promise<Step[]> {
    return this.#some(INFLUENCING[this.#variant], datasets);
  }

  outOfColumns(crossing: Crossing, columns: readonly number[]): Promise<Step[]> {
    return this.#some(OUT_OF_COLUMNS[crossing][this.#variant], columns);
  }

  intoColumns(crossing: Crossing, others: readonly number[]): Promise<Step[]> {
    return this.#some(INTO_COLUMNS[crossing][this.#variant], others);
  }

  async #some(cypher: string, keys: readonly number[]): Promise<Step[]> {
    return keys.length === 0 ? [] : this.database.read(cypher, { p: { keys } });
  }

  featuresOf(table: string): Promise<{ id: string; key: number }[]> {
    return this.database.read(FEATURES_OF_TABLE, { p: { prefix: `${table.replace('feature-table:', 'feature:')}/` } });
  }

  async resolveColumns(keys: readonly number[]): Promise<ResolvedColumns[]> {
    return keys.length === 0 ? [] : this.database.read(RESOLVE_COLUMNS, { p: { keys } });
  }

  async columnsOf(datasets: readonly number[]): Promise<readonly number[]> {
    if (datasets.length === 0) return [];
    const [row] = await this.database.read<{ keys: number[] }>(COLUMNS_OF_DATASETS, { p: { keys: datasets } });
    return row?.keys ?? [];
  }
}
