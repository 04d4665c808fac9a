import { type Chosen, field, isDescribed, isOfKind, ownersAndTags, type Projection, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import type { Time } from '../time.js';

/** Of the attribute `definition`: ids of the trained model, of the dataset that holds the predictions, of what was scored. */
export function project(_id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  const trainedModel = textField(definition, 'trainedModel');
  const run = textField(definition, 'run');
  const rowCount = field(definition, 'rowCount');
  return {
    properties: {
      dataset: textField(definition, 'dataset'),
      input: textField(definition, 'input'),
      predictedAt: textField(definition, 'predictedAt'),
      rowCount: typeof rowCount === 'number' ? rowCount : null,
      run,
      trainedModel,
    },
    relations: [
      ...(trainedModel && isOfKind(trainedModel, 'TRAINED_MODEL') ? [{ type: 'PREDICTED_BY', to: trainedModel } as const] : []),
      ...(run && isOfKind(run, 'RUN') ? [{ type: 'MADE_BY', to: run } as const] : []),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

export interface PredictionSetRow extends EntityRow {
  /** The id of the dataset that holds it, or of a version of one. */
  readonly dataset: string | null;
  /** The id of the dataset that was scored, or of a version of one. */
  readonly input: string | null;
  readonly predictedAt: Time | null;
  readonly rowCount: number | null;
  /** The id of the run that made it. */
  readonly run: string | null;
  readonly trainedModel: string | null;
}

export const shape: Shape = { properties: ['dataset', 'input', 'predictedAt', 'rowCount', 'run', 'trainedModel'] };
