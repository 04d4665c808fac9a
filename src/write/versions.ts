import { parseId } from '../catalog/id.js';
import { getOrMake } from './get-or-make.js';
import { type PortAttribute, versionId, WRITTEN, type WrittenAttribute, writeAttribute } from './needs.js';
import type { PlanRows, PropertyMap } from './plan.js';
import { endedAt, stateOf } from './run-state.js';
import { type EntityState, type View, view } from './state.js';
import type { Enqueue, WorkingSet } from './working-set.js';

/** Who says when a version was written, where that follows from a run. */
const BY_RUN = 'vinci';

interface Parts {
  readonly set: WorkingSet;
  readonly rows: PlanRows;
  readonly views: Map<string, View>;
  readonly at: string;
  readonly enqueue: Enqueue;
}

/** Which versions of datasets there are: those that somebody named, and those that succeeded runs wrote. */
export class Versions {
  private readonly linked = new Set<string>();

  constructor(private readonly parts: Parts) {}

  /** A version that was named, or read. */
  named(id: string, dataset: string): void {
    this.newVersion(this.parts.set.entity(id), dataset);
    // A run may have written it and then turned out to have failed.
    this.parts.rows.extra(id, { explicit: true, removedAt: null });
  }

  /** A succeeded run makes a version of each dataset that it wrote; if it turns out not to have succeeded, they go. */
  async ofRun(run: EntityState, seen: View, by: string): Promise<void> {
    const memory = run.run!;
    const succeeded = stateOf(seen) === 'SUCCEEDED';
    if (!succeeded && memory.wrote.size === 0) return;
    const hashes = succeeded ? Object.values(memory.sets).flatMap((scopes) => scopes.OUT ?? []) : [];
    await this.parts.set.loadContents(hashes);
    const written = new Set(hashes.flatMap((hash) => this.parts.set.readSet(hash) as readonly string[]));
    const names = new Map([...written].map((dataset) => [this.versionName(run, seen, dataset), dataset]));
    await this.parts.set.load([...names.keys(), ...written, ...memory.wrote]);
    for (const id of memory.wrote) if (!names.has(id)) this.unwrite(run, this.parts.set.entity(id), by);
    for (const [id, dataset] of names) this.write(run, seen, id, dataset, by);
  }

  private versionName(run: EntityState, seen: View, dataset: string): string {
    return versionId(dataset, writtenVersion(seen, dataset)?.version ?? parseId(run.id)!.parts[1]!);
  }

  private unwrite(run: EntityState, version: EntityState, by: string): void {
    this.parts.enqueue(version.id, by);
    run.run!.wrote.delete(version.id);
    this.parts.rows.removeRelation(run.key, { type: 'WROTE', to: version.id, by: '' }, version.key);
    const byRun = version.registers.get(BY_RUN);
    byRun?.delete(`${WRITTEN}:${run.id}`);
    if (byRun?.size === 0) version.registers.delete(BY_RUN);
    this.parts.views.set(version.id, view(version.id, version.registers, version.seenAt));
    this.parts.rows.extra(version.id, { writtenAt: null, schema: null });
    // One that somebody named or read is there although its run came to nothing.
    if (version.registers.size === 0 && version.seenAt === '') this.parts.rows.update(version.key).removedAt = this.parts.at;
  }

  private write(run: EntityState, seen: View, id: string, dataset: string, by: string): void {
    const version = this.parts.set.entity(id);
    const said = writtenVersion(seen, dataset);
    const schema: { [name: string]: string } = said?.schema ? { schema: said.schema } : {};
    const at = endedAt(seen)!;
    this.parts.enqueue(id, by);
    this.newVersion(version, dataset);
    // Named after the run, it is this run's alone; a version that was named may be written by several.
    if (said?.version === undefined) this.parts.rows.extra(id, { explicit: false, writtenAt: at, removedAt: null, ...schema });
    else {
      // It follows from the run and changes with it: nobody's word that a newer one would have to outrank.
      getOrMake(version.registers, BY_RUN, () => new Map()).set(`${WRITTEN}:${run.id}`, { value: { at, ...schema }, stamp: at });
      this.parts.views.set(id, view(id, version.registers, version.seenAt));
      this.parts.rows.extra(id, { explicit: true, removedAt: null });
    }
    if (run.run!.wrote.has(id)) return;
    run.run!.wrote.add(id);
    this.parts.rows.addRelation(run.key, 'WROTE', version.key, {});
  }

  private newVersion(version: EntityState, dataset: string): void {
    if (!version.created || this.linked.has(version.id)) return;
    this.linked.add(version.id);
    this.parts.rows.addRelation(this.parts.set.entity(dataset).key, 'HAS_VERSION', version.key, {});
    this.parts.rows.extra(version.id, { version: parseId(version.id)!.parts[2]! });
  }
}

function writtenVersion(seen: View, dataset: string): PortAttribute | undefined {
  return seen.chosen.get(writeAttribute(dataset))?.value as PortAttribute | undefined;
}

/** When a version that was named was first said to be written, and under which schema. */
export function writing(seen: View): PropertyMap {
  const said = [...seen.chosen].filter(([name]) => name.startsWith(WRITTEN)).map(([, choice]) => choice.value as WrittenAttribute);
  if (said.length === 0) return {};
  const first = said.reduce((a, b) => (a.at <= b.at ? a : b));
  return { writtenAt: first.at, schema: first.schema ?? null };
}
