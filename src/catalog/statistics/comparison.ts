import type { FieldStatistics } from './statistics.js';

export const MEASURES = [
  'ROW_COUNT',
  'COUNT',
  'NULL_SHARE',
  'DISTINCT',
  'MIN',
  'MAX',
  'MEAN',
  'STDDEV',
  'QUANTILE',
  'TOP_VALUE_SHARE',
] as const;
export type Measure = (typeof MEASURES)[number];

/** One number that is another at the later moment. */
export interface StatisticsChange {
  /** Null for the row count. */
  readonly column: string | null;
  readonly feature: string | null;
  readonly measure: Measure;
  /** Which quantile, as a number from 0 to 1; which value, as JSON. */
  readonly of: string | null;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** The change over the earlier number; null when that was 0. */
  readonly relative: number | null;
  /** The change in standard deviations of the earlier moment; null for what is no value of the column, or when nothing varied. */
  readonly standardised: number | null;
}

export interface Measured {
  readonly rowCount: number | null;
  readonly fields: readonly FieldStatistics[];
}

export interface Comparison {
  /** What moved most, relative to what it was, comes first; what was 0 before all. */
  readonly changes: readonly StatisticsChange[];
  /** Columns that only the later moment has. */
  readonly appeared: readonly string[];
  readonly disappeared: readonly string[];
}

/** What moved between two moments, and by how much. What only one of them measured is not compared. */
export function compare(from: Measured, to: Measured): Comparison {
  const before = new Map(from.fields.map((field) => [field.column, field]));
  const after = new Map(to.fields.map((field) => [field.column, field]));
  const changes = change({ column: null, feature: null }, 'ROW_COUNT', null, from.rowCount, to.rowCount, null);
  for (const [column, earlier] of before) {
    const later = after.get(column);
    if (later) changes.push(...fieldChanges(earlier, later));
  }
  return {
    changes: changes.sort((a, b) => weight(b) - weight(a) || order(a) - order(b)),
    appeared: [...after.keys()].filter((column) => !before.has(column)).sort(),
    disappeared: [...before.keys()].filter((column) => !after.has(column)).sort(),
  };
}

const weight = ({ relative }: StatisticsChange): number => (relative === null ? Number.MAX_VALUE : Math.abs(relative));
const order = ({ measure }: StatisticsChange): number => MEASURES.indexOf(measure);

function fieldChanges(from: FieldStatistics, to: FieldStatistics): StatisticsChange[] {
  const place = { column: from.column, feature: to.feature ?? from.feature };
  const one = (measure: Measure, a: unknown, b: unknown, of: string | null = null, scale: number | null = null): StatisticsChange[] =>
    change(place, measure, of, a, b, scale);
  const { stddev } = from;
  return [
    ...one('COUNT', from.count, to.count),
    ...one('NULL_SHARE', nullShare(from), nullShare(to)),
    ...one('DISTINCT', from.distinct, to.distinct),
    ...one('MIN', from.min, to.min, null, stddev),
    ...one('MAX', from.max, to.max, null, stddev),
    ...one('MEAN', from.mean, to.mean, null, stddev),
    ...one('STDDEV', from.stddev, to.stddev),
    ...from.quantiles.flatMap(({ q, value }) =>
      one('QUANTILE', value, to.quantiles.find((each) => each.q === q)?.value, String(q), stddev),
    ),
    ...topValueChanges(from, to).flatMap(([value, a, b]) => one('TOP_VALUE_SHARE', a, b, value)),
  ];
}

/** What is among the top values of one moment only may still occur at the other: not compared. */
function topValueChanges(from: FieldStatistics, to: FieldStatistics): [value: string, from: number, to: number][] {
  const later = shares(to);
  return [...shares(from)].flatMap(([value, share]) =>
    later.has(value) ? [[value, share, later.get(value)!] as [string, number, number]] : [],
  );
}

function shares({ count, topValues }: FieldStatistics): Map<string, number> {
  return new Map(count ? topValues.map(({ value, count: times }) => [JSON.stringify(value), times / count]) : []);
}

function nullShare({ count, nulls }: FieldStatistics): number | null {
  return count === null || nulls === null || count + nulls === 0 ? null : nulls / (count + nulls);
}

/** None where it did not move, or is no number at one of the moments. */
function change(
  place: Pick<StatisticsChange, 'column' | 'feature'>,
  measure: Measure,
  of: string | null,
  from: unknown,
  to: unknown,
  scale: number | null,
): StatisticsChange[] {
  if (typeof from !== 'number' || typeof to !== 'number' || from === to) return [];
  const moved = to - from;
  const relative = from === 0 ? null : moved / Math.abs(from);
  return [{ ...place, measure, of, from, to, change: moved, relative, standardised: scale ? moved / scale : null }];
}
