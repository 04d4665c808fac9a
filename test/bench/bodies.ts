import type { Unit } from './drive.js';
import type { EstateJob } from './estate/estate.js';
import { eventsOf, type Setting, USUAL } from './estate/events.js';
import { Random } from './estate/random.js';

/** `elsewhere`: jobs and datasets of the same names in other namespaces, which shares nothing with the first pass. */
const PASSES = {
  first: USUAL,
  second: { ...USUAL, startSeconds: 1738368000 },
  elsewhere: { ...USUAL, datasets: 'another-warehouse', jobs: 'another-etl' },
} satisfies Record<string, Setting>;
export type Pass = keyof typeof PASSES;

/** Made before the clock starts: START and COMPLETE of each job, in order, one per request. */
export function singleBodies(jobs: readonly EstateJob[], pass: Pass): Unit[] {
  const runs = runsOf(jobs, pass);
  return jobs.map((job, i) => eventsOf(job, i, runs[i]!, PASSES[pass]).map((event) => Buffer.from(event)));
}

/** `eventsPerArray`: an even number; START and COMPLETE of a job come in the same array. */
export function arrayBodies(jobs: readonly EstateJob[], pass: Pass, eventsPerArray: number): Unit[] {
  const runs = runsOf(jobs, pass);
  const jobsPerArray = eventsPerArray / 2;
  return Array.from({ length: Math.ceil(jobs.length / jobsPerArray) }, (_, array) => {
    const first = array * jobsPerArray;
    const events = jobs.slice(first, first + jobsPerArray).flatMap((job, i) => eventsOf(job, first + i, runs[first + i]!, PASSES[pass]));
    return [Buffer.from(`[${events.join(',')}]`)];
  });
}

function runsOf(jobs: readonly EstateJob[], pass: Pass): string[] {
  const random = new Random(pass === 'second' ? 43 : 44);
  return jobs.map((job) => (pass === 'first' ? job.run : random.uuid4()));
}
