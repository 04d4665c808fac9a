import { isContentHash } from '../catalog/artifact/content-hash.js';
import { BadInput } from '../errors.js';

/** The hash as it is; throws BadInput for anything else, before it could become part of a path. */
export function checkHash(hash: string): string {
  if (isContentHash(hash)) return hash;
  throw new BadInput(`"${hash.slice(0, 100)}" is not the hash of an artifact: that is a SHA-256 as 64 hex digits in lower case.`, ['hash']);
}

/** Two levels of folders, so that none holds too many: `ab/cd/abcd...`. Throws BadInput for anything but a hash. */
export function keyOf(hash: string): string {
  checkHash(hash);
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}
