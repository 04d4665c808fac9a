import type { Problem } from '../../write/fact.js';
import { ownedProblems, quoted } from '../entity/owned-definition.js';
import { isOfKind } from '../entity/projection.js';
import { unknownReference } from '../entity/references.js';
import type { ParamDefinition } from '../segment/definition.js';
import { paramProblems } from '../segment/definition-rules.js';
import { FUNCTION_KINDS, FUNCTIONS, LABELLED, type ModelDefinition, references } from './definition.js';

export const MAX_FEATURES = 2000;
export const MAX_HYPERPARAMETERS = 500;
export const MAX_CRITERIA = 50;

/** Everything that is wrong with a definition, each with its place in it. `known`: which of its references are there. */
export function violations(definition: ModelDefinition, known: { has(id: string): boolean }): Problem[] {
  return [
    ...sizes(definition),
    ...labels(definition),
    ...functions(definition),
    ...features(definition),
    ...paramProblems(definition.hyperparameters, ['hyperparameters']),
    ...alone(definition.hyperparameters),
    ...criteria(definition),
    ...ownedProblems(definition, []),
    ...references(definition)
      .filter(({ id }) => !known.has(id) && isOfKind(id, 'FEATURE', 'COLUMN', ...FUNCTION_KINDS))
      .map(unknownReference),
  ];
}

type Rule = (definition: ModelDefinition) => Problem[];

const sizes: Rule = (definition) => {
  const most = { features: MAX_FEATURES, hyperparameters: MAX_HYPERPARAMETERS, criteria: MAX_CRITERIA, tags: 100 } as const;
  return (Object.keys(most) as (keyof typeof most)[])
    .filter((what) => definition[what].length > most[what])
    .map((what) => ({
      rule: 'bounded-size',
      path: [what],
      message: `There are ${definition[what].length} ${what}.`,
      remedy: `At most ${most[what]} ${what} are kept.`,
    }));
};

const labels: Rule = ({ label, learning }) => {
  const problems: Problem[] = [];
  if (label === null && LABELLED.includes(learning))
    problems.push({
      rule: 'supervised-has-label',
      path: ['label'],
      message: `The model learns ${learning}, and it is not said from which label.`,
      remedy: 'Send label with its name and type, and how labels come about.',
    });
  if (label?.column && !isOfKind(label.column, 'COLUMN', 'FEATURE'))
    problems.push({
      rule: 'label-column',
      path: ['label', 'column'],
      message: `${quoted(label.column)} is not the id of a column or a feature.`,
      remedy: 'Send an id such as "dataset:postgres:%2F%2Fdb/shop.customers#churned".',
    });
  return problems;
};

const functions: Rule = (definition) =>
  FUNCTIONS.flatMap((name) => {
    const id = definition[name];
    if (id === null || isOfKind(id, ...FUNCTION_KINDS)) return [];
    return [
      {
        rule: 'function-kind',
        path: [name],
        message: `${quoted(id)} is not the id of a version of a segment, a pipeline or a workflow.`,
        remedy: 'Send an id such as "pipeline-version:default/churn-training/3".',
      },
    ];
  });

const features: Rule = (definition) =>
  definition.features.flatMap((id, at) => {
    if (isOfKind(id, 'FEATURE')) return [];
    const path = ['features', String(at)];
    const remedy = 'Send an id such as "feature:default/churn/spend_30d", as features(filter) { nodes { id } } gives it.';
    return [{ rule: 'feature-id', path, message: `${quoted(id)} is not the id of a feature.`, remedy }];
  });

/** What a segment's params may say of each other has no meaning here. */
const alone = (hyperparameters: readonly ParamDefinition[]): Problem[] =>
  hyperparameters.flatMap(({ goesWith, name }, at) =>
    goesWith === undefined
      ? []
      : [
          {
            rule: 'hyperparameter-alone',
            path: ['hyperparameters', String(at), 'goesWith'],
            message: `The hyperparameter ${quoted(name)} is said to go with another.`,
            remedy: 'Leave goesWith out: only params of segments have it.',
          },
        ],
  );

const criteria: Rule = ({ criteria: all }) =>
  all.flatMap(({ name }, at) =>
    all.findIndex((other) => other.name === name) === at
      ? []
      : [
          {
            rule: 'unique-name',
            path: ['criteria', String(at), 'name'],
            message: `The criterion ${quoted(name)} is there twice.`,
            remedy: 'Name each of them once.',
          },
        ],
  );
