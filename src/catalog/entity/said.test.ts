import { describe, expect, test } from '@jest/globals';
import { descriptionsIn, facetsIn, type Said } from './said.js';

const said: Said = {
  said: {
    spark: { documentation: { description: 'by Spark' }, 'facet:a': { v: 1 }, 'facet:b': { v: 1 } },
    dbt: { documentation: { description: 'by dbt', contentType: 'text/markdown' }, 'facet:a': { v: 2 }, 'facet:gone': null },
    'record:wiki': { 'facet:b': { v: 2 } },
    'person:ana': { documentation: { description: 'by Ana' }, schema: 'x' },
  },
  saidAt: {
    spark: {
      documentation: '2026-01-01T00:00:00.000000000Z',
      'facet:a': '!2027-01-01T00:00:00.000000000Z',
      'facet:b': '2026-06-01T00:00:00.000000000Z',
    },
    dbt: { documentation: '2026-01-02T00:00:00.000000000Z', 'facet:a': '2026-01-02T00:00:00.000000000Z' },
    'record:wiki': { 'facet:b': '2026-01-01T00:00:00.000000000Z' },
    'person:ana': { documentation: '2025-01-01T00:00:00.000000000Z' },
  },
};

describe('what producers said', () => {
  test('descriptions: a person first, then the newest; each with who and when', () => {
    expect(descriptionsIn(said)).toEqual([
      { text: 'by Ana', contentType: null, by: 'person:ana', at: '2025-01-01T00:00:00.000000000Z' },
      { text: 'by dbt', contentType: 'text/markdown', by: 'dbt', at: '2026-01-02T00:00:00.000000000Z' },
      { text: 'by Spark', contentType: null, by: 'spark', at: '2026-01-01T00:00:00.000000000Z' },
    ]);
  });

  test('facets: a system of record before others, the future last; what was taken back is gone', () => {
    expect(facetsIn(said)).toEqual({ a: { v: 2 }, b: { v: 2 } });
  });
});
