import { type DeploymentRow, isNews, probedFact } from '../catalog/deployment/deployment.js';
import { findProbed } from '../catalog/deployment/deployment.repository.js';
import { timeOf } from '../catalog/time.js';
import type { Log } from '../log.js';
import type { Database } from '../neo4j/database.js';
import { type RequestOptions, TRUSTING, WARY } from '../outbound/send-request.js';
import type { Submit } from '../write/fact.js';
import { type Probed, probeEndpoint } from './probe-endpoint.js';

export interface ProberParts {
  readonly database: Database;
  readonly submit: Submit;
  readonly log: Log;
  /** Also in private networks, and on to where endpoints redirect. */
  readonly trusting: boolean;
  readonly probe?: (url: URL, options: RequestOptions) => Promise<Probed>;
}

const AT_ONCE = 16;
const PAGE = 200;
const TIMEOUT_MS = 5_000;

/** Asks endpoints how they are, and tells the catalog where that has changed. */
export class Prober {
  /** What could not be asked, and why: told once. */
  readonly #told = new Map<string, string>();

  constructor(private readonly parts: ProberParts) {}

  /** All that have an address, some at once. */
  async turn(signal?: AbortSignal): Promise<void> {
    for (let after = -1; !signal?.aborted; ) {
      const deployments = await findProbed(this.parts.database, after, PAGE);
      const waiting = [...deployments];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next && !signal?.aborted; next = waiting.shift()) await this.#ask(next, signal);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      if (deployments.length < PAGE) return;
      after = deployments.at(-1)!.key;
    }
  }

  async #ask(deployment: DeploymentRow, signal: AbortSignal | undefined): Promise<void> {
    const { log, probe = probeEndpoint, submit, trusting } = this.parts;
    const { id } = deployment;
    // Of what is deployed meanwhile it says nothing.
    const at = timeOf(Date.now());
    const { message, state } = await probe(healthOf(deployment), {
      ...(trusting ? TRUSTING : WARY),
      timeoutMs: TIMEOUT_MS,
      ...(signal && { signal }),
    });
    if (signal?.aborted) return;
    if (state === null && this.#told.get(id) !== message) log.warn('An endpoint is not probed', { deployment: id, reason: message });
    if (state === null) this.#told.set(id, message ?? '');
    else this.#told.delete(id);
    if (state !== null && isNews(deployment, state)) await submit(probedFact(id, { state, message, at }));
  }
}

/** On the host of the endpoint, whatever the path says. */
function healthOf({ healthPath, url }: DeploymentRow): URL {
  const endpoint = new URL(url!);
  const health = new URL(healthPath ?? '', endpoint);
  return health.origin === endpoint.origin ? health : endpoint;
}

/** A turn every so many seconds, one after the other. Returns what ends it. */
export function keepProbing(parts: ProberParts, seconds: number): () => Promise<void> {
  const prober = new Prober(parts);
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    // While the database is away there is nothing to do; the next turn tries again.
    running ??= prober
      .turn(ending.signal)
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  }, seconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await running;
  };
}
