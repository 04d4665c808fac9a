import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import { VinciError } from '../errors.js';
import type { Budgets, Charge } from './budgets.js';
import { costOf, type Operation } from './cost.js';
import { DocumentRefused, type Documents } from './documents.js';
import { inWords } from './extent.js';
import type { Limits } from './limits.js';

export interface AdmissionOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly limits: Limits;
  readonly budgets: Budgets;
  /** False: nothing is told of the schema, also not what was probably meant. */
  readonly introspection: boolean;
}

export interface AskedOperation extends Omit<Operation, 'document'> {
  readonly query: string;
}

export interface Admitted {
  readonly document: DocumentNode;
  readonly isSubscription: boolean;
  /** Absent of subscriptions: their answers do not tell it. */
  readonly charge?: Charge;
}

/** What an operation must pass before anything runs, by whichever transport it came: limits, validation, and whether it can be paid for. */
export class Admission {
  constructor(private readonly options: AdmissionOptions) {}

  /** Throws VinciError TOO_COMPLEX, Throttled, and DocumentRefused. */
  admit({ query, ...operation }: AskedOperation, { name }: Viewer): Admitted {
    const { budgets, documents, limits, schema } = this.options;
    try {
      const document = documents.read(query);
      const sort = getOperationAST(document, operation.operationName)?.operation;
      if (!sort && operation.operationName) throw unknownOperation(operation.operationName);
      checkVariables(operation.variables, sort === 'mutation' ? { ...limits, listLength: Number.POSITIVE_INFINITY } : limits);
      const charge = budgets.charge(name, costOf(schema, { document, ...operation }, limits));
      return sort === 'subscription' ? { document, isSubscription: true } : { document, isSubscription: false, charge };
    } catch (error) {
      if (this.options.introspection || !(error instanceof DocumentRefused)) throw error;
      throw new DocumentRefused(error.errors.map(withoutSuggestion));
    }
  }
}

/** Before each of their values is looked at, and before anything follows them inwards. */
function checkVariables(variables: unknown, { listLength, nesting }: Pick<Limits, 'listLength' | 'nesting'>): void {
  const open = [{ value: variables, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > nesting) throw new VinciError('TOO_COMPLEX', `The variables are nested more than ${nesting} deep, which is the most.`);
    if (Array.isArray(value) && value.length > listLength)
      throw new VinciError(
        'TOO_COMPLEX',
        `A list among the variables has ${inWords(value.length)} values; at most ${inWords(listLength)} are allowed.`,
      );
    for (const inner of Object.values(value)) if (typeof inner === 'object') open.push({ value: inner, depth: depth + 1 });
  }
}

function unknownOperation(name: string): DocumentRefused {
  const message = `This document has no operation named "${name}": say the name of one that it has, or none where it has one only.`;
  return new DocumentRefused([new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })]);
}

function withoutSuggestion({ message, nodes, source, positions, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/ ?Did you mean .*\?$/s, ''), { nodes, source, positions, extensions });
}
