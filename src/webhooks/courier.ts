import { randomUUID } from 'node:crypto';
import type { Semaphore } from 'async-mutex';
import { seenAmong } from '../access/seen.js';
import type { Sight } from '../access/sight.js';
import type { Viewer } from '../access/viewer.js';
import { changesFrom } from '../catalog/change/change.feed.js';
import { runStatuses } from '../catalog/run/run-status.feed.js';
import { millisOf, timeOf } from '../catalog/time.js';
import type { Feed } from '../events/feed.js';
import type { Log } from '../log.js';
import type { Database } from '../neo4j/database.js';
import { type Outcome, type Reach, sendRequest } from '../outbound/send-request.js';
import type { LoggedChange } from '../write/log.js';
import { nextTry } from './backoff.js';
import type { Claim, Delivering, DeliveringRepository, Due } from './delivering.repository.js';
import { type Gathered, gather } from './gather.js';
import { bodyOf, sizeOf } from './message.js';
import type { OwnerOf } from './owner.js';
import { signedHeaders } from './signature.js';

export interface CourierParts {
  readonly database: Database;
  readonly feed: Feed;
  readonly repository: DeliveringRepository;
  readonly ownerOf: OwnerOf;
  /** What somebody may hear of; null: everything. */
  readonly sightOf: (viewer: Viewer) => Promise<Sight | null>;
  readonly reach: Reach;
  readonly log: Log;
  /** By which it is known when to try again. Milliseconds since 1970. */
  readonly clock: () => number;
  /** How many may at once read, and tell, what has happened: that is held in memory for each. Who hears of what happens holds what all the others do. */
  readonly catchingUp: Semaphore;
  /** How many requests may be under way at once. */
  readonly sending: Semaphore;
}

const TIMEOUT_MS = 10_000;
/** Of what a receiver says that refuses. Bytes. */
const READ_OF_REFUSAL = 500;
const GONE = 410;

/** Delivers one webhook, in order: what is due, then what is new, as long as there is something to do or to wait for. */
export class Courier {
  #revision = 0;
  /** Everything up to here is of no interest. */
  #position = 0;
  #waiting = new AbortController();
  #isEnding = false;

  constructor(
    private readonly id: string,
    private readonly parts: CourierParts,
    /** Ends what is under way; whether it arrived is not known then, and it is sent again. */
    private readonly signal: AbortSignal,
  ) {}

  get claim(): Claim {
    return { id: this.id, revision: this.#revision, position: this.#position };
  }

  /** Has it look anew at what is to be done; a request that is under way is finished. */
  interrupt(): void {
    this.#waiting.abort();
  }

  /** Takes up nothing more. */
  end(): void {
    this.#isEnding = true;
    this.interrupt();
  }

  async run(): Promise<void> {
    while (!this.#isEnding && (await this.#step()));
  }

  /** Whether there may be more to do now. */
  async #step(): Promise<boolean> {
    this.#waiting = new AbortController();
    const { repository } = this.parts;
    const next = await repository.next(this.id, this.#now());
    if (!next) return false;
    const { due, isWaiting, webhook } = next;
    if (webhook.revision !== this.#revision) this.#position = 0;
    this.#revision = webhook.revision;
    if (!due && isWaiting) return false;
    const [, release] = await this.parts.catchingUp.acquire();
    try {
      return await (due
        ? this.#deliver(webhook, due, await this.#read(webhook, due.after, release, due.to))
        : this.#deliverNews(webhook, release));
    } finally {
      release();
    }
  }

  async #deliverNews(webhook: Delivering, caughtUp: () => void): Promise<boolean> {
    const after = Math.max(this.#position, webhook.position);
    const found = await this.#read(webhook, after, caughtUp);
    if (found.changes.length === 0 || this.#isEnding) return true;
    const planned = await this.parts.repository.plan(webhook, newDeliveryId(), after, found.to, this.#now());
    return planned ? this.#deliver(webhook, planned, found) : true;
  }

  #read({ wanted }: Delivering, after: number, caughtUp: () => void, upTo?: number): Promise<Gathered> {
    const { changes = {}, runStatus } = wanted;
    const source = runStatus ? runStatuses(this.parts, runStatus, after) : changesFrom(this.parts.feed, changes ?? {}, after);
    return gather(source, {
      sizeOf,
      signal: this.#waiting.signal,
      nothingUpTo: (position) => {
        caughtUp();
        this.#position = position;
      },
      ...(upTo !== undefined && { upTo }),
    });
  }

  async #deliver(webhook: Delivering, due: Due, { changes, to }: Gathered): Promise<boolean> {
    // Interrupted before any of it was read.
    if (to === 0 || this.#isEnding) return true;
    const { ownerOf, repository, sending, sightOf } = this.parts;
    const owner = await ownerOf(webhook);
    if ('reason' in owner) return this.#stop(webhook, owner.reason);
    const told = await seenAmong(await sightOf(owner), changes, ({ entityId }) => entityId);
    const outcome = told.length > 0 ? await sending.runExclusive(() => this.#send(webhook, due, to, told)) : NOTHING_TO_TELL;
    if (this.signal.aborted && 'failed' in outcome) return false;
    const fault = faultOf(outcome);
    if (fault) return this.#failed(webhook, due, fault);
    await repository.delivered(due, to, newDeliveryId(), this.#now());
    return true;
  }

  #send({ id, secrets, url, wanted }: Delivering, due: Due, to: number, told: readonly LoggedChange[]): Promise<Outcome> {
    const body = bodyOf(id, wanted, to, due.createdAt, told);
    const headers = { 'content-type': 'application/json', ...signedHeaders({ id: due.id, at: Date.now(), body }, secrets) };
    const { reach } = this.parts;
    return sendRequest(
      new URL(url),
      { method: 'POST', headers, body, readOfRefusal: READ_OF_REFUSAL },
      { ...reach, timeoutMs: TIMEOUT_MS, signal: this.signal },
    );
  }

  async #failed(webhook: Delivering, due: Due, fault: { status: number | null; error: string }): Promise<boolean> {
    const { clock, log, repository } = this.parts;
    const now = clock();
    const again = nextTry({ attempts: due.attempts + 1, firstAt: millisOf(due.firstAt) }, now);
    await repository.failed(due, fault, again === undefined ? null : timeOf(again), timeOf(now));
    if (again === undefined) log.warn('A delivery of a webhook is dead', { webhook: this.id, delivery: due.id, reason: fault.error });
    if (fault.status === GONE) return this.#stop(webhook, `The receiver answered ${GONE}: it wants no more.`);
    return true;
  }

  async #stop(webhook: Delivering, reason: string): Promise<false> {
    this.parts.log.warn('A webhook was stopped', { webhook: this.id, reason });
    await this.parts.repository.stop(webhook, reason);
    return false;
  }

  #now(): string {
    return timeOf(this.parts.clock());
  }
}

const NOTHING_TO_TELL: Outcome = { status: 204, isRedirect: false, text: '' };

const newDeliveryId = (): string => `msg_${randomUUID()}`;

function faultOf(outcome: Outcome): { status: number | null; error: string } | undefined {
  if ('refused' in outcome) return { status: null, error: `Not sent: ${outcome.refused}.` };
  if ('failed' in outcome) return { status: null, error: outcome.failed };
  const { isRedirect, status, text } = outcome;
  if (status >= 200 && status < 300) return undefined;
  const said = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return { status, error: `Answered ${status}${isRedirect ? ', a redirect, which is not followed' : ''}${said && `: ${said}`}` };
}
