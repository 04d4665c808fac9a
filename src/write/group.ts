import { randomUUID } from 'node:crypto';
import { BadInput, type ErrorCode, VinciError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { packText } from '../neo4j/packed-text.js';
import { COMMIT_ADDING, COMMIT_REWRITING, READ_HEAD } from './commit.cypher.js';
import { GroupFold, type IncomingFact, type Taken } from './fold.js';
import { LineageOutcome } from './lineage-outcome.js';
import { chain, type LoggedBatch, packBatch } from './log.js';
import type { Memory } from './memory.js';
import { aboutOf, type Needs, needsOf } from './needs.js';
import { EntityOutcome } from './outcome.js';
import { PlanRows } from './plan.js';
import { columnsOf, type ScopeName } from './scopes.js';
import { now } from './stamp.js';
import { compact } from './subject.js';
import { type KeySource, Missing, type Uncommitted, WorkingSet } from './working-set.js';

/** Where the log stands: last position, last key given out, hash of the last batch. */
export interface Head {
  readonly position: number;
  readonly key: number;
  readonly hash: string;
}

/** What became of a fact; an error says why it was refused. */
export type GroupOutcome = Taken | VinciError;

/** A group that is worked out and waits to be written. */
export interface Prepared {
  readonly outcomes: readonly GroupOutcome[];
  /** Where the log will stand. */
  readonly head: Head;
  readonly set: WorkingSet;
  /** False: another instance wrote in between, and nothing was done. If it throws, it may or may not be committed. */
  readonly commit: () => Promise<boolean>;
  /** What it changes; absent when nothing is to be committed. */
  readonly batch?: LoggedBatch;
}

class Keys implements KeySource {
  constructor(public last: number) {}
  next(): number {
    this.last += 1;
    return this.last;
  }
}

/**
 * Folds one group of facts on top of what is known at `head`, of which `before` may be on its way into the graph still.
 * A fact that names what cannot be is refused by itself. Memory takes it for granted that the group will be committed: if it
 * is not, have the set `forget`. Should it turn out that something was not read beforehand, it is read
 * and the group worked out again.
 */
export async function prepareGroup(
  database: Database,
  memory: Memory,
  head: Head,
  facts: readonly IncomingFact[],
  before?: Uncommitted,
): Promise<Prepared> {
  const asked = new Set<string>();
  for (;;) {
    const keys = new Keys(head.key);
    const set = new WorkingSet(database, memory, keys, before);
    try {
      await set.load(asked);
      const prepared = await prepare(database, set, head, keys, facts, before);
      set.remember();
      return prepared;
    } catch (error) {
      set.forget();
      const lacking = error instanceof Missing ? (error.what.entities ?? []).filter((id) => !asked.has(id)) : [];
      // What is worked out on top of a group that is not committed cannot be taken back alone.
      if (lacking.length === 0 || before) throw error;
      for (const id of lacking) asked.add(id);
    }
  }
}

async function prepare(
  database: Database,
  set: WorkingSet,
  head: Head,
  keys: Keys,
  facts: readonly IncomingFact[],
  before: Uncommitted | undefined,
): Promise<Prepared> {
  const { outcomes, needs } = await load(set, facts);
  const folded = new GroupFold(set);
  const accepted: IncomingFact[] = [];
  for (const [i, fact] of facts.entries()) {
    if (outcomes[i]) continue;
    const taken = take(folded, fact, needs[i]!);
    outcomes[i] = taken;
    if ('outcome' in taken && taken.outcome === 'APPLIED') accepted.push(fact);
  }
  const done = outcomes as GroupOutcome[];
  if (accepted.length === 0) return { outcomes: done, head, set, commit: () => isStill(database, head, done, before) };

  const at = now();
  const rows = new PlanRows();
  const entities = new EntityOutcome(set, folded, rows, at);
  await entities.workOut();
  const lineage = new LineageOutcome(set, folded, entities, rows, keys);
  await lineage.workOut();
  for (const [hash, body] of set.newContents) rows.contents.push({ hash, text: packText(body) });
  for (const { sets, ...rest } of folded.declarations) rows.declarations.push({ ...rest, sets: sets ? JSON.stringify(sets) : null });
  const { changes, last } = entities.number(head.position, lineage.relinked);
  const touched = [...new Set([...folded.touched.keys(), ...set.subjects.keys()])];
  const payload = await packBatch(
    accepted.map(({ fact, ...rest }) => ({ ...rest, about: aboutOf(fact) })),
    { changes, touched },
  );
  const hash = chain({ previous: head.hash, first: head.position + 1, last, at, payload });
  for (const subject of set.subjects.values()) for (const timeline of subject.timelines.values()) tryCompact(timeline, subject.id, set);
  const p = {
    ...rows,
    batch: randomUUID(),
    from: head.position,
    at,
    last,
    key: keys.last,
    payload: new Int8Array(payload.buffer, payload.byteOffset, payload.byteLength),
    hash,
    previous: head.hash,
    facts: accepted.length,
  };
  const statement = rows.rewritesHistory ? COMMIT_REWRITING : COMMIT_ADDING;
  const commit = async () => (await database.write(statement, { p })).length > 0;
  const batch = { first: head.position + 1, last, changes };
  return { outcomes: done, head: { position: last, key: keys.last, hash }, set, commit, batch };
}

/** Who refuses a command by what it remembers has to know that no other instance wrote meanwhile; there is no commit that would tell. */
async function isStill(database: Database, head: Head, outcomes: readonly GroupOutcome[], before?: Uncommitted): Promise<boolean> {
  if (!outcomes.some((outcome) => outcome instanceof VinciError && CONDITIONS.has(outcome.code))) return true;
  await before?.landed;
  const [now] = await database.read<Head>(READ_HEAD);
  return now?.position === head.position && now.hash === head.hash;
}

/** Reads everything the facts touch, in few queries; refuses those that name what cannot be. */
async function load(set: WorkingSet, facts: readonly IncomingFact[]): Promise<{ outcomes: (GroupOutcome | undefined)[]; needs: Needs[] }> {
  const outcomes: (GroupOutcome | undefined)[] = [];
  const needs: Needs[] = [];
  const ids = new Set<string>();
  for (const [i, { fact }] of facts.entries())
    try {
      const needed = needsOf(fact);
      needs[i] = needed;
      for (const id of needed.ids) ids.add(id);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      outcomes[i] = error;
    }
  const fine = facts.filter((_, i) => !outcomes[i]);
  await Promise.all([set.load(ids), set.loadDeclared(fine.filter(({ fact }) => !fact.statement?.run).map(({ hash }) => hash))]);
  await set.loadReferenced(fine.flatMap(({ fact: { command } }) => (command?.unreferenced ? [command.subject] : [])));
  const subjects = new Set<string>();
  const said: (readonly [scope: string, hash: string])[] = [];
  for (const { fact } of fine) {
    for (const { subject } of fact.also ?? []) subjects.add(subject);
    if (!fact.statement) continue;
    subjects.add(fact.statement.subject);
    const run = fact.statement.run === undefined ? undefined : set.find(fact.statement.run)?.run;
    if (run) said.push(...Object.entries(run.sets[fact.producer] ?? {}));
  }
  await set.loadSubjects(subjects);
  await set.loadContents(said.map(([, hash]) => hash));
  // What earlier events of a run said is united with what this one says.
  await set.load(said.flatMap(([scope, hash]) => [...columnsOf(scope as ScopeName, set.readSet(hash))].map(({ dataset }) => dataset)));
  return { outcomes, needs };
}

/** What a command is refused with whose conditions do not hold. */
const CONDITIONS: ReadonlySet<ErrorCode> = new Set(['CONFLICT', 'KEY_REUSED', 'NOT_FOUND']);

function take(folded: GroupFold, fact: IncomingFact, needs: Needs): GroupOutcome {
  try {
    return folded.apply(fact, needs.named);
  } catch (error) {
    if (error instanceof VinciError && CONDITIONS.has(error.code)) return error;
    throw error;
  }
}

function tryCompact(timeline: Parameters<typeof compact>[0], subject: string, set: WorkingSet): void {
  try {
    compact(timeline, subject, set.readSet);
  } catch (error) {
    // A set that is not in memory now: it is compacted some other time.
    if (!(error instanceof Missing)) throw error;
  }
}
