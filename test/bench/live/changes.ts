import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient } from '../../support/http-client.js';

export const JOBS = 100;
export const jobId = (number: number): string => `job:bench-live/j${number % JOBS}`;
const EVERY_MS = 50;

/** Writes so many changes a second, one of one job after the other, for so long: job events with other documentation each. */
export async function writeChanges(url: string, token: string, perSecond: number, seconds: number): Promise<number> {
  const client = new HttpClient(url, token, 4);
  const began = Date.now();
  let written = 0;
  while (Date.now() - began < seconds * 1_000) {
    const due = Math.floor(((Date.now() - began) * perSecond) / 1_000);
    if (due > written) {
      await write(client, written, due);
      written = due;
    }
    await sleep(EVERY_MS);
  }
  client.close();
  return written;
}

/** So that all jobs are there. */
export async function writeJobs(url: string, token: string): Promise<void> {
  const client = new HttpClient(url, token, 1);
  await write(client, 0, JOBS);
  client.close();
}

async function write(client: HttpClient, from: number, to: number): Promise<void> {
  const events = Array.from({ length: to - from }, (_, at) => eventOf(from + at));
  const { body, status } = await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(events)));
  if (status !== 201) throw new Error(`Events were answered with ${status}: ${body.toString().slice(0, 300)}`);
}

function eventOf(number: number): object {
  const now = Date.now();
  return {
    eventTime: new Date(now).toISOString(),
    producer: 'https://example.org/bench-live',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent',
    job: {
      namespace: 'bench-live',
      name: `j${number % JOBS}`,
      facets: {
        documentation: {
          _producer: 'https://example.org/bench-live',
          _schemaURL: 'https://openlineage.io/spec/facets/1-0-1/DocumentationJobFacet.json#/$defs/DocumentationJobFacet',
          description: `Said at ${now} as number ${number}.`,
        },
      },
    },
  };
}
