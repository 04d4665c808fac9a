import { entityId } from '../../src/catalog/id.js';
import type { PipelineKind, Propagation, Schema, SchemaColumn } from '../../src/catalog/pipeline/schema.js';
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

/** A pipeline version that needs and adds columns by name: enough for rules that only see pipelines from outside. */
export function plainPipeline(plain: PlainPipeline): BoundPipeline {
  const { name, kind = 'TRANSFORMATION', needsFitting = false, draft = false } = plain;
  return { id: pipelineVersionId(name), kind, needsFitting, draft, propagate: (input) => propagate(plain, input) };
}

function propagate({ needs = [], adds = [], keeps, dynamic }: PlainPipeline, input: Schema): Propagation {
  const given = new Set(input.map(({ name }) => name));
  const problems = needs
    .filter((column) => !given.has(column))
    .map((column) => ({ rule: 'needs-column', path: ['steps', '0', column], message: `Step 0 needs the column "${column}".` }));
  return { output: problems.length > 0 || dynamic ? undefined : [...input.slice(0, keeps), ...adds], steps: [], problems };
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
