import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findJsonFault } from './json-fault.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findJsonFault', () => {
  it('finds a fault exactly where JSON.parse does', () => {
    const signs = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '0', '1e', 'true', 'nul', ' ', '\\', '\n'), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(signs, (parts) => {
        const text = parts.join('');
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
    fc.assert(fc.property(fc.json(), (text) => expect(findJsonFault(text)).toBeUndefined()));
  });

  it.each([
    ['{"a":1,}', 7, 'a key'],
    ['[1,]', 3, 'a value'],
    ["{'a':1}", 1, 'a key or }'],
    ['{"a":01}', 6, ', or }'],
    ['["\t"]', 2, 'an escaped control character'],
    ['["\\x"]', 2, 'an escape such as \\n, \\" or \\u0041'],
    ['NaN', 0, 'a value'],
  ])('%s', (text, position, expected) => {
    expect(findJsonFault(text)).toEqual({ position, expected });
  });
});
