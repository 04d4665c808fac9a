import DataLoader from 'dataloader';
import type { Sight } from '../access/sight.js';
import { countReferences } from '../catalog/artifact/artifact.repository.js';
import { type DeploymentMoment, findReleasesAt } from '../catalog/deployment/deployment.repository.js';
import { findAttached } from '../catalog/entity/attached.repository.js';
import { findAliases, findEntities, findSaid } from '../catalog/entity/entity.repository.js';
import type { PageRequest } from '../catalog/entity/page.js';
import type { Origin, Related, Relation } from '../catalog/entity/relation.repository.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { findDefinitions, findNewestVersions } from '../catalog/entity/version.repository.js';
import { findMetrics } from '../catalog/evaluation/evaluation.repository.js';
import { findStale } from '../catalog/feature-table/feature-table.repository.js';
import { findParents } from '../catalog/hierarchy/hierarchy.repository.js';
import { findKnownPipelines, findKnownSegments } from '../catalog/pipeline/known.repository.js';
import { findJobIds, findParentIds, findRootIds } from '../catalog/run/run.repository.js';
import { type DatasetMoment, findFieldStatistics, findStatisticsAt } from '../catalog/statistics/statistics.repository.js';
import { findRelatedTerms } from '../catalog/term/term.repository.js';
import { findSeenScores } from '../catalog/trained-model/seen-scores.query.js';
import { findAliasesOfModels, findModelAliases } from '../catalog/trained-model/trained-model.repository.js';
import { findAssertions } from '../lineage/evidence.repository.js';
import type { Database } from '../neo4j/database.js';
import { findTexts } from '../search/detail.repository.js';

const BY_ID = { cacheKeyFn: ({ id }: Origin): string => id };

/** What is asked for one by one within a request is read together. Made anew for each request, so that nothing is stale. */
export class Loaders {
  readonly #relations = new Map<unknown, Map<string, DataLoader<Origin, unknown, string>>>();
  readonly #there = new Set<string>();

  /** `sight`: what of the catalog the viewer sees; null: everything. */
  constructor(
    private readonly database: Database,
    private readonly sight: Sight | null,
  ) {}

  /** By id; the id of an alias gives the canonical entity. */
  readonly entity = new DataLoader((ids: readonly string[]) => findEntities(this.database, ids));
  readonly said = new DataLoader((of: readonly Origin[]) => findSaid(this.database, of), BY_ID);
  readonly aliases = new DataLoader((keys: readonly number[]) => findAliases(this.database, keys));
  readonly attached = new DataLoader((of: readonly Origin[]) => this.#seen(findAttached(this.database, of), of), BY_ID);
  readonly definition = new DataLoader((keys: readonly number[]) => findDefinitions(this.database, keys));
  /** By the id of what they are versions of; no drafts. */
  readonly currentVersion = new DataLoader((things: readonly string[]) => findNewestVersions(this.database, things, true));
  readonly knownPipeline = new DataLoader(async (ids: readonly string[]) => {
    const found = await findKnownPipelines({ database: this.database, sight: this.sight }, ids, 'TO_READ');
    return ids.map((id) => found.get(id) ?? null);
  });
  readonly knownSegment = new DataLoader(async (ids: readonly string[]) => {
    const found = await findKnownSegments({ database: this.database, sight: this.sight }, ids, 'TO_READ');
    return ids.map((id) => found.get(id) ?? null);
  });
  readonly aliasesOfModel = new DataLoader(async (models: readonly string[]) => {
    const found = await findAliasesOfModels(this.database, models);
    // Who may not see everything may not see every evaluation that they are of.
    if (!this.sight) for (const { trainedModel, scores } of found.flat()) this.scores.prime(trainedModel.id, scores);
    return found;
  });
  /** Of trained models. */
  readonly modelAliases = new DataLoader((ids: readonly string[]) => findModelAliases(this.database, ids));
  /** Of feature tables. */
  readonly stale = new DataLoader((keys: readonly number[]) => findStale(this.database, keys));
  /** Of evaluations. */
  readonly metrics = new DataLoader((keys: readonly number[]) => findMetrics(this.database, keys));
  /** Of trained models, as the viewer sees them. */
  readonly scores = new DataLoader((ids: readonly string[]) => findSeenScores({ database: this.database, sight: this.sight }, ids));
  /** Of terms and domains: what is above, nearest first. */
  readonly parents = new DataLoader((keys: readonly number[]) => findParents(this.database, keys));
  readonly relatedTerms = new DataLoader((keys: readonly number[]) => findRelatedTerms(this.database, keys));
  readonly jobOfRun = new DataLoader((keys: readonly number[]) => findJobIds(this.database, keys));
  readonly parentOfRun = new DataLoader((keys: readonly number[]) => findParentIds(this.database, keys));
  readonly rootOfRun = new DataLoader((keys: readonly number[]) => findRootIds(this.database, keys));
  readonly searchTexts = new DataLoader((keys: readonly number[]) => findTexts(this.database, keys));
  readonly fieldStatistics = new DataLoader((keys: readonly number[]) => findFieldStatistics(this.database, keys));
  readonly statisticsAt = new DataLoader((moments: readonly DatasetMoment[]) => findStatisticsAt(this.database, moments), {
    cacheKeyFn: ({ key, at }) => `${key} ${at}`,
  });
  /** Of artifacts. */
  readonly referenceCount = new DataLoader((keys: readonly number[]) => countReferences(this.database, keys));
  readonly releaseAt = new DataLoader((moments: readonly DeploymentMoment[]) => findReleasesAt(this.database, moments), {
    cacheKeyFn: ({ key, at }) => `${key} ${at}`,
  });
  readonly assertion = new DataLoader((numbers: readonly number[]) => findAssertions(this.database, numbers));

  /** The entity of an id that something else points at; it has to be there. */
  async existing<Row extends EntityRow>(id: string): Promise<Row> {
    const found = await this.entity.load(id);
    if (!found) throw new Error(`"${id}" is pointed at and is not there`);
    return found as Row;
  }

  /** What is related to an entity; that of all entities in a list is read together. */
  related<Answer, Request extends PageRequest>(relation: Relation<Answer, Request>, of: Origin, request: Request): Promise<Answer> {
    const requests = this.#relations.get(relation) ?? new Map<string, DataLoader<Origin, unknown, string>>();
    this.#relations.set(relation, requests);
    const name = JSON.stringify(request);
    let loader = requests.get(name);
    if (!loader) {
      loader = new DataLoader((origins: readonly Origin[]) => this.#seen(relation(this.database, origins, request), origins), BY_ID);
      requests.set(name, loader);
    }
    return loader.load(of) as Promise<Answer>;
  }

  /** Whether something that was read of an entity has shown that it is there. */
  isThere(id: string): boolean {
    return this.#there.has(id);
  }

  async #seen<Answer>(found: Promise<readonly Related<Answer>[]>, of: readonly Origin[]): Promise<Answer[]> {
    const related = await found;
    related.forEach(({ there }, at) => {
      if (there) this.#there.add(of[at]!.id);
    });
    return related.map(({ answer }) => answer);
  }
}
