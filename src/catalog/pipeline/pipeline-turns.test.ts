import { expect, test } from '@jest/globals';
import type { SchemaRule } from '../segment/definition.js';
import type { PipelineStep } from './pipeline-step.js';
import { turnsOfSteps } from './pipeline-turns.js';

/** A step of a segment whose columns are named in its rule. */
const step = (needs: SchemaRule['needs'], adds: SchemaRule['adds'], more: Partial<SchemaRule> = {}): PipelineStep => ({
  segment: 'default/step',
  definition: { fits: 'NONE', params: [], schema: { needs, adds, ...more } },
  params: {},
});

const SPLIT = step([{ name: 'text', types: ['string'] }], [{ name: 'words', like: 'text', as: 'ARRAY' }]);
const COUNT = step([{ name: 'words', types: ['array<string>'] }], [{ name: 'counts', type: 'vector' }]);
const SCALE = step([{ name: 'age', types: ['numeric'] }], [{ name: 'scaled', like: 'age' }]);
const FOREST = step(
  [
    { name: 'counts', types: ['vector'], role: 'FEATURES' },
    { name: 'churned', types: ['numeric'], role: 'LABEL' },
  ],
  [{ name: 'prediction', type: 'double' }],
);
const FORGET = step([], [], { drops: [{ name: 'words' }] });
const CLOCK = step([], [{ name: 'now', type: 'timestamp' }]);
const UNKNOWN = step([], [], { dynamic: 'UNKNOWN' });

test.each<[string, PipelineStep[], string]>([
  ['nothing', [], ''],
  ['one step, as its segment', [SPLIT], ' string>array<string> '],
  ['through steps, of what comes in first', [SPLIT, COUNT], ' string>array<string> string>vector '],
  ['not labels', [SPLIT, COUNT, FOREST], ' string>array<string> string>double string>vector '],
  ['each of its own', [SCALE, SPLIT], ' numeric>= string>array<string> '],
  ['what is dropped is not made', [SPLIT, COUNT, FORGET], ' string>vector '],
  ['out of nothing', [CLOCK], ' >timestamp '],
  ['up to where only the data can tell', [SPLIT, UNKNOWN, COUNT], ' string>array<string> '],
  [
    'types as narrow as all steps need them',
    [step([{ name: 'text' }], [{ name: 'hash', type: 'int' }]), SPLIT],
    ' string>array<string> string>int ',
  ],
])('%s', (_, steps, turns) => {
  expect(turnsOfSteps(steps)).toBe(turns);
});

test('too many to tell apart are found by whatever is asked', () => {
  const types = (of: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `${of}${i}`, type: `struct<${of}${i}:int>` }));
  const needs = types('a', 300).map(({ name, type }) => ({ name, types: [type] }));
  expect(turnsOfSteps([step(needs, types('b', 1))])).toBe(' any>any ');
  expect(turnsOfSteps([step(needs.slice(0, 100), types('b', 100))])).toBe(' any>any ');
});
