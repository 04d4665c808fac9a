import type { Json } from '../../write/fact.js';
import {
  type Chosen,
  field,
  isDescribed,
  jsonText,
  listOf,
  numberField,
  ownersAndTags,
  type Projection,
  type Relation,
  relationTo,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { entityId, parseId } from '../id.js';
import { modelId } from '../model/model.js';
import type { Time } from '../time.js';
import type { Score, Signature, Stage } from './definition.js';

/** `trained-model:NAMESPACE/MODEL/NUMBER`. */
export function trainedModelId(model: string, number: number): string {
  const [namespace, name] = parseId(model)!.parts;
  return entityId('TRAINED_MODEL', namespace!, name!, String(number));
}

/** The id of the model that a trained model is of. */
export function modelOf(trainedModel: string): string {
  const [namespace, name] = parseId(trainedModel)!.parts;
  return modelId(namespace!, name!);
}

/** Attribute of a trained model: `{value, at, evaluation}`, the last value by this criterion, and the id of the evaluation that has it. */
const SCORE = 'score:';
export const scoreAttribute = (criterion: string): string => `${SCORE}${criterion}`;

/** From the attributes that recording it gives it (`definition`), from `stage` and the last scores. */
export function project(id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  const number = Number(parseId(id)?.parts[2]);
  return {
    properties: {
      contentHash: textField(definition, 'contentHash'),
      framework: textField(definition, 'framework'),
      hyperparameters: jsonText(field(definition, 'hyperparameters')),
      metrics: jsonText(field(definition, 'metrics')),
      modelRevision: numberField(definition, 'modelRevision'),
      number: Number.isSafeInteger(number) ? number : null,
      run: textField(definition, 'run'),
      scoredBy: scoredBy(chosen),
      signature: jsonText(field(definition, 'signature')),
      stage: typeof chosen.stage === 'string' ? chosen.stage : 'CANDIDATE',
      trainedAt: textField(definition, 'trainedAt'),
      trainedOn: jsonText(field(definition, 'trainedOn')),
    },
    relations: [
      { type: 'INSTANCE_OF', to: modelOf(id) },
      ...listOf(field(definition, 'trainedOn')).flatMap((to) => relationTo('TRAINED_ON', id, to, 'DATASET', 'DATASET_VERSION')),
      ...relationTo('TRAINED_BY', id, field(definition, 'run'), 'RUN'),
      ...listOf(field(definition, 'artifacts')).flatMap((to) => relationTo('HAS_ARTIFACT', id, to, 'ARTIFACT')),
      ...scores(id, chosen),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

/** The last value by each criterion; before any evaluation, that of training. */
function scores(id: string, chosen: Chosen): Relation[] {
  const last = new Map<string, number>();
  for (const metric of listOf(field(chosen.definition, 'metrics'))) {
    const criterion = textField(metric, 'criterion');
    const value = field(metric, 'value');
    if (criterion !== null && typeof value === 'number') last.set(criterion, value);
  }
  for (const [name, said] of Object.entries(chosen)) {
    const value = name.startsWith(SCORE) ? field(said, 'value') : undefined;
    if (typeof value === 'number') last.set(name.slice(SCORE.length), value);
  }
  return [...last].map(([role, value]) => ({ type: 'SCORED', to: modelOf(id), properties: { role, value } }));
}

/** Ids of the evaluations that the last values are of, by criterion: who may not see one is not told its value. */
function scoredBy(chosen: Chosen): string | null {
  const by = Object.entries(chosen).flatMap(([name, said]) => {
    const evaluation = name.startsWith(SCORE) ? textField(said, 'evaluation') : null;
    return evaluation === null ? [] : [[name.slice(SCORE.length), evaluation] as const];
  });
  return by.length > 0 ? JSON.stringify(Object.fromEntries(by.sort(([a], [b]) => (a < b ? -1 : 1)))) : null;
}

export interface TrainedModelRow extends EntityRow {
  readonly contentHash: string | null;
  readonly framework: string | null;
  readonly hyperparameters: Readonly<Record<string, Json>> | null;
  /** Of training. */
  readonly metrics: readonly Score[] | null;
  readonly modelRevision: number | null;
  readonly number: number | null;
  readonly run: string | null;
  readonly signature: Signature | null;
  readonly stage: Stage;
  readonly trainedAt: Time | null;
  readonly trainedOn: readonly string[] | null;
}

/** A name that one trained model of a model goes by. */
export interface ModelAlias {
  readonly alias: string;
  readonly trainedModel: TrainedModelRow;
}

export const shape: Shape = {
  properties: [
    'contentHash',
    'framework',
    'hyperparameters',
    'metrics',
    'modelRevision',
    'number',
    'run',
    'signature',
    'stage',
    'trainedAt',
    'trainedOn',
  ],
  json: ['hyperparameters', 'metrics', 'signature', 'trainedOn'],
};
