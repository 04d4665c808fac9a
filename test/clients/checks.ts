import type { HttpClient } from '../support/http-client.js';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const SHOP = 'postgres://clients.example:5432';

const JOB = `query ($namespace: String!, $name: String!) {
  job(namespace: $namespace, name: $name) {
    inputs(first: 5) { nodes { namespace name } }
    outputs(first: 5) { nodes { namespace name columns(first: 10) { nodes { name type derivedFrom(first: 10) { nodes { column { name dataset { name } } } } } } } }
    latestRun { state startedAt endedAt parent { job { name } } }
  }
}`;

const DATASET = `query ($namespace: String!, $name: String!) {
  dataset(namespace: $namespace, name: $name) {
    description
    owners { role owner { __typename ... on Entity { name } } }
    columns { nodes { name type } }
  }
}`;

const ALL_RUNS = `query ($after: String) {
  jobs(first: 100, after: $after) { nodes { namespace name latestRun { state } } pageInfo { hasNextPage endCursor } }
}`;

/** Whether what drive.py sent can be read back. */
export async function checkGraph(client: HttpClient, namespace: string, asyncRuns: number): Promise<Check[]> {
  const checks: Check[] = [];
  const expect = (name: string, actual: unknown, expected: unknown) => {
    const ok = JSON.stringify(actual) === JSON.stringify(expected);
    checks.push({ name, ok, detail: ok ? '' : `expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}` });
  };
  for (const name of ['gzip', 'plain', 'environment', 'batch_4'])
    expect(`job ${name}`, await client.query(JOB, { namespace, name }), { job: ranJob(namespace, name) });
  expect('job event', await client.query(JOB, { namespace, name: 'declared' }), {
    job: { ...ranJob(namespace, 'declared'), latestRun: null },
  });
  expect('dataset event', await client.query(DATASET, { namespace, name: 'described' }), {
    dataset: {
      description: 'Said by a client',
      owners: [{ role: 'STEWARD', owner: { __typename: 'Team', name: 'data' } }],
      columns: {
        nodes: [
          { name: 'a', type: 'int' },
          { name: 'b', type: 'text' },
        ],
      },
    },
  });
  expect('asynchronous runs', await succeededJobs(client, namespace, 'async_'), asyncRuns);
  for (const name of ['intruder', 'misshapen']) expect(`nothing of ${name}`, await client.query(JOB, { namespace, name }), { job: null });
  return checks;
}

function ranJob(namespace: string, name: string): object {
  const derivedFrom = { nodes: [{ column: { name: 'amount', dataset: { name: 'shop.orders' } } }] };
  const columns = { nodes: [{ name: 'total', type: 'numeric', derivedFrom }] };
  return {
    inputs: { nodes: [{ namespace: SHOP, name: 'shop.orders' }] },
    outputs: { nodes: [{ namespace: SHOP, name: `${namespace}.${name}`, columns }] },
    latestRun: {
      state: 'SUCCEEDED',
      // The batch holds COMPLETE events alone: nobody said when those runs began.
      startedAt: name.startsWith('batch') ? null : '2026-11-22T05:00:00.123456Z',
      endedAt: '2026-11-22T05:00:01Z',
      parent: { job: { name: `${name}_parent` } },
    },
  };
}

interface JobPage {
  readonly jobs: {
    readonly nodes: readonly { namespace: string; name: string; latestRun: { state: string } | null }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

async function succeededJobs(client: HttpClient, namespace: string, prefix: string): Promise<number> {
  const pattern = new RegExp(`^${prefix}\\d+$`);
  let found = 0;
  let after: string | null = null;
  do {
    const page: JobPage = await client.query<JobPage>(ALL_RUNS, { after });
    found += page.jobs.nodes.filter(
      (job) => job.namespace === namespace && pattern.test(job.name) && job.latestRun?.state === 'SUCCEEDED',
    ).length;
    after = page.jobs.pageInfo.hasNextPage ? page.jobs.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
