import type { RunState } from '../catalog/attributes.js';
import type { Method } from './fact.js';
import { newestStamp, parseRegisters } from './registers.js';
import type { ScopeHashes } from './scopes.js';
import { type EntityState, newEntity, relationKey, type StoredRelation } from './state.js';
import { assertionKey, type SubjectState, timelineKey, timelineOf } from './subject.js';

// What the statements of state.cypher.ts answer, and the state that it stands for.

type RelationTuple = [type: string, to: string, role: string | null, by: string | null, value?: number | null];
export interface RelationRow {
  type: string;
  to: string;
  role: string | null;
  by: string | null;
}

export interface EntityRow {
  id: string;
  key: number;
  said: string | null;
  saidAt: string | null;
  seenAt: string | null;
  position: number;
  removedAt: string | null;
  canonical: string | null;
  schema: string | null;
  /** Of a run. */
  state: RunState | null;
  firstAt: string | null;
  latestAt: string | null;
  facts: string | null;
  sets: string | null;
  relations: RelationTuple[];
  namedBy: string[];
  wrote: string[];
  columns: [
    key: number,
    name: string,
    inSomeSchema: boolean | null,
    type: string | null,
    ordinal: number | null,
    description: string | null,
    described: boolean,
    removedAt: string | null,
    said: string | null,
    saidAt: string | null,
    seenAt: string | null,
  ][];
}

export function entityFrom(row: EntityRow): EntityState {
  const registers = parseRegisters(row.said, row.saidAt);
  const state: EntityState = {
    ...newEntity(row.id, row.key),
    created: false,
    registers,
    position: row.position,
    seenAt: row.seenAt ?? newestStamp(registers),
    removed: row.removedAt !== null,
    canonical: row.canonical ?? undefined,
    schema: row.schema ?? undefined,
    namedBy: new Set(row.namedBy),
  };
  if (state.run)
    Object.assign(state.run, {
      state: row.firstAt ? row.state : null,
      firstAt: row.firstAt ?? '',
      latestAt: row.latestAt ?? '',
      facts: row.facts?.split(' ') ?? [],
      sets: row.sets ? (JSON.parse(row.sets) as Record<string, ScopeHashes>) : {},
      wrote: new Set(row.wrote),
    });
  for (const relation of row.relations) addRelation(state.relations, relation);
  for (const [key, path, inSomeSchema, type, ordinal, description, described, removedAt, said, saidAt, seenAt] of row.columns)
    state.columns.set(path, {
      path,
      key,
      created: false,
      inSomeSchema: inSomeSchema ?? described,
      type,
      ordinal,
      description,
      described,
      removed: removedAt !== null,
      own: said === null ? undefined : { registers: parseRegisters(said, saidAt), seenAt: seenAt ?? '', relations: new Map() },
    });
  return state;
}

export function addRelation(relations: Map<string, StoredRelation>, [type, to, role, by, value = null]: RelationTuple): void {
  const properties = role === null ? {} : { properties: { role, ...(value === null ? {} : { value }) } };
  const relation = { type, to, by: by ?? '', ...properties } as StoredRelation;
  relations.set(relationKey(relation), relation);
}

export interface SubjectRow {
  id: string;
  runs: [id: string, firstAt: string, latestAt: string, state: string, sets: string][];
  declarations: [hash: string, producer: string, method: Method, at: string, sets: string][];
  assertions: [number: number, producer: string, method: Method, scope: string, set: string][];
}

export function subjectFrom(row: SubjectRow): SubjectState {
  const subject: SubjectState = { id: row.id, timelines: new Map(), numbers: new Map() };
  for (const [id, first, last, state, sets] of row.runs)
    for (const [producer, scopes] of Object.entries(JSON.parse(sets) as Record<string, ScopeHashes>))
      timelineOf(subject, producer, 'OBSERVED').entries.set(id, { id, producer, first, last, closes: state === 'SUCCEEDED', scopes });
  for (const [id, producer, method, at, sets] of row.declarations)
    timelineOf(subject, producer, method).entries.set(id, {
      id,
      producer,
      first: at,
      last: at,
      closes: true,
      scopes: JSON.parse(sets) as ScopeHashes,
    });
  for (const [number, producer, method, scope, set] of row.assertions)
    subject.numbers.set(assertionKey(timelineKey(producer, method), scope, set), number);
  return subject;
}

/** Sets of scopes in which different ones were said: only those must be looked into. */
export function disputedSets(subject: SubjectState): string[] {
  const disputed: string[] = [];
  for (const timeline of subject.timelines.values()) {
    const byScope = new Map<string, Set<string>>();
    for (const entry of timeline.entries.values())
      for (const [scope, hash] of Object.entries(entry.scopes)) byScope.set(scope, (byScope.get(scope) ?? new Set()).add(hash));
    for (const hashes of byScope.values()) if (hashes.size > 1) disputed.push(...hashes);
  }
  return disputed;
}
