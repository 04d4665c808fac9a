import { printTransformations } from '../catalog/column/transformations.js';
import { type FlowType, flowBetween } from '../catalog/flow.js';
import { columnId, featureOf, kindOf, tableOf } from '../catalog/id.js';
import { canonicalText, hashOf } from './content.js';
import type { ColumnLineage, Derivation, Influence, Json, Statement, Transformation } from './fact.js';

/**
 * A statement falls into scopes that open and close on their own: what is read (`IN`), what is written (`OUT`), and for
 * each output whose column lineage was sent `COLUMNS:<its id>` (a dataset's, or a feature table's). Each scope's set is a document stored once under its hash.
 */
export type ScopeName = 'IN' | 'OUT' | `COLUMNS:${string}`;

/** Ids, sorted; nearly always of datasets. */
export type PortSet = readonly string[];

export interface ColumnSet {
  readonly derivations: readonly Derivation[];
  readonly indirect: readonly Influence[];
}

export type ScopeSet = PortSet | ColumnSet;

/** Hash of the set, by scope. */
export type ScopeHashes = Record<string, string>;

export type EdgeType = FlowType | 'DERIVES' | 'INFLUENCES';

/** What an edge is kept as once it no longer holds, or is no longer believed. */
export const PAST: Readonly<Record<EdgeType, string>> = {
  FEEDS: 'FED',
  PRODUCES: 'PRODUCED',
  CARRIES: 'CARRIED',
  INCLUDED_IN: 'WAS_INCLUDED_IN',
  DEFINES: 'DEFINED',
  INFORMS: 'INFORMED',
  TRAINS: 'TRAINED',
  PREDICTS: 'PREDICTED',
  SERVES: 'SERVED',
  DERIVES: 'DERIVED',
  INFLUENCES: 'INFLUENCED',
};

/** One lineage edge as a set names it; `from` and `to` are entity ids. `how`: its transformations, if any were said. */
export interface Edge {
  readonly type: EdgeType;
  readonly from: string;
  readonly to: string;
  readonly how?: string;
}

const COLUMNS = 'COLUMNS:';

export const columnsScope = (output: string): ScopeName => `${COLUMNS}${output}`;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The sets of a statement; a side without datasets has no scope, since it says nothing, unless it defines the subject. */
export function scopesOf(statement: Statement): Map<ScopeName, ScopeSet> {
  const scopes = new Map<ScopeName, ScopeSet>();
  const ids = (ports: readonly { dataset: string }[]) => [...new Set(ports.map((port) => port.dataset))].sort();
  if (statement.inputs.length > 0 || statement.method === 'DEFINED') scopes.set('IN', ids(statement.inputs));
  if (statement.outputs.length > 0 || statement.method === 'DEFINED') scopes.set('OUT', ids(statement.outputs));
  for (const columns of statement.columns) {
    const name = columnsScope(columns.output);
    const set = columnSet(columns);
    const earlier = scopes.get(name);
    scopes.set(name, earlier ? unite(earlier, set) : set);
  }
  return scopes;
}

const derivationKey = (d: Derivation): string => `${d.to}\n${d.dataset}\n${d.field}`;
const influenceKey = (i: Influence): string => `${i.dataset}\n${i.field}`;

function columnSet(columns: ColumnLineage): ColumnSet {
  return { derivations: gather(columns.derivations, derivationKey), indirect: gather(columns.indirect, influenceKey) };
}

/** One item per key, sorted by it; its transformations united, and sorted. */
function gather<T extends { transformations: readonly Transformation[] }>(items: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const its = key(item);
    const known = byKey.get(its);
    if (!known && item.transformations.length < 2) byKey.set(its, item);
    else byKey.set(its, { ...item, transformations: withoutRepeats([...(known?.transformations ?? []), ...item.transformations]) });
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}

function withoutRepeats(transformations: readonly Transformation[]): readonly Transformation[] {
  const byText = new Map(transformations.map((t) => [canonicalText(t as unknown as Json), t]));
  return [...byText].sort(([x], [y]) => compareText(x, y)).map(([, t]) => t);
}

const isPorts = (set: ScopeSet): set is PortSet => Array.isArray(set);

/** What either says. Both are of the same scope. */
export function unite(a: ScopeSet, b: ScopeSet): ScopeSet {
  if (isPorts(a) && isPorts(b)) return [...new Set([...a, ...b])].sort();
  if (isPorts(a) || isPorts(b)) throw new Error('Sets of different scopes cannot be united.');
  return {
    derivations: gather([...a.derivations, ...b.derivations], derivationKey),
    indirect: gather([...a.indirect, ...b.indirect], influenceKey),
  };
}

/** The document of a set and its hash. */
export interface PrintedSet {
  readonly hash: string;
  readonly body: string;
}

export function printSet(set: ScopeSet): PrintedSet {
  const body = canonicalText(set as unknown as Json);
  return { hash: hashOf(body), body };
}

/** The edges that a set stands for. `subject`: the job; for column lineage without a job unused. */
export function edgesOf(scope: ScopeName, set: ScopeSet, subject: string): Edge[] {
  if (isPorts(set)) return set.map((port) => (scope === 'IN' ? flow(port, subject) : flow(subject, port)));
  const output = scope.slice(COLUMNS.length);
  const carried = kindOf(output) === 'FEATURE_TABLE';
  return [
    ...set.derivations.map(
      (d): Edge => ({
        type: carried ? 'CARRIES' : 'DERIVES',
        from: columnId(d.dataset, d.field),
        to: carried ? featureOf(output, d.to) : columnId(output, d.to),
        how: how(d),
      }),
    ),
    ...set.indirect.map((i): Edge => ({ type: 'INFLUENCES', from: columnId(i.dataset, i.field), to: output, how: how(i) })),
  ];
}

function flow(from: string, to: string): Edge {
  const type = flowBetween(from, to);
  if (!type) throw new Error(`Nothing flows from "${from}" to "${to}".`);
  return { type, from, to };
}

/** The scope of a subject's statements that an edge belongs to. */
export function scopeOf({ type, from, to }: Edge, subject: string): ScopeName {
  if (to === subject && type !== 'INFLUENCES') return 'IN';
  if (from === subject) return 'OUT';
  if (type === 'CARRIES') return columnsScope(tableOf(to));
  return columnsScope(type === 'DERIVES' ? to.slice(0, to.indexOf('#')) : to);
}

function how(item: { transformations: readonly Transformation[] }): string | undefined {
  return printTransformations(item.transformations) ?? undefined;
}

/** All columns that a set names, so that they exist before edges are drawn between them. */
export function columnsOf(scope: ScopeName, set: ScopeSet): { dataset: string; path: string }[] {
  if (isPorts(set)) return [];
  const output = scope.slice(COLUMNS.length);
  const made = kindOf(output) === 'DATASET' ? set.derivations.map(({ to }) => ({ dataset: output, path: to })) : [];
  return [...[...set.derivations, ...set.indirect].map(({ dataset, field }) => ({ dataset, path: field })), ...made];
}

/** All features that a set names, likewise. */
export function featuresOf(scope: ScopeName, set: ScopeSet): string[] {
  const output = scope.slice(COLUMNS.length);
  return isPorts(set) || kindOf(output) !== 'FEATURE_TABLE' ? [] : set.derivations.map(({ to }) => featureOf(output, to));
}
