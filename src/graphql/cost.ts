import { type DocumentNode, GraphQLError, type GraphQLSchema, getNamedType, isCompositeType } from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import { VinciError } from '../errors.js';
import { DocumentRefused } from './documents.js';
import { inWords } from './extent.js';
import type { Limits } from './limits.js';

/**
 * The cost of an operation is the number of objects its answer may hold: an object costs 1 and what is inside it, a scalar
 * nothing; `first` and `ids` multiply what is inside. A list without a length costs as one object: those are bounded on
 * writing and short. A field may say otherwise by `complexity` in its decorator.
 */
const objectEstimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!isCompositeType(getNamedType(field.type))) return 0;
  return 1 + childComplexity * lengthOf(args);
};

function lengthOf(args: { readonly [name: string]: unknown }): number {
  const { first, ids } = args;
  if (typeof first === 'number') return Math.max(1, first);
  return Array.isArray(ids) ? Math.max(1, ids.length) : 1;
}

const ESTIMATORS = [fieldExtensionsEstimator(), objectEstimator];

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: { readonly [name: string]: unknown } | null;
}

/**
 * What the operation costs. Throws VinciError TOO_COMPLEX when that is more than allowed, and DocumentRefused when its variables do
 * not fit, as execution would. The document must be valid.
 */
export function costOf(schema: GraphQLSchema, operation: Operation, limits: Limits): number {
  const cost = knownCostOf(schema, operation);
  if (cost > limits.cost)
    throw new VinciError(
      'TOO_COMPLEX',
      `The answer to this operation may hold ${inWords(cost)} objects; at most ${inWords(limits.cost)} are allowed: ask for fewer with "first".`,
    );
  return cost;
}

/** Kept for as long as their documents are: to work one out takes a tenth of a short request's time. */
const KNOWN = new WeakMap<DocumentNode, LRUCache<string, number>>();
const MOST_PER_DOCUMENT = 100;

function knownCostOf(schema: GraphQLSchema, operation: Operation): number {
  const costs = KNOWN.get(operation.document) ?? new LRUCache<string, number>({ max: MOST_PER_DOCUMENT });
  KNOWN.set(operation.document, costs);
  const sort = sortOf(operation);
  const cost = costs.get(sort) ?? countCost(schema, operation);
  costs.set(sort, cost);
  return cost;
}

/** What a cost depends on besides the document: numbers (`first`), how many there are (`ids`), what is skipped and what is left out. */
function sortOf({ operationName, variables }: Operation): string {
  const parts = Object.entries(variables ?? {}).map(([name, value]) => {
    if (Array.isArray(value)) return [name, [value.length]];
    return [name, typeof value === 'string' ? '' : typeof value === 'object' && value !== null ? {} : value];
  });
  return JSON.stringify([operationName ?? null, parts]);
}

function countCost(schema: GraphQLSchema, { document, operationName, variables }: Operation): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      operationName: operationName ?? undefined,
      estimators: ESTIMATORS,
      // checkExtent has bounded the fields, fragments spelled out; spreads come on top.
      maxQueryNodes: 100_000,
    });
  } catch (error) {
    if (error instanceof GraphQLError)
      throw new DocumentRefused([
        new GraphQLError(error.message, { nodes: error.nodes, originalError: error, extensions: { code: 'BAD_USER_INPUT' } }),
      ]);
    throw error;
  }
}
