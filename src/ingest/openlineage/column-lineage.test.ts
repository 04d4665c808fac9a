import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../errors.js';
import { readColumnLineage } from './column-lineage.js';
import { Place } from './place.js';
import type { JsonObject } from './shape.js';

const OUT = 'dataset:n/out';
const place = Place.ROOT.at('columnLineage');
const input = (field: string, transformations?: object[]) => ({
  namespace: 'n',
  name: 'in',
  field,
  ...(transformations && { transformations }),
});
const read = (facet: object) => readColumnLineage(OUT, facet as JsonObject, place);
const field = (more: object) => read({ fields: { to: { inputFields: [input('from')], ...more } } }).derivations[0]?.transformations;

function pathOf(facet: object): readonly string[] {
  try {
    read(facet);
  } catch (error) {
    if (error instanceof BadInput) return error.place;
  }
  return ['was taken'];
}

describe('column lineage', () => {
  it('parts what a field is made of from what decides about rows', () => {
    const both = [
      { type: 'DIRECT', subtype: 'IDENTITY', description: '', masking: false },
      { type: 'INDIRECT', subtype: 'CONDITIONAL', description: 'when', masking: true },
    ];
    expect(
      read({ fields: { to: { inputFields: [input('from', both), input('filter', [{ type: 'indirect', subtype: 'filter' }])] } } }),
    ).toEqual({
      output: OUT,
      derivations: [{ to: 'to', dataset: 'dataset:n/in', field: 'from', transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }] }],
      indirect: [
        {
          dataset: 'dataset:n/in',
          field: 'from',
          transformations: [{ type: 'INDIRECT', subtype: 'CONDITIONAL', description: 'when', masking: true }],
        },
        { dataset: 'dataset:n/in', field: 'filter', transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }] },
      ],
    });
  });

  it('adds what is said of the dataset as a whole, each once', () => {
    const join = { type: 'INDIRECT', subtype: 'JOIN' };
    const { indirect } = read({
      fields: { to: { inputFields: [input('key', [join])] }, other: { inputFields: [input('key', [join])] } },
      dataset: [input('key', [{ type: 'INDIRECT', subtype: 'FILTER' }, join]), input('plain')],
    });
    expect(indirect).toEqual([
      { dataset: 'dataset:n/in', field: 'key', transformations: [join, { type: 'INDIRECT', subtype: 'FILTER' }] },
      { dataset: 'dataset:n/in', field: 'plain', transformations: [{ type: 'INDIRECT' }] },
    ]);
  });

  it('takes the field`s older form only where an input has no transformations', () => {
    expect(field({})).toEqual([{ type: 'DIRECT' }]);
    expect(field({ transformationType: '', transformationDescription: '' })).toEqual([{ type: 'DIRECT' }]);
    expect(field({ transformationType: 'identity', transformationDescription: 'same' })).toEqual([
      { type: 'DIRECT', subtype: 'IDENTITY', description: 'same' },
    ]);
    expect(field({ transformationType: 'MASKED' })).toEqual([{ type: 'DIRECT', masking: true }]);
    expect(field({ transformationType: 'Expression' })).toEqual([{ type: 'DIRECT', subtype: 'EXPRESSION' }]);
    const inputFields = [input('from', [{ type: 'DIRECT', subtype: 'AGGREGATION' }]), input('more', [])];
    expect(read({ fields: { to: { inputFields, transformationType: 'IDENTITY' } } }).derivations.map((d) => d.transformations)).toEqual([
      [{ type: 'DIRECT', subtype: 'AGGREGATION' }],
      [{ type: 'DIRECT', subtype: 'IDENTITY' }],
    ]);
  });

  it('joins an input that is named twice for a field, and mixes none up', () => {
    const one = [{ type: 'DIRECT', subtype: 'IDENTITY' }];
    const two = [{ type: 'DIRECT', subtype: 'TRANSFORMATION' }];
    expect(read({ fields: { to: { inputFields: [input('f', one), input('f', two), input('f', one)] } } }).derivations).toEqual([
      { to: 'to', dataset: 'dataset:n/in', field: 'f', transformations: [...one, ...two] },
    ]);
    const odd = read({ fields: { 'a\nb': { inputFields: [input('c')] }, a: { inputFields: [input('b\nc')] } } });
    expect(odd.derivations).toHaveLength(2);
  });

  it('says that there is none any more when it is deleted or empty', () => {
    const none = { output: OUT, derivations: [], indirect: [] };
    expect(read({ _deleted: true, fields: { to: { inputFields: [input('f')] } } })).toEqual(none);
    expect(read({})).toEqual(none);
    expect(read({ fields: {}, dataset: null })).toEqual(none);
  });

  it('names the place of what is wrong', () => {
    const at = (...keys: string[]) => ['columnLineage', ...keys];
    expect(pathOf({ fields: [] })).toEqual(at('fields'));
    expect(pathOf({ fields: { to: 1 } })).toEqual(at('fields', 'to'));
    expect(pathOf({ fields: { to: { inputFields: {} } } })).toEqual(at('fields', 'to', 'inputFields'));
    expect(pathOf({ fields: { to: { inputFields: [{ name: 'x' }] } } })).toEqual(at('fields', 'to', 'inputFields', '0', 'field'));
    expect(pathOf({ fields: { 'a\ud800': { inputFields: [] } } })).toEqual(at('fields', 'a\ud800'));
    expect(pathOf({ fields: { '': { inputFields: [] } } })).toEqual(at('fields', ''));
    expect(pathOf({ dataset: [input('f', [{ type: 'SIDEWAYS' }])] })).toEqual(at('dataset', '0', 'transformations', '0', 'type'));
    expect(pathOf({ dataset: [input('f', [{ type: 'DIRECT', masking: 'no' }])] })).toEqual(
      at('dataset', '0', 'transformations', '0', 'masking'),
    );
  });
});
