import type { FeedHeartbeat } from './feed-reader.js';

/** What a subscription tells: something of the log, or how far the log was read. */
export type Told = { readonly position: number; readonly entityId: string } | FeedHeartbeat;

export const positionOf = (told: Told): number => ('heartbeat' in told ? told.heartbeat : told.position);

/** What a subscriber asked for, before anything of it is read: it can be begun several times, from several positions. */
export class Telling implements AsyncIterable<Told> {
  constructor(
    /** Where the subscriber wants to begin; null: now. */
    readonly after: number | null,
    /** Throws VinciError where the question is wrong. */
    readonly from: (after: number | null) => AsyncIterableIterator<Told> | Promise<AsyncIterableIterator<Told>>,
  ) {}

  async *[Symbol.asyncIterator](): AsyncIterator<Told> {
    yield* await this.from(this.after);
  }
}
