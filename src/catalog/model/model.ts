import type { Json } from '../../write/fact.js';
import {
  type Chosen,
  field,
  isDescribed,
  isOfKind,
  listOf,
  ownersAndTags,
  type Projection,
  type Relation,
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
export function project(_id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  const revision = field(definition, 'revision');
  const list = (name: string): string | null => (field(definition, name) === undefined ? null : JSON.stringify(field(definition, name)));
  return {
    properties: {
      contentHash: textField(definition, 'contentHash'),
      criteria: list('criteria'),
      evaluate: textField(definition, 'evaluate'),
      framework: textField(definition, 'framework'),
      hyperparameters: list('hyperparameters'),
      intendedUse: textField(definition, 'intendedUse'),
      label: objectText(field(definition, 'label')),
      learning: textField(definition, 'learning'),
      limits: textField(definition, 'limits'),
      predict: textField(definition, 'predict'),
      revision: typeof revision === 'number' ? revision : null,
      task: textField(definition, 'task'),
      train: textField(definition, 'train'),
    },
    relations: [...features(definition), ...aliases(chosen), ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
    texts: ['task', 'learning', 'framework', 'intendedUse'].flatMap((name) => textField(definition, name) ?? []),
  };
}

const features = (definition: Json | undefined): Relation[] =>
  listOf(field(definition, 'features')).flatMap((to) =>
    typeof to === 'string' && isOfKind(to, 'FEATURE') ? [{ type: 'USES', to } as const] : [],
  );

function aliases(chosen: Chosen): Relation[] {
  return Object.entries(chosen).flatMap(([name, to]) =>
    name.startsWith(ALIAS) && typeof to === 'string' && isOfKind(to, 'TRAINED_MODEL')
      ? [{ type: 'KNOWN_AS', to, properties: { role: name.slice(ALIAS.length) } } as const]
      : [],
  );
}

const objectText = (value: Json | undefined): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

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
