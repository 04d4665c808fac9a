import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import type { Budgets, Charge } from './budgets.js';
import { costOf, type Operation } from './cost.js';
import { DocumentRefused, type Documents } from './documents.js';
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
      const charge = budgets.charge(name, costOf(schema, { document, ...operation }, limits));
      const isSubscription = getOperationAST(document, operation.operationName)?.operation === 'subscription';
      return isSubscription ? { document } : { document, charge };
    } catch (error) {
      if (this.options.introspection || !(error instanceof DocumentRefused)) throw error;
      throw new DocumentRefused(error.errors.map(withoutSuggestion));
    }
  }
}

function withoutSuggestion({ message, nodes, source, positions, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/ ?Did you mean .*\?$/s, ''), { nodes, source, positions, extensions });
}
