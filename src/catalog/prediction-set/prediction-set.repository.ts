import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { type PredictionSetRow, shape } from './prediction-set.js';

const predictedBy = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH ${pattern}
  WITH e, coalesce(e.predictedAt, e.createdAt) AS sort
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR sort < $p.sort OR (sort = $p.sort AND e.id > $p.id))
  WITH sort, e ORDER BY sort DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const setsOf = (cypher: string): PagedRelation<PredictionSetRow> =>
  relation<PredictionSetRow>({
    cypher,
    row: (raw) => rowOf(shape, raw),
    cursor: ({ createdAt, id, predictedAt }) => [predictedAt ?? createdAt, id],
  });

/** Newest first. */
export const predictionSetsOfTrainedModels = setsOf(predictedBy('(o)<-[:PREDICTED_BY]-(e:PredictionSet)'));
/** The same of all trainings of a model. */
export const predictionSetsOfModels = setsOf(predictedBy('(o)<-[:INSTANCE_OF]-(:TrainedModel)<-[:PREDICTED_BY]-(e:PredictionSet)'));
