import type { FieldClaim } from '../catalog/attributes.js';
import { columnId, parseId } from '../catalog/id.js';
import { runState } from '../catalog/run/run.js';
import { millisOf } from '../catalog/time.js';
import type { GroupFold } from './fold.js';
import { getOrMake } from './get-or-make.js';
import type { LoggedChange } from './log.js';
import { type PortAttribute, versionId, WRITTEN, type WrittenAttribute, writeAttribute } from './needs.js';
import type { PlanRows, PropertyMap } from './plan.js';
import { isRemoved, newestStamp, printSaid, printSaidAt } from './registers.js';
import { timeOfStamp } from './stamp.js';
import { type ColumnState, type EntityState, printOf, type StoredRelation, type View, view } from './state.js';
import type { WorkingSet } from './working-set.js';

/** Who says when a version was written, where that follows from a run. */
const BY_RUN = 'vinci';

/** Labels of kinds whose name is not simply the kind in camel case. */
const labelOf = (kind: string): string => kind.toLowerCase().replace(/(^|_)([a-z])/g, (_, __, c: string) => c.toUpperCase());

/**
 * Works out what the touched entities come to: nodes to make and to change, relations to draw and to take away, and the
 * changes that the log will tell of. Lineage edges are worked out in lineage-outcome.ts.
 */
export class EntityOutcome {
  readonly changes: Omit<LoggedChange, 'position' | 'at'>[] = [];
  /** What is told its position once the changes are numbered. */
  private readonly positioned: { id: string; place: (position: number) => void }[] = [];
  readonly views = new Map<string, View>();
  private readonly linked = new Set<string>();
  /** Entities that were in the graph before this group. */
  readonly stored = new Set<string>();
  /** Of runs: the job that they were taken for before. */
  readonly jobsLeft = new Map<string, string>();

  constructor(
    private readonly set: WorkingSet,
    private readonly folded: GroupFold,
    private readonly rows: PlanRows,
    private readonly at: string,
  ) {}

  async workOut(): Promise<void> {
    for (const [id, dataset] of this.folded.explicitVersions) {
      const version = this.set.entity(id);
      if (version.created) this.newVersion(version, dataset);
      this.rows.extra(id, { explicit: true });
    }
    const queue = [...this.folded.touched];
    for (let i = 0; i < queue.length; i++) {
      const [id, by] = queue[i]!;
      const entity = this.set.entity(id);
      const seen = view(id, entity.registers, entity.seenAt);
      this.views.set(id, seen);
      if (!entity.created) this.stored.add(id);
      if (entity.run) for (const relation of entity.relations.values()) if (relation.type === 'RUN_OF') this.jobsLeft.set(id, relation.to);
      for (const relation of seen.relations.values()) this.target(relation, by, queue);
      if (entity.run) await this.versions(entity, seen, by, queue);
    }
    const aliased = new Map<string, string>();
    for (const [id, by] of queue) for (const other of this.linkAliases(this.set.entity(id), this.views.get(id)!)) aliased.set(other, by);
    await this.canonicals(aliased, queue);
    for (const [id, by] of queue) await this.entity(this.set.entity(id), this.views.get(id)!, by);
  }

  /** Gives the changes their positions, after `from`, and the rows theirs. */
  number(from: number, extra: ReadonlyMap<string, string>): { changes: LoggedChange[]; last: number } {
    const byId = new Map<string, number>();
    let position = from;
    for (const change of this.changes) byId.set(change.entityId, ++position);
    const changes = this.changes.map((change): LoggedChange => ({ ...change, position: byId.get(change.entityId)!, at: this.at }));
    for (const [id, by] of extra) {
      if (byId.has(id)) continue;
      byId.set(id, ++position);
      changes.push({ change: 'RELINKED', entityId: id, by, position, at: this.at });
      this.positioned.push({ id, place: placeOf(this.rows.update(this.set.entity(id).key)) });
    }
    for (const { id, place } of this.positioned) place(byId.get(id) ?? from);
    return { changes, last: Math.max(position, from + 1) };
  }

  private target(relation: StoredRelation, by: string, queue: [string, string][]): void {
    if (this.set.entity(relation.to).created) this.enqueue(relation.to, by, queue);
  }

  private enqueue(id: string, by: string, queue: [string, string][]): void {
    if (this.folded.touched.has(id)) return;
    this.folded.touched.set(id, by);
    queue.push([id, by]);
  }

  /** A succeeded run makes a version of each dataset that it wrote; if it turns out not to have succeeded, they go. */
  private async versions(run: EntityState, seen: View, by: string, queue: [string, string][]): Promise<void> {
    const memory = run.run!;
    const succeeded = stateOf(seen) === 'SUCCEEDED';
    if (!succeeded && memory.wrote.size === 0) return;
    const hashes = succeeded ? Object.values(memory.sets).flatMap((scopes) => scopes.OUT ?? []) : [];
    await this.set.loadContents(hashes);
    const written = new Set(hashes.flatMap((hash) => this.set.readSet(hash) as readonly string[]));
    const names = new Map([...written].map((dataset) => [this.versionName(run, seen, dataset), dataset]));
    await this.set.load([...names.keys(), ...memory.wrote]);
    for (const id of memory.wrote) if (!names.has(id)) this.unwrite(run, this.set.entity(id), by, queue);
    for (const [id, dataset] of names) this.write(run, seen, id, dataset, by, queue);
  }

  private versionName(run: EntityState, seen: View, dataset: string): string {
    return versionId(dataset, writtenVersion(seen, dataset)?.version ?? parseId(run.id)!.parts[1]!);
  }

  private unwrite(run: EntityState, version: EntityState, by: string, queue: [string, string][]): void {
    this.enqueue(version.id, by, queue);
    run.run!.wrote.delete(version.id);
    this.rows.removeRelation(run.key, { type: 'WROTE', to: version.id, by: '' }, version.key);
    const byRun = version.registers.get(BY_RUN);
    byRun?.delete(`${WRITTEN}:${run.id}`);
    if (byRun?.size === 0) version.registers.delete(BY_RUN);
    this.views.set(version.id, view(version.id, version.registers, version.seenAt));
    this.rows.extra(version.id, { writtenAt: null, schema: null });
    // One that somebody named or read is there although its run came to nothing.
    if (version.registers.size === 0 && version.seenAt === '') this.rows.update(version.key).removedAt = this.at;
  }

  private write(run: EntityState, seen: View, id: string, dataset: string, by: string, queue: [string, string][]): void {
    const version = this.set.entity(id);
    const said = writtenVersion(seen, dataset);
    const schema: { [name: string]: string } = said?.schema ? { schema: said.schema } : {};
    const at = endedAt(seen)!;
    this.enqueue(id, by, queue);
    if (version.created) this.newVersion(version, dataset);
    // Named after the run, it is this run's alone; a version that was named may be written by several.
    if (said?.version === undefined) this.rows.extra(id, { explicit: false, writtenAt: at, removedAt: null, ...schema });
    else {
      // It follows from the run and changes with it: nobody's word that a newer one would have to outrank.
      getOrMake(version.registers, BY_RUN, () => new Map()).set(`${WRITTEN}:${run.id}`, { value: { at, ...schema }, stamp: at });
      this.views.set(id, view(id, version.registers, version.seenAt));
      this.rows.extra(id, { explicit: true, removedAt: null });
    }
    if (run.run!.wrote.has(id)) return;
    run.run!.wrote.add(id);
    this.rows.addRelation(run.key, 'WROTE', version.key, {});
  }

  private newVersion(version: EntityState, dataset: string): void {
    if (this.stored.has(version.id) || this.linked.has(version.id)) return;
    this.linked.add(version.id);
    this.rows.addRelation(this.set.entity(dataset).key, 'HAS_VERSION', version.key, {});
    this.rows.extra(version.id, { version: parseId(version.id)!.parts[2]! });
  }

  /** Datasets whose names may come together differently now: itself, and those that it was a name of before. */
  private linkAliases(entity: EntityState, seen: View): string[] {
    if (entity.kind !== 'DATASET') return [];
    const names = (relations: Map<string, StoredRelation>) =>
      new Set([...relations.values()].filter((relation) => relation.type === 'SAME_AS').map((relation) => relation.to));
    const before = names(entity.relations);
    const after = names(seen.relations);
    for (const to of after) this.set.entity(to).namedBy.add(entity.id);
    const left = [...before].filter((to) => !after.has(to));
    for (const to of left) this.set.entity(to).namedBy.delete(entity.id);
    return before.size > 0 || after.size > 0 || entity.namedBy.size > 0 ? [entity.id, ...left] : [];
  }

  /** The canonical member of each component of names: one that was described before one that was only named, then the least id. */
  private async canonicals(aliased: ReadonlyMap<string, string>, queue: [string, string][]): Promise<void> {
    const done = new Set<string>();
    for (const [start, by] of aliased) {
      if (done.has(start)) continue;
      const members = await this.component(start);
      const ranked = members
        .map((entity) => ({ entity, described: (this.views.get(entity.id) ?? view(entity.id, entity.registers, entity.seenAt)).described }))
        .sort((a, b) => Number(b.described) - Number(a.described) || (a.entity.id < b.entity.id ? -1 : 1));
      const canonical = ranked[0]!.entity.id;
      for (const { entity } of ranked) {
        done.add(entity.id);
        const points = entity.id === canonical ? undefined : canonical;
        if (entity.canonical === points) continue;
        entity.canonical = points;
        if (this.folded.touched.has(entity.id)) continue;
        this.enqueue(entity.id, by, queue);
        this.views.set(entity.id, view(entity.id, entity.registers, entity.seenAt));
      }
    }
  }

  private async component(start: string): Promise<EntityState[]> {
    const members = new Map<string, EntityState>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (members.has(id)) continue;
      await this.set.load([id]);
      const entity = this.set.entity(id);
      members.set(id, entity);
      const relations = this.views.get(id)?.relations ?? entity.relations;
      for (const relation of relations.values()) if (relation.type === 'SAME_AS') open.push(relation.to);
      open.push(...entity.namedBy);
    }
    return [...members.values()];
  }

  private async entity(entity: EntityState, seen: View, by: string): Promise<void> {
    const wasRemoved = entity.removed;
    entity.removed = seen.removed;
    if (entity.kind === 'DATASET') await this.columns(entity, seen, by);
    const said = printSaid(entity.registers);
    const printed = printOf(entity, said);
    const related = this.relations(entity, entity.relations, seen.relations, false);
    entity.relations = seen.relations;
    const changed = entity.created || related || printed !== entity.printed;
    entity.printed = printed;
    const properties = entity.created ? this.rows.create(labelOf(entity.kind), entity.key) : this.rows.update(entity.key);
    // Nearly always it was named by what was said of it last.
    properties.seenAt = entity.seenAt === newestStamp(entity.registers) ? null : entity.seenAt;
    properties.saidAt = entity.registers.size > 0 ? printSaidAt(entity.registers) : null;
    if (entity.run) Object.assign(properties, runProperties(entity, seen));
    Object.assign(properties, this.rows.takeExtra(entity.id), entity.kind === 'DATASET_VERSION' ? writing(seen) : {});
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
    this.positioned.push({ id: entity.id, place: placeOf(properties) });
    this.changes.push({ change: changeOf(entity.created, wasRemoved, seen.removed), entityId: entity.id, by });
  }

  private async columns(dataset: EntityState, seen: View, by: string): Promise<void> {
    const chosen = seen.chosen.get('schema')?.value;
    const schema = typeof chosen === 'string' ? chosen : undefined;
    const own = this.folded.touchedColumns.get(dataset.id);
    if (dataset.schema === schema && !this.set.columnsMoved.has(dataset.id) && !own) return;
    dataset.schema = schema;
    const fields = new Map<string, { field: FieldClaim; ordinal: number }>();
    if (schema) {
      const list = await this.set.withLoaded(() => JSON.parse(this.set.contentText(schema)) as FieldClaim[]);
      for (const [ordinal, field] of list.entries()) if (!fields.has(field.path)) fields.set(field.path, { field, ordinal });
    }
    for (const column of dataset.columns.values())
      this.column(dataset, column, fields.get(column.path), schema !== undefined, own?.get(column.path) ?? by);
  }

  private column(
    dataset: EntityState,
    column: ColumnState,
    at: { field: FieldClaim; ordinal: number } | undefined,
    schemaKnown: boolean,
    by: string,
  ): void {
    const id = columnId(dataset.id, column.path);
    const own = column.own && view(id, column.own.registers, column.own.seenAt);
    const banned = column.own !== undefined && isRemoved(column.own.registers, column.own.seenAt);
    const next = {
      type: at?.field.type ?? null,
      ordinal: at?.ordinal ?? null,
      description: own?.description ?? at?.field.description ?? null,
      described: column.inSomeSchema || (own?.described ?? false),
      removed: banned || (column.inSomeSchema && schemaKnown && !at),
    };
    const related = own ? this.relations(column, column.own!.relations, own.relations, true) : false;
    if (own) column.own!.relations = own.relations;
    const wasRemoved = column.removed;
    const same = (Object.keys(next) as (keyof typeof next)[]).every((name) => next[name] === column[name]);
    if (same && !column.created && !related && !own) return;
    Object.assign(column, next);
    const rare: PropertyMap = {};
    if (column.inSomeSchema !== next.described) rare.inSomeSchema = column.inSomeSchema;
    if (next.removed !== wasRemoved) rare.removedAt = next.removed ? this.at : null;
    if (own && column.own)
      Object.assign(rare, {
        said: printSaid(column.own.registers),
        saidAt: printSaidAt(column.own.registers),
        seenAt: column.own.seenAt,
      });
    if (column.created) this.positioned.push({ id, place: this.rows.createColumn(dataset.key, column, millisOf(this.at)) });
    if (!column.created || Object.keys(rare).length > 0) {
      const properties = this.rows.updateColumn(column.key);
      const { removed: _, ...plain } = next;
      Object.assign(properties, plain, { inSomeSchema: null }, rare, column.created ? {} : { updatedAt: this.at });
      this.positioned.push({ id, place: placeOf(properties) });
    }
    this.changes.push({ change: changeOf(column.created, wasRemoved, next.removed), entityId: id, by });
  }

  /** Draws and takes away what differs; says whether anything did. */
  private relations(
    owner: { readonly key: number },
    before: ReadonlyMap<string, StoredRelation>,
    after: ReadonlyMap<string, StoredRelation>,
    ofColumn: boolean,
  ): boolean {
    let differs = false;
    for (const [key, relation] of before)
      if (!after.has(key)) {
        differs = true;
        this.rows.removeRelation(owner.key, relation, this.set.entity(relation.to).key, ofColumn);
      }
    for (const [key, relation] of after)
      if (!before.has(key)) {
        differs = true;
        const properties = { ...relation.properties, ...(relation.by ? { by: relation.by } : {}) };
        this.rows.addRelation(owner.key, relation.type, this.set.entity(relation.to).key, properties, ofColumn);
      }
    return differs;
  }
}

const placeOf =
  (properties: PropertyMap) =>
  (position: number): void => {
    properties.position = position;
  };

export function stateOf(seen: View): string {
  return runState([...seen.chosen].filter(([, choice]) => choice.value === true).map(([name]) => name));
}

/** When it was last said to have come to the end that counts; null while it has none. */
function endedAt(seen: View): string | null {
  const state = stateOf(seen);
  if (state === 'QUEUED' || state === 'STARTING' || state === 'RUNNING') return null;
  const said = seen.chosen.get(`state:${state}`);
  return said ? timeOfStamp(said.stamp) : null;
}

function writtenVersion(seen: View, dataset: string): PortAttribute | undefined {
  return seen.chosen.get(writeAttribute(dataset))?.value as PortAttribute | undefined;
}

/** When a version that was named was first said to be written, and under which schema. */
function writing(seen: View): PropertyMap {
  const said = [...seen.chosen].filter(([name]) => name.startsWith(WRITTEN)).map(([, choice]) => choice.value as WrittenAttribute);
  if (said.length === 0) return {};
  const first = said.reduce((a, b) => (a.at <= b.at ? a : b));
  return { writtenAt: first.at, schema: first.schema ?? null };
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

function sortedSets(sets: Record<string, Record<string, string>>): Record<string, Record<string, string>> {
  const sorted = <T>(object: Record<string, T>) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted(sets).map(([producer, scopes]) => [producer, Object.fromEntries(sorted(scopes))]));
}

function naming(id: string): [namespace: string, name: string] {
  const { kind, parts } = parseId(id)!;
  return kind === 'DATA_SOURCE' ? [parts[0]!, parts[0]!] : [parts[0]!, parts[1]!];
}

function changeOf(created: boolean, wasRemoved: boolean, removed: boolean): LoggedChange['change'] {
  if (created) return 'CREATED';
  if (removed !== wasRemoved) return removed ? 'REMOVED' : 'RESTORED';
  return 'UPDATED';
}
