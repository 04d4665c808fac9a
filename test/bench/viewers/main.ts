/**
 * `npm run bench viewers`: what people ask most, asked by those who see everything, all but what carries one tag, or one part of the
 * catalog, in turns. Answers are checked as well: a wrong one fails the bench.
 */
import { parseArgs } from 'node:util';
import { datasetId, sourceId } from '../../../src/catalog/id.js';
import { DatasetsDocument, LineageDocument, SearchDocument, SuggestDocument } from '../../support/generated/operations.js';
import { HttpClient } from '../../support/http-client.js';
import { mutate } from '../../support/mutate.js';
import { issueTo } from '../../support/token.js';
import { arrayBodies, type Pass } from '../bodies.js';
import { withVinci } from '../databases.js';
import { drive, quantile } from '../drive.js';
import { hubs } from '../estate/closure.js';
import { type EstateJob, makeEstate, SIZES } from '../estate/estate.js';
import { machineLine } from '../machine.js';
import { PART, VIEWERS, type ViewerName, viewerInput, WHOLE } from './viewers.js';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { jobs: { type: 'string' }, smoke: { type: 'boolean', default: false } },
});
const jobs = Number(values.jobs ?? (values.smoke ? 50 : SIZES.M.jobs));
const ROUNDS = values.smoke ? 1 : 15;
/** Of the part that some see alone: its jobs. */
const PART_JOBS = values.smoke ? 20 : 500;
const TAGGED = values.smoke ? 10 : 100;

const estate = makeEstate(jobs, Math.min(SIZES.M.depth, jobs));
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
const faults: string[] = [];

const LIST = '{ datasets(first: 20) { nodes { id name } pageInfo { endCursor hasNextPage } } }';
const JOBS = '{ jobs(first: 20) { nodes { id name latestRun { state } outputs { nodes { name } } } } }';
const COLUMNS = '{ columns(first: 20) { nodes { id name dataset { name } } } }';

interface Question {
  readonly what: string;
  /** Gives what was named in the answer, where that is checked: ids. */
  ask(client: HttpClient): Promise<readonly string[]>;
  /** Who has something to hear; all, unless it is said. */
  readonly asked?: readonly ViewerName[];
}

const idsOf = ({ nodes }: { readonly nodes: readonly { readonly id: string }[] }): string[] => nodes.map(({ id }) => id);
const hub = datasetId(WHOLE.datasets, hubs(estate, 1)[0]!);
const QUESTIONS: readonly Question[] = [
  { what: '20 datasets', ask: async (client) => idsOf((await client.query<Ids<'datasets'>>(LIST)).datasets) },
  {
    what: '100 datasets with columns, owners, tags',
    ask: async (client) => idsOf((await client.query(DatasetsDocument, { first: 100 })).datasets),
  },
  {
    what: '20 jobs with last run and outputs',
    ask: async (client) => idsOf((await client.query<Ids<'jobs'>>(JOBS)).jobs),
    asked: ['everything', 'all but a tag', 'namespaces'],
  },
  { what: '20 columns with dataset', ask: async (client) => idsOf((await client.query<Ids<'columns'>>(COLUMNS)).columns) },
  {
    what: 'lineage of the largest hub',
    ask: async (client) => {
      const { lineage } = await client.query(LineageDocument, { id: hub, direction: 'DOWNSTREAM', depth: 10, first: 1000 });
      return lineage.nodes.map(({ entity }) => entity.id);
    },
    asked: ['everything', 'all but a tag'],
  },
  {
    what: 'search "customer"',
    ask: async (client) => (await client.query(SearchDocument, { query: 'customer', first: 20 })).search.edges.map(({ node }) => node.id),
  },
  {
    what: 'suggest "cust"',
    ask: async (client) => (await client.query(SuggestDocument, { text: 'cust', first: 10 })).suggest.map(({ entity }) => entity.id),
  },
];
type Ids<Name extends string> = Record<Name, { nodes: { id: string }[] }>;

async function fill(client: HttpClient, of: readonly EstateJob[], pass: Pass): Promise<void> {
  const { statuses } = await drive(client, { connections: 8, eventsPerRequest: 100, units: arrayBodies(of, pass, 100) });
  if (Object.keys(statuses).join() !== '201') faults.push(`Events were answered with ${JSON.stringify(statuses)}.`);
}

await withVinci(async ({ token, url }) => {
  const admin = new HttpClient(url, token, 8);
  say(`${jobs} jobs, and ${PART_JOBS} in another part ...`);
  await fill(admin, estate.jobs, 'elsewhere');
  await fill(admin, estate.jobs.slice(0, PART_JOBS), 'first');
  const clients = new Map<ViewerName, HttpClient>();
  for (const name of VIEWERS) clients.set(name, new HttpClient(url, await issueTo(url, token, viewerInput(name)), 1));
  const tagged = await prepare(admin);
  say('They ask ...');
  const rows: string[][] = [];
  for (const { what, ask, asked = VIEWERS } of QUESTIONS) {
    const times = new Map<ViewerName, number[]>(asked.map((name) => [name, []]));
    const failed = new Map<ViewerName, string>();
    for (let round = 0; round <= ROUNDS; round++)
      for (const name of asked) {
        const began = performance.now();
        try {
          const told = await ask(clients.get(name)!);
          const wrong = told.find((id) => !mayBeTold(name, id, tagged));
          if (wrong) failed.set(name, `is told of ${wrong}`);
          if (told.length === 0) failed.set(name, 'is told nothing');
        } catch (error) {
          failed.set(name, (error as Error).message.slice(0, 300));
        }
        if (round > 0) times.get(name)!.push(performance.now() - began);
      }
    for (const [name, message] of failed) faults.push(`${what}, ${name}: ${message}`);
    const medians = VIEWERS.map((name) =>
      times.has(name)
        ? quantile(
            times.get(name)!.sort((a, b) => a - b),
            0.5,
          )
        : undefined,
    );
    rows.push([what, ...medians.map((each, at) => cell(each, at === 0 ? undefined : medians[0]))]);
  }
  for (const each of [admin, ...clients.values()]) each.close();
  console.log(`\nnpm run bench viewers ${process.argv.slice(3).join(' ')}`.trimEnd());
  console.log(`${machineLine()}\nMilliseconds, medians of ${ROUNDS}; beside them, how many times what it takes who sees everything\n`);
  console.log([['what', ...VIEWERS], ['', ...VIEWERS].map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));
});
for (const fault of faults.slice(0, 20)) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong answers.`);
process.exitCode = faults.length > 0 ? 1 : 0;

function cell(milliseconds: number | undefined, everything: number | undefined): string {
  if (milliseconds === undefined) return '';
  return everything === undefined ? milliseconds.toFixed(1) : `${milliseconds.toFixed(1)} (${(milliseconds / everything).toFixed(1)})`;
}

/** A domain around the source of the part, and a tag that only a team sees; gives what carries it. */
async function prepare(admin: HttpClient): Promise<ReadonlySet<string>> {
  await mutate(admin, 'defineDomain', { name: 'part', description: 'A part of the estate.' });
  await mutate(admin, 'assignDomain', { id: sourceId(PART.datasets), domain: 'domain:default/part' });
  await mutate(admin, 'restrictTag', { tag: 'tag:default/restricted', visibleTo: ['team:default/risk'] });
  const tagged: string[] = [];
  for (const namespace of [WHOLE.datasets, PART.datasets]) {
    const query = 'query ($namespace: String!, $first: Int!) { datasets(filter: {namespace: $namespace}, first: $first) { nodes { id } } }';
    const { datasets } = await admin.query<Ids<'datasets'>>(query, { namespace, first: TAGGED / 5 });
    tagged.push(...idsOf(datasets).filter((id) => id !== hub));
  }
  for (const id of tagged) await mutate(admin, 'attachTag', { id, tag: 'tag:default/restricted' });
  return new Set(tagged);
}

function mayBeTold(name: ViewerName, id: string, tagged: ReadonlySet<string>): boolean {
  if (name === 'everything') return true;
  if (tagged.has(id.split('#')[0]!)) return false;
  return name === 'all but a tag' || [PART.datasets, PART.jobs].includes(id.split(/[:/]/)[1]!);
}
