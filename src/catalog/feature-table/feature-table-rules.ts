import type { Problem } from '../../write/fact.js';
import { ownedProblems, quoted } from '../entity/owned-definition.js';
import { isOfKind } from '../entity/projection.js';
import { unknownReference } from '../entity/references.js';
import { KEY_TYPES, TIME_TYPES } from '../feature/data-type.js';
import { COMPUTING, type FeatureTableDefinition, references } from './definition.js';
import { parseDuration } from './duration.js';
import { featureViolations } from './feature-rules.js';
import { bindingsOf, namesIn } from './location.js';

export const MAX_FEATURES = 1000;
const MAX_KEYS = 50;
const MAX_MATERIALISATIONS = 20;
const MAX_BINDINGS = 100;
const MAX_TAGS = 100;
const MAX_NAME = 200;

/** Everything that is wrong with a definition, each with its place in it. `known`: which of its references are there. */
export function violations(definition: FeatureTableDefinition, known: { has(id: string): boolean }): Problem[] {
  return [
    ...sizes(definition),
    ...names(definition),
    ...repeats(definition),
    ...types(definition),
    ...durations(definition),
    ...locations(definition),
    ...ownersAndTags(definition),
    ...kinds(definition),
    ...unknown(definition, known),
    ...definition.features.flatMap((feature, at) => [...featureViolations(feature, at), ...columnNames(definition, at)]),
  ];
}

type Rule = (definition: FeatureTableDefinition) => Problem[];

const sizes: Rule = ({ bindings, features, keys, materialisations, tags }) => {
  const problems: Problem[] = [];
  const most = (path: readonly string[], what: string, count: number, max: number): void => {
    if (count > max)
      problems.push({ rule: 'bounded-size', path, message: `There are ${count} ${what}.`, remedy: `At most ${max} ${what} are kept.` });
  };
  if (features.length === 0)
    problems.push({
      rule: 'at-least-one-feature',
      path: ['features'],
      message: 'The table has no features.',
      remedy: 'Name at least one; to take a table away, remove it.',
    });
  most(['features'], 'features', features.length, MAX_FEATURES);
  most(['keys'], 'keys', keys.length, MAX_KEYS);
  most(['materialisations'], 'materialisations', materialisations.length, MAX_MATERIALISATIONS);
  most(['bindings'], 'environments', bindings.length, MAX_BINDINGS);
  bindings.forEach(({ values }, at) => {
    most(['bindings', String(at), 'values'], 'bindings', values.length, MAX_BINDINGS);
  });
  most(['tags'], 'tags', tags.length, MAX_TAGS);
  features.forEach((feature, at) => {
    most(['features', String(at), 'tags'], 'tags', feature.tags.length, MAX_TAGS);
    most(['features', String(at), 'columns'], 'columns', feature.columns.length, MAX_MATERIALISATIONS + 1);
  });
  return problems;
};

interface Named {
  readonly name: string;
  readonly path: readonly string[];
}

const placed = (list: readonly { readonly name: string }[], ...path: readonly string[]): Named[] =>
  list.map(({ name }, at) => ({ name, path: [...path, String(at), 'name'] }));

/** Columns of one table: features, keys and the event time. */
function columns({ eventTime, features, keys }: FeatureTableDefinition): Named[] {
  return [
    ...placed(keys, 'keys'),
    ...(eventTime ? [{ name: eventTime.name, path: ['eventTime', 'name'] }] : []),
    ...placed(features, 'features'),
  ];
}

/** Names that have to differ from each other, list by list. */
function nameLists(definition: FeatureTableDefinition): Named[][] {
  const { bindings, materialisations } = definition;
  return [
    columns(definition),
    placed(materialisations, 'materialisations'),
    bindings.map(({ environment }, at) => ({ name: environment, path: ['bindings', String(at), 'environment'] })),
    ...bindings.map(({ values }, at) => placed(values, 'bindings', String(at), 'values')),
  ];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what a name must not have
const NAME = /^(?!\s)[^\u0000-\u001f\u007f]+(?<!\s)$/;

const names: Rule = (definition) => {
  const environments = definition.materialisations.map(({ environment }, at) => ({
    name: environment,
    path: ['materialisations', String(at), 'environment'],
  }));
  const carriers = definition.features.flatMap((feature, at) =>
    feature.columns.map(({ column }, i) => ({ name: column, path: ['features', String(at), 'columns', String(i), 'column'] })),
  );
  return [...nameLists(definition).flat(), ...environments, ...carriers]
    .filter(({ name }) => name.length > MAX_NAME || !NAME.test(name))
    .map(({ name, path }) => ({
      rule: 'name-form',
      path,
      message: `${quoted(name)} cannot be a name.`,
      remedy: `A name has 1 to ${MAX_NAME} characters, no control characters, and neither begins nor ends with a blank.`,
    }));
};

const repeats: Rule = (definition) => [...nameLists(definition).flatMap(repeatsIn), ...sameStore(definition)];

function repeatsIn(list: readonly Named[]): Problem[] {
  const first = new Map<string, Named>();
  const problems: Problem[] = [];
  for (const each of list) {
    const earlier = first.get(each.name);
    if (earlier)
      problems.push({
        rule: 'unique-name',
        path: each.path,
        message: `The name ${quoted(each.name)} is taken already, at ${earlier.path.join('.')}.`,
        remedy: 'Features, keys and event time of a table differ in name, and so do materialisations, environments and bindings.',
      });
    else first.set(each.name, each);
  }
  return problems;
}

function sameStore({ materialisations }: FeatureTableDefinition): Problem[] {
  const first = new Map<string, string>();
  return materialisations.flatMap(({ environment, name, store }, at) => {
    const key = `${store} ${environment}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, name);
    if (earlier === undefined) return [];
    return [
      {
        rule: 'one-per-environment-and-store',
        path: ['materialisations', String(at)],
        message: `In the environment ${quoted(environment)} the materialisation ${quoted(earlier)} is ${store} already.`,
        remedy: 'An environment has at most one offline and one online materialisation of a table.',
      },
    ];
  });
}

const types: Rule = ({ eventTime, keys }) => {
  const problems = keys.flatMap(({ dataType, name }, at): Problem[] => {
    if (KEY_TYPES.includes(dataType)) return [];
    const message = `The key ${quoted(name)} is ${dataType}, by which no row can be found.`;
    return [{ rule: 'key-type', path: ['keys', String(at), 'dataType'], message, remedy: `A key is one of ${KEY_TYPES.join(', ')}.` }];
  });
  if (eventTime && !TIME_TYPES.includes(eventTime.dataType))
    problems.push({
      rule: 'event-time-type',
      path: ['eventTime', 'dataType'],
      message: `The event time ${quoted(eventTime.name)} is ${eventTime.dataType}.`,
      remedy: `It is one of ${TIME_TYPES.join(', ')}.`,
    });
  return problems;
};

const durations: Rule = ({ cadence, expectedFreshness }) =>
  Object.entries({ cadence, expectedFreshness }).flatMap(([name, duration]) => {
    if (duration === null || parseDuration(duration)) return [];
    const message = `${quoted(duration)} is not a duration.`;
    return [{ rule: 'duration-form', path: [name], message, remedy: 'Write it as ISO 8601 does: PT15M, P1D, P2W.' }];
  });

const locations: Rule = ({ bindings, materialisations }) =>
  materialisations.flatMap(({ environment, location, name }, at) => {
    const bound = bindingsOf(bindings, environment);
    const missing = location === null ? [] : namesIn(location).filter((each) => !bound.has(each));
    return missing.map((each) => ({
      rule: 'bound-name',
      path: ['materialisations', String(at), 'location'],
      message: `The location of ${quoted(name)} has the name ${quoted(each)}, which the environment ${quoted(environment)} does not bind.`,
      remedy: bound.size > 0 ? `It binds ${[...bound.keys()].map(quoted).join(', ')}.` : 'Give the environment bindings.',
    }));
  });

const ownersAndTags: Rule = (definition) => [
  ...ownedProblems(definition, []),
  ...definition.features.flatMap((feature, at) => ownedProblems(feature, ['features', String(at)])),
];

const kinds: Rule = ({ computedBy, materialisations }) => {
  const problems = materialisations.flatMap(({ dataset, name }, at): Problem[] => {
    if (isOfKind(dataset, 'DATASET')) return [];
    return [
      {
        rule: 'materialised-in-dataset',
        path: ['materialisations', String(at), 'dataset'],
        message: `${quoted(name)} is said to lie in ${quoted(dataset)}, which is not the id of a dataset.`,
        remedy: 'Send an id such as "dataset:postgres:%2F%2Fdb/shop.orders", as dataset(namespace, name) { id } gives it.',
      },
    ];
  });
  if (computedBy !== null && !isOfKind(computedBy, ...COMPUTING))
    problems.push({
      rule: 'computed-by-kind',
      path: ['computedBy'],
      message: `The table is said to be computed by ${quoted(computedBy)}.`,
      remedy: 'Send the id of a pipeline, a workflow, a version of either, or a job.',
    });
  return problems;
};

/** Ids that are none at all have been told of. */
function unknown(definition: FeatureTableDefinition, known: { has(id: string): boolean }): Problem[] {
  return references(definition)
    .filter(({ id }) => !known.has(id) && isOfKind(id, 'DATASET', 'SEGMENT_VERSION', ...COMPUTING))
    .map(unknownReference);
}

/** Columns are named for materialisations that the table has, once for each. */
function columnNames({ features, materialisations }: FeatureTableDefinition, at: number): Problem[] {
  const { columns: own, name } = features[at]!;
  const path = (i: number) => ['features', String(at), 'columns', String(i), 'materialisation'];
  return own.flatMap(({ materialisation }, i): Problem[] => {
    if (own.findIndex((each) => each.materialisation === materialisation) < i) {
      const message = `The column of the feature ${quoted(name)} is named twice for the same materialisation.`;
      return [{ rule: 'one-column-per-materialisation', path: path(i), message, remedy: 'Name it once.' }];
    }
    if (materialisation === null || materialisations.some((each) => each.name === materialisation)) return [];
    const there = materialisations.map((each) => quoted(each.name)).join(', ');
    const message = `The feature ${quoted(name)} names a column of ${quoted(materialisation)}, which is no materialisation of the table.`;
    return [{ rule: 'known-materialisation', path: path(i), message, remedy: there ? `There are ${there}.` : 'The table has none.' }];
  });
}
