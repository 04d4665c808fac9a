import type { IncomingMessage } from 'node:http';
import { BadInput, VinciError } from '../../../errors.js';

/**
 * A client that is still sending does not read: of what is too large this much more is read and thrown away, so that it gets
 * to see the answer instead of a broken connection.
 */
const DISCARDED_BYTES = 64 * 1024 * 1024;

export const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** The request's bytes as they come, at most `limit`: TOO_LARGE for more. Works without a Content-Length. */
export function receive(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new VinciError('TOO_LARGE', `The body is larger than ${megabytes(limit)}; send fewer events at once.`);
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit + DISCARDED_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks = [];
      if (size > limit + DISCARDED_BYTES) reject(tooLarge());
    });
    request.on('end', () => (size > limit ? reject(tooLarge()) : resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))));
    const broken = () => reject(new BadInput('The connection ended before the body did.'));
    request.on('error', broken);
    request.on('close', () => {
      if (!request.complete) broken();
    });
  });
}
