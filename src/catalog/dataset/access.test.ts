import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSourceType } from '../source/source.js';
import { accessTo, type KnownOfDataset } from './access.js';
import { parseAddress, withoutSecrets } from './access-address.js';
import { identifier, literal, sqlComment, sqlText } from './access-code.js';

interface Said {
  type?: DataSourceType;
  uri?: string;
  instructions?: string;
  dataSourceUri?: string;
  fileFormat?: string;
  storageLayer?: string;
}

function known(
  namespace: string,
  name: string,
  { type = 'OTHER', uri, instructions, dataSourceUri, fileFormat, storageLayer }: Said = {},
): KnownOfDataset {
  return {
    namespace,
    name,
    dataSourceUri: dataSourceUri ?? null,
    fileFormat: fileFormat ?? null,
    storageLayer: storageLayer ?? null,
    source: { type, access: uri || instructions ? { uri, instructions } : null },
  };
}

function codeOf(dataset: KnownOfDataset): Record<string, string> {
  return Object.fromEntries(accessTo(dataset).snippets.map(({ language, tool, code }) => [`${language} ${tool}`, code]));
}

const storage = (fileFormat: string): Said => ({ storageLayer: 's3', fileFormat });

describe('files', () => {
  test.each<[string, string, string, Said, string, string, string]>([
    [
      'a CSV file',
      'file',
      '/data/a.csv',
      {},
      'pd.read_csv("/data/a.csv")',
      '"header" -> "true"\n)).load("file:///data/a.csv")',
      "read_csv('/data/a.csv')",
    ],
    ['tabs', 'file', '/a.tsv.gz', {}, 'pd.read_csv("/a.tsv.gz", sep="\\t")', '"sep" -> "\\t"', "read_csv('/a.tsv.gz')"],
    ['JSON', 'file', '/a.json', {}, 'pd.read_json("/a.json")', '"multiLine" -> "true"', "read_json('/a.json')"],
    ['JSON by line', 'file', '/a.jsonl', {}, 'pd.read_json("/a.jsonl", lines=True)', '.format("json").load(', "read_json('/a.jsonl')"],
    [
      'what Spark wrote',
      'file',
      '/out',
      storage('parquet'),
      'pd.read_parquet("/out")',
      '.load("file:///out")',
      "read_parquet('/out/**/*.parquet')",
    ],
    [
      'what Spark wrote as CSV',
      'file',
      '/out',
      storage('csv'),
      '.option("header", "true").load("file:///out")',
      'load("file:///out")',
      "read_csv('/out/**/part-*')",
    ],
    [
      'S3',
      's3://lake',
      'x/a.parquet',
      {},
      'pd.read_parquet("s3://lake/x/a.parquet")',
      '.load("s3a://lake/x/a.parquet")',
      "read_parquet('s3://lake/x/a.parquet')",
    ],
    [
      'S3 as Spark calls it',
      's3a://lake',
      '/x/a.csv',
      {},
      'pd.read_csv("s3://lake/x/a.csv")',
      '.load("s3a://lake/x/a.csv")',
      "read_csv('s3://lake/x/a.csv')",
    ],
    [
      'HDFS',
      'hdfs://node:8020',
      '/x/a.orc',
      {},
      'pd.read_orc("hdfs://node:8020/x/a.orc")',
      'load("hdfs://node:8020/x/a.orc")',
      'orc.`hdfs://node:8020/x/a.orc`',
    ],
    [
      'Azure',
      'abfss://c@acc.dfs.core.windows.net',
      'x',
      storage('delta'),
      'format("delta").load("abfss://c@acc.dfs.core.windows.net/x")',
      'format("delta")',
      'delta.`abfss://c@acc.dfs.core.windows.net/x`',
    ],
    [
      'a folder by another name',
      'lake',
      'x/a.csv',
      { type: 'FILES', uri: '/mnt/lake' },
      'pd.read_csv("/mnt/lake/x/a.csv")',
      'load("file:///mnt/lake/x/a.csv")',
      "read_csv('/mnt/lake/x/a.csv')",
    ],
    [
      'a bucket by another name',
      'lake',
      'x/a.csv',
      { uri: 's3://b/root/' },
      'pd.read_csv("s3://b/root/x/a.csv")',
      'load("s3a://b/root/x/a.csv")',
      "read_csv('s3://b/root/x/a.csv')",
    ],
  ])('%s', (_, namespace, name, said, python, scala, sql) => {
    const { snippets, reason } = accessTo(known(namespace, name, said));
    expect(reason).toBeNull();
    expect(snippets.map(({ language }) => language)).toEqual(['PYTHON', 'SCALA', 'SQL']);
    for (const [at, part] of [python, scala, sql].entries()) expect(snippets[at]!.code).toContain(part);
  });

  test('Spark takes no name for a pattern', () => {
    const { 'SCALA spark': scala, 'PYTHON pandas': python } = codeOf(known('file', '/a[1]\\{b}.csv'));
    expect(scala).toContain('.load("file:///a\\\\[1\\\\]\\\\\\\\\\\\{b\\\\}.csv")');
    expect(python).toContain('pd.read_csv("/a[1]\\\\{b}.csv")');
  });

  test('of an unknown format: where they are, and why there is no code', () => {
    expect(accessTo(known('s3://lake', 'x/blob'))).toMatchObject({
      uri: 's3://lake/x/blob',
      snippets: [],
      reason: expect.stringContaining('storage facet'),
    });
  });
});

describe('databases', () => {
  test('PostgreSQL: the name’s parts, with defaults; no password but from the environment', () => {
    const { uri, instructions, snippets } = accessTo(known('postgres://db', 'shop.public.orders'));
    expect([uri, instructions]).toEqual(['postgres://db:5432/shop', expect.stringContaining('DB_USER, DB_PASSWORD')]);
    expect(snippets.map(({ language, tool }) => [language, tool])).toEqual([
      ['PYTHON', 'pandas'],
      ['SCALA', 'spark'],
      ['SQL', 'psql'],
    ]);
    expect(snippets[0]!.code).toContain('pd.read_sql_table("orders", sqlalchemy.create_engine(url), schema="public")');
    expect(snippets[0]!.code).toContain('host="db",\n    port=5432,\n    database="shop",');
    expect(snippets[1]!.code).toContain('"url" -> "jdbc:postgresql://db:5432/shop",\n  "dbtable" -> "\\"public\\".\\"orders\\""');
    expect(snippets[2]!.code).toBe('-- On db:5432, database shop:\nSELECT * FROM "public"."orders" LIMIT 100;\n');
  });

  test.each<[string, string, Said, string, string]>([
    ['mysql://db:3307', 'shop.orders', {}, 'jdbc:mysql://db:3307/shop', 'FROM `shop`.`orders` LIMIT 100;'],
    ['mariadb://db', 'shop.or.ders', {}, 'jdbc:mariadb://db:3306/shop', 'FROM `shop`.`or.ders` LIMIT 100;'],
    ['mssql://db', 'shop.dbo.orders', {}, 'jdbc:sqlserver://db:1433;databaseName=shop', 'SELECT TOP 100 * FROM [shop].[dbo].[orders];'],
    ['oracle://db', 'XE.HR.JOBS', {}, 'jdbc:oracle:thin:@//db:1521/XE', 'FROM "HR"."JOBS" FETCH FIRST 100 ROWS ONLY;'],
    ['trino://t:80', 'hive.web.clicks', {}, 'jdbc:trino://t:80/hive', 'FROM "hive"."web"."clicks" LIMIT 100;'],
    ['redshift://c.eu-west-1:5439', 'd.s.t', {}, 'jdbc:redshift://c.eu-west-1:5439/d', 'FROM "s"."t" LIMIT 100;'],
    [
      'the shop',
      'public.orders',
      { uri: 'jdbc:postgresql://db/shop?user=x' },
      'jdbc:postgresql://db:5432/shop',
      'FROM "public"."orders" LIMIT 100;',
    ],
    [
      'the shop',
      'orders',
      { uri: 'jdbc:sqlserver://db:99;databaseName=shop' },
      'jdbc:sqlserver://db:99;databaseName=shop',
      'FROM [shop].[orders];',
    ],
    ['default', 'orders', { dataSourceUri: 'postgresql://u:p@db/shop' }, 'jdbc:postgresql://db:5432/shop', 'FROM "orders" LIMIT 100;'],
  ])('%s %s', (namespace, name, said, url, select) => {
    const code = accessTo(known(namespace, name, said)).snippets.map((snippet) => snippet.code);
    expect(code[1]).toContain(`"url" -> "${url}"`);
    expect(code[2]).toContain(select);
  });

  test('what a name says is no option of the driver', () => {
    const { 'SCALA spark': scala } = codeOf(known('postgres://db', 'shop?socketFactory=x.public.orders'));
    expect(scala).toContain('jdbc:postgresql://db:5432/shop%3FsocketFactory%3Dx"');
  });
});

describe('others', () => {
  test.each<[string, string, Said, Record<string, string>]>([
    ['kafka://b1:9092,b2:9092', 'clicks', {}, { 'PYTHON confluent-kafka': '"b1:9092,b2:9092"', 'SCALA spark': '"subscribe" -> "clicks"' }],
    ['bus', 'clicks', { type: 'KAFKA', uri: 'b1:9092' }, { 'PYTHON confluent-kafka': '"bootstrap.servers": "b1:9092"' }],
    ['https://api.example.org/v1', 'orders', {}, { 'PYTHON python': 'urlopen("https://api.example.org/v1/orders")' }],
    ['bigquery', 'p.d.t', {}, { 'SQL bq': 'SELECT * FROM `p.d.t` LIMIT 100;', 'SCALA spark': '.load("p.d.t")' }],
    [
      'snowflake://org-acc',
      'DB.S.T',
      {},
      { 'SQL snowsql': 'SELECT * FROM "DB"."S"."T" LIMIT 100;', 'PYTHON snowflake-connector-python': 'account="org-acc"' },
    ],
    [
      'hive://m:9083',
      'web.clicks',
      {},
      { 'SQL spark': 'SELECT * FROM `web`.`clicks` LIMIT 100;', 'SCALA spark': 'spark.table("`web`.`clicks`")' },
    ],
    ['arn:aws:glue:eu-west-1:123456789012', 'table/web/clicks', {}, { 'PYTHON pyspark': 'spark.table("`web`.`clicks`")' }],
  ])('%s %s', (namespace, name, said, parts) => {
    const code = codeOf(known(namespace, name, said));
    for (const [snippet, part] of Object.entries(parts)) expect(code[snippet]).toContain(part);
  });

  test.each(['default', 'cassandra://node:9042', 'a b', ''])('nothing is known of "%s": it says what would help', (namespace) => {
    expect(accessTo(known(namespace, 'x', { instructions: 'Ask Ana' }))).toEqual({
      uri: null,
      instructions: 'Ask Ana',
      snippets: [],
      reason: expect.stringContaining('registerDataSource'),
    });
  });

  test('what people say comes first', () => {
    expect(accessTo(known('postgres://db', 'a.b.c', { instructions: 'VPN first' })).instructions).toMatch(/^VPN first\n/);
  });
});

describe('no secrets', () => {
  test.each([
    ['postgres://ana:s3cret@db/shop', 'postgres://db/shop'],
    ['postgres://ana:s3/cr@et@db/shop', 'postgres://db/shop'],
    ['jdbc:sqlserver://db;user=ana;password=s3cret;x=1', 'jdbc:sqlserver://db;user=ana;password=***;x=1'],
    ['https://s3cret@api.example.org/x?api_key=s3cret&page=1', 'https://api.example.org/x?api_key=***&page=1'],
    ['s3n://AKIA:s3cret@bucket/x', 's3n://bucket/x'],
    ['https://acc.blob.core.windows.net/c?sv=1&sig=s3cret', 'https://acc.blob.core.windows.net/c?sv=1&sig=***'],
    ['The password: s3cret, then ask', 'The password: ***, then ask'],
    [
      'https://host:8080/path@v1 and abfss://c@acc.dfs.core.windows.net',
      'https://host:8080/path@v1 and abfss://c@acc.dfs.core.windows.net',
    ],
  ])('%s', (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
    expect(JSON.stringify(accessTo(known('shop', 'a.csv', { uri: text, instructions: text })))).not.toContain('s3cret');
    expect(JSON.stringify(accessTo(known(text, 'a.csv', { dataSourceUri: text })))).not.toContain('s3cret');
  });
});

test('a password that looks like more of the address does not leave its end behind', () => {
  expect(parseAddress('postgres://ana:s3/cr@et@db/shop')).toEqual({ scheme: 'postgres', host: 'db', port: null, path: '/shop' });
  expect(JSON.stringify(accessTo(known('https://api.example.org', '/x?token=abc')))).not.toContain('abc');
});

describe('names in code', () => {
  test('come back as they were, and end nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(JSON.parse(literal(name))).toBe(name);
        expect(sqlText(name).slice(1, -1).replaceAll("''", '').includes("'")).toBe(false);
        for (const quoting of ['DOUBLE', 'BACKTICK'] as const) {
          const quoted = identifier(name, quoting);
          const mark = quoted[0]!;
          expect(
            quoted
              .slice(1, -1)
              .replaceAll(mark + mark, '')
              .includes(mark),
          ).toBe(false);
        }
        expect(identifier(name, 'BRACKET').slice(1, -1).replaceAll(']]', '').includes(']')).toBe(false);
        expect(sqlComment(name)).not.toMatch(/[\n\r\f\v\u0085\u2028\u2029]/);
      }),
    );
  });

  test('an address never keeps who is there', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9!$*+~-]{1,20}$/), (secret) => {
        expect(parseAddress(`postgres://ana:${secret}@db:1/shop`)).toEqual({ scheme: 'postgres', host: 'db', port: 1, path: '/shop' });
      }),
    );
  });
});
