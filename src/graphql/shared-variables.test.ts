import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { withoutPosition } from './shared-variables.js';

const left = (document: string, variables: Record<string, unknown>) => withoutPosition(parse(document), variables);

test('where somebody begins makes no difference, everything else does', () => {
  const document =
    'subscription ($kinds: [EntityKind!], $from: Position) { changes(after: $from, kinds: $kinds) { ... on Change { position } } }';
  expect(left(document, { from: '7', kinds: ['JOB'] })).toEqual([['kinds', ['JOB']]]);
});

test('a cursor, or a position that is asked for elsewhere too, makes one', () => {
  const cursor = 'subscription ($c: String) { changes { ... on Change { entity { ... on Job { runs(after: $c) { nodes { id } } } } } } }';
  expect(left(cursor, { c: 'x' })).toEqual([['c', 'x']]);
  const twice = 'subscription ($p: Position) { changes(after: $p) { ... on Change { entity { x(since: $p) } } } }';
  expect(left(twice, { p: '7' })).toEqual([['p', '7']]);
});
