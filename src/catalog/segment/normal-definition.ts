import type { Json } from '../../write/fact.js';
import { typePattern } from './column-type.js';
import type { CodeLocation, Need, Result, SegmentDefinition } from './definition.js';

/**
 * The one way to write a definition down, so that equal logic has equal content, whatever it is called: params by name, types as
 * Spark writes them, repositories without what makes no difference. The order of columns that are added does make one.
 */
export function normalDefinition({ code, params, schema, ...rest }: SegmentDefinition): SegmentDefinition {
  return withoutGaps({
    ...rest,
    ...(code ? { code: normalCode(code) } : {}),
    params: [...params].sort((a, b) => (a.name < b.name ? -1 : 1)),
    schema: {
      ...schema,
      needs: schema.needs.map(normalNeed),
      adds: schema.adds.map(normalResult),
      ...(schema.changes ? { changes: schema.changes.map(normalResult) } : {}),
    },
  });
}

function normalCode(code: CodeLocation): CodeLocation {
  const repository = code.repository
    ?.trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return { ...code, ...(repository === undefined ? {} : { repository }) };
}

const normalTypes = (types: readonly string[]): string[] => [...new Set(types.map((type) => typePattern(type) ?? type))].sort();

function normalNeed(need: Need): Need {
  return need.types ? { ...need, types: normalTypes(need.types) } : need;
}

function normalResult({ type, when, ...rest }: Result): Result {
  return { ...rest, ...(type === undefined ? {} : { type: typePattern(type) ?? type }), ...(when ? { when: normalTypes(when) } : {}) };
}

/** Without what is null or not there, and without what says the same by being left out: empty lists, and false. */
function withoutGaps(definition: SegmentDefinition): SegmentDefinition {
  return { ...(compact(definition as unknown as Json) as unknown as SegmentDefinition) };
}

const ALWAYS_KEPT: ReadonlySet<string> = new Set(['adds', 'default', 'needs', 'params']);

function compact(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, member]) =>
      member !== null && member !== undefined && (ALWAYS_KEPT.has(name) || !(member === false || isEmpty(member as Json))),
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, name === 'default' ? (member as Json) : compact(member as Json)]));
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
