import { z } from 'zod';
import type { Time } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import type { Delivery, Wanted } from './webhook.js';
import { deliveryRow, LOCK, optional, wantedText } from './webhook.repository.js';

/** How long a webhook stays with a server that says nothing more. By the database's clock, so that those of servers are of no account. */
export const LEASE_MS = 10_000;

/** What a server that delivers has to know of a webhook. */
export interface Delivering {
  readonly id: string;
  readonly url: string;
  readonly wanted: Wanted;
  readonly position: number;
  /** Changes with every command. */
  readonly revision: number;
  readonly owner: string;
  readonly tokenId?: string;
  /** Newest first. */
  readonly secrets: readonly string[];
}

/** One that this server has, or could have. */
export interface Claimable {
  readonly id: string;
  readonly revision: number;
  readonly isOurs: boolean;
  /** Milliseconds until it is anybody's. */
  readonly left: number;
  /** There is something to send, or to look for, now. */
  readonly isDue: boolean;
}

/** One to have, or to keep; `position`: how far there was nothing to tell of it, at that revision. */
export interface Claim {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
}

export interface Next {
  readonly webhook: Delivering;
  /** The delivery whose turn it is. */
  readonly due?: Due;
  /** A delivery that comes before all that is new waits for its time. */
  readonly isWaiting: boolean;
}

export type Due = Delivery & { readonly firstAt: Time };

const OURS_OR_FREE = "w.state = 'ACTIVE' AND (w.leaseBy = $p.server OR w.leaseUntil < timestamp())";

const CLAIMABLE = `
MATCH (w:Webhook) WHERE ${OURS_OR_FREE}
RETURN w.id AS id, w.revision AS revision, w.leaseBy = $p.server AND w.leaseUntil >= timestamp() AS isOurs, w.leaseUntil - timestamp() AS left,
  EXISTS { (w)-[:DELIVERS]->(d:WebhookDelivery) WHERE d.state <> 'DEAD' AND d.nextAt <= $p.now }
  OR NOT EXISTS { (w)-[:DELIVERS]->(:WebhookDelivery {isHead: true}) } AS isDue
ORDER BY id`;

// All are taken in the order of their ids, so that two servers do not wait for each other.
const CLAIM = `
UNWIND $p.claims AS claim
MATCH (locked:Webhook {id: claim.id})
SET locked.lockedAt = timestamp()
WITH claim
MATCH (w:Webhook {id: claim.id}) WHERE ${OURS_OR_FREE}
SET w.leaseBy = $p.server, w.leaseUntil = timestamp() + toInteger($p.lease),
  w.position = CASE
    WHEN w.revision = claim.revision AND w.position < claim.position AND NOT EXISTS { (w)-[:DELIVERS]->(:WebhookDelivery {isHead: true}) }
    THEN toInteger(claim.position) ELSE w.position END
RETURN w.id AS id`;

const RELEASE = `
MATCH (w:Webhook {leaseBy: $p.server})
SET w.leaseUntil = 0, w.leaseBy = null`;

const NEXT = `
MATCH (w:Webhook {id: $p.id}) WHERE w.state = 'ACTIVE' AND w.leaseBy = $p.server
CALL (w) {
  OPTIONAL MATCH (w)-[:DELIVERS]->(d:WebhookDelivery) WHERE d.state <> 'DEAD' AND d.nextAt <= $p.now
  RETURN d ORDER BY d.nextAt, d.id LIMIT 1
}
RETURN w {.id, .url, .wanted, .position, .revision, .owner, .tokenId,
    secrets: [w.secret] + CASE WHEN w.formerUntil > $p.now THEN [w.formerSecret] ELSE [] END} AS webhook,
  d {.*, webhook: w.id} AS due, EXISTS { (w)-[:DELIVERS]->(:WebhookDelivery {isHead: true}) } AS isWaiting`;

// Before it is sent: should nobody hear what became of it, it is sent again under the same id.
const PLAN = `${LOCK}
MATCH (w:Webhook {id: id})
WHERE w.state = 'ACTIVE' AND w.leaseBy = $p.server AND w.revision = $p.revision AND NOT EXISTS { (w)-[:DELIVERS]->(:WebhookDelivery {isHead: true}) }
CREATE (w)-[:DELIVERS]->(d:WebhookDelivery {id: $p.delivery, after: toInteger($p.after), to: toInteger($p.to), isHead: true, state: 'PENDING',
  attempts: 0, createdAt: $p.now, firstAt: $p.now, nextAt: $p.now})
RETURN d {.*, webhook: w.id} AS due`;

const DELIVERED = `${LOCK}
MATCH (w:Webhook {id: id})-[:DELIVERS]->(d:WebhookDelivery {id: $p.delivery})
SET w.lastSuccessAt = $p.now, w.isFailing = false, w.position = CASE WHEN d.isHead THEN toInteger($p.upTo) ELSE w.position END
FOREACH (_ IN CASE WHEN $p.upTo < d.to THEN [1] ELSE [] END |
  SET d.id = $p.rest, d.after = toInteger($p.upTo), d.state = 'PENDING', d.attempts = 0, d.firstAt = $p.now, d.nextAt = $p.now)
FOREACH (_ IN CASE WHEN $p.upTo < d.to THEN [] ELSE [1] END | DETACH DELETE d)`;

const FAILED = `${LOCK}
MATCH (w:Webhook {id: id})-[:DELIVERS]->(d:WebhookDelivery {id: $p.delivery})
SET w.lastFailureAt = $p.now, w.lastError = $p.error, w.isFailing = true,
  w.position = CASE WHEN d.isHead AND $p.nextAt IS NULL THEN d.to ELSE w.position END,
  d.attempts = d.attempts + 1, d.status = toInteger($p.status), d.error = $p.error, d.lastAt = $p.now, d.nextAt = $p.nextAt,
  d.state = CASE WHEN $p.nextAt IS NULL THEN 'DEAD' ELSE 'RETRYING' END,
  d.isHead = d.isHead AND $p.nextAt IS NOT NULL`;

const STOP = `${LOCK}
MATCH (w:Webhook {id: id}) WHERE w.revision = $p.revision AND w.state = 'ACTIVE'
SET w.state = 'STOPPED', w.stateReason = $p.reason, w.revision = w.revision + 1`;

const delivering = z.object({
  id: z.string(),
  url: z.string(),
  wanted: wantedText,
  position: z.number(),
  revision: z.number(),
  owner: z.string(),
  tokenId: optional(z.string()),
  secrets: z.array(z.string()),
});
const dueRow = deliveryRow.extend({ firstAt: z.string() });

/** What one server writes that delivers. `server`: a name that no other has. */
export class DeliveringRepository {
  constructor(
    private readonly database: Database,
    private readonly server: string,
  ) {}

  claimable(now: Time): Promise<Claimable[]> {
    return this.database.read<Claimable>(CLAIMABLE, { p: { server: this.server, now } });
  }

  /** Which of them this server has now, for as long as LEASE_MS. */
  async claim(claims: readonly Claim[]): Promise<Set<string>> {
    const p = { server: this.server, claims, lease: LEASE_MS };
    return new Set((await this.database.write<{ id: string }>(CLAIM, { p })).map(({ id }) => id));
  }

  /** So that others need not wait until it is known that this server is gone. */
  async release(): Promise<void> {
    await this.database.write(RELEASE, { p: { server: this.server } });
  }

  /** Undefined: this server has nothing to do with it any longer. */
  async next(id: string, now: Time): Promise<Next | undefined> {
    const p = { server: this.server, id, now };
    const [row] = await this.database.read<{ webhook: unknown; due: unknown; isWaiting: boolean }>(NEXT, { p });
    if (!row) return undefined;
    const { due, isWaiting, webhook } = row;
    return { webhook: delivering.parse(webhook), isWaiting, ...(due ? { due: dueRow.parse(due) } : {}) };
  }

  /** Undefined: something else was commanded meanwhile, or another server has it. */
  async plan({ id, revision }: Delivering, delivery: string, after: number, to: number, now: Time): Promise<Due | undefined> {
    const p = { server: this.server, id, revision, delivery, after, to, now };
    const [row] = await this.database.write<{ due: unknown }>(PLAN, { p });
    return row && dueRow.parse(row.due);
  }

  /** `upTo`: what was delivered; what is behind it in this delivery goes on under the id `rest`. */
  async delivered({ webhook, id }: Due, upTo: number, rest: string, now: Time): Promise<void> {
    await this.database.write(DELIVERED, { p: { id: webhook, delivery: id, upTo, rest, now } });
  }

  /** `nextAt` null: it is dead. */
  async failed({ webhook, id }: Due, fault: { status: number | null; error: string }, nextAt: Time | null, now: Time): Promise<void> {
    await this.database.write(FAILED, { p: { id: webhook, delivery: id, ...fault, nextAt, now } });
  }

  async stop({ id, revision }: Delivering, reason: string): Promise<void> {
    await this.database.write(STOP, { p: { id, revision, reason } });
  }
}
