import { parseArgs } from 'node:util';
import { SIZES, type Size } from './estate/estate.js';

export interface Settings {
  readonly size: Size;
  readonly jobs: number;
  readonly depth: number;
  /** A tiny estate and the first way of posting only: does the bench itself work? */
  readonly smoke: boolean;
  /** Ends with a failure when a target is missed, not only when an answer is wrong. */
  readonly strict: boolean;
  /** Where to write the results as JSON. */
  readonly json?: string;
  /** As it was called, to be printed above the table. */
  readonly command: string;
}

const SMOKE_JOBS = 50;
const USAGE = 'npm run bench -- [--size S|M|L] [--jobs N] [--smoke] [--strict] [--json FILE]';

/** Throws an Error that says how to call it. */
export function parseCommandLine(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: 'S' },
      jobs: { type: 'string' },
      smoke: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { size, smoke, strict, json } = values;
  if (size !== 'S' && size !== 'M' && size !== 'L') throw new Error(`--size is "${size}"; it is S, M or L: ${USAGE}`);
  const { jobs: usual, depth } = SIZES[size];
  const jobs = Number(values.jobs ?? (smoke ? SMOKE_JOBS : usual));
  if (!Number.isInteger(jobs) || jobs < depth) throw new Error(`--jobs is "${values.jobs}"; it is a number from ${depth} on: ${USAGE}`);
  return { size, jobs, depth, smoke, strict, command: `npm run bench -- ${args.join(' ')}`.trim(), ...(json && { json }) };
}
