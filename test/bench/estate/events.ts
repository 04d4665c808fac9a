import { COLUMNS, type EstateJob, type EstateOutput } from './estate.js';

export const DATASET_NAMESPACE = 'warehouse';
export const PRODUCER = 'https://example.org/estate/gen';
const TYPES = ['BIGINT', 'VARCHAR', 'TIMESTAMP', 'DECIMAL(18,2)', 'BOOLEAN', 'DOUBLE'];
export const COLUMN_NAMES =
  'id code name status amount currency created_at updated_at owner country city score flag type category email phone ratio comment batch_no'.split(
    ' ',
  );

/** When the runs of an estate began, in seconds since 1970, and the namespaces of its datasets and jobs. */
export interface Setting {
  readonly startSeconds: number;
  readonly datasets: string;
  readonly jobs: string;
}

export const USUAL: Setting = { startSeconds: 1735689600, datasets: DATASET_NAMESPACE, jobs: 'etl' };

/** The START and the COMPLETE of a job's run as JSON. `number`: the job's place in the estate, which sets the time. */
export function eventsOf(job: EstateJob, number: number, run: string, setting = USUAL): [start: string, complete: string] {
  const seconds = setting.startSeconds + number * 2;
  return [eventOf(job, 'START', run, seconds, setting), eventOf(job, 'COMPLETE', run, seconds + 1, setting)];
}

function eventOf(job: EstateJob, eventType: 'START' | 'COMPLETE', runId: string, seconds: number, setting: Setting): string {
  const { datasets: namespace } = setting;
  return JSON.stringify({
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId, facets: {} },
    job: { namespace: setting.jobs, name: job.name, facets: {} },
    eventType,
    eventTime: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
    inputs: job.inputs.map((name) => ({ namespace, name, facets: { schema: schemaOf(name) } })),
    outputs: job.outputs.map((output) => ({
      namespace,
      name: output.name,
      facets: { schema: schemaOf(output.name), ...(eventType === 'COMPLETE' && { columnLineage: columnLineageOf(output, namespace) }) },
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

function columnLineageOf(output: EstateOutput, namespace: string): object {
  const fields = output.sources.map((refs, i) => [
    COLUMN_NAMES[i],
    {
      inputFields: refs.map((ref) => ({ namespace, name: ref.dataset, field: COLUMN_NAMES[ref.column] })),
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
