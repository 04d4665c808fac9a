import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { pipeline } from 'node:stream/promises';

const CHUNK = 1024 * 1024;

/** Makes a file of random bytes; gives its SHA-256. */
export async function makeFile(file: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  async function* bytes(): AsyncIterable<Buffer> {
    for (let left = size; left > 0; left -= CHUNK) {
      const chunk = randomBytes(Math.min(CHUNK, left));
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(bytes(), createWriteStream(file));
  return hash.digest('hex');
}

export interface Transfer {
  readonly status: number;
  readonly seconds: number;
}

/** From a file to a server, by PUT. */
export async function send(file: string, url: string, headers: OutgoingHttpHeaders = {}): Promise<Transfer> {
  const began = performance.now();
  const sent = request(url, { method: 'PUT', agent: false, headers: { 'content-length': statSync(file).size, ...headers } });
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
  await pipeline(createReadStream(file, { highWaterMark: CHUNK }), sent);
  const response = await answered;
  for await (const _ of response);
  return { status: response.statusCode ?? 0, seconds: (performance.now() - began) / 1000 };
}

/** The body of a GET, of which the bytes are only counted; with `check` also their SHA-256, which takes longer. */
export async function receive(
  url: string,
  headers: OutgoingHttpHeaders = {},
  check = false,
): Promise<Transfer & { readonly size: number; readonly hash: string }> {
  const began = performance.now();
  const hash = createHash('sha256');
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    request(url, { agent: false, headers }).on('response', resolve).on('error', reject).end(),
  );
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (check) hash.update(chunk as Buffer);
  }
  return { status: response.statusCode ?? 0, seconds: (performance.now() - began) / 1000, size, hash: hash.digest('hex') };
}
