import { describe, expect, test } from '@jest/globals';
import { DateTime, Json, Position } from './scalars.js';

describe('scalars', () => {
  test('a DateTime keeps nanoseconds and is UTC', () => {
    expect(DateTime.parseValue('2026-11-22T07:51:06.267694123+02:00')).toBe('2026-11-22 05:51:06.267694123');
    expect(DateTime.serialize('2026-11-22 05:51:06.267694123')).toBe('2026-11-22T05:51:06.267694123Z');
    expect(() => DateTime.parseValue('yesterday')).toThrow(/RFC 3339 text like .*; got "yesterday"/);
    expect(() => DateTime.parseValue(5)).toThrow(/got 5/);
  });

  test('a Position is a decimal number as text', () => {
    expect(Position.parseValue('12')).toBe(12);
    expect(Position.serialize(12)).toBe('12');
    for (const wrong of ['-1', '1.5', 'x', '99999999999999999', -1, true])
      expect(() => Position.parseValue(wrong)).toThrow(/A Position is/);
  });

  test('JSON is whatever it is', () => {
    expect(Json.serialize({ a: [1, null] })).toEqual({ a: [1, null] });
  });
});
