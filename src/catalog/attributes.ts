import type { Time } from './time.js';

/**
 * The names and shapes of attributes that have a meaning in Vinci. Adapters produce them; each kind's `project` function
 * (catalog/<kind>/<kind>.ts) turns the ones that count into node properties and relations.
 * Facets without a typed field are kept whole under `facet:NAME`.
 */
export interface DatasetAttributes {
  documentation?: Documentation;
  ownership?: readonly OwnershipClaim[];
  /** All fields, nested ones after their parent with dotted paths, in order. */
  schema?: readonly FieldClaim[];
  dataSource?: { name?: string; uri?: string };
  symlinks?: readonly { id: string; type?: string }[];
  /** OpenLineage lifecycleStateChange: ALTER, CREATE, DROP, OVERWRITE, RENAME, TRUNCATE; `previous`: the dataset's former id. */
  lifecycle?: { state: string; previous?: string };
  version?: string;
}

export interface JobAttributes {
  documentation?: Documentation;
  ownership?: readonly OwnershipClaim[];
  sql?: { query: string; dialect?: string };
  sourceCodeLocation?: { type?: string; url?: string; repoUrl?: string; path?: string; version?: string; tag?: string; branch?: string };
  /** OpenLineage jobType: BATCH or STREAMING; SPARK, DBT, ...; JOB, MODEL, QUERY, ... */
  jobType?: { processingType?: string; integration?: string; jobType?: string };
  /** The job this one is part of: its id. */
  parent?: string;
}

/** With one attribute per state that was reported, so that their order does not matter: `state:RUNNING`, `state:FAILED`, ... */
export type RunAttributes = RunDetails & { readonly [state in `state:${RunState}`]?: true };

export interface RunDetails {
  job?: string;
  /** Time of a START event; of several the earliest counts. */
  startedAt?: Time;
  parent?: string;
  root?: string;
  nominalTime?: { start: Time; end?: Time };
  error?: { message: string; programmingLanguage?: string; stackTrace?: string };
  processingEngine?: { name?: string; version?: string; adapterVersion?: string };
}

export type RunState = 'QUEUED' | 'STARTING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED' | 'LOST' | 'SKIPPED';

export interface DataSourceAttributes {
  /** HTTP, FILES, WAREHOUSE, DATABASE, KAFKA, OTHER; guessed from the namespace's scheme when nobody said it. */
  type?: string;
  /** The name of the data center, or of the cloud with its region. */
  place?: { dataCenter?: string; cloud?: string; region?: string };
  /** How to get at it: uri and a hint for people. */
  access?: { uri?: string; instructions?: string };
  name?: string;
}

/** What registering a feature table says (feature-table/definition.ts), features apart. */
export interface FeatureTableAttributes {
  documentation?: Documentation;
  definition?: object;
  ownership?: readonly OwnershipClaim[];
  tags?: readonly string[];
}

/** The same of each feature; `columns`: the ids of those that carry it. */
export interface FeatureAttributes extends FeatureTableAttributes {
  definition?: { columns: readonly string[] };
}

/** What registering a model says (model/definition.ts), and `alias:NAME`: the id of the one trained model that goes by it; false: none. */
export interface ModelAttributes extends FeatureTableAttributes {
  [alias: `alias:${string}`]: string | false;
}

/** What recording a training says (trained-model/definition.ts), and since then `score:CRITERION`: the last value, and the id of its evaluation. */
export interface TrainedModelAttributes extends FeatureTableAttributes {
  stage?: string;
  /** The id of the evaluation that was recorded last. */
  lastEvaluation?: string;
  [score: `score:${string}`]: { value: number; at: Time; evaluation: string };
}

export interface EvaluationAttributes {
  /** `metrics`: see evaluation/evaluation.ts. */
  evaluation?: { at: Time; dataset: string | null; run: string | null; metrics: readonly object[] };
}

export interface IncidentAttributes {
  /** See incident/incident.ts. */
  incident?: object;
  status?: { state: string; cause: string | null };
  [note: `note:${string}`]: { by: string; text: string };
}

/** Of a release the first alone. What is deployed has `approval:ID`, of an environment or a deployment, see deployment/approval.ts. */
export interface DeploymentAttributes {
  /** The one that counts now, see deployment/release.ts. */
  release?: object;
  /** As endpoints report it, and as a probe found it. */
  status?: { state: string; message: string | null; replicas: number | null; at: Time };
  probed?: { state: string; message: string | null; at: Time };
}

export interface EnvironmentAttributes {
  requiresApproval?: boolean;
  requiresEvaluations?: boolean;
}

export interface StatisticsAttributes {
  /** `fields`: see statistics/statistics.ts. */
  statistics?: { fields: readonly object[]; rowCount: number | null };
}

export interface Documentation {
  description: string;
  contentType?: string;
}

/** `owner`: the id of a Person or Team. */
export interface OwnershipClaim {
  owner: string;
  role: string;
}

export interface FieldClaim {
  path: string;
  type?: string;
  description?: string;
}

export interface TermAttributes {
  documentation?: Documentation;
  /** The id of the broader term. */
  parent?: string;
  /** Ids of terms to look at as well; read from both ends. */
  related?: readonly string[];
}

export interface DomainAttributes {
  documentation?: Documentation;
  /** The id of the domain that this one is a part of. */
  parent?: string;
}

export interface ArtifactAttributes {
  documentation?: Documentation;
  /** What people call it: a file's name. */
  name?: string;
  /** One of ARTIFACT_KINDS (artifact/artifact.ts). */
  artifactKind?: string;
  mediaType?: string;
  /** Bytes. */
  size?: number;
  /** The URI of where it lies outside of Vinci. */
  location?: string;
  /** Vinci's own store holds its bytes. */
  stored?: boolean;
  /** Of a purge: false while it takes the bytes away, true once they are gone. */
  purged?: boolean;
}

/**
 * On any entity, one by one rather than as lists (`ownership`, and `tags`, a list of ids): `owner:ID:ROLE`, `tag:ID` and `term:ID`.
 * True; or false: no longer, whoever said so before; or null: the same producer's word is taken back, and the others' stands.
 */
export const ownerAttribute = (owner: string, role: string): string => `owner:${owner}:${role}`;
export const tagAttribute = (tag: string): string => `tag:${tag}`;
export const termAttribute = (term: string): string => `term:${term}`;

/** On any entity but a domain: the id of its one domain; false: none, whoever said so before; null: taken back. */
export const DOMAIN_ATTRIBUTE = 'domain';
