import type { LoggedChange } from '../../../src/write/log.js';
import type { VinciProcess } from '../../support/vinci-process.js';
import { ClientsProcess } from './clients-process.js';
import type { Heard, Wanted } from './messages.js';
import { maySee, type Rights } from './rights.js';

/** One subscriber: what its rights are, and the ids of its filter; null: everything. */
export interface Subscription {
  readonly rights: Rights;
  readonly ids: readonly string[] | null;
}

/** What one heard, and what it subscribed to. */
export type Reported = Heard & Subscription;

/** Subscribers in several processes, all of them connected. */
export class Crowd {
  private constructor(
    private readonly subscriptions: readonly Subscription[],
    private readonly clients: readonly ClientsProcess[],
  ) {}

  static async connect(
    { url }: VinciProcess,
    tokens: Readonly<Record<Rights, string>>,
    subscriptions: readonly Subscription[],
    processes: number,
  ): Promise<Crowd> {
    const wanted = subscriptions.map(({ ids, rights }, number): Wanted => ({ number, ids, token: tokens[rights] }));
    const shares = Array.from({ length: processes }, (_, i) => wanted.filter(({ number }) => number % processes === i));
    return new Crowd(subscriptions, await Promise.all(shares.map((share) => ClientsProcess.connect({ url, wanted: share }))));
  }

  get size(): number {
    return this.subscriptions.length;
  }

  /** Each with what it subscribed to. */
  async report(): Promise<readonly Reported[]> {
    const heard = (await Promise.all(this.clients.map((each) => each.report()))).flat();
    return heard.map((each) => ({ ...each, ...this.subscriptions[each.number]! }));
  }

  async end(): Promise<void> {
    await Promise.all(this.clients.map((each) => each.end()));
  }
}

/** Whether each was told exactly what the log has for its filter and its rights, in that order. */
export function faultsOf(heard: readonly Reported[], logged: readonly LoggedChange[]): string[] {
  const passing = (ids: readonly string[] | null, rights: Rights): number[] =>
    logged.filter(({ entityId }) => (ids === null || ids.includes(entityId)) && maySee(rights, entityId)).map(({ position }) => position);
  const expected = new Map<string, string>();
  const isWrong = ({ ids, positions, rights }: Reported): boolean => {
    const key = JSON.stringify([ids, rights]);
    if (!expected.has(key)) expected.set(key, passing(ids, rights).join());
    return positions.join() !== expected.get(key);
  };
  const wrong = heard.filter(isWrong);
  const ended = heard.filter((each) => each.ended !== null);
  const first = wrong[0];
  return [
    ...(first
      ? [
          `${wrong.length} were not told exactly what the log has for them; the first sees ${first.rights}, of ${first.ids ?? 'everything'}.`,
        ]
      : []),
    ...(ended.length === 0 ? [] : [`${ended.length} were ended: ${ended[0]!.ended}`]),
  ];
}
