import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { checkExtent } from './extent.js';
import { LIMITS } from './limits.js';

const check = (text: string) => checkExtent(parse(text), LIMITS);
const tooComplex = (message: string) => expect.objectContaining({ code: 'TOO_COMPLEX', message: expect.stringContaining(message) });
const nested = (depth: number) => `{${'a{'.repeat(depth - 1)}b${'}'.repeat(depth - 1)}}`;
const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(' ');

test('the full introspection query passes', () => {
  expect(() =>
    check(
      getIntrospectionQuery({
        inputValueDeprecation: true,
        oneOf: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
    ),
  ).not.toThrow();
});

describe('the limits, each at its edge', () => {
  test('depth', () => {
    expect(() => check(nested(15))).not.toThrow();
    expect(() => check(nested(16))).toThrow(tooComplex('The fields of this operation are 16 deep in each other; at most 15 are allowed.'));
  });
  test('fields at the top', () => {
    expect(() => check(`{${many(30, (i) => `f${i}`)}}`)).not.toThrow();
    expect(() => check(`{${many(31, (i) => `f${i}`)}}`)).toThrow(tooComplex('31 fields at its top; at most 30'));
  });
  test('aliases', () => {
    expect(() => check(`{x{${many(60, (i) => `a${i}: f`)}}}`)).not.toThrow();
    expect(() => check(`{x{${many(61, (i) => `a${i}: f`)}}}`)).toThrow(tooComplex('61 aliases; at most 60'));
  });
  test('directives', () => {
    expect(() => check(`{x{${many(60, (i) => `f${i} @a`)}}}`)).not.toThrow();
    expect(() => check(`{x{${many(61, (i) => `f${i} @a`)}}}`)).toThrow(tooComplex('61 directives; at most 60'));
  });
  test('fields', () => {
    expect(() => check(`{x{${many(999, (i) => `f${i}`)}}}`)).not.toThrow();
    expect(() => check(`{x{${many(1_000, (i) => `f${i}`)}}}`)).toThrow(
      tooComplex('selects 1,001 fields, fragments spelled out; at most 1,000'),
    );
  });
  test('fields that are one in the answer', () => {
    const repeated = tooComplex('more than 5,000 pairs would have to be compared');
    expect(() => check(`{x{${many(100, () => 'f')}}}`)).not.toThrow();
    expect(() => check(`{x{${many(101, () => 'f')}}}`)).toThrow(repeated);
    const doubling = (depth: number): string => (depth === 0 ? 'f' : many(2, () => `a{${doubling(depth - 1)}}`));
    expect(() => check(`{${doubling(6)}}`)).not.toThrow();
    expect(() => check(`{${doubling(7)}}`)).toThrow(repeated);
    const spread = `{x{${many(60, (i) => `...F${i}`)}}} ${many(60, (i) => `fragment F${i} on X {a b c}`)}`;
    expect(() => check(spread)).toThrow(repeated);
  });
  test('fields of fragments that go in circles', () => {
    expect(() => check('{ ...A } fragment A on Query { a { ...A } b { ...A } }')).toThrow(tooComplex('more than 5,000 pairs'));
    expect(() => check('{ ...A } fragment A on Query { a { ...A } }')).not.toThrow();
    expect(() => check('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).not.toThrow();
  });
});

describe('fragments', () => {
  test('count where they are spread', () => {
    expect(() => check(`{...F} fragment F on Q ${nested(15)}`)).not.toThrow();
    expect(() => check(`{x{...F}} fragment F on Q ${nested(15)}`)).toThrow(tooComplex('16 deep'));
    expect(() => check(`{... on Q {${many(16, (i) => `a${i}`)}} ...F} fragment F on Q {${many(15, (i) => `b${i}`)}}`)).toThrow(
      tooComplex('31 fields at its top'),
    );
  });
  test('that double and double again are measured in no time', () => {
    const chain = many(300, (i) => `fragment F${i} on Q {...F${i + 1} ...F${i + 1}}`);
    const begun = performance.now();
    expect(() => check(`{x{...F0}} ${chain} fragment F300 on Q {f}`)).toThrow(tooComplex('over a trillion fields'));
    expect(performance.now() - begun).toBeLessThan(500);
  });
  test('that are missing or go in circles are left to validation', () => {
    expect(() => check('{...A} fragment A on Q {x ...B} fragment B on Q {y ...A ...Missing}')).not.toThrow();
  });
});

test('every operation of a document is measured', () => {
  expect(() => check(`query A {a} query B ${nested(16)}`)).toThrow(tooComplex('16 deep'));
});
