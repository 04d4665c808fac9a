import { COLUMNS, type EstateJob, type EstateOutput } from './estate.js';

export const DATASET_NAMESPACE = 'warehouse';
export const JOB_NAMESPACE = 'etl';
export const PRODUCER = 'https://example.org/estate/gen';
const TYPES = ['BIGINT', 'VARCHAR', 'TIMESTAMP', 'DECIMAL(18,2)', 'BOOLEAN', 'DOUBLE'];
export const COLUMN_NAMES =
  'id code name status amount currency created_at updated_at owner country city score flag type category email phone ratio comment batch_no'.split(
    ' ',
  );
const FIRST_EVENT_SECONDS = 1735689600;

/** The START and the COMPLETE of a job's run as JSON. `number`: the job's place in the estate, which sets the time. */
export function eventsOf(
  job: EstateJob,
  number: number,
  run: string,
  startSeconds = FIRST_EVENT_SECONDS,
): [start: string, complete: string] {
  return [eventOf(job, 'START', run, startSeconds + number * 2), eventOf(job, 'COMPLETE', run, startSeconds + number * 2 + 1)];
}

function eventOf(job: EstateJob, eventType: 'START' | 'COMPLETE', runId: string, seconds: number): string {
  return JSON.stringify({
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId, facets: {} },
    job: { namespace: JOB_NAMESPACE, name: job.name, facets: {} },
    eventType,
    eventTime: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
    inputs: job.inputs.map((name) => ({ namespace: DATASET_NAMESPACE, name, facets: { schema: schemaOf(name) } })),
    outputs: job.outputs.map((output) => ({
      namespace: DATASET_NAMESPACE,
      name: output.name,
      facets: { schema: schemaOf(output.name), ...(eventType === 'COMPLETE' && { columnLineage: columnLineageOf(output) }) },
    })),
  });
}

/** Type of a dataset's column, by the dataset's name. */
export function columnType(dataset: string, column: number): string {
  let sum = 0;
  for (let i = 0; i < dataset.length; i++) sum += dataset.charCodeAt(i);
  return TYPES[(sum + column) % TYPES.length]!;
}

function schemaOf(dataset: string): object {
  return {
    _producer: PRODUCER,
    _schemaURL: 'https://openlineage.io/spec/facets/1-1-1/SchemaDatasetFacet.json',
    fields: Array.from({ length: COLUMNS }, (_, i) => ({ name: COLUMN_NAMES[i], type: columnType(dataset, i) })),
  };
}

function columnLineageOf(output: EstateOutput): object {
  const fields = output.sources.map((refs, i) => [
    COLUMN_NAMES[i],
    {
      inputFields: refs.map((ref) => ({ namespace: DATASET_NAMESPACE, name: ref.dataset, field: COLUMN_NAMES[ref.column] })),
      transformationDescription: 'copy',
      transformationType: 'IDENTITY',
    },
  ]);
  return {
    _producer: PRODUCER,
    _schemaURL: 'https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json',
    fields: Object.fromEntries(fields),
  };
}
