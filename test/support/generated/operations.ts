import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type ArtifactQueryVariables = Exact<{
  hash: Scalars['String']['input'];
}>;


export type ArtifactQuery = { artifact: { referenceCount: number, id: string, name: string, description: string | null, artifactKind: ArtifactKind, mediaType: string | null, size: number | null, hash: string | null, location: string | null, stored: boolean, url: string | null, removedAt: string | null, references: { nodes: Array<{ id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string }> } } | null };

export type ArtifactsQueryVariables = Exact<{
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ArtifactsQuery = { artifacts: { nodes: Array<{ referenceCount: number, id: string, name: string, description: string | null, artifactKind: ArtifactKind, mediaType: string | null, size: number | null, hash: string | null, location: string | null, stored: boolean, url: string | null, removedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ArtifactFieldsFragment = { id: string, name: string, description: string | null, artifactKind: ArtifactKind, mediaType: string | null, size: number | null, hash: string | null, location: string | null, stored: boolean, url: string | null, removedAt: string | null };

export type RegisterArtifactMutationVariables = Exact<{
  input: RegisterArtifactInput;
}>;


export type RegisterArtifactMutation = { registerArtifact: { position: string, artifact: { id: string, name: string, description: string | null, artifactKind: ArtifactKind, mediaType: string | null, size: number | null, hash: string | null, location: string | null, stored: boolean, url: string | null, removedAt: string | null } | null, receipts: Array<{ outcome: Outcome, id: string | null, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type PurgeArtifactsMutationVariables = Exact<{
  input: PurgeArtifactsInput;
}>;


export type PurgeArtifactsMutation = { purgeArtifacts: { position: string, dryRun: boolean, count: number, bytes: number, complete: boolean, receipts: Array<{ outcome: Outcome, id: string | null, problems: Array<{ rule: string, message: string }> }> } };

export type DatasetsQueryVariables = Exact<{
  filter?: InputMaybe<DatasetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DatasetsQuery = { datasets: { nodes: Array<{ id: string, namespace: string, name: string, description: string | null, columns: { nodes: Array<{ name: string, type: string | null }> }, owners: Array<{ role: string, owner: { id: string } | { id: string } }>, tags: Array<{ tag: { id: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DatasetAccessQueryVariables = Exact<{
  namespace: Scalars['String']['input'];
  name: Scalars['String']['input'];
}>;


export type DatasetAccessQuery = { dataset: { id: string, access: { uri: string | null, instructions: string | null, reason: string | null, snippets: Array<{ language: SnippetLanguage, tool: string, code: string }> } | null } | null };

export type DeployMutationVariables = Exact<{
  input: DeployInput;
}>;


export type DeployMutation = { deploy: { position: string, deployment: { id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type PromoteMutationVariables = Exact<{
  input: PromoteInput;
}>;


export type PromoteMutation = { promote: { position: string, deployment: { id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RollBackMutationVariables = Exact<{
  input: RollBackInput;
}>;


export type RollBackMutation = { rollBack: { position: string, deployment: { id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RetireMutationVariables = Exact<{
  input: RetireInput;
}>;


export type RetireMutation = { retire: { position: string, deployment: { id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ReportDeploymentStatusMutationVariables = Exact<{
  input: ReportDeploymentStatusInput;
}>;


export type ReportDeploymentStatusMutation = { reportDeploymentStatus: { position: string, deployment: { id: string, status: DeploymentStatus | null, statusMessage: string | null, statusAt: string | null, replicas: number | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ApproveDeploymentMutationVariables = Exact<{
  input: ApproveDeploymentInput;
}>;


export type ApproveDeploymentMutation = { approveDeployment: { position: string, entity: { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type SetEnvironmentPolicyMutationVariables = Exact<{
  input: SetEnvironmentPolicyInput;
}>;


export type SetEnvironmentPolicyMutation = { setEnvironmentPolicy: { position: string, environment: { id: string, requiresApproval: boolean, requiresEvaluations: boolean } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type EnvironmentsQueryVariables = Exact<{
  filter?: InputMaybe<EnvironmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type EnvironmentsQuery = { environments: { nodes: Array<{ id: string, name: string, description: string | null, requiresApproval: boolean, requiresEvaluations: boolean, owners: Array<{ role: string, owner: { id: string, name: string } | { id: string, name: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindDeploymentsQueryVariables = Exact<{
  filter?: InputMaybe<DeploymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindDeploymentsQuery = { deployments: { nodes: Array<{ id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeployedInQueryVariables = Exact<{
  environment: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DeployedInQuery = { deployments: { nodes: Array<{ id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, owners: Array<{ role: string, owner: { id: string } | { id: string } }>, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ModelDeploymentsQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ModelDeploymentsQuery = { model: { id: string, deployments: { nodes: Array<{ id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DeploymentsOfColumnQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DeploymentsOfColumnQuery = { lineage: { complete: boolean, truncatedBecause: TruncationReason | null, nodes: Array<{ distance: number, entity: { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { name: string, url: string | null, status: DeploymentStatus | null, id: string, environment: { id: string, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> }, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }>, serving: Array<{ trafficShare: number, what: { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { number: number | null, id: string, kind: EntityKind, name: string, model: { id: string, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> }, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } | { id: string, kind: EntityKind, name: string, owners: Array<{ role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } }> } }> } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhomToCallFragment = { role: string, owner: { id: string, name: string, description: string | null } | { id: string, name: string, description: string | null } };

export type ServedAtQueryVariables = Exact<{
  environment: Scalars['String']['input'];
  at: Scalars['DateTime']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ServedAtQuery = { deployments: { nodes: Array<{ id: string, name: string, servedAt: { id: string, number: number | null, action: ReleaseAction | null, at: string | null, by: string | null, approvedBy: Array<string>, reason: string | null, url: string | null, replicas: number | null, from: { id: string, number: number | null } | null, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeploymentHistoryQueryVariables = Exact<{
  environment: Scalars['String']['input'];
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DeploymentHistoryQuery = { deployment: { id: string, history: { nodes: Array<{ id: string, number: number | null, action: ReleaseAction | null, at: string | null, by: string | null, approvedBy: Array<string>, reason: string | null, url: string | null, replicas: number | null, from: { id: string, number: number | null } | null, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DeploymentPartsFragment = { id: string, name: string, lastPosition: string, url: string | null, status: DeploymentStatus | null, statusMessage: string | null, replicas: number | null, since: string | null, by: string | null, environment: { id: string, name: string }, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> };

export type ReleasePartsFragment = { id: string, number: number | null, action: ReleaseAction | null, at: string | null, by: string | null, approvedBy: Array<string>, reason: string | null, url: string | null, replicas: number | null, from: { id: string, number: number | null } | null, serving: Array<{ trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } }> };

export type ServingPartsFragment = { trafficShare: number, image: string | null, digest: string | null, artifacts: Array<string>, what: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } };

export type RegisterFeatureTableMutationVariables = Exact<{
  input: RegisterFeatureTableInput;
}>;


export type RegisterFeatureTableMutation = { registerFeatureTable: { position: string, featureTable: { id: string, revision: number | null, lastPosition: string } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RecordStatisticsMutationVariables = Exact<{
  input: RecordStatisticsInput;
}>;


export type RecordStatisticsMutation = { recordStatistics: { position: string, statistics: { id: string, at: string } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type FindFeaturesQueryVariables = Exact<{
  filter?: InputMaybe<FeatureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindFeaturesQuery = { features: { nodes: Array<{ id: string, name: string, description: string | null, dataType: FeatureDataType | null, semanticKind: FeatureSemanticKind | null, unit: string | null, table: { id: string, namespace: string, name: string }, tags: Array<{ tag: { id: string, name: string } }>, owners: Array<{ role: string, owner: { id: string } | { id: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FeatureTableTransformationQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type FeatureTableTransformationQuery = { featureTable: { computedBy: { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { sql: string | null, sqlDialect: string | null, id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null, currentVersion: { id: string, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> } | null } | { id: string, kind: EntityKind, name: string, description: string | null, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null, currentVersion: { id: string, number: number, nodes: Array<{ id: string, kind: WorkflowNodeKind, inputs: Array<string>, merge: { how: MergeKind, on: Array<string> | null } | null, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> } | null }> } | null } | { id: string, kind: EntityKind, name: string, description: string | null, number: number, nodes: Array<{ id: string, kind: WorkflowNodeKind, inputs: Array<string>, merge: { how: MergeKind, on: Array<string> | null } | null, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> } | null }> } | null, features: { nodes: Array<{ name: string, expression: string | null, computedBy: { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string, segment: { description: string | null } } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | { id: string, name: string } | null, columns: Array<{ id: string, derivedFrom: { nodes: Array<{ column: { id: string }, transformations: Array<{ type: string, subtype: string | null, description: string | null }> }> } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PipelineTransformationFragment = { id: string, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> };

export type WorkflowTransformationFragment = { id: string, number: number, nodes: Array<{ id: string, kind: WorkflowNodeKind, inputs: Array<string>, merge: { how: MergeKind, on: Array<string> | null } | null, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, segment: { name: string, description: string | null } } }> } | null }> };

export type FeatureTableOwnersQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type FeatureTableOwnersQuery = { featureTable: { owners: Array<{ role: string, by: string, owner: { id: string, name: string } | { id: string, name: string } }>, features: { nodes: Array<{ name: string, owners: Array<{ role: string, owner: { id: string, name: string } | { id: string, name: string } }> }> } } | null };

export type FeatureTableDescriptionQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type FeatureTableDescriptionQuery = { featureTable: { description: string | null, cadence: string | null, expectedFreshness: string | null, inputs: { nodes: Array<{ id: string, name: string, description: string | null, columns: { nodes: Array<{ name: string, type: string | null, description: string | null }> } }> }, computedBy: { currentVersion: { id: string, signature: { complete: boolean, needs: Array<{ name: string, types: Array<string> | null }> } } | null } | { id: string, signature: { complete: boolean, needs: Array<{ name: string, types: Array<string> | null }> } } | { currentVersion: { id: string, nodes: Array<{ id: string, kind: WorkflowNodeKind, dataset: { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | null, columns: Array<{ name: string, type: string }> | null }> } | null } | { id: string, nodes: Array<{ id: string, kind: WorkflowNodeKind, dataset: { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | null, columns: Array<{ name: string, type: string }> | null }> } | {} | null, keys: Array<{ name: string, dataType: FeatureDataType, engineType: string | null }>, eventTime: { name: string, dataType: FeatureDataType } | null, features: { nodes: Array<{ name: string, description: string | null, dataType: FeatureDataType | null, semanticKind: FeatureSemanticKind | null, dimension: number | null, unit: string | null, default: unknown | null, nullPolicy: FeatureNullPolicy | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PipelineNeedsFragment = { id: string, signature: { complete: boolean, needs: Array<{ name: string, types: Array<string> | null }> } };

export type WorkflowSourcesFragment = { id: string, nodes: Array<{ id: string, kind: WorkflowNodeKind, dataset: { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | { id: string, kind: EntityKind, name: string, description: string | null } | null, columns: Array<{ name: string, type: string }> | null }> };

export type FeatureTableCodeQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type FeatureTableCodeQuery = { featureTable: { revision: number | null, updatedAt: string, computedBy: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, location: { type: string | null, url: string | null, repoUrl: string | null, path: string | null, version: string | null, tag: string | null, branch: string | null } | null } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, currentVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, pipeline: { currentVersion: { id: string } | null }, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, currentVersion: { id: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> } | null } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, workflow: { currentVersion: { id: string } | null }, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> } | null, features: { nodes: Array<{ name: string, computedBy: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | {} | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, jobs: { nodes: Array<{ id: string, location: { type: string | null, url: string | null, repoUrl: string | null, path: string | null, version: string | null, tag: string | null, branch: string | null } | null }> } } | null };

export type JobCodeFragment = { location: { type: string | null, url: string | null, repoUrl: string | null, path: string | null, version: string | null, tag: string | null, branch: string | null } | null };

export type SegmentCodeFragment = { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null };

export type PipelineCodeFragment = { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> };

export type WorkflowCodeFragment = { id: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> };

export type FeatureTableArtifactsQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  environment?: Scalars['String']['input'];
}>;


export type FeatureTableArtifactsQuery = { featureTable: { offline: { location: string | null, dataset: { id: string, versions: { nodes: Array<{ version: string, writtenAt: string | null }> } } | null } | null, online: { location: string | null, dataset: { id: string, versions: { nodes: Array<{ version: string, writtenAt: string | null }> } } | null } | null, computedBy: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, currentVersion: { id: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> } | null } | { id: string, kind: EntityKind, name: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, currentVersion: { id: string, number: number, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } | null } | null }> } | null } | { id: string, kind: EntityKind, name: string, number: number, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } | null } | null }> } | null, features: { nodes: Array<{ name: string, computedBy: { id: string, number: number, code: { artifact: string | null } | null } | {} | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type HeldThereFragment = { location: string | null, dataset: { id: string, versions: { nodes: Array<{ version: string, writtenAt: string | null }> } } | null };

export type SegmentArtifactFragment = { id: string, number: number, code: { artifact: string | null } | null };

export type PipelineArtifactsFragment = { id: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> };

export type WorkflowArtifactsFragment = { id: string, number: number, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, steps: Array<{ index: number, segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, code: { artifact: string | null } | null } | null } | null }> };

export type FeatureTableJobsQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  runs?: InputMaybe<Scalars['Int']['input']>;
}>;


export type FeatureTableJobsQuery = { featureTable: { jobs: { nodes: Array<{ id: string, name: string, trigger: JobTrigger, latestRun: { state: RunState } | null, runs: { nodes: Array<{ externalId: string, state: RunState, startedAt: string | null, endedAt: string | null, error: { message: string } | null }> } }> } } | null };

export type FeatureTableDataQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type FeatureTableDataQuery = { featureTable: { materialisations: Array<{ name: string, store: FeatureStore, environment: string, location: string | null, dataset: { id: string, namespace: string, name: string, source: { type: DataSourceType, place: { dataCenter: string | null, cloud: string | null, region: string | null } | null } | null, access: { uri: string | null, instructions: string | null, reason: string | null, snippets: Array<{ language: SnippetLanguage, tool: string, code: string }> } | null, versions: { nodes: Array<{ version: string, writtenAt: string | null }> } } | null }> } | null };

export type FeatureTableStatisticsQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type FeatureTableStatisticsQuery = { featureTable: { materialisations: Array<{ name: string, statistics: { nodes: Array<{ id: string, at: string, rowCount: number | null, fields: Array<{ column: string, feature: string | null, count: number | null, nulls: number | null, distinct: number | null, min: unknown | null, max: unknown | null, mean: number | null, stddev: number | null, quantiles: Array<{ q: number, value: number }>, topValues: Array<{ value: unknown | null, count: number }> }> }> } }> } | null };

export type FeatureTableDriftQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  environment: Scalars['String']['input'];
  store: FeatureStore;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
}>;


export type FeatureTableDriftQuery = { featureTable: { materialisation: { statisticsDiff: { changeCount: number, appeared: Array<string>, disappeared: Array<string>, from: { at: string }, to: { at: string }, changes: Array<{ column: string | null, feature: string | null, measure: StatisticsMeasure, of: string | null, from: number, to: number, change: number, relative: number | null, standardised: number | null }> } | null } | null } | null };

export type TermQueryVariables = Exact<{
  namespace?: Scalars['String']['input'];
  name: Scalars['String']['input'];
  deep?: Scalars['Boolean']['input'];
  kinds?: InputMaybe<Array<EntityKind> | EntityKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TermQuery = { term: { id: string, name: string, description: string | null, parents: Array<{ id: string, name: string }>, related: Array<{ id: string, name: string }>, children: { nodes: Array<{ id: string, name: string }> }, entities: { nodes: Array<{ id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DomainQueryVariables = Exact<{
  namespace?: Scalars['String']['input'];
  name: Scalars['String']['input'];
  deep?: Scalars['Boolean']['input'];
  kinds?: InputMaybe<Array<EntityKind> | EntityKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DomainQuery = { domain: { id: string, name: string, description: string | null, parents: Array<{ id: string, name: string }>, children: { nodes: Array<{ id: string, name: string }> }, entities: { nodes: Array<{ id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DefineTermMutationVariables = Exact<{
  input: DefineTermInput;
}>;


export type DefineTermMutation = { defineTerm: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }>, term: { id: string } | null } };

export type DefineDomainMutationVariables = Exact<{
  input: DefineDomainInput;
}>;


export type DefineDomainMutation = { defineDomain: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }>, domain: { id: string } | null } };

export type AttachTermMutationVariables = Exact<{
  input: AttachTermInput;
}>;


export type AttachTermMutation = { attachTerm: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type DetachTermMutationVariables = Exact<{
  input: DetachTermInput;
}>;


export type DetachTermMutation = { detachTerm: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type AssignDomainMutationVariables = Exact<{
  input: AssignDomainInput;
}>;


export type AssignDomainMutation = { assignDomain: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type LineageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  direction: LineageDirection;
  depth?: InputMaybe<Scalars['Int']['input']>;
  level?: InputMaybe<LineageLevel>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type LineageQuery = { lineage: { complete: boolean, truncatedBecause: TruncationReason | null, nodes: Array<{ distance: number, entity: { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } | { kind: EntityKind, namespace: string, name: string, id: string } }>, edges: Array<{ from: string, to: string, kind: LineageEdgeKind }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChangesSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['Position']['input']>;
  kinds?: InputMaybe<Array<EntityKind> | EntityKind>;
  ids?: InputMaybe<Array<Scalars['ID']['input']> | Scalars['ID']['input']>;
}>;


export type ChangesSubscription = { changes: { position: string, at: string, change: ChangeKind, entityId: string, by: string, entity: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | null } | { position: string, at: string } };

export type RunStatusSubscriptionVariables = Exact<{
  filter?: InputMaybe<RunStatusFilter>;
  after?: InputMaybe<Scalars['Position']['input']>;
}>;


export type RunStatusSubscription = { runStatus: { position: string, at: string } | { position: string, at: string, state: RunState, previous: RunState | null, run: { id: string, externalId: string, job: { id: string, name: string } } } };

export type LineageChangedSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
  direction: LineageDirection;
  depth?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
}>;


export type LineageChangedSubscription = { lineageChanged: { position: string, at: string, change: ChangeKind, entityId: string, by: string, entity: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | null } | { position: string, at: string } };

export type ConnectorStatusSubscriptionVariables = Exact<{
  id?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['Position']['input']>;
}>;


export type ConnectorStatusSubscription = { connectorStatus: { position: string, at: string, isNew: boolean, changes: number, failedRuns: number, connector: { id: string, name: string } } | { position: string, at: string } };

export type RegisterModelMutationVariables = Exact<{
  input: RegisterModelInput;
}>;


export type RegisterModelMutation = { registerModel: { position: string, model: { id: string, revision: number | null, lastPosition: string } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RecordTrainedModelMutationVariables = Exact<{
  input: RecordTrainedModelInput;
}>;


export type RecordTrainedModelMutation = { recordTrainedModel: { position: string, trainedModel: { id: string, number: number | null, stage: ModelStage, modelAliases: Array<string> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RecordPredictionSetMutationVariables = Exact<{
  input: RecordPredictionSetInput;
}>;


export type RecordPredictionSetMutation = { recordPredictionSet: { position: string, predictionSet: { id: string } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type SetModelAliasMutationVariables = Exact<{
  input: SetModelAliasInput;
}>;


export type SetModelAliasMutation = { setModelAlias: { position: string, model: { id: string, modelAliases: Array<{ alias: string, trainedModel: { id: string } }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type SetModelStageMutationVariables = Exact<{
  input: SetModelStageInput;
}>;


export type SetModelStageMutation = { setModelStage: { position: string, trainedModel: { id: string, stage: ModelStage } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RecordEvaluationMutationVariables = Exact<{
  input: RecordEvaluationInput;
}>;


export type RecordEvaluationMutation = { recordEvaluation: { position: string, evaluation: { id: string, at: string } | null, incidents: Array<{ id: string, rule: IncidentRule | null, criterion: string | null, slice: string | null, value: number | null, limit: number | null }>, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type UpdateIncidentMutationVariables = Exact<{
  input: UpdateIncidentInput;
}>;


export type UpdateIncidentMutation = { updateIncident: { position: string, incident: { id: string, state: IncidentState, cause: string | null, notes: Array<{ by: string, text: string }> } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type FindModelsQueryVariables = Exact<{
  filter?: InputMaybe<ModelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindModelsQuery = { models: { nodes: Array<{ id: string, name: string, description: string | null, task: ModelTask | null, learning: ModelLearning | null, framework: string | null, modelAliases: Array<{ alias: string, trainedModel: { id: string, number: number | null, scores: Array<{ criterion: string, value: number }> } }>, owners: Array<{ role: string, owner: { id: string } | { id: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindTrainedModelsQueryVariables = Exact<{
  filter?: InputMaybe<TrainedModelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindTrainedModelsQuery = { trainedModels: { nodes: Array<{ id: string, number: number | null, stage: ModelStage, trainedAt: string | null, scores: Array<{ criterion: string, value: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ModelDescriptionQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelDescriptionQuery = { model: { id: string, description: string | null, task: ModelTask | null, intendedUse: string | null, limits: string | null, framework: string | null, revision: number | null, criteria: Array<{ name: string, direction: MetricDirection, threshold: number | null, required: boolean, description: string | null, trend: { last: number, before: number } }>, hyperparameters: Array<{ name: string, type: string, default: unknown | null, required: boolean | null, min: number | null, max: number | null, values: Array<string> | null }> } | null };

export type ModelOwnersQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelOwnersQuery = { model: { owners: Array<{ role: string, by: string, owner: { id: string, name: string } | { id: string, name: string } }> } | null };

export type ModelLearningQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelLearningQuery = { model: { learning: ModelLearning | null, label: { name: string, dataType: FeatureDataType, origin: string | null, column: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | null } | null } | null };

export type ModelFeaturesQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ModelFeaturesQuery = { model: { features: { nodes: Array<{ id: string, name: string, description: string | null, dataType: FeatureDataType | null, semanticKind: FeatureSemanticKind | null, table: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ModelCodeQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelCodeQuery = { model: { revision: number | null, updatedAt: string, train: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> } | null, predict: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> } | null, evaluate: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> } | null } | null };

type FunctionCode_Artifact_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Column_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Connector_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_DataSource_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Dataset_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_DatasetVersion_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Deployment_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Domain_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Environment_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Evaluation_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Feature_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_FeatureTable_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_FeatureTableVersion_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Incident_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Job_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Model_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Person_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Pipeline_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_PipelineVersion_Fragment = { id: string, kind: EntityKind, name: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> };

type FunctionCode_PredictionSet_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Release_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Run_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Segment_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_SegmentVersion_Fragment = { id: string, kind: EntityKind, name: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null };

type FunctionCode_Statistics_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Tag_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Team_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Term_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_TrainedModel_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_Workflow_Fragment = { id: string, kind: EntityKind, name: string };

type FunctionCode_WorkflowVersion_Fragment = { id: string, kind: EntityKind, name: string, number: number, label: string | null, nodes: Array<{ id: string, pipelineVersion: { id: string, number: number, label: string | null, steps: Array<{ index: number, segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } }> } | null, merge: { segmentVersion: { id: string, number: number, label: string | null, language: string | null, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null } | null }> };

export type FunctionCodeFragment = FunctionCode_Artifact_Fragment | FunctionCode_Column_Fragment | FunctionCode_Connector_Fragment | FunctionCode_DataSource_Fragment | FunctionCode_Dataset_Fragment | FunctionCode_DatasetVersion_Fragment | FunctionCode_Deployment_Fragment | FunctionCode_Domain_Fragment | FunctionCode_Environment_Fragment | FunctionCode_Evaluation_Fragment | FunctionCode_Feature_Fragment | FunctionCode_FeatureTable_Fragment | FunctionCode_FeatureTableVersion_Fragment | FunctionCode_Incident_Fragment | FunctionCode_Job_Fragment | FunctionCode_Model_Fragment | FunctionCode_Person_Fragment | FunctionCode_Pipeline_Fragment | FunctionCode_PipelineVersion_Fragment | FunctionCode_PredictionSet_Fragment | FunctionCode_Release_Fragment | FunctionCode_Run_Fragment | FunctionCode_Segment_Fragment | FunctionCode_SegmentVersion_Fragment | FunctionCode_Statistics_Fragment | FunctionCode_Tag_Fragment | FunctionCode_Team_Fragment | FunctionCode_Term_Fragment | FunctionCode_TrainedModel_Fragment | FunctionCode_Workflow_Fragment | FunctionCode_WorkflowVersion_Fragment;

export type ModelJobsQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelJobsQuery = { model: { training: { nodes: Array<{ id: string, trigger: JobTrigger, latestRun: { id: string, state: RunState, startedAt: string | null, endedAt: string | null } | null }> }, predicting: { nodes: Array<{ id: string, trigger: JobTrigger, latestRun: { id: string, state: RunState, startedAt: string | null, endedAt: string | null } | null }> }, evaluating: { nodes: Array<{ id: string, trigger: JobTrigger, latestRun: { id: string, state: RunState, startedAt: string | null, endedAt: string | null } | null }> } } | null };

export type JobStatusFragment = { id: string, trigger: JobTrigger, latestRun: { id: string, state: RunState, startedAt: string | null, endedAt: string | null } | null };

export type ModelDataQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ModelDataQuery = { model: { predictionSets: { nodes: Array<{ id: string, predictedAt: string | null, rowCount: number | null, trainedModel: { id: string, number: number | null } | null, dataset: { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind, name: string, access: { uri: string | null, instructions: string | null, snippets: Array<{ language: SnippetLanguage, tool: string, code: string }> } | null } | { id: string, kind: EntityKind, dataset: { id: string, name: string, access: { uri: string | null, instructions: string | null, snippets: Array<{ language: SnippetLanguage, tool: string, code: string }> } | null } } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | { id: string, kind: EntityKind } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadableDatasetFragment = { id: string, name: string, access: { uri: string | null, instructions: string | null, snippets: Array<{ language: SnippetLanguage, tool: string, code: string }> } | null };

export type ModelPerformanceQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  criterion: Scalars['String']['input'];
  slice?: InputMaybe<Scalars['String']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ModelPerformanceQuery = { model: { criteria: Array<{ name: string, direction: MetricDirection, threshold: number | null, required: boolean }>, metrics: { nodes: Array<{ value: number, step: number | null, threshold: number | null, crossed: boolean, evaluation: { at: string, trainedModel: { id: string, number: number | null }, dataset: { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, incidents: { nodes: Array<{ id: string, state: IncidentState, rule: IncidentRule | null, criterion: string | null, value: number | null, limit: number | null, about: { id: string } | null }> } } | null };

export type FindIncidentsQueryVariables = Exact<{
  filter?: InputMaybe<IncidentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindIncidentsQuery = { incidents: { nodes: Array<{ id: string, state: IncidentState, rule: IncidentRule | null, criterion: string | null, slice: string | null, value: number | null, limit: number | null, cause: string | null, about: { id: string } | null, owners: Array<{ role: string, owner: { id: string } | { id: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ModelsOfColumnQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ModelsOfColumnQuery = { lineage: { complete: boolean, nodes: Array<{ distance: number, entity: { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { id: string } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } | { kind: EntityKind, name: string, id: string, owners: Array<{ role: string, owner: { id: string } | { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ModelCardQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
}>;


export type ModelCardQuery = { model: { card: string } | null };

export type PublishPipelineMutationVariables = Exact<{
  input: PublishPipelineInput;
}>;


export type PublishPipelineMutation = { publishPipeline: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }>, pipelineVersion: { id: string, number: number, label: string | null, draft: boolean, pipelineKind: PipelineKind, needsFitting: boolean, missing: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> } | null } };

export type FindPipelinesQueryVariables = Exact<{
  filter?: InputMaybe<PipelineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindPipelinesQuery = { pipelines: { nodes: Array<{ id: string, namespace: string, name: string, description: string | null, currentVersion: { id: string, number: number, label: string | null, pipelineKind: PipelineKind, needsFitting: boolean } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PipelineQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PipelineQuery = { pipeline: { id: string, description: string | null, owners: Array<{ role: string, owner: { id: string } | { id: string } }>, currentVersion: { id: string, number: number, label: string | null, pipelineKind: PipelineKind, needsFitting: boolean, steps: Array<{ index: number, params: unknown, segmentVersion: { id: string, fits: Fits } }>, signature: { complete: boolean, drops: Array<string>, needs: Array<{ name: string, types: Array<string> | null }>, adds: Array<{ name: string, type: string | null }> } } | null, versions: { nodes: Array<{ number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PipelineSchemaQueryVariables = Exact<{
  pipelineVersion: Scalars['ID']['input'];
  input: Array<ColumnInput> | ColumnInput;
}>;


export type PipelineSchemaQuery = { pipelineSchema: { known: boolean, output: Array<{ name: string, type: string, nullable: boolean | null }>, steps: Array<{ index: number, step: string, added: Array<{ name: string, type: string }>, output: Array<{ name: string, type: string }> | null }>, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> } };

export type RunsByIdQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type RunsByIdQuery = { nodes: Array<{ id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { externalId: string, state: RunState, startedAt: string | null, endedAt: string | null, id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | null> };

export type SearchQueryVariables = Exact<{
  query?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SearchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SearchQuery = { search: { count: number, complete: boolean, words: Array<string>, edges: Array<{ cursor: string, node: { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null } | { id: string, kind: EntityKind, namespace: string, name: string, description: string | null }, matched: Array<{ field: SearchField, id: string | null, words: Array<string>, snippet: string, places: Array<{ start: number, end: number }> }> }>, facets: Array<{ by: SearchFacetName, complete: boolean, values: Array<{ value: string, label: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SuggestQueryVariables = Exact<{
  text: Scalars['String']['input'];
  first?: Scalars['Int']['input'];
}>;


export type SuggestQuery = { suggest: Array<{ entity: { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string } | { id: string, kind: EntityKind, namespace: string, name: string }, places: Array<{ start: number, end: number }> }> };

export type PublishSegmentMutationVariables = Exact<{
  input: PublishSegmentInput;
}>;


export type PublishSegmentMutation = { publishSegment: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }>, segmentVersion: { id: string, number: number, label: string | null, draft: boolean, fits: Fits, language: string | null, task: string | null } | null } };

export type FindSegmentsQueryVariables = Exact<{
  filter?: InputMaybe<SegmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindSegmentsQuery = { segments: { nodes: Array<{ id: string, namespace: string, name: string, description: string | null, currentVersion: { id: string, number: number, label: string | null, fits: Fits, task: string | null, language: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SegmentQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SegmentQuery = { segment: { id: string, description: string | null, owners: Array<{ role: string, owner: { id: string } | { id: string } }>, currentVersion: { fits: Fits, task: string | null, definition: unknown | null, id: string, number: number, label: string | null, language: string | null, sameLogic: { nodes: Array<{ id: string, name: string }> }, code: { repository: string | null, path: string | null, commit: string | null, entryPoint: string | null, artifact: string | null } | null } | null, versions: { nodes: Array<{ number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

type VersionHistory_FeatureTableVersion_Fragment = { number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> };

type VersionHistory_PipelineVersion_Fragment = { number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> };

type VersionHistory_SegmentVersion_Fragment = { number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> };

type VersionHistory_WorkflowVersion_Fragment = { number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> };

export type VersionHistoryFragment = VersionHistory_FeatureTableVersion_Fragment | VersionHistory_PipelineVersion_Fragment | VersionHistory_SegmentVersion_Fragment | VersionHistory_WorkflowVersion_Fragment;

export type DescribeMutationVariables = Exact<{
  input: DescribeInput;
}>;


export type DescribeMutation = { describe: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type AssignOwnerMutationVariables = Exact<{
  input: AssignOwnerInput;
}>;


export type AssignOwnerMutation = { assignOwner: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type AttachTagMutationVariables = Exact<{
  input: AttachTagInput;
}>;


export type AttachTagMutation = { attachTag: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RemoveMutationVariables = Exact<{
  input: RemoveInput;
}>;


export type RemoveMutation = { remove: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ReceiptPartsFragment = { outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { createWebhook: { secret: string | null, webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { updateWebhook: { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type PauseWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PauseWebhookMutation = { pauseWebhook: { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ResumeWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResumeWebhookMutation = { resumeWebhook: { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RemoveWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RemoveWebhookMutation = { removeWebhook: { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ReplayWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  from: Scalars['Position']['input'];
}>;


export type ReplayWebhookMutation = { replayWebhook: { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ReplayWebhookDeliveryMutation = { replayWebhookDelivery: { webhookDelivery: { id: string, webhook: string, state: WebhookDeliveryState, after: string, to: string, attempts: number, status: number | null, error: string | null, lastAt: string | null, nextAt: string | null } | null, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }> } };

export type WebhooksQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type WebhooksQuery = { webhooks: { nodes: Array<{ id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookQuery = { webhook: { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  webhook?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<WebhookDeliveryState> | WebhookDeliveryState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, webhook: string, state: WebhookDeliveryState, after: string, to: string, attempts: number, status: number | null, error: string | null, lastAt: string | null, nextAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookPartsFragment = { id: string, name: string, url: string, owner: string, state: WebhookState, stateReason: string | null, position: string, lag: number, lastSuccessAt: string | null, lastFailureAt: string | null, lastError: string | null, deadCount: number, changes: { kinds: Array<EntityKind> | null, ids: Array<string> | null } | null, runStatus: { jobId: string | null, runId: string | null, owner: string | null, states: Array<RunState> | null } | null };

export type WebhookDeliveryPartsFragment = { id: string, webhook: string, state: WebhookDeliveryState, after: string, to: string, attempts: number, status: number | null, error: string | null, lastAt: string | null, nextAt: string | null };

export type ValidateWorkflowQueryVariables = Exact<{
  definition: WorkflowDefinitionInput;
  draft?: Scalars['Boolean']['input'];
  node?: Scalars['String']['input'];
}>;


export type ValidateWorkflowQuery = { validateWorkflow: { valid: boolean, kind: WorkflowKind | null, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }>, missing: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }>, notes: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }>, columns: Array<{ name: string, type: string }> | null } };

export type PublishWorkflowMutationVariables = Exact<{
  input: PublishWorkflowInput;
}>;


export type PublishWorkflowMutation = { publishWorkflow: { position: string, receipts: Array<{ outcome: Outcome, problems: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> }>, workflowVersion: { id: string, number: number, label: string | null, draft: boolean, workflowKind: WorkflowKind | null, missing: Array<{ rule: string, path: Array<string>, message: string, remedy: string | null }> } | null } };

export type FindWorkflowsQueryVariables = Exact<{
  filter?: InputMaybe<WorkflowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindWorkflowsQuery = { workflows: { nodes: Array<{ id: string, namespace: string, name: string, description: string | null, currentVersion: { id: string, number: number, label: string | null, workflowKind: WorkflowKind | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WorkflowQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type WorkflowQuery = { workflow: { id: string, kind: EntityKind, description: string | null, owners: Array<{ role: string, owner: { id: string } | { id: string } }>, currentVersion: { id: string, number: number, label: string | null, workflowKind: WorkflowKind | null, nodes: Array<{ id: string, kind: WorkflowNodeKind, inputs: Array<string>, sourceKind: WorkflowSourceKind | null, fitted: string | null, merge: { how: MergeKind, on: Array<string> | null, segmentVersion: { id: string } | null } | null, dataset: { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | { id: string, kind: EntityKind, name: string } | null, pipelineVersion: { id: string } | null }> } | null, versions: { nodes: Array<{ number: number, label: string | null, draft: boolean, createdAt: string, diff: Array<{ path: Array<string>, change: DifferenceKind, before: unknown | null, after: unknown | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type WorkflowInEnvironmentQueryVariables = Exact<{
  namespace?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  environment: Scalars['String']['input'];
  store?: InputMaybe<FeatureStore>;
}>;


export type WorkflowInEnvironmentQuery = { workflow: { currentVersion: { number: number, resolved: Array<{ node: { id: string, kind: WorkflowNodeKind }, dataset: { id: string, namespace: string, name: string } | null, materialisation: { store: FeatureStore, location: string | null } | null, problem: { rule: string, path: Array<string>, message: string, remedy: string | null } | null }> } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ArtifactFieldsFragmentDoc = new TypedDocumentString(`
    fragment ArtifactFields on Artifact {
  id
  name
  description
  artifactKind
  mediaType
  size
  hash
  location
  stored
  url
  removedAt
}
    `, {"fragmentName":"ArtifactFields"}) as unknown as TypedDocumentString<ArtifactFieldsFragment, unknown>;
export const WhomToCallFragmentDoc = new TypedDocumentString(`
    fragment WhomToCall on Ownership {
  role
  owner {
    id
    name
    description
  }
}
    `, {"fragmentName":"WhomToCall"}) as unknown as TypedDocumentString<WhomToCallFragment, unknown>;
export const ServingPartsFragmentDoc = new TypedDocumentString(`
    fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}
    `, {"fragmentName":"ServingParts"}) as unknown as TypedDocumentString<ServingPartsFragment, unknown>;
export const DeploymentPartsFragmentDoc = new TypedDocumentString(`
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
    fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`, {"fragmentName":"DeploymentParts"}) as unknown as TypedDocumentString<DeploymentPartsFragment, unknown>;
export const ReleasePartsFragmentDoc = new TypedDocumentString(`
    fragment ReleaseParts on Release {
  id
  number
  action
  at
  by
  approvedBy
  reason
  from {
    id
    number
  }
  serving {
    ...ServingParts
  }
  url
  replicas
}
    fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`, {"fragmentName":"ReleaseParts"}) as unknown as TypedDocumentString<ReleasePartsFragment, unknown>;
export const PipelineTransformationFragmentDoc = new TypedDocumentString(`
    fragment PipelineTransformation on PipelineVersion {
  id
  number
  steps {
    index
    params
    segmentVersion {
      id
      segment {
        name
        description
      }
    }
  }
}
    `, {"fragmentName":"PipelineTransformation"}) as unknown as TypedDocumentString<PipelineTransformationFragment, unknown>;
export const WorkflowTransformationFragmentDoc = new TypedDocumentString(`
    fragment WorkflowTransformation on WorkflowVersion {
  id
  number
  nodes {
    id
    kind
    inputs
    merge {
      how
      on
    }
    pipelineVersion {
      ...PipelineTransformation
    }
  }
}
    fragment PipelineTransformation on PipelineVersion {
  id
  number
  steps {
    index
    params
    segmentVersion {
      id
      segment {
        name
        description
      }
    }
  }
}`, {"fragmentName":"WorkflowTransformation"}) as unknown as TypedDocumentString<WorkflowTransformationFragment, unknown>;
export const PipelineNeedsFragmentDoc = new TypedDocumentString(`
    fragment PipelineNeeds on PipelineVersion {
  id
  signature {
    complete
    needs {
      name
      types
    }
  }
}
    `, {"fragmentName":"PipelineNeeds"}) as unknown as TypedDocumentString<PipelineNeedsFragment, unknown>;
export const WorkflowSourcesFragmentDoc = new TypedDocumentString(`
    fragment WorkflowSources on WorkflowVersion {
  id
  nodes {
    id
    kind
    dataset {
      id
      kind
      name
      description
    }
    columns {
      name
      type
    }
  }
}
    `, {"fragmentName":"WorkflowSources"}) as unknown as TypedDocumentString<WorkflowSourcesFragment, unknown>;
export const JobCodeFragmentDoc = new TypedDocumentString(`
    fragment JobCode on Job {
  location {
    type
    url
    repoUrl
    path
    version
    tag
    branch
  }
}
    `, {"fragmentName":"JobCode"}) as unknown as TypedDocumentString<JobCodeFragment, unknown>;
export const HeldThereFragmentDoc = new TypedDocumentString(`
    fragment HeldThere on Materialisation {
  location
  dataset {
    id
    versions(first: 1) {
      nodes {
        version
        writtenAt
      }
    }
  }
}
    `, {"fragmentName":"HeldThere"}) as unknown as TypedDocumentString<HeldThereFragment, unknown>;
export const SegmentArtifactFragmentDoc = new TypedDocumentString(`
    fragment SegmentArtifact on SegmentVersion {
  id
  number
  code {
    artifact
  }
}
    `, {"fragmentName":"SegmentArtifact"}) as unknown as TypedDocumentString<SegmentArtifactFragment, unknown>;
export const PipelineArtifactsFragmentDoc = new TypedDocumentString(`
    fragment PipelineArtifacts on PipelineVersion {
  id
  number
  steps {
    index
    segmentVersion {
      ...SegmentArtifact
    }
  }
}
    fragment SegmentArtifact on SegmentVersion {
  id
  number
  code {
    artifact
  }
}`, {"fragmentName":"PipelineArtifacts"}) as unknown as TypedDocumentString<PipelineArtifactsFragment, unknown>;
export const WorkflowArtifactsFragmentDoc = new TypedDocumentString(`
    fragment WorkflowArtifacts on WorkflowVersion {
  id
  number
  nodes {
    id
    pipelineVersion {
      ...PipelineArtifacts
    }
    merge {
      segmentVersion {
        ...SegmentArtifact
      }
    }
  }
}
    fragment SegmentArtifact on SegmentVersion {
  id
  number
  code {
    artifact
  }
}
fragment PipelineArtifacts on PipelineVersion {
  id
  number
  steps {
    index
    segmentVersion {
      ...SegmentArtifact
    }
  }
}`, {"fragmentName":"WorkflowArtifacts"}) as unknown as TypedDocumentString<WorkflowArtifactsFragment, unknown>;
export const SegmentCodeFragmentDoc = new TypedDocumentString(`
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
    `, {"fragmentName":"SegmentCode"}) as unknown as TypedDocumentString<SegmentCodeFragment, unknown>;
export const PipelineCodeFragmentDoc = new TypedDocumentString(`
    fragment PipelineCode on PipelineVersion {
  id
  number
  label
  steps {
    index
    segmentVersion {
      ...SegmentCode
    }
  }
}
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}`, {"fragmentName":"PipelineCode"}) as unknown as TypedDocumentString<PipelineCodeFragment, unknown>;
export const WorkflowCodeFragmentDoc = new TypedDocumentString(`
    fragment WorkflowCode on WorkflowVersion {
  id
  number
  label
  nodes {
    id
    pipelineVersion {
      ...PipelineCode
    }
    merge {
      segmentVersion {
        ...SegmentCode
      }
    }
  }
}
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
fragment PipelineCode on PipelineVersion {
  id
  number
  label
  steps {
    index
    segmentVersion {
      ...SegmentCode
    }
  }
}`, {"fragmentName":"WorkflowCode"}) as unknown as TypedDocumentString<WorkflowCodeFragment, unknown>;
export const FunctionCodeFragmentDoc = new TypedDocumentString(`
    fragment FunctionCode on Entity {
  id
  kind
  name
  ... on SegmentVersion {
    ...SegmentCode
  }
  ... on PipelineVersion {
    ...PipelineCode
  }
  ... on WorkflowVersion {
    ...WorkflowCode
  }
}
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
fragment PipelineCode on PipelineVersion {
  id
  number
  label
  steps {
    index
    segmentVersion {
      ...SegmentCode
    }
  }
}
fragment WorkflowCode on WorkflowVersion {
  id
  number
  label
  nodes {
    id
    pipelineVersion {
      ...PipelineCode
    }
    merge {
      segmentVersion {
        ...SegmentCode
      }
    }
  }
}`, {"fragmentName":"FunctionCode"}) as unknown as TypedDocumentString<FunctionCodeFragment, unknown>;
export const JobStatusFragmentDoc = new TypedDocumentString(`
    fragment JobStatus on Job {
  id
  trigger
  latestRun {
    id
    state
    startedAt
    endedAt
  }
}
    `, {"fragmentName":"JobStatus"}) as unknown as TypedDocumentString<JobStatusFragment, unknown>;
export const ReadableDatasetFragmentDoc = new TypedDocumentString(`
    fragment ReadableDataset on Dataset {
  id
  name
  access {
    uri
    instructions
    snippets {
      language
      tool
      code
    }
  }
}
    `, {"fragmentName":"ReadableDataset"}) as unknown as TypedDocumentString<ReadableDatasetFragment, unknown>;
export const VersionHistoryFragmentDoc = new TypedDocumentString(`
    fragment VersionHistory on Version {
  number
  label
  draft
  createdAt
  diff {
    path
    change
    before
    after
  }
}
    `, {"fragmentName":"VersionHistory"}) as unknown as TypedDocumentString<VersionHistoryFragment, unknown>;
export const ReceiptPartsFragmentDoc = new TypedDocumentString(`
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
    `, {"fragmentName":"ReceiptParts"}) as unknown as TypedDocumentString<ReceiptPartsFragment, unknown>;
export const WebhookPartsFragmentDoc = new TypedDocumentString(`
    fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}
    `, {"fragmentName":"WebhookParts"}) as unknown as TypedDocumentString<WebhookPartsFragment, unknown>;
export const WebhookDeliveryPartsFragmentDoc = new TypedDocumentString(`
    fragment WebhookDeliveryParts on WebhookDelivery {
  id
  webhook
  state
  after
  to
  attempts
  status
  error
  lastAt
  nextAt
}
    `, {"fragmentName":"WebhookDeliveryParts"}) as unknown as TypedDocumentString<WebhookDeliveryPartsFragment, unknown>;
export const ArtifactDocument = new TypedDocumentString(`
    query Artifact($hash: String!) {
  artifact(hash: $hash) {
    ...ArtifactFields
    referenceCount
    references(first: 20) {
      nodes {
        id
        kind
        name
      }
    }
  }
}
    fragment ArtifactFields on Artifact {
  id
  name
  description
  artifactKind
  mediaType
  size
  hash
  location
  stored
  url
  removedAt
}`) as unknown as TypedDocumentString<ArtifactQuery, ArtifactQueryVariables>;
export const ArtifactsDocument = new TypedDocumentString(`
    query Artifacts($filter: ArtifactFilter, $first: Int = 20, $after: String) {
  artifacts(filter: $filter, first: $first, after: $after) {
    nodes {
      ...ArtifactFields
      referenceCount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ArtifactFields on Artifact {
  id
  name
  description
  artifactKind
  mediaType
  size
  hash
  location
  stored
  url
  removedAt
}`) as unknown as TypedDocumentString<ArtifactsQuery, ArtifactsQueryVariables>;
export const RegisterArtifactDocument = new TypedDocumentString(`
    mutation RegisterArtifact($input: RegisterArtifactInput!) {
  registerArtifact(input: $input) {
    position
    artifact {
      ...ArtifactFields
    }
    receipts {
      outcome
      id
      problems {
        rule
        path
        message
        remedy
      }
    }
  }
}
    fragment ArtifactFields on Artifact {
  id
  name
  description
  artifactKind
  mediaType
  size
  hash
  location
  stored
  url
  removedAt
}`) as unknown as TypedDocumentString<RegisterArtifactMutation, RegisterArtifactMutationVariables>;
export const PurgeArtifactsDocument = new TypedDocumentString(`
    mutation PurgeArtifacts($input: PurgeArtifactsInput!) {
  purgeArtifacts(input: $input) {
    position
    dryRun
    count
    bytes
    complete
    receipts {
      outcome
      id
      problems {
        rule
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PurgeArtifactsMutation, PurgeArtifactsMutationVariables>;
export const DatasetsDocument = new TypedDocumentString(`
    query Datasets($filter: DatasetFilter, $first: Int = 100, $after: String) {
  datasets(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      namespace
      name
      description
      columns(first: 20) {
        nodes {
          name
          type
        }
      }
      owners {
        role
        owner {
          id
        }
      }
      tags {
        tag {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DatasetsQuery, DatasetsQueryVariables>;
export const DatasetAccessDocument = new TypedDocumentString(`
    query DatasetAccess($namespace: String!, $name: String!) {
  dataset(namespace: $namespace, name: $name) {
    id
    access {
      uri
      instructions
      snippets {
        language
        tool
        code
      }
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<DatasetAccessQuery, DatasetAccessQueryVariables>;
export const DeployDocument = new TypedDocumentString(`
    mutation Deploy($input: DeployInput!) {
  deploy(input: $input) {
    position
    deployment {
      ...DeploymentParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}
fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DeployMutation, DeployMutationVariables>;
export const PromoteDocument = new TypedDocumentString(`
    mutation Promote($input: PromoteInput!) {
  promote(input: $input) {
    position
    deployment {
      ...DeploymentParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}
fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<PromoteMutation, PromoteMutationVariables>;
export const RollBackDocument = new TypedDocumentString(`
    mutation RollBack($input: RollBackInput!) {
  rollBack(input: $input) {
    position
    deployment {
      ...DeploymentParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}
fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RollBackMutation, RollBackMutationVariables>;
export const RetireDocument = new TypedDocumentString(`
    mutation Retire($input: RetireInput!) {
  retire(input: $input) {
    position
    deployment {
      ...DeploymentParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}
fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RetireMutation, RetireMutationVariables>;
export const ReportDeploymentStatusDocument = new TypedDocumentString(`
    mutation ReportDeploymentStatus($input: ReportDeploymentStatusInput!) {
  reportDeploymentStatus(input: $input) {
    position
    deployment {
      id
      status
      statusMessage
      statusAt
      replicas
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<ReportDeploymentStatusMutation, ReportDeploymentStatusMutationVariables>;
export const ApproveDeploymentDocument = new TypedDocumentString(`
    mutation ApproveDeployment($input: ApproveDeploymentInput!) {
  approveDeployment(input: $input) {
    position
    entity {
      id
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<ApproveDeploymentMutation, ApproveDeploymentMutationVariables>;
export const SetEnvironmentPolicyDocument = new TypedDocumentString(`
    mutation SetEnvironmentPolicy($input: SetEnvironmentPolicyInput!) {
  setEnvironmentPolicy(input: $input) {
    position
    environment {
      id
      requiresApproval
      requiresEvaluations
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<SetEnvironmentPolicyMutation, SetEnvironmentPolicyMutationVariables>;
export const EnvironmentsDocument = new TypedDocumentString(`
    query Environments($filter: EnvironmentFilter, $first: Int = 20, $after: String) {
  environments(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      name
      description
      requiresApproval
      requiresEvaluations
      owners {
        role
        owner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentsQuery, EnvironmentsQueryVariables>;
export const FindDeploymentsDocument = new TypedDocumentString(`
    query FindDeployments($filter: DeploymentFilter, $first: Int = 20, $after: String) {
  deployments(filter: $filter, first: $first, after: $after) {
    nodes {
      ...DeploymentParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`) as unknown as TypedDocumentString<FindDeploymentsQuery, FindDeploymentsQueryVariables>;
export const DeployedInDocument = new TypedDocumentString(`
    query DeployedIn($environment: String!, $first: Int = 20, $after: String) {
  deployments(
    filter: {environment: $environment, retired: false}
    first: $first
    after: $after
  ) {
    nodes {
      ...DeploymentParts
      owners {
        role
        owner {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`) as unknown as TypedDocumentString<DeployedInQuery, DeployedInQueryVariables>;
export const ModelDeploymentsDocument = new TypedDocumentString(`
    query ModelDeployments($namespace: String, $name: String!, $first: Int = 20, $after: String) {
  model(namespace: $namespace, name: $name) {
    id
    deployments(first: $first, after: $after) {
      nodes {
        ...DeploymentParts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeploymentParts on Deployment {
  id
  name
  lastPosition
  environment {
    id
    name
  }
  serving {
    ...ServingParts
  }
  url
  status
  statusMessage
  replicas
  since
  by
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`) as unknown as TypedDocumentString<ModelDeploymentsQuery, ModelDeploymentsQueryVariables>;
export const DeploymentsOfColumnDocument = new TypedDocumentString(`
    query DeploymentsOfColumn($id: ID!, $first: Int = 100, $after: String) {
  lineage(
    id: $id
    direction: DOWNSTREAM
    level: COLUMN
    kinds: [DEPLOYMENT]
    includeIndirect: true
    first: $first
    after: $after
  ) {
    nodes {
      distance
      entity {
        id
        ... on Deployment {
          name
          url
          status
          environment {
            id
            name
            owners {
              ...WhomToCall
            }
          }
          owners {
            ...WhomToCall
          }
          serving {
            trafficShare
            what {
              id
              kind
              name
              owners {
                ...WhomToCall
              }
              ... on TrainedModel {
                number
                model {
                  id
                  name
                  owners {
                    ...WhomToCall
                  }
                }
              }
            }
          }
        }
      }
    }
    complete
    truncatedBecause
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WhomToCall on Ownership {
  role
  owner {
    id
    name
    description
  }
}`) as unknown as TypedDocumentString<DeploymentsOfColumnQuery, DeploymentsOfColumnQueryVariables>;
export const ServedAtDocument = new TypedDocumentString(`
    query ServedAt($environment: String!, $at: DateTime!, $first: Int = 20, $after: String) {
  deployments(filter: {environment: $environment}, first: $first, after: $after) {
    nodes {
      id
      name
      servedAt(at: $at) {
        ...ReleaseParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReleaseParts on Release {
  id
  number
  action
  at
  by
  approvedBy
  reason
  from {
    id
    number
  }
  serving {
    ...ServingParts
  }
  url
  replicas
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`) as unknown as TypedDocumentString<ServedAtQuery, ServedAtQueryVariables>;
export const DeploymentHistoryDocument = new TypedDocumentString(`
    query DeploymentHistory($environment: String!, $name: String!, $first: Int = 20, $after: String) {
  deployment(environment: $environment, name: $name) {
    id
    history(first: $first, after: $after) {
      nodes {
        ...ReleaseParts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ReleaseParts on Release {
  id
  number
  action
  at
  by
  approvedBy
  reason
  from {
    id
    number
  }
  serving {
    ...ServingParts
  }
  url
  replicas
}
fragment ServingParts on Serving {
  trafficShare
  image
  digest
  what {
    id
    kind
    name
  }
  artifacts
}`) as unknown as TypedDocumentString<DeploymentHistoryQuery, DeploymentHistoryQueryVariables>;
export const RegisterFeatureTableDocument = new TypedDocumentString(`
    mutation RegisterFeatureTable($input: RegisterFeatureTableInput!) {
  registerFeatureTable(input: $input) {
    position
    featureTable {
      id
      revision
      lastPosition
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RegisterFeatureTableMutation, RegisterFeatureTableMutationVariables>;
export const RecordStatisticsDocument = new TypedDocumentString(`
    mutation RecordStatistics($input: RecordStatisticsInput!) {
  recordStatistics(input: $input) {
    position
    statistics {
      id
      at
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RecordStatisticsMutation, RecordStatisticsMutationVariables>;
export const FindFeaturesDocument = new TypedDocumentString(`
    query FindFeatures($filter: FeatureFilter, $first: Int = 20, $after: String) {
  features(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      name
      description
      dataType
      semanticKind
      unit
      table {
        id
        namespace
        name
      }
      tags {
        tag {
          id
          name
        }
      }
      owners {
        role
        owner {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindFeaturesQuery, FindFeaturesQueryVariables>;
export const FeatureTableTransformationDocument = new TypedDocumentString(`
    query FeatureTableTransformation($namespace: String, $name: String!) {
  featureTable(namespace: $namespace, name: $name) {
    computedBy {
      id
      kind
      name
      description
      ... on Job {
        sql
        sqlDialect
      }
      ... on PipelineVersion {
        ...PipelineTransformation
      }
      ... on Pipeline {
        currentVersion {
          ...PipelineTransformation
        }
      }
      ... on WorkflowVersion {
        ...WorkflowTransformation
      }
      ... on Workflow {
        currentVersion {
          ...WorkflowTransformation
        }
      }
    }
    features(first: 100) {
      nodes {
        name
        expression
        computedBy {
          id
          name
          ... on SegmentVersion {
            segment {
              description
            }
          }
        }
        columns {
          id
          derivedFrom(first: 20) {
            nodes {
              column {
                id
              }
              transformations {
                type
                subtype
                description
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment PipelineTransformation on PipelineVersion {
  id
  number
  steps {
    index
    params
    segmentVersion {
      id
      segment {
        name
        description
      }
    }
  }
}
fragment WorkflowTransformation on WorkflowVersion {
  id
  number
  nodes {
    id
    kind
    inputs
    merge {
      how
      on
    }
    pipelineVersion {
      ...PipelineTransformation
    }
  }
}`) as unknown as TypedDocumentString<FeatureTableTransformationQuery, FeatureTableTransformationQueryVariables>;
export const FeatureTableOwnersDocument = new TypedDocumentString(`
    query FeatureTableOwners($namespace: String, $name: String!) {
  featureTable(namespace: $namespace, name: $name) {
    owners {
      role
      by
      owner {
        id
        name
      }
    }
    features(first: 100) {
      nodes {
        name
        owners {
          role
          owner {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeatureTableOwnersQuery, FeatureTableOwnersQueryVariables>;
export const FeatureTableDescriptionDocument = new TypedDocumentString(`
    query FeatureTableDescription($namespace: String, $name: String!) {
  featureTable(namespace: $namespace, name: $name) {
    description
    cadence
    expectedFreshness
    inputs(first: 100) {
      nodes {
        id
        name
        description
        columns {
          nodes {
            name
            type
            description
          }
        }
      }
    }
    computedBy {
      ... on PipelineVersion {
        ...PipelineNeeds
      }
      ... on Pipeline {
        currentVersion {
          ...PipelineNeeds
        }
      }
      ... on WorkflowVersion {
        ...WorkflowSources
      }
      ... on Workflow {
        currentVersion {
          ...WorkflowSources
        }
      }
    }
    keys {
      name
      dataType
      engineType
    }
    eventTime {
      name
      dataType
    }
    features(first: 100) {
      nodes {
        name
        description
        dataType
        semanticKind
        dimension
        unit
        default
        nullPolicy
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment PipelineNeeds on PipelineVersion {
  id
  signature {
    complete
    needs {
      name
      types
    }
  }
}
fragment WorkflowSources on WorkflowVersion {
  id
  nodes {
    id
    kind
    dataset {
      id
      kind
      name
      description
    }
    columns {
      name
      type
    }
  }
}`) as unknown as TypedDocumentString<FeatureTableDescriptionQuery, FeatureTableDescriptionQueryVariables>;
export const FeatureTableCodeDocument = new TypedDocumentString(`
    query FeatureTableCode($namespace: String, $name: String!) {
  featureTable(namespace: $namespace, name: $name) {
    revision
    updatedAt
    computedBy {
      id
      kind
      name
      ... on Job {
        ...JobCode
      }
      ... on PipelineVersion {
        ...PipelineCode
        pipeline {
          currentVersion {
            id
          }
        }
      }
      ... on Pipeline {
        currentVersion {
          ...PipelineCode
        }
      }
      ... on WorkflowVersion {
        ...WorkflowCode
        workflow {
          currentVersion {
            id
          }
        }
      }
      ... on Workflow {
        currentVersion {
          ...WorkflowCode
        }
      }
    }
    features(first: 100) {
      nodes {
        name
        computedBy {
          ...SegmentCode
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    jobs(first: 20) {
      nodes {
        id
        ...JobCode
      }
    }
  }
}
    fragment JobCode on Job {
  location {
    type
    url
    repoUrl
    path
    version
    tag
    branch
  }
}
fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
fragment PipelineCode on PipelineVersion {
  id
  number
  label
  steps {
    index
    segmentVersion {
      ...SegmentCode
    }
  }
}
fragment WorkflowCode on WorkflowVersion {
  id
  number
  label
  nodes {
    id
    pipelineVersion {
      ...PipelineCode
    }
    merge {
      segmentVersion {
        ...SegmentCode
      }
    }
  }
}`) as unknown as TypedDocumentString<FeatureTableCodeQuery, FeatureTableCodeQueryVariables>;
export const FeatureTableArtifactsDocument = new TypedDocumentString(`
    query FeatureTableArtifacts($namespace: String, $name: String!, $environment: String! = "prod") {
  featureTable(namespace: $namespace, name: $name) {
    offline: materialisation(environment: $environment) {
      ...HeldThere
    }
    online: materialisation(environment: $environment, store: ONLINE) {
      ...HeldThere
    }
    computedBy {
      id
      kind
      name
      ... on PipelineVersion {
        ...PipelineArtifacts
      }
      ... on Pipeline {
        currentVersion {
          ...PipelineArtifacts
        }
      }
      ... on WorkflowVersion {
        ...WorkflowArtifacts
      }
      ... on Workflow {
        currentVersion {
          ...WorkflowArtifacts
        }
      }
    }
    features(first: 100) {
      nodes {
        name
        computedBy {
          ...SegmentArtifact
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment HeldThere on Materialisation {
  location
  dataset {
    id
    versions(first: 1) {
      nodes {
        version
        writtenAt
      }
    }
  }
}
fragment SegmentArtifact on SegmentVersion {
  id
  number
  code {
    artifact
  }
}
fragment PipelineArtifacts on PipelineVersion {
  id
  number
  steps {
    index
    segmentVersion {
      ...SegmentArtifact
    }
  }
}
fragment WorkflowArtifacts on WorkflowVersion {
  id
  number
  nodes {
    id
    pipelineVersion {
      ...PipelineArtifacts
    }
    merge {
      segmentVersion {
        ...SegmentArtifact
      }
    }
  }
}`) as unknown as TypedDocumentString<FeatureTableArtifactsQuery, FeatureTableArtifactsQueryVariables>;
export const FeatureTableJobsDocument = new TypedDocumentString(`
    query FeatureTableJobs($namespace: String, $name: String!, $runs: Int = 5) {
  featureTable(namespace: $namespace, name: $name) {
    jobs(first: 20) {
      nodes {
        id
        name
        trigger
        latestRun {
          state
        }
        runs(first: $runs) {
          nodes {
            externalId
            state
            startedAt
            endedAt
            error {
              message
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeatureTableJobsQuery, FeatureTableJobsQueryVariables>;
export const FeatureTableDataDocument = new TypedDocumentString(`
    query FeatureTableData($namespace: String, $name: String!) {
  featureTable(namespace: $namespace, name: $name) {
    materialisations {
      name
      store
      environment
      location
      dataset {
        id
        namespace
        name
        source {
          type
          place {
            dataCenter
            cloud
            region
          }
        }
        access {
          uri
          instructions
          snippets {
            language
            tool
            code
          }
          reason
        }
        versions(first: 1) {
          nodes {
            version
            writtenAt
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeatureTableDataQuery, FeatureTableDataQueryVariables>;
export const FeatureTableStatisticsDocument = new TypedDocumentString(`
    query FeatureTableStatistics($namespace: String, $name: String!, $first: Int = 1) {
  featureTable(namespace: $namespace, name: $name) {
    materialisations {
      name
      statistics(first: $first) {
        nodes {
          id
          at
          rowCount
          fields {
            column
            feature
            count
            nulls
            distinct
            min
            max
            mean
            stddev
            quantiles {
              q
              value
            }
            topValues {
              value
              count
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeatureTableStatisticsQuery, FeatureTableStatisticsQueryVariables>;
export const FeatureTableDriftDocument = new TypedDocumentString(`
    query FeatureTableDrift($namespace: String, $name: String!, $environment: String!, $store: FeatureStore!, $from: DateTime!, $to: DateTime!) {
  featureTable(namespace: $namespace, name: $name) {
    materialisation(environment: $environment, store: $store) {
      statisticsDiff(from: $from, to: $to) {
        from {
          at
        }
        to {
          at
        }
        changeCount
        changes {
          column
          feature
          measure
          of
          from
          to
          change
          relative
          standardised
        }
        appeared
        disappeared
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FeatureTableDriftQuery, FeatureTableDriftQueryVariables>;
export const TermDocument = new TypedDocumentString(`
    query Term($namespace: String! = "default", $name: String!, $deep: Boolean! = true, $kinds: [EntityKind!], $first: Int = 100, $after: String) {
  term(namespace: $namespace, name: $name) {
    id
    name
    description
    parents {
      id
      name
    }
    related {
      id
      name
    }
    children(first: 100) {
      nodes {
        id
        name
      }
    }
    entities(deep: $deep, kinds: $kinds, first: $first, after: $after) {
      nodes {
        id
        kind
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TermQuery, TermQueryVariables>;
export const DomainDocument = new TypedDocumentString(`
    query Domain($namespace: String! = "default", $name: String!, $deep: Boolean! = true, $kinds: [EntityKind!], $first: Int = 100, $after: String) {
  domain(namespace: $namespace, name: $name) {
    id
    name
    description
    parents {
      id
      name
    }
    children(first: 100) {
      nodes {
        id
        name
      }
    }
    entities(deep: $deep, kinds: $kinds, first: $first, after: $after) {
      nodes {
        id
        kind
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DomainQuery, DomainQueryVariables>;
export const DefineTermDocument = new TypedDocumentString(`
    mutation DefineTerm($input: DefineTermInput!) {
  defineTerm(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
    term {
      id
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DefineTermMutation, DefineTermMutationVariables>;
export const DefineDomainDocument = new TypedDocumentString(`
    mutation DefineDomain($input: DefineDomainInput!) {
  defineDomain(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
    domain {
      id
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DefineDomainMutation, DefineDomainMutationVariables>;
export const AttachTermDocument = new TypedDocumentString(`
    mutation AttachTerm($input: AttachTermInput!) {
  attachTerm(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<AttachTermMutation, AttachTermMutationVariables>;
export const DetachTermDocument = new TypedDocumentString(`
    mutation DetachTerm($input: DetachTermInput!) {
  detachTerm(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DetachTermMutation, DetachTermMutationVariables>;
export const AssignDomainDocument = new TypedDocumentString(`
    mutation AssignDomain($input: AssignDomainInput!) {
  assignDomain(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<AssignDomainMutation, AssignDomainMutationVariables>;
export const LineageDocument = new TypedDocumentString(`
    query Lineage($id: ID!, $direction: LineageDirection!, $depth: Int, $level: LineageLevel, $first: Int = 1000, $after: String) {
  lineage(
    id: $id
    direction: $direction
    depth: $depth
    level: $level
    first: $first
    after: $after
  ) {
    nodes {
      distance
      entity {
        id
        ... on Entity {
          kind
          namespace
          name
        }
      }
    }
    edges {
      from
      to
      kind
    }
    complete
    truncatedBecause
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<LineageQuery, LineageQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    subscription Changes($after: Position, $kinds: [EntityKind!], $ids: [ID!]) {
  changes(after: $after, kinds: $kinds, ids: $ids) {
    ... on Change {
      position
      at
      change
      entityId
      by
      entity {
        id
        kind
        name
      }
    }
    ... on Heartbeat {
      position
      at
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>;
export const RunStatusDocument = new TypedDocumentString(`
    subscription RunStatus($filter: RunStatusFilter, $after: Position) {
  runStatus(filter: $filter, after: $after) {
    ... on RunStatus {
      position
      at
      state
      previous
      run {
        id
        externalId
        job {
          id
          name
        }
      }
    }
    ... on Heartbeat {
      position
      at
    }
  }
}
    `) as unknown as TypedDocumentString<RunStatusSubscription, RunStatusSubscriptionVariables>;
export const LineageChangedDocument = new TypedDocumentString(`
    subscription LineageChanged($id: ID!, $direction: LineageDirection!, $depth: Int, $after: Position) {
  lineageChanged(id: $id, direction: $direction, depth: $depth, after: $after) {
    ... on Change {
      position
      at
      change
      entityId
      by
      entity {
        id
        kind
        name
      }
    }
    ... on Heartbeat {
      position
      at
    }
  }
}
    `) as unknown as TypedDocumentString<LineageChangedSubscription, LineageChangedSubscriptionVariables>;
export const ConnectorStatusDocument = new TypedDocumentString(`
    subscription ConnectorStatus($id: ID, $after: Position) {
  connectorStatus(id: $id, after: $after) {
    ... on ConnectorStatus {
      position
      at
      isNew
      changes
      failedRuns
      connector {
        id
        name
      }
    }
    ... on Heartbeat {
      position
      at
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectorStatusSubscription, ConnectorStatusSubscriptionVariables>;
export const RegisterModelDocument = new TypedDocumentString(`
    mutation RegisterModel($input: RegisterModelInput!) {
  registerModel(input: $input) {
    position
    model {
      id
      revision
      lastPosition
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RegisterModelMutation, RegisterModelMutationVariables>;
export const RecordTrainedModelDocument = new TypedDocumentString(`
    mutation RecordTrainedModel($input: RecordTrainedModelInput!) {
  recordTrainedModel(input: $input) {
    position
    trainedModel {
      id
      number
      stage
      modelAliases
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RecordTrainedModelMutation, RecordTrainedModelMutationVariables>;
export const RecordPredictionSetDocument = new TypedDocumentString(`
    mutation RecordPredictionSet($input: RecordPredictionSetInput!) {
  recordPredictionSet(input: $input) {
    position
    predictionSet {
      id
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RecordPredictionSetMutation, RecordPredictionSetMutationVariables>;
export const SetModelAliasDocument = new TypedDocumentString(`
    mutation SetModelAlias($input: SetModelAliasInput!) {
  setModelAlias(input: $input) {
    position
    model {
      id
      modelAliases {
        alias
        trainedModel {
          id
        }
      }
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<SetModelAliasMutation, SetModelAliasMutationVariables>;
export const SetModelStageDocument = new TypedDocumentString(`
    mutation SetModelStage($input: SetModelStageInput!) {
  setModelStage(input: $input) {
    position
    trainedModel {
      id
      stage
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<SetModelStageMutation, SetModelStageMutationVariables>;
export const RecordEvaluationDocument = new TypedDocumentString(`
    mutation RecordEvaluation($input: RecordEvaluationInput!) {
  recordEvaluation(input: $input) {
    position
    evaluation {
      id
      at
    }
    incidents {
      id
      rule
      criterion
      slice
      value
      limit
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RecordEvaluationMutation, RecordEvaluationMutationVariables>;
export const UpdateIncidentDocument = new TypedDocumentString(`
    mutation UpdateIncident($input: UpdateIncidentInput!) {
  updateIncident(input: $input) {
    position
    incident {
      id
      state
      cause
      notes {
        by
        text
      }
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<UpdateIncidentMutation, UpdateIncidentMutationVariables>;
export const FindModelsDocument = new TypedDocumentString(`
    query FindModels($filter: ModelFilter, $first: Int = 20, $after: String) {
  models(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      name
      description
      task
      learning
      framework
      modelAliases {
        alias
        trainedModel {
          id
          number
          scores {
            criterion
            value
          }
        }
      }
      owners {
        role
        owner {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindModelsQuery, FindModelsQueryVariables>;
export const FindTrainedModelsDocument = new TypedDocumentString(`
    query FindTrainedModels($filter: TrainedModelFilter, $first: Int = 20, $after: String) {
  trainedModels(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      number
      stage
      trainedAt
      scores {
        criterion
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindTrainedModelsQuery, FindTrainedModelsQueryVariables>;
export const ModelDescriptionDocument = new TypedDocumentString(`
    query ModelDescription($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    id
    description
    task
    intendedUse
    limits
    framework
    revision
    criteria {
      name
      direction
      threshold
      required
      trend {
        last
        before
      }
      description
    }
    hyperparameters {
      name
      type
      default
      required
      min
      max
      values
    }
  }
}
    `) as unknown as TypedDocumentString<ModelDescriptionQuery, ModelDescriptionQueryVariables>;
export const ModelOwnersDocument = new TypedDocumentString(`
    query ModelOwners($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    owners {
      role
      by
      owner {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelOwnersQuery, ModelOwnersQueryVariables>;
export const ModelLearningDocument = new TypedDocumentString(`
    query ModelLearning($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    learning
    label {
      name
      dataType
      origin
      column {
        id
        kind
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelLearningQuery, ModelLearningQueryVariables>;
export const ModelFeaturesDocument = new TypedDocumentString(`
    query ModelFeatures($namespace: String, $name: String!, $first: Int = 100, $after: String) {
  model(namespace: $namespace, name: $name) {
    features(first: $first, after: $after) {
      nodes {
        id
        name
        description
        dataType
        semanticKind
        table {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelFeaturesQuery, ModelFeaturesQueryVariables>;
export const ModelCodeDocument = new TypedDocumentString(`
    query ModelCode($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    revision
    updatedAt
    train {
      ...FunctionCode
    }
    predict {
      ...FunctionCode
    }
    evaluate {
      ...FunctionCode
    }
  }
}
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
fragment PipelineCode on PipelineVersion {
  id
  number
  label
  steps {
    index
    segmentVersion {
      ...SegmentCode
    }
  }
}
fragment WorkflowCode on WorkflowVersion {
  id
  number
  label
  nodes {
    id
    pipelineVersion {
      ...PipelineCode
    }
    merge {
      segmentVersion {
        ...SegmentCode
      }
    }
  }
}
fragment FunctionCode on Entity {
  id
  kind
  name
  ... on SegmentVersion {
    ...SegmentCode
  }
  ... on PipelineVersion {
    ...PipelineCode
  }
  ... on WorkflowVersion {
    ...WorkflowCode
  }
}`) as unknown as TypedDocumentString<ModelCodeQuery, ModelCodeQueryVariables>;
export const ModelJobsDocument = new TypedDocumentString(`
    query ModelJobs($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    training: jobs(purpose: TRAIN) {
      nodes {
        ...JobStatus
      }
    }
    predicting: jobs(purpose: PREDICT) {
      nodes {
        ...JobStatus
      }
    }
    evaluating: jobs(purpose: EVALUATE) {
      nodes {
        ...JobStatus
      }
    }
  }
}
    fragment JobStatus on Job {
  id
  trigger
  latestRun {
    id
    state
    startedAt
    endedAt
  }
}`) as unknown as TypedDocumentString<ModelJobsQuery, ModelJobsQueryVariables>;
export const ModelDataDocument = new TypedDocumentString(`
    query ModelData($namespace: String, $name: String!, $first: Int = 20, $after: String) {
  model(namespace: $namespace, name: $name) {
    predictionSets(first: $first, after: $after) {
      nodes {
        id
        predictedAt
        rowCount
        trainedModel {
          id
          number
        }
        dataset {
          id
          kind
          ...ReadableDataset
          ... on DatasetVersion {
            dataset {
              ...ReadableDataset
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ReadableDataset on Dataset {
  id
  name
  access {
    uri
    instructions
    snippets {
      language
      tool
      code
    }
  }
}`) as unknown as TypedDocumentString<ModelDataQuery, ModelDataQueryVariables>;
export const ModelPerformanceDocument = new TypedDocumentString(`
    query ModelPerformance($namespace: String, $name: String!, $criterion: String!, $slice: String, $since: DateTime, $until: DateTime, $first: Int = 100, $after: String) {
  model(namespace: $namespace, name: $name) {
    criteria {
      name
      direction
      threshold
      required
    }
    metrics(
      criterion: $criterion
      slice: $slice
      since: $since
      until: $until
      first: $first
      after: $after
    ) {
      nodes {
        value
        step
        threshold
        crossed
        evaluation {
          at
          trainedModel {
            id
            number
          }
          dataset {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    incidents(first: 10) {
      nodes {
        id
        state
        rule
        criterion
        value
        limit
        about {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ModelPerformanceQuery, ModelPerformanceQueryVariables>;
export const FindIncidentsDocument = new TypedDocumentString(`
    query FindIncidents($filter: IncidentFilter, $first: Int = 20, $after: String) {
  incidents(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      state
      rule
      criterion
      slice
      value
      limit
      cause
      about {
        id
      }
      owners {
        role
        owner {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindIncidentsQuery, FindIncidentsQueryVariables>;
export const ModelsOfColumnDocument = new TypedDocumentString(`
    query ModelsOfColumn($id: ID!, $first: Int = 100, $after: String) {
  lineage(
    id: $id
    direction: DOWNSTREAM
    level: COLUMN
    kinds: [MODEL, TRAINED_MODEL, DEPLOYMENT, PREDICTION_SET]
    includeIndirect: true
    first: $first
    after: $after
  ) {
    nodes {
      distance
      entity {
        id
        ... on Entity {
          kind
          name
          owners {
            role
            owner {
              id
            }
          }
        }
      }
    }
    complete
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ModelsOfColumnQuery, ModelsOfColumnQueryVariables>;
export const ModelCardDocument = new TypedDocumentString(`
    query ModelCard($namespace: String, $name: String!) {
  model(namespace: $namespace, name: $name) {
    card
  }
}
    `) as unknown as TypedDocumentString<ModelCardQuery, ModelCardQueryVariables>;
export const PublishPipelineDocument = new TypedDocumentString(`
    mutation PublishPipeline($input: PublishPipelineInput!) {
  publishPipeline(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
    pipelineVersion {
      id
      number
      label
      draft
      pipelineKind
      needsFitting
      missing {
        rule
        path
        message
        remedy
      }
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<PublishPipelineMutation, PublishPipelineMutationVariables>;
export const FindPipelinesDocument = new TypedDocumentString(`
    query FindPipelines($filter: PipelineFilter, $first: Int = 20, $after: String) {
  pipelines(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      namespace
      name
      description
      currentVersion {
        id
        number
        label
        pipelineKind
        needsFitting
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindPipelinesQuery, FindPipelinesQueryVariables>;
export const PipelineDocument = new TypedDocumentString(`
    query Pipeline($namespace: String, $name: String!, $first: Int = 20, $after: String) {
  pipeline(namespace: $namespace, name: $name) {
    id
    description
    owners {
      role
      owner {
        id
      }
    }
    currentVersion {
      id
      number
      label
      pipelineKind
      needsFitting
      steps {
        index
        params
        segmentVersion {
          id
          fits
        }
      }
      signature {
        complete
        needs {
          name
          types
        }
        adds {
          name
          type
        }
        drops
      }
    }
    versions(first: $first, after: $after) {
      nodes {
        ...VersionHistory
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment VersionHistory on Version {
  number
  label
  draft
  createdAt
  diff {
    path
    change
    before
    after
  }
}`) as unknown as TypedDocumentString<PipelineQuery, PipelineQueryVariables>;
export const PipelineSchemaDocument = new TypedDocumentString(`
    query PipelineSchema($pipelineVersion: ID!, $input: [ColumnInput!]!) {
  pipelineSchema(pipelineVersion: $pipelineVersion, input: $input) {
    known
    output {
      name
      type
      nullable
    }
    steps {
      index
      step
      added {
        name
        type
      }
      output {
        name
        type
      }
    }
    problems {
      rule
      path
      message
      remedy
    }
  }
}
    `) as unknown as TypedDocumentString<PipelineSchemaQuery, PipelineSchemaQueryVariables>;
export const RunsByIdDocument = new TypedDocumentString(`
    query RunsById($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Run {
      externalId
      state
      startedAt
      endedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RunsByIdQuery, RunsByIdQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String, $filter: SearchFilter, $first: Int = 20, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    count
    complete
    words
    edges {
      cursor
      node {
        id
        kind
        namespace
        name
        description
      }
      matched {
        field
        id
        words
        snippet
        places {
          start
          end
        }
      }
    }
    facets {
      by
      complete
      values {
        value
        label
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $first: Int! = 10) {
  suggest(text: $text, first: $first) {
    entity {
      id
      kind
      namespace
      name
    }
    places {
      start
      end
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const PublishSegmentDocument = new TypedDocumentString(`
    mutation PublishSegment($input: PublishSegmentInput!) {
  publishSegment(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
    segmentVersion {
      id
      number
      label
      draft
      fits
      language
      task
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<PublishSegmentMutation, PublishSegmentMutationVariables>;
export const FindSegmentsDocument = new TypedDocumentString(`
    query FindSegments($filter: SegmentFilter, $first: Int = 20, $after: String) {
  segments(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      namespace
      name
      description
      currentVersion {
        id
        number
        label
        fits
        task
        language
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindSegmentsQuery, FindSegmentsQueryVariables>;
export const SegmentDocument = new TypedDocumentString(`
    query Segment($namespace: String, $name: String!, $first: Int = 20, $after: String) {
  segment(namespace: $namespace, name: $name) {
    id
    description
    owners {
      role
      owner {
        id
      }
    }
    currentVersion {
      ...SegmentCode
      fits
      task
      definition
      sameLogic(first: 20) {
        nodes {
          id
          name
        }
      }
    }
    versions(first: $first, after: $after) {
      nodes {
        ...VersionHistory
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment SegmentCode on SegmentVersion {
  id
  number
  label
  language
  code {
    repository
    path
    commit
    entryPoint
    artifact
  }
}
fragment VersionHistory on Version {
  number
  label
  draft
  createdAt
  diff {
    path
    change
    before
    after
  }
}`) as unknown as TypedDocumentString<SegmentQuery, SegmentQueryVariables>;
export const DescribeDocument = new TypedDocumentString(`
    mutation Describe($input: DescribeInput!) {
  describe(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DescribeMutation, DescribeMutationVariables>;
export const AssignOwnerDocument = new TypedDocumentString(`
    mutation AssignOwner($input: AssignOwnerInput!) {
  assignOwner(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<AssignOwnerMutation, AssignOwnerMutationVariables>;
export const AttachTagDocument = new TypedDocumentString(`
    mutation AttachTag($input: AttachTagInput!) {
  attachTag(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<AttachTagMutation, AttachTagMutationVariables>;
export const RemoveDocument = new TypedDocumentString(`
    mutation Remove($input: RemoveInput!) {
  remove(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RemoveMutation, RemoveMutationVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    secret
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = new TypedDocumentString(`
    mutation UpdateWebhook($input: UpdateWebhookInput!) {
  updateWebhook(input: $input) {
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const PauseWebhookDocument = new TypedDocumentString(`
    mutation PauseWebhook($id: ID!) {
  pauseWebhook(input: {id: $id}) {
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const ResumeWebhookDocument = new TypedDocumentString(`
    mutation ResumeWebhook($id: ID!) {
  resumeWebhook(input: {id: $id}) {
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<ResumeWebhookMutation, ResumeWebhookMutationVariables>;
export const RemoveWebhookDocument = new TypedDocumentString(`
    mutation RemoveWebhook($id: ID!) {
  removeWebhook(input: {id: $id}) {
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($id: ID!) {
  rotateWebhookSecret(input: {id: $id}) {
    secret
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const ReplayWebhookDocument = new TypedDocumentString(`
    mutation ReplayWebhook($id: ID!, $from: Position!) {
  replayWebhook(input: {id: $id, from: $from}) {
    webhook {
      ...WebhookParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const ReplayWebhookDeliveryDocument = new TypedDocumentString(`
    mutation ReplayWebhookDelivery($id: ID!) {
  replayWebhookDelivery(input: {id: $id}) {
    webhookDelivery {
      ...WebhookDeliveryParts
    }
    receipts {
      ...ReceiptParts
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}
fragment WebhookDeliveryParts on WebhookDelivery {
  id
  webhook
  state
  after
  to
  attempts
  status
  error
  lastAt
  nextAt
}`) as unknown as TypedDocumentString<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int, $after: String) {
  webhooks(first: $first, after: $after) {
    nodes {
      ...WebhookParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDocument = new TypedDocumentString(`
    query Webhook($id: ID!) {
  webhook(id: $id) {
    ...WebhookParts
  }
}
    fragment WebhookParts on Webhook {
  id
  name
  url
  owner
  changes {
    kinds
    ids
  }
  runStatus {
    jobId
    runId
    owner
    states
  }
  state
  stateReason
  position
  lag
  lastSuccessAt
  lastFailureAt
  lastError
  deadCount
}`) as unknown as TypedDocumentString<WebhookQuery, WebhookQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($webhook: ID, $states: [WebhookDeliveryState!], $first: Int, $after: String) {
  webhookDeliveries(
    webhook: $webhook
    states: $states
    first: $first
    after: $after
  ) {
    nodes {
      ...WebhookDeliveryParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookDeliveryParts on WebhookDelivery {
  id
  webhook
  state
  after
  to
  attempts
  status
  error
  lastAt
  nextAt
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const ValidateWorkflowDocument = new TypedDocumentString(`
    query ValidateWorkflow($definition: WorkflowDefinitionInput!, $draft: Boolean! = false, $node: String! = "") {
  validateWorkflow(definition: $definition, draft: $draft) {
    valid
    kind
    problems {
      rule
      path
      message
      remedy
    }
    missing {
      rule
      path
      message
      remedy
    }
    notes {
      rule
      path
      message
      remedy
    }
    columns(node: $node) {
      name
      type
    }
  }
}
    `) as unknown as TypedDocumentString<ValidateWorkflowQuery, ValidateWorkflowQueryVariables>;
export const PublishWorkflowDocument = new TypedDocumentString(`
    mutation PublishWorkflow($input: PublishWorkflowInput!) {
  publishWorkflow(input: $input) {
    position
    receipts {
      ...ReceiptParts
    }
    workflowVersion {
      id
      number
      label
      draft
      workflowKind
      missing {
        rule
        path
        message
        remedy
      }
    }
  }
}
    fragment ReceiptParts on Receipt {
  outcome
  problems {
    rule
    path
    message
    remedy
  }
}`) as unknown as TypedDocumentString<PublishWorkflowMutation, PublishWorkflowMutationVariables>;
export const FindWorkflowsDocument = new TypedDocumentString(`
    query FindWorkflows($filter: WorkflowFilter, $first: Int = 20, $after: String) {
  workflows(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      namespace
      name
      description
      currentVersion {
        id
        number
        label
        workflowKind
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindWorkflowsQuery, FindWorkflowsQueryVariables>;
export const WorkflowDocument = new TypedDocumentString(`
    query Workflow($namespace: String, $name: String!, $first: Int = 20, $after: String) {
  workflow(namespace: $namespace, name: $name) {
    id
    kind
    description
    owners {
      role
      owner {
        id
      }
    }
    currentVersion {
      id
      number
      label
      workflowKind
      nodes {
        id
        kind
        inputs
        sourceKind
        merge {
          how
          on
          segmentVersion {
            id
          }
        }
        dataset {
          id
          kind
          name
        }
        pipelineVersion {
          id
        }
        fitted
      }
    }
    versions(first: $first, after: $after) {
      nodes {
        ...VersionHistory
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment VersionHistory on Version {
  number
  label
  draft
  createdAt
  diff {
    path
    change
    before
    after
  }
}`) as unknown as TypedDocumentString<WorkflowQuery, WorkflowQueryVariables>;
export const WorkflowInEnvironmentDocument = new TypedDocumentString(`
    query WorkflowInEnvironment($namespace: String, $name: String!, $environment: String!, $store: FeatureStore) {
  workflow(namespace: $namespace, name: $name) {
    currentVersion {
      number
      resolved(environment: $environment, store: $store) {
        node {
          id
          kind
        }
        dataset {
          id
          namespace
          name
        }
        materialisation {
          store
          location
        }
        problem {
          rule
          path
          message
          remedy
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorkflowInEnvironmentQuery, WorkflowInEnvironmentQueryVariables>;