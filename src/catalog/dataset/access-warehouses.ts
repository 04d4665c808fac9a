import { literal, PYSPARK, qualified } from './access-code.js';
import type { AccessSnippet, Place, Reading } from './access-reading.js';

/** Tables of a catalog that Spark knows. */
const SPARK_CATALOGS: ReadonlySet<string> = new Set(['hive', 'databricks', 'unitycatalog', 'glue', 'iceberg']);

/** Warehouses with a client of their own. */
export function warehouseAccess(place: Place): Reading | undefined {
  if (place.address.scheme === 'bigquery') return bigQuery(place);
  if (place.address.scheme === 'snowflake') return snowflake(place);
  return SPARK_CATALOGS.has(place.address.scheme) ? sparkTable(place) : undefined;
}

function sparkTable({ address, name }: Place): Reading {
  // Glue's are called table/DATABASE/TABLE.
  const parts = address.scheme === 'glue' ? name.replace(/^table\//, '').split('/') : name.split('.');
  const table = qualified(parts, 'BACKTICK');
  return {
    uri: `${address.scheme}://${address.host}/${name}`,
    hint: 'From a Spark session that knows this catalog.',
    snippets: [
      { language: 'PYTHON', tool: 'pyspark', code: `${PYSPARK}df = spark.table(${literal(table)})\n` },
      { language: 'SCALA', tool: 'spark', code: `val df = spark.table(${literal(table)})\n` },
      { language: 'SQL', tool: 'spark', code: `SELECT * FROM ${table} LIMIT 100;\n` },
    ],
    reason: null,
  };
}

/** BigQuery has no way to spell a backtick in a name; such names do not exist there. */
function bigQuery({ name }: Place): Reading {
  const uri = `bigquery:${name}`;
  if (/[`\\\n\r]/.test(name))
    return { uri, hint: null, snippets: [], reason: 'This is not the name of a table of BigQuery: project.dataset.table.' };
  const query = `SELECT * FROM \`${name}\` LIMIT 100`;
  const python = `from google.cloud import bigquery\n\ndf = bigquery.Client().query(${literal(query)}).to_dataframe()\n`;
  return {
    uri,
    hint: 'Credentials are those that Google Cloud’s own tools find on the machine.',
    snippets: [
      { language: 'PYTHON', tool: 'google-cloud-bigquery', code: python },
      { language: 'SCALA', tool: 'spark', code: `val df = spark.read.format("bigquery").load(${literal(name)})\n` },
      { language: 'SQL', tool: 'bq', code: `${query};\n` },
    ],
    reason: null,
  };
}

function snowflake({ address, name }: Place): Reading {
  const select = `SELECT * FROM ${qualified(name.split('.'), 'DOUBLE')} LIMIT 100`;
  const python = [
    'import os',
    '',
    'import snowflake.connector',
    '',
    'with snowflake.connector.connect(',
    `    account=${literal(address.host)}, user=os.environ["DB_USER"], password=os.environ["DB_PASSWORD"]`,
    ') as connection:',
    `    df = connection.cursor().execute(${literal(select)}).fetch_pandas_all()`,
  ];
  const snippets: AccessSnippet[] = [
    { language: 'PYTHON', tool: 'snowflake-connector-python', code: `${python.join('\n')}\n` },
    { language: 'SQL', tool: 'snowsql', code: `${select};\n` },
  ];
  const hint = 'User and password are taken from the environment: DB_USER, DB_PASSWORD.';
  return { uri: `snowflake://${address.host}/${name}`, hint, snippets, reason: null };
}
