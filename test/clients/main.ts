import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonEnvironment } from '../../scripts/python-environment.js';
import { HttpClient } from '../support/http-client.js';
import { VinciProcess } from '../support/vinci-process.js';
import { type Check, checkGraph } from './checks.js';
import { FRAMEWORKS, modelChecks } from './models/models.js';

/**
 * `npm run test:clients`: the official OpenLineage client for Python, and models of scikit-learn and of Spark ML from training to an
 * endpoint, in virtual environments of their own, against the built server. `--smoke`: fewer asynchronous runs, scikit-learn only.
 */
const SMOKE = process.argv.includes('--smoke');
const ASYNC_RUNS = SMOKE ? 10 : 200;
const MODELS = SMOKE ? FRAMEWORKS.slice(0, 1) : FRAMEWORKS;
const NAMESPACE = `clients_${Date.now().toString(36)}`;

function report(check: Check): Check {
  console.log(`${check.ok ? 'passed' : 'FAILED'}: ${check.name}${check.detail ? `: ${check.detail}` : ''}`);
  return check;
}

async function drive(python: string, vinci: VinciProcess): Promise<Check[]> {
  const child = spawn(python, [join(import.meta.dirname, 'drive.py'), NAMESPACE, String(ASYNC_RUNS)], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', VINCI_URL: vinci.url, VINCI_TOKEN: vinci.token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const checks: Check[] = [];
  for await (const line of createInterface({ input: child.stdout })) checks.push(report(JSON.parse(line) as Check));
  const code = await ended;
  if (code !== 0) checks.push(report({ name: 'drive.py', ok: false, detail: `ended with ${code}` }));
  return checks;
}

async function main(): Promise<boolean> {
  const python = pythonEnvironment('clients', join(import.meta.dirname, 'requirements.txt'));
  const data = mkdtempSync(join(tmpdir(), 'vinci-clients-'));
  const vinci = await VinciProcess.start({ data });
  const client = new HttpClient(vinci.url, vinci.token, 4);
  try {
    const checks = await drive(python, vinci);
    checks.push(...(await checkGraph(client, NAMESPACE, ASYNC_RUNS)).map(report));
    for (const framework of MODELS) checks.push(...(await modelChecks(vinci, client, framework)).map(report));
    const failed = checks.filter((check) => !check.ok).length;
    console.log(`${checks.length - failed} passed, ${failed} failed`);
    return failed === 0;
  } finally {
    client.close();
    await vinci.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
