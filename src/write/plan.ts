import type { Method } from './fact.js';
import { getOrMake } from './get-or-make.js';
import type { ColumnState, StoredRelation } from './state.js';

export type PropertyValue = string | number | boolean | null | readonly string[];
/** What is undefined is not sent. */
export type PropertyMap = Record<string, PropertyValue | undefined>;

interface RelationRow {
  readonly from: number;
  readonly type: string;
  readonly to: number;
  readonly properties: PropertyMap;
}

/** Relations without properties. Keys of the ends, one list each: far cheaper to send than a list of pairs. */
interface BareRelations {
  readonly type: string;
  readonly starts: number[];
  readonly ends: number[];
}

export interface EdgeRow {
  readonly job: number;
  readonly by: readonly number[];
  readonly from: string;
  readonly how: string | null;
  /** Keys of the ends. */
  readonly starts: number[];
  readonly ends: number[];
}

export interface HistoryRow {
  /** The type that it is kept under once it is past. */
  readonly past: string;
  readonly a: number;
  readonly b: number;
  readonly job: number;
  readonly by: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly how: string | null;
}

type NewColumn = Pick<ColumnState, 'key' | 'path' | 'type' | 'ordinal' | 'description' | 'described'>;

/** New columns of one dataset whose keys, places and positions follow each other: so only the first's are sent. */
interface NewColumns {
  readonly dataset: number;
  readonly key: number;
  readonly ordinal: number | null;
  readonly described: boolean;
  position: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly names: string[];
  readonly types: (string | null)[];
  /** Null where none of them has one. */
  readonly descriptions: string[] | null;
}

/** What one run, or declaration, said in each scope. */
export interface NewAssertions {
  readonly job: number;
  readonly producer: string;
  readonly method: Method;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly lastRun: number | null;
  readonly numbers: number[];
  readonly scopes: string[];
  readonly sets: string[];
}

interface AssertionRow {
  readonly number: number;
  readonly properties: PropertyMap;
}

/** The ends of an edge: the type follows from them. */
export type Ends = 'nodes' | 'columns' | 'columnToNode';

const perEnds = <T>(): Record<Ends, T[]> => ({ nodes: [], columns: [], columnToNode: [] });

/**
 * The rows of one group's statement (see commit.cypher.ts), gathered while its outcome is worked out. Everything goes into
 * one map parameter: lists as parameters of their own would have the statement planned anew for each size.
 */
export class PlanRows {
  readonly contents: { hash: string; text: { body: string } | { packed: Int8Array } }[] = [];
  readonly creates: { label: string; key: number; properties: PropertyMap }[] = [];
  readonly updates: { key: number; properties: PropertyMap }[] = [];
  readonly columns: NewColumns[] = [];
  readonly columnUpdates: { key: number; properties: PropertyMap }[] = [];
  readonly bareRelations: BareRelations[] = [];
  readonly relations: RelationRow[] = [];
  readonly columnRelations: RelationRow[] = [];
  readonly lostRelations: RelationRow[] = [];
  readonly lostColumnRelations: RelationRow[] = [];
  readonly feeds: EdgeRow[] = [];
  readonly produces: EdgeRow[] = [];
  /** Between other entities than datasets and jobs. */
  readonly flows: (EdgeRow & { type: string })[] = [];
  readonly derives: EdgeRow[] = [];
  readonly influences: EdgeRow[] = [];
  readonly carries: EdgeRow[] = [];
  readonly closed = perEnds<HistoryRow>();
  readonly changed = perEnds<HistoryRow & { corrected: boolean }>();
  readonly ended = perEnds<HistoryRow>();
  readonly revised = perEnds<HistoryRow>();
  readonly newAssertions: NewAssertions[] = [];
  readonly assertions: AssertionRow[] = [];
  readonly lostAssertions: number[] = [];
  readonly declarations: PropertyMap[] = [];

  private readonly byKey = new Map<number, PropertyMap>();
  private readonly extras = new Map<string, PropertyMap>();

  create(label: string, key: number): PropertyMap {
    const properties: PropertyMap = {};
    this.creates.push({ label, key, properties });
    this.byKey.set(key, properties);
    return properties;
  }

  /** The properties to set on a node, which may be one that is made by the same statement. */
  update(key: number): PropertyMap {
    return this.kept(key, this.updates);
  }

  /** What nearly every column has; `updateColumn` sets the rest. `change`: its place among the changes of the group, from 0. */
  createColumn(dataset: number, column: NewColumn, change: number, createdAt: number): void {
    const { key, path, type, ordinal, description, described } = column;
    const last = this.columns.at(-1);
    const count = last?.names.length ?? 0;
    const follows =
      last?.dataset === dataset &&
      last.described === described &&
      (last.descriptions === null) === (description === null) &&
      key === last.key + count &&
      change === last.position + count &&
      ordinal === (last.ordinal === null ? null : last.ordinal + count);
    const descriptions = description === null ? null : [];
    const row = follows ? last : { dataset, key, ordinal, described, position: change, createdAt, names: [], types: [], descriptions };
    if (row !== last) this.columns.push(row);
    row.names.push(path);
    row.types.push(type);
    if (description !== null) row.descriptions?.push(description);
  }

  updateColumn(key: number): PropertyMap {
    return this.kept(key, this.columnUpdates);
  }

  private kept(key: number, rows: { key: number; properties: PropertyMap }[]): PropertyMap {
    return getOrMake(this.byKey, key, () => {
      const properties: PropertyMap = {};
      rows.push({ key, properties });
      return properties;
    });
  }

  /** Properties for an entity that is made later in the same group. */
  extra(id: string, properties: PropertyMap): void {
    this.extras.set(id, { ...this.extras.get(id), ...properties });
  }

  takeExtra(id: string): PropertyMap {
    return this.extras.get(id) ?? {};
  }

  addRelation(from: number, type: string, to: number, properties: PropertyMap, ofColumn = false): void {
    if (!ofColumn && Object.keys(properties).length === 0) this.addBareRelation(from, type, to);
    else (ofColumn ? this.columnRelations : this.relations).push({ from, type, to, properties });
  }

  private addBareRelation(from: number, type: string, to: number): void {
    const known = this.bareRelations.find((one) => one.type === type);
    const row = known ?? { type, starts: [], ends: [] };
    if (!known) this.bareRelations.push(row);
    row.starts.push(from);
    row.ends.push(to);
  }

  removeRelation(
    from: number,
    relation: Pick<StoredRelation, 'type' | 'to' | 'by' | 'properties'> | { type: string; to: string; by: string },
    to: number,
    ofColumn = false,
  ): void {
    const { role = '', value = null } = 'properties' in relation ? (relation.properties ?? {}) : {};
    (ofColumn ? this.lostColumnRelations : this.lostRelations).push({
      from,
      type: relation.type,
      to,
      properties: { role, by: relation.by, value },
    });
  }

  /** Whether the rarer part of the statement has anything to do. */
  get rewritesHistory(): boolean {
    const any = (rows: Record<Ends, unknown[]>) => Object.values(rows).some((list) => list.length > 0);
    return (
      any(this.closed) ||
      any(this.changed) ||
      any(this.ended) ||
      any(this.revised) ||
      this.lostRelations.length + this.lostColumnRelations.length + this.lostAssertions.length > 0
    );
  }
}
