import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../bench/drive.js';
import { HttpClient } from '../support/http-client.js';

const PAUSE_MS = 10;
const CONNECTIONS = 2;

export interface Heard {
  /** Of each request. Milliseconds. */
  readonly latencies: readonly number[];
  readonly failed: number;
}

/** Somebody else who works with the server all the while, in a process of their own. */
export class Neighbour {
  readonly #child: ChildProcess;

  constructor(url: string, token: string, query: string) {
    this.#child = fork(import.meta.filename, [url, token, query], { execArgv: process.execArgv });
  }

  /** What they heard since they were asked last. */
  async heard(): Promise<Heard> {
    this.#child.send('heard');
    const [heard] = (await once(this.#child, 'message')) as [Heard];
    return heard;
  }

  stop(): void {
    this.#child.kill();
  }
}

/** Of too few it says nothing: NaN. */
export function p99Of(latencies: readonly number[]): number {
  return latencies.length < 20 ? Number.NaN : quantile(Float64Array.from(latencies).sort(), 0.99);
}

async function work([url, token, query]: readonly string[]): Promise<void> {
  const client = new HttpClient(url!, token!, CONNECTIONS);
  let latencies: number[] = [];
  let failed = 0;
  process.on('message', () => {
    process.send?.({ latencies, failed });
    latencies = [];
    failed = 0;
  });
  process.on('disconnect', () => process.exit());
  const ask = async (): Promise<never> => {
    for (;;) {
      const began = performance.now();
      await client.query(query!).catch(() => {
        failed += 1;
      });
      latencies.push(performance.now() - began);
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
}

if (process.argv[1] === import.meta.filename) await work(process.argv.slice(2));
