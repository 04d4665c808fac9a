import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw } from 'node:zlib';
import type { RunState } from '../catalog/attributes.js';
import type { Time } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import type { Json, Principal } from './fact.js';

/**
 * The change log: one totally ordered list of what changed, of the facts that did it and of who sent them, and of what was done to
 * rights; kept as one node per committed batch. Each batch carries the hash of the one before, so that a missing or altered one shows.
 */
export type ChangeKind = 'CREATED' | 'UPDATED' | 'REMOVED' | 'RESTORED' | 'RELINKED';

export interface LoggedChange {
  readonly position: number;
  readonly at: Time;
  /** RELINKED: its lineage edges changed, it did not. */
  readonly change: ChangeKind;
  readonly entityId: string;
  readonly by: string;
  /** Of a run of which something was heard. */
  readonly run?: RunMove;
  /** Edges between entities were opened or closed by what was said of it, or datasets became one: ids of what is at the ends, without itself. */
  readonly ends?: readonly string[];
  /** A dataset got, lost or changed columns; a column has another type. */
  readonly reshaped?: true;
}

/** The state of a run, and before. `previous`: null: nothing had been heard of it. `job`: an id. */
export interface RunMove {
  readonly state: RunState;
  readonly previous: RunState | null;
  readonly job: string | null;
}

export interface LoggedFact {
  readonly hash: string;
  /** Last position of the batch that it came in with. */
  readonly position: number;
  readonly at: Time;
  readonly raw: Json;
}

/** What was done that is no fact about the catalog: a change of rights. It takes a position of its own. */
export interface Deed {
  readonly by: Principal;
  /** In the past tense: `TOKEN_ISSUED`. */
  readonly what: string;
  /** An id. */
  readonly about: string;
  /** No secrets. */
  readonly details?: Json;
}

/** One that is on its way into the log; `about`: ids of what it speaks of, the chief one first, all of them touched. */
export interface PackedFact {
  readonly hash: string;
  /** JSON. */
  readonly raw: string;
  readonly sentBy: Principal;
  readonly about: readonly string[];
}

/** `touched`: ids of all entities whose state was written, also where nothing changed that can be read. */
export interface BatchContent {
  readonly changes: readonly LoggedChange[];
  readonly touched: readonly string[];
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
/** Characters. */
const PACKED_AT_ONCE = 100_000;

type PackedChange = [
  position: number,
  change: ChangeKind,
  entityId: string,
  by: string,
  run?: [RunState, RunState | null, string | null] | null,
  ends?: readonly string[] | null,
  reshaped?: true,
];

type Who = [name: string, tokenId?: string];

/** What lies in a batch, deflated. Batches of before principals were kept have no `who`, and their facts no `sentBy` and `about`. */
export interface PayloadText {
  who?: Who[];
  deeds?: { by: Who; what: string; about: string; details?: Json }[];
  /** `sentBy`: a place in `who`; `about`: places in `touched`. */
  facts: { hash: string; sentBy?: number; about?: number[]; raw: Json }[];
  changes: PackedChange[];
  touched: string[];
}

const whoOf = ({ name, tokenId }: Principal): Who => (tokenId === undefined ? [name] : [name, tokenId]);

export async function packBatch(facts: readonly PackedFact[], content: BatchContent): Promise<Buffer> {
  const changes = content.changes.map(pack);
  const who = new Map<string, number>();
  const placeOf = new Map(content.touched.map((id, place) => [id, place]));
  const texts = facts.map(({ hash, raw, sentBy, about }) => {
    const name = JSON.stringify(whoOf(sentBy));
    const place = who.get(name) ?? who.size;
    who.set(name, place);
    const places = about.map((id) => placeOf.get(id)).filter((known) => known !== undefined);
    return `{"hash":${JSON.stringify(hash)},"sentBy":${place},"about":[${places}],"raw":${raw}}`;
  });
  const text = `{"who":[${[...who.keys()]}],"facts":[${texts.join(',')}],"changes":${JSON.stringify(changes)},"touched":${JSON.stringify(content.touched)}}`;
  // Handing a small text to another thread takes longer than packing it.
  return text.length < PACKED_AT_ONCE ? deflateRawSync(text, { level: 1 }) : deflate(text, { level: 1 });
}

/** A batch in which nothing of the catalog changes. */
export function packDeeds(deeds: readonly Deed[]): Buffer {
  const told = deeds.map(({ by, ...deed }) => ({ by: whoOf(by), ...deed }));
  return deflateRawSync(JSON.stringify({ deeds: told, facts: [], changes: [], touched: [] } satisfies PayloadText), { level: 1 });
}

/** What is absent at the end takes no room. */
function pack({ by, change, ends, entityId, position, reshaped, run }: LoggedChange): PackedChange {
  const packed: PackedChange = [position, change, entityId, by];
  if (run || ends || reshaped) packed.push(run ? [run.state, run.previous, run.job] : null);
  if (ends || reshaped) packed.push(ends ?? null);
  if (reshaped) packed.push(true);
  return packed;
}

/** The hash of a batch: of its payload, its positions, its time, and the hash of the batch before. */
export function chain({ previous, first, last, at, payload }: Omit<BatchRow, 'hash'>): string {
  return createHash('sha256').update(`${previous} ${first} ${last} ${at}\n`).update(payload).digest('base64url');
}

export interface BatchRow {
  first: number;
  last: number;
  at: Time;
  payload: Uint8Array;
  hash: string;
  /** '' of the first one. */
  previous: string;
}

const READ_BATCHES = `
MATCH (b:LogBatch)
WHERE b.last > $p.after
RETURN b.first AS first, b.last AS last, b.at AS at, b.payload AS payload, b.hash AS hash, b.previous AS previous
ORDER BY b.last LIMIT toInteger($p.limit)`;

/** Batches after a position, oldest first. */
export async function* batches(database: Database, after: number, size = 50): AsyncGenerator<BatchRow> {
  for (let from = after; ; ) {
    const rows = await database.read<BatchRow>(READ_BATCHES, { p: { after: from, limit: size } });
    yield* rows;
    if (rows.length < size) return;
    from = rows.at(-1)!.last;
  }
}

export async function unpack(row: Pick<BatchRow, 'payload'>): Promise<PayloadText> {
  const { buffer, byteOffset, byteLength } = row.payload;
  return JSON.parse((await inflate(Buffer.from(buffer, byteOffset, byteLength))).toString('utf8')) as PayloadText;
}

/** Changes after a position, oldest first, at most `limit`. */
export async function readLog(database: Database, after: number, limit: number): Promise<LoggedChange[]> {
  const found: LoggedChange[] = [];
  for await (const row of batches(database, after)) {
    found.push(...changesIn(row, await unpack(row)).filter(({ position }) => position > after));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** What one committed batch changed. A batch of which nothing can be read takes one position all the same. */
export interface LoggedBatch {
  readonly first: number;
  readonly last: number;
  readonly changes: readonly LoggedChange[];
}

/** Batches after a position, oldest first, at most `limit`. */
export async function readLogBatches(database: Database, after: number, limit: number): Promise<LoggedBatch[]> {
  const rows = await database.read<BatchRow>(READ_BATCHES, { p: { after, limit } });
  return Promise.all(rows.map(async (row) => ({ first: row.first, last: row.last, changes: changesIn(row, await unpack(row)) })));
}

const changesIn = ({ at }: BatchRow, { changes }: PayloadText): LoggedChange[] =>
  changes.map(([position, change, entityId, by, run, ends, reshaped]) => {
    const [state, previous = null, job = null] = run ?? [];
    return {
      position,
      at,
      change,
      entityId,
      by,
      ...(state && { run: { state, previous, job } }),
      ...(ends && { ends }),
      ...(reshaped && { reshaped }),
    };
  });

/** Every fact that was ever accepted, in the order in which they were committed. */
export async function* readFacts(database: Database, after = 0): AsyncGenerator<LoggedFact> {
  for await (const row of batches(database, after))
    for (const { hash, raw } of (await unpack(row)).facts) yield { hash, position: row.last, at: row.at, raw };
}

/** Ids that were written after a position; undefined when that is more than `most` batches ago. */
export async function touchedSince(database: Database, after: number, most: number): Promise<Set<string> | undefined> {
  const ids = new Set<string>();
  let count = 0;
  for await (const row of batches(database, after)) {
    if (++count > most) return undefined;
    for (const id of (await unpack(row)).touched) ids.add(id);
  }
  return ids;
}
