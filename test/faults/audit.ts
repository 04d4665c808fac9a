import { verifyLog } from '../../src/audit/verify-log.js';
import { runId } from '../../src/catalog/id.js';
import { type Connection, connect } from '../../src/neo4j/driver.js';
import { readFacts } from '../../src/write/log.js';
import { RunsByIdDocument } from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import type { VinciProcess } from '../support/vinci-process.js';
import { compareLedger } from './ledger.js';
import { DATASETS, JOBS, NAMESPACE, portsOf } from './traffic.js';

const EDGES = `MATCH (a:Entity)-[r:FEEDS|PRODUCES]->(b:Entity) RETURN type(r) AS kind, a.name AS from, b.name AS to`;
const NODES = 'RETURN COUNT { (:Job) } AS jobs, COUNT { (:Dataset) } AS datasets, COUNT { (:Column) } AS columns, COUNT { (:Run) } AS runs';
const PAGE = 100;

/** Everything that must hold after whatever was done to the server; a sentence for each thing that does not. */
export async function audit(acknowledged: ReadonlySet<string>, vinci: VinciProcess, connection: Connection): Promise<string[]> {
  const database = await connect(connection);
  try {
    const logged: string[] = [];
    // Besides the events there is what the server says itself: the stock stages.
    for await (const { raw } of readFacts(database)) {
      const { run } = raw as { run?: { runId: string } };
      if (run) logged.push(run.runId);
    }
    const edges = await database.read<{ kind: string; from: string; to: string }>(EDGES);
    const [nodes] = await database.read<Record<string, number>>(NODES);
    return [
      ...(await verifyLog(database)).faults,
      ...compareLedger(acknowledged, logged),
      ...differences(
        'edge',
        expectedEdges(),
        edges.map(({ kind, from, to }) => `${from} ${kind} ${to}`),
      ),
      ...differences(
        'count',
        Object.entries({ jobs: JOBS, datasets: DATASETS, columns: DATASETS, runs: acknowledged.size }).map(String),
        Object.entries(nodes!).map(String),
      ),
      ...(await missingRuns(acknowledged, vinci)),
    ];
  } finally {
    await database.close();
  }
}

function expectedEdges(): string[] {
  return Array.from({ length: JOBS }, (_, job) => job).flatMap((job) => {
    const { inputs, outputs } = portsOf(job);
    return [...inputs.map((name) => `${name} FEEDS j${job}`), ...outputs.map((name) => `j${job} PRODUCES ${name}`)];
  });
}

/** As lists, so that what is there twice shows. */
function differences(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  const lacking = expected.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...lacking.map((one) => `The ${what} ${one} is not there.`),
    ...left.map((one) => `The ${what} ${one} is there and should not be.`),
  ];
}

/** Asked through the front door: each acknowledged run, ended well. */
async function missingRuns(acknowledged: ReadonlySet<string>, vinci: VinciProcess): Promise<string[]> {
  const client = new HttpClient(vinci.url, vinci.token, 1);
  const faults: string[] = [];
  const runs = [...acknowledged];
  for (let i = 0; i < runs.length; i += PAGE) {
    const page = runs.slice(i, i + PAGE);
    const { nodes } = await client.query(RunsByIdDocument, { ids: page.map((run) => runId(NAMESPACE, run)) });
    for (const [index, run] of page.entries()) {
      const node = nodes[index];
      const isRight = node && 'externalId' in node && node.externalId === run && node.state === 'SUCCEEDED';
      if (!isRight) faults.push(`GraphQL answers for run ${run}: ${JSON.stringify(node ?? null)}`);
    }
  }
  client.close();
  return faults;
}
