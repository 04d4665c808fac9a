import type { Seen } from '../../access/seen.js';
import { BadInput, VinciError } from '../../errors.js';
import type { Problem } from '../../write/fact.js';
import { columnType } from '../segment/column-type.js';
import { findKnownPipelines } from './known.repository.js';
import type { SchemaPropagation } from './propagation.type.js';
import { type ColumnInput, schemaRules } from './schema.input.js';
import type { Schema } from './schema.js';

/** What a version of a pipeline makes of columns. Throws NOT_FOUND when there is none, BAD_INPUT when the id is of something else. */
export async function pipelineSchema(seen: Seen, version: string, input: readonly ColumnInput[]): Promise<SchemaPropagation> {
  const columns = schemaRules.parse(input);
  if (!version.startsWith('pipeline-version:'))
    throw new BadInput(`"${version.slice(0, 200)}" is not the id of a pipeline’s version, such as "pipeline-version:default/churn/1".`, [
      'pipelineVersion',
    ]);
  const pipeline = (await findKnownPipelines(seen, [version], 'TO_READ')).get(version);
  if (!pipeline) throw new VinciError('NOT_FOUND', `There is no version of a pipeline with the id "${version.slice(0, 200)}".`);
  const { schema, problems: faults } = schemaOf(columns);
  if (faults.length > 0) return { output: [], known: false, steps: [], problems: faults };
  const { output, steps, problems } = pipeline.propagate(schema);
  return {
    output: output ?? [],
    known: output !== undefined,
    steps: steps.map((step) => ({ ...step, output: step.output ?? null })),
    problems,
  };
}

function schemaOf(columns: Schema): { schema: Schema; problems: Problem[] } {
  const problems: Problem[] = [];
  const schema = columns.map(({ type, ...column }, at) => {
    const known = columnType(type);
    if (known === undefined)
      problems.push({
        rule: 'column-type-known',
        path: ['input', String(at), 'type'],
        message: `"${type.slice(0, 100)}" is no type of columns.`,
        remedy: 'Send one of Spark’s simple strings: string, bigint, double, decimal(18,2), array<string>, vector, ...',
      });
    return { ...column, type: known ?? type };
  });
  return { schema, problems };
}
