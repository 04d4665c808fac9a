export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as RFC 3339 says it, `2026-11-22T05:51:06.267694Z`: nanoseconds are kept, answers are in UTC. */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** The place of a change in the one, totally ordered log: a decimal number as text. */
  Position: { input: string; output: string; }
};

/** Valid for exactly this, as it is now, and there. */
export type ApproveDeploymentInput = {
  /** False: what the same person approved before is no longer. */
  approved?: InputMaybe<Scalars['Boolean']['input']>;
  environment: Scalars['String']['input'];
  /** For the deployment of this name only. */
  name?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  /** A trained model, a version of a pipeline or workflow, or a feature table. */
  what: Scalars['ID']['input'];
};

export type ArtifactFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<ArtifactKind>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** False: what nothing refers to. */
  referenced?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** True: whose bytes Vinci’s own store holds. */
  stored?: InputMaybe<Scalars['Boolean']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name, description or location, upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** IMAGE: of a container. */
export type ArtifactKind =
  | 'DATA_FRAME'
  | 'IMAGE'
  | 'JAR'
  | 'MODEL'
  | 'NOTEBOOK'
  | 'OTHER'
  | 'REPORT';

export type AssignDomainInput = {
  /** The id of a domain, `domain:default/marketing`, or its plain name. Need not be known yet; null: none, whoever said so. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};

export type AssignOwnerInput = {
  id: Scalars['ID']['input'];
  /** The id of a person or team, `person:default/ana`; a plain name is a person’s. Need not be known yet. */
  owner: Scalars['ID']['input'];
  /** True: takes back what the same person said before; what others said stands. removeOwner takes them away. */
  remove?: InputMaybe<Scalars['Boolean']['input']>;
  role?: Scalars['String']['input'];
};

export type AttachTagInput = {
  id: Scalars['ID']['input'];
  /** True: takes back what the same person said before; what others said stands. detachTag takes it off. */
  remove?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id of a tag, `tag:default/pii`, or its plain name. Need not be known yet. */
  tag: Scalars['ID']['input'];
};

export type AttachTermInput = {
  id: Scalars['ID']['input'];
  /** The id of a term, `term:default/churn`, or its plain name. Need not be known yet. */
  term: Scalars['ID']['input'];
};

export type ChangeKind =
  | 'CREATED'
  /** Only its lineage changed. */
  | 'RELINKED'
  | 'REMOVED'
  | 'RESTORED'
  | 'UPDATED';

export type CodeLocationInput = {
  /** A package, a jar, an image. */
  artifact?: InputMaybe<Scalars['String']['input']>;
  commit?: InputMaybe<Scalars['String']['input']>;
  /** The class or function that is called. */
  entryPoint?: InputMaybe<Scalars['String']['input']>;
  path?: InputMaybe<Scalars['String']['input']>;
  repository?: InputMaybe<Scalars['String']['input']>;
};

export type ColumnFilter = {
  dataset?: InputMaybe<Scalars['ID']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** As the producer spells it, in upper or lower case. */
  type?: InputMaybe<Scalars['String']['input']>;
};

/** A column of a data frame; `type` is one of Spark’s simple strings: string, bigint, array<string>, vector. */
export type ColumnInput = {
  name: Scalars['String']['input'];
  nullable?: InputMaybe<Scalars['Boolean']['input']>;
  type: Scalars['String']['input'];
};

/** One column by its name, or those that a param names. */
export type ColumnReferenceInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  /** Nothing, where the param is not given or empty. */
  optional?: InputMaybe<Scalars['Boolean']['input']>;
  param?: InputMaybe<Scalars['String']['input']>;
  /** A second param, which names several instead. */
  plural?: InputMaybe<Scalars['String']['input']>;
};

/** What a segment needs a column for. */
export type ColumnRole =
  | 'CENSOR'
  | 'FEATURES'
  | 'INPUT'
  | 'ITEM'
  | 'LABEL'
  | 'OFFSET'
  | 'OTHER'
  | 'RATING'
  | 'USER'
  | 'WEIGHT';

export type ConnectorFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateWebhookInput = {
  /** It tells these changes. */
  changes?: InputMaybe<WebhookChangesInput>;
  /** The same key and input again gives the same webhook again, without its secret; the same key with another input: KEY_REUSED. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What people know it by. */
  name: Scalars['String']['input'];
  /** Or it tells these states of runs. */
  runStatus?: InputMaybe<RunStatusFilter>;
  /** Where requests are sent: https://... */
  url: Scalars['String']['input'];
};

export type CriterionInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  direction: MetricDirection;
  /** auc, rmse, ... */
  name: Scalars['String']['input'];
  /** True: a trained model is deployed only if it keeps to it. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** A worse value opens an incident. */
  threshold?: InputMaybe<Scalars['Float']['input']>;
  trend?: InputMaybe<TrendInput>;
};

export type DataSourceAccessInput = {
  /** A hint for people. */
  instructions?: InputMaybe<Scalars['String']['input']>;
  uri?: InputMaybe<Scalars['String']['input']>;
};

export type DataSourceFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  type?: InputMaybe<DataSourceType>;
};

/** A data center of one’s own, or a cloud and its region. */
export type DataSourcePlaceInput = {
  cloud?: InputMaybe<Scalars['String']['input']>;
  dataCenter?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
};

export type DataSourceType =
  | 'DATABASE'
  | 'FILES'
  | 'HTTP'
  | 'KAFKA'
  | 'OTHER'
  | 'WAREHOUSE';

export type DatasetFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A data source. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

/** What is left out stays as it was. */
export type DefineDomainInput = {
  /** Empty: takes back what the same person said before. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refused (CONFLICT) when it was changed since. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  /** The same key and input gives the first answer again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  namespace?: Scalars['String']['input'];
  /** What it is below: an id or a plain name. Need not be known yet; null: there is none. */
  parent?: InputMaybe<Scalars['ID']['input']>;
};

/** What is left out stays as it was. */
export type DefineTermInput = {
  /** Empty: takes back what the same person said before. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refused (CONFLICT) when it was changed since. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  /** The same key and input gives the first answer again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  namespace?: Scalars['String']['input'];
  /** What it is below: an id or a plain name. Need not be known yet; null: there is none. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Terms to look at as well, ids or plain names: all of them, at most 100. */
  related?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** All that is served from now on: it takes the place of what was served before. */
export type DeployInput = {
  /** When it took place, after the release before; now, when left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** production, staging, ... */
  environment: Scalars['String']['input'];
  /** The lastPosition that the deployment must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  /** Where the endpoint tells how it is, on the same host: "/health". */
  healthPath?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  replicas?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 20, of one kind. */
  serving: Array<ServingInput>;
  /** http or https, without credentials. */
  url?: InputMaybe<Scalars['String']['input']>;
};

export type DeploymentFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  environment?: InputMaybe<Scalars['String']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** True: what serves nothing any more; false: what does. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<DeploymentStatus>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** What it serves, or what that is a training or a version of. */
  what?: InputMaybe<Scalars['ID']['input']>;
};

export type DeploymentStatus =
  | 'DEGRADED'
  | 'DOWN'
  | 'HEALTHY'
  | 'STARTING'
  | 'STOPPED';

export type DescribeInput = {
  /** text/plain, text/markdown. */
  contentType?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** Empty: takes back what the same person said before. */
  text: Scalars['String']['input'];
};

export type DetachTagInput = {
  id: Scalars['ID']['input'];
  /** The id of a tag, or its plain name. */
  tag: Scalars['ID']['input'];
};

export type DetachTermInput = {
  id: Scalars['ID']['input'];
  /** The id of a term, or its plain name. */
  term: Scalars['ID']['input'];
};

export type DifferenceKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type DomainFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** Directly below this one. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** True: those without a parent, and those whose parents go in a circle. */
  top?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A function that says what rules cannot; UNKNOWN: nobody can tell. */
export type DynamicSchema =
  | 'R_FORMULA'
  | 'SQL_STATEMENT'
  | 'UNKNOWN';

export type EntityKind =
  | 'ARTIFACT'
  | 'COLUMN'
  | 'CONNECTOR'
  | 'DATASET'
  | 'DATASET_VERSION'
  | 'DATA_SOURCE'
  | 'DEPLOYMENT'
  | 'DOMAIN'
  | 'ENVIRONMENT'
  | 'EVALUATION'
  | 'FEATURE'
  | 'FEATURE_TABLE'
  | 'FEATURE_TABLE_VERSION'
  | 'INCIDENT'
  | 'JOB'
  | 'MODEL'
  | 'PERSON'
  | 'PIPELINE'
  | 'PIPELINE_VERSION'
  | 'PREDICTION_SET'
  | 'RELEASE'
  | 'RUN'
  | 'SEGMENT'
  | 'SEGMENT_VERSION'
  | 'STATISTICS'
  | 'TAG'
  | 'TEAM'
  | 'TERM'
  | 'TRAINED_MODEL'
  | 'WORKFLOW'
  | 'WORKFLOW_VERSION';

export type EnvironmentFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  requiresApproval?: InputMaybe<Scalars['Boolean']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

export type EstimatorInput = {
  /** What fitting gives: the class of the model. */
  gives?: InputMaybe<Scalars['String']['input']>;
  label?: InputMaybe<LabelRequirement>;
  /** CLASSIFICATION, REGRESSION, CLUSTERING, ... */
  task?: InputMaybe<Scalars['String']['input']>;
};

/** Said outright, read out of code, or seen at run time. */
export type EvidenceMethod =
  | 'DECLARED'
  | 'OBSERVED'
  | 'PARSED';

export type FeatureColumnInput = {
  column: Scalars['String']['input'];
  /** The name of a materialisation; left out: in all. */
  materialisation?: InputMaybe<Scalars['String']['input']>;
};

/** Logical types, whatever the engines call them. */
export type FeatureDataType =
  | 'ARRAY'
  | 'BINARY'
  | 'BOOLEAN'
  | 'DATE'
  | 'DECIMAL'
  | 'DOUBLE'
  | 'FLOAT'
  | 'INT'
  | 'LONG'
  | 'MAP'
  | 'STRING'
  | 'STRUCT'
  | 'TIMESTAMP'
  | 'VECTOR';

/** Any mixture; each part narrows the list. An owner is the feature’s own or its table’s. */
export type FeatureFilter = {
  dataType?: InputMaybe<FeatureDataType>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  semanticKind?: InputMaybe<FeatureSemanticKind>;
  /** A data source in which a materialisation of its table lies. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** Whether its table is older than its expectedFreshness allows. */
  stale?: InputMaybe<Scalars['Boolean']['input']>;
  /** A feature table. */
  table?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name or description, in upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether a model learns from it, or something is computed from its columns. */
  used?: InputMaybe<Scalars['Boolean']['input']>;
  /** An ISO 8601 duration, P1D: a materialisation of its table was written within. */
  writtenWithin?: InputMaybe<Scalars['String']['input']>;
};

export type FeatureInput = {
  /** Where its column has another name than the feature. */
  columns?: InputMaybe<Array<FeatureColumnInput>>;
  /** The version of a segment that computes it; or give an expression. */
  computedBy?: InputMaybe<Scalars['ID']['input']>;
  dataType: FeatureDataType;
  /** A value of the type; LONG and DECIMAL as text where JSON would round it. */
  default?: InputMaybe<Scalars['JSON']['input']>;
  /** Left out: stays as it was. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Of an embedding: how many numbers it has. */
  dimension?: InputMaybe<Scalars['Int']['input']>;
  /** The type as the engine calls it. */
  engineType?: InputMaybe<Scalars['String']['input']>;
  expression?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** ALLOWED when left out. */
  nullPolicy?: InputMaybe<FeatureNullPolicy>;
  /** A person or team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  semanticKind: FeatureSemanticKind;
  /** Ids of tags, or plain names. */
  tags?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** EUR, minutes, ... */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** What happens to a missing value. */
export type FeatureNullPolicy =
  /** It stays missing. */
  | 'ALLOWED'
  /** The default takes its place. */
  | 'DEFAULT'
  /** Its row is refused. */
  | 'REFUSED';

/** What a value means, which its type alone does not tell. */
export type FeatureSemanticKind =
  | 'CATEGORICAL'
  | 'EMBEDDING'
  | 'GEOSPATIAL'
  | 'IDENTIFIER'
  | 'LABEL'
  | 'NUMERIC'
  | 'ORDINAL'
  | 'TEXT'
  | 'TIMESTAMP';

/** For training (OFFLINE) or for serving (ONLINE). */
export type FeatureStore =
  | 'OFFLINE'
  | 'ONLINE';

export type FeatureTableBindingInput = {
  name: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/** What names in locations stand for in an environment. */
export type FeatureTableBindingsInput = {
  environment: Scalars['String']['input'];
  values: Array<FeatureTableBindingInput>;
};

/** A key, or the event time. */
export type FeatureTableColumnInput = {
  dataType: FeatureDataType;
  /** The type as the engine calls it. */
  engineType?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
};

export type FeatureTableFilter = {
  /** What computes it. */
  computedBy?: InputMaybe<Scalars['ID']['input']>;
  /** A dataset that holds it. */
  dataset?: InputMaybe<Scalars['ID']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A data source in which a materialisation lies. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is older than its expectedFreshness allows. */
  stale?: InputMaybe<Scalars['Boolean']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name or description, in upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type FieldStatisticsInput = {
  /** Values that are there. */
  count?: InputMaybe<Scalars['Float']['input']>;
  distinct?: InputMaybe<Scalars['Float']['input']>;
  max?: InputMaybe<Scalars['JSON']['input']>;
  mean?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['JSON']['input']>;
  /** Of a feature table a feature; of a dataset a column. */
  name: Scalars['String']['input'];
  /** Values that are missing. */
  nulls?: InputMaybe<Scalars['Float']['input']>;
  /** By q, rising; at most 101. */
  quantiles?: InputMaybe<Array<QuantileInput>>;
  stddev?: InputMaybe<Scalars['Float']['input']>;
  /** At most 100. */
  topValues?: InputMaybe<Array<TopValueInput>>;
};

/** What applying a segment takes: fitting a model (PREDICTOR), fitting a transformation (Spark’s StringIndexer), or nothing. */
export type Fits =
  | 'NONE'
  | 'PREDICTOR'
  | 'TRANSFORMATION';

export type GrantRoleInput = {
  /** `group:NAME`, as the issuer names its groups, or `person:NAME`. */
  principal: Scalars['String']['input'];
  role: Role;
  /** `domain:NAME`, `tag:NAME`, `namespace:NAME`, or the id of a domain, a tag or a data source; null: over everything. */
  scope?: InputMaybe<Scalars['String']['input']>;
};

export type IncidentFilter = {
  criterion?: InputMaybe<Scalars['String']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  model?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  rule?: InputMaybe<IncidentRule>;
  states?: InputMaybe<Array<IncidentState>>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

export type IncidentRule =
  /** A value is on the wrong side of its threshold. */
  | 'THRESHOLD'
  /** Three values in a row are each worse than the median of the ten before them. */
  | 'TREND';

export type IncidentState =
  | 'ACKNOWLEDGED'
  | 'OPEN'
  | 'RESOLVED';

export type IssueTokenInput = {
  /** Null: never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The same key and input again gives the same token again, without its secret; the same key with another input: KEY_REUSED. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whose it is: a person or a program. Several tokens may have one name, so that one can replace another. */
  name: Scalars['String']['input'];
  role: Role;
  /** Over which parts of the catalog: `domain:NAME`, `tag:NAME`, `namespace:NAME`, or ids of domains, tags and data sources; null or none: over everything. It sees, and writes, nothing else. */
  scopes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Ids of teams that it counts as a member of, where a tag is seen by a team only. */
  teams?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type JobFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** SPARK, AIRFLOW, DBT, ... in upper or lower case. */
  integration?: InputMaybe<Scalars['String']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  trigger?: InputMaybe<JobTrigger>;
};

/** What starts its runs. */
export type JobTrigger =
  | 'ONE_TIME'
  | 'SCHEDULED'
  | 'STREAMING'
  | 'UNKNOWN';

export type LabelRequirement =
  | 'NONE'
  | 'OPTIONAL'
  | 'REQUIRED';

export type LineageDirection =
  | 'BOTH'
  | 'DOWNSTREAM'
  | 'UPSTREAM';

export type LineageEdgeKind =
  /** A dataset holds a feature table, a column a feature. */
  | 'CARRIES'
  /** A segment, pipeline or workflow has this version, a model this training of it. */
  | 'DEFINES'
  | 'DERIVES'
  | 'FEEDS'
  /** Several edges made one; what lies between them is in via. */
  | 'FLOWS'
  /** A version of a segment is part of a pipeline’s, a version of a pipeline of a workflow’s. */
  | 'INCLUDED_IN'
  /** Indirect: a column decides which rows of a dataset there are. */
  | 'INFLUENCES'
  /** A model uses a feature, or features of a table. */
  | 'INFORMS'
  /** A trained model made a set of predictions. */
  | 'PREDICTS'
  | 'PRODUCES'
  /** It is served by a deployment, or put to use there. */
  | 'SERVES'
  /** A model was trained on a dataset; at level COLUMN, on a column of it where the model does not say which features it uses. */
  | 'TRAINS';

export type LineageLevel =
  | 'ASSET'
  | 'COLUMN';

/** A dataset that holds the table. */
export type MaterialisationInput = {
  /** The id of a dataset that is known. */
  dataset: Scalars['ID']['input'];
  environment: Scalars['String']['input'];
  /** `${name}` stands for what the environment binds to the name. */
  location?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  store: FeatureStore;
};

/** INNER, LEFT, RIGHT and FULL join on keys; UNION needs equal columns; CUSTOM is a segment of one’s own. */
export type MergeInput = {
  how: MergeKind;
  /** Key columns of a join, named the same on every side. */
  on?: InputMaybe<Array<Scalars['String']['input']>>;
  segmentVersion?: InputMaybe<Scalars['ID']['input']>;
};

/** Joins in SQL’s words, a union, or a segment of one’s own. */
export type MergeKind =
  | 'CUSTOM'
  | 'FULL'
  | 'INNER'
  | 'LEFT'
  | 'RIGHT'
  | 'UNION';

export type MetricDirection =
  | 'HIGHER_IS_BETTER'
  | 'LOWER_IS_BETTER';

/** A criterion and the values that are looked for; without bounds: any value. */
export type MetricFilter = {
  atLeast?: InputMaybe<Scalars['Float']['input']>;
  atMost?: InputMaybe<Scalars['Float']['input']>;
  criterion: Scalars['String']['input'];
};

export type MetricInput = {
  /** auc, rmse, ... */
  criterion: Scalars['String']['input'];
  /** As the model says when left out. */
  direction?: InputMaybe<MetricDirection>;
  /** Of what part of the data, "country=FR"; left out: of all of it. */
  slice?: InputMaybe<Scalars['String']['input']>;
  /** Of a value that is measured again and again: an epoch. */
  step?: InputMaybe<Scalars['Int']['input']>;
  /** Likewise. */
  threshold?: InputMaybe<Scalars['Float']['input']>;
  value: Scalars['Float']['input'];
};

export type ModelFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** A feature that it uses. */
  feature?: InputMaybe<Scalars['ID']['input']>;
  /** In upper or lower case. */
  framework?: InputMaybe<Scalars['String']['input']>;
  learning?: InputMaybe<ModelLearning>;
  /** One of its trained models has this as its last value. */
  metric?: InputMaybe<MetricFilter>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A feature table of which it uses a feature. */
  table?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  task?: InputMaybe<ModelTask>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

/** What a model learns to tell. */
export type ModelLabelInput = {
  /** The column or feature that holds it. */
  column?: InputMaybe<Scalars['ID']['input']>;
  dataType: FeatureDataType;
  name: Scalars['String']['input'];
  /** How labels come about: who or what says what is right, and when. */
  origin?: InputMaybe<Scalars['String']['input']>;
};

/** From what it learns. */
export type ModelLearning =
  | 'REINFORCEMENT'
  | 'SELF_SUPERVISED'
  | 'SEMI_SUPERVISED'
  | 'SUPERVISED'
  | 'UNSUPERVISED';

/** What a job does with a model. */
export type ModelPurpose =
  | 'EVALUATE'
  | 'PREDICT'
  | 'TRAIN';

/** What goes into a prediction, and what comes out. */
export type ModelSignatureInput = {
  inputs?: InputMaybe<Array<SignatureColumnInput>>;
  outputs?: InputMaybe<Array<SignatureColumnInput>>;
};

export type ModelStage =
  | 'CANDIDATE'
  | 'PRODUCTION'
  | 'RETIRED'
  | 'STAGING';

export type ModelTask =
  | 'ANOMALY_DETECTION'
  | 'CLASSIFICATION'
  | 'CLUSTERING'
  | 'FORECASTING'
  | 'GENERATION'
  | 'OTHER'
  | 'RANKING'
  | 'RECOMMENDATION'
  | 'REGRESSION';

export type NeededColumnInput = {
  /** None of them twice, where there are several. */
  distinct?: InputMaybe<Scalars['Boolean']['input']>;
  /** That it is not there shows only when it is run. */
  lazy?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** Nothing, where the param is not given or empty. */
  optional?: InputMaybe<Scalars['Boolean']['input']>;
  param?: InputMaybe<Scalars['String']['input']>;
  /** A second param, which names several instead. */
  plural?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<ColumnRole>;
  /** Types, or families of them: any, array, decimal, map, numeric, struct. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** INPUT: as in the column it is like. */
export type Nullability =
  | 'ALWAYS'
  | 'INPUT'
  | 'NEVER';

export type Outcome =
  | 'APPLIED'
  | 'HELD'
  | 'REFUSED'
  | 'UNCHANGED';

export type OwnerFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<OwnerKind>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

export type OwnerKind =
  | 'PERSON'
  | 'TEAM';

export type ParamInput = {
  /** In texts <uid> stands for the step’s own name. */
  default?: InputMaybe<Scalars['JSON']['input']>;
  /** Numbers within the bounds that it may not be. */
  except?: InputMaybe<Array<Scalars['Float']['input']>>;
  exclusiveMax?: InputMaybe<Scalars['Boolean']['input']>;
  exclusiveMin?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only to be given together with that other param. */
  goesWith?: InputMaybe<Scalars['String']['input']>;
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
  name: Scalars['String']['input'];
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of any, array<array<double>>, array<double>, array<int>, array<string>, bigint, boolean, double, int, matrix, string, vector. */
  type: Scalars['String']['input'];
  /** The texts that it may be. */
  values?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What is in a pipeline is asked of its newest published version. */
export type PipelineFilter = {
  /** A type of columns that it takes: string, bigint, array<string>, vector, ...; of a workflow: that a part of it takes. */
  accepts?: InputMaybe<Scalars['String']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  needsFitting?: InputMaybe<Scalars['Boolean']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  pipelineKind?: InputMaybe<PipelineKind>;
  /** A type of columns that it makes; with accepts: of those. */
  produces?: InputMaybe<Scalars['String']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A segment, or one of its versions, that is among its steps. */
  segment?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name or description, upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** ESTIMATION: it ends in its one predictor. */
export type PipelineKind =
  | 'ESTIMATION'
  | 'TRANSFORMATION';

export type PipelineStepInput = {
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** The segment’s version; by default its newest. */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** Values by the params’ names. */
  params?: InputMaybe<Scalars['JSON']['input']>;
  /** The segment’s name; a stock stage of Spark ML is one of the namespace spark.ml. */
  segment: Scalars['String']['input'];
};

/** Puts what a deployment serves into another environment, or gives it all the traffic. */
export type PromoteInput = {
  /** When it took place, after the release before; now, when left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The deployment that serves it now. */
  deployment: Scalars['ID']['input'];
  /** The same when left out. */
  environment?: InputMaybe<Scalars['String']['input']>;
  /** The lastPosition that the deployment must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Of the deployment there; the same when left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Likewise. */
  replicas?: InputMaybe<Scalars['Int']['input']>;
  /** Stays as it is there when left out. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Which of what it serves; needed where there are several. */
  what?: InputMaybe<Scalars['ID']['input']>;
};

export type PublishPipelineInput = {
  /** Says what the pipeline is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** May be incomplete; no workflow can be built on it. */
  draft?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A tag or semantic version for people. */
  label?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** In order. */
  steps: Array<PipelineStepInput>;
};

export type PublishSegmentInput = {
  definition: SegmentDefinitionInput;
  /** Says what the segment is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** May be incomplete; no pipeline can be built on it. */
  draft?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A tag or semantic version for people. */
  label?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
};

export type PublishWorkflowInput = {
  definition: WorkflowDefinitionInput;
  /** Says what the workflow is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** May be incomplete; lineage does not show its data. */
  draft?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A tag or semantic version for people. */
  label?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
};

export type PurgeArtifactsInput = {
  /** Only tells what would be removed. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** How long nobody has spoken of it: an ISO 8601 duration. */
  olderThan?: InputMaybe<Scalars['String']['input']>;
};

export type QuantileInput = {
  /** From 0 to 1. */
  q: Scalars['Float']['input'];
  value: Scalars['Float']['input'];
};

/** The same trained model at the same moment on the same data again takes the place of what was recorded before. */
export type RecordEvaluationInput = {
  /** When it was measured; now, when left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The dataset that it was measured on, or the version of one. */
  dataset?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000. */
  metrics: Array<MetricInput>;
  /** The run that measured. */
  run?: InputMaybe<Scalars['ID']['input']>;
  trainedModel: Scalars['ID']['input'];
};

/** The same name again takes the place of what was recorded before. */
export type RecordPredictionSetInput = {
  /** The dataset that holds it, or the version of one. */
  dataset: Scalars['ID']['input'];
  /** Left out: stays as it was. */
  description?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The dataset that was scored, or the version of one. */
  input?: InputMaybe<Scalars['ID']['input']>;
  /** churn-scores-2026-11 */
  name: Scalars['String']['input'];
  /** "default" when left out. */
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  predictedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A whole number. */
  rowCount?: InputMaybe<Scalars['Float']['input']>;
  /** The run that made it. */
  run?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of tags, or plain names. */
  tags?: InputMaybe<Array<Scalars['ID']['input']>>;
  trainedModel: Scalars['ID']['input'];
};

/** The same dataset at the same moment again takes the place of what was recorded before. */
export type RecordStatisticsInput = {
  at: Scalars['DateTime']['input'];
  /** At most 1,000. */
  fields?: InputMaybe<Array<FieldStatisticsInput>>;
  /** A feature table or a dataset. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Of a feature table with several: the name of the materialisation. */
  materialisation?: InputMaybe<Scalars['String']['input']>;
  /** A whole number. */
  rowCount?: InputMaybe<Scalars['Float']['input']>;
};

export type RecordTrainedModelInput = {
  /** Names that it goes by from now on, instead of another: champion. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What came out of it; at most 1,000. */
  artifacts?: InputMaybe<Array<Scalars['ID']['input']>>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** With its version; as its model says when left out. */
  framework?: InputMaybe<Scalars['String']['input']>;
  /** By name, {"maxDepth": 5}; what is left out has the model’s default. */
  hyperparameters?: InputMaybe<Scalars['JSON']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As training itself measured; at most 1,000. */
  metrics?: InputMaybe<Array<ScoreInput>>;
  /** A model, or the plain name of one in the namespace "default". */
  model: Scalars['ID']['input'];
  /** The next when left out. A number is given once. */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** A person or team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** The run that trained it. */
  run?: InputMaybe<Scalars['ID']['input']>;
  signature?: InputMaybe<ModelSignatureInput>;
  /** CANDIDATE when left out. */
  stage?: InputMaybe<ModelStage>;
  /** Ids of tags, or plain names. */
  tags?: InputMaybe<Array<Scalars['ID']['input']>>;
  trainedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Versions of datasets, or datasets; at most 1,000. */
  trainedOn?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What lies elsewhere: its location, and its hash if it is known. What was uploaded: its hash. What is left out stays as it was. */
export type RegisterArtifactInput = {
  /** Says what it is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** SHA-256 of the content, 64 hex digits. */
  hash?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<ArtifactKind>;
  /** A URI: s3://bucket/key, dbfs:/path, https://..., docker://host/name@sha256:... */
  location?: InputMaybe<Scalars['String']['input']>;
  /** application/java-archive, text/html, ... */
  mediaType?: InputMaybe<Scalars['String']['input']>;
  /** What people call it; the last part of the location if nobody says it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Bytes; of what was uploaded it is known. */
  size?: InputMaybe<Scalars['Float']['input']>;
};

/** What is left out stays as it was; an empty text or object takes back what the same person said before. */
export type RegisterDataSourceInput = {
  access?: InputMaybe<DataSourceAccessInput>;
  /** What people call it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** As OpenLineage names it: postgres://host:port, s3://bucket. */
  namespace: Scalars['String']['input'];
  place?: InputMaybe<DataSourcePlaceInput>;
  type?: InputMaybe<DataSourceType>;
};

/** The whole definition: it takes the place of the one before, and features that are left out are removed. */
export type RegisterFeatureTableInput = {
  bindings?: InputMaybe<Array<FeatureTableBindingsInput>>;
  /** How often it is computed: an ISO 8601 duration, PT15M, P1D. */
  cadence?: InputMaybe<Scalars['String']['input']>;
  /** A pipeline, a workflow, a version of either, or a job. */
  computedBy?: InputMaybe<Scalars['ID']['input']>;
  /** Left out: stays as it was. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When what a row says was so. */
  eventTime?: InputMaybe<FeatureTableColumnInput>;
  /** How old it may be: an ISO 8601 duration. */
  expectedFreshness?: InputMaybe<Scalars['String']['input']>;
  /** The lastPosition that the table must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  /** 1 to 1,000. */
  features: Array<FeatureInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What a row is about. */
  keys?: InputMaybe<Array<FeatureTableColumnInput>>;
  materialisations?: InputMaybe<Array<MaterialisationInput>>;
  name: Scalars['String']['input'];
  /** "default" when left out. */
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of tags, or plain names. */
  tags?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The whole definition: it takes the place of the one before. */
export type RegisterModelInput = {
  /** By what it is judged; at most 50. */
  criteria?: InputMaybe<Array<CriterionInput>>;
  /** Left out: stays as it was. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Likewise, what evaluates it. */
  evaluate?: InputMaybe<Scalars['ID']['input']>;
  /** The lastPosition that the model must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  /** Ids of features; at most 2,000. */
  features?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** scikit-learn, Spark ML, PyTorch, ... */
  framework?: InputMaybe<Scalars['String']['input']>;
  /** Types, defaults, and ranges or choices; at most 500. */
  hyperparameters?: InputMaybe<Array<ParamInput>>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is for. */
  intendedUse?: InputMaybe<Scalars['String']['input']>;
  /** Needed where it learns from labels. */
  label?: InputMaybe<ModelLabelInput>;
  learning: ModelLearning;
  /** What it must not be used for, and where it fails. */
  limits?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** "default" when left out. */
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** Likewise, what predicts with it. */
  predict?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of tags, or plain names. */
  tags?: InputMaybe<Array<Scalars['ID']['input']>>;
  task: ModelTask;
  /** What trains it: the version of a segment, pipeline or workflow. */
  train?: InputMaybe<Scalars['ID']['input']>;
};

export type ReleaseAction =
  | 'DEPLOY'
  | 'PROMOTE'
  | 'RETIRE'
  | 'ROLL_BACK';

export type RemoveInput = {
  /** True: later reports do not bring it back, until the same person removes it again without. */
  ban?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};

export type RemoveOwnerInput = {
  id: Scalars['ID']['input'];
  /** The id of a person or team; a plain name is a person’s. */
  owner: Scalars['ID']['input'];
  /** In this role; in all that they have when absent. */
  role?: InputMaybe<Scalars['String']['input']>;
};

export type ReplayWebhookDeliveryInput = {
  /** Of the delivery. */
  id: Scalars['ID']['input'];
};

export type ReplayWebhookInput = {
  /** What came after it is delivered, again or for the first time. */
  from: Scalars['Position']['input'];
  id: Scalars['ID']['input'];
};

export type ReportDeploymentStatusInput = {
  deployment: Scalars['ID']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  /** That are running. */
  replicas?: InputMaybe<Scalars['Int']['input']>;
  status: DeploymentStatus;
};

export type RestrictTagInput = {
  /** The id of a tag, `tag:default/restricted`, or its plain name. */
  tag: Scalars['ID']['input'];
  /** Ids of teams and persons, at most 100; administrators see it too. */
  visibleTo: Array<Scalars['ID']['input']>;
};

/** A column that is added, or changed where it is. Its type is said, or follows from a needed column. */
export type ResultColumnInput = {
  as?: InputMaybe<TypeRelation>;
  /** A column of that name may be there: then there are two. */
  evenIfThere?: InputMaybe<Scalars['Boolean']['input']>;
  /** The param or name of the needed column whose type it follows. */
  like?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  nullable?: InputMaybe<Nullability>;
  /** Nothing, where the param is not given or empty. */
  optional?: InputMaybe<Scalars['Boolean']['input']>;
  param?: InputMaybe<Scalars['String']['input']>;
  /** A second param, which names several instead. */
  plural?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  /** A column of that name which is there stays as it is. */
  unlessThere?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only where the column it is like has one of these types. */
  when?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type RetireInput = {
  /** When it took place, after the release before; now, when left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  deployment: Scalars['ID']['input'];
  /** The lastPosition that the deployment must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RevokeRoleInput = {
  /** Of the role binding. */
  id: Scalars['ID']['input'];
};

export type RevokeTokenInput = {
  id: Scalars['ID']['input'];
};

/** What somebody may do; each role includes those before it. */
export type Role =
  /** Also issues and revokes tokens. */
  | 'ADMIN'
  /** Reads, and pushes facts: lineage events and changes. */
  | 'CONNECTOR'
  /** Also describes, owns and tags. */
  | 'EDITOR'
  /** Reads. */
  | 'READER'
  /** Also decides on what is held, and removes. */
  | 'STEWARD';

export type RollBackInput = {
  /** When it took place, after the release before; now, when left out. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  deployment: Scalars['ID']['input'];
  /** The lastPosition that the deployment must still be at; else CONFLICT. */
  expectedPosition?: InputMaybe<Scalars['Position']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The number of a release; the one before when left out. */
  to?: InputMaybe<Scalars['Int']['input']>;
};

export type RunFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  job?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** The run that they are children of. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** Heard of last at this time or after. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  state?: InputMaybe<RunState>;
  /** Any of these. */
  states?: InputMaybe<Array<RunState>>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Heard of last before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RunState =
  | 'CANCELED'
  | 'FAILED'
  | 'LOST'
  | 'QUEUED'
  | 'RUNNING'
  | 'SKIPPED'
  | 'STARTING'
  | 'SUCCEEDED';

export type RunStatusFilter = {
  /** Runs of this job. */
  jobId?: InputMaybe<Scalars['ID']['input']>;
  /** A person or team that owns the run or its job; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** Runs that come to any of these. */
  states?: InputMaybe<Array<RunState>>;
  /** A workflow, or a version of one: runs of the jobs that write what it produces. */
  workflowId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a segment does to the columns of a data frame, in this order. */
export type SchemaRuleInput = {
  adds?: InputMaybe<Array<ResultColumnInput>>;
  changes?: InputMaybe<Array<ResultColumnInput>>;
  drops?: InputMaybe<Array<ColumnReferenceInput>>;
  dynamic?: InputMaybe<DynamicSchema>;
  needs?: InputMaybe<Array<NeededColumnInput>>;
};

export type ScoreInput = {
  criterion: Scalars['String']['input'];
  value: Scalars['Float']['input'];
};

export type SearchFacetName =
  | 'KIND'
  | 'NAMESPACE'
  | 'OWNER'
  | 'TAG';

/** Where words were found. */
export type SearchField =
  | 'COLUMN'
  | 'DESCRIPTION'
  | 'NAME'
  | 'NAMESPACE'
  | 'OTHER'
  | 'TAG'
  | 'TERM';

export type SearchFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Datasets with a column like this: customer_id is customerId, and billing_customer_id has it. */
  hasColumn?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<EntityKind>>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A data source: what lies in it. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** What the catalog says of it changed since. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** Datasets of which a version was written since. */
  writtenSince?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SegmentDefinitionInput = {
  code?: InputMaybe<CodeLocationInput>;
  estimator?: InputMaybe<EstimatorInput>;
  fits?: Fits;
  language?: InputMaybe<Scalars['String']['input']>;
  params?: InputMaybe<Array<ParamInput>>;
  /** Left out: what comes out of it is unknown. */
  schema?: InputMaybe<SchemaRuleInput>;
};

/** What a segment does is asked of its newest published version. */
export type SegmentFilter = {
  /** A type of columns that it takes: string, bigint, array<string>, vector, ...; of a workflow: that a part of it takes. */
  accepts?: InputMaybe<Scalars['String']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  fits?: InputMaybe<Fits>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** A type of columns that it makes; with accepts: of those. */
  produces?: InputMaybe<Scalars['String']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** CLASSIFICATION, REGRESSION, ... */
  task?: InputMaybe<Scalars['String']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name or description, upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type ServingInput = {
  /** What runs; those of the trained model when left out. */
  artifacts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** sha256: and 64 hexadecimal digits. */
  digest?: InputMaybe<Scalars['String']['input']>;
  /** Of the container, with its digest. */
  image?: InputMaybe<Scalars['String']['input']>;
  /** In percent; 100 when left out. */
  trafficShare?: InputMaybe<Scalars['Float']['input']>;
  /** A trained model, a version of a pipeline or workflow, or a feature table. */
  what: Scalars['ID']['input'];
};

/** What is left out stays as it is. */
export type SetEnvironmentPolicyInput = {
  /** production, staging, ... */
  environment: Scalars['String']['input'];
  /** Not required until somebody says so. */
  requiresApproval?: InputMaybe<Scalars['Boolean']['input']>;
  /** Required in "prod" and "production", unless somebody says otherwise. */
  requiresEvaluations?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Says that a trained model goes by a name, instead of another; or that none does. */
export type SetModelAliasInput = {
  /** champion, challenger, ... */
  alias: Scalars['String']['input'];
  /** A model, or the plain name of one in the namespace "default". */
  model: Scalars['ID']['input'];
  /** The number of a trained model; left out: nothing goes by the name any longer. */
  number?: InputMaybe<Scalars['Int']['input']>;
};

export type SetModelStageInput = {
  /** A trained model. */
  id: Scalars['ID']['input'];
  stage: ModelStage;
};

export type SignatureColumnInput = {
  name: Scalars['String']['input'];
  nullable?: InputMaybe<Scalars['Boolean']['input']>;
  /** As the framework calls it. */
  type: Scalars['String']['input'];
};

export type SnippetLanguage =
  | 'PYTHON'
  | 'SCALA'
  | 'SQL';

export type StatisticsMeasure =
  | 'COUNT'
  | 'DISTINCT'
  | 'MAX'
  | 'MEAN'
  | 'MIN'
  | 'NULL_SHARE'
  | 'QUANTILE'
  | 'ROW_COUNT'
  | 'STDDEV'
  | 'TOP_VALUE_SHARE';

export type TagFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
};

export type TermFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** Directly below this one. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** True: those without a parent, and those whose parents go in a circle. */
  top?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TopValueInput = {
  /** How often it occurs. */
  count: Scalars['Float']['input'];
  value?: InputMaybe<Scalars['JSON']['input']>;
};

export type TrainedModelFilter = {
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** A feature that its model uses. */
  feature?: InputMaybe<Scalars['ID']['input']>;
  /** Its last value by a criterion. */
  metric?: InputMaybe<MetricFilter>;
  model?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  stage?: InputMaybe<ModelStage>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** A dataset, or a version of one, that it was trained on. */
  trainedOn?: InputMaybe<Scalars['ID']['input']>;
};

/** So many values in a row, each worse than the median of those before them, open an incident. */
export type TrendInput = {
  /** From 1 to 100; 10 when left out. */
  before?: InputMaybe<Scalars['Int']['input']>;
  /** From 1 to 20; 3 when left out; 0: none does. */
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type TruncationReason =
  | 'EDGE_LIMIT'
  | 'NODE_LIMIT';

/** An array of the other type, its elements, or the same type. */
export type TypeRelation =
  | 'ARRAY'
  | 'ELEMENT'
  | 'SAME';

export type UnrestrictTagInput = {
  /** The id of a tag, or its plain name. */
  tag: Scalars['ID']['input'];
};

/** What is left out stays as it is; a note is added. */
export type UpdateIncidentInput = {
  /** Why it happened; needed to resolve it. */
  cause?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<IncidentState>;
};

/** What is left out stays as it is. */
export type UpdateWebhookInput = {
  /** It tells these changes, in place of what it told before. */
  changes?: InputMaybe<WebhookChangesInput>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  /** It tells these states of runs, in place of what it told before. */
  runStatus?: InputMaybe<RunStatusFilter>;
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Which changes; {}: all. */
export type WebhookChangesInput = {
  /** Of these; at most 1,000. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of these kinds. */
  kinds?: InputMaybe<Array<EntityKind>>;
};

export type WebhookDeliveryState =
  /** It failed for 24 hours; it can be replayed. */
  | 'DEAD'
  /** Under way. */
  | 'PENDING'
  /** It failed, and is tried again at `nextAt`. */
  | 'RETRYING';

export type WebhookInput = {
  id: Scalars['ID']['input'];
};

export type WebhookState =
  /** It delivers. */
  | 'ACTIVE'
  /** The last request failed; it is made again. */
  | 'FAILING'
  /** By somebody; what happens meanwhile is delivered when it is resumed. */
  | 'PAUSED'
  /** By Vinci, for the reason that `stateReason` gives; to be resumed as a paused one is. */
  | 'STOPPED';

/** A directed acyclic graph: at most 1,000 nodes, in any order. */
export type WorkflowDefinitionInput = {
  nodes: Array<WorkflowNodeInput>;
};

/** What is in a workflow is asked of its newest published version. */
export type WorkflowFilter = {
  /** A type of columns that it takes: string, bigint, array<string>, vector, ...; of a workflow: that a part of it takes. */
  accepts?: InputMaybe<Scalars['String']['input']>;
  /** A dataset or feature table that it reads or writes. */
  dataset?: InputMaybe<Scalars['ID']['input']>;
  /** False: what was only named so far. */
  described?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is in this domain, or in one below it; an id or a plain name. */
  domain?: InputMaybe<Scalars['ID']['input']>;
  /** Anywhere in the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  /** A person or a team; a plain name is a person’s. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** A pipeline, or one of its versions. */
  pipeline?: InputMaybe<Scalars['ID']['input']>;
  /** A type of columns that it makes; with accepts: of those. */
  produces?: InputMaybe<Scalars['String']['input']>;
  /** True: what is no longer there. */
  removed?: Scalars['Boolean']['input'];
  /** A segment, or one of its versions, in a pipeline or a merge. */
  segment?: InputMaybe<Scalars['ID']['input']>;
  /** A tag, or its plain name. */
  tag?: InputMaybe<Scalars['ID']['input']>;
  /** A term, or its plain name. */
  term?: InputMaybe<Scalars['ID']['input']>;
  /** Words, each anywhere in name or description, upper or lower case. */
  text?: InputMaybe<Scalars['String']['input']>;
  workflowKind?: InputMaybe<WorkflowKind>;
};

/** TRAINING: it ends in an estimation pipeline. */
export type WorkflowKind =
  | 'TRAINING'
  | 'TRANSFORMATION';

/** SOURCE has dataset or columns; MERGE has inputs and merge; PIPELINE has one input and pipelineVersion; SINK one input. */
export type WorkflowNodeInput = {
  /** What a source gives (instead of all of its dataset), a custom merge gives, a sink needs. */
  columns?: InputMaybe<Array<ColumnInput>>;
  /** A dataset, or a feature table. */
  dataset?: InputMaybe<Scalars['ID']['input']>;
  /** A trained instance; a transformation workflow binds each pipeline that needs fitting to one. */
  fitted?: InputMaybe<Scalars['ID']['input']>;
  /** Unique in its workflow. */
  id: Scalars['String']['input'];
  /** The ids of the nodes that it reads; at most 100. */
  inputs?: InputMaybe<Array<Scalars['String']['input']>>;
  kind: WorkflowNodeKind;
  merge?: InputMaybe<MergeInput>;
  pipelineVersion?: InputMaybe<Scalars['ID']['input']>;
};

export type WorkflowNodeKind =
  | 'MERGE'
  | 'PIPELINE'
  | 'SINK'
  | 'SOURCE';

/** By the data source that the dataset lies in. */
export type WorkflowSourceKind =
  | 'HTTP_REQUEST'
  | 'KAFKA_TOPIC'
  | 'OTHER'
  | 'PERSISTENT_STORE';
