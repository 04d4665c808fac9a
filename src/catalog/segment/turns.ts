import { elementType, patternsOf, TYPE_FAMILIES } from './column-type.js';
import type { Need, Result, SchemaRule } from './definition.js';

/** That columns of a type are made of columns of another; types may be families. */
export interface Turn {
  /** Empty: out of nothing. */
  readonly from: string;
  /** `=`: the same type again. */
  readonly to: string;
}

/** More is not worth telling apart: it is found whatever is asked for. Characters. */
const MAX_TEXT = 20_000;
export const ANYTHING: readonly Turn[] = [{ from: 'any', to: 'any' }];

/** Which types of columns a segment makes which of, as `turnsText` writes it. Only what data goes into counts. */
export function turnsOf({ needs, changes = [], adds }: SchemaRule): string {
  const turns: Turn[] = needs.length === 0 ? outOfNothing(adds) : [];
  for (const need of needs.filter(isData))
    for (const from of need.types ?? ['any'])
      for (const result of [...changes, ...adds]) for (const to of outcomes(need, from, result)) turns.push({ from, to });
  return turnsText(turns);
}

/** As one text that a database can look into: ` string>vector numeric>= `. */
export function turnsText(turns: Iterable<Turn>): string {
  const texts = new Set<string>();
  for (const { from, to } of turns) texts.add(`${from}>${to}`);
  const text = texts.size === 0 ? '' : ` ${[...texts].sort().join(' ')} `;
  return text.length > MAX_TEXT ? turnsText(ANYTHING) : text;
}

export const outOfNothing = (adds: readonly Result[]): Turn[] =>
  adds.flatMap(({ type }) => (type === undefined ? [] : [{ from: '', to: type }]));

/** Data goes into it: it is no label, no weight, and not only looked at when it is run. */
export const isData = ({ role, lazy }: Need): boolean => !lazy && (role === undefined || DATA.has(role));

const DATA: ReadonlySet<string> = new Set(['INPUT', 'FEATURES', 'USER', 'ITEM']);
const FAMILIES: ReadonlySet<string> = new Set(TYPE_FAMILIES);

/** Types of what a segment makes of a column of the type `from`: none, where this result comes of another need. */
export function outcomes(need: Need, from: string, { type, like, as, when }: Result): string[] {
  if (when && like === (need.param ?? need.name) && !when.includes(from)) return [];
  if (type !== undefined) return [type];
  if (like !== (need.param ?? need.name)) return [];
  if (as === 'ARRAY') return [FAMILIES.has(from) ? 'array' : `array<${from}>`];
  return [as === 'ELEMENT' ? (elementType(from) ?? 'any') : '='];
}

/** What to look for in such a text: any of these. Types as `columnType` writes them; null: whatever it is. */
export function wantedTurns(accepts: string | null, produces: string | null): string[] | null {
  if (accepts === null && produces === null) return null;
  const from = accepts === null ? [] : patternsOf(accepts);
  const to = produces === null ? [] : patternsOf(produces);
  if (produces === null) return from.map((type) => ` ${type}>`);
  if (accepts === null) return [...to.map((type) => `>${type} `), ...to.map((type) => ` ${type}>= `)];
  const same = accepts === produces ? from.map((type) => ` ${type}>= `) : [];
  return [...from.flatMap((one) => to.map((other) => ` ${one}>${other} `)), ...same];
}
