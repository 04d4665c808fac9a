import type { RegisterDataSourceInput } from '../generated/inputs.js';
import type { Engine } from '../job.js';

/** Halden Telecom, which does not exist, has a data center in Leeds and accounts in two clouds. */
const LEEDS = { dataCenter: 'Leeds 1' };
const IRELAND = { cloud: 'aws', region: 'eu-west-1' };

export const CRM = 'postgres://crm-db.halden.example:5432';
export const INVENTORY = 'postgres://inventory-db.halden.example:5432';
export const HADOOP = 'hdfs://namenode.halden.example:8020';
export const EVENTS = 'kafka://kafka.halden.example:9092';
export const ONLINE = 'redis://features.halden.example:6379';
export const WEATHER = 'https://api.weather.example';
export const LAKE = 's3://halden-lake';
export const LAKE_DEV = 's3://halden-lake-dev';
export const WAREHOUSE = 'snowflake://halden-eu';

export const sources: readonly RegisterDataSourceInput[] = [
  {
    namespace: CRM,
    name: 'Customer database',
    type: 'DATABASE',
    place: LEEDS,
    access: {
      uri: 'postgresql://crm-db.halden.example:5432/crm',
      instructions: 'Read only, from the replica; ask the CRM team for a login',
    },
  },
  { namespace: INVENTORY, name: 'Network inventory', type: 'DATABASE', place: LEEDS },
  {
    namespace: HADOOP,
    name: 'Hadoop',
    type: 'FILES',
    place: LEEDS,
    access: { uri: HADOOP, instructions: 'Kerberos; raw call records and probe data stay in the data center' },
  },
  { namespace: EVENTS, name: 'Event bus', type: 'KAFKA', place: LEEDS },
  { namespace: ONLINE, name: 'Online feature store', type: 'DATABASE', place: LEEDS },
  { namespace: WEATHER, name: 'Weather service', type: 'HTTP', access: { uri: WEATHER, instructions: '1,000 requests a day' } },
  { namespace: LAKE, name: 'Data lake', type: 'FILES', place: IRELAND },
  { namespace: LAKE_DEV, name: 'Data lake for development', type: 'FILES', place: IRELAND },
  { namespace: WAREHOUSE, name: 'Warehouse', type: 'WAREHOUSE', place: { cloud: 'aws', region: 'eu-central-1' } },
];

const CLIENTS = 'https://github.com/OpenLineage/OpenLineage/tree/1.54.0/integration';

export const AIRFLOW: Engine = { namespace: 'airflow', producer: `${CLIENTS}/airflow`, name: 'airflow', version: '2.10.5', jobType: 'DAG' };
export const SPARK: Engine = { namespace: 'spark', producer: `${CLIENTS}/spark`, name: 'spark', version: '3.5.7', jobType: 'SQL_JOB' };
export const FLINK: Engine = { namespace: 'flink', producer: `${CLIENTS}/flink`, name: 'flink', version: '1.20.1', jobType: 'JOB' };
export const DBT: Engine = { namespace: 'dbt', producer: `${CLIENTS}/dbt`, name: 'dbt', version: '1.11.16', jobType: 'MODEL' };
