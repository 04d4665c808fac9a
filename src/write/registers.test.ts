import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choose, isRemoved, parseRegisters, printSaid, printSaidAt, REMOVED, type Registers, say } from './registers.js';

const said = fc.record({
  producer: fc.constantFrom('spark', 'dbt', 'person:ann', 'person:bob'),
  attribute: fc.constantFrom('documentation', 'startedAt', 'facet:x'),
  value: fc.oneof(fc.constant(null), fc.string(), fc.record({ text: fc.string() })),
  stamp: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '!2099-01-01'),
});

function sayAll(
  all: readonly { producer: string; attribute: string; value: null | string | { text: string }; stamp: string }[],
): Registers {
  const registers: Registers = new Map();
  for (const { producer, attribute, value, stamp } of all) say(registers, producer, attribute, value, stamp);
  return registers;
}

const chosen = (registers: Registers) => [...choose(registers)].sort(([a], [b]) => (a < b ? -1 : 1));

describe('who said what', () => {
  it('comes to the same in any order, any number of times', () => {
    fc.assert(
      fc.property(fc.array(said), fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = [...all, ...all.filter((_, i) => i % 2 === 0)]
          .map((item) => ({ item, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        const [straight, mixed] = [sayAll(all), sayAll(shuffled)];
        expect(printSaid(mixed)).toBe(printSaid(straight));
        expect(printSaidAt(mixed)).toBe(printSaidAt(straight));
        expect(chosen(mixed)).toEqual(chosen(straight));
      }),
    );
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(fc.array(said), (all) => {
        const registers = sayAll(all);
        expect(printSaid(parseRegisters(printSaid(registers), printSaidAt(registers)))).toBe(printSaid(registers));
      }),
    );
  });

  it('a person outranks a newer machine; who takes his word back leaves the other standing', () => {
    const registers = sayAll([
      { producer: 'person:ann', attribute: 'documentation', value: 'by hand', stamp: '2026-01-01' },
      { producer: 'spark', attribute: 'documentation', value: 'generated', stamp: '2026-01-03' },
    ]);
    expect(choose(registers).get('documentation')).toMatchObject({ value: 'by hand', by: 'person:ann' });
    say(registers, 'person:ann', 'documentation', null, '2026-01-02');
    expect(choose(registers).get('documentation')).toMatchObject({ value: 'generated', by: 'spark' });
  });

  it('what comes from the future does not outrank what does not', () => {
    const registers = sayAll([
      { producer: 'spark', attribute: 'documentation', value: 'now', stamp: '2026-01-01' },
      { producer: 'spark', attribute: 'documentation', value: 'future', stamp: '!2099-01-01' },
    ]);
    expect(choose(registers).get('documentation')?.value).toBe('now');
  });

  it('what a machine removed comes back when it is named later; what was banned does not', () => {
    const registers: Registers = new Map();
    say(registers, 'spark', REMOVED, { ban: false }, '2026-01-02');
    expect(isRemoved(registers, '2026-01-01')).toBe(true);
    expect(isRemoved(registers, '2026-01-02')).toBe(true);
    expect(isRemoved(registers, '2026-01-03')).toBe(false);
    say(registers, 'person:ann', REMOVED, { ban: true }, '2026-01-02');
    expect(isRemoved(registers, '2026-01-03')).toBe(true);
  });
});
