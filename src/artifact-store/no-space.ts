import { VinciError } from '../errors.js';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The error as it came, unless it says that a disk is full: then NO_SPACE. */
export function orNoSpace(error: unknown): unknown {
  if (!FULL.has((error as NodeJS.ErrnoException | undefined)?.code)) return error;
  return new VinciError(
    'NO_SPACE',
    'There is no room left for this artifact on the server’s disk (VINCI_DATA, VINCI_ARTIFACTS); nothing of it was kept. Purge artifacts, or ask the operator for a larger disk.',
    { cause: error },
  );
}
