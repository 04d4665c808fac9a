/**
 * `npm run bench models`: models, trainings and evaluations recorded through the API of the built server, then asked about, next to
 * queries written by hand for the driver. Answers are checked as well: a wrong one fails the bench, a missed target only with --strict.
 */
import { parseArgs } from 'node:util';
import {
  RecordEvaluationDocument,
  RecordPredictionSetDocument,
  RecordTrainedModelDocument,
  RegisterFeatureTableDocument,
  RegisterModelDocument,
} from '../../support/generated/operations.js';
import { HttpClient } from '../../support/http-client.js';
import { withVinci } from '../databases.js';
import { quantile } from '../drive.js';
import { machineLine } from '../machine.js';
import { type Row, table } from '../table.js';
import { type ModelEstate, makeModelEstate, TRAININGS_PER_MODEL, valuesOf } from './model-estate.js';
import { ask, QUESTIONS } from './questions.js';

const MODELS = 2000;
const SMOKE_MODELS = 10;
const CONNECTIONS = 8;
/** Vinci's time over the hand-written query's. */
const TARGET = 2;
const ROUNDS = 20;
/** A server that has run for a while is what people have: in the first minutes Java and Node compile what they run. */
const WARM_UP_ROUNDS = 60;
/** Milliseconds for 1,000 values in one call. */
const RECORDING_TARGET = 200;
const EVENTS_PER_REQUEST = 100;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { models: { type: 'string' }, smoke: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
});
const count = Number(values.models ?? (values.smoke ? SMOKE_MODELS : MODELS));
if (!Number.isInteger(count) || count < 1)
  throw new Error(`--models is "${values.models}"; npm run bench models -- [--models N] [--smoke] [--strict]`);
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const rows: Row[] = [];
const faults: string[] = [];

type Answer = { readonly receipts: readonly { readonly outcome: string }[] };

/** Several at once; tells how many per second. */
async function record<Input>(what: string, inputs: readonly Input[], one: (input: Input) => Promise<Answer>): Promise<void> {
  say(`${inputs.length} ${what} ...`);
  const began = performance.now();
  const waiting = inputs.toReversed();
  const work = async (): Promise<void> => {
    for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
      const { receipts } = await one(input);
      if (receipts[0]?.outcome !== 'APPLIED') faults.push(`${what}: ${JSON.stringify(receipts)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  rows.push({ what: `${what} recorded per second`, vinci: ((inputs.length * 1000) / (performance.now() - began)).toFixed(0) });
}

async function fill(client: HttpClient, { evaluations, events, models, predictions, tables, trainings }: ModelEstate): Promise<void> {
  for (let at = 0; at < events.length; at += EVENTS_PER_REQUEST)
    await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(events.slice(at, at + EVENTS_PER_REQUEST))));
  await record(
    'feature tables',
    tables,
    async (input) => (await client.query(RegisterFeatureTableDocument, { input })).registerFeatureTable,
  );
  await record('models', models, async (input) => (await client.query(RegisterModelDocument, { input })).registerModel);
  await record('trainings', trainings, async (input) => (await client.query(RecordTrainedModelDocument, { input })).recordTrainedModel);
  await record('evaluations', evaluations, async (input) => (await client.query(RecordEvaluationDocument, { input })).recordEvaluation);
  await record(
    'prediction sets',
    predictions,
    async (input) => (await client.query(RecordPredictionSetDocument, { input })).recordPredictionSet,
  );
}

/** A thousand values in one call. */
async function recordMany(client: HttpClient): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const metrics = Array.from({ length: 1000 }, (_, step) => ({ criterion: 'epoch_loss', value: 1 / (step + 1), step }));
    const input = { trainedModel: 'trained-model:default/model_00000/1', at: new Date(Date.UTC(2027, 0, i + 1)).toISOString(), metrics };
    const began = performance.now();
    const { recordEvaluation } = await client.query(RecordEvaluationDocument, { input });
    times.push(performance.now() - began);
    if (recordEvaluation.receipts[0]?.outcome !== 'APPLIED') faults.push(JSON.stringify(recordEvaluation.receipts));
  }
  return median(times);
}

const median = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );

await withVinci(async (vinci, driver) => {
  const client = new HttpClient(vinci.url, vinci.token, CONNECTIONS);
  await fill(client, makeModelEstate(count));
  say('The questions are checked and warmed up ...');
  for (const question of QUESTIONS) faults.push(...(await ask(client, driver, question, count, values.smoke ? 1 : WARM_UP_ROUNDS)).faults);
  say('The questions are asked ...');
  for (const question of QUESTIONS) {
    const { plain, vinci: own } = await ask(client, driver, question, count, values.smoke ? 1 : ROUNDS);
    const ratio = median(own) / median(plain);
    const target = { target: `<= ${TARGET} x plain`, met: ratio <= TARGET };
    rows.push({ what: `${question.what}, ms`, vinci: median(own).toFixed(1), plain: median(plain).toFixed(1), ratio, ...target });
  }
  const recording = await recordMany(client);
  const target = { target: `< ${RECORDING_TARGET}`, met: recording < RECORDING_TARGET };
  rows.push({ what: '1,000 values recorded in one call, ms', vinci: recording.toFixed(0), ...target });
  client.close();
});

const missed = rows.filter((row) => row.met === false);
console.log(`\nnpm run bench models ${process.argv.slice(3).join(' ')}`.trimEnd());
console.log(`${machineLine()}\n${count} models, ${count * TRAININGS_PER_MODEL} trainings, ${valuesOf(count)} values\n`);
console.log(table(rows));
for (const fault of faults.slice(0, 20)) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong answers, ${missed.length} targets missed.`);
process.exitCode = faults.length > 0 || (values.strict && missed.length > 0) ? 1 : 0;
