import { describe, expect, test } from '@jest/globals';
import { idRange } from './filter.js';
import { decodeCursor, encodeCursor, pageOf, pageRequest } from './page.js';

describe('pages', () => {
  test('one row more than asked for says that there is a next page, and is not in this one', () => {
    const page = pageOf(['a', 'b', 'c'], { first: 2, after: null }, (row) => [row, row]);
    expect(page.nodes).toEqual(['a', 'b']);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(decodeCursor(page.pageInfo.endCursor!)).toEqual(['b', 'b']);
    expect(pageOf([], { first: 2, after: ['a', 'a'] }, () => ['', '']).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([0, 101, 1.5])('first %p is refused', (first) => {
    expect(() => pageRequest(first, null)).toThrow(`first is ${first}; it must be from 1 to 100.`);
  });

  test.each(['', 'x', 'W10', Buffer.from('[{},"a"]').toString('base64url')])('"%s" is no cursor', (after) => {
    expect(() => pageRequest(1, after)).toThrow(/after is not a cursor/);
  });

  test('a cursor survives the way there and back', () => {
    expect(pageRequest(1, encodeCursor([7, 'dataset:ä/b'])).after).toEqual([7, 'dataset:ä/b']);
  });
});

describe('a range of ids', () => {
  test('holds what begins with the prefix, and after the cursor', () => {
    expect(idRange('dataset:a/', { first: 3, after: null })).toEqual({ from: 'dataset:a/', until: 'dataset:a0', limit: 4 });
    expect(idRange('dataset:', { first: 3, after: ['', 'dataset:m/x'] })).toEqual({ from: 'dataset:m/x', until: 'dataset;', limit: 4 });
    // dataset-version:… is another kind
    expect('dataset-version:a/b/1' > 'dataset:' && 'dataset-version:a/b/1' < 'dataset;').toBe(false);
  });
});
