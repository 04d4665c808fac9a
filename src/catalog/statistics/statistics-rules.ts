import type { Json, Problem } from '../../write/fact.js';
import type { FieldStatistics } from './statistics.js';

export const MAX_FIELDS = 1000;
const MAX_QUANTILES = 101;
const MAX_TOP_VALUES = 100;
const MAX_TEXT = 1000;

/** Everything that cannot be right about what was measured. `rowCount`: null where it was not. */
export function violations(rowCount: number | null, fields: readonly FieldStatistics[]): Problem[] {
  const problems: Problem[] = [];
  if (rowCount !== null && !isCount(rowCount)) problems.push(noCount('The row count', rowCount, ['rowCount']));
  if (fields.length > MAX_FIELDS)
    problems.push({
      rule: 'bounded-size',
      path: ['fields'],
      message: `There are ${fields.length} fields.`,
      remedy: `At most ${MAX_FIELDS} are kept.`,
    });
  const seen = new Set<string>();
  fields.forEach((field, at) => {
    const path = ['fields', String(at)];
    if (seen.has(field.column))
      problems.push({
        rule: 'unique-field',
        path,
        message: `The column ${JSON.stringify(field.column)} is measured twice.`,
        remedy: 'Send each once.',
      });
    seen.add(field.column);
    problems.push(...counts(field, rowCount, path), ...spread(field, path), ...quantiles(field, path), ...topValues(field, path));
  });
  return problems;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const noCount = (what: string, value: number, path: readonly string[]): Problem => ({
  rule: 'whole-count',
  path,
  message: `${what} is ${value}.`,
  remedy: 'It is a whole number from 0.',
});

function counts({ column, count, distinct, nulls }: FieldStatistics, rowCount: number | null, path: readonly string[]): Problem[] {
  const measured = Object.entries({ count, distinct, nulls }).filter((entry): entry is [string, number] => entry[1] !== null);
  const wrong = measured
    .filter(([, value]) => !isCount(value))
    .map(([name, value]) => noCount(`${name} of "${column}"`, value, [...path, name]));
  const disagree = (what: string, message: string, remedy: string): void => {
    wrong.push({ rule: 'counts-agree', path: [...path, what], message, remedy });
  };
  if (rowCount !== null && (count ?? 0) + (nulls ?? 0) > Math.max(rowCount, 0))
    disagree(
      'count',
      `"${column}" has ${count ?? 0} values and ${nulls ?? 0} nulls, and there are ${rowCount} rows.`,
      'Count only values that are not null: count and nulls come to the row count at most.',
    );
  if (count !== null && (distinct ?? 0) > count)
    disagree('distinct', `"${column}" has ${distinct} distinct values, and ${count} in all.`, 'It is at most count.');
  return wrong;
}

function spread({ column, max, mean, min, stddev }: FieldStatistics, path: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const low = typeof min === 'number' ? min : Number.NEGATIVE_INFINITY;
  const high = typeof max === 'number' ? max : Number.POSITIVE_INFINITY;
  if (low > high || (mean !== null && (mean < low || mean > high)))
    problems.push({
      rule: 'mean-between',
      path,
      message: `"${column}" has min ${shown(min)}, mean ${shown(mean)} and max ${shown(max)}.`,
      remedy: 'The mean lies between the least and the greatest value.',
    });
  if (stddev !== null && stddev < 0)
    problems.push({
      rule: 'stddev-not-negative',
      path: [...path, 'stddev'],
      message: `stddev of "${column}" is ${stddev}.`,
      remedy: 'It is 0 or more.',
    });
  for (const [name, value] of Object.entries({ max, min }))
    if (!isScalar(value)) problems.push(noScalar(`${name} of "${column}"`, [...path, name]));
  return problems;
}

function quantiles({ column, quantiles: list }: FieldStatistics, path: readonly string[]): Problem[] {
  const rising = list.every(({ q, value }, at) => q >= 0 && q <= 1 && (at === 0 || (q > list[at - 1]!.q && value >= list[at - 1]!.value)));
  if (rising && list.length <= MAX_QUANTILES) return [];
  return [
    {
      rule: 'quantiles-rise',
      path: [...path, 'quantiles'],
      message: `The quantiles of "${column}" are not in order, or more than ${MAX_QUANTILES}.`,
      remedy: 'Send them by q from 0 to 1, each once, with values that do not fall.',
    },
  ];
}

function topValues({ column, count, topValues: list }: FieldStatistics, path: readonly string[]): Problem[] {
  const place = [...path, 'topValues'];
  const total = list.reduce((sum, each) => sum + each.count, 0);
  if (list.length > MAX_TOP_VALUES || list.some((each) => !isCount(each.count)) || (count !== null && total > count))
    return [
      {
        rule: 'top-values-agree',
        path: place,
        message: `"${column}" has ${list.length} top values with ${total} occurrences, of ${shown(count)} values.`,
        remedy: `Send at most ${MAX_TOP_VALUES}, each with how often it occurs.`,
      },
    ];
  return list.every(({ value }) => isScalar(value)) ? [] : [noScalar(`A top value of "${column}"`, place)];
}

function isScalar(value: Json): boolean {
  return value === null || ['boolean', 'number'].includes(typeof value) || (typeof value === 'string' && value.length <= MAX_TEXT);
}

const noScalar = (what: string, path: readonly string[]): Problem => ({
  rule: 'scalar-value',
  path,
  message: `${what} is a list, an object, or too long.`,
  remedy: `It is a number, true, false, or text of at most ${MAX_TEXT} characters.`,
});

const shown = (value: Json): string => (value === null ? 'unknown' : JSON.stringify(value).slice(0, 80));
