import { wholeOf } from '../catalog/id.js';
import type { LoggedChange } from '../write/log.js';

/** Whether it may be that other things are in the lineage of these now. */
export function movesLineage({ change, ends, entityId }: LoggedChange, inside: ReadonlySet<string>): boolean {
  // Older logs do not say what is at the ends.
  if (!ends) return change === 'RELINKED' && inside.has(entityId);
  return inside.has(entityId) || ends.some((id) => inside.has(id));
}

/**
 * Whether it is told to who follows a subgraph: something inside appears, goes, comes back, gets or loses edges, has other columns or
 * features, or a run of a job inside fails. `made`: what the same batch made; what is new is told without its parts.
 */
export function concerns(
  { change, ends, entityId, reshaped, run }: LoggedChange,
  isInside: (id: string) => boolean,
  made: ReadonlySet<string>,
): boolean {
  if (run) return run.state === 'FAILED' && run.previous !== 'FAILED' && run.job !== null && isInside(run.job);
  const whole = wholeOf(entityId);
  if (!isInside(whole) || (whole !== entityId && made.has(whole))) return false;
  return change !== 'UPDATED' || reshaped === true || ends !== undefined;
}
