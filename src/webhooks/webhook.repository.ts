import { z } from 'zod';
import type { Time } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import { DELIVERY_STATES, type Delivery, MOST_WEBHOOKS, type Wanted, type Webhook } from './webhook.js';

/**
 * Webhooks in Neo4j: `(:Webhook)-[:DELIVERS]->(:WebhookDelivery)`; docs/graph.md says what they hold. These are the statements of those who ask
 * and command; those of the server that delivers are in delivering.repository.ts.
 */

/** Not `null` but absent, as the types say. */
export const optional = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);

export const wantedText = z.string().transform((text) => JSON.parse(text) as Wanted);

const webhookRow = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    state: z.enum(['ACTIVE', 'PAUSED', 'STOPPED']),
    isFailing: z.boolean(),
    stateReason: optional(z.string()),
    position: z.number(),
    lag: z.number(),
    createdAt: z.string(),
    owner: z.string(),
    wanted: wantedText,
    lastSuccessAt: optional(z.string()),
    lastFailureAt: optional(z.string()),
    lastError: optional(z.string()),
    deadCount: z.number(),
  })
  .transform(
    ({ isFailing, state, wanted, ...rest }): Webhook => ({
      ...rest,
      ...wanted,
      state: state === 'ACTIVE' && isFailing ? 'FAILING' : state,
    }),
  );

export const deliveryRow = z.object({
  id: z.string(),
  webhook: z.string(),
  after: z.number(),
  to: z.number(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  status: optional(z.number()),
  error: optional(z.string()),
  createdAt: z.string(),
  lastAt: optional(z.string()),
  nextAt: optional(z.string()),
});

/** Whoever changes a webhook takes its node first, and looks at it anew: it may have waited for another. */
export const LOCK = `
MATCH (locked:Webhook {id: $p.id})
SET locked.lockedAt = timestamp()
WITH locked.id AS id`;

// The secrets stay in the database: no statement for those who ask returns them. Of a webhook that waits for nothing the position is that of the log.
const SHOWN = `
w {.id, .name, .url, .state, .isFailing, .stateReason, .position, .createdAt, .owner, .wanted, .lastSuccessAt, .lastFailureAt, .lastError,
  lag: log.position - w.position,
  deadCount: COUNT { (w)-[:DELIVERS]->(:WebhookDelivery {state: 'DEAD'}) }} AS webhook`;

const HEAD = "MATCH (log:Log {name: 'log'})";

// Webhooks are few: sorting all of them is cheaper than an index.
const PAGE = `
${HEAD}
MATCH (w:Webhook)
WHERE ($p.owner IS NULL OR w.owner = $p.owner) AND ($p.ids IS NULL OR w.id IN $p.ids)
  AND ($p.createdAt IS NULL OR w.createdAt < $p.createdAt OR (w.createdAt = $p.createdAt AND w.id > $p.after))
WITH log, w ORDER BY w.createdAt DESC, w.id LIMIT toInteger($p.limit)
RETURN ${SHOWN}`;

const DELIVERIES = `
MATCH (w:Webhook)-[:DELIVERS]->(d:WebhookDelivery)
WHERE ($p.owner IS NULL OR w.owner = $p.owner) AND ($p.webhook IS NULL OR w.id = $p.webhook) AND ($p.states IS NULL OR d.state IN $p.states)
  AND ($p.createdAt IS NULL OR d.createdAt < $p.createdAt OR (d.createdAt = $p.createdAt AND d.id > $p.after))
RETURN d {.*, webhook: w.id} AS delivery ORDER BY d.createdAt DESC, d.id LIMIT toInteger($p.limit)`;

// The log's head is read with it: it tells what happens from now on.
const CREATE = `
${HEAD}
WITH log, COUNT { (:Webhook) } < $p.most AS hasRoom
OPTIONAL MATCH (former:Webhook {id: $p.webhook.id})
WITH log, hasRoom, former
FOREACH (_ IN CASE WHEN hasRoom OR former IS NOT NULL THEN [1] ELSE [] END |
  MERGE (made:Webhook {id: $p.webhook.id})
  ON CREATE SET made += $p.webhook, made.state = 'ACTIVE', made.isFailing = false, made.revision = 1,
    made.position = log.position, made.leaseUntil = 0)
WITH log
MATCH (w:Webhook {id: $p.webhook.id})
RETURN ${SHOWN}, w.secret = $p.webhook.secret AS added, w.inputHash AS inputHash`;

/** Whatever a command changes; a delivery that waits for its time is tried anew at once. */
const COMMANDED = `
MATCH (w:Webhook {id: id}) WHERE $p.owner IS NULL OR w.owner = $p.owner
SET w.revision = w.revision + 1
WITH w
CALL (w) {
  MATCH (w)-[:DELIVERS]->(open:WebhookDelivery) WHERE open.state <> 'DEAD'
  SET open.attempts = 0, open.firstAt = $p.now, open.nextAt = $p.now
}`;

// Where what it holds may be another: in its place comes one with an id of its own.
const FORGET_HEAD = `
CALL (w) {
  MATCH (w)-[:DELIVERS]->(head:WebhookDelivery {isHead: true}) WHERE $p.isAnother
  DETACH DELETE head
}`;

const RETURN_SHOWN = `WITH w ${HEAD} RETURN ${SHOWN}`;

const UPDATE = `${LOCK}${COMMANDED}${FORGET_HEAD}
SET w.name = coalesce($p.name, w.name), w.url = coalesce($p.url, w.url), w.wanted = coalesce($p.wanted, w.wanted)
${RETURN_SHOWN}`;

const PAUSE = `${LOCK}${COMMANDED}
SET w.state = 'PAUSED', w.stateReason = null
${RETURN_SHOWN}`;

// From now on it goes by the rights of whoever resumes it.
const RESUME = `${LOCK}${COMMANDED}
SET w.state = 'ACTIVE', w.stateReason = null, w.owner = $p.name, w.tokenId = $p.tokenId
${RETURN_SHOWN}`;

const ROTATE = `${LOCK}${COMMANDED}
SET w.formerSecret = w.secret, w.formerUntil = $p.formerUntil, w.secret = $p.secret
${RETURN_SHOWN}`;

const REPLAY = `${LOCK}${COMMANDED}${FORGET_HEAD}
SET w.position = toInteger($p.from)
${RETURN_SHOWN}`;

const REPLAY_DELIVERY = `
MATCH (of:Webhook)-[:DELIVERS]->(:WebhookDelivery {id: $p.delivery})
SET of.lockedAt = timestamp()
WITH of.id AS id
MATCH (w:Webhook {id: id})-[:DELIVERS]->(d:WebhookDelivery {id: $p.delivery}) WHERE $p.owner IS NULL OR w.owner = $p.owner
SET w.revision = w.revision + 1,
  d.state = CASE d.state WHEN 'DEAD' THEN 'PENDING' ELSE d.state END, d.attempts = 0, d.firstAt = $p.now, d.nextAt = $p.now
RETURN d {.*, webhook: w.id} AS delivery`;

const REMOVE = `${LOCK}
MATCH (w:Webhook {id: id}) WHERE $p.owner IS NULL OR w.owner = $p.owner
${HEAD}
WITH w, ${SHOWN}
CALL (w) {
  OPTIONAL MATCH (w)-[:DELIVERS]->(d:WebhookDelivery)
  DETACH DELETE d
}
DETACH DELETE w
RETURN webhook`;

/** Whose it must be; null: anybody's. */
export type OwnedBy = string | null;

/** Behind what a page begins. */
export interface Behind {
  readonly createdAt: Time;
  readonly id: string;
}

export interface NewWebhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly wanted: Wanted;
  readonly secret: string;
  readonly inputHash: string;
  readonly createdAt: Time;
  readonly owner: string;
  readonly tokenId: string | null;
}

export interface WebhookChange {
  readonly name?: string | null;
  readonly url?: string | null;
  readonly wanted?: Wanted;
}

export class WebhookRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(owner: OwnedBy, limit: number, behind?: Behind): Promise<Webhook[]> {
    return this.#shown(PAGE, 'read', { owner, ids: null, limit, ...behindOf(behind) });
  }

  async find(owner: OwnedBy, id: string): Promise<Webhook | undefined> {
    const [webhook] = await this.#shown(PAGE, 'read', { owner, ids: [id], limit: 1, ...behindOf() });
    return webhook;
  }

  /** Newest first; `webhook` null: of all. */
  async deliveries(
    owner: OwnedBy,
    { webhook, states }: { webhook: string | null; states: readonly string[] | null },
    limit: number,
    behind?: Behind,
  ): Promise<Delivery[]> {
    const p = { owner, webhook, states, limit, ...behindOf(behind) };
    const rows = await this.database.read<{ delivery: unknown }>(DELIVERIES, { p });
    return rows.map(({ delivery }) => deliveryRow.parse(delivery));
  }

  /** Not `added`: there is one with this id already, made from an input with this hash. Undefined: there are too many. */
  async create({ wanted, ...webhook }: NewWebhook): Promise<{ webhook: Webhook; added: boolean; inputHash: string } | undefined> {
    const [row] = await this.database.write<{ webhook: unknown; added: boolean; inputHash: string }>(CREATE, {
      p: { webhook: { ...webhook, wanted: JSON.stringify(wanted) }, most: MOST_WEBHOOKS },
    });
    return row && { ...row, webhook: webhookRow.parse(row.webhook) };
  }

  update(owner: OwnedBy, id: string, now: Time, { name, url, wanted }: WebhookChange): Promise<Webhook | undefined> {
    const p = { name: name ?? null, url: url ?? null, wanted: wanted ? JSON.stringify(wanted) : null, isAnother: wanted !== undefined };
    return this.#command(UPDATE, owner, id, now, p);
  }

  pause(owner: OwnedBy, id: string, now: Time): Promise<Webhook | undefined> {
    return this.#command(PAUSE, owner, id, now);
  }

  resume(owner: OwnedBy, id: string, now: Time, by: { name: string; tokenId: string | null }): Promise<Webhook | undefined> {
    return this.#command(RESUME, owner, id, now, by);
  }

  /** The secret until now signs too until `formerUntil`. */
  rotate(owner: OwnedBy, id: string, now: Time, secret: string, formerUntil: Time): Promise<Webhook | undefined> {
    return this.#command(ROTATE, owner, id, now, { secret, formerUntil });
  }

  replay(owner: OwnedBy, id: string, now: Time, from: number): Promise<Webhook | undefined> {
    return this.#command(REPLAY, owner, id, now, { from, isAnother: true });
  }

  async replayDelivery(owner: OwnedBy, delivery: string, now: Time): Promise<Delivery | undefined> {
    const [row] = await this.database.write<{ delivery: unknown }>(REPLAY_DELIVERY, { p: { owner, delivery, now } });
    return row && deliveryRow.parse(row.delivery);
  }

  /** What it was. */
  remove(owner: OwnedBy, id: string, now: Time): Promise<Webhook | undefined> {
    return this.#command(REMOVE, owner, id, now);
  }

  async #command(statement: string, owner: OwnedBy, id: string, now: Time, p: object = {}): Promise<Webhook | undefined> {
    const [webhook] = await this.#shown(statement, 'write', { ...p, owner, id, now });
    return webhook;
  }

  async #shown(statement: string, how: 'read' | 'write', p: object): Promise<Webhook[]> {
    const rows = await this.database[how]<{ webhook: unknown }>(statement, { p });
    return rows.map(({ webhook }) => webhookRow.parse(webhook));
  }
}

const behindOf = (behind?: Behind) => ({ createdAt: behind?.createdAt ?? null, after: behind?.id ?? null });
