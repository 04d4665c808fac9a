import { expect, test } from '@jest/globals';
import { GraphQLError, Source } from 'graphql';
import { z } from 'zod';
import { BadInput, StartupError, Unavailable, VinciError } from '../errors.js';
import { graphqlProblem, httpProblem } from './problem.js';

function setUp() {
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (message: string, details?: object) => logged.push({ message, ...details }) };
  return { logged, context: { requestId: 'r-1', log } };
}

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each([
  [new BadInput('No runId.', ['run', 'runId']), 400, { code: 'BAD_INPUT', message: 'No runId.', path: ['run', 'runId'] }],
  [new VinciError('FORBIDDEN', 'No.'), 403, { code: 'FORBIDDEN', message: 'No.' }],
  [new VinciError('NOT_FOUND', 'No.'), 404, { code: 'NOT_FOUND', message: 'No.' }],
  [new VinciError('CONFLICT', 'No.'), 409, { code: 'CONFLICT', message: 'No.' }],
  [new VinciError('KEY_REUSED', 'No.'), 409, { code: 'KEY_REUSED', message: 'No.' }],
  [new VinciError('CURSOR_EXPIRED', 'No.'), 410, { code: 'CURSOR_EXPIRED', message: 'No.' }],
  [new VinciError('TOO_LARGE', 'No.'), 413, { code: 'TOO_LARGE', message: 'No.' }],
  [new VinciError('TOO_COMPLEX', 'No.'), 400, { code: 'TOO_COMPLEX', message: 'No.' }],
])('%s is a status and a body', (error, status, body) => {
  const { context, logged } = setUp();
  expect(httpProblem(error, context)).toEqual({ status, headers: {}, body: { ...body, requestId: 'r-1' } });
  expect(logged).toEqual([]);
});

test('who is refused learns how to authenticate, and who comes too early when to come again', () => {
  const { context } = setUp();
  expect(httpProblem(new VinciError('UNAUTHENTICATED', 'No.'), context)).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="Vinci"' },
  });
  expect(httpProblem(new Unavailable('Away.', 7), context)).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  expect(httpProblem(new VinciError('POSITION_NOT_REACHED', 'No.'), context)).toMatchObject({
    status: 503,
    headers: { 'retry-after': '2' },
  });
});

test.each([
  new Error('secret'),
  'secret',
  new TypeError('secret'),
  new StartupError('secret'),
  new GraphQLError('x', { originalError: new Error('secret') }),
])('the unexpected %p is masked, and logged with its stack', (error) => {
  const { context, logged } = setUp();
  const { status, body } = httpProblem(error, context);
  expect(status).toBe(500);
  expect(body).toEqual({ code: 'INTERNAL', message: 'Internal error; ask the operator, quoting request id r-1.', requestId: 'r-1' });
  expect(JSON.stringify(logged)).toContain('secret');
  expect(logged).toMatchObject([{ requestId: 'r-1' }]);
});

test('a fault that zod finds is told with its place', () => {
  const { context } = setUp();
  const error = thrownBy(() => z.object({ run: z.object({ id: z.string() }), n: z.number() }).parse({ run: {} }));
  expect(httpProblem(error, context)).toMatchObject({
    status: 400,
    body: { code: 'BAD_INPUT', path: ['run', 'id'], message: expect.stringMatching(/^run\.id: .* \(and 1 more\)$/) },
  });
});

test('what Fastify refuses keeps its status', () => {
  const { context } = setUp();
  const refused = (statusCode: number, code: string) => httpProblem(Object.assign(new Error('of fastify'), { statusCode, code }), context);
  expect(refused(413, 'FST_ERR_CTP_BODY_TOO_LARGE')).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } });
  expect(refused(415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE')).toMatchObject({ status: 415, body: { code: 'BAD_INPUT' } });
  expect(refused(400, 'OTHER')).toMatchObject({ status: 400, body: { message: 'of fastify' } });
  expect(refused(500, 'OTHER')).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
});

test('in a GraphQL answer an error keeps its places: in the document, in the answer, in the input', () => {
  const { context } = setUp();
  const source = new Source('{ hello }');
  const error = new GraphQLError('First is 0.', {
    source,
    positions: [2],
    path: ['hello'],
    originalError: new BadInput('First is 0.', ['first']),
  });
  expect(graphqlProblem(error, context)).toEqual({
    message: 'First is 0.',
    locations: [{ line: 1, column: 3 }],
    path: ['hello'],
    extensions: { code: 'BAD_INPUT', path: ['first'], requestId: 'r-1' },
  });
});

test.each([
  [new GraphQLError('m', { originalError: new Unavailable('away') }), 'UNAVAILABLE'],
  [new GraphQLError('m', { extensions: { code: 'BAD_USER_INPUT' } }), 'BAD_INPUT'],
  [
    new GraphQLError('m', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, originalError: new Error('of a scalar') }),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [new GraphQLError('m', { extensions: { code: 'INTERNAL_SERVER_ERROR' }, originalError: new Error('secret') }), 'INTERNAL'],
  [new GraphQLError('m', { originalError: new GraphQLError('an enum of ours that does not fit') }), 'INTERNAL'],
  [new GraphQLError('m', { originalError: new Error('Cannot return null for non-nullable field') }), 'INTERNAL'],
])('the code of %p is %s', (error, code) => {
  const { context } = setUp();
  expect(graphqlProblem(error, context).extensions).toMatchObject({ code, requestId: 'r-1' });
});
