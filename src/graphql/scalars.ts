import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { parseTime, printTime, type Time } from '../catalog/time.js';

/** RFC 3339; nanoseconds are kept; UTC on the way out. */
export const DateTime = new GraphQLScalarType<Time, string>({
  name: 'DateTime',
  description: 'A moment as RFC 3339 says it, `2026-11-22T05:51:06.267694Z`: nanoseconds are kept, answers are in UTC.',
  serialize: (value) => printTime(String(value)),
  parseValue: timeFrom,
  parseLiteral: (node) => timeFrom(node.kind === Kind.STRING ? node.value : undefined),
});

/** A place in the change log. */
export const Position = new GraphQLScalarType<number, string>({
  name: 'Position',
  description: 'The place of a change in the one, totally ordered log: a decimal number as text.',
  serialize: (value) => String(value),
  parseValue: positionFrom,
  parseLiteral: (node) => positionFrom(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});

export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});

function timeFrom(value: unknown): Time {
  const time = typeof value === 'string' ? parseTime(value) : undefined;
  if (time === undefined) throw new GraphQLError(`A DateTime is RFC 3339 text like "2026-11-22T05:51:06Z"; got ${shown(value)}.`);
  return time;
}

function positionFrom(value: unknown): number {
  const position = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(position) || position < 0)
    throw new GraphQLError(`A Position is a decimal number as text; got ${shown(value)}.`);
  return position;
}

function shown(value: unknown): string {
  return value === undefined ? 'something else' : (JSON.stringify(value)?.slice(0, 80) ?? String(value));
}
