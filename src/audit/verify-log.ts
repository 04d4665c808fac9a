import { createHash } from 'node:crypto';
import { printTime } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import { type BatchRow, batches, chain } from '../write/log.js';
import { type ChainHead, readHead } from './head.js';

export interface VerifyOptions {
  /** Begin with the batch that holds this position, and take it on trust what it continues. */
  readonly from?: number;
  /** Where the chain stood once, as the operator's log has it. */
  readonly known?: ChainHead;
  /** Hears after each batch how far it is. */
  readonly onPosition?: (position: number) => void;
}

export interface Verified {
  /** What is wrong and where, in the order of the log; at most as many as are told. */
  readonly faults: readonly string[];
  /** How many there were. */
  readonly faultCount: number;
  readonly batches: number;
  readonly head: ChainHead;
}

const MOST_TOLD = 100;
/** Some batches hold megabytes. */
const BATCHES_AT_ONCE = 20;

/**
 * Walks the hash chain of the log, a few batches at a time, also while others write: positions without a gap, each batch the hash of
 * what it holds and of the one before, and the end where the log's own node says it is.
 */
export async function verifyLog(database: Database, { from = 1, known, onPosition }: VerifyOptions = {}): Promise<Verified> {
  const walk = new Walk(from, known);
  let walked = -1;
  for (;;) {
    for await (const row of batches(database, Math.max(walk.head.position, from - 1), BATCHES_AT_ONCE)) {
      walk.take(row);
      onPosition?.(walk.head.position);
    }
    const log = await readHead(database);
    // What was written since the last batch was read is walked too; where that is nothing, the end was reached, or cut off.
    if (log.position <= walk.head.position || walk.batches === walked) return walk.end(log);
    walked = walk.batches;
  }
}

class Walk {
  readonly faults: string[] = [];
  faultCount = 0;
  batches = 0;
  head: ChainHead = { position: 0, hash: '' };
  /** Of the way that hashes were made before they covered times: it may not come back. */
  private isOldWay = true;

  constructor(
    private readonly from: number,
    private readonly known: ChainHead | undefined,
  ) {}

  take(row: BatchRow): void {
    const { first, last, hash } = row;
    if (this.batches > 0 || this.from <= 1) this.follows(row);
    this.batches += 1;
    if (!this.isUntouched(row))
      this.fault(`The batch of ${placeOf(row)} is not what was written: its content, its time or its positions were changed.`);
    if (
      this.known &&
      first <= this.known.position &&
      this.known.position <= last &&
      !(last === this.known.position && hash === this.known.hash)
    )
      this.fault(`At position ${this.known.position} the chain is not what it was (${this.known.hash}): it was written anew up to there.`);
    this.head = { position: Number(last), hash: String(hash) };
  }

  end(log: ChainHead): Verified {
    const { position, hash } = this.head;
    if (log.position > position) this.fault(`After position ${position} the end is missing: the log's own node stands at ${log.position}.`);
    else if (this.batches > 0 && (log.position < position || log.hash !== hash))
      this.fault(
        `The log's own node (position ${log.position}, hash ${log.hash || 'none'}) is not what the last batch leads to (position ${position}).`,
      );
    if (this.known && this.known.position > position)
      this.fault(`After position ${position} the end is missing: the chain once stood at position ${this.known.position}.`);
    return { faults: this.faults, faultCount: this.faultCount, batches: this.batches, head: this.head };
  }

  private follows(row: BatchRow): void {
    const { position, hash } = this.head;
    if (row.first > position + 1) this.fault(`Between position ${position} and ${placeOf(row)} something is missing.`);
    else if (row.first !== position + 1)
      this.fault(`The batch of ${placeOf(row)} comes after position ${position}, where it does not belong.`);
    else if (row.previous !== hash)
      this.fault(
        `The batch of ${placeOf(row)} does not continue the one before it, which ends at position ${position}: one of them was replaced.`,
      );
  }

  private isUntouched(row: BatchRow): boolean {
    if (!ArrayBuffer.isView(row.payload)) return false;
    if (chain(row) !== row.hash) return this.isOldWay && withoutTime(row) === row.hash;
    this.isOldWay = false;
    return true;
  }

  private fault(sentence: string): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_TOLD) this.faults.push(sentence);
  }
}

/** How batches were hashed at first: their times and positions were not covered. */
const withoutTime = ({ previous, payload }: BatchRow): string => createHash('sha256').update(previous).update(payload).digest('base64url');

function placeOf({ first, last, at }: BatchRow): string {
  return `${first === last ? `position ${first}` : `positions ${first} to ${last}`} (${typeof at === 'string' ? printTime(at) : 'without a time'})`;
}
