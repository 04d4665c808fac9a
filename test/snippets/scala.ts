import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, RunnableSnippet } from './snippets.js';

const DRIVER = { group: 'org.postgresql', name: 'postgresql', version: '42.7.8' };
const MARK = '@@snippet ';

/** Runs snippets in Scala in one Spark shell, the one that comes with pyspark; each in a scope of its own. */
export function runScala(python: string, folder: string, snippets: readonly RunnableSnippet[], environment: NodeJS.ProcessEnv): Answer[] {
  const script = join(folder, 'snippets.scala');
  writeFileSync(
    script,
    snippets.map(({ id, code }) => `try {\n${code}\n${tell(id)}\n} catch { case error: Throwable => println(error) }\n`).join('\n'),
  );
  const home = run(python, ['-c', 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'], environment).trim();
  const jar = postgresDriver(folder, environment);
  const shell = ['--master', 'local[1]', '--conf', 'spark.ui.enabled=false', '--jars', jar, '--driver-class-path', jar, '-i', script];
  const output = run(join(home, 'bin', 'spark-shell'), shell, { ...environment, SPARK_HOME: home });
  const told = output.split('\n').flatMap((line) => {
    const at = line.indexOf(MARK);
    return at < 0 ? [] : [JSON.parse(line.slice(at + MARK.length)) as Answer];
  });
  return snippets.map(({ id }) => told.find((answer) => answer.id === id) ?? { id, error: errorsOf(output) });
}

/** What a snippet's data frame holds, on a line that can be found among all that the shell prints. */
function tell(id: string): string {
  const rows = `df.select("id", "name").collect().map(row => "\\"" + row.toSeq.mkString("|") + "\\"").sorted.mkString(",")`;
  return `println(${JSON.stringify(`${MARK}{"id":${JSON.stringify(id)},"rows":[`)} + ${rows} + "]}")`;
}

const errorsOf = (output: string): string =>
  output
    .split('\n')
    .filter((line) => /error|exception/i.test(line))
    .slice(0, 20)
    .join('\n');

function postgresDriver(folder: string, environment: NodeJS.ProcessEnv): string {
  const { group, name, version } = DRIVER;
  run(
    'mvn',
    ['--batch-mode', '-q', 'dependency:copy', `-Dartifact=${group}:${name}:${version}`, `-DoutputDirectory=${folder}`],
    environment,
  );
  return join(folder, `${name}-${version}.jar`);
}

function run(command: string, parameters: readonly string[], environment: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error || status !== 0) throw new Error(`${command} ${error?.message ?? `ended with ${status}`}:\n${stdout}\n${stderr}`);
  return stdout;
}
