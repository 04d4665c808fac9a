import { entityId } from '../../src/catalog/id.js';
import { propagate } from '../../src/catalog/pipeline/propagate.js';
import type { PipelineKind, Schema, SchemaColumn } from '../../src/catalog/pipeline/schema.js';
import type { SegmentDefinition } from '../../src/catalog/segment/definition.js';
import type { BoundPipeline } from '../../src/catalog/workflow/known.js';

export interface PlainPipeline {
  readonly name: string;
  readonly kind?: PipelineKind;
  readonly needsFitting?: boolean;
  readonly draft?: boolean;
  /** Names of the columns it cannot do without. */
  readonly needs?: readonly string[];
  readonly adds?: Schema;
  /** How many columns of its input it lets through, from the first on; all by default. */
  readonly keeps?: number;
  /** What it gives shows only when it runs. */
  readonly dynamic?: boolean;
}

export const pipelineVersionId = (name: string): string => entityId('PIPELINE_VERSION', 'default', name, '1');

/** A pipeline version of one segment, which needs and adds columns by name. */
export function plainPipeline(plain: PlainPipeline): BoundPipeline {
  const { name, kind = 'TRANSFORMATION', needsFitting = false, draft = false, keeps } = plain;
  const steps = [{ segment: `default/${name}`, definition: segmentOf(plain), params: {} }];
  return {
    id: pipelineVersionId(name),
    kind,
    needsFitting,
    draft,
    steps,
    propagate: (input) => propagate(steps, keeps === undefined ? input : input.slice(0, keeps)),
  };
}

function segmentOf({ kind, needsFitting, needs = [], adds = [], dynamic }: PlainPipeline): SegmentDefinition {
  return {
    fits: kind === 'ESTIMATION' ? 'PREDICTOR' : needsFitting ? 'TRANSFORMATION' : 'NONE',
    params: [],
    schema: {
      needs: needs.map((column) => ({ name: column })),
      adds: adds.map(({ name, type, nullable }) => ({ name, type, ...(nullable === false && { nullable: 'NEVER' }) })),
      ...(dynamic && { dynamic: 'UNKNOWN' }),
    },
  };
}

export const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** `id:bigint name:string!` : text for a schema; `!` is not nullable. */
export function schemaOf(text: string): SchemaColumn[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const colon = word.indexOf(':');
      const type = word.slice(colon + 1);
      const name = word.slice(0, colon);
      return type.endsWith('!') ? { name, type: type.slice(0, -1), nullable: false } : { name, type };
    });
}
