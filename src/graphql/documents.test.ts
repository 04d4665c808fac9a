import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { createDocuments, DocumentRefused } from './documents.js';
import { LIMITS } from './limits.js';

const SCHEMA = buildSchema('type Query { hello: String, self: Query }');

const documents = () => createDocuments(SCHEMA, LIMITS);

function refusal(text: string): unknown {
  try {
    documents().read(text);
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a document is read once and kept under the hash of its text', () => {
  const all = documents();
  const document = all.read('{ hello }');
  expect(all.read('{ hello }')).toBe(document);
  expect(all.kept(createHash('sha256').update('{ hello }').digest('hex'))).toBe(document);
  expect(all.kept('other')).toBeUndefined();
});

test('introspection is valid', () => {
  expect(refusal(getIntrospectionQuery())).toBeUndefined();
});

test('what cannot be parsed is refused with its place', () => {
  const error = refusal('{ hello');
  expect(error).toBeInstanceOf(DocumentRefused);
  expect((error as DocumentRefused).errors[0]).toMatchObject({
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    locations: [{ line: 1, column: 8 }],
  });
});

test('what is not valid is refused with every fault, up to a bound', () => {
  const { errors } = refusal('{ a b }') as DocumentRefused;
  expect(errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    ['Cannot query field "a" on type "Query".', 'GRAPHQL_VALIDATION_FAILED'],
    ['Cannot query field "b" on type "Query".', 'GRAPHQL_VALIDATION_FAILED'],
  ]);
  expect(
    (refusal(`{ self { ${Array.from({ length: 500 }, (_, i) => `x${i}`).join(' ')} } }`) as DocumentRefused).errors.length,
  ).toBeLessThanOrEqual(21);
});

test('a document with too many words is not read to its end', () => {
  const text = `{ ${'hello '.repeat(5_000)} }`;
  expect(refusal(text)).toMatchObject({ code: 'TOO_COMPLEX', message: expect.stringContaining('more than 5,000 words and signs') });
});

test('the limits come before validation, which would take long', () => {
  expect(refusal(`{ ${'self { hello } '.repeat(1_200)} }`)).toMatchObject({ code: 'TOO_COMPLEX' });
});

test('what was refused is refused again', () => {
  const all = documents();
  for (const _ of [1, 2]) expect(() => all.read('{ a }')).toThrow(DocumentRefused);
});

test('one that is nested deeper than can be followed is refused, and so is one that is too long', () => {
  expect(refusal(`{ self(a: ${'['.repeat(2_400)}${']'.repeat(2_400)}) }`)).toMatchObject({ code: 'TOO_COMPLEX' });
  expect(refusal(`{ hello } #${'x'.repeat(1_000_000)}`)).toMatchObject({
    code: 'TOO_COMPLEX',
    message: expect.stringContaining('characters'),
  });
});

test('without introspection nothing is told of the schema but names of types that were asked', () => {
  const documents = createDocuments(SCHEMA, LIMITS, false);
  expect(() => documents.read('{ __schema { types { name } } }')).toThrow(/introspection/);
  expect(() => documents.read('{ __typename }')).not.toThrow();
});
