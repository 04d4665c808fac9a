import type { ChangeFilter } from '../catalog/change/change.js';
import type { RunStatusWanted } from '../catalog/run/run-status.feed.js';
import type { Time } from '../catalog/time.js';
import type { Problem } from '../write/fact.js';

/** FAILING: the last try failed, and it is tried again. STOPPED: by Vinci, because whose it is may not have it any longer, or the receiver wants no more. */
export const WEBHOOK_STATES = ['ACTIVE', 'FAILING', 'PAUSED', 'STOPPED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** PENDING: not tried yet. RETRYING: it failed, and is tried again. DEAD: it failed for 24 hours. */
export const DELIVERY_STATES = ['PENDING', 'RETRYING', 'DEAD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a webhook tells: one of the two. */
export interface Wanted {
  readonly changes?: ChangeFilter | null;
  readonly runStatus?: RunStatusWanted | null;
}

/** A webhook as everybody may see it who may see it at all: without its secrets. */
export interface Webhook extends Wanted {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly state: WebhookState;
  /** Why it was stopped. */
  readonly stateReason?: string;
  /** Everything up to here has been delivered, does not concern it, or is listed as dead. */
  readonly position: number;
  /** How many positions the log is ahead of it. */
  readonly lag: number;
  readonly createdAt: Time;
  /** The name of whose it is. */
  readonly owner: string;
  readonly lastSuccessAt?: Time;
  readonly lastFailureAt?: Time;
  readonly lastError?: string;
  /** How many deliveries are dead. */
  readonly deadCount: number;
}

/** Changes of one webhook that go out in one request: what its filter lets through after one position, up to another. */
export interface Delivery {
  /** The header webhook-id, the same each time it is tried. */
  readonly id: string;
  readonly webhook: string;
  readonly after: number;
  readonly to: number;
  readonly state: DeliveryState;
  /** Since it was made, or replayed. */
  readonly attempts: number;
  /** Of the last answer, if there was one. */
  readonly status?: number;
  readonly error?: string;
  readonly createdAt: Time;
  readonly lastAt?: Time;
  /** Absent when it is dead. */
  readonly nextAt?: Time;
}

const MOST_NAME = 100;
const MOST_URL = 2_000;
export const MOST_IDS = 1_000;
/** In one database. */
export const MOST_WEBHOOKS = 1_000;

/** What can be said of a webhook without asking anybody; undefined: it is fine. `isPrivate`: http and private networks are allowed. */
export function faultOf(
  { name, url, changes, runStatus }: { name?: string | null; url?: string | null } & Wanted,
  isPrivate: boolean,
): Problem | undefined {
  if (typeof name === 'string' && (name.trim() === '' || name.length > MOST_NAME || /[\p{Cc}\p{Cf}]/u.test(name)))
    return {
      rule: 'webhook.name',
      path: ['name'],
      message: `The name must have 1 to ${MOST_NAME} characters, none of them control characters.`,
    };
  if (changes && runStatus)
    return { rule: 'webhook.filter', path: ['changes'], message: 'A webhook tells changes or states of runs: say one of the two.' };
  if ((changes?.ids?.length ?? 0) > MOST_IDS)
    return {
      rule: 'webhook.filter',
      path: ['changes', 'ids'],
      message: `ids holds ${changes?.ids?.length}; at most ${MOST_IDS} are allowed.`,
      remedy: 'Name kinds instead, or make another webhook.',
    };
  return typeof url === 'string' ? urlFaultOf(url, isPrivate) : undefined;
}

function urlFaultOf(text: string, isPrivate: boolean): Problem | undefined {
  const problem = (message: string, remedy?: string): Problem => ({
    rule: 'webhook.url',
    path: ['url'],
    message,
    ...(remedy && { remedy }),
  });
  if (text.length > MOST_URL) return problem(`The url has ${text.length} characters; at most ${MOST_URL} are allowed.`);
  if (!URL.canParse(text)) return problem('The url is none.', 'It looks like https://host.example.org/path.');
  const { password, protocol, username } = new URL(text);
  if (username || password)
    return problem('The url holds a name or a password.', 'Leave them out: the receiver knows us by the signature.');
  if (protocol === 'https:' || (isPrivate && protocol === 'http:')) return undefined;
  return problem(
    `The url begins with ${protocol}, and must begin with https:.`,
    protocol === 'http:' ? 'VINCI_WEBHOOKS_PRIVATE=on allows http: too.' : undefined,
  );
}
