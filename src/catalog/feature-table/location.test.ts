import { expect, test } from '@jest/globals';
import { bindingsOf, namesIn, resolveLocation } from './location.js';

const BINDINGS = [
  {
    environment: 'prod',
    values: [
      { name: 'lake', value: 's3://lake-prod' },
      { name: 'team', value: '$&${lake}' },
    ],
  },
  { environment: 'dev', values: [{ name: 'lake', value: 'file:///tmp/lake' }] },
];

test('the same location in each environment', () => {
  const location = '${lake}/features/${lake}';
  expect(namesIn(location)).toEqual(['lake']);
  expect(resolveLocation(location, bindingsOf(BINDINGS, 'prod'))).toBe('s3://lake-prod/features/s3://lake-prod');
  expect(resolveLocation(location, bindingsOf(BINDINGS, 'dev'))).toBe('file:///tmp/lake/features/file:///tmp/lake');
});

test('values are taken as they are; what is not bound stays', () => {
  expect(resolveLocation('${team}/$team/$${lake}', bindingsOf(BINDINGS, 'prod'))).toBe('$&${lake}/$team/$s3://lake-prod');
  expect(resolveLocation('${lake}/x', bindingsOf(BINDINGS, 'nowhere'))).toBe('${lake}/x');
  expect(namesIn('no names, ${}')).toEqual(['']);
});
