import { Semaphore } from 'async-mutex';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Role, Viewer } from '../../access/viewer.js';
import { BadInput, VinciError } from '../../errors.js';
import type { Submit } from '../../write/fact.js';
import { subjectsOf } from '../../write/subjects.js';
import { checkContentType } from './http/content-type.js';
import { parseJsonBody } from './http/json-body.js';
import { type EventReceipt, eventReceipt, refusalOf, subjectOf, unreadable } from './http/receipts.js';
import { receive } from './http/receive.js';
import { unpack } from './http/unpack.js';
import { parseEvent } from './parse.js';

export interface LineageDeps {
  /** Hands a fact to the Writer; resolves after the commit. */
  readonly submit: Submit;
  /** Throws FORBIDDEN unless the viewer may push facts about these. */
  readonly mayPush: (viewer: Viewer, ids: Iterable<string>) => Promise<void>;
}

const PATH = '/api/v1/lineage';
/** On the wire, and unpacked. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Of all bodies together, from when they are parsed until they are answered: what comes on top waits its turn, unparsed. */
export const MAX_BYTES_IN_WORK = 40 * 1024 * 1024;
/** Counted in these: the semaphore's own work grows with what it counts to. */
const PART = 64 * 1024;
/** Of one array: its answer has a receipt for each. */
export const MAX_EVENTS = 10_000;
const PUSHERS: ReadonlySet<Role> = new Set(['CONNECTOR', 'EDITOR', 'STEWARD', 'ADMIN']);

/**
 * `POST /api/v1/lineage`, which OpenLineage clients call (docs/openlineage.md): one event, or an array of them, answered after
 * they are committed. Expects `request.viewer` to be set; errors are thrown for the app's translator.
 */
export function lineageRoutes(deps: LineageDeps): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', async (request: FastifyRequest) => {
      const bytes = await receive(request.raw, MAX_BODY_BYTES);
      checkContentType(request.headers['content-type']);
      return unpack(bytes, request.headers['content-encoding'], MAX_BODY_BYTES);
    });
    const inWork = new Semaphore(MAX_BYTES_IN_WORK / PART);
    app.post(PATH, { onRequest: isPusher }, (request, reply) => {
      const bytes = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      return inWork.runExclusive(
        async () => {
          const body = parseJsonBody(bytes);
          const submit = submitAs(request.viewer, deps);
          return Array.isArray(body) ? takeAll(body, submit, request, reply) : takeOne(body, submit, reply);
        },
        Math.ceil((bytes.length + 1) / PART),
      );
    });
  };
}

/** Before the body is read. */
async function isPusher({ viewer }: FastifyRequest): Promise<void> {
  if (!PUSHERS.has(viewer.role))
    throw new VinciError('FORBIDDEN', `The role ${viewer.role} may not send events; CONNECTOR, EDITOR, STEWARD and ADMIN may.`);
}

function submitAs(viewer: Viewer, { submit, mayPush }: LineageDeps): Submit {
  return async (fact) => {
    await mayPush(viewer, subjectsOf(fact));
    return submit(fact, viewer);
  };
}

/** 201 with a receipt once the event is committed (202 while it waits for approval); a refusal is a 400. */
async function takeOne(event: unknown, submit: Submit, reply: FastifyReply): Promise<FastifyReply> {
  const fact = parseEvent(event);
  const receipt = await submit(fact);
  if (receipt.outcome === 'REFUSED') throw refusalOf(receipt);
  const { outcome, position, problems } = receipt;
  return reply
    .status(outcome === 'HELD' ? 202 : 201)
    .send({ outcome, position: String(position), id: subjectOf(fact), ...(problems.length > 0 && { problems }) });
}

/** A receipt for each event, good ones kept: 201 when all were taken, 200 when some were, 400 when none was. */
async function takeAll(events: readonly unknown[], submit: Submit, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (events.length > MAX_EVENTS)
    throw new VinciError('TOO_LARGE', `The array has ${events.length} events; send at most ${MAX_EVENTS} at once.`);
  // All are handed in before the first is waited for, so that they share transactions; none may be left without a catcher.
  const taken = await Promise.allSettled(events.map((event, index) => receiptFor(event, index, submit)));
  const receipts = taken.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
  const refused = receipts.filter((receipt) => receipt.outcome === 'REFUSED');
  if (refused.length === 0) return reply.status(201).send({ receipts });
  if (refused.length < receipts.length) return reply.status(200).send({ receipts });
  const { path = [], message = '' } = refused[0]?.problems[0] ?? {};
  return reply.status(400).send({
    code: 'BAD_INPUT',
    message: `None of the ${receipts.length} events was taken. The first: ${message}`,
    path,
    requestId: request.id,
    receipts,
  });
}

async function receiptFor(event: unknown, index: number, submit: Submit): Promise<EventReceipt> {
  try {
    const fact = parseEvent(event);
    return eventReceipt(index, fact, await submit(fact));
  } catch (error) {
    if (error instanceof BadInput || (error instanceof VinciError && error.code === 'FORBIDDEN')) return unreadable(index, error);
    throw error;
  }
}
