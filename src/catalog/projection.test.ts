import { describe, expect, test } from '@jest/globals';
import { columnId, datasetId, entityId, jobId, runId, sourceId } from './id.js';
import { project } from './projection.js';
import { runState } from './run/run.js';

const dataset = datasetId('postgres://db:5432', 'shop.public.orders');

describe('project', () => {
  test('a dataset that was only named lies in its source and is not described', () => {
    expect(project(dataset, {})).toEqual({
      properties: { dataSourceName: null, dataSourceUri: null, fileFormat: null, lifecycle: null, storageLayer: null },
      relations: [{ type: 'IN_SOURCE', to: sourceId('postgres://db:5432') }],
      described: false,
    });
  });

  test('symlinks are other names, the dataset itself and other kinds left out', () => {
    const other = datasetId('hive://m', 'a.b');
    const { relations } = project(dataset, { symlinks: [{ id: other }, { id: dataset }, { id: other }, { id: jobId('a', 'b') }] });
    expect(relations.filter((relation) => relation.type === 'SAME_AS')).toEqual([{ type: 'SAME_AS', to: other }]);
  });

  test('owners come from the list and one by one; what was taken back is gone; colons in names are kept', () => {
    const ana = entityId('PERSON', 'default', 'ana:x');
    const team = entityId('TEAM', 'default', 'data');
    const tag = entityId('TAG', 'default', 'pii');
    const { relations, described } = project(columnId(dataset, 'id'), {
      ownership: [{ owner: team, role: 'steward' }],
      [`owner:${ana}:OWNER`]: true,
      [`owner:${team}:OWNER`]: null,
      [`tag:${tag}`]: true,
      [`tag:${team}`]: true,
    });
    expect(relations).toEqual([
      { type: 'OWNED_BY', to: team, properties: { role: 'steward' } },
      { type: 'OWNED_BY', to: ana, properties: { role: 'OWNER' } },
      { type: 'TAGGED', to: tag },
    ]);
    expect(described).toBe(true);
  });

  test('what was said to be no longer is left out, from the list too, and describes nothing', () => {
    const ana = entityId('PERSON', 'default', 'ana');
    const { relations, described } = project(columnId(dataset, 'id'), {
      [`owner:${ana}:OWNER`]: false,
      [`tag:${entityId('TAG', 'default', 'pii')}`]: false,
      [`term:${entityId('TERM', 'default', 'customer')}`]: false,
      domain: false,
    });
    expect([relations, described]).toEqual([[], false]);
    const listed = { ownership: [{ owner: ana, role: 'OWNER' }], [`owner:${ana}:OWNER`]: false };
    expect(project(jobId('a', 'b'), listed).relations).toEqual([]);
  });

  test('terms and a domain on whatever it is, but nothing means itself and no domain is in one but by its parent', () => {
    const term = entityId('TERM', 'default', 'customer');
    const broader = entityId('TERM', 'default', 'person');
    const domain = entityId('DOMAIN', 'default', 'sales');
    const said = { [`term:${term}`]: true, [`term:${domain}`]: true, domain, parent: broader, related: [broader, term, 7] };
    const attached = [
      { type: 'MEANS', to: term },
      { type: 'IN_DOMAIN', to: domain },
    ];
    expect(project(columnId(dataset, 'id'), said).relations).toEqual(attached);
    expect(project(runId('a', '1'), said).relations).toEqual(attached);
    expect(project(term, said).relations).toEqual([
      { type: 'CHILD_OF', to: broader },
      { type: 'RELATED_TO', to: broader },
      { type: 'IN_DOMAIN', to: domain },
    ]);
    expect(project(domain, { ...said, parent: domain }).relations).toEqual([{ type: 'MEANS', to: term }]);
    expect(project(domain, { parent: entityId('DOMAIN', 'default', 'all') }).described).toBe(false);
  });

  test('a job streams when its type says so; text in a fixed order whatever the order of the keys', () => {
    const one = project(jobId('a', 'b'), {
      jobType: { processingType: 'STREAMING', integration: 'SPARK' },
      sourceCodeLocation: { url: 'u', type: 'git' },
    });
    expect(one.properties).toMatchObject({ trigger: 'STREAMING', integration: 'SPARK', location: '{"type":"git","url":"u"}', sql: null });
    expect(project(jobId('a', 'b'), { jobType: { processingType: 'BATCH' } }).properties.trigger).toBe('UNKNOWN');
  });

  test('a run that was only named as a parent is not described', () => {
    const run = runId('a', '1');
    const named = project(run, { job: jobId('a', 'b'), root: run });
    expect(named.described).toBe(false);
    expect(named.relations).toEqual([{ type: 'RUN_OF', to: jobId('a', 'b') }]);
    expect(project(run, { 'state:RUNNING': true }).described).toBe(true);
    expect(named.properties).toMatchObject({ externalId: '1', state: 'QUEUED' });
  });
});

describe('run state', () => {
  test.each([
    [['state:RUNNING', 'state:SUCCEEDED'], 'SUCCEEDED'],
    [['state:SUCCEEDED', 'state:RUNNING'], 'SUCCEEDED'],
    [['state:SUCCEEDED', 'state:FAILED', 'state:CANCELED'], 'FAILED'],
    [['state:SUCCEEDED', 'state:CANCELED'], 'CANCELED'],
    [['state:STARTING', 'state:QUEUED'], 'STARTING'],
    [['job'], 'QUEUED'],
  ])('%j is %s', (attributes, state) => {
    expect(runState(attributes)).toBe(state);
  });
});

describe('what a namespace tells of its source', () => {
  test.each([
    ['postgres://db:5432', 'DATABASE', null],
    ['s3://bucket', 'FILES', { cloud: 'aws' }],
    ['file', 'FILES', null],
    ['abfss://c@a.dfs.core.windows.net', 'FILES', { cloud: 'azure' }],
    ['arn:aws:glue:us-east-1:123456789012', 'WAREHOUSE', { cloud: 'aws', region: 'us-east-1' }],
    ['redshift://cluster.eu-west-2:5439', 'WAREHOUSE', { cloud: 'aws', region: 'eu-west-2' }],
    ['awsathena://athena.us-east-1.amazonaws.com', 'WAREHOUSE', { cloud: 'aws', region: 'us-east-1' }],
    ['bigquery', 'WAREHOUSE', { cloud: 'gcp' }],
    ['kafka://broker:9092', 'KAFKA', null],
    ['https://api.example.org', 'HTTP', null],
    ['constructor', 'OTHER', null],
    ['default', 'OTHER', null],
  ])('%s is %s', (namespace, type, place) => {
    const { properties } = project(sourceId(namespace), {});
    expect(properties.type).toBe(type);
    expect(properties.place === null ? null : JSON.parse(String(properties.place))).toEqual(place);
  });

  test('what somebody said counts more', () => {
    const { properties } = project(sourceId('postgres://db'), { type: 'WAREHOUSE', place: { dataCenter: 'Vienna' } });
    expect(properties).toMatchObject({ type: 'WAREHOUSE', place: '{"dataCenter":"Vienna"}' });
  });
});
