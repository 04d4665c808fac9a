import { printTime } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import type { Json } from '../write/fact.js';
import { type BatchRow, batches, type PayloadText, unpack } from '../write/log.js';

export interface ListOptions {
  /** The first position of interest. */
  readonly from?: number;
  /** The name of whoever sent it, or the id of the token. */
  readonly by?: string;
  /** The id of an entity or a token. */
  readonly about?: string;
}

/** Who did what to what, and when: one line each, in the order of the log. */
export async function* listDeeds(database: Database, { from = 1, by, about }: ListOptions): AsyncGenerator<string> {
  for await (const row of batches(database, from - 1))
    for (const deed of deedsIn(row, await unpack(row)))
      if ((by === undefined || deed.by.includes(by)) && (about === undefined || deed.about.includes(about))) yield lineOf(deed);
}

interface Listed extends Pick<BatchRow, 'first' | 'last' | 'at'> {
  /** Name, and the id of the token; empty of batches of before principals were kept. */
  readonly by: readonly string[];
  /** As the batch has it: CREATED and so on; SAID where nothing came of it. */
  readonly what: string;
  /** The chief one first. */
  readonly about: readonly string[];
  readonly details?: Json;
}

function* deedsIn({ first, last, at }: BatchRow, { who = [], deeds = [], facts, changes, touched }: PayloadText): Generator<Listed> {
  const place = { first, last, at };
  for (const { by, ...deed } of deeds) yield { ...place, ...deed, by: names(by), about: [deed.about] };
  const changed = new Map(changes.map(([, change, id]) => [id, change]));
  for (const { sentBy, about = [] } of facts) {
    const ids = about.map((index) => touched[index] ?? '?');
    const what = ids.map((id) => changed.get(id)).find((change) => change !== undefined) ?? 'SAID';
    yield { ...place, by: names(sentBy === undefined ? undefined : who[sentBy]), what, about: ids };
  }
}

const names = (who: readonly (string | undefined)[] = []): string[] => who.filter((name) => name !== undefined);

function lineOf({ first, last, at, by, what, about, details }: Listed): string {
  const [name = '(not kept)', tokenId] = by;
  const [chief = '(not kept)', ...others] = about;
  return [
    printTime(at),
    first === last ? first : `${first}-${last}`,
    tokenId ? `${name} (${tokenId})` : name,
    what,
    chief,
    ...(others.length > 0 ? [`and ${others.length} more`] : []),
    ...(details === undefined ? [] : [JSON.stringify(details)]),
  ]
    .join('  ')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
