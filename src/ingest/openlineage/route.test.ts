import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Role, viewerOverAll } from '../../access/viewer.js';
import { BadInput, Unavailable, VinciError } from '../../errors.js';
import type { Fact, Receipt } from '../../write/fact.js';
import { lineageRoutes, MAX_BODY_BYTES, MAX_BYTES_IN_WORK, MAX_EVENTS } from './route.js';

const EVENT = {
  eventTime: '2026-11-22T05:51:06Z',
  producer: 'p',
  eventType: 'START',
  run: { runId: '1' },
  job: { namespace: 'n', name: 'j' },
};
const STATUS: Record<string, number> = { BAD_INPUT: 400, FORBIDDEN: 403, TOO_LARGE: 413, UNAVAILABLE: 503 };

let app: FastifyInstance;
let port = 0;
let role: Role = 'CONNECTOR';
let submitted: Fact[] = [];
let answer: (fact: Fact) => Receipt | Promise<Receipt> = () => ({ outcome: 'APPLIED', position: 7, problems: [] });

beforeAll(async () => {
  app = Fastify();
  app.addHook('onRequest', async (request) => {
    request.viewer = viewerOverAll('somebody', role);
  });
  // Stands in for the translator at the edge, which has tests of its own.
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.status(error instanceof VinciError ? (STATUS[error.code] ?? 500) : (error.statusCode ?? 500)).send({
      message: error.message,
      ...(error instanceof VinciError && { code: error.code }),
      ...(error instanceof BadInput && { path: error.place }),
    }),
  );
  const submit = async (fact: Fact) => {
    submitted.push(fact);
    return answer(fact);
  };
  await app.register(lineageRoutes({ submit, mayPush: async () => undefined }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());
beforeEach(() => {
  role = 'CONNECTOR';
  submitted = [];
  answer = () => ({ outcome: 'APPLIED', position: 7, problems: [] });
});

interface Answer {
  readonly status: number;
  readonly body: { message?: string; [key: string]: unknown };
}

/** Over a real socket, in pieces when asked: without a Content-Length then. */
function post(
  body: string | Buffer | readonly Buffer[],
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/lineage', headers }, async (response) => {
      let text = '';
      for await (const piece of response) text += piece;
      resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
    });
    request.on('error', reject);
    if (typeof body === 'string' || body instanceof Buffer) return void request.end(body);
    for (const piece of body) request.write(piece);
    request.end();
  });
}

const encoded = (encoding: string) => ({ 'content-type': 'application/json', 'content-encoding': encoding });
const text = JSON.stringify(EVENT);

describe('one event', () => {
  it('is answered with 201 and a receipt', async () => {
    expect(await post(text)).toEqual({ status: 201, body: { outcome: 'APPLIED', position: '7', id: 'run:n/1' } });
    expect(submitted).toHaveLength(1);
  });

  it.each([['application/json; charset=utf-8'], ['application/json;charset="UTF-8"'], ['application/vnd.openlineage+json'], ['text/json']])(
    'comes as %s',
    async (type) => {
      expect((await post(text, { 'content-type': type })).status).toBe(201);
    },
  );

  it('comes without a content type, with a byte order mark, and in pieces that cut a character', async () => {
    expect((await post(text, {})).status).toBe(201);
    expect((await post(`\ufeff${text}`)).status).toBe(201);
    const bytes = Buffer.from(JSON.stringify({ ...EVENT, job: { namespace: 'n', name: '\u{1f680}' } }));
    const cut = bytes.indexOf(0xf0) + 2;
    expect((await post([bytes.subarray(0, cut), bytes.subarray(cut)])).status).toBe(201);
    expect(submitted.at(-1)?.statement?.subject).toBe('job:n/\u{1f680}');
  });

  it('comes packed, with a length or without', async () => {
    expect((await post(gzipSync(text), encoded('gzip'))).status).toBe(201);
    expect((await post([gzipSync(text)], encoded('GZIP'))).status).toBe(201);
    expect((await post([gzipSync(text.slice(0, 30)), gzipSync(text.slice(30))], encoded('gzip'))).status).toBe(201);
    expect((await post(deflateSync(text), encoded('deflate'))).status).toBe(201);
    expect((await post(deflateRawSync(text), encoded('deflate'))).status).toBe(201);
    expect((await post(text, encoded('identity'))).status).toBe(201);
  });

  it('is refused with the place of what is wrong', async () => {
    expect(await post(JSON.stringify({ ...EVENT, run: {} }))).toEqual({
      status: 400,
      body: { code: 'BAD_INPUT', message: 'run.runId: must be a text that is not empty, but it is missing.', path: ['run', 'runId'] },
    });
    answer = () => ({
      outcome: 'REFUSED',
      position: 7,
      problems: [{ rule: 'banned', path: ['job'], message: 'It is banned.', remedy: 'Ask.' }],
    });
    expect(await post(text)).toMatchObject({ status: 400, body: { code: 'BAD_INPUT', message: 'It is banned. Ask.', path: ['job'] } });
  });

  it('waits for approval with 202', async () => {
    answer = () => ({ outcome: 'HELD', position: 7, problems: [] });
    expect(await post(text)).toMatchObject({ status: 202, body: { outcome: 'HELD' } });
  });

  it('is answered with 503 when the database is away', async () => {
    answer = () => Promise.reject(new Unavailable('The database is away.'));
    expect((await post(text)).status).toBe(503);
  });
});

describe('a body that is no JSON', () => {
  it.each([
    ['', /body is empty/],
    ['{"a": x}', /position 6 \(line 1, column 7\) a value was expected, but "x}" was found/],
    ['{"a": 1,\n "b" 2}', /position 14 \(line 2, column 6\) : was expected/],
    ['[{"a": 1}', /position 9 .* , or \] was expected, but the end was found/],
    ['{"a": "b', /a closing quote was expected, but the end/],
    ['{}{}', /position 2 .* the end was expected/],
  ])('%s is told where', async (body, message) => {
    const { status, body: problem } = await post(body);
    expect(status).toBe(400);
    expect(problem.message).toMatch(message);
  });

  it('nor UTF-8, is told at which byte', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"é'), Buffer.from([0xe9]), Buffer.from('b"}')]);
    expect(await post(bytes)).toMatchObject({ status: 400, body: { message: 'The body is not UTF-8: the fault is at byte 8.' } });
  });

  it('nor what it is said to be packed with', async () => {
    expect((await post(text, encoded('gzip'))).body.message).toMatch(/"gzip", but the body cannot be unpacked: incorrect header check/);
    expect((await post(gzipSync(text).subarray(0, 40), encoded('gzip'))).body.message).toMatch(
      /cannot be unpacked: unexpected end of file/,
    );
  });

  it.each([
    [{ 'content-type': 'application/json; charset=iso-8859-1' }, /charset must be utf-8/],
    [{ 'content-type': 'text/plain' }, /must be application\/json, but it is "text\/plain"/],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, /must be application\/json/],
    [encoded('br'), /must be gzip, deflate or identity/],
  ])('nor in a form that is read here: %p', async (headers, message) => {
    const { status, body } = await post(text, headers as Record<string, string>);
    expect(status).toBe(415);
    expect(body.message).toMatch(message);
  });
});

describe('too much', () => {
  const padding = (bytes: number) => JSON.stringify({ ...EVENT, padding: 'x'.repeat(bytes) });

  it('on the wire, with a length or without, is answered with 413 before the connection ends', async () => {
    const large = Buffer.from(padding(MAX_BODY_BYTES));
    expect(await post(large)).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE', message: 'The body is larger than 10 MB; send fewer events at once.' },
    });
    expect((await post([large.subarray(0, 1_000_000), large.subarray(1_000_000)])).status).toBe(413);
    expect(submitted).toHaveLength(0);
  });

  it('or only once unpacked', async () => {
    const bomb = gzipSync(padding(6 * MAX_BODY_BYTES), { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await post(bomb, encoded('gzip'))).body.message).toMatch(/unpacks to more than 10 MB/);
  });

  it('is just under the limit all right', async () => {
    expect((await post(padding(MAX_BODY_BYTES - 300))).status).toBe(201);
  });

  it('in depth is refused without harm', async () => {
    const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect((await post(deep(300))).body.message).toMatch(/nested more than 200 levels deep/);
    expect((await post(deep(4_000_000))).body.message).toMatch(/nested more than 200 levels deep at position/);
    expect((await post('['.repeat(5_000_000))).status).toBe(400);
  });

  it('in number too', async () => {
    expect((await post(`[${'0,'.repeat(MAX_EVENTS)}0]`)).status).toBe(413);
  });
});

describe('an array', () => {
  it('has a receipt for each event, and keeps the good ones', async () => {
    answer = (fact) => ({ outcome: fact.statement?.run === 'run:n/2' ? 'UNCHANGED' : 'APPLIED', position: 9, problems: [] });
    const good = [EVENT, { ...EVENT, run: { runId: '2' } }];
    expect(await post(JSON.stringify(good))).toEqual({
      status: 201,
      body: {
        receipts: [
          { index: 0, outcome: 'APPLIED', position: '9', id: 'run:n/1', problems: [] },
          { index: 1, outcome: 'UNCHANGED', position: '9', id: 'run:n/2', problems: [] },
        ],
      },
    });
    const mixed = await post(JSON.stringify([EVENT, 5]));
    expect(mixed.status).toBe(200);
    expect(mixed.body.receipts).toMatchObject([
      { outcome: 'APPLIED' },
      {
        index: 1,
        outcome: 'REFUSED',
        position: null,
        id: null,
        problems: [{ rule: 'openlineage-event', message: 'An OpenLineage event must be a JSON object, but it is 5.' }],
      },
    ]);
  });

  it('is refused when all its events are; an empty one is not', async () => {
    const bad = await post(JSON.stringify([5, { ...EVENT, job: 1 }]));
    expect(bad).toMatchObject({
      status: 400,
      body: {
        code: 'BAD_INPUT',
        message: 'None of the 2 events was taken. The first: An OpenLineage event must be a JSON object, but it is 5.',
      },
    });
    expect(bad.body.receipts).toHaveLength(2);
    expect(await post('[]')).toEqual({ status: 201, body: { receipts: [] } });
  });

  it('can be sent again as a whole when the database was away for a part of it', async () => {
    answer = (fact) =>
      fact.statement?.run === 'run:n/2' ? Promise.reject(new Unavailable('away')) : { outcome: 'APPLIED', position: 9, problems: [] };
    expect((await post(JSON.stringify([{ ...EVENT, run: { runId: '2' } }, EVENT]))).status).toBe(503);
  });
});

describe('who may send', () => {
  it.each(['CONNECTOR', 'EDITOR', 'STEWARD', 'ADMIN'] as const)('%s', async (allowed) => {
    role = allowed;
    expect((await post(text)).status).toBe(201);
  });

  it('but no READER', async () => {
    role = 'READER';
    expect(await post(text)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(submitted).toHaveLength(0);
  });
});

describe('many large bodies at once', () => {
  it('works on as many as fit, and answers the others after them', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = async () => {
      await held;
      return { outcome: 'APPLIED', position: 7, problems: [] };
    };
    const large = JSON.stringify({ ...EVENT, padding: 'x'.repeat(MAX_BODY_BYTES - 1024) });
    const fit = Math.floor(MAX_BYTES_IN_WORK / large.length);
    const answers = Array.from({ length: fit + 2 }, () => post(large));
    while (submitted.length < fit) await new Promise((resolve) => setTimeout(resolve, 20));
    // The two that are left have long arrived by then, had they been let in.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(submitted).toHaveLength(fit);
    release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(fit + 2).fill(201));
    expect(submitted).toHaveLength(fit + 2);
  });
});
