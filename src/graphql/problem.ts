import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ZodError } from 'zod';
import { BadInput, type ErrorCode, Throttled, TooSlow, Unavailable, VinciError } from '../errors.js';
import type { Log } from '../log.js';
import { unmarked } from './hidden-ids.js';

/**
 * The one translator from errors to what clients see, for HTTP, GraphQL and later the WebSocket alike.
 *
 * An answer carries a code, a sentence and the request id. What Vinci did not expect is masked: the client gets the request
 * id, the log gets the stack. A request that fails as a whole answers with the status below. An error inside a GraphQL answer
 * leaves the status at 200, UNAVAILABLE included, since other fields may have been answered: clients go by `extensions.code`.
 */
export interface ProblemBody {
  /** One of ErrorCode; INTERNAL; or, for documents only, GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED. */
  readonly code: string;
  readonly message: string;
  /** The place in what was sent, outermost first. */
  readonly path?: readonly (string | number)[];
  /** Of a subscription that was ended: subscribe again after this position. */
  readonly resumeFrom?: string;
  /** Of what was throttled: when to come again, and what it would have cost. */
  readonly retryAfterSeconds?: number;
  readonly cost?: Throttled['charge'];
  readonly requestId: string;
}

export interface HttpProblem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
}

export interface ProblemContext {
  readonly requestId: string;
  /** Gets the stacks of masked errors. */
  readonly log: Log;
}

type Known = Omit<ProblemBody, 'requestId'>;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  KEY_REUSED: 409,
  CURSOR_EXPIRED: 410,
  TOO_LARGE: 413,
  TOO_SLOW: 429,
  THROTTLED: 429,
  WRONG_CONTENT: 422,
  STARTUP: 500,
  POSITION_NOT_REACHED: 503,
  UNAVAILABLE: 503,
  NO_SPACE: 507,
};

/** Apollo's names for what has a name of ours. */
const APOLLO_CODES: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'BAD_INPUT',
  BAD_USER_INPUT: 'BAD_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_INPUT',
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
};

const FASTIFY_MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The Content-Type of the request is not one that is understood here; send application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body of the request is larger than what is accepted here: 10 MB at /graphql.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON although the Content-Type is application/json.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty although the Content-Type is application/json.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as the Content-Length says.',
};

/** The status and the body for a request that failed as a whole. */
export function httpProblem(error: unknown, context: ProblemContext): HttpProblem {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  const known = knownProblem(cause);
  const fastify = known ? undefined : fastifyProblem(cause);
  const status = known ? (STATUS[known.code as ErrorCode] ?? 400) : (fastify?.status ?? 500);
  return {
    status,
    headers: headersOf(cause, status),
    body: { ...(known ?? fastify?.problem ?? masked(cause, context)), requestId: context.requestId },
  };
}

/** One entry of `errors` in a GraphQL answer; `extensions`: code, path (of the input, where there is one), requestId. */
export function graphqlProblem(error: unknown, context: ProblemContext): GraphQLFormattedError {
  const { message, ...extensions } = knownGraphqlProblem(error) ?? masked(error, context);
  const placed = error instanceof GraphQLError ? error.toJSON() : undefined;
  return {
    message: unmarked(message),
    ...(placed?.locations && { locations: placed.locations }),
    ...(placed?.path && { path: placed.path }),
    extensions: { ...extensions, requestId: context.requestId },
  };
}

function knownGraphqlProblem(error: unknown): Known | undefined {
  if (!(error instanceof GraphQLError)) return knownProblem(error) ?? fastifyProblem(error)?.problem;
  const code = APOLLO_CODES[String(error.extensions.code)];
  if (code) return { code, message: error.message };
  const cause = error.originalError;
  if (!cause) return { code: 'BAD_INPUT', message: error.message };
  // graphql-js refuses an argument with an error that points into the document; one without is a value of ours that does
  // not fit the schema, which is no fault of the client.
  if (cause instanceof GraphQLError) return cause.nodes?.length ? { code: 'BAD_INPUT', message: cause.message } : undefined;
  return knownProblem(cause);
}

function knownProblem(error: unknown): Known | undefined {
  if (error instanceof BadInput && error.place.length > 0) return { code: error.code, message: error.message, path: error.place };
  if (error instanceof TooSlow) return { code: error.code, message: error.message, resumeFrom: String(error.resumeFrom) };
  if (error instanceof Throttled)
    return {
      code: error.code,
      message: error.message,
      retryAfterSeconds: error.retryAfterSeconds,
      ...(error.charge && { cost: error.charge }),
    };
  if (error instanceof VinciError) return error.code === 'STARTUP' ? undefined : { code: error.code, message: error.message };
  if (error instanceof ZodError) return zodProblem(error);
  return undefined;
}

function zodProblem(error: ZodError): Known {
  const [first, ...others] = error.issues;
  if (!first) return { code: 'BAD_INPUT', message: 'The input is not valid.' };
  const path = first.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return { code: 'BAD_INPUT', message: `${path.length > 0 ? `${path.join('.')}: ` : ''}${first.message}${more}`, path };
}

/** What Fastify refuses before a handler sees it: sizes, content types, broken JSON, malformed URLs. */
function fastifyProblem(error: unknown): { status: number; problem: Known } | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error) || typeof error.statusCode !== 'number') return undefined;
  const status = error.statusCode;
  if (status < 400 || status >= 500) return undefined;
  const fastifyCode = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = status === 413 ? 'TOO_LARGE' : 'BAD_INPUT';
  return { status, problem: { code, message: FASTIFY_MESSAGES[fastifyCode] ?? ('message' in error ? String(error.message) : '') } };
}

function masked(error: unknown, { requestId, log }: ProblemContext): Known {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  log.error('Internal error', { requestId, error: cause instanceof Error ? cause.stack : String(cause) });
  return { code: 'INTERNAL', message: `Internal error; ask the operator, quoting request id ${requestId}.` };
}

function headersOf(error: unknown, status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="Vinci"' };
  if (error instanceof Unavailable || error instanceof Throttled) return { 'retry-after': String(error.retryAfterSeconds) };
  return status === 503 ? { 'retry-after': '2' } : {};
}
