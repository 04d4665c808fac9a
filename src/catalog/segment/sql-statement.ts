import type { Schema, SchemaColumn } from '../pipeline/schema.js';
import { expressionType, findColumn, MissingColumn, type Token, tokens } from './sql-expression.js';

export type Selection = { readonly columns: Schema } | { readonly missing: string };

/** What ends the list of columns that are selected, and what may follow without changing them. */
const AFTER: ReadonlySet<string> = new Set(['where', 'order', 'limit', 'sort', 'cluster', 'distribute']);

/**
 * The columns that `SELECT *, a + b AS c FROM __THIS__ WHERE ...` gives. Undefined for statements that are more than that (joins,
 * groups, functions whose type we don't know): what comes out of them only Spark can say.
 */
export function selectColumns(statement: string, input: Schema): Selection | undefined {
  const all = tokens(statement);
  if (!all || !isWord(all[0], 'select')) return undefined;
  const from = all.findIndex((token) => isWord(token, 'from'));
  if (from < 0 || all[from + 1]?.text.toUpperCase() !== '__THIS__') return undefined;
  const after = all[from + 2];
  if (after && !(after.kind === 'name' && AFTER.has(after.text.toLowerCase()))) return undefined;
  const columns: SchemaColumn[] = [];
  for (const item of itemsOf(all.slice(1, from))) {
    const selected = itemColumns(item, input);
    if (!selected || selected instanceof MissingColumn) return selected && { missing: selected.name };
    columns.push(...selected);
  }
  const condition = conditionOf(all.slice(from + 2));
  const missing = condition.length > 0 ? expressionType(condition, input) : undefined;
  return missing instanceof MissingColumn ? { missing: missing.name } : { columns };
}

/** What stands after WHERE. */
function conditionOf(rest: readonly Token[]): readonly Token[] {
  if (!isWord(rest[0], 'where')) return [];
  const end = rest.findIndex((token, at) => at > 0 && token.kind === 'name' && AFTER.has(token.text.toLowerCase()));
  return rest.slice(1, end < 0 ? undefined : end);
}

/** Split at the commas that are in no parentheses. */
function itemsOf(list: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of list) {
    if (token.text === '(' && token.kind === 'sign') depth++;
    if (token.text === ')' && token.kind === 'sign') depth--;
    if (token.text === ',' && token.kind === 'sign' && depth === 0) items.push([]);
    else items.at(-1)!.push(token);
  }
  return items;
}

function itemColumns(item: readonly Token[], input: Schema): readonly SchemaColumn[] | MissingColumn | undefined {
  const bare = isWord(item[0], '__this__') && item[1]?.text === '.' ? item.slice(2) : item;
  if (bare.length === 1 && bare[0]!.text === '*') return input;
  const as = item.findIndex((token, at) => isWord(token, 'as') && at === item.length - 2);
  const expression = as < 0 ? bare : item.slice(0, as);
  const column = expression.length === 1 && expression[0]!.kind === 'name' ? findColumn(input, expression[0]!.text) : undefined;
  // Without a name of its own an expression is called as Spark would write it.
  if (as < 0 && !column)
    return expression.length === 1 && expression[0]!.kind === 'name' ? new MissingColumn(expression[0]!.text) : undefined;
  const name = as < 0 ? bare[0]!.text : item.at(-1)!.text;
  if (column) return [{ ...column, name }];
  const type = expressionType(expression, input);
  return type === undefined || type instanceof MissingColumn ? type : [{ name, type }];
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'name' && token.text.toLowerCase() === word;
}
