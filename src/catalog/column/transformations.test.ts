import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTransformations, printTransformations } from './transformations.js';

const transformation = fc.record(
  {
    type: fc.constantFrom('DIRECT' as const, 'INDIRECT' as const),
    subtype: fc.oneof(fc.constantFrom('IDENTITY', 'GROUP_BY'), fc.string({ minLength: 1 })),
    description: fc.oneof(fc.constantFrom('copy', 'a + b'), fc.string({ minLength: 1 })),
    masking: fc.constant(true),
  },
  { requiredKeys: ['type'] },
);

test('come back as they were', () => {
  fc.assert(
    fc.property(fc.array(transformation), (list) => {
      expect(parseTransformations(printTransformations(list))).toEqual(list.map((each) => ({ ...each })));
    }),
  );
});

test('the usual ones are short', () => {
  expect(printTransformations([{ type: 'DIRECT', subtype: 'IDENTITY' }])).toBe('DIRECT:IDENTITY');
  expect(
    printTransformations([
      { type: 'DIRECT', masking: true },
      { type: 'DIRECT', description: 'sum' },
    ]),
  ).toBe('!DIRECT,DIRECT::sum');
  expect(printTransformations([])).toBeNull();
});
