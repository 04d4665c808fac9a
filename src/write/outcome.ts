import type { FieldClaim } from '../catalog/attributes.js';
import { columnId, naming, parseId } from '../catalog/id.js';
import { millisOf } from '../catalog/time.js';
import type { GroupFold } from './fold.js';
import { searchWordsOf, searchWordsOfColumn } from './found-by.js';
import type { LoggedChange, RunMove } from './log.js';
import { Names } from './names.js';
import type { PlanRows, PropertyMap } from './plan.js';
import { newestStamp, printSaid, printSaidAt } from './registers.js';
import { endedAt, stateOf } from './run-state.js';
import { type ColumnState, type EntityState, printOf, type StoredRelation, type View, view } from './state.js';
import { Versions, writing } from './versions.js';
import type { Enqueue, WorkingSet } from './working-set.js';

/** Labels of kinds whose name is not simply the kind in camel case. */
const labelOf = (kind: string): string => kind.toLowerCase().replace(/(^|_)([a-z])/g, (_, __, c: string) => c.toUpperCase());

/** The lineage edges of an entity changed: by whom, and what is at the ends of those between entities that opened or closed. */
export interface Relinking {
  readonly by: string;
  readonly ends: readonly string[];
}

/** Its position is told once all changes are known. */
type Numbered = Omit<LoggedChange, 'position' | 'ends' | 'reshaped'> & { position: number; ends?: readonly string[]; reshaped?: true };

/** What became of the columns of a dataset. `reshaped`: also when one has another type. */
const SAME_COLUMNS = { cameOrWent: false, reshaped: false };

type ColumnView = Pick<ColumnState, 'type' | 'ordinal' | 'description' | 'described' | 'removed'>;

/**
 * Works out what the touched entities come to: nodes to make and to change, relations to draw and to take away, and the
 * changes that the log will tell of. Lineage edges are worked out in lineage-outcome.ts.
 */
export class EntityOutcome {
  private readonly changes: Numbered[] = [];
  /** Of these, the last of each entity. */
  private readonly ofEntities = new Map<string, Numbered>();
  /** What is told its position once the changes are numbered. */
  private readonly positioned: { change: Numbered; properties: PropertyMap }[] = [];
  readonly views = new Map<string, View>();
  /** Entities that were in the graph before this group. */
  readonly stored = new Set<string>();
  /** Of runs: the job that they were taken for before. */
  readonly jobsLeft = new Map<string, string>();
  /** Of datasets whose names come together otherwise than before: the other names. */
  private renamed: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(
    private readonly set: WorkingSet,
    private readonly folded: GroupFold,
    private readonly rows: PlanRows,
    private readonly at: string,
  ) {}

  async workOut(): Promise<void> {
    const { queue, enqueue } = this.touching();
    const versions = new Versions({ set: this.set, rows: this.rows, views: this.views, at: this.at, enqueue });
    for (const [id, dataset] of this.folded.explicitVersions) versions.named(id, dataset);
    for (let i = 0; i < queue.length; i++) {
      const [id, by] = queue[i]!;
      const entity = this.set.entity(id);
      const seen = view(id, entity.registers, entity.seenAt);
      this.views.set(id, seen);
      if (!entity.created) this.stored.add(id);
      if (entity.run) for (const relation of entity.relations.values()) if (relation.type === 'RUN_OF') this.jobsLeft.set(id, relation.to);
      const appeared = await this.loadEnds(entity.relations, seen.relations);
      for (const { to } of appeared) if (this.set.entity(to).created) enqueue(to, by);
      if (entity.run) await versions.ofRun(entity, seen, by);
    }
    this.renamed = await new Names({ set: this.set, views: this.views, enqueue }).resolve(queue);
    for (const [id, by] of queue) await this.entity(this.set.entity(id), this.views.get(id)!, by);
  }

  /** Gives the changes their positions, after `from`, and the rows theirs. */
  number(from: number, relinked: ReadonlyMap<string, Relinking>): { changes: LoggedChange[]; last: number } {
    for (const row of this.rows.columns) row.position += from + 1;
    for (const [id, { by, ends }] of relinked) {
      if (!this.ofEntities.has(id)) this.changeEntity('RELINKED', id, by, this.rows.update(this.set.entity(id).key));
      this.moved(id, ends);
    }
    for (const [id, names] of this.renamed) this.moved(id, names);
    let position = from;
    for (const change of this.changes) change.position = ++position;
    for (const [id, change] of this.ofEntities) this.set.entity(id).position = change.position;
    for (const { change, properties } of this.positioned) properties.position = change.position;
    return { changes: this.changes, last: Math.max(position, from + 1) };
  }

  /** What its change says of the edges of an entity. */
  private moved(id: string, ends: readonly string[]): void {
    const change = this.ofEntities.get(id);
    if (change && ends.length > 0) change.ends = [...new Set([...(change.ends ?? []), ...ends])];
  }

  /** What was touched, and what turns out to be while it is worked out. */
  private touching(): { queue: [id: string, by: string][]; enqueue: Enqueue } {
    const queue = [...this.folded.touched];
    const enqueue = (id: string, by: string): boolean => {
      if (this.folded.touched.has(id)) return false;
      this.folded.touched.set(id, by);
      queue.push([id, by]);
      return true;
    };
    return { queue, enqueue };
  }

  private async entity(entity: EntityState, seen: View, by: string): Promise<void> {
    const wasRemoved = entity.removed;
    entity.removed = seen.removed;
    const columns = entity.kind === 'DATASET' ? await this.columns(entity, seen, by) : SAME_COLUMNS;
    const said = printSaid(entity.registers);
    const printed = printOf(entity, said);
    const related = this.relations(entity, entity.relations, seen.relations, false);
    entity.relations = seen.relations;
    const changed = entity.created || related || printed !== entity.printed;
    entity.printed = printed;
    entity.bulk = said.length;
    const properties = entity.created ? this.rows.create(labelOf(entity.kind), entity.key) : this.rows.update(entity.key);
    // Nearly always it was named by what was said of it last.
    properties.seenAt = entity.seenAt === newestStamp(entity.registers) ? null : entity.seenAt;
    properties.saidAt = entity.registers.size > 0 ? printSaidAt(entity.registers) : null;
    if (entity.run) Object.assign(properties, runProperties(entity, seen));
    Object.assign(properties, this.rows.takeExtra(entity.id), entity.kind === 'DATASET_VERSION' ? writing(seen) : {});
    if (seen.removed) delete properties.removedAt;
    if (changed || columns.cameOrWent) properties.searchWords = searchWordsOf(entity, seen);
    if (!changed) return;
    const [namespace, name] = naming(entity.id);
    if (entity.created) Object.assign(properties, { id: entity.id, kind: entity.kind, namespace, name, createdAt: this.at });
    properties.said = entity.registers.size > 0 ? said : null;
    Object.assign(properties, seen.properties, {
      description: seen.description,
      described: seen.described,
      updatedAt: entity.created ? null : this.at,
    });
    if (entity.kind === 'DATASET') Object.assign(properties, { schema: entity.schema ?? null, canonical: entity.canonical ?? null });
    if (seen.removed !== wasRemoved) properties.removedAt = seen.removed ? this.at : null;
    this.changeEntity(changeOf(entity.created, wasRemoved, seen.removed), entity.id, by, properties, runMove(entity, seen));
    if (columns.reshaped && !entity.created) this.ofEntities.get(entity.id)!.reshaped = true;
    // A new node has nothing that a null would take away.
    if (entity.created) for (const name of Object.keys(properties)) properties[name] ??= undefined;
  }

  private changeEntity(change: LoggedChange['change'], id: string, by: string, properties: PropertyMap, run?: RunMove): void {
    this.ofEntities.set(id, this.change(change, id, by, properties, run));
  }

  private change(change: LoggedChange['change'], entityId: string, by: string, properties?: PropertyMap, run?: RunMove): Numbered {
    const numbered = { change, entityId, by, position: 0, at: this.at, ...(run && { run }) };
    this.changes.push(numbered);
    if (properties) this.positioned.push({ change: numbered, properties });
    return numbered;
  }

  private async columns(dataset: EntityState, seen: View, by: string): Promise<typeof SAME_COLUMNS> {
    const chosen = seen.chosen.get('schema')?.value;
    const schema = typeof chosen === 'string' ? chosen : undefined;
    const own = this.folded.touchedColumns.get(dataset.id);
    if (dataset.schema === schema && !this.set.columnsMoved.has(dataset.id) && !own) return SAME_COLUMNS;
    dataset.schema = schema;
    const fields = new Map<string, { field: FieldClaim; ordinal: number }>();
    if (schema) {
      const list = await this.set.withLoaded(() => JSON.parse(this.set.contentText(schema)) as FieldClaim[]);
      for (const [ordinal, field] of list.entries()) if (!fields.has(field.path)) fields.set(field.path, { field, ordinal });
    }
    const outcome = { ...SAME_COLUMNS };
    for (const column of dataset.columns.values()) {
      const { created, removed, type } = column;
      const said = column.own && view(columnId(dataset.id, column.path), column.own.registers, column.own.seenAt);
      if (column.own && said) await this.loadEnds(column.own.relations, said.relations);
      this.column(dataset, column, said, fields.get(column.path), schema !== undefined, own?.get(column.path) ?? by);
      if (created || removed !== column.removed) outcome.cameOrWent = true;
      if (created || removed !== column.removed || type !== column.type) outcome.reshaped = true;
    }
    return outcome;
  }

  private column(
    dataset: EntityState,
    column: ColumnState,
    own: View | undefined,
    at: { field: FieldClaim; ordinal: number } | undefined,
    schemaKnown: boolean,
    by: string,
  ): void {
    const next: ColumnView = {
      type: at?.field.type ?? null,
      ordinal: at?.ordinal ?? null,
      description: own?.description ?? at?.field.description ?? null,
      described: column.inSomeSchema || (own?.described ?? false),
      removed: own?.removed || (column.inSomeSchema && schemaKnown && !at),
    };
    const related = own ? this.relations(column, column.own!.relations, own.relations, true) : false;
    if (own) column.own!.relations = own.relations;
    const { removed: wasRemoved, type: wasType } = column;
    if (!column.created && !related && !own && sameColumn(column, next)) return;
    Object.assign(column, next);
    const rare: PropertyMap = {};
    if (column.inSomeSchema !== next.described) rare.inSomeSchema = column.inSomeSchema;
    if (next.removed !== wasRemoved) rare.removedAt = next.removed ? this.at : null;
    if (own && column.own)
      Object.assign(rare, {
        said: printSaid(column.own.registers),
        saidAt: printSaidAt(column.own.registers),
        seenAt: column.own.seenAt,
        searchWords: searchWordsOfColumn(dataset.id, column, own),
      });
    if (column.created) this.rows.createColumn(dataset.key, column, this.changes.length, millisOf(this.at));
    const updated = !column.created || Object.keys(rare).length > 0 ? this.rows.updateColumn(column.key) : undefined;
    if (updated) {
      const { removed: _, ...plain } = next;
      Object.assign(updated, plain, { inSomeSchema: null }, rare, column.created ? {} : { updatedAt: this.at });
    }
    const change = this.change(changeOf(column.created, wasRemoved, next.removed), columnId(dataset.id, column.path), by, updated);
    if (!column.created && wasType !== next.type) change.reshaped = true;
  }

  /** Reads what the relations that differ lead to; gives those that are new. */
  private async loadEnds(before: Relations, after: Relations): Promise<StoredRelation[]> {
    const { appeared, gone } = compare(before, after);
    await this.set.load([...appeared, ...gone].map(({ to }) => to));
    return appeared;
  }

  /** Draws and takes away what differs; says whether anything did. */
  private relations(owner: { readonly key: number }, before: Relations, after: Relations, ofColumn: boolean): boolean {
    const { appeared, gone } = compare(before, after);
    for (const relation of gone) this.rows.removeRelation(owner.key, relation, this.set.entity(relation.to).key, ofColumn);
    for (const relation of appeared) {
      const properties = { ...relation.properties, ...(relation.by ? { by: relation.by } : {}) };
      this.rows.addRelation(owner.key, relation.type, this.set.entity(relation.to).key, properties, ofColumn);
    }
    return appeared.length + gone.length > 0;
  }
}

const sameColumn = (a: ColumnView, b: ColumnView): boolean =>
  a.type === b.type && a.ordinal === b.ordinal && a.description === b.description && a.described === b.described && a.removed === b.removed;

type Relations = ReadonlyMap<string, StoredRelation>;

function compare(before: Relations, after: Relations): { appeared: StoredRelation[]; gone: StoredRelation[] } {
  const without = (these: Relations, those: Relations) => [...these].flatMap(([key, relation]) => (those.has(key) ? [] : [relation]));
  return { appeared: without(after, before), gone: without(before, after) };
}

function runProperties(run: EntityState, seen: View): PropertyMap {
  const memory = run.run!;
  const { parts } = parseId(run.id)!;
  // A run that was only named, as a parent, comes after all of which something was heard.
  if (memory.firstAt === '') return { sortKey: ` ${parts[1]}` };
  return {
    endedAt: endedAt(seen),
    firstAt: memory.firstAt,
    latestAt: memory.latestAt,
    facts: memory.facts.join(' '),
    sets: JSON.stringify(sortedSets(memory.sets)),
    sortKey: `${memory.latestAt} ${parts[1]}`,
  };
}

/** Notes the state as the one that is written now. */
function runMove({ run }: EntityState, seen: View): RunMove | undefined {
  if (!run || run.firstAt === '') return undefined;
  const previous = run.state;
  run.state = stateOf(seen);
  const of = [...seen.relations.values()].find(({ type }) => type === 'RUN_OF');
  return { state: run.state, previous, job: of?.to ?? null };
}

function sortedSets(sets: Record<string, Record<string, string>>): Record<string, Record<string, string>> {
  const sorted = <T>(object: Record<string, T>) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted(sets).map(([producer, scopes]) => [producer, Object.fromEntries(sorted(scopes))]));
}

function changeOf(created: boolean, wasRemoved: boolean, removed: boolean): LoggedChange['change'] {
  if (created) return 'CREATED';
  if (removed !== wasRemoved) return removed ? 'REMOVED' : 'RESTORED';
  return 'UPDATED';
}
