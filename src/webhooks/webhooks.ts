import { createHash } from 'node:crypto';
import type { Viewer } from '../access/viewer.js';
import { headPosition } from '../catalog/entity/entity.repository.js';
import { withIds } from '../catalog/entity/filter-ids.js';
import type { PageRequest } from '../catalog/entity/page.js';
import { timeOf } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import { type Reach, refusalOf } from '../outbound/send-request.js';
import { EMPTY_KEY, keyReused, newId } from '../write/command.js';
import type { Outcome, Problem } from '../write/fact.js';
import { newSecret } from './signature.js';
import { type Delivery, type DeliveryState, faultOf, MOST_WEBHOOKS, type Wanted, type Webhook } from './webhook.js';
import { type OwnedBy, WebhookRepository } from './webhook.repository.js';

export interface NewWebhook extends Wanted {
  readonly name: string;
  readonly url: string;
  /** The same key and input again gives the same webhook again, without its secret: that is shown once. */
  readonly idempotencyKey?: string | null;
}

export interface ChangedWebhook extends Wanted {
  readonly id: string;
  readonly name?: string | null;
  readonly url?: string | null;
}

/** What became of a command. `position`: the head of the log; webhooks are not part of it. */
export interface WebhookAnswer {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly position: number;
  readonly webhook: Webhook | null;
  readonly delivery: Delivery | null;
  /** Once, when it is made. */
  readonly secret: string | null;
}

export interface WebhooksOptions {
  readonly database: Database;
  readonly reach: Reach;
  /** http: and private networks are allowed. */
  readonly isPrivate: boolean;
  /** Called after a command, so that it is followed at once. */
  changed(): void;
  readonly clock: () => number;
}

/** Both secrets sign for so long after one was replaced. */
const BOTH_SIGN_MS = 24 * 3_600_000;
const LOOK_UP_MS = 3_000;

/** What people do with webhooks. Who may is checked by those who call; each sees their own, administrators all. */
export class Webhooks {
  readonly #repository: WebhookRepository;

  constructor(private readonly options: WebhooksOptions) {
    this.#repository = new WebhookRepository(options.database);
  }

  /** Newest first; one more than `first` when there are more. */
  page(viewer: Viewer, { first, after }: PageRequest): Promise<Webhook[]> {
    return this.#repository.page(ownedBy(viewer), first + 1, behind(after));
  }

  async find(viewer: Viewer, id: string): Promise<Webhook | null> {
    return (await this.#repository.find(ownedBy(viewer), id)) ?? null;
  }

  /** Newest first; one more than `first` when there are more. `webhook` null: of all that the viewer sees. */
  deliveries(
    viewer: Viewer,
    of: { webhook: string | null; states: readonly DeliveryState[] | null },
    { first, after }: PageRequest,
  ): Promise<Delivery[]> {
    return this.#repository.deliveries(ownedBy(viewer), of, first + 1, behind(after));
  }

  /** Throws VinciError KEY_REUSED when the idempotency key came with another input before, BadInput when a filter names what cannot be. */
  async create(viewer: Viewer, { idempotencyKey, ...input }: NewWebhook): Promise<WebhookAnswer> {
    const problem = idempotencyKey === '' ? EMPTY_KEY : await this.#faultOf(input);
    if (problem) return this.#answer({ outcome: 'REFUSED', problems: [problem] });
    if (!input.changes && !input.runStatus) return this.#answer({ outcome: 'REFUSED', problems: [NO_FILTER] });
    const secret = newSecret();
    const made = await this.#repository.create({
      id: newId('webhook', idempotencyKey, viewer.name),
      name: input.name,
      url: input.url,
      wanted: wantedOf(input),
      secret,
      inputHash: hashOf(input),
      createdAt: this.#now(),
      owner: viewer.name,
      tokenId: viewer.tokenId ?? null,
    });
    if (!made) return this.#answer({ outcome: 'REFUSED', problems: [TOO_MANY] });
    const { added, inputHash, webhook } = made;
    if (added) return this.#changed({ webhook, secret });
    if (inputHash !== hashOf(input)) throw keyReused(idempotencyKey!);
    return this.#answer({ outcome: 'UNCHANGED', webhook, problems: [SHOWN_BEFORE] });
  }

  /** What is absent stays as it is. Throws BadInput when a filter names what cannot be. */
  async update(viewer: Viewer, input: ChangedWebhook): Promise<WebhookAnswer> {
    const problem = await this.#faultOf(input);
    if (problem) return this.#answer({ outcome: 'REFUSED', problems: [problem] });
    const { changes, id, name, runStatus, url } = input;
    const wanted = changes || runStatus ? { wanted: wantedOf(input) } : {};
    return this.#found(id, await this.#repository.update(ownedBy(viewer), id, this.#now(), { name, url, ...wanted }));
  }

  async pause(viewer: Viewer, id: string): Promise<WebhookAnswer> {
    return this.#found(id, await this.#repository.pause(ownedBy(viewer), id, this.#now()));
  }

  /** It goes by the rights of the viewer from then on. */
  async resume(viewer: Viewer, id: string): Promise<WebhookAnswer> {
    const by = { name: viewer.name, tokenId: viewer.tokenId ?? null };
    return this.#found(id, await this.#repository.resume(ownedBy(viewer), id, this.#now(), by));
  }

  async remove(viewer: Viewer, id: string): Promise<WebhookAnswer> {
    return this.#found(id, await this.#repository.remove(ownedBy(viewer), id, this.#now()));
  }

  async rotateSecret(viewer: Viewer, id: string): Promise<WebhookAnswer> {
    const secret = newSecret();
    const until = timeOf(this.options.clock() + BOTH_SIGN_MS);
    return this.#found(id, await this.#repository.rotate(ownedBy(viewer), id, this.#now(), secret, until), secret);
  }

  /** Everything after a position is delivered, again or for the first time; what lies between is passed over when the position is ahead. */
  async replay(viewer: Viewer, id: string, from: number): Promise<WebhookAnswer> {
    const head = await headPosition(this.options.database);
    if (from > head) return this.#answer({ outcome: 'REFUSED', problems: [ahead(from, head)] });
    return this.#found(id, await this.#repository.replay(ownedBy(viewer), id, this.#now(), from));
  }

  /** Out of turn and under the id that it had; one that is not dead yet is tried at once. */
  async replayDelivery(viewer: Viewer, id: string): Promise<WebhookAnswer> {
    const delivery = await this.#repository.replayDelivery(ownedBy(viewer), id, this.#now());
    if (!delivery) return this.#answer({ outcome: 'REFUSED', problems: [unknown('delivery', id, 'webhookDeliveries')] });
    return this.#changed({ delivery });
  }

  async #faultOf(input: Partial<Pick<ChangedWebhook, 'name' | 'url'>> & Wanted): Promise<Problem | undefined> {
    const { isPrivate, reach } = this.options;
    const fault = faultOf(input, isPrivate);
    if (fault || typeof input.url !== 'string') return fault;
    const refused = await refusalOf(new URL(input.url), { ...reach, timeoutMs: LOOK_UP_MS });
    if (!refused) return undefined;
    return { rule: 'webhook.url', path: ['url'], message: `Nothing is sent there: ${refused}.`, remedy: PRIVATE };
  }

  #found(id: string, webhook: Webhook | undefined, secret: string | null = null): Promise<WebhookAnswer> {
    if (!webhook) return this.#answer({ outcome: 'REFUSED', problems: [unknown('webhook', id, 'webhooks')] });
    return this.#changed({ webhook, secret });
  }

  #changed(answer: Partial<WebhookAnswer>): Promise<WebhookAnswer> {
    this.options.changed();
    return this.#answer({ outcome: 'APPLIED', ...answer });
  }

  async #answer(answer: Pick<WebhookAnswer, 'outcome'> & Partial<WebhookAnswer>): Promise<WebhookAnswer> {
    return { problems: [], webhook: null, delivery: null, secret: null, position: await headPosition(this.options.database), ...answer };
  }

  #now(): string {
    return timeOf(this.options.clock());
  }
}

const PRIVATE = 'VINCI_WEBHOOKS_PRIVATE=on allows private networks.';

const NO_FILTER: Problem = {
  rule: 'webhook.filter',
  path: ['changes'],
  message: 'It is not said what the webhook tells.',
  remedy: 'Say changes or runStatus; changes: {} is all of them.',
};

const TOO_MANY: Problem = {
  rule: 'webhook.too-many',
  path: [],
  message: `There are ${MOST_WEBHOOKS} webhooks, and there can be no more.`,
  remedy: 'Remove one that is not needed any longer.',
};

const SHOWN_BEFORE: Problem = {
  rule: 'webhook.secret-shown-once',
  path: ['idempotencyKey'],
  message: 'This webhook was made before; its secret was shown then and cannot be shown again.',
  remedy: 'rotateWebhookSecret gives another one.',
};

const ahead = (from: number, head: number): Problem => ({
  rule: 'webhook.position',
  path: ['from'],
  message: `The log is at position ${head}; ${from} is ahead of it.`,
});

const unknown = (what: string, id: string, query: string): Problem => ({
  rule: `webhook.unknown-${what}`,
  path: ['id'],
  message: `There is no ${what} of yours with the id "${id.slice(0, 100)}".`,
  remedy: `Take the id from the query ${query}.`,
});

const ownedBy = ({ name, role }: Viewer): OwnedBy => (role === 'ADMIN' ? null : name);

const behind = (after: PageRequest['after']) => (after ? { createdAt: String(after[0]), id: after[1] } : undefined);

/** One of the two, without what is absent, and with ids for plain names. */
function wantedOf({ changes, runStatus }: Wanted): Wanted {
  const given = <Filter extends object>(filter: Filter) =>
    Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
  return runStatus ? { runStatus: given(withIds({ ...runStatus })) } : { changes: given({ ...changes }) };
}

function hashOf(input: NewWebhook): string {
  return createHash('sha256')
    .update(JSON.stringify([input.name, input.url, wantedOf(input)]))
    .digest('base64url');
}
