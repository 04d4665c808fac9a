import { statfsSync } from 'node:fs';
import { StartupError } from '../../errors.js';

const NO_SPACE = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded|not enough space/i;

/** Transaction logs of two databases are reserved in steps of 256 MB. */
const NEEDED_BYTES = 600_000_000;

/** One sentence for a fault of the file system under `folder`, which `variable` names; other errors come back as they are. */
export function fileFailure(error: unknown, folder: string, variable = 'VINCI_DATA'): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartupError(`${folder} cannot be written to: make it writable, or set ${variable} to a folder that is.`, {
        cause: error,
      });
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartupError(`${folder} is no folder: set ${variable} to one.`, { cause: error });
    default:
      return error;
  }
}

export function diskFull(folder: string, cause?: unknown): StartupError {
  return new StartupError(`The disk that holds ${folder} is full: make room (Neo4j needs about 1 GB to begin with) and start again.`, {
    cause,
  });
}

export const saysDiskFull = (output: string): boolean => NO_SPACE.test(output);

/** Neo4j on a full disk often cannot even write why it ended; what it had reserved is free again by then. */
export function isDiskNearlyFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < NEEDED_BYTES;
}

/** `ENOSPC` and the like, of errors from Node's own modules and the driver. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
