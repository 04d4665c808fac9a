import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseId } from '../../catalog/id.js';
import { BadInput } from '../../errors.js';
import type { Fact } from '../../write/fact.js';
import { parseEvent } from './parse.js';

const FIXTURES = new URL('../../../test/fixtures/openlineage/', import.meta.url);
const captured: unknown[] = ['python-client', 'dbt-build', 'spark-etl', 'spark-ml'].flatMap((name) =>
  readFileSync(new URL(`${name}.ndjson`, FIXTURES), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);

/** The fact, or undefined when it was refused with a place that exists or is missing one level below what exists. */
function parsed(event: unknown): Fact | undefined {
  try {
    return parseEvent(event);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    expect(error.message).not.toBe('');
    return undefined;
  }
}

interface Spot {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function spotsOf(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsOf(holder[key])]);
}

describe('parseEvent', () => {
  it('refuses arbitrary JSON with BadInput and throws nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        parsed(value);
      }),
      { numRuns: 500 },
    );
  });

  it('either takes or refuses real events with anything in any place, and makes ids of known kinds only', () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, '', [], {}, '\ud800', '__proto__', { _deleted: true }));
    fc.assert(
      fc.property(fc.constantFrom(...captured), fc.nat(), anything, (event, at, value) => {
        const changed = structuredClone(event);
        const spots = spotsOf(changed);
        const spot = spots[at % spots.length]!;
        spot.holder[spot.key] = value;
        for (const claim of parsed(changed)?.claims ?? []) expect(parseId(claim.id)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('takes every captured event, the same way each time', () => {
    expect(captured).toHaveLength(130);
    for (const event of captured) expect(parseEvent(structuredClone(event))).toEqual(parseEvent(event));
  });
});
