import { parseSaid, printStamps, rankOf } from '../catalog/entity/said.js';
import { canonicalText } from './content.js';
import type { Json } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { earlier, type Stamp } from './stamp.js';

/**
 * What producers said about one entity: per producer and attribute the value that was said last. Values merge so that
 * neither order nor repetition matters: within a producer the newest stamp wins (ties: the greater text), between
 * producers a person over a system of record over others, then the newest.
 */
export interface Register {
  value: Json;
  stamp: Stamp;
}

export type Registers = Map<string, Map<string, Register>>;

/** How somebody's `remove` and a dropped dataset are kept: an attribute like others, `{ban}`. Never projected. */
export const REMOVED = '~removed';

/** Attributes of which the earliest value counts rather than the one said last. */
const EARLIEST: ReadonlySet<string> = new Set(['startedAt']);

/** Takes in one statement: it is kept unless what is kept counts more. */
export function say(registers: Registers, producer: string, attribute: string, value: Json, stamp: Stamp): void {
  const own = getOrMake(registers, producer, () => new Map<string, Register>());
  const kept = own.get(attribute);
  if (!kept) {
    own.set(attribute, { value, stamp });
    return;
  }
  if (stamp === kept.stamp) {
    if (canonicalText(value) <= canonicalText(kept.value)) return;
  } else if (EARLIEST.has(attribute) ? earlier(kept.stamp, stamp) === kept.stamp : stamp < kept.stamp) return;
  kept.stamp = stamp;
  kept.value = value;
}

export interface Choice {
  value: Json;
  by: string;
  stamp: Stamp;
}

/** The value of each attribute that counts; what was taken back is left out. */
export function choose(registers: Registers): Map<string, Choice> {
  const chosen = new Map<string, Choice>();
  for (const [by, own] of registers)
    for (const [attribute, { value, stamp }] of own) {
      const rival = chosen.get(attribute);
      if (!rival || outranks(attribute, { value, by, stamp }, rival)) chosen.set(attribute, { value, by, stamp });
    }
  for (const [attribute, { value }] of chosen) if (value === null || attribute === REMOVED) chosen.delete(attribute);
  return chosen;
}

function outranks(attribute: string, a: Choice, b: Choice): boolean {
  // Somebody who takes back his own word leaves the others' word standing.
  if ((a.value === null) !== (b.value === null)) return b.value === null;
  const rank = rankOf(a.by) - rankOf(b.by);
  if (rank !== 0) return rank > 0;
  if (a.stamp !== b.stamp) return EARLIEST.has(attribute) ? earlier(a.stamp, b.stamp) === a.stamp : a.stamp > b.stamp;
  const [textA, textB] = [canonicalText(a.value), canonicalText(b.value)];
  return textA === textB ? a.by > b.by : textA > textB;
}

/** Is it gone: somebody banned it, or nobody named it after it was removed. */
export function isRemoved(registers: Registers, seenAt: Stamp): boolean {
  for (const own of registers.values()) {
    const removal = own.get(REMOVED);
    if (!removal || removal.value === null) continue;
    if ((removal.value as { ban?: boolean }).ban || removal.stamp >= seenAt) return true;
  }
  return false;
}

/** The texts kept on the node as `said` and `saidAt`; keys sorted, so that equal states have equal texts. */
export function printSaid(registers: Registers): string {
  return print(registers, (own) => {
    const values = sorted(own).map(([attribute, { value }]) => `${JSON.stringify(attribute)}:${canonicalText(value)}`);
    return `{${values.join(',')}}`;
  });
}

export function printSaidAt(registers: Registers): string {
  const stamps = new Set([...registers.values()].flatMap((own) => [...own.values()].map(({ stamp }) => stamp)));
  if (stamps.size === 1) return [...stamps].join();
  return print(registers, (own) => printStamps(new Map([...own].map(([attribute, { stamp }]) => [attribute, stamp]))));
}

function print(registers: Registers, text: (own: Map<string, Register>) => string): string {
  return `{${sorted(registers)
    .map(([producer, own]) => `${JSON.stringify(producer)}:${text(own)}`)
    .join(',')}}`;
}

function sorted<T>(map: Map<string, T>): [string, T][] {
  return map.size < 2 ? [...map] : [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** When anything but a removal was last said; empty when nothing was. */
export function newestStamp(registers: Registers): Stamp {
  let newest: Stamp = '';
  for (const own of registers.values())
    for (const [attribute, { stamp }] of own) if (attribute !== REMOVED && stamp > newest) newest = stamp;
  return newest;
}

export function parseRegisters(said: string | null | undefined, saidAt: string | null | undefined): Registers {
  const parsed = parseSaid(said ?? null, saidAt ?? null);
  return new Map(
    Object.entries(parsed.said).map(([producer, own]) => [
      producer,
      new Map(Object.entries(own).map(([attribute, value]) => [attribute, { value, stamp: parsed.saidAt[producer]?.[attribute] ?? '' }])),
    ]),
  );
}
