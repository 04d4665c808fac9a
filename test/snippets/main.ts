import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pythonEnvironment } from '../../scripts/python-environment.js';
import { startTestNeo4j } from '../support/neo4j.js';
import { startTestApp } from '../support/test-app.js';
import { Postgres } from './postgres.js';
import { runScala } from './scala.js';
import { type Answer, type RunnableSnippet, register, type Stored, snippetsOf } from './snippets.js';

/**
 * `npm run test:snippets`: what Dataset.access answers is run as it comes, in Python (pandas, pyspark), SQL (DuckDB, Spark, PostgreSQL) and
 * Scala (Spark's shell), on files of every format and on a PostgreSQL server; each snippet has to bring the two rows that are there.
 * `--smoke`: without Scala.
 */
const ROWS = ['1|ada', '2|bob'];
const SMOKE = process.argv.includes('--smoke');

function python(command: string, file: string, parameters: readonly string[], input: string, environment: NodeJS.ProcessEnv): string[] {
  const { status, stdout, error } = spawnSync(command, [join(import.meta.dirname, file), ...parameters], {
    encoding: 'utf8',
    input,
    env: environment,
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error || status !== 0) throw new Error(`${file} ${error?.message ?? `ended with ${status}`}; is there a Java 17?`);
  return stdout.split('\n').filter((line) => line.startsWith('{'));
}

async function ask(datasets: readonly Stored[], folder: string, port: number): Promise<RunnableSnippet[]> {
  const neo4j = await startTestNeo4j();
  try {
    const app = await startTestApp(neo4j.connection);
    try {
      await register(app, { namespace: 'lake', type: 'FILES', access: { uri: folder } });
      await register(app, { namespace: 'the shop', access: { uri: `jdbc:postgresql://127.0.0.1:${port}/postgres?user=x&password=y` } });
      return await snippetsOf(app, datasets);
    } finally {
      await app.stop();
    }
  } finally {
    await neo4j.stop();
  }
}

async function runAll(folder: string, postgres: Postgres): Promise<boolean> {
  const command = pythonEnvironment('snippets', join(import.meta.dirname, 'requirements.txt'));
  const environment = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', DB_USER: Postgres.user, DB_PASSWORD: Postgres.password };
  const port = String(postgres.port);
  const made = python(command, 'make_data.py', [folder, port], '', environment).map((line) => JSON.parse(line) as Stored);
  const all = await ask(made, folder, postgres.port);
  const snippets = all.filter(({ language }) => !(SMOKE && language === 'SCALA'));
  const scala = snippets.filter(({ language }) => language === 'SCALA');
  const others = snippets.filter(({ language }) => language !== 'SCALA');
  const lines = others.map((snippet) => JSON.stringify(snippet)).join('\n');
  const answers = [
    ...python(command, 'run_snippets.py', [port], lines, environment).map((line) => JSON.parse(line) as Answer),
    ...(scala.length > 0 ? runScala(command, folder, scala, environment) : []),
  ];
  let failed = 0;
  for (const { id, code } of snippets) {
    const answer = answers.find((each) => each.id === id);
    const right = isDeepStrictEqual(answer?.rows, ROWS);
    if (!right) failed++;
    console.log(right ? `passed: ${id}` : `FAILED: ${id}: ${answer?.error ?? JSON.stringify(answer?.rows) ?? 'no answer'}\n${code}`);
  }
  console.log(`${snippets.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'vinci-snippets-'));
  const postgres = await Postgres.start();
  try {
    return await runAll(folder, postgres);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
