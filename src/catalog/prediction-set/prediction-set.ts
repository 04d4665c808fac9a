import {
  type Chosen,
  field,
  isDescribed,
  numberField,
  ownersAndTags,
  type Projection,
  relationTo,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import type { Time } from '../time.js';

/** Of the attribute `definition`: ids of the trained model, of the dataset that holds the predictions, of what was scored. */
export function project(id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  return {
    properties: {
      dataset: textField(definition, 'dataset'),
      input: textField(definition, 'input'),
      predictedAt: textField(definition, 'predictedAt'),
      rowCount: numberField(definition, 'rowCount'),
      run: textField(definition, 'run'),
      trainedModel: textField(definition, 'trainedModel'),
    },
    relations: [
      ...relationTo('PREDICTED_BY', id, field(definition, 'trainedModel'), 'TRAINED_MODEL'),
      ...relationTo('MADE_BY', id, field(definition, 'run'), 'RUN'),
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
