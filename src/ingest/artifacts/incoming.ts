import type { IncomingMessage } from 'node:http';
import { BadInput, VinciError } from '../../errors.js';

/** A transfer in which nothing moves for so long is given up. Milliseconds. */
export const IDLE_MS = 60_000;

/** The client is gone, or sent nothing for too long: what came of its upload stays, and it can go on. */
export class CutOff extends BadInput {}

/**
 * The bytes of a request as they come, at most so many (TOO_LARGE, or WRONG_CONTENT where they were announced). The request
 * outlives an early end, so that it can be answered.
 */
export async function* bytesOf(request: IncomingMessage, most: number, tooMany: () => VinciError, idleMs = IDLE_MS): AsyncIterable<Buffer> {
  request.setTimeout(idleMs, () => request.destroy());
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > most) throw tooMany();
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof VinciError ? error : new CutOff('The connection ended, or stood still, before the body was there.');
  } finally {
    request.setTimeout(0);
  }
  if (!request.complete) throw new CutOff('The connection ended before the body did.');
}

/** A client that is still sending gets to see an answer only if somebody reads what it sends. */
const DISCARDED_BYTES = 64 * 1024 * 1024;
const DISCARDED_MS = 30_000;

/** Throws away what is left of a body: of what was in order up to so many bytes (`wanted`), else so much as most clients send ahead. */
export function discard(request: IncomingMessage, wanted?: number): void {
  if (request.complete || request.destroyed) return;
  let left = wanted ?? DISCARDED_BYTES;
  const end = (): void => void request.destroy();
  const patience = wanted !== undefined ? undefined : setTimeout(end, DISCARDED_MS).unref();
  request.setTimeout(IDLE_MS, end);
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) end();
  });
  request.once('close', () => clearTimeout(patience));
}
