import type { Problem } from '../../write/fact.js';
import type { EntityRow } from '../entity/row.js';
import type { ArtifactRow } from './artifact.js';

/** Why something cannot be built on an artifact; undefined when somebody can get at it. `place`: where it is named. */
export function unavailable(id: string, found: EntityRow | null | undefined, place: readonly string[]): Problem | undefined {
  const artifact = found as ArtifactRow | null | undefined;
  if (artifact && artifact.removedAt === null && (artifact.stored || artifact.location !== null)) return undefined;
  return {
    rule: 'available-artifact',
    path: place,
    message: `Vinci does not hold the artifact "${id.slice(0, 200)}", and nobody said where it lies.`,
    remedy: 'Upload it first, or register where it lies.',
  };
}
