import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pythonEnvironment } from '../../scripts/python-environment.js';
import type { PipelineStep } from '../../src/catalog/pipeline/pipeline-step.js';
import { stepName } from '../../src/catalog/pipeline/pipeline-step.js';
import { propagate } from '../../src/catalog/pipeline/propagate.js';
import type { Propagation, Schema } from '../../src/catalog/pipeline/schema.js';
import { type StockStage, stockStages } from '../../src/catalog/segment/stock-stages.js';
import { Random } from '../support/random.js';
import { type Case, CaseMaker } from './cases.js';

/**
 * `npm run test:spark`: what our propagation computes or refuses equals what a real Spark does, for its stock stages alone and in
 * random pipelines, over right and wrong schemas. One Spark session serves all cases. `--seed N`, `--pipelines N`, `--show N`, `--smoke`.
 */
const REQUIREMENTS = join(import.meta.dirname, '..', '..', 'scripts', 'sparkml', 'requirements.txt');
const SMOKE_TYPES = ['array<string>', 'double', 'string', 'vector'];
const MAX_BYTES = 2 ** 28;

type Answer = { readonly id: string; readonly output?: Schema; readonly refused?: string };

function argument(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

function ask(cases: readonly Case[]): Map<string, Answer> {
  const python = pythonEnvironment('spark', REQUIREMENTS);
  const lines = cases.map(({ id, input, steps }) =>
    JSON.stringify({ id, input, steps: steps.map((step, index) => ({ ...step, uid: stepName({ segment: step.segment }, index) })) }),
  );
  const { status, stdout, error } = spawnSync(python, [join(import.meta.dirname, 'ask_spark.py')], {
    encoding: 'utf8',
    input: lines.join('\n'),
    maxBuffer: MAX_BYTES,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error || status !== 0)
    throw new Error(`Spark could not be asked: ${error?.message ?? `it ended with ${status}`}; is there a Java 17?`);
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
  return new Map(answers.map((answer) => [answer.id, answer]));
}

/** What is different; undefined when both say the same. A schema that we call unknown agrees with nothing. */
function difference({ output, problems }: Propagation, spark: Answer | undefined): string | undefined {
  if (!spark) return 'Spark gave no answer';
  const ours = problems.map(({ message }) => message).join(' ');
  if (spark.refused !== undefined) return problems.length > 0 ? undefined : `Spark refuses: ${spark.refused}`;
  if (!output) return `Spark takes it; we do not: ${ours || 'unknown'}`;
  // Where we can't tell whether there can be nulls we say nothing.
  const told = output.map(({ name, type, nullable }, at) => ({ name, type, nullable: nullable ?? spark.output?.[at]?.nullable }));
  return isDeepStrictEqual(told, spark.output) ? undefined : `Spark gives ${JSON.stringify(spark.output)}, we ${JSON.stringify(output)}`;
}

function stepsOf({ steps }: Case, stages: ReadonlyMap<string, StockStage>): PipelineStep[] {
  return steps.map(({ segment, params }) => ({ segment, params, definition: stages.get(segment)!.definition }));
}

function main(): boolean {
  const smoke = process.argv.includes('--smoke');
  const seed = argument('seed', 1);
  const stages = stockStages();
  const byName = new Map(stages.map((stage) => [stage.name, stage]));
  const maker = new CaseMaker(stages, new Random(seed));
  const cases = [...maker.alone(smoke ? SMOKE_TYPES : undefined), ...maker.pipelines(argument('pipelines', smoke ? 100 : 2000))];
  const answers = ask(cases);
  const shown = argument('show', 20);
  let failed = 0;
  let refused = 0;
  const agreed = new Set<string>();
  for (const each of cases) {
    const answer = answers.get(each.id);
    const different = difference(propagate(stepsOf(each, byName), each.input), answer);
    if (answer?.refused !== undefined) refused++;
    if (!different) {
      if (!answer?.refused) for (const { segment } of each.steps) agreed.add(segment);
      continue;
    }
    if (++failed <= shown) console.log(`FAILED: ${each.id}: ${different}\n  ${JSON.stringify({ input: each.input, steps: each.steps })}`);
  }
  console.log(
    `seed ${seed}: ${cases.length} schemas, of which Spark refused ${refused}; ${agreed.size} of ${stages.length} stages in those it took`,
  );
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 && agreed.size === stages.length;
}

try {
  process.exitCode = main() ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
