import { describe, expect, test } from '@jest/globals';
import { descriptionsIn, facetsIn, isSaid, type Said } from './said.js';

const said: Said = {
  said: {
    spark: { documentation: { description: 'by Spark' }, 'facet:a': { v: 1 }, 'facet:b': { v: 1 } },
    dbt: { documentation: { description: 'by dbt', contentType: 'text/markdown' }, 'facet:a': { v: 2 }, 'facet:gone': null },
    'record:wiki': { 'facet:b': { v: 2 } },
    'person:ana': { documentation: { description: 'by Ana' }, schema: 'x' },
  },
  saidAt: {
    spark: {
      documentation: '2026-01-01 00:00:00',
      'facet:a': '!2027-01-01 00:00:00',
      'facet:b': '2026-06-01 00:00:00',
    },
    dbt: { documentation: '2026-01-02 00:00:00', 'facet:a': '2026-01-02 00:00:00' },
    'record:wiki': { 'facet:b': '2026-01-01 00:00:00' },
    'person:ana': { documentation: '2025-01-01 00:00:00' },
  },
};

describe('what producers said', () => {
  test('descriptions: a person first, then the newest; each with who and when', () => {
    expect(descriptionsIn(said)).toEqual([
      { text: 'by Ana', contentType: null, by: 'person:ana', at: '2025-01-01 00:00:00' },
      { text: 'by dbt', contentType: 'text/markdown', by: 'dbt', at: '2026-01-02 00:00:00' },
      { text: 'by Spark', contentType: null, by: 'spark', at: '2026-01-01 00:00:00' },
    ]);
  });

  test('facets: a system of record before others, the future last; what was taken back is gone', () => {
    expect(facetsIn(said)).toEqual({ a: { v: 2 }, b: { v: 2 } });
  });

  test('said again: nothing new only if it is that producer’s last word, and counts', () => {
    expect(isSaid(said, 'person:ana', { documentation: { description: 'by Ana' }, schema: 'x' })).toBe(true);
    expect(isSaid(said, 'person:ana', { documentation: { description: 'otherwise' } })).toBe(false);
    expect(isSaid(said, 'person:ana', { documentation: { description: 'by Ana' }, 'tag:a': true })).toBe(false);
    expect(isSaid(said, 'dbt', { documentation: { contentType: 'text/markdown', description: 'by dbt' } })).toBe(false);
    expect(isSaid(said, 'dbt', { 'facet:a': { v: 2 }, 'facet:gone': null, 'facet:never': null })).toBe(true);
    expect(isSaid(said, 'dbt', { 'facet:a': null })).toBe(false);
  });
});
