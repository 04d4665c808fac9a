import DataLoader from 'dataloader';
import { kindOf, parseId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { Database } from '../neo4j/database.js';
import { containersOf, isAsked, spokenOfIn, VOCABULARY } from './containers.js';
import type { View } from './policy.js';
import { type Reach, reachOf } from './reach.js';
import { type Scope, scopedTo, scopeKindOf } from './scope.js';
import { type Belonging, findBelongings, findLabels, findReached, type Labels } from './sight.repository.js';

/** Seen like the words of the catalog: the stages that Spark brings. */
const STOCK = 'segment:spark.ml/';
const STOCK_VERSION = 'segment-version:spark.ml/';
const AT_ONCE = 5_000;

/** Things are found to be bound up with others so many times over at most: an artifact with a release, that with a model's training. */
const MOST_ROUNDS = 8;
const ALONE: Belonging = { containers: [], spokenOf: [], referrers: [] };

/**
 * What of the catalog lies in a view: asked of the graph as it is, so that a tag counts from the moment it is attached. Made anew for
 * each request, and each moment of subscriptions. What is part of something closed is closed, and what is part of something in scope is
 * in scope; what speaks of something is seen only with that; an artifact is seen by whoever sees something that has it. A few statements
 * for as many ids as are asked at once.
 */
export class Sight {
  #hidden: DataLoader<string, boolean>;
  readonly #aliases = new Map<string, string>();
  readonly #namespaces: ReadonlySet<string>;
  readonly #others: readonly Scope[];
  #reach: Promise<Reach | null> | undefined;
  /** Ids of tags: what carries one of them is hidden, and what is part of that. */
  readonly closed: readonly string[];

  /** `isForWriting`: the words that the catalog is spoken of in are not part of a scope by themselves. */
  constructor(
    private readonly database: Database,
    private readonly view: View,
    private readonly isForWriting = false,
  ) {
    this.closed = view.closed;
    const scopes = view.scopes ?? [];
    this.#namespaces = new Set(scopes.filter((scope) => scopeKindOf(scope) === 'NAMESPACE').map(scopedTo));
    this.#others = scopes.filter((scope) => scopeKindOf(scope) !== 'NAMESPACE');
    this.#hidden = new DataLoader((ids: readonly string[]) => this.#look(ids), { maxBatchSize: AT_ONCE });
  }

  /** Ids of nothing are hidden only where nothing could be seen by that name. */
  hides(id: string): Promise<boolean> {
    return this.#hidden.load(id);
  }

  /** Those that are hidden. */
  async hiddenAmong(ids: Iterable<string>): Promise<Set<string>> {
    const each = [...new Set(ids)];
    const hidden = await Promise.all(each.map((id) => this.hides(id)));
    return new Set(each.filter((_, at) => hidden[at]));
  }

  /** For another answer of the same moment: what was looked up counts for that too, what hidden things are called in this one does not. */
  forAnotherAnswer(): Sight {
    const other = new Sight(this.database, this.view, this.isForWriting);
    other.#hidden = this.#hidden;
    return other;
  }

  /** What a hidden thing is called in this answer, and only in it. */
  aliasOf(id: string): string {
    const alias = this.#aliases.get(id) ?? `restricted:${this.#aliases.size + 1}`;
    this.#aliases.set(id, alias);
    return alias;
  }

  /** Where that lies which is seen; null: anywhere. */
  reach(): Promise<Reach | null> {
    this.#reach ??= this.view.scopes === null ? Promise.resolve(null) : this.#findReach();
    return this.#reach;
  }

  async #findReach(): Promise<Reach | null> {
    const namespaces = [...this.#namespaces];
    const reached = await findReached(this.database, { ...this.#labels(), namespaces });
    return reached && reachOf(namespaces, [...this.#scopesOf('SOURCE'), ...reached.ids], reached.jobNamespaces);
  }

  /** Tags and domains that scopes name. */
  #labels(): Labels {
    return { tags: this.#scopesOf('TAG'), domains: this.#scopesOf('DOMAIN') };
  }

  #scopesOf(kind: 'DOMAIN' | 'SOURCE' | 'TAG'): Scope[] {
    return this.#others.filter((scope) => scopeKindOf(scope) === kind);
  }

  async #look(ids: readonly string[]): Promise<boolean[]> {
    const belongings = await this.#belongingsOf(ids);
    const labels = await this.#labelsOf([...belongings.keys()]);
    const known = new Map<string, boolean>();
    const sees = (id: string): boolean => {
      const before = known.get(id);
      if (before !== undefined) return before;
      // A circle is seen where the rest of it is.
      known.set(id, true);
      const chain = chainOf(id, belongings);
      const { referrers } = belongings.get(id) ?? ALONE;
      const isSeen = referrers.length > 0 ? !this.#isClosed(chain, labels) && referrers.some(sees) : this.#sees(id, chain, labels);
      // What is bound up with too much is not seen.
      known.set(id, isSeen && chain.every((each) => belongings.get(each)?.spokenOf.every(sees) ?? false));
      return known.get(id)!;
    };
    return ids.map((id) => !sees(id));
  }

  /** Of these things and of all that they are bound up with. */
  async #belongingsOf(ids: readonly string[]): Promise<Map<string, Belonging>> {
    const all = new Map<string, Belonging>();
    for (let next = [...new Set(ids)], round = 0; next.length > 0 && round < MOST_ROUNDS; round++) {
      const asked = next.filter(isAsked);
      const found = asked.length > 0 ? await findBelongings(this.database, asked) : new Map<string, Belonging>();
      for (const id of next) {
        const { containers, spokenOf, referrers } = found.get(id) ?? ALONE;
        all.set(id, { containers: [...containersOf(id), ...containers], spokenOf: [...spokenOfIn(id), ...spokenOf], referrers });
      }
      const bound = next.flatMap((id) => Object.values(all.get(id)!).flat() as string[]);
      next = [...new Set(bound)].filter((id) => !all.has(id));
    }
    return all;
  }

  async #labelsOf(ids: readonly string[]): Promise<Map<string, string[]>> {
    const { tags: scoped, domains } = this.#labels();
    const tags = [...this.closed, ...scoped];
    if (tags.length === 0 && domains.length === 0) return new Map();
    return findLabels(this.database, ids, { tags, domains });
  }

  #sees(id: string, chain: readonly string[], labels: ReadonlyMap<string, readonly string[]>): boolean {
    if (this.#isClosed(chain, labels)) return false;
    if (this.view.scopes === null || (!this.isForWriting && isVocabulary(id))) return true;
    return chain.some(
      (each) =>
        this.#namespaces.has(namespaceOf(each) ?? '') || this.#others.some((scope) => scope === each || labels.get(each)?.includes(scope)),
    );
  }

  #isClosed(chain: readonly string[], labels: ReadonlyMap<string, readonly string[]>): boolean {
    return this.closed.length > 0 && chain.some((each) => labels.get(each)?.some((label) => this.closed.includes(label)));
  }
}

/** It, and all that it is part of. */
function chainOf(id: string, belongings: ReadonlyMap<string, Belonging>): string[] {
  const chain = new Set([id]);
  for (const each of chain) for (const container of (belongings.get(each) ?? ALONE).containers) chain.add(container);
  return [...chain];
}

/** Kinds whose ids begin with something else than a namespace. */
const WITHOUT_NAMESPACE: ReadonlySet<Kind | undefined> = new Set<Kind>(['DEPLOYMENT', 'RELEASE', 'ENVIRONMENT', 'ARTIFACT']);

function namespaceOf(id: string): string | undefined {
  const parsed = parseId(id);
  return parsed && !WITHOUT_NAMESPACE.has(parsed.kind) ? parsed.parts[0] : undefined;
}

const isVocabulary = (id: string): boolean => VOCABULARY.has(kindOf(id)!) || id.startsWith(STOCK) || id.startsWith(STOCK_VERSION);
