import type { Seen } from '../../access/seen.js';
import type { Sight } from '../../access/sight.js';
import type { Database } from '../../neo4j/database.js';
import { findMetrics, lastStep } from '../evaluation/evaluation.repository.js';
import type { MetricBounds } from '../model/model.repository.js';
import type { Score } from './definition.js';
import { findKeptScores, findNewestEvaluations, type KeptScores, MOST_LOOKED_AT, type Scored } from './score.repository.js';
import { findScores } from './trained-model.repository.js';

/**
 * The last value by each criterion, by id of the trained model, as whoever asks may see it: where the evaluation that has it is hidden, that
 * of the newest which is not; where there is none, as if nothing had been evaluated. Three statements at most, and what sight takes. In the
 * order asked.
 */
export async function findSeenScores({ database, sight }: Seen, trainedModels: readonly string[]): Promise<Score[][]> {
  if (!sight) return findScores(database, trainedModels);
  const kept = await findKeptScores(database, trainedModels);
  const hidden = await sight.hiddenAmong(kept.flatMap(({ scoredBy }) => [...scoredBy.values()]));
  const untold = kept.flatMap((each, at) =>
    each.scores
      .filter((score) => !isTold(score, each, hidden))
      .map(({ criterion }) => ({ trainedModel: trainedModels[at]!, criterion, trained: trainedValue(criterion, each) })),
  );
  const values = untold.length > 0 ? await newestSeen(database, sight, untold) : [];
  return kept.map((each) =>
    each.scores.flatMap((score) => {
      const value = isTold(score, each, hidden) ? score.value : values.shift();
      return value === undefined ? [] : [{ criterion: score.criterion, value }];
    }),
  );
}

/** Whether one of them is by this criterion, and within its bounds. */
export const keepsTo = (scores: readonly Score[], { atLeast, atMost, criterion }: MetricBounds): boolean =>
  scores.some(
    (score) =>
      score.criterion === criterion &&
      score.value >= (atLeast ?? Number.NEGATIVE_INFINITY) &&
      score.value <= (atMost ?? Number.POSITIVE_INFINITY),
  );

const trainedValue = (criterion: string, { training }: KeptScores): number | undefined =>
  training.findLast((score) => score.criterion === criterion)?.value;

/** What no evaluation is known of is told where training says the same. */
function isTold({ criterion, value }: Score, kept: KeptScores, hidden: ReadonlySet<string>): boolean {
  const evaluation = kept.scoredBy.get(criterion);
  return evaluation === undefined ? trainedValue(criterion, kept) === value : !hidden.has(evaluation);
}

/** In the order asked; undefined: there is nothing to tell. `trained`: what training measured, which counts where nothing was evaluated. */
async function newestSeen(
  database: Database,
  sight: Sight,
  asked: readonly (Scored & { readonly trained: number | undefined })[],
): Promise<(number | undefined)[]> {
  const evaluations = await findNewestEvaluations(database, asked);
  const hidden = await sight.hiddenAmong(evaluations.flat().map(({ id }) => id));
  const newest = evaluations.map((each) => each.find(({ id }) => !hidden.has(id)));
  const keys = [...new Set(newest.flatMap((each) => each?.key ?? []))];
  const metrics = new Map((await findMetrics(database, keys)).map((each, at) => [keys[at], each]));
  return asked.map(({ criterion, trained }, at) => {
    const measured = (metrics.get(newest[at]?.key) ?? []).filter((metric) => metric.criterion === criterion && metric.slice === null);
    // What lies further back may be seen, and newer than training.
    const otherwise = evaluations[at]!.length < MOST_LOOKED_AT ? trained : undefined;
    return newest[at] ? lastStep(measured)?.value : otherwise;
  });
}
