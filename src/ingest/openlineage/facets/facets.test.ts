import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../../errors.js';
import { Place } from '../place.js';
import type { JsonObject } from '../shape.js';
import { type DatasetRole, readDatasetFacets } from './dataset-facets.js';
import { readJobFacets } from './job-facets.js';
import { MAX_OWNERS, readOwnership } from './ownership.js';
import { readRunFacets } from './run-facets.js';
import { MAX_COLUMNS } from './schema.js';

const ID = 'dataset:n/a';
const dataset = (facets: object, role: DatasetRole = 'OUTPUT') =>
  readDatasetFacets({ namespace: 'n', name: 'a', facets } as JsonObject, ID, Place.ROOT, role);
const job = (facets: object) => readJobFacets({ facets } as JsonObject, Place.ROOT);
const run = (facets: object) => readRunFacets({ facets } as JsonObject, Place.ROOT);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof BadInput) return error.place.join('.');
  }
  return 'was taken';
}

describe('facets without a typed field', () => {
  it('are kept whole under their name, dots and hyphens included', () => {
    const facet = { _producer: 'p', _schemaURL: 's', 'environment-properties': {} };
    expect(run({ 'environment-properties': facet, 'com.acme.x': { a: [1] }, plain: 'text' })).toEqual({
      'facet:environment-properties': facet,
      'facet:com.acme.x': { a: [1] },
      'facet:plain': 'text',
    });
  });

  it('are taken back when deleted; null says nothing', () => {
    expect(job({ x: { _deleted: true, a: 1 }, y: null })).toEqual({ 'facet:x': null });
    expect(job({ x: { _deleted: 'yes' } })).toEqual({ 'facet:x': { _deleted: 'yes' } });
  });

  it('may be missing altogether', () => {
    expect(readJobFacets({}, Place.ROOT)).toEqual({});
    expect(readJobFacets({ facets: null }, Place.ROOT)).toEqual({});
    expect(refusal(() => readJobFacets({ facets: 'x' }, Place.ROOT))).toBe('facets');
  });
});

describe('typed facets', () => {
  it('of a dataset', () => {
    const { attributes, source, version } = dataset({
      documentation: { description: 'Orders', contentType: 'text/markdown' },
      ownership: {
        owners: [{ name: 'team:data' }, { name: 'Group:core', type: 'STEWARD' }, { name: 'person:bo' }, { name: 'mailto:ann@x.org' }],
      },
      dataSource: { name: 'pg', uri: 'postgres://db' },
      symlinks: { identifiers: [{ namespace: 'glue', name: 'x', type: 'TABLE' }, { name: 'y' }] },
      lifecycleStateChange: { lifecycleStateChange: 'rename', previousIdentifier: { namespace: 'n', name: 'old' } },
      version: { datasetVersion: '42' },
    });
    expect(attributes).toEqual({
      documentation: { description: 'Orders', contentType: 'text/markdown' },
      ownership: [
        { owner: 'team:default/data', role: 'OWNER' },
        { owner: 'team:default/core', role: 'STEWARD' },
        { owner: 'person:default/bo', role: 'OWNER' },
        { owner: 'person:default/mailto:ann@x.org', role: 'OWNER' },
      ],
      dataSource: { name: 'pg', uri: 'postgres://db' },
      symlinks: [{ id: 'dataset:glue/x', type: 'TABLE' }, { id: 'dataset:default/y' }],
      lifecycle: { state: 'RENAME', previous: 'dataset:n/old' },
    });
    expect(source).toBe('source:n');
    expect(version).toBe('42');
  });

  it('of a job', () => {
    expect(
      job({
        documentation: { description: '' },
        sql: { query: 'select 1', dialect: 'duckdb' },
        sourceCodeLocation: { type: 'git', url: 'u', repoUrl: 'r', path: 'p', version: 'v', tag: 't', branch: 'b' },
        jobType: { processingType: 'BATCH', integration: 'SPARK', jobType: 'SQL_JOB', _producer: 'p' },
      }),
    ).toEqual({
      documentation: null,
      sql: { query: 'select 1', dialect: 'duckdb' },
      sourceCodeLocation: { type: 'git', url: 'u', repoUrl: 'r', path: 'p', version: 'v', tag: 't', branch: 'b' },
      jobType: { processingType: 'BATCH', integration: 'SPARK', jobType: 'SQL_JOB' },
    });
  });

  it('of a run', () => {
    expect(
      run({
        nominalTime: { nominalStartTime: '2026-11-22T00:00+01:00', nominalEndTime: '2026-11-23T00:00:00Z' },
        errorMessage: { message: 'boom', programmingLanguage: 'PYTHON', stackTrace: 'T' },
        processing_engine: { name: 'spark', version: '3.5', openlineageAdapterVersion: '1.53' },
      }),
    ).toEqual({
      nominalTime: { start: '2026-11-21 23:00:00', end: '2026-11-23 00:00:00' },
      error: { message: 'boom', programmingLanguage: 'PYTHON', stackTrace: 'T' },
      processingEngine: { name: 'spark', version: '3.5', adapterVersion: '1.53' },
    });
  });

  it('are taken back when deleted', () => {
    const deleted = { _deleted: true };
    const facets = { schema: deleted, documentation: deleted, symlinks: deleted, dataSource: deleted, version: deleted };
    expect(dataset(facets)).toEqual({ attributes: { schema: null, documentation: null, symlinks: null, dataSource: null } });
    expect(run({ errorMessage: deleted, nominalTime: deleted, processing_engine: deleted })).toEqual({
      error: null,
      nominalTime: null,
      processingEngine: null,
    });
  });

  it('are refused at their place when they have another shape', () => {
    expect(refusal(() => dataset({ schema: { fields: {} } }))).toBe('facets.schema.fields');
    expect(refusal(() => dataset({ schema: { fields: [{ name: 'a' }, {}] } }))).toBe('facets.schema.fields.1.name');
    expect(refusal(() => dataset({ schema: [] }))).toBe('facets.schema');
    expect(refusal(() => dataset({ documentation: 'text' }))).toBe('facets.documentation');
    expect(refusal(() => dataset({ ownership: { owners: [{ name: 'team:' }] } }))).toBe('facets.ownership.owners.0.name');
    expect(refusal(() => dataset({ symlinks: { identifiers: [{}] } }))).toBe('facets.symlinks.identifiers.0.name');
    expect(refusal(() => dataset({ version: { datasetVersion: 3 } }))).toBe('facets.version.datasetVersion');
    expect(refusal(() => dataset({ version: { datasetVersion: 'x'.repeat(2000) } }))).toBe('facets.version.datasetVersion');
    expect(refusal(() => dataset({ dataSource: { uri: {} } }))).toBe('facets.dataSource.uri');
    expect(refusal(() => job({ sql: {} }))).toBe('facets.sql.query');
    expect(refusal(() => run({ nominalTime: { nominalStartTime: '2026' } }))).toBe('facets.nominalTime.nominalStartTime');
    expect(refusal(() => run({ errorMessage: {} }))).toBe('facets.errorMessage.message');
  });
});

describe('a dropped dataset', () => {
  const facets = { lifecycleStateChange: { lifecycleStateChange: 'DROP' } };
  it('is removed where it is written or described, and may come back', () => {
    expect(dataset(facets, 'OUTPUT').removed).toEqual({ ban: false });
    expect(dataset(facets, 'DESCRIBED').removed).toEqual({ ban: false });
    expect(dataset(facets, 'INPUT').removed).toBeUndefined();
    expect(dataset({ lifecycleStateChange: { lifecycleStateChange: 'TRUNCATE' } }).removed).toBeUndefined();
  });
});

describe('a renamed dataset', () => {
  const renamed = (name: string) => ({
    lifecycleStateChange: { lifecycleStateChange: 'RENAME', previousIdentifier: { namespace: 'n', name } },
  });
  it('leaves its former name behind, where it is written or described', () => {
    expect(dataset(renamed('old'), 'OUTPUT').renamedFrom).toBe('dataset:n/old');
    expect(dataset(renamed('old'), 'DESCRIBED').renamedFrom).toBe('dataset:n/old');
    expect(dataset(renamed('old'), 'INPUT').renamedFrom).toBeUndefined();
  });
});

describe('column lineage', () => {
  it('is read of outputs; of an input it is kept as it came', () => {
    const columnLineage = { fields: {} };
    expect(dataset({ columnLineage }, 'OUTPUT')).toEqual({ attributes: {}, columnLineage });
    expect(dataset({ columnLineage }, 'INPUT')).toEqual({ attributes: { 'facet:columnLineage': columnLineage } });
  });
});

describe('a schema', () => {
  const schema = (fields: unknown) => dataset({ schema: { fields } }).attributes.schema;

  it('is flat, nested fields after their parent', () => {
    const nested = [
      { name: 'id', type: 'int', description: '' },
      {
        name: 'address',
        type: 'struct',
        description: 'where',
        fields: [
          { name: 'zip', type: 'text' },
          { name: 'geo', fields: [{ name: 'lat' }] },
        ],
      },
      { name: 'id', type: 'text' },
    ];
    expect(schema(nested)).toEqual([
      { path: 'id', type: 'int' },
      { path: 'address', type: 'struct', description: 'where' },
      { path: 'address.zip', type: 'text' },
      { path: 'address.geo' },
      { path: 'address.geo.lat' },
    ]);
  });

  it('without fields says nothing, with none says that there are none', () => {
    expect(schema(undefined)).toBeUndefined();
    expect(schema([])).toEqual([]);
  });

  it('has at most 100 owners, since they are answered as a plain list', () => {
    const owners = Array.from({ length: MAX_OWNERS + 1 }, (_, i) => ({ name: `user:u${i}` }));
    expect(() => readOwnership({ owners }, Place.ROOT)).toThrow(/101 owners; at most 100/);
    expect(readOwnership({ owners: owners.slice(1) }, Place.ROOT)).toHaveLength(MAX_OWNERS);
  });

  it('has at most 10,000 columns, and each can have an id', () => {
    const fields = Array.from({ length: MAX_COLUMNS }, (_, i) => ({ name: `c${i}` }));
    expect(schema(fields)).toHaveLength(MAX_COLUMNS);
    expect(refusal(() => schema([...fields, { name: 'one more' }]))).toBe('facets.schema.fields');
    expect(refusal(() => schema([{ name: 'x'.repeat(2000) }]))).toBe('facets.schema.fields.0.name');
  });
});
