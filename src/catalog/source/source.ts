import { type Chosen, isDescribed, jsonOf, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { parseId } from '../id.js';

/** What kind of system holds or serves the data. */
export const DATA_SOURCE_TYPES = ['HTTP', 'FILES', 'WAREHOUSE', 'DATABASE', 'KAFKA', 'OTHER'] as const;
export type DataSourceType = (typeof DATA_SOURCE_TYPES)[number];

/** Where it is: a data center of one's own, or a cloud and its region. */
export interface Place {
  readonly dataCenter?: string;
  readonly cloud?: string;
  readonly region?: string;
}

/** How to get at it: an address, and a hint for people. */
export interface Access {
  readonly uri?: string;
  readonly instructions?: string;
}

/** By the scheme of the namespace, as OpenLineage's naming specification gives them (spec/Naming.md). */
const TYPE_OF_SCHEME: Readonly<Record<string, DataSourceType>> = {
  ...each(
    'DATABASE',
    'postgres postgresql mysql mariadb mssql sqlserver oracle db2 sqlite cassandra crate cratedb mongodb mongo azurecosmos',
  ),
  ...each('DATABASE', 'spanner teradata duckdb cockroachdb hana sap clickhouse jdbc redis elasticsearch opensearch neo4j dynamodb'),
  ...each('FILES', 's3 s3a s3n gs gcs abfs abfss wasb wasbs adl hdfs webhdfs file dbfs oss cos ftp sftp nfs local'),
  ...each(
    'WAREHOUSE',
    'snowflake bigquery redshift hive glue databricks unitycatalog trino presto awsathena athena azurekusto synapse impala',
  ),
  ...each('WAREHOUSE', 'iceberg delta'),
  kafka: 'KAFKA',
  ...each('HTTP', 'http https'),
};

const CLOUD_OF_SCHEME: Readonly<Record<string, string>> = {
  ...each('aws', 's3 s3a s3n redshift awsathena athena glue dynamodb'),
  ...each('gcp', 'gs gcs bigquery spanner pubsub'),
  ...each('azure', 'abfs abfss wasb wasbs adl azurecosmos azurekusto synapse'),
};

function each<Value>(value: Value, schemes: string): Record<string, Value> {
  return Object.fromEntries(schemes.split(' ').map((scheme) => [scheme, value]));
}

/** `arn:aws:glue:us-east-1:123456789012` */
const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):/;
const AWS_REGION =
  /(?:^|[./:])((?:us|eu|ap|sa|ca|af|me|il|mx)(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d)(?=[./:]|$)/;

function schemeOf(namespace: string): string {
  const arn = ARN.exec(namespace);
  if (arn) return arn[2]!;
  const end = namespace.search(/[:/]/);
  return (end < 0 ? namespace : namespace.slice(0, end)).toLowerCase();
}

/** What a namespace alone tells of the system behind it; OTHER when nothing. */
export function typeOfNamespace(namespace: string): DataSourceType {
  const scheme = schemeOf(namespace);
  return (Object.hasOwn(TYPE_OF_SCHEME, scheme) && TYPE_OF_SCHEME[scheme]) || 'OTHER';
}

/** Cloud and region where the namespace contains them, as an ARN or a host name of a cloud does; else undefined. */
export function placeOfNamespace(namespace: string): Place | undefined {
  const scheme = schemeOf(namespace);
  const cloud =
    (Object.hasOwn(CLOUD_OF_SCHEME, scheme) ? CLOUD_OF_SCHEME[scheme] : undefined) ??
    (ARN.test(namespace) || /\.amazonaws\.com(?=[:/.]|$)/.test(namespace) ? 'aws' : undefined) ??
    (/\.(?:windows\.net|azuredatabricks\.net|azure\.com)(?=[:/]|$)/.test(namespace) ? 'azure' : undefined) ??
    (/\.(?:googleapis\.com|gcp\.databricks\.com)(?=[:/]|$)/.test(namespace) ? 'gcp' : undefined);
  if (cloud === undefined) return undefined;
  const region = cloud === 'aws' ? ARN.exec(namespace)?.[3] || AWS_REGION.exec(namespace)?.[1] : undefined;
  return region ? { cloud, region } : { cloud };
}

/** The type and place somebody said, else what the namespace tells. */
export function project(id: string, chosen: Chosen): Projection {
  const namespace = parseId(id)?.parts[0] ?? '';
  const said = DATA_SOURCE_TYPES.find((type) => type === chosen.type);
  const guessed = placeOfNamespace(namespace);
  const place = jsonOf(chosen.place, ['dataCenter', 'cloud', 'region']) ?? (guessed ? JSON.stringify(guessed) : null);
  const displayName = typeof chosen.name === 'string' && chosen.name !== '' ? chosen.name : null;
  return {
    properties: {
      type: said ?? typeOfNamespace(namespace),
      place,
      access: jsonOf(chosen.access, ['uri', 'instructions']),
      displayName,
    },
    relations: ownersAndTags(chosen),
    described: isDescribed(chosen),
    texts: [...(displayName ? [displayName] : []), ...Object.values(JSON.parse(place ?? '{}') as Record<string, string>)],
  };
}

export interface DataSourceRow extends EntityRow {
  readonly type: DataSourceType;
  readonly place: Place | null;
  readonly access: Access | null;
  readonly displayName: string | null;
}

export const shape: Shape = { properties: ['type', 'place', 'access', 'displayName'], json: ['place', 'access'] };
