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
  expect((refusal(`{ self { ${'x '.repeat(500)} } }`) as DocumentRefused).errors.length).toBeLessThanOrEqual(21);
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
