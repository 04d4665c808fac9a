import { LRUCache } from 'lru-cache';
import type { EntityState } from './state.js';
import type { SubjectState } from './subject.js';

/**
 * What the Writer remembers between commits, so that most of what it writes need not be read first. Bounded; anything
 * missing is read from the graph again. Exact for the position it stands at: whoever commits moves it on.
 */
export class Memory {
  /** Weights are rough kilobytes. */
  readonly entities = new LRUCache<string, EntityState>({
    maxSize: 24_000,
    sizeCalculation: (state) => (state.run ? 3 + (state.run.facts.length >> 6) : 1) + (state.columns.size >> 2) + (state.bulk >> 10),
  });
  readonly subjects = new LRUCache<string, SubjectState>({
    maxSize: 16_000,
    sizeCalculation: (state) => {
      let size = 2;
      for (const timeline of state.timelines.values()) {
        size += timeline.entries.size >> 1;
        for (const scope of timeline.folded.scopes.values()) if (!scope.steady) size += (scope.open.size + scope.past.size) >> 2;
      }
      return size;
    },
  });
  /** Texts of sets and schemas that are in the graph, by hash. */
  readonly contents = new LRUCache<string, string>({ maxSize: 12_000_000, sizeCalculation: (body) => body.length + 64 });

  forget(ids: Iterable<string>): void {
    for (const id of ids) {
      this.entities.delete(id);
      this.subjects.delete(id);
    }
  }

  clear(): void {
    this.entities.clear();
    this.subjects.clear();
    this.contents.clear();
  }
}
