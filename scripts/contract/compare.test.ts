import { expect, test } from '@jest/globals';
import { compareWithContract } from './compare.js';

const nothing = { missing: [], contradictions: [] };

test('a schema that says more fulfils the contract', () => {
  const contract = 'type Query { dataset(name: String!, first: Int = 20): Dataset } type Dataset { id: ID! }';
  const emitted =
    'type Query { dataset(name: String, first: Int = 20, asOf: String, all: Boolean! = true): Dataset, more: Int } type Dataset { id: ID!, extra: Int! }';
  expect(compareWithContract(contract, emitted)).toEqual(nothing);
});

test('types that are named but not spelled out have a free shape', () => {
  expect(compareWithContract('type Query { a: Free! }', 'type Query { a: Free! } union Free = X | Y')).toEqual(nothing);
});

test.each([
  ['a type', 'type A { x: Int, y: Int }', 'scalar B', 'A'],
  ['a field', 'type A { x: Int, y: Int }', 'type A { x: Int }', 'A.y'],
  ['an argument', 'type A { x(p: Int): Int }', 'type A { x: Int }', 'A.x(p:)'],
  ['an interface', 'type A implements N { x: Int }', 'type A { x: Int }', 'A implements N'],
  ['an enum value', 'enum E { A B }', 'enum E { A }', 'E.B'],
  ['a member of a union', 'union U = A | B', 'union U = A', 'U = B'],
  ['a field of an input', 'input I { a: Int, b: Int }', 'input I { a: Int }', 'I.b'],
])('%s that is lacking is missing', (_, contract, emitted, path) => {
  expect(compareWithContract(contract, emitted)).toEqual({ missing: [path], contradictions: [] });
});

test.each([
  ['nullability', 'type A { x: Int! }', 'type A { x: Int }', 'A.x is Int; the contract says Int!.'],
  ['nullability inside a list', 'type A { x: [Int!]! }', 'type A { x: [Int]! }', 'A.x is [Int]!; the contract says [Int!]!.'],
  ['a list', 'type A { x: [Int] }', 'type A { x: Int }', 'A.x is Int; the contract says [Int].'],
  ['the type of a field', 'type A { x: B }', 'type A { x: C }', 'A.x is C; the contract says B.'],
  [
    'a stricter argument',
    'type A { x(p: Int): Int }',
    'type A { x(p: Int!): Int }',
    'A.x(p:) is Int!; the contract lets clients send Int.',
  ],
  [
    'an argument that takes no null though it has a default',
    'type A { x(p: Int = 1): Int }',
    'type A { x(p: Int! = 1): Int }',
    'A.x(p:) is Int!; the contract lets clients send Int.',
  ],
  [
    'another default',
    'type A { x(p: Int = 20): Int }',
    'type A { x(p: Int = 10): Int }',
    'A.x(p:) is 10 by default; the contract says 20.',
  ],
  [
    'a default that is lacking',
    'type A { x(p: Int = 20): Int }',
    'type A { x(p: Int): Int }',
    'A.x(p:) is nothing by default; the contract says 20.',
  ],
  [
    'an added required argument',
    'type A { x: Int }',
    'type A { x(p: Int!): Int }',
    'A.x(p:) is not in the contract and must be optional, but is Int!.',
  ],
  [
    'an added required input',
    'input I { a: Int }',
    'input I { a: Int, b: Int! }',
    'I.b is not in the contract and must be optional, but is Int!.',
  ],
  ['another kind of type', 'interface A { x: Int }', 'type A { x: Int }', 'A is object; the contract says interface.'],
])('%s contradicts', (_, contract, emitted, message) => {
  expect(compareWithContract(contract, emitted)).toEqual({ missing: [], contradictions: [message] });
});

test('an argument may accept more: null, or null inside a list', () => {
  expect(compareWithContract('type A { x(p: [Int!]!): Int }', 'type A { x(p: [Int]): Int }')).toEqual(nothing);
});
