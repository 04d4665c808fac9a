import type { Problem } from '../../write/fact.js';
import { isOfKind } from '../entity/projection.js';
import { type DataType, isNumbers, NUMBER_TYPES, objectionTo, TIME_TYPES } from '../feature/data-type.js';
import type { SemanticKind } from '../feature/feature.js';
import type { FeatureDefinition } from './definition.js';

/** Types that a semantic kind can have; a kind that is not here goes with any. */
const TYPES_OF_KIND: Readonly<Partial<Record<SemanticKind, readonly DataType[]>>> = {
  NUMERIC: NUMBER_TYPES,
  TEXT: ['STRING'],
  EMBEDDING: ['VECTOR', 'ARRAY'],
  TIMESTAMP: [...TIME_TYPES, 'LONG'],
};

const MAX_DIMENSION = 100_000;
const MAX_DEFAULT = 10_000;

/** What is wrong with one feature by itself. `at`: its place among the features of its table. */
export function featureViolations(feature: FeatureDefinition, at: number): Problem[] {
  const path = ['features', String(at)];
  const named = `The feature "${feature.name}"`;
  return [
    ...kind(feature, named, path),
    ...dimension(feature, named, path),
    ...fallback(feature, named, path),
    ...origin(feature, named, path),
  ];
}

type Rule = (feature: FeatureDefinition, named: string, path: readonly string[]) => Problem[];

const kind: Rule = ({ dataType, semanticKind }, named, path) => {
  const types = TYPES_OF_KIND[semanticKind];
  if (!types || types.includes(dataType)) return [];
  return [
    {
      rule: 'kind-fits-type',
      path: [...path, 'semanticKind'],
      message: `${named} is ${semanticKind}, which does not go with the type ${dataType}.`,
      remedy: `Give it one of the types ${types.join(', ')}, or another semantic kind.`,
    },
  ];
};

const dimension: Rule = ({ dimension: length, semanticKind }, named, path) => {
  const isEmbedding = semanticKind === 'EMBEDDING';
  if (isEmbedding && length === null)
    return [
      {
        rule: 'embedding-has-dimension',
        path: [...path, 'dimension'],
        message: `${named} is an embedding without a dimension.`,
        remedy: 'Say how many numbers it has.',
      },
    ];
  if (length !== null && !isEmbedding)
    return [
      {
        rule: 'dimension-of-embedding',
        path: [...path, 'dimension'],
        message: `${named} has a dimension, and is ${semanticKind}.`,
        remedy: 'Only embeddings have one: leave it out, or make the semantic kind EMBEDDING.',
      },
    ];
  if (length !== null && (!Number.isInteger(length) || length < 1 || length > MAX_DIMENSION))
    return [
      {
        rule: 'dimension-in-bounds',
        path: [...path, 'dimension'],
        message: `${named} has the dimension ${length}.`,
        remedy: `A dimension is a whole number from 1 to ${MAX_DIMENSION}.`,
      },
    ];
  return [];
};

const fallback: Rule = ({ dataType, default: value, dimension: length, nullPolicy }, named, path) => {
  const place = [...path, 'default'];
  if (value === null) {
    if (nullPolicy !== 'DEFAULT') return [];
    const message = `${named} has no default, and its null policy says that the default takes the place of missing values.`;
    return [{ rule: 'default-is-there', path: place, message, remedy: 'Give it a default, or another null policy.' }];
  }
  const expected = objectionTo(dataType, value);
  if (expected !== undefined)
    return [
      {
        rule: 'default-fits-type',
        path: place,
        message: `${named} is ${dataType}, and its default is ${shown(value)}.`,
        remedy: `The default of ${dataType} is ${expected}.`,
      },
    ];
  if (length !== null && isNumbers(value) && value.length !== length)
    return [
      {
        rule: 'default-fits-dimension',
        path: place,
        message: `${named} has the dimension ${length}, and its default has ${value.length} numbers.`,
        remedy: `Give a default of ${length} numbers.`,
      },
    ];
  if (JSON.stringify(value).length > MAX_DEFAULT)
    return [
      {
        rule: 'bounded-size',
        path: place,
        message: `The default of the feature has ${JSON.stringify(value).length} characters as JSON.`,
        remedy: `At most ${MAX_DEFAULT} are kept.`,
      },
    ];
  return [];
};

const origin: Rule = ({ computedBy, expression }, named, path) => {
  const place = [...path, 'computedBy'];
  if (computedBy !== null && expression !== null)
    return [
      {
        rule: 'computed-one-way',
        path: place,
        message: `${named} is said to be computed by a segment and by an expression.`,
        remedy: 'Give one of them.',
      },
    ];
  if (computedBy !== null && !isOfKind(computedBy, 'SEGMENT_VERSION'))
    return [
      {
        rule: 'computed-by-kind',
        path: place,
        message: `${named} is said to be computed by ${shown(computedBy)}, which is not the id of a version of a segment.`,
        remedy: 'Send an id such as "segment-version:default/scale/1".',
      },
    ];
  return [];
};

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
