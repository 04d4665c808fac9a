import { type Address, authorityOf, joinPath } from './access-address.js';
import { identifier, literal, pysparkRead, sparkRead, sqlText } from './access-code.js';
import type { AccessSnippet, Place, Reading } from './access-reading.js';

type Format = 'csv' | 'tsv' | 'parquet' | 'json' | 'lines' | 'orc' | 'avro' | 'delta';

const FORMAT_OF_EXTENSION: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
  pq: 'parquet',
  json: 'json',
  jsonl: 'lines',
  ndjson: 'lines',
  orc: 'orc',
  avro: 'avro',
};
const EXTENSION = /\.([a-z]+)(?:\.(?:gz|bz2|zst|xz|snappy))?$/i;

/** Spark takes paths for patterns; stars are left to mean what they do there. */
const SPARK_PATTERN = /[\\{}[\]]/g;

interface FileSet {
  /** As Spark, and as everybody else spells it. */
  readonly spark: string;
  readonly plain: string;
  readonly format: Format;
  /** Not what Spark writes: a folder of parts. */
  readonly oneFile: boolean;
  /** DuckDB reads it: after what has been said. */
  readonly duckdb: string | null;
}

/** Files on a disk, in an object store or in HDFS. */
export function fileAccess({ address, fileFormat, name, storageLayer }: Place): Reading | undefined {
  const stored = storedAt(address, name);
  if (!stored) return undefined;
  const { uri, hint, ...found } = stored;
  const paths = { ...found, spark: found.spark.replace(SPARK_PATTERN, '\\$&') };
  const format = formatOf(name, fileFormat, storageLayer);
  if (!format)
    return {
      uri,
      hint,
      snippets: [],
      reason:
        'Neither the ending of its name nor a storage facet tells the format of these files; ' +
        'let a producer report the storage facet with its fileFormat, such as "parquet".',
    };
  return { uri, hint, snippets: snippetsOf({ ...paths, ...format }), reason: null };
}

/** By the storage facet, else by the ending of the name. Spark writes folders, with or without an ending. */
function formatOf(name: string, fileFormat: string | null, storageLayer: string | null): Pick<FileSet, 'format' | 'oneFile'> | undefined {
  const ending = EXTENSION.exec(name)?.[1]?.toLowerCase() ?? '';
  const byName = Object.hasOwn(FORMAT_OF_EXTENSION, ending) ? FORMAT_OF_EXTENSION[ending] : undefined;
  const said = fileFormat?.toLowerCase() ?? '';
  if (said === 'delta' || storageLayer?.toLowerCase() === 'delta') return { format: 'delta', oneFile: false };
  // What Spark calls JSON has an object per line.
  const format =
    said === 'json' && byName !== 'json' ? 'lines' : Object.hasOwn(FORMAT_OF_EXTENSION, said) ? FORMAT_OF_EXTENSION[said] : byName;
  return format && { format, oneFile: byName !== undefined };
}

type Stored = Pick<FileSet, 'spark' | 'plain' | 'duckdb'> & Pick<Reading, 'uri' | 'hint'>;

const HTTPFS = 'INSTALL httpfs;\nLOAD httpfs;\n';
const chain = (type: string): string => `${HTTPFS}CREATE SECRET (TYPE ${type}, PROVIDER credential_chain);\n`;

function storedAt(address: Address, name: string): Stored | undefined {
  const base = `//${authorityOf(address)}${address.path}`;
  const at = (scheme: string): string => joinPath(`${scheme}:${base}`, name);
  switch (address.scheme) {
    case 'file':
    case 'local':
    case 'nfs': {
      const path = address.path.length > 1 && !name.startsWith('/') ? joinPath(address.path, name) : name;
      const hint = address.host ? `The path is one of the host ${address.host}.` : null;
      return { spark: path.startsWith('/') ? `file://${path}` : path, plain: path, duckdb: '', uri: `file://${address.host}${path}`, hint };
    }
    case 's3':
    case 's3a':
    case 's3n':
      return { spark: at('s3a'), plain: at('s3'), duckdb: chain('s3'), uri: at('s3'), hint: CLOUD('AWS') };
    case 'gs':
    case 'gcs':
      return { spark: at('gs'), plain: at('gs'), duckdb: null, uri: at('gs'), hint: CLOUD('Google Cloud') };
    case 'abfs':
    case 'abfss':
    case 'wasb':
    case 'wasbs':
      return { spark: at(address.scheme), plain: at(address.scheme), duckdb: null, uri: at(address.scheme), hint: CLOUD('Azure') };
    case 'hdfs':
    case 'webhdfs':
      return { spark: at(address.scheme), plain: at(address.scheme), duckdb: null, uri: at(address.scheme), hint: null };
    case 'dbfs': {
      const path = joinPath('dbfs:', name);
      return { spark: path, plain: joinPath('/dbfs', name), duckdb: null, uri: path, hint: 'On Databricks.' };
    }
    default:
      return undefined;
  }
}

const CLOUD = (cloud: string): string => `Credentials are those that ${cloud}’s own tools find on the machine.`;

/** DuckDB and pandas want to know what Spark finds out by itself. */
function snippetsOf(files: FileSet): AccessSnippet[] {
  return [
    python(files),
    { language: 'SCALA', tool: 'spark', code: sparkRead(sparkFormat(files), sparkOptions(files), literal(files.spark)) },
    sql(files),
  ];
}

const PANDAS: Readonly<Partial<Record<Format, (path: string) => string>>> = {
  csv: (path) => `pd.read_csv(${path})`,
  tsv: (path) => `pd.read_csv(${path}, sep="\\t")`,
  parquet: (path) => `pd.read_parquet(${path})`,
  json: (path) => `pd.read_json(${path})`,
  lines: (path) => `pd.read_json(${path}, lines=True)`,
  orc: (path) => `pd.read_orc(${path})`,
};

function python(files: FileSet): AccessSnippet {
  const read = PANDAS[files.format];
  if (read && (files.oneFile || files.format === 'parquet'))
    return { language: 'PYTHON', tool: 'pandas', code: `import pandas as pd\n\ndf = ${read(literal(files.plain))}\n` };
  return { language: 'PYTHON', tool: 'pyspark', code: pysparkRead(sparkFormat(files), sparkOptions(files), literal(files.spark)) };
}

function sparkFormat({ format }: FileSet): string {
  if (format === 'tsv') return 'csv';
  return format === 'lines' ? 'json' : format;
}

function sparkOptions({ format }: FileSet): [string, string][] {
  if (format === 'csv') return [['header', '"true"']];
  if (format === 'tsv')
    return [
      ['header', '"true"'],
      ['sep', '"\\t"'],
    ];
  return format === 'json' ? [['multiLine', '"true"']] : [];
}

const DUCKDB: Readonly<Partial<Record<Format, string>>> = {
  csv: 'read_csv',
  tsv: 'read_csv',
  parquet: 'read_parquet',
  json: 'read_json',
  lines: 'read_json',
};

function sql(files: FileSet): AccessSnippet {
  const reader = DUCKDB[files.format];
  if (reader && files.duckdb !== null) {
    const path = files.oneFile ? files.plain : joinPath(files.plain, files.format === 'parquet' ? '**/*.parquet' : '**/part-*');
    return { language: 'SQL', tool: 'duckdb', code: `${files.duckdb}SELECT * FROM ${reader}(${sqlText(path)}) LIMIT 100;\n` };
  }
  return {
    language: 'SQL',
    tool: 'spark',
    code: `SELECT * FROM ${sparkFormat(files)}.${identifier(files.spark, 'BACKTICK')} LIMIT 100;\n`,
  };
}
