import type { Database } from '../neo4j/database.js';
import { type PackedText, unpackText } from '../neo4j/packed-text.js';
import { getOrMake } from './get-or-make.js';
import { addRelation, disputedSets, type EntityRow, entityFrom, type RelationRow, type SubjectRow, subjectFrom } from './loaded.js';
import type { Memory } from './memory.js';
import type { ScopeSet } from './scopes.js';
import { LOAD_COLUMN_RELATIONS, LOAD_CONTENTS, LOAD_DECLARATIONS, LOAD_ENTITIES, LOAD_REFERENCED, LOAD_SUBJECTS } from './state.cypher.js';
import { type ColumnState, type EntityState, newColumn, newEntity, settle } from './state.js';
import type { SubjectState } from './subject.js';
import { EMPTY_FOLD, fold, type SetReader } from './timeline.js';

/** Something that was not loaded beforehand is needed: load it, then do the same step again. */
export class Missing extends Error {
  constructor(readonly what: { entities?: readonly string[]; contents?: readonly string[] }) {
    super(`Not loaded: ${JSON.stringify(what).slice(0, 300)}`);
  }
}

/** Gives out integer keys; shared by entities, columns and assertions. */
export interface KeySource {
  next(): number;
}

/** Of a command: what was asked for (its hash), and what it made or changed (its id). */
export interface Declared {
  readonly input?: string | null;
  readonly answer?: string | null;
}

/** Has an entity worked out with the others of its group; false if it is already. */
export type Enqueue = (id: string, by: string) => boolean;

/** The group before, while it is being committed: what it touched is not in the graph yet, and may have left memory. */
export interface Uncommitted {
  readonly set: WorkingSet;
  /** Resolves when it is known whether it was committed. */
  readonly landed: Promise<unknown>;
}

/** All that one group of facts touches, pinned in memory until the group is committed. */
export class WorkingSet {
  readonly entities = new Map<string, EntityState>();
  readonly subjects = new Map<string, SubjectState>();
  /** Sets and schemas that are not in the graph yet, by hash. */
  readonly newContents = new Map<string, string>();
  /** Facts without a run that were accepted before, or are in this group; by hash. */
  readonly declared = new Map<string, Declared>();
  /** Datasets that got columns, or whose schema may be another now. */
  readonly columnsMoved = new Set<string>();
  /** Of the artifacts that were asked for: those that something has. */
  readonly referenced = new Set<string>();
  private readonly contents = new Map<string, string>();
  private readonly parsed = new Map<string, ScopeSet>();
  private readonly absent = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly memory: Memory,
    private readonly keys: KeySource,
    private before: Uncommitted | undefined,
  ) {}

  /** The entity, made if nobody named it before. */
  entity(id: string): EntityState {
    const known = this.find(id);
    if (known) return known;
    if (!this.absent.has(id)) throw new Missing({ entities: [id] });
    const made = newEntity(id, this.keys.next());
    this.entities.set(id, made);
    return made;
  }

  /** Undefined when there is none. */
  find(id: string): EntityState | undefined {
    const pinned = this.entities.get(id);
    if (pinned) return pinned;
    const remembered = this.rememberedEntity(id);
    if (remembered) this.entities.set(id, remembered);
    else if (!this.absent.has(id)) throw new Missing({ entities: [id] });
    return remembered;
  }

  column(dataset: EntityState, path: string): ColumnState {
    const known = dataset.columns.get(path);
    if (known) return known;
    const made = newColumn(path, this.keys.next());
    dataset.columns.set(path, made);
    this.columnsMoved.add(dataset.id);
    return made;
  }

  subject(id: string): SubjectState {
    const pinned = this.subjects.get(id);
    if (!pinned) throw new Error(`subject ${id} was not loaded`);
    return pinned;
  }

  /** Keeps a document for the graph, unless it is known to be there. */
  addContent(hash: string, body: string): void {
    if (!this.hasContent(hash)) this.newContents.set(hash, body);
  }

  contentText(hash: string): string {
    const text = this.newContents.get(hash) ?? this.contents.get(hash) ?? this.rememberedContent(hash);
    if (text === undefined) throw new Missing({ contents: [hash] });
    return text;
  }

  readonly readSet: SetReader = (hash) => getOrMake(this.parsed, hash, () => JSON.parse(this.contentText(hash)) as ScopeSet);

  hasContent(hash: string): boolean {
    return this.newContents.has(hash) || this.contents.has(hash) || this.rememberedContent(hash) !== undefined;
  }

  private rememberedEntity(id: string): EntityState | undefined {
    return this.before?.set.entities.get(id) ?? this.memory.entities.get(id);
  }

  private rememberedContent(hash: string): string | undefined {
    return this.before?.set.newContents.get(hash) ?? this.memory.contents.get(hash);
  }

  /** Runs a step that may lack something, loading what it asks for. The step must not have changed anything by then. */
  async withLoaded<T>(step: () => T): Promise<T> {
    for (;;)
      try {
        return step();
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        await this.load(error.what.entities ?? []);
        await this.loadContents(error.what.contents ?? []);
      }
  }

  async load(ids: Iterable<string>): Promise<void> {
    const missing = new Set<string>();
    for (const id of ids) {
      if (this.entities.has(id) || this.absent.has(id)) continue;
      const remembered = this.rememberedEntity(id);
      if (remembered) this.entities.set(id, remembered);
      else missing.add(id);
    }
    if (missing.size === 0) return;
    const rows = await this.database.read<EntityRow>(LOAD_ENTITIES, { p: { ids: [...missing] } });
    for (const row of rows) {
      const state = entityFrom(row);
      missing.delete(row.id);
      this.entities.set(row.id, state);
    }
    for (const id of missing) this.absent.add(id);
    const spokenOf = rows.flatMap((row) => [...this.entities.get(row.id)!.columns.values()].filter((column) => column.own));
    if (spokenOf.length > 0) await this.loadColumnRelations(spokenOf);
    for (const row of rows) settle(this.entities.get(row.id)!);
  }

  private async loadColumnRelations(columns: ColumnState[]): Promise<void> {
    const byKey = new Map(columns.map((column) => [column.key, column]));
    const rows = await this.database.read<{ key: number } & RelationRow>(LOAD_COLUMN_RELATIONS, { p: { keys: [...byKey.keys()] } });
    for (const row of rows) addRelation(byKey.get(row.key)!.own!.relations, [row.type, row.to, row.role, row.by]);
  }

  async loadContents(hashes: Iterable<string>): Promise<void> {
    const missing = [...new Set(hashes)].filter((hash) => !this.hasContent(hash));
    if (missing.length === 0) return;
    const rows = await this.database.read<{ hash: string } & PackedText>(LOAD_CONTENTS, { p: { hashes: missing } });
    for (const { hash, ...text } of rows) this.contents.set(hash, unpackText(text));
    const lost = missing.filter((hash) => !this.contents.has(hash));
    if (lost.length > 0) throw new Error(`Content ${lost.join(', ')} is named in the graph but not stored in it.`);
  }

  async loadDeclared(hashes: string[]): Promise<void> {
    if (hashes.length === 0) return;
    for (const hash of hashes) {
      const known = this.before?.set.declared.get(hash);
      if (known) this.declared.set(hash, known);
    }
    const rows = await this.database.read<{ hash: string } & Declared>(LOAD_DECLARATIONS, { p: { hashes } });
    for (const { hash, ...declared } of rows) this.declared.set(hash, declared);
  }

  async loadReferenced(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    // What the group before refers to is seen in the graph only.
    await this.before?.landed;
    for (const { id } of await this.database.read<{ id: string }>(LOAD_REFERENCED, { p: { ids } })) this.referenced.add(id);
  }

  /** `whole`: with every entry, also those that were folded together in memory. */
  async loadSubjects(ids: Iterable<string>, whole = false): Promise<void> {
    const missing = new Set<string>();
    if (whole) await this.before?.landed;
    for (const id of ids) {
      const remembered = whole ? undefined : (this.subjects.get(id) ?? this.before?.set.subjects.get(id) ?? this.memory.subjects.get(id));
      if (remembered) this.subjects.set(id, remembered);
      else if (this.absent.has(id) || this.entities.get(id)?.created)
        this.subjects.set(id, { id, timelines: new Map(), numbers: new Map() });
      else missing.add(id);
    }
    if (missing.size === 0) return;
    const rows = await this.database.read<SubjectRow>(LOAD_SUBJECTS, { p: { ids: [...missing] } });
    for (const row of rows) {
      const subject = subjectFrom(row);
      await this.loadContents(disputedSets(subject));
      for (const timeline of subject.timelines.values())
        timeline.folded = fold(EMPTY_FOLD, timeline.entries.values(), subject.id, this.readSet);
      this.subjects.set(row.id, subject);
      missing.delete(row.id);
    }
    for (const id of missing) this.subjects.set(id, { id, timelines: new Map(), numbers: new Map() });
  }

  /** What was touched is as it will be in the graph. */
  remember(): void {
    this.before = undefined;
    for (const [id, state] of this.entities) {
      state.created = false;
      for (const column of state.columns.values()) column.created = false;
      this.memory.entities.set(id, state);
    }
    for (const [id, subject] of this.subjects) this.memory.subjects.set(id, subject);
    for (const [hash, body] of this.newContents) this.memory.contents.set(hash, body);
    for (const [hash, body] of this.contents) this.memory.contents.set(hash, body);
  }

  /** It is not in the graph, or nobody knows how much of it is. */
  forget(): void {
    this.before = undefined;
    this.memory.forget(this.entities.keys());
    this.memory.forget(this.subjects.keys());
    for (const hash of this.newContents.keys()) this.memory.contents.delete(hash);
  }
}
