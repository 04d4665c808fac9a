import type { Json } from '../../write/fact.js';
import { type Chosen, field, type Projection } from '../entity/projection.js';
import type { Shape } from '../entity/row.js';
import { projectVersion, type VersionRow, versionShape } from '../entity/version.js';
import type { PipelineKind } from './schema.js';

/** What a version keeps; kind and whether it needs fitting follow from its steps, and never change since those never do. */
export interface PipelineDefinition {
  readonly kind: PipelineKind;
  readonly needsFitting: boolean;
  readonly steps: readonly StoredStep[];
}

/** `segment`: the id of a segment's version. */
export interface StoredStep {
  readonly segment: string;
  readonly params: { readonly [name: string]: Json };
}

export interface PipelineVersionRow extends VersionRow {
  readonly pipelineKind: PipelineKind;
  readonly needsFitting: boolean;
}

export const shape: Shape = { properties: [...versionShape.properties, 'pipelineKind', 'needsFitting'] };

export function project(id: string, chosen: Chosen): Projection {
  const { properties, ...rest } = projectVersion(id, chosen);
  const { definition } = chosen;
  return {
    ...rest,
    properties: {
      ...properties,
      pipelineKind: field(definition, 'kind') === 'ESTIMATION' ? 'ESTIMATION' : 'TRANSFORMATION',
      needsFitting: field(definition, 'needsFitting') === true,
      turns: typeof chosen.turns === 'string' ? chosen.turns : null,
    },
  };
}
