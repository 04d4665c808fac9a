import { totalmem } from 'node:os';

/** Megabytes. */
export interface MemorySizes {
  readonly heap: number;
  readonly pageCache: number;
}

const MB = 1024 * 1024;

/** A 24th of the machine for the heap, in steps of 128 MB from 512 MB to 4 GB, and half of that for the page cache. */
export function memorySizes(machineBytes: number = machineMemory()): MemorySizes {
  const steps = Math.round(machineBytes / MB / 24 / 128);
  const heap = Math.min(4096, Math.max(512, steps * 128));
  return { heap, pageCache: heap / 2 };
}

/** What a container may use, where one sets a limit. */
function machineMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
