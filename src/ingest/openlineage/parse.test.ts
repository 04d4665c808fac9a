import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../errors.js';
import { parseEvent } from './parse.js';

const RUN = { runId: '01a201ce-e61a-7be0-93c0-b578f02b4216' };
const JOB = { namespace: 'lab', name: 'build' };
const EVENT = { eventTime: '2026-11-22T05:51:06.267694+00:00', producer: 'https://example.com/lab/1.0' };
const RUN_EVENT = { ...EVENT, eventType: 'START', run: RUN, job: JOB };
const SPEC = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/';
const RUN_ID = `run:lab/${RUN.runId}`;

const claimOf = (event: unknown, id: string) => parseEvent(event).claims.find((claim) => claim.id === id);

function refusal(event: unknown): { path: readonly string[]; message: string } {
  try {
    parseEvent(event);
  } catch (error) {
    if (error instanceof BadInput) return { path: error.place, message: error.message };
    throw error;
  }
  throw new Error('was taken');
}

describe('telling events apart', () => {
  it('goes by the fragment of schemaURL', () => {
    expect(parseEvent({ ...EVENT, job: JOB, schemaURL: `${SPEC}JobEvent` }).statement).toMatchObject({ method: 'DECLARED' });
    expect(refusal({ ...EVENT, job: JOB, schemaURL: `${SPEC}RunEvent` }).path).toEqual(['run']);
    expect(
      refusal({ ...EVENT, job: JOB, schemaURL: 'https://openlineage.io/spec/1-0-0/OpenLineage.json#/definitions/DatasetEvent' }).path,
    ).toEqual(['dataset']);
  });

  it('else by what is there', () => {
    expect(parseEvent(RUN_EVENT).statement).toMatchObject({ subject: 'job:lab/build', run: RUN_ID, method: 'OBSERVED' });
    expect(parseEvent({ ...EVENT, job: JOB }).statement).toEqual({
      subject: 'job:lab/build',
      method: 'DECLARED',
      inputs: [],
      outputs: [],
      columns: [],
    });
    expect(parseEvent({ ...EVENT, dataset: JOB, schemaURL: 7 })).toMatchObject({ claims: [{ id: 'dataset:lab/build' }] });
    expect(refusal({ ...EVENT }).message).toMatch(/no OpenLineage event/);
    expect(refusal({ ...EVENT, job: JOB, eventType: 'START' }).path).toEqual(['run']);
  });

  it('takes nothing but objects', () => {
    for (const value of [null, 3, 'text', [], true]) expect(refusal(value).message).toMatch(/must be a JSON object/);
  });
});

describe('a run event', () => {
  it('says who, when and what', () => {
    const fact = parseEvent({ ...RUN_EVENT, inputs: null });
    expect(fact).toEqual({
      producer: 'https://example.com/lab/1.0',
      at: '2026-11-22 05:51:06.267694',
      claims: [
        { id: 'job:lab/build' },
        { id: RUN_ID, attributes: { job: 'job:lab/build', 'state:RUNNING': true, startedAt: '2026-11-22 05:51:06.267694' } },
      ],
      statement: { subject: 'job:lab/build', run: RUN_ID, method: 'OBSERVED', inputs: [], outputs: [], columns: [] },
      raw: { ...RUN_EVENT, inputs: null },
    });
  });

  it.each([
    ['START', ['state:RUNNING', 'startedAt']],
    ['running', ['state:RUNNING']],
    ['COMPLETE', ['state:SUCCEEDED']],
    ['Fail', ['state:FAILED']],
    ['ABORT', ['state:CANCELED']],
    ['OTHER', []],
    [undefined, []],
    [null, []],
  ])('of type %s', (eventType, said) => {
    expect(Object.keys(claimOf({ ...RUN_EVENT, eventType }, RUN_ID)?.attributes ?? {})).toEqual(['job', ...said]);
  });

  it('needs a time, a producer, a job and a run, and names the place where one is wrong', () => {
    expect(refusal({ ...RUN_EVENT, eventTime: 'now' })).toEqual({
      path: ['eventTime'],
      message: 'eventTime: must be a time such as "2026-11-22T05:51:06.267Z", but it is "now".',
    });
    expect(refusal({ ...RUN_EVENT, eventTime: undefined })).toEqual({
      path: ['eventTime'],
      message: 'eventTime: must be a text that is not empty, but it is missing.',
    });
    expect(refusal({ ...RUN_EVENT, producer: null }).path).toEqual(['producer']);
    expect(refusal({ ...RUN_EVENT, eventType: 'DONE' }).message).toMatch(/must be one of START, RUNNING, .* but it is "DONE"/);
    expect(refusal({ ...RUN_EVENT, job: { namespace: 'lab' } }).path).toEqual(['job', 'name']);
    expect(refusal({ ...RUN_EVENT, job: { ...JOB, namespace: 5 } }).path).toEqual(['job', 'namespace']);
    expect(refusal({ ...RUN_EVENT, run: {} }).path).toEqual(['run', 'runId']);
    expect(refusal({ ...RUN_EVENT, inputs: {} }).path).toEqual(['inputs']);
    expect(refusal({ ...RUN_EVENT, inputs: [JOB, 'x'] }).path).toEqual(['inputs', '1']);
    expect(refusal({ ...RUN_EVENT, outputs: [{ ...JOB, facets: [] }] }).path).toEqual(['outputs', '0', 'facets']);
  });

  it('puts what has no namespace into the default one', () => {
    const { statement } = parseEvent({
      ...RUN_EVENT,
      job: { name: 'build' },
      run: { runId: 'nightly 7' },
      inputs: [{ namespace: '', name: 'a' }],
    });
    expect(statement).toMatchObject({
      subject: 'job:default/build',
      run: 'run:default/nightly 7',
      inputs: [{ dataset: 'dataset:default/a' }],
    });
  });

  it('refuses names that are too long for an id, and half characters, at their place', () => {
    expect(refusal({ ...RUN_EVENT, inputs: [{ namespace: 'n', name: 'x'.repeat(2000) }] }).path).toEqual(['inputs', '0', 'name']);
    expect(refusal({ ...RUN_EVENT, job: { namespace: 'lab', name: 'a\ud83d' } }).path).toEqual(['job', 'name']);
    expect(parseEvent({ ...RUN_EVENT, job: { namespace: 'lab', name: 'a\u{1f680}' } }).statement?.subject).toBe('job:lab/a\u{1f680}');
  });

  it('counts a dataset that is named twice once, with all that was said', () => {
    const fact = parseEvent({
      ...RUN_EVENT,
      inputs: [
        { namespace: 'n', name: 'a', inputFacets: { x: { n: 1 } }, facets: { version: { datasetVersion: '7' } } },
        { namespace: 'n', name: 'a', inputFacets: { y: { n: 2 } }, facets: { documentation: { description: 'A' } } },
      ],
      outputs: [{ namespace: 'n', name: 'a', facets: { schema: { fields: [] } } }],
    });
    expect(fact.statement?.inputs).toEqual([{ dataset: 'dataset:n/a', version: '7', facets: { x: { n: 1 }, y: { n: 2 } } }]);
    expect(fact.statement?.outputs).toEqual([{ dataset: 'dataset:n/a' }]);
    expect(fact.claims.filter((claim) => claim.id === 'dataset:n/a')).toEqual([
      { id: 'dataset:n/a', attributes: { documentation: { description: 'A' }, schema: [] } },
    ]);
  });
});

describe('parents', () => {
  const parentFacet = {
    run: { runId: 'p' },
    job: { namespace: 'air', name: 'dag.task' },
    root: { run: { runId: 'r' }, job: { namespace: 'flow', name: 'dag' } },
  };
  const withParent = (parent: unknown, run: object = RUN) => ({ ...RUN_EVENT, run: { ...run, facets: { parent } } });

  it('make the run a child of a run in its own job`s namespace, and the job a part of a job', () => {
    const event = withParent(parentFacet);
    expect(claimOf(event, RUN_ID)?.attributes).toMatchObject({ parent: 'run:air/p', root: 'run:flow/r' });
    expect(claimOf(event, 'job:lab/build')?.attributes).toEqual({ parent: 'job:air/dag.task' });
    expect(claimOf(event, 'run:air/p')?.attributes).toEqual({ job: 'job:air/dag.task' });
    expect(claimOf(event, 'run:flow/r')?.attributes).toEqual({ job: 'job:flow/dag' });
  });

  it('hang on the nearer job when parent and root are one run, as in the Python client`s example', () => {
    const root = { run: { runId: 'p' }, job: { namespace: 'air', name: 'dag' } };
    expect(claimOf(withParent({ ...parentFacet, root }), 'run:air/p')?.attributes).toEqual({ job: 'job:air/dag.task' });
    expect(claimOf(withParent({ ...parentFacet, root }), 'job:air/dag')).toEqual({ id: 'job:air/dag' });
  });

  it('do not make a job a part of itself, nor move a run to another job', () => {
    const event = withParent({ run: RUN, job: JOB });
    expect(claimOf(event, 'job:lab/build')).toEqual({ id: 'job:lab/build' });
    expect(claimOf(withParent({ run: RUN, job: { namespace: 'lab', name: 'other' } }), RUN_ID)?.attributes).toMatchObject({
      job: 'job:lab/build',
    });
  });

  it('are taken back by a deleted facet', () => {
    const event = withParent({ _deleted: true });
    expect(claimOf(event, RUN_ID)?.attributes).toMatchObject({ parent: null, root: null });
    expect(claimOf(event, 'job:lab/build')?.attributes).toEqual({ parent: null });
  });

  it('are refused at their place', () => {
    expect(refusal(withParent({ run: { runId: 'p' } })).path).toEqual(['run', 'facets', 'parent', 'job']);
    expect(refusal(withParent({ ...parentFacet, root: { run: {}, job: JOB } })).path).toEqual([
      'run',
      'facets',
      'parent',
      'root',
      'run',
      'runId',
    ]);
    expect(refusal(withParent('x')).path).toEqual(['run', 'facets', 'parent']);
  });
});

describe('the producer', () => {
  it.each([
    [
      'https://github.com/OpenLineage/OpenLineage/tree/1.53.0/integration/spark',
      'https://github.com/OpenLineage/OpenLineage/integration/spark',
    ],
    ['https://github.com/OpenLineage/OpenLineage/blob/v1-0-0/client', 'https://github.com/OpenLineage/OpenLineage/client'],
    ['https://github.com/OpenLineage/OpenLineage/tree/1.53.0', 'https://github.com/OpenLineage/OpenLineage'],
    ['https://example.com/lab-producer/1.0', 'https://example.com/lab-producer/1.0'],
    ['https://example.com/treehouse/tree', 'https://example.com/treehouse/tree'],
    ['a/tree/1/b/tree/2/c', 'a/b/tree/2/c'],
  ])('%s loses its version', (producer, name) => {
    expect(parseEvent({ ...RUN_EVENT, producer }).producer).toBe(name);
  });

  it('can be no person and has bounds', () => {
    expect(refusal({ ...RUN_EVENT, producer: 'person:ann' }).path).toEqual(['producer']);
    expect(refusal({ ...RUN_EVENT, producer: `https://${'x'.repeat(2000)}` }).path).toEqual(['producer']);
  });
});

describe('dataset events', () => {
  const datasetEvent = (facets: object) => ({ ...EVENT, dataset: { namespace: 'n', name: 'a', facets } });

  it('describe, without a statement', () => {
    const fact = parseEvent(
      datasetEvent({ version: { datasetVersion: '3' }, ownership: { owners: [{ name: 'user:ann', type: 'STEWARD' }] } }),
    );
    expect(fact.statement).toBeUndefined();
    expect(fact.claims).toEqual([
      { id: 'dataset:n/a', attributes: { version: '3', ownership: [{ owner: 'person:default/ann', role: 'STEWARD' }] } },
    ]);
  });

  it('declare column lineage of the dataset by itself', () => {
    const inputFields = [{ namespace: 'n', name: 'b', field: 'y' }];
    expect(parseEvent(datasetEvent({ columnLineage: { fields: { x: { inputFields } } } })).statement).toEqual({
      subject: 'dataset:n/a',
      method: 'DECLARED',
      inputs: [],
      outputs: [],
      columns: [
        {
          output: 'dataset:n/a',
          derivations: [{ to: 'x', dataset: 'dataset:n/b', field: 'y', transformations: [{ type: 'DIRECT' }] }],
          indirect: [],
        },
      ],
    });
  });

  it('take a version back', () => {
    expect(parseEvent(datasetEvent({ version: { _deleted: true } })).claims).toEqual([
      { id: 'dataset:n/a', attributes: { version: null } },
    ]);
  });
});

describe('bounds', () => {
  it('refuses what is nested too deeply, at its place, without falling over', () => {
    const nest = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(refusal({ ...RUN_EVENT, run: { ...RUN, facets: { x: nest(100_000) } } }).path.slice(0, 4)).toEqual(['run', 'facets', 'x', 'a']);
    expect(() => parseEvent({ ...RUN_EVENT, run: { ...RUN, facets: { x: nest(190) } } })).not.toThrow();
  });

  it('is not fooled by keys that mean something to JavaScript', () => {
    const text = `{"eventTime":"2026-11-22T05:51:06Z","producer":"p","__proto__":{"eventType":"FAIL"},"job":{"name":"j","name":"build","namespace":"lab"},
      "run":{"runId":"1","facets":{"__proto__":{"x":1},"constructor":{"y":2}}},
      "outputs":[{"namespace":"n","name":"a","outputFacets":{"__proto__":{"z":3}},
        "facets":{"columnLineage":{"fields":{"__proto__":{"inputFields":[{"namespace":"n","name":"b","field":"constructor"}]}}}}}]}`;
    const fact = parseEvent(JSON.parse(text));
    expect(fact.claims.find((claim) => claim.id === 'run:lab/1')?.attributes).toEqual({
      job: 'job:lab/build',
      'facet:__proto__': { x: 1 },
      'facet:constructor': { y: 2 },
    });
    expect(fact.statement?.columns[0]?.derivations).toEqual([
      { to: '__proto__', dataset: 'dataset:n/b', field: 'constructor', transformations: [{ type: 'DIRECT' }] },
    ]);
    expect(({} as { z?: unknown }).z).toBeUndefined();
    expect(JSON.stringify(fact.statement?.outputs[0]?.facets)).toBe('{"__proto__":{"z":3}}');
  });
});
