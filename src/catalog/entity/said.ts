import { canonicalText } from '../../write/content.js';
import type { Json } from '../../write/fact.js';
import type { Time } from '../time.js';
import { textField } from './projection.js';

/** What each producer said last by attribute, and when: the texts `said` and `saidAt` of a node. */
export interface Said {
  readonly said: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly saidAt: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What one producer said the thing is. */
export interface Description {
  readonly text: string;
  readonly contentType: string | null;
  readonly by: string;
  readonly at: Time;
}

/**
 * `saidAt` is as short as can be, since it is written so often: a single stamp when all was said at once; else by producer, where
 * again one stamp may stand for all attributes, or the newest under `*` for all that are not there by name.
 */
export function parseSaid(said: string | null, saidAt: string | null): Said {
  const values = JSON.parse(said ?? '{}') as Said['said'];
  const atOnce = saidAt !== null && !saidAt.startsWith('{');
  const stamps = atOnce
    ? Object.fromEntries(Object.keys(values).map((producer) => [producer, saidAt]))
    : (JSON.parse(saidAt ?? '{}') as Record<string, string | Record<string, string>>);
  const expanded = Object.entries(values).map(([producer, own]) => {
    const at = stamps[producer] ?? {};
    const stampOf = (name: string): string => (typeof at === 'string' ? at : (at[name] ?? at['*'] ?? ''));
    return [producer, Object.fromEntries(Object.keys(own).map((name) => [name, stampOf(name)]))];
  });
  return { said: values, saidAt: Object.fromEntries(expanded) };
}

/** The text `saidAt` of stamps by attribute, of one producer. Equal stamps give equal texts. */
export function printStamps(stamps: ReadonlyMap<string, string>): string {
  const newest = [...stamps.values()].reduce((a, b) => (a > b ? a : b), '');
  const others = [...stamps].filter(([, stamp]) => stamp !== newest).sort(([a], [b]) => compare(a, b));
  if (others.length === 0) return JSON.stringify(newest);
  return JSON.stringify(Object.fromEntries([['*', newest], ...others]));
}

/** A person's word counts more than a system of record's, and that more than all others'. */
export function rankOf(producer: string): number {
  if (producer.startsWith('person:')) return 2;
  return producer.startsWith('record:') ? 1 : 0;
}

interface Saying {
  readonly attribute: string;
  readonly value: Json;
  readonly by: string;
  readonly stamp: string;
}

/** Everything that was not taken back, what counts more first: by rank, then newest. */
function sayings(said: Said): Saying[] {
  const all: Saying[] = [];
  for (const [by, attributes] of Object.entries(said.said))
    for (const [attribute, value] of Object.entries(attributes))
      if (value !== null) all.push({ attribute, value, by, stamp: said.saidAt[by]?.[attribute] ?? '' });
  return all.sort((a, b) => rankOf(b.by) - rankOf(a.by) || compare(b.stamp, a.stamp) || compare(a.by, b.by));
}

/** Whether to say this again would change nothing: the producer said so last, and it is what counts. */
export function isSaid(said: Said, by: string, attributes: Readonly<Record<string, Json>>): boolean {
  const all = sayings(said);
  return Object.entries(attributes).every(([name, value]) => {
    if (value === null) return (said.said[by]?.[name] ?? null) === null;
    const counts = all.find(({ attribute }) => attribute === name);
    return counts?.by === by && canonicalText(counts.value) === canonicalText(value);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A stamp from the future is marked by `!`, which sorts before every digit. */
export const timeOfStamp = (stamp: string): Time => (stamp.startsWith('!') ? stamp.slice(1) : stamp);

/** Who said what it is, the one that counts first. */
export function descriptionsIn(said: Said): Description[] {
  return sayings(said).flatMap(({ attribute, value, by, stamp }) => {
    const text = attribute === 'documentation' ? textField(value, 'description') : null;
    return text === null ? [] : [{ text, contentType: textField(value, 'contentType'), by, at: timeOfStamp(stamp) }];
  });
}

const FACET = 'facet:';

/** What producers said that has no typed field: by the facet's name the value that counts. */
export function facetsIn(said: Said): Record<string, Json> {
  const facets: [string, Json][] = [];
  const seen = new Set<string>();
  for (const { attribute, value } of sayings(said)) {
    if (!attribute.startsWith(FACET) || seen.has(attribute)) continue;
    seen.add(attribute);
    facets.push([attribute.slice(FACET.length), value]);
  }
  return Object.fromEntries(facets.sort(([a], [b]) => compare(a, b)));
}
