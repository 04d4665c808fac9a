import { type Address, authorityOf } from './access-address.js';
import { literal, type Quoting, qualified, sparkRead, sqlComment } from './access-code.js';
import type { AccessSnippet, Place, Reading } from './access-reading.js';

interface Engine {
  /** What its own command line is called. */
  readonly tool: string;
  /** SQLAlchemy's name of the driver. */
  readonly driver: string;
  readonly jdbc: (authority: string, database: string) => string;
  readonly port: number;
  readonly quoting: Quoting;
  /** What OpenLineage's names of its tables are made of (spec/Naming.md). */
  readonly names: 'DATABASE_SCHEMA_TABLE' | 'DATABASE_TABLE';
  /** Tables can be named across databases. */
  readonly across: boolean;
  /** How it says that a hundred rows are enough. */
  readonly some: 'LIMIT' | 'TOP' | 'FETCH';
}

const slash = (scheme: string) => (authority: string, database: string) => `jdbc:${scheme}://${authority}/${database}`;

const POSTGRESQL: Engine = {
  tool: 'psql',
  driver: 'postgresql+psycopg',
  jdbc: slash('postgresql'),
  port: 5432,
  quoting: 'DOUBLE',
  names: 'DATABASE_SCHEMA_TABLE',
  across: false,
  some: 'LIMIT',
};
const MYSQL: Engine = {
  tool: 'mysql',
  driver: 'mysql+pymysql',
  jdbc: slash('mysql'),
  port: 3306,
  quoting: 'BACKTICK',
  names: 'DATABASE_TABLE',
  across: true,
  some: 'LIMIT',
};
const SQL_SERVER: Engine = {
  tool: 'sqlcmd',
  driver: 'mssql+pymssql',
  jdbc: (authority, database) => `jdbc:sqlserver://${authority};databaseName=${database}`,
  port: 1433,
  quoting: 'BRACKET',
  names: 'DATABASE_SCHEMA_TABLE',
  across: true,
  some: 'TOP',
};
const ORACLE: Engine = {
  tool: 'sqlplus',
  driver: 'oracle+oracledb',
  jdbc: (authority, service) => `jdbc:oracle:thin:@//${authority}/${service}`,
  port: 1521,
  quoting: 'DOUBLE',
  names: 'DATABASE_SCHEMA_TABLE',
  across: false,
  some: 'FETCH',
};
const TRINO: Engine = { ...POSTGRESQL, tool: 'trino', driver: 'trino', jdbc: slash('trino'), port: 8080, across: true };

const ENGINES: ReadonlyMap<string, Engine> = new Map([
  ['postgres', POSTGRESQL],
  ['postgresql', POSTGRESQL],
  ['redshift', { ...POSTGRESQL, driver: 'redshift+redshift_connector', jdbc: slash('redshift'), port: 5439 }],
  ['mysql', MYSQL],
  ['mariadb', { ...MYSQL, tool: 'mariadb', driver: 'mariadb+pymysql', jdbc: slash('mariadb') }],
  ['mssql', SQL_SERVER],
  ['sqlserver', SQL_SERVER],
  ['oracle', ORACLE],
  ['db2', { ...POSTGRESQL, tool: 'db2', driver: 'ibm_db_sa', jdbc: slash('db2'), port: 50000, some: 'FETCH' }],
  ['trino', TRINO],
  ['presto', { ...TRINO, tool: 'presto', driver: 'presto', jdbc: slash('presto') }],
]);

/** Databases that are read by table, and warehouses that are read as databases are. */
export function databaseAccess({ address, name }: Place): Reading | undefined {
  const engine = ENGINES.get(address.scheme);
  if (!engine) return undefined;
  const at = { ...address, port: address.port ?? engine.port };
  const table = tableOf(engine, address, name);
  return {
    uri: `${address.scheme}://${authorityOf(at)}/${table.database}`,
    hint: 'User and password are taken from the environment: DB_USER, DB_PASSWORD.',
    snippets: [python(engine, at, table), scala(engine, at, table), sql(engine, at, table)],
    reason: null,
  };
}

interface Table {
  readonly database: string;
  readonly schema: string | null;
  readonly table: string;
}

/** Filled from the end, since the first parts may be left out; dots beyond those belong to the table. */
function tableOf({ names }: Engine, { path }: Address, name: string): Table {
  const parts = name.split('.');
  const outer = parts.splice(0, Math.min(parts.length - 1, names === 'DATABASE_TABLE' ? 1 : 2));
  const schema = names === 'DATABASE_TABLE' ? null : (outer.pop() ?? null);
  return { database: outer.pop() ?? path.split('/').filter(Boolean)[0] ?? '', schema, table: parts.join('.') };
}

function python({ driver }: Engine, { host, port }: Address, { database, schema, table }: Table): AccessSnippet {
  const base = driver.startsWith('oracle') ? `query={"service_name": ${literal(database)}}` : `database=${literal(database)}`;
  const lines = [
    'import os',
    '',
    'import pandas as pd',
    'import sqlalchemy',
    '',
    'url = sqlalchemy.URL.create(',
    `    ${literal(driver)},`,
    '    username=os.environ["DB_USER"],',
    '    password=os.environ["DB_PASSWORD"],',
    `    host=${literal(host)},`,
    `    port=${port},`,
    `    ${base},`,
    ')',
    `df = pd.read_sql_table(${literal(table)}, sqlalchemy.create_engine(url)${schema === null ? '' : `, schema=${literal(schema)}`})`,
  ];
  return { language: 'PYTHON', tool: 'pandas', code: `${lines.join('\n')}\n` };
}

const named = ({ quoting, across }: Engine, { database, schema, table }: Table): string =>
  qualified([...(across && database ? [database] : []), ...(schema === null ? [] : [schema]), table], quoting);

/** The database's name is encoded: drivers take what follows a `?` or `;` for options, some of which run code. */
function scala(engine: Engine, at: Address, table: Table): AccessSnippet {
  const code = sparkRead('jdbc', [
    ['url', literal(engine.jdbc(authorityOf(at), encodeURIComponent(table.database)))],
    ['dbtable', literal(named(engine, table))],
    ['user', 'sys.env("DB_USER")'],
    ['password', 'sys.env("DB_PASSWORD")'],
  ]);
  return { language: 'SCALA', tool: 'spark', code };
}

function sql(engine: Engine, at: Address, table: Table): AccessSnippet {
  const from = named(engine, table);
  const some = {
    LIMIT: `SELECT * FROM ${from} LIMIT 100;`,
    TOP: `SELECT TOP 100 * FROM ${from};`,
    FETCH: `SELECT * FROM ${from} FETCH FIRST 100 ROWS ONLY;`,
  }[engine.some];
  const where = sqlComment(`On ${authorityOf(at)}, database ${table.database}:`);
  return { language: 'SQL', tool: engine.tool, code: `${where}\n${some}\n` };
}
