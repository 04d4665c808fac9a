import { getOrMake } from './get-or-make.js';
import type { StoredRelation } from './state.js';

export type PropertyValue = string | number | boolean | null | readonly string[];
export type PropertyMap = Record<string, PropertyValue>;

interface RelationRow {
  readonly from: number;
  readonly type: string;
  readonly to: number;
  readonly properties: PropertyMap;
}

export interface EdgeRow {
  readonly job: number;
  readonly by: readonly number[];
  readonly from: string;
  readonly how: string | null;
  /** Keys of the two ends. */
  readonly pairs: (readonly [number, number])[];
}

export interface HistoryRow {
  readonly a: number;
  readonly b: number;
  readonly job: number;
  readonly by: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly how: string | null;
}

export interface AssertionRow {
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
  readonly contents: { hash: string; body: string }[] = [];
  readonly creates: { label: string; key: number; properties: PropertyMap }[] = [];
  readonly updates: { key: number; properties: PropertyMap }[] = [];
  readonly columns: { dataset: number; list: { key: number; properties: PropertyMap }[] }[] = [];
  readonly columnUpdates: { key: number; properties: PropertyMap }[] = [];
  readonly relations: RelationRow[] = [];
  readonly columnRelations: RelationRow[] = [];
  readonly lostRelations: RelationRow[] = [];
  readonly lostColumnRelations: RelationRow[] = [];
  readonly feeds: EdgeRow[] = [];
  readonly produces: EdgeRow[] = [];
  readonly derives: EdgeRow[] = [];
  readonly influences: EdgeRow[] = [];
  readonly closed = perEnds<HistoryRow>();
  readonly changed = perEnds<HistoryRow & { corrected: boolean }>();
  readonly ended = perEnds<HistoryRow>();
  readonly revised = perEnds<HistoryRow>();
  readonly newAssertions: AssertionRow[] = [];
  readonly assertions: AssertionRow[] = [];
  readonly lostAssertions: number[] = [];
  readonly declarations: PropertyMap[] = [];

  private readonly byKey = new Map<number, PropertyMap>();
  private readonly columnsByDataset = new Map<number, { key: number; properties: PropertyMap }[]>();
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

  createColumn(dataset: number, key: number): PropertyMap {
    const properties: PropertyMap = {};
    const list = getOrMake(this.columnsByDataset, dataset, () => {
      const made: { key: number; properties: PropertyMap }[] = [];
      this.columns.push({ dataset, list: made });
      return made;
    });
    list.push({ key, properties });
    this.byKey.set(key, properties);
    return properties;
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
    (ofColumn ? this.columnRelations : this.relations).push({ from, type, to, properties });
  }

  removeRelation(
    from: number,
    relation: Pick<StoredRelation, 'type' | 'to' | 'by' | 'properties'> | { type: string; to: string; by: string },
    to: number,
    ofColumn = false,
  ): void {
    const role = 'properties' in relation ? (relation.properties?.role ?? '') : '';
    (ofColumn ? this.lostColumnRelations : this.lostRelations).push({
      from,
      type: relation.type,
      to,
      properties: { role, by: relation.by },
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
