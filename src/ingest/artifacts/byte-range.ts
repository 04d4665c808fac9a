import type { ByteRange } from '../../artifact-store/artifact-store.js';

const RANGE = /^bytes *= *(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/i;

/**
 * Which bytes of so many a download asks for (RFC 9110, 14.2). Undefined: all of them, also where several ranges are asked for, or
 * something that is not understood. UNSATISFIABLE: none of them is there.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'UNSATISFIABLE' | undefined {
  const found = RANGE.exec(header?.trim() ?? '');
  if (!found) return undefined;
  const [, first, last, suffix] = found;
  if (suffix !== undefined) {
    const count = Math.min(Number(suffix), size);
    return count > 0 ? { start: size - count, end: size - 1 } : 'UNSATISFIABLE';
  }
  const [start, end] = [Number(first), Math.min(Number(last ?? size - 1), size - 1)];
  if (last !== undefined && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'UNSATISFIABLE';
}
