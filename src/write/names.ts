import { type EntityState, type StoredRelation, type View, view } from './state.js';
import type { Enqueue, WorkingSet } from './working-set.js';

interface Parts {
  readonly set: WorkingSet;
  readonly views: Map<string, View>;
  readonly enqueue: Enqueue;
}

/** Which datasets are one thing under several names (symlinks), and which of the names stands for it. */
export class Names {
  /** What came together otherwise than before: the other names of each. */
  readonly #renamed = new Map<string, readonly string[]>();

  constructor(private readonly parts: Parts) {}

  /** Datasets whose names may come together differently now: itself, and those that it was a name of before. */
  private link(entity: EntityState, seen: View): string[] {
    if (entity.kind !== 'DATASET') return [];
    const names = (relations: Map<string, StoredRelation>) =>
      new Set([...relations.values()].filter((relation) => relation.type === 'SAME_AS').map((relation) => relation.to));
    const before = names(entity.relations);
    const after = names(seen.relations);
    for (const to of after) if (!before.has(to)) this.parts.set.entity(to).namedBy.add(entity.id);
    const left = [...before].filter((to) => !after.has(to));
    for (const to of left) this.parts.set.entity(to).namedBy.delete(entity.id);
    const moved = [...left, ...[...after].filter((to) => !before.has(to))];
    if (moved.length > 0) this.#renamed.set(entity.id, moved);
    return before.size > 0 || after.size > 0 || entity.namedBy.size > 0 ? [entity.id, ...left] : [];
  }

  /**
   * The canonical member of each component of names: one that was described before one that was only named, then the least id.
   * Gives what belongs together otherwise than before.
   */
  async resolve(queue: readonly (readonly [id: string, by: string])[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { set, views, enqueue } = this.parts;
    const aliased = new Map<string, string>();
    for (const [id, by] of queue) for (const other of this.link(set.entity(id), views.get(id)!)) aliased.set(other, by);
    const done = new Set<string>();
    for (const [start, by] of aliased) {
      if (done.has(start)) continue;
      const members = await this.component(start);
      const ranked = members
        .map((entity) => ({ entity, described: (views.get(entity.id) ?? view(entity.id, entity.registers, entity.seenAt)).described }))
        .sort((a, b) => Number(b.described) - Number(a.described) || (a.entity.id < b.entity.id ? -1 : 1));
      const canonical = ranked[0]!.entity.id;
      for (const { entity } of ranked) {
        done.add(entity.id);
        const points = entity.id === canonical ? undefined : canonical;
        if (entity.canonical === points) continue;
        entity.canonical = points;
        this.#renamed.set(entity.id, [...(this.#renamed.get(entity.id) ?? []), canonical]);
        if (enqueue(entity.id, by)) views.set(entity.id, view(entity.id, entity.registers, entity.seenAt));
      }
    }
    return this.#renamed;
  }

  private async component(start: string): Promise<EntityState[]> {
    const members = new Map<string, EntityState>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (members.has(id)) continue;
      await this.parts.set.load([id]);
      const entity = this.parts.set.entity(id);
      members.set(id, entity);
      const relations = this.parts.views.get(id)?.relations ?? entity.relations;
      for (const relation of relations.values()) if (relation.type === 'SAME_AS') open.push(relation.to);
      open.push(...entity.namedBy);
    }
    return [...members.values()];
  }
}
