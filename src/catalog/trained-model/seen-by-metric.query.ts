import { seenAmong } from '../../access/seen.js';
import type { Context } from '../../graphql/context.js';
import { type Page, type PageRequest, wantedOf } from '../entity/page.js';
import type { ModelRow } from '../model/model.js';
import { listModels, type ModelFilter } from '../model/model.repository.js';
import { findScoredOfModels } from './score.repository.js';
import { keepsTo } from './seen-scores.query.js';
import type { TrainedModelRow } from './trained-model.js';
import { listTrainedModels, type TrainedModelFilter } from './trained-model.repository.js';

type Asked = Pick<Context, 'database' | 'loaders' | 'sight'>;

/**
 * A list of trained models; narrowed by a metric, by what whoever asks may see of their scores: the last value may be of an evaluation that
 * is hidden. So the database narrows by the criterion alone, and a page may be short.
 */
export async function trainedModelsSeenBy(
  filter: TrainedModelFilter,
  request: PageRequest,
  { database, loaders, sight }: Asked,
): Promise<Page<TrainedModelRow>> {
  const { metric } = filter;
  if (!sight || !metric) return listTrainedModels(database, filter, request);
  const page = await listTrainedModels(database, { ...filter, metric: { criterion: metric.criterion } }, request);
  return wantedOf(page, async ({ id }) => keepsTo(await loaders.scores.load(id), metric));
}

/** Likewise of models: one of some trained models of each, which may be seen, has to keep to the bounds. */
export async function modelsSeenBy(
  filter: ModelFilter,
  request: PageRequest,
  { database, loaders, sight }: Asked,
): Promise<Page<ModelRow>> {
  const { metric } = filter;
  if (!sight || !metric) return listModels(database, filter, request);
  const page = await listModels(database, { ...filter, metric: { criterion: metric.criterion } }, request);
  const ids = page.nodes.map(({ id }) => id);
  const scored = new Map((await findScoredOfModels(database, ids, metric)).map((trainedModels, at) => [ids[at], trainedModels]));
  const seen = new Set(await seenAmong(sight, [...scored.values()].flat(), (id) => id));
  const isKept = async (id: string): Promise<boolean> => seen.has(id) && keepsTo(await loaders.scores.load(id), metric);
  return wantedOf(page, async ({ id }) => (await Promise.all((scored.get(id) ?? []).map(isKept))).some(Boolean));
}
