import { expect, test } from '@jest/globals';
import type { DeploymentState } from '../catalog/deployment/deployment.js';
import type { Log } from '../log.js';
import type { Database } from '../neo4j/database.js';
import type { Fact, Receipt } from '../write/fact.js';
import type { Probed } from './probe-endpoint.js';
import { keepProbing, Prober, type ProberParts } from './prober.js';

/** So many deployments, all HEALTHY so far. */
function catalog(count: number) {
  const facts: Fact[] = [];
  const told: unknown[] = [];
  const rows = Array.from({ length: count }, (_, key) => ({
    id: `deployment:prod/${key}`,
    key,
    kind: 'DEPLOYMENT',
    lastPosition: 1,
    url: `https://${key}.example.org/score`,
    healthPath: '/health?deep=1',
    serving: '[]',
    status: 'HEALTHY' satisfies DeploymentState,
    probedState: 'HEALTHY' satisfies DeploymentState,
  }));
  const database = {
    read: async (_: string, { p }: { p: { after: number; limit: number } }) =>
      rows
        .filter(({ key }) => key > p.after)
        .slice(0, p.limit)
        .map((row) => ({ row })),
  } as unknown as Database;
  const submit = async (fact: Fact): Promise<Receipt> => {
    facts.push(fact);
    return { outcome: 'APPLIED', position: 1, problems: [] };
  };
  const log = { warn: (...said: unknown[]) => void told.push(said) } as unknown as Log;
  const prober = (probe: (url: URL) => Promise<Probed>): ProberParts => ({ database, submit, log, trusting: false, probe });
  return { facts, told, prober };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('all are asked, some at once, and what has changed is told', async () => {
  const { facts, prober } = catalog(450);
  const asked = new Set<string>();
  let [now, most] = [0, 0];
  const probe = async ({ href }: URL): Promise<Probed> => {
    most = Math.max(most, ++now);
    asked.add(href);
    await pause(1);
    now--;
    return href === 'https://7.example.org/health?deep=1' ? { state: 'DOWN', message: 'No answer.' } : { state: 'HEALTHY', message: null };
  };
  await new Prober(prober(probe)).turn();
  expect(asked.size).toBe(450);
  expect(most).toBe(16);
  expect(facts).toMatchObject([
    {
      producer: 'vinci',
      claims: [{ id: 'deployment:prod/7', attributes: { probed: { state: 'DOWN', message: 'No answer.' } } }],
    },
  ]);
});

test('of what may not be asked nothing is said, but in the log, once', async () => {
  const { facts, told, prober } = catalog(1);
  const of = new Prober(prober(async () => ({ state: null, message: 'Not asked.' })));
  await of.turn();
  await of.turn();
  expect(facts).toEqual([]);
  expect(told).toEqual([['An endpoint is not probed', { deployment: 'deployment:prod/0', reason: 'Not asked.' }]]);
});

test('turns follow each other until they are ended, and what is under way then is not told', async () => {
  const { facts, prober } = catalog(1);
  let [now, most, turns] = [0, 0, 0];
  const probe = async (): Promise<Probed> => {
    most = Math.max(most, ++now);
    turns++;
    await pause(30);
    now--;
    return { state: 'DOWN', message: null };
  };
  const end = keepProbing(prober(probe), 0.01);
  while (turns < 3) await pause(5);
  const before = facts.length;
  await end();
  expect(most).toBe(1);
  expect(facts.length).toBe(before);
  await pause(50);
  expect(turns).toBe(3);
});
