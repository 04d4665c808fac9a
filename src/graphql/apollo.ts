import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Sight } from '../access/sight.js';
import type { Log } from '../log.js';
import type { Charge } from './budgets.js';
import type { Documents } from './documents.js';
import { withoutHiddenIds } from './hidden-ids.js';
import type { Limits } from './limits.js';
import { graphqlProblem } from './problem.js';

/** The least that a resolver's context holds; errors in the answer quote the request id. */
export interface RequestContext {
  readonly requestId: string;
  readonly sight?: Sight | null;
  readonly charge?: Charge;
}

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly limits: Limits;
  readonly log: Log;
}

/** Apollo Server without what reports elsewhere, adds pages or guesses caching. */
export function createApollo<Context extends RequestContext>({ schema, documents, limits, log }: ApolloOptions): ApolloServer<Context> {
  const translated: Translated = new WeakMap();
  return new ApolloServer<Context>({
    schema,
    // Both are decided before: by documents.ts, and by access/cross-site.ts.
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    documentStore: storeOf(documents),
    // For a document that fell out of the store between its check and its run.
    parseOptions: { maxTokens: limits.tokens },
    logger: quiet(log),
    formatError: (formatted, error) => translated.get(error as object) ?? withoutRequest(formatted, error, log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      tellCost(),
      translateErrors(translated, log),
      hideIdsInAnswers(),
    ],
  });
}

type Translated = WeakMap<object, GraphQLFormattedError>;

/** Where it can be seen by whoever asks, as part of the answer. */
function tellCost<Context extends RequestContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: { charge }, response: { body } }) {
          if (charge && body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost: charge };
        },
      };
    },
  };
}

/** formatError is not told which request an error belongs to; this hook runs before it, with the same error. */
function translateErrors<Context extends RequestContext>(translated: Translated, log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) translated.set(error, graphqlProblem(error, { requestId, log }));
        },
      };
    },
  };
}

/** What of an answer is no entity may name one: see seen.ts. */
function hideIdsInAnswers<Context extends RequestContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue: { sight }, response: { body } }) {
          if (body.kind === 'single') body.singleResult.data = await withoutHiddenIds(body.singleResult.data, sight);
        },
      };
    },
  };
}

/** For a request that Apollo cannot read at all; the route adds the request id. */
function withoutRequest(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const { message, extensions } = graphqlProblem(error, { requestId: '', log });
  return { ...formatted, message, extensions: { code: extensions?.code } };
}

/** Documents are read before Apollo sees the request; here it only picks them up, by the hash at the end of its key. */
function storeOf(documents: Documents) {
  return {
    get: async (key: string): Promise<DocumentNode | undefined> => documents.kept(key.slice(key.lastIndexOf(':') + 1)),
    set: async () => {},
    delete: async () => false,
  };
}

function quiet(log: Log) {
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (message: unknown) => log.error('Apollo Server', { message: String(message) }),
  };
}
