/** What an R formula reads, as far as simple ones go: `clicked ~ country + hour`, `y ~ .`, `y ~ . - id`, `y ~ a:b + 0`. */
export interface RFormula {
  readonly response: string;
  readonly terms: readonly string[];
  /** All other columns, those taken off left out. */
  readonly others: boolean;
  readonly without: readonly string[];
}

/** Undefined for what is none of these (powers, parentheses, functions). */
export function parseFormula(text: string): RFormula | undefined {
  const [left = '', right, more] = text.split('~');
  const response = left.trim();
  if (right === undefined || more !== undefined || !(NAME.test(response) || response === '')) return undefined;
  const terms = new Set<string>();
  const without = new Set<string>();
  let others = false;
  for (const [, sign, body = ''] of `+${right}`.matchAll(/([+-])([^+-]*)/g)) {
    for (const part of body.split(/[:*]/).map((name) => name.trim())) {
      if (part === '.') others = sign === '+' || others;
      else if (NAME.test(part)) (sign === '+' ? terms : without).add(part);
      // 0 and 1 stand for the intercept.
      else if (part !== '0' && part !== '1') return undefined;
    }
  }
  return { response, terms: [...terms].filter((term) => !without.has(term)), others, without: [...without] };
}

const NAME = /^[A-Za-z._][\w.]*$/;
