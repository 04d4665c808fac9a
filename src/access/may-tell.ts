import type { Viewer } from './viewer.js';

/** Something that happened to an entity. */
interface Told {
  readonly entityId: string;
}

/** Whether somebody may hear of a change. The one place that decides so for what is sent out; everybody may hear of everything now. */
export function mayTell(_viewer: Viewer, _change: Told): boolean {
  return true;
}
