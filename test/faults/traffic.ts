import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient } from '../support/http-client.js';

export const NAMESPACE = 'faults';
/** All workers write to the same few jobs and datasets, so that they meet. */
export const JOBS = 12;
export const DATASETS = 15;
const CONNECTIONS = 8;
const RETRY_MS = 200;
const FIRST_EVENT = Date.UTC(2026, 0, 1);

/** What job n reads and writes, always: whatever happens, these edges and no others must be there in the end. */
export function portsOf(job: number): { inputs: string[]; outputs: string[] } {
  return { inputs: [`d${job % DATASETS}`, `d${(job + 1) % DATASETS}`], outputs: [`d${(job + 3) % DATASETS}`] };
}

/**
 * Distinct events, each sent until it is acknowledged, over eight connections spread over the given servers. A server that
 * is away, says 503 or breaks off is tried again with the same event; any other answer is a fault.
 */
export class Traffic {
  readonly acknowledged = new Set<string>();
  readonly faults: string[] = [];
  /** How often an event had to be sent again. */
  retries = 0;
  #running = true;
  #abandoned = false;
  #sent = 0;
  readonly #clients: HttpClient[];
  readonly #workers: Promise<void>[];

  constructor(urls: readonly string[], token: string) {
    this.#clients = urls.map((url) => new HttpClient(url, token, CONNECTIONS));
    this.#workers = Array.from({ length: CONNECTIONS }, (_, i) => this.#work(this.#clients[i % urls.length]!));
  }

  /** Resolves when so many more have been acknowledged. Throws when that takes longer than two minutes. */
  async progress(events: number): Promise<void> {
    const goal = this.acknowledged.size + events;
    const end = Date.now() + 120_000;
    while (this.acknowledged.size < goal) {
      if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
      if (Date.now() > end) throw new Error(`Nothing goes on: ${this.acknowledged.size} acknowledged, ${this.retries} retries.`);
      await sleep(50);
    }
  }

  /** Resolves when all that was sent has been acknowledged. */
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#workers);
    for (const client of this.#clients) client.close();
  }

  /** Gives up what was not acknowledged: after a failure. */
  abandon(): void {
    this.#running = false;
    this.#abandoned = true;
    for (const client of this.#clients) client.close();
  }

  async #work(client: HttpClient): Promise<void> {
    while (this.#running && this.faults.length === 0) {
      const run = randomUUID();
      const body = eventOf(run, this.#sent++);
      while (!(await this.#isAcknowledged(client, body))) {
        if (this.#abandoned || this.faults.length > 0) return;
        this.retries++;
        await sleep(RETRY_MS);
      }
      this.acknowledged.add(run);
    }
  }

  async #isAcknowledged(client: HttpClient, body: Buffer): Promise<boolean> {
    try {
      const answer = await client.post('/api/v1/lineage', body, 60_000);
      if (answer.status === 201) return true;
      if (answer.status !== 503) this.faults.push(`Answered with ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
    } catch {
      // The connection broke: the event may be committed or not.
    }
    return false;
  }
}

function eventOf(runId: string, number: number): Buffer {
  const job = number % JOBS;
  const { inputs, outputs } = portsOf(job);
  const dataset = (name: string): object => ({
    namespace: NAMESPACE,
    name,
    facets: {
      schema: {
        _producer: 'https://example.org/faults',
        _schemaURL: 'https://openlineage.io/spec/facets/1-1-1/SchemaDatasetFacet.json',
        fields: [{ name: 'id', type: 'BIGINT' }],
      },
    },
  });
  const event = {
    eventType: 'COMPLETE',
    eventTime: new Date(FIRST_EVENT + number).toISOString(),
    producer: 'https://example.org/faults',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId },
    job: { namespace: NAMESPACE, name: `j${job}` },
    inputs: inputs.map(dataset),
    outputs: outputs.map(dataset),
  };
  return Buffer.from(JSON.stringify(event));
}
