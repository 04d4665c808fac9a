import { expect, test } from '@jest/globals';
import { schemaOf } from '../../../test/support/plain-pipelines.js';
import type { Schema } from '../pipeline/schema.js';
import type { Merge, WorkflowNode } from './definition.js';
import { Findings } from './findings.js';
import { mergedSchema } from './merge-schema.js';

const LEFT = 'id:int! a:string!';
const RIGHT = 'b:double! id:bigint!';

const spelled = (schema: Schema | undefined): string | undefined =>
  schema?.map(({ name, type, nullable }) => `${name}:${type}${nullable === false ? '!' : nullable ? '?' : ''}`).join(' ');

function merged(how: Merge['how'], ...schemas: string[]): string | undefined {
  const merge: Merge = how === 'UNION' ? { how } : { how, on: ['id'] };
  const node: WorkflowNode = { id: 'm', kind: 'MERGE', inputs: schemas.map((_, i) => `s${i}`), merge };
  const findings = new Findings();
  const output = mergedSchema(
    node,
    merge,
    schemas.map((text, i) => ({ id: `s${i}`, schema: schemaOf(text) })),
    findings,
  );
  expect(output === undefined).toBe(findings.problems.length > 0);
  return spelled(output);
}

test.each([
  ['INNER', 'id:int! a:string! b:double!'],
  ['LEFT', 'id:int! a:string! b:double?'],
  ['RIGHT', 'id:bigint! a:string? b:double!'],
  ['FULL', 'id:bigint! a:string? b:double?'],
] as const)('%s: keys once and first, from the side that has them; what may be absent is nullable', (how, output) => {
  expect(merged(how, LEFT, RIGHT)).toBe(output);
});

test.each([
  ['LEFT', 'id:int! a:string! b:double? c:date?'],
  ['RIGHT', 'id:tinyint! a:string? b:double? c:date!'],
] as const)('%s of three: one after the other', (how, output) => {
  expect(merged(how, LEFT, RIGHT, 'id:tinyint! c:date!')).toBe(output);
});

test('a union has the columns of its first side, in the wider type', () => {
  expect(merged('UNION', 'id:int! a:string!', 'a:string id:bigint!', 'a:string! id:smallint!')).toBe('id:bigint! a:string');
});

test('nullability that nobody knows stays unknown', () => {
  expect(merged('FULL', 'id:int a:string', 'id:int! b:int')).toBe('id:int a:string? b:int?');
});

test.each([
  ['INNER', 'id:int a:int', 'id:int a:int'],
  ['INNER', 'id:int', 'other:int'],
  ['INNER', 'id:int', 'id:string'],
  ['UNION', 'id:int', 'id:int a:int'],
  ['UNION', 'id:int', 'id:string'],
] as const)('%s of %s and %s gives nothing', (how, left, right) => {
  expect(merged(how, left, right)).toBeUndefined();
});
