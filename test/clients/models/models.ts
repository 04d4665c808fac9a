import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pythonEnvironment } from '../../../scripts/python-environment.js';
import { entityId } from '../../../src/catalog/id.js';
import {
  DeployDocument,
  ModelDeploymentsDocument,
  RecordEvaluationDocument,
  RecordTrainedModelDocument,
  RegisterModelDocument,
} from '../../support/generated/operations.js';
import type { HttpClient } from '../../support/http-client.js';
import type { VinciProcess } from '../../support/vinci-process.js';
import type { Check } from '../checks.js';

export const FRAMEWORKS = ['scikit-learn', 'spark-ml'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** What learn.py tells of a model that it trained. */
interface Learned {
  readonly file: string;
  readonly framework: string;
  readonly hyperparameters: Readonly<Record<string, number | boolean>>;
  readonly metrics: { readonly auc: number };
  readonly signature: { readonly inputs: { name: string; type: string }[]; readonly outputs: { name: string; type: string }[] };
  readonly sample: readonly (readonly number[])[];
  readonly predictions: readonly number[];
}

const ENVIRONMENT = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };

/**
 * A real model on its whole way: trained, uploaded, recorded with its parameters, metrics and signature, downloaded by its hash, loaded by
 * an endpoint that runs as a process of its own, deployed, and asked at the address that the catalog tells.
 */
export async function modelChecks(vinci: VinciProcess, client: HttpClient, framework: Framework): Promise<Check[]> {
  const python = pythonOf(framework);
  const folder = mkdtempSync(join(tmpdir(), 'vinci-models-'));
  const checks: Check[] = [];
  const check = (name: string, ok: boolean, detail = ''): void =>
    void checks.push({ name: `${framework}: ${name}`, ok, detail: ok ? '' : detail });
  let endpoint: ChildProcess | undefined;
  try {
    const learned = learn(python, framework, folder);
    const name = `churn ${framework} ${Date.now().toString(36)}`;
    const { hash, status } = await upload(vinci, learned.file);
    check('its bytes are taken', status === 201, `answered ${status}`);

    const trainedModel = await record(client, name, learned, hash);
    check('it is recorded', trainedModel.faults === '', trainedModel.faults);

    const file = join(folder, 'downloaded');
    const downloaded = await download(vinci, hash, file);
    check('its bytes come back as they were', downloaded === hash, `${downloaded} instead of ${hash}`);

    const served = await serve(python, framework, file, join(folder, 'served'));
    endpoint = served.endpoint;
    const what = [{ what: trainedModel.id }];
    const deployment = { environment: 'prod', name, serving: what, url: `${served.url}/predict`, healthPath: '/health' };
    const { deploy } = await client.query(DeployDocument, { input: deployment });
    check('it is deployed', deploy.receipts[0]?.outcome === 'APPLIED', JSON.stringify(deploy.receipts));

    const url = await addressOf(client, name);
    const predictions = await predict(url, learned.sample);
    const same =
      predictions.length === learned.predictions.length &&
      predictions.every((each, at) => Math.abs(each - learned.predictions[at]!) < 1e-9);
    check('what is served predicts the same', same, `${JSON.stringify(predictions)} instead of ${JSON.stringify(learned.predictions)}`);
  } finally {
    endpoint?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
  return checks;
}

/** Spark's is the one that pipelines are compared with. */
function pythonOf(framework: Framework): string {
  if (framework === 'scikit-learn') return pythonEnvironment('scikit-learn', join(import.meta.dirname, 'requirements.txt'));
  return pythonEnvironment('spark', join(import.meta.dirname, '..', '..', '..', 'scripts', 'sparkml', 'requirements.txt'));
}

function learn(python: string, framework: Framework, folder: string): Learned {
  mkdirSync(join(folder, 'again'));
  const told = execFileSync(python, [join(import.meta.dirname, 'learn.py'), framework, folder], {
    encoding: 'utf8',
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(told.trim().split('\n').at(-1)!) as Learned;
}

async function upload({ token, url }: VinciProcess, file: string): Promise<{ hash: string; status: number }> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer);
  const hash = digest.digest('hex');
  const response = await fetch(`${url}/api/v1/artifacts/${hash}?name=model&kind=MODEL`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-length': String(statSync(file).size),
      'content-type': 'application/octet-stream',
    },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  await response.arrayBuffer();
  return { hash, status: response.status };
}

/** Gives the hash of what came. */
async function download({ token, url }: VinciProcess, hash: string, file: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/artifacts/${hash}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok || !response.body) return `status ${response.status}`;
  const digest = createHash('sha256');
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  body.on('data', (chunk: Buffer) => digest.update(chunk));
  await pipeline(body, createWriteStream(file));
  return digest.digest('hex');
}

const typeOf = (value: number | boolean): string => (typeof value === 'boolean' ? 'boolean' : Number.isInteger(value) ? 'int' : 'double');

async function record(client: HttpClient, name: string, learned: Learned, hash: string): Promise<{ id: string; faults: string }> {
  const { framework, hyperparameters, metrics, signature } = learned;
  const faults: unknown[] = [];
  const { registerModel } = await client.query(RegisterModelDocument, {
    input: {
      name,
      task: 'CLASSIFICATION',
      learning: 'SUPERVISED',
      label: { name: 'left', dataType: 'DOUBLE' },
      framework,
      hyperparameters: Object.entries(hyperparameters).map(([param, value]) => ({
        name: param,
        type: typeOf(value) === 'int' ? 'double' : typeOf(value),
      })),
      criteria: [{ name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.8, required: true }],
    },
  });
  faults.push(...registerModel.receipts.flatMap(({ problems }) => problems));
  const { recordTrainedModel } = await client.query(RecordTrainedModelDocument, {
    input: {
      model: name,
      hyperparameters,
      metrics: [{ criterion: 'auc', value: metrics.auc }],
      signature,
      artifacts: [entityId('ARTIFACT', hash)],
    },
  });
  faults.push(...recordTrainedModel.receipts.flatMap(({ problems }) => problems));
  const id = recordTrainedModel.trainedModel?.id ?? '';
  const evaluation = { trainedModel: id, metrics: [{ criterion: 'auc', value: metrics.auc }] };
  const { recordEvaluation } = await client.query(RecordEvaluationDocument, { input: evaluation });
  faults.push(...recordEvaluation.receipts.flatMap(({ problems }) => problems));
  return { id, faults: faults.length > 0 ? JSON.stringify(faults) : '' };
}

async function serve(python: string, framework: Framework, file: string, folder: string): Promise<{ endpoint: ChildProcess; url: string }> {
  mkdirSync(folder);
  const endpoint = spawn(python, [join(import.meta.dirname, 'serve.py'), framework, file, folder], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = createInterface({ input: endpoint.stdout! })[Symbol.asyncIterator]().next();
  const ended = once(endpoint, 'exit').then(([code]) => {
    throw new Error(`serve.py ended with ${code} before it was ready`);
  });
  const { value } = (await Promise.race([port, ended])) as { value: string };
  ended.catch(() => undefined);
  return { endpoint, url: `http://127.0.0.1:${value}` };
}

/** As somebody asks who wants a prediction: where is this model served? */
async function addressOf(client: HttpClient, name: string): Promise<string> {
  const { model } = await client.query(ModelDeploymentsDocument, { name });
  const [deployment] = model?.deployments.nodes ?? [];
  if (!deployment?.url) throw new Error(`The catalog tells no endpoint of ${name}: ${JSON.stringify(model)}`);
  return deployment.url;
}

async function predict(url: string, rows: Learned['sample']): Promise<readonly number[]> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ rows }), headers: { 'content-type': 'application/json' } });
  return ((await response.json()) as { probabilities: number[] }).probabilities;
}
