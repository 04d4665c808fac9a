import { promisify } from 'node:util';
import { gunzip, inflate, inflateRaw } from 'node:zlib';
import { BadInput, VinciError } from '../../../errors.js';
import { megabytes } from './receive.js';
import { UnsupportedMedia } from './unsupported-media.js';

const gunzipped = promisify(gunzip);
const inflated = promisify(inflate);
const inflatedRaw = promisify(inflateRaw);

/** Undoes a Content-Encoding. What unpacks to more than `limit` bytes is stopped on the way: TOO_LARGE. */
export async function unpack(bytes: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return bytes;
  const unpacker = unpackerOf(name, bytes);
  if (!unpacker) throw new UnsupportedMedia(`The Content-Encoding must be gzip, deflate or identity, but it is "${encoding}".`);
  try {
    return await unpacker(bytes, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new VinciError('TOO_LARGE', `The body unpacks to more than ${megabytes(limit)}; send fewer events at once.`);
    throw new BadInput(`The Content-Encoding is "${name}", but the body cannot be unpacked: ${(error as Error).message}.`);
  }
}

function unpackerOf(encoding: string, bytes: Buffer): typeof gunzipped | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipped;
  if (encoding !== 'deflate') return undefined;
  // "deflate" is meant to have the zlib header (8 in the low bits of the first byte); some clients leave it out.
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflated : inflatedRaw;
}
