import { elementType, patternsOf, TYPE_FAMILIES } from './column-type.js';
import type { Need, Result, SchemaRule } from './definition.js';

/**
 * Which types of columns a segment makes which of, as one text that a database can look into: ` string>vector numeric>= `, where
 * `=` is the same type again. Only what data goes into counts: not labels, weights and the like.
 */
export function turnsOf({ needs, changes = [], adds }: SchemaRule): string {
  const inputs = needs.filter(({ role, lazy }) => !lazy && (role === undefined || DATA.has(role)));
  const turns = new Set<string>();
  for (const need of inputs) {
    for (const from of need.types ?? ['any'])
      for (const result of [...changes, ...adds]) for (const to of outcomes(need, from, result)) turns.add(`${from}>${to}`);
  }
  if (needs.length === 0) for (const { type } of adds) if (type !== undefined) turns.add(`>${type}`);
  return turns.size === 0 ? '' : ` ${[...turns].sort().join(' ')} `;
}

const DATA: ReadonlySet<string> = new Set(['INPUT', 'FEATURES', 'USER', 'ITEM']);
const FAMILIES: ReadonlySet<string> = new Set(TYPE_FAMILIES);

function outcomes(need: Need, from: string, { type, like, as, when }: Result): string[] {
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
