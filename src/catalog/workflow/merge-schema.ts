import type { Schema, SchemaColumn } from '../pipeline/schema.js';
import type { Merge, MergeKind, WorkflowNode } from './definition.js';
import { columnNames, type Findings, named } from './findings.js';
import { widerType } from './wider-type.js';

/** One side of a merge: the node it comes from and its columns. */
export interface Side {
  readonly id: string;
  readonly schema: Schema;
}

/**
 * What comes out of a join or union, as Spark gives it; undefined when a rule is broken, which findings then say. Joins: keys
 * once and first, then the other columns side by side; more than two sides are joined one after the other.
 */
export function mergedSchema(node: WorkflowNode, merge: Merge, sides: readonly Side[], findings: Findings): Schema | undefined {
  const before = findings.problems.length;
  const output = merge.how === 'UNION' ? unionOf(node, sides, findings) : joinOf(node, merge.how, merge.on ?? [], sides, findings);
  return findings.problems.length === before ? output : undefined;
}

function joinOf(node: WorkflowNode, how: MergeKind, on: readonly string[], sides: readonly Side[], findings: Findings): Schema {
  const keys = on.flatMap((key) => keyOf(node, how, key, sides, findings) ?? []);
  const isKey = new Set(on);
  const from = new Map<string, string>();
  const others = sides.flatMap(({ id, schema }, index) => {
    const own = schema.filter(({ name }) => !isKey.has(name));
    for (const { name } of own) {
      const first = from.get(name);
      if (first !== undefined) reportDuplicate(node, name, first, id, findings);
      else from.set(name, id);
    }
    return mayBeAbsent(how, index, sides.length) ? own.map((column) => ({ ...column, nullable: true })) : own;
  });
  return [...keys, ...others];
}

/** Whether a row may come out without this side: its columns are null then. */
function mayBeAbsent(how: MergeKind, index: number, sides: number): boolean {
  if (how === 'LEFT') return index > 0;
  if (how === 'RIGHT') return index < sides - 1;
  return how === 'FULL';
}

function keyOf(node: WorkflowNode, how: MergeKind, key: string, sides: readonly Side[], findings: Findings): SchemaColumn | undefined {
  const path = ['nodes', node.id, 'merge', 'on', key];
  const columns: SchemaColumn[] = [];
  for (const { id, schema } of sides) {
    const column = schema.find(({ name }) => name === key);
    if (column) columns.push(column);
    else
      findings.breaks(
        'join-keys-on-every-side',
        path,
        `"${id}" has no column "${key}"; ${columnNames(schema)}.`,
        'Join on columns that all inputs have, or rename one before.',
      );
  }
  if (columns.length < sides.length) return undefined;
  const wider = columns
    .map(({ type }) => type)
    .reduce<string | undefined>((a, b) => (a === undefined ? a : widerType(a, b)), columns[0]!.type);
  if (wider === undefined) {
    findings.breaks(
      'join-key-types',
      path,
      `The key "${key}" has types that can't be compared: ${columns.map(({ type }, i) => `${type} in "${sides[i]!.id}"`).join(', ')}.`,
      'Cast it to the same type on all sides before.',
    );
    return undefined;
  }
  return joinedKey(how, columns, wider);
}

/** Spark takes a key from the left side, of a right join from the right one, of a full join from whichever has it. */
function joinedKey(how: MergeKind, columns: readonly SchemaColumn[], wider: string): SchemaColumn {
  if (how === 'RIGHT') return columns.at(-1)!;
  if (how !== 'FULL') return columns[0]!;
  return withNullable({ name: columns[0]!.name, type: wider }, columns);
}

function reportDuplicate(node: WorkflowNode, name: string, first: string, second: string, findings: Findings): void {
  findings.breaks(
    'merged-columns-distinct',
    ['nodes', node.id, 'inputs', second],
    `Both "${first}" and "${second}" have a column "${name}" that is no key.`,
    `Rename or drop it on one side before, or join on it too.`,
  );
}

function unionOf(node: WorkflowNode, sides: readonly Side[], findings: Findings): Schema {
  const [first, ...rest] = sides;
  const columns = rest.map(({ schema }) => new Map(schema.map((column) => [column.name, column])));
  const own = new Set(first!.schema.map(({ name }) => name));
  rest.forEach(({ id, schema }, i) => {
    const absent = first!.schema.filter(({ name }) => !columns[i]!.has(name)).map(({ name }) => name);
    const extra = schema.filter(({ name }) => !own.has(name)).map(({ name }) => name);
    const differences = [
      ...(absent.length > 0 ? [`"${id}" lacks ${named(absent)}`] : []),
      ...(extra.length > 0 ? [`"${first!.id}" lacks ${named(extra)}`] : []),
    ];
    if (differences.length > 0) reportUnequal(node, id, `${differences.join('; ')}.`, findings);
  });
  return first!.schema.map((column) => {
    const same = columns.map((side) => side.get(column.name));
    let type = column.type;
    same.forEach((other, i) => {
      const wider = other ? widerType(type, other.type) : type;
      if (wider === undefined) reportUnequal(node, rest[i]!.id, typesDiffer(column, first!.id, other!, rest[i]!.id), findings);
      else type = wider;
    });
    return withNullable({ name: column.name, type }, [column, ...same.filter((other) => other !== undefined)]);
  });
}

const typesDiffer = (one: SchemaColumn, first: string, other: SchemaColumn, second: string): string =>
  `"${one.name}" is ${one.type} in "${first}" and ${other.type} in "${second}".`;

function reportUnequal(node: WorkflowNode, side: string, message: string, findings: Findings): void {
  findings.breaks(
    'union-columns-equal',
    ['nodes', node.id, 'inputs', side],
    message,
    'Give all sides the same columns of the same types before.',
  );
}

/** Nullable when any of them is; unknown when none is and not all are known. */
function withNullable(column: SchemaColumn, of: readonly SchemaColumn[]): SchemaColumn {
  const nullable = of.some((each) => each.nullable) ? true : of.every((each) => each.nullable === false) ? false : undefined;
  return nullable === undefined ? column : { ...column, nullable };
}
