import type { RunState } from '../catalog/attributes.js';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { project, type Relation } from '../catalog/projection.js';
import { canonicalText, hashOf } from './content.js';
import { type Choice, choose, isRemoved, printSaid, type Registers } from './registers.js';
import type { ScopeHashes } from './scopes.js';
import type { Stamp } from './stamp.js';

/** What the Writer knows of one entity while it folds facts into it; filled from the graph, bounded by the cache. */
export interface EntityState {
  readonly id: string;
  readonly kind: Kind;
  readonly key: number;
  /** Not in the graph yet. */
  created: boolean;
  readonly registers: Registers;
  /** Of its last change in the log; 0 while it has none. */
  position: number;
  /** Newest stamp at which anybody named it. */
  seenAt: Stamp;
  removed: boolean;
  relations: Map<string, StoredRelation>;
  /** Datasets that give this one as another name of theirs (SAME_AS towards it). */
  readonly namedBy: Set<string>;
  canonical: string | undefined;
  /** Of a dataset: by field path. */
  readonly columns: Map<string, ColumnState>;
  /** Of a dataset: the hash of the schema that counts. */
  schema: string | undefined;
  readonly run: RunMemory | undefined;
  /** Of what the graph holds; to see whether anything changed. */
  printed: string;
  /** Characters of all that was said of it. */
  bulk: number;
}

export interface StoredRelation extends Relation {
  readonly by: string;
}

/** A column as it is in the graph. */
export interface ColumnState {
  readonly path: string;
  readonly key: number;
  created: boolean;
  /** Some schema had it at some time. */
  inSomeSchema: boolean;
  type: string | null;
  /** Its place in the schema that counts, from 0; null when it is not in it. */
  ordinal: number | null;
  description: string | null;
  described: boolean;
  removed: boolean;
  /** What was said of the column itself, if anything was. */
  own: { readonly registers: Registers; seenAt: Stamp; relations: Map<string, StoredRelation> } | undefined;
}

/** What a run's timeline needs to know of it. */
export interface RunMemory {
  /** As it was written last; null: nothing was heard of it yet. */
  state: RunState | null;
  firstAt: Stamp;
  latestAt: Stamp;
  /** Short hashes of its facts, oldest first: a fact that comes again is recognised among the last 1,000. */
  facts: string[];
  /** By producer: the hash of what it said in each scope, over all facts of the run. */
  readonly sets: Record<string, ScopeHashes>;
  /** Versions that it wrote, as they are in the graph. */
  readonly wrote: Set<string>;
}

export function newEntity(id: string, key: number): EntityState {
  const kind = kindOf(id);
  if (!kind) throw new Error(`"${id}" is not an id`);
  return {
    id,
    kind,
    key,
    created: true,
    registers: new Map(),
    position: 0,
    seenAt: '',
    removed: false,
    relations: new Map(),
    namedBy: new Set(),
    canonical: undefined,
    columns: new Map(),
    schema: undefined,
    run: kind === 'RUN' ? { state: null, firstAt: '', latestAt: '', facts: [], sets: {}, wrote: new Set() } : undefined,
    printed: '',
    bulk: 0,
  };
}

export function newColumn(path: string, key: number): ColumnState {
  return {
    path,
    key,
    created: true,
    inSomeSchema: false,
    type: null,
    ordinal: null,
    description: null,
    described: false,
    removed: false,
    own: undefined,
  };
}

/** What the registers of an entity or a column come to. */
export interface View {
  readonly chosen: ReadonlyMap<string, Choice>;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly description: string | null;
  readonly described: boolean;
  readonly removed: boolean;
  readonly relations: Map<string, StoredRelation>;
  /** Further texts that it is found by. */
  readonly texts: readonly string[];
}

export function view(id: string, registers: Registers, seenAt: Stamp): View {
  const chosen = choose(registers);
  const values = Object.fromEntries([...chosen].map(([name, choice]) => [name, choice.value]));
  const { properties, relations: projected, described, texts = [] } = project(id, values);
  const relations = new Map<string, StoredRelation>();
  for (const relation of projected) {
    const stored = { ...relation, by: speaker(relation, chosen) };
    relations.set(relationKey(stored), stored);
  }
  const documentation = values.documentation as { description?: string } | undefined;
  return {
    chosen,
    properties,
    description: documentation?.description ?? null,
    described,
    removed: isRemoved(registers, seenAt),
    relations,
    texts,
  };
}

/** Notes that the graph holds what the state comes to now. */
export function settle(state: EntityState): void {
  const said = printSaid(state.registers);
  state.printed = printOf(state, said);
  state.bulk = said.length;
}

/** Changes whenever anything that can be read of the entity itself does; what was merely said again leaves it as it is. */
export function printOf(state: EntityState, said: string): string {
  return hashOf(`${said} ${counting(state.registers)} ${state.schema ?? ''} ${state.canonical ?? ''} ${state.removed}`);
}

/** Where several speak, one who says the same again may count once more: all said is as it was, and what counts is not. */
function counting(registers: Registers): string {
  if (registers.size < 2) return '';
  const counts = [...choose(registers)].map(([name, { value }]) => `${name} ${canonicalText(value)}`);
  return counts.sort().join(' ');
}

export const relationKey = (relation: StoredRelation): string =>
  `${relation.type} ${relation.to} ${relation.properties?.role ?? ''} ${relation.properties?.value ?? ''} ${relation.by}`;

/** Who said the attribute that a relation comes from. Where a relation follows from the name alone, nobody. */
function speaker(relation: Relation, chosen: ReadonlyMap<string, Choice>): string {
  switch (relation.type) {
    case 'OWNED_BY':
      return (chosen.get(`owner:${relation.to}:${relation.properties?.role ?? ''}`) ?? chosen.get('ownership'))?.by ?? '';
    case 'TAGGED':
      return (chosen.get(`tag:${relation.to}`) ?? chosen.get('tags'))?.by ?? '';
    case 'MEANS':
      return chosen.get(`term:${relation.to}`)?.by ?? '';
    case 'IN_DOMAIN':
      return chosen.get('domain')?.by ?? '';
    case 'RELATED_TO':
      return chosen.get('related')?.by ?? '';
    case 'SAME_AS':
      return chosen.get('symlinks')?.by ?? '';
    default:
      return '';
  }
}
