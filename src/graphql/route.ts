import { isUtf8 } from 'node:buffer';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import { BadInput, VinciError } from '../errors.js';
import type { Log } from '../log.js';
import type { Admission, AskedOperation } from './admission.js';
import type { RequestContext } from './apollo.js';
import { DocumentRefused } from './documents.js';
import type { Lanes } from './lanes.js';
import { graphqlProblem, httpProblem } from './problem.js';

const MAX_BODY_BYTES = 10 * 1_048_576;
/** Of those who only read: ten times as much can keep the processor busy for a second before it is known what is asked. */
const MAX_READING_BYTES = 1_048_576;

/** Who asks for what: all that a context is made from. */
export interface Asked {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The header Vinci-Min-Position: the answer must include this position. */
  readonly minPosition?: string;
}

export interface GraphqlRouteOptions<Context extends object> {
  readonly apollo: ApolloServer<Context & RequestContext>;
  readonly admission: Admission;
  readonly lanes: Lanes;
  readonly log: Log;
  context(asked: Asked): Context | Promise<Context>;
}

/**
 * /graphql, as the GraphQL-over-HTTP specification has it: POST with JSON, GET for queries. A request that fails as a whole
 * (no token, too large, too complex) answers as GraphQL does too: `{"errors": [...]}`.
 */
export function graphqlRoute<Context extends object>(options: GraphqlRouteOptions<Context>): FastifyPluginAsync {
  const { admission, apollo, lanes, log } = options;
  return async (app) => {
    takeOnlyUtf8(app);
    app.setErrorHandler((error, request, reply) => answerErrors(error, request, reply, log));
    const contexts = new WeakMap<FastifyRequest, Context & RequestContext>();
    const handle = fastifyApolloHandler(apollo, { context: async (request) => contexts.get(request)! });
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      // Whoever asked has gone meanwhile; and with the last of them, when Vinci stops, what would answer.
      if (request.raw.socket.destroyed) return reply.hijack();
      // Before Apollo is asked, so that what is refused here has its own status.
      const { charge, isSubscription } = admission.admit(operationOf(request), request.viewer);
      if (isSubscription)
        throw new BadInput('Subscriptions are answered over WebSockets, at /graphql by the protocol graphql-transport-ws.', ['query']);
      contexts.set(request, { ...(await options.context(askedBy(request))), requestId: request.id, ...(charge && { charge }) });
      if (request.raw.socket.destroyed) return reply.hijack();
      const answer: unknown = await handle.call(app, request, reply);
      return reply.statusCode >= 400 && typeof answer === 'string' ? withRequestId(answer, request.id) : answer;
    };
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      bodyLimit: MAX_BODY_BYTES,
      onRequest: async (request) => lanes.refuseMore(request.viewer.name),
      handler: (request, reply) => lanes.take(request.viewer.name, () => answer(request, reply)),
    });
    app.route({
      method: ['PUT', 'PATCH', 'DELETE', 'HEAD'],
      url: '/graphql',
      handler: async (_, reply) => {
        reply.header('allow', 'GET, POST');
        throw Object.assign(new Error('/graphql answers POST, and GET for queries.'), { statusCode: 405 });
      },
    });
  };
}

/** JSON is UTF-8; what is not would be stored with its letters replaced. */
function takeOnlyUtf8(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['text/plain', 'application/json']);
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length > MAX_READING_BYTES && request.viewer.role === 'READER')
      done(new VinciError('TOO_LARGE', 'The body is larger than the 1 MB that is accepted of those who only read.'));
    else if (isUtf8(bytes)) parse(request, bytes.toString('utf8'), done);
    else done(new BadInput('The body is not UTF-8, as JSON has to be.'));
  });
}

function askedBy(request: FastifyRequest): Asked {
  const minPosition = request.headers['vinci-min-position'];
  return { viewer: request.viewer, requestId: request.id, ...(typeof minPosition === 'string' && { minPosition }) };
}

/** Read as Apollo will read it. */
function operationOf(request: FastifyRequest): AskedOperation {
  if (request.method === 'GET')
    return operationIn(
      parametersOf(request.url),
      'The operation is missing: /graphql?query=... holds it, or a POST with {"query": "..."}.',
    );
  if (Array.isArray(request.body))
    throw new BadInput('Several operations in one request are not accepted; send one JSON object, {"query": "..."}, per request.');
  return operationIn(
    (request.body ?? {}) as object,
    'The body must be a JSON object that holds the operation as a string: {"query": "{ viewer { name } }"}.',
  );
}

function parametersOf(url: string): object {
  const given = new URL(url, 'http://vinci').searchParams;
  for (const name of ['query', 'operationName', 'variables'])
    if (given.getAll(name).length > 1) throw new BadInput(`${name} is given more than once.`, [name]);
  const variables = given.get('variables');
  return { ...Object.fromEntries(given), ...(variables !== null && { variables: variables === '' ? null : objectIn(variables) }) };
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput('variables is not JSON.', ['variables']);
  }
}

function operationIn(
  { query, operationName, variables }: { query?: unknown; operationName?: unknown; variables?: unknown },
  missing: string,
): AskedOperation {
  if (typeof query !== 'string' || query === '') throw new BadInput(missing, ['query']);
  if (typeof operationName !== 'string' && operationName !== undefined && operationName !== null)
    throw new BadInput('operationName must be a string.', ['operationName']);
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables)))
    throw new BadInput('variables must be a JSON object: {"id": "..."}.', ['variables']);
  return { query, operationName: operationName || null, variables: (variables ?? null) as AskedOperation['variables'] };
}

function answerErrors(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const context = { requestId: request.id, log };
  const type = request.headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  reply.header('content-type', `${type}; charset=utf-8`);
  if (error instanceof DocumentRefused) {
    reply.code(400).send(JSON.stringify({ errors: error.errors.map((one) => graphqlProblem(one, context)) }));
    return;
  }
  const { status, headers, body } = httpProblem(error, context);
  const { message, cost, ...extensions } = body;
  reply
    .code(status)
    .headers(headers)
    .send(JSON.stringify({ errors: [{ message, extensions }], ...(cost && { extensions: { cost } }) }));
}

/** Apollo refuses requests that it cannot read without knowing whose they are. */
function withRequestId(answer: string, requestId: string): string {
  const body: { errors?: GraphQLFormattedError[] } = JSON.parse(answer);
  const errors = body.errors?.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...body, errors });
}
