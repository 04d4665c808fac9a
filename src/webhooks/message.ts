import { kindOf, naming, parseId } from '../catalog/id.js';
import { printTime, type Time } from '../catalog/time.js';
import type { LoggedChange } from '../write/log.js';
import type { Wanted } from './webhook.js';

/** One element of the list that a body holds, as JSON. Positions are decimal numbers as text, as GraphQL gives them. */
function toldOf({ runStatus }: Wanted, { at, by, change, entityId, position, run }: LoggedChange): string {
  const place = { position: String(position), at: printTime(at) };
  if (runStatus && run) return JSON.stringify({ ...place, runId: entityId, state: run.state, previous: run.previous, jobId: run.job });
  const named = parseId(entityId) && { kind: kindOf(entityId), name: naming(entityId)[1] };
  return JSON.stringify({ ...place, change, entityId, ...named, by });
}

const FRAME_BYTES = 200;

/** Bytes of such an element, about: what it consists of is told in the id and, again, in the name. */
export const sizeOf = ({ by, entityId, run }: LoggedChange): number =>
  FRAME_BYTES + 2 * Buffer.byteLength(entityId) + Buffer.byteLength(by) + (run?.job?.length ?? 0);

/** The body of one delivery. `to`: the position up to which it tells; `at`: when it was made. */
export function bodyOf(webhook: string, wanted: Wanted, to: number, at: Time, changes: readonly LoggedChange[]): string {
  const [type, list] = wanted.runStatus ? ['runStatus', 'runs'] : ['changes', 'changes'];
  const head = JSON.stringify({ type, timestamp: printTime(at), webhook, position: String(to) });
  return `${head.slice(0, -1)},"${list}":[${changes.map((change) => toldOf(wanted, change)).join(',')}]}`;
}
