import { describe, expect, test } from '@jest/globals';
import { count, countNamed, downstream, hubs, ordinary, readersOf } from './closure.js';
import { makeEstate, SIZES } from './estate.js';
import { eventsOf } from './events.js';

/** What the Python program prints for the same seed. */
const PRINTED = {
  S: { jobs: 1000, datasets: 1388, columns: 27760, readEdges: 2107, writeEdges: 1268, columnEdges: 32653, maxFanout: 66 },
  M: { jobs: 10000, datasets: 13718, columns: 274360, readEdges: 21339, writeEdges: 12518, columnEdges: 323170, maxFanout: 282 },
};

describe.each(['S', 'M'] as const)('the estate of size %s', (size) => {
  const estate = makeEstate(SIZES[size].jobs, SIZES[size].depth);

  test('has the counts that were measured with, to the last edge', () => {
    expect(count(estate)).toEqual(PRINTED[size]);
  });

  test('is the same every time', () => {
    expect(makeEstate(SIZES[size].jobs, SIZES[size].depth)).toEqual(estate);
  });
});

describe('what is downstream', () => {
  const estate = makeEstate(SIZES.S.jobs, SIZES.S.depth);
  const readers = readersOf(estate);

  test('of the greatest hub', () => {
    const [hub] = hubs(estate, 1);
    expect(hub).toBe('db0.raw.payment_000000');
    expect(downstream(readers, hub!)).toMatchObject({ datasets: 1000, jobs: 781 });
  });

  test('of ordinary datasets', () => {
    const closures = ordinary(estate, 8).map((name) => downstream(readers, name).datasets);
    expect(closures).toEqual([1, 1, 2, 1, 173, 172, 183, 171]);
  });

  test('leaves out sources that no job reads, since no event names them', () => {
    expect(countNamed(estate)).toEqual({ ...PRINTED.S, datasets: 1367, columns: 27340 });
    const written = new Set(estate.jobs.flatMap((job) => job.outputs.map((output) => output.name)));
    for (const name of ordinary(estate, 500)) expect(readers.has(name) || written.has(name)).toBe(true);
  });

  test('at a depth counts edges: 1 reaches jobs, 2 the datasets they write', () => {
    const [hub] = hubs(estate, 1);
    const jobs = readers.get(hub!)!;
    const outputs = jobs.flatMap((job) => job.outputs).length;
    expect(downstream(readers, hub!, 1)).toEqual({ datasets: 1, jobs: jobs.length, edges: jobs.length });
    expect(downstream(readers, hub!, 2)).toEqual({ datasets: 1 + outputs, jobs: jobs.length, edges: jobs.length + outputs });
  });
});

test('events are as large as those that were measured with', () => {
  const { jobs } = makeEstate(SIZES.S.jobs, SIZES.S.depth);
  const bytes = jobs.flatMap((job, i) => eventsOf(job, i, job.run)).reduce((sum, event) => sum + event.length + 1, 0);
  expect(bytes).toBe(11_996_736);
});
