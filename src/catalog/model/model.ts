import {
  type Chosen,
  field,
  isDescribed,
  isOfKind,
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
import { entityId } from '../id.js';
import type { ParamDefinition } from '../segment/definition.js';
import type { Criterion, Label, Learning, Task } from './definition.js';

export const modelId = (namespace: string, name: string): string => entityId('MODEL', namespace, name);

/** Attribute of a model: the id of the one trained model that goes by this name (champion, challenger); null: none does. */
const ALIAS = 'alias:';
export const aliasAttribute = (alias: string): string => `${ALIAS}${alias}`;

/** From the attributes that registering it gives it (see registration.ts), and from its aliases. */
export function project(id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  return {
    properties: {
      contentHash: textField(definition, 'contentHash'),
      criteria: jsonText(field(definition, 'criteria')),
      evaluate: textField(definition, 'evaluate'),
      framework: textField(definition, 'framework'),
      hyperparameters: jsonText(field(definition, 'hyperparameters')),
      intendedUse: textField(definition, 'intendedUse'),
      label: jsonText(field(definition, 'label')),
      learning: textField(definition, 'learning'),
      limits: textField(definition, 'limits'),
      predict: textField(definition, 'predict'),
      revision: numberField(definition, 'revision'),
      task: textField(definition, 'task'),
      train: textField(definition, 'train'),
    },
    relations: [
      ...listOf(field(definition, 'features')).flatMap((to) => relationTo('USES', id, to, 'FEATURE')),
      ...aliases(chosen),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
    texts: ['task', 'learning', 'framework', 'intendedUse'].flatMap((name) => textField(definition, name) ?? []),
  };
}

function aliases(chosen: Chosen): Relation[] {
  return Object.entries(chosen).flatMap(([name, to]) =>
    name.startsWith(ALIAS) && typeof to === 'string' && isOfKind(to, 'TRAINED_MODEL')
      ? [{ type: 'KNOWN_AS', to, properties: { role: name.slice(ALIAS.length) } } as const]
      : [],
  );
}

/** What is null was not said: a model may be named before it is registered. */
export interface ModelRow extends EntityRow {
  readonly contentHash: string | null;
  readonly criteria: readonly Criterion[] | null;
  /** Ids of what trains it, predicts with it, evaluates it. */
  readonly train: string | null;
  readonly predict: string | null;
  readonly evaluate: string | null;
  readonly framework: string | null;
  readonly hyperparameters: readonly ParamDefinition[] | null;
  readonly intendedUse: string | null;
  readonly label: Label | null;
  readonly learning: Learning | null;
  readonly limits: string | null;
  /** From 1; the next one with every definition that differs. */
  readonly revision: number | null;
  readonly task: Task | null;
}

export const shape: Shape = {
  properties: [
    'contentHash',
    'criteria',
    'evaluate',
    'framework',
    'hyperparameters',
    'intendedUse',
    'label',
    'learning',
    'limits',
    'predict',
    'revision',
    'task',
    'train',
  ],
  json: ['criteria', 'hyperparameters', 'label'],
};
