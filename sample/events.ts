import { createHash } from 'node:crypto';
import { type Execution, WEEK_BEGINS } from './calendar.js';
import type { Dataset } from './dataset.js';
import { id } from './id.js';
import type { Job, Written } from './job.js';

const SPEC = 'https://openlineage.io/spec';

/** What datasets are, said once by whoever keeps a list of them. */
export function datasetEvent(it: Dataset): object {
  const facets = facetsBy('https://catalog.halden.example');
  return {
    eventTime: WEEK_BEGINS,
    producer: facets.producer,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/DatasetEvent`,
    dataset: {
      namespace: it.namespace,
      name: it.name,
      facets: {
        schema: facets.schema(it.columns),
        documentation: facets.facet('1-1-0/DocumentationDatasetFacet', { description: it.about }),
        dataSource: facets.facet('1-0-1/DatasourceDatasetFacet', { name: it.namespace, uri: it.namespace }),
        ownership: facets.facet('1-0-1/OwnershipDatasetFacet', { owners: [{ name: it.owner, type: 'OWNER' }] }),
        ...(isFiles(it) && { storage: facets.facet('1-0-1/StorageDatasetFacet', { storageLayer: 'files', fileFormat: 'parquet' }) }),
      },
    },
  };
}

/** The company keeps all its files as Parquet. */
const isFiles = ({ namespace }: Dataset): boolean => /^(hdfs|s3):/.test(namespace);

/** What a job is, said when it is deployed; then START, and COMPLETE or FAIL, of each of its runs. */
export function jobEvents(job: Job): object[] {
  return [jobEvent(job), ...job.executions.flatMap((execution) => runEvents(job, execution))];
}

function jobEvent({ engine, name, about, owner, code, sql, streaming }: Job): object {
  const { producer, facet } = facetsBy(engine.producer);
  const processingType = streaming ? 'STREAMING' : 'BATCH';
  const repoUrl = 'https://git.halden.example/data-science';
  return {
    eventTime: WEEK_BEGINS,
    producer,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/JobEvent`,
    job: {
      namespace: engine.namespace,
      name,
      facets: {
        jobType: facet('2-0-4/JobTypeJobFacet', { processingType, integration: engine.name.toUpperCase(), jobType: engine.jobType }),
        documentation: facet('1-1-0/DocumentationJobFacet', { description: about }),
        ownership: facet('1-0-1/OwnershipJobFacet', { owners: [{ name: owner, type: 'OWNER' }] }),
        ...(code && {
          sourceCodeLocation: facet('1-0-1/SourceCodeLocationJobFacet', { type: 'git', url: `${repoUrl}/${code.path}`, repoUrl, ...code }),
        }),
        ...(sql && { sql: facet('1-1-0/SQLJobFacet', { query: sql }) }),
      },
    },
  };
}

function runEvents(job: Job, { start, end, error }: Execution): object[] {
  const { engine, partOf, reads = [], writes = [] } = job;
  const { producer, facet } = facetsBy(engine.producer);
  const event = (eventType: string, eventTime: string, runFacets: object, written: readonly Written[]) => ({
    eventType,
    eventTime,
    producer,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
    job: { namespace: engine.namespace, name: job.name },
    run: { runId: runId(job, start), facets: runFacets },
    inputs: reads.map(({ namespace, name }) => ({ namespace, name })),
    outputs: written.map((output) => outputOf(output, producer)),
  });
  const facets = {
    processing_engine: facet('1-1-1/ProcessingEngineRunFacet', { name: engine.name, version: engine.version }),
    nominalTime: facet('1-0-1/NominalTimeRunFacet', { nominalStartTime: start }),
    ...(partOf && { parent: facet('1-2-0/ParentRunFacet', parentAt(partOf, start)) }),
  };
  // What never ends says at once what it writes.
  if (end === undefined) return [event('START', start, facets, writes)];
  const begun = event('START', start, facets, []);
  if (error === undefined) return [begun, event('COMPLETE', end, {}, writes)];
  const errorMessage = facet('1-0-1/ErrorMessageRunFacet', { message: error, programmingLanguage: 'Python' });
  return [begun, event('FAIL', end, { errorMessage }, [])];
}

function outputOf({ dataset: { namespace, name, columns: types }, columns = {}, rows = [] }: Written, producer: string): object {
  const { facet, schema } = facetsBy(producer);
  const fields = Object.fromEntries(Object.entries(columns).map(([column, inputFields]) => [column, { inputFields }]));
  const columnLineage = facet('1-2-0/ColumnLineageDatasetFacet', { fields, dataset: rows });
  return { namespace, name, facets: { schema: schema(types), columnLineage } };
}

/** The run of the parent that was under way. */
function parentAt(parent: Job, time: string): object {
  const under = parent.executions.findLast(({ start }) => start <= time);
  if (!under) throw new Error(`${parent.name} had not begun at ${time}`);
  return { run: { runId: runId(parent, under.start) }, job: { namespace: parent.engine.namespace, name: parent.name } };
}

/** Facets name who says so, and the schema that they follow. */
function facetsBy(producer: string) {
  const facet = (type: string, content: object): object => {
    const name = type.slice(type.indexOf('/') + 1);
    return { _producer: producer, _schemaURL: `${SPEC}/facets/${type}.json#/$defs/${name}`, ...content };
  };
  const schema = (types: Dataset['columns']): object =>
    facet('1-2-0/SchemaDatasetFacet', { fields: Object.entries(types).map(([name, type]) => ({ name, type })) });
  return { producer, facet, schema };
}

/** The id that the execution of a job has in the catalog. */
export const executionId = (job: Job, { start }: Execution): string => id('run', job.engine.namespace, runId(job, start));

/** Likewise, the version of a dataset that the execution wrote. */
export const versionId = ({ namespace, name }: Dataset, job: Job, { start }: Execution): string =>
  id('dataset-version', namespace, name, runId(job, start));

/** A UUID that is the same each time. */
function runId({ engine, name }: Job, start: string): string {
  const digits = createHash('sha256').update(`${engine.namespace} ${name} ${start}`).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
