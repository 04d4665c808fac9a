import type { Database } from '../neo4j/database.js';
import type { Sight } from './sight.js';

/** The catalog as whoever asks sees it; `sight` null: all of it. */
export interface Seen {
  readonly database: Database;
  readonly sight: Sight | null;
}

/** Those of which the ids are seen. */
export async function seenAmong<Row>(sight: Sight | null, rows: readonly Row[], idOf: (row: Row) => string): Promise<readonly Row[]> {
  const hidden = sight && (await sight.hiddenAmong(rows.map(idOf)));
  return hidden?.size ? rows.filter((row) => !hidden.has(idOf(row))) : rows;
}
