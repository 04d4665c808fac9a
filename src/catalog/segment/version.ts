import { type Chosen, field, type Projection, textField } from '../entity/projection.js';
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
  const { properties, ...rest } = projectVersion(id, chosen);
  const { definition } = chosen;
  return {
    ...rest,
    properties: {
      ...properties,
      fits: FITS.find((fits) => fits === field(definition, 'fits')) ?? 'NONE',
      language: textField(definition, 'language'),
      task: textField(field(definition, 'estimator'), 'task'),
      turns: definition ? turnsOf((definition as unknown as SegmentDefinition).schema) : null,
    },
  };
}
