/**
 * `npm run bench:validation`: how long it takes to validate workflows of growing size, with the schemas flowing through them.
 * The time per column should stay the same. Nothing is read from a database: this is the rules alone.
 */
import { faultsOf, validateWorkflow } from '../../src/catalog/workflow/validate.js';
import { Random } from '../support/random.js';
import { randomWorkflow } from '../support/random-workflow.js';
import { machineLine } from './machine.js';

const SIZES = [100, 200, 400, 800];
const WIDTHS = { source: 20, pipeline: 40 };
const ROUNDS = 50;

interface Measured {
  readonly nodes: number;
  readonly columns: number;
  readonly p50: number;
  readonly slowest: number;
}

function measure(size: number): Measured {
  const { definition, known } = randomWorkflow(new Random(size), size, WIDTHS);
  const times: number[] = [];
  let columns = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const validation = validateWorkflow(definition, known);
    times.push(performance.now() - start);
    const faults = faultsOf(validation, false);
    if (faults.length > 0) throw new Error(`A valid workflow was refused: ${JSON.stringify(faults[0])}`);
    columns = [...validation.schemas.values()].reduce((sum, schema) => sum + schema.length, 0);
  }
  times.sort((a, b) => a - b);
  return { nodes: definition.nodes.length, columns, p50: times[ROUNDS / 2]!, slowest: times.at(-1)! };
}

// The first ones are slower, whatever their size: the engine has yet to compile.
for (const size of SIZES) measure(size);
console.log(`npm run bench:validation\n${machineLine()}\n`);
console.log('| nodes | columns between them | p50, ms | slowest, ms | µs per column |\n| --- | --- | --- | --- | --- |');
for (const { nodes, columns, p50, slowest } of SIZES.map(measure))
  console.log(`| ${nodes} | ${columns} | ${p50.toFixed(2)} | ${slowest.toFixed(2)} | ${((p50 * 1000) / columns).toFixed(3)} |`);
