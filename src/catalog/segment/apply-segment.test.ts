import { expect, test } from '@jest/globals';
import type { Json } from '../../write/fact.js';
import type { Schema } from '../pipeline/schema.js';
import { type Applied, applySegment } from './apply-segment.js';
import { Bindings } from './bindings.js';
import type { ParamDefinition, SchemaRule } from './definition.js';

const INPUT: Schema = [
  { name: 'id', type: 'bigint', nullable: false },
  { name: 'plan', type: 'string' },
  { name: 'words', type: 'array<string>', nullable: true },
];

const COLUMN = (name: string): ParamDefinition => ({ name, type: name.endsWith('s') ? 'array<string>' : 'string' });

function apply(schema: SchemaRule, params: Record<string, Json> = {}): Applied {
  const definition = { fits: 'NONE' as const, params: Object.keys(params).map(COLUMN), schema };
  return applySegment(definition, new Bindings(definition, params, 's_0'), INPUT, ['params']);
}

const rulesOf = ({ problems }: Applied): string[] => problems.map(({ rule, path }) => `${rule} ${path.join('.')}`);

test('adds columns after the last, by name and by param, with types that are fixed or follow from others', () => {
  const { added, output } = apply(
    {
      needs: [
        { param: 'text', types: ['string'] },
        { name: 'words', types: ['array'] },
        { name: 'id', types: ['numeric'] },
      ],
      adds: [
        { name: 'size', type: 'int', nullable: 'NEVER' },
        { param: 'copy', like: 'text', nullable: 'INPUT' },
        { name: 'word', like: 'words', as: 'ELEMENT', nullable: 'INPUT' },
        { name: 'ids', like: 'id', as: 'ARRAY' },
      ],
    },
    { copy: 'again', text: 'plan' },
  );
  expect(added).toEqual([
    { name: 'size', type: 'int', nullable: false },
    { name: 'again', type: 'string' },
    { name: 'word', type: 'string', nullable: true },
    { name: 'ids', type: 'array<bigint>' },
  ]);
  expect(output).toEqual([...INPUT, ...added]);
});

test('drops columns, and changes others where they are', () => {
  const done = apply({ needs: [], drops: [{ name: 'words' }], changes: [{ name: 'plan', type: 'int', nullable: 'ALWAYS' }], adds: [] });
  expect(done.output).toEqual([INPUT[0], { name: 'plan', type: 'int', nullable: true }]);
  expect(done.dropped).toEqual([INPUT[2]]);
  expect(done.changed).toEqual([{ before: INPUT[1], after: { name: 'plan', type: 'int', nullable: true } }]);
});

test('one for each', () => {
  const rule: SchemaRule = {
    needs: [{ param: 'from', plural: 'froms' }],
    adds: [{ param: 'to', plural: 'tos', like: 'from', nullable: 'INPUT' }],
  };
  expect(apply(rule, { froms: ['id', 'words'], tos: ['a', 'b'] }).added).toEqual([
    { name: 'a', type: 'bigint', nullable: false },
    { name: 'b', type: 'array<string>', nullable: true },
  ]);
});

test('what depends on the type of the input', () => {
  const rule: SchemaRule = {
    needs: [{ param: 'from' }],
    adds: [
      { name: 'n', like: 'from', type: 'double', when: ['numeric'] },
      { name: 's', like: 'from', type: 'vector', when: ['string'] },
    ],
  };
  expect(apply(rule, { from: 'id' }).added).toEqual([{ name: 'n', type: 'double' }]);
  expect(apply(rule, { from: 'plan' }).added).toEqual([{ name: 's', type: 'vector' }]);
});

test('what is refused, all at once', () => {
  const done = apply(
    { needs: [{ param: 'a' }, { param: 'b', types: ['vector'] }], drops: [{ name: 'x' }], adds: [{ param: 'c', type: 'int' }] },
    { a: 'nowhere', b: 'plan', c: 'id' },
  );
  expect(done.output).toBeUndefined();
  expect(rulesOf(done)).toEqual(['column-missing params.a', 'column-type params.b', 'column-missing params', 'column-exists params.c']);
  expect(done.problems[1]!.message).toBe('The column "plan" is of type string; needed is vector.');
});

test('what is optional or found out when it is run refuses nothing', () => {
  expect(
    rulesOf(
      apply(
        {
          needs: [
            { param: 'weight', optional: true },
            { name: 'nowhere', lazy: true },
          ],
          adds: [
            { param: 'leaf', optional: true, type: 'double' },
            { name: 'id', type: 'int', unlessThere: true },
          ],
        },
        { leaf: '' },
      ),
    ),
  ).toEqual([]);
});

test('what nobody can tell is unknown, and no problem', () => {
  expect(apply({ needs: [{ name: 'id' }], adds: [], dynamic: 'UNKNOWN' })).toMatchObject({ output: undefined, problems: [] });
  expect(rulesOf(apply({ needs: [{ name: 'x' }], adds: [], dynamic: 'UNKNOWN' }))).toEqual(['column-missing params']);
});

test('one for each, in their order, where each is another case', () => {
  const rule: SchemaRule = {
    needs: [{ param: 'from', plural: 'froms' }],
    adds: [
      { param: 'to', plural: 'tos', like: 'from', type: 'double', when: ['numeric'] },
      { param: 'to', plural: 'tos', like: 'from', type: 'vector', when: ['string'] },
    ],
  };
  expect(apply(rule, { froms: ['plan', 'id'], tos: ['a', 'b'] }).added).toEqual([
    { name: 'a', type: 'vector' },
    { name: 'b', type: 'double' },
  ]);
});

test('a column that is there already may come twice, where nobody looks', () => {
  const { output } = apply({ needs: [], adds: [{ name: 'id', type: 'int', evenIfThere: true }] });
  expect(output?.map(({ name }) => name)).toEqual(['id', 'plan', 'words', 'id']);
});

test('an R formula that must make its label refuses one that is there', () => {
  const rule: SchemaRule = { needs: [], adds: [{ name: 'features', type: 'vector' }], dynamic: 'R_FORMULA' };
  const definition = {
    fits: 'TRANSFORMATION' as const,
    params: [COLUMN('labelCol'), { name: 'forceIndexLabel', type: 'boolean' as const }],
    schema: rule,
  };
  const forced = (labelCol: string) =>
    applySegment(definition, new Bindings(definition, { labelCol, forceIndexLabel: true }, 's_0'), INPUT, ['params']);
  expect(rulesOf(forced('plan'))).toEqual(['column-exists params.labelCol']);
  expect(rulesOf(forced('label'))).toEqual([]);
});
