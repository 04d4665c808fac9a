import type { RunState } from '../catalog/attributes.js';
import { runState } from '../catalog/run/run.js';
import { timeOfStamp } from './stamp.js';
import type { View } from './state.js';

export function stateOf(seen: View): RunState {
  return runState([...seen.chosen].filter(([, choice]) => choice.value === true).map(([name]) => name));
}

/** When it was last said to have come to the end that counts; null while it has none. */
export function endedAt(seen: View): string | null {
  const state = stateOf(seen);
  if (state === 'QUEUED' || state === 'STARTING' || state === 'RUNNING') return null;
  const said = seen.chosen.get(`state:${state}`);
  return said ? timeOfStamp(said.stamp) : null;
}
