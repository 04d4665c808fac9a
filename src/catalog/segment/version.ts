import type { Json } from '../../write/fact.js';
import { artifactRelations } from '../artifact/artifact.js';
import { type Chosen, field, isOfKind, type Projection, textField } from '../entity/projection.js';
import type { Shape } from '../entity/row.js';
import { projectVersion, type VersionRow, versionShape } from '../entity/version.js';
import { FITS, type Fits, type SegmentDefinition } from './definition.js';
import { turnsOf } from './turns.js';

export interface SegmentVersionRow extends VersionRow {
  readonly fits: Fits;
  readonly language: string | null;
  readonly task: string | null;
}

export const shape: Shape = { properties: [...versionShape.properties, 'fits', 'language', 'task'] };

/** `turns`: see turns.ts. */
export function project(id: string, chosen: Chosen): Projection {
  const { properties, relations, ...rest } = projectVersion(id, chosen);
  const { definition } = chosen;
  return {
    ...rest,
    relations: [...relations, ...artifactRelations(id, artifactsIn(definition))],
    properties: {
      ...properties,
      fits: FITS.find((fits) => fits === field(definition, 'fits')) ?? 'NONE',
      language: textField(definition, 'language'),
      task: textField(field(definition, 'estimator'), 'task'),
      turns: definition ? turnsOf((definition as unknown as SegmentDefinition).schema) : null,
    },
  };
}

/** The ids of artifacts that its code is built into; a package of some registry is none. */
export function artifactsIn(definition: Pick<SegmentDefinition, 'code'> | Json | undefined): string[] {
  const artifact = textField(field(definition as Json, 'code'), 'artifact');
  return artifact !== null && isOfKind(artifact, 'ARTIFACT') ? [artifact] : [];
}
