import type { Json } from '../../write/fact.js';
import type { WorkflowDefinition, WorkflowNode } from './definition.js';
import { canonicalDefinition } from './definition.js';

/** What is in one definition and not in another; a node that got another id was removed and added. In the order of ids. */
export interface WorkflowDiff {
  readonly added: readonly WorkflowNode[];
  readonly removed: readonly WorkflowNode[];
  readonly changed: readonly NodeChange[];
}

export interface NodeChange {
  readonly id: string;
  readonly changes: readonly FieldChange[];
}

/** `field`: `inputs`, `merge.on`, ...; null: it was not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

export function diffWorkflows(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDiff {
  const was = fieldsByNode(before);
  const is = fieldsByNode(after);
  const changed: NodeChange[] = [];
  for (const [id, fields] of is) {
    const changes = was.has(id) ? changesOf(was.get(id)!, fields) : [];
    if (changes.length > 0) changed.push({ id, changes });
  }
  return {
    added: inOrder(after).filter(({ id }) => !was.has(id)),
    removed: inOrder(before).filter(({ id }) => !is.has(id)),
    changed,
  };
}

type Fields = Readonly<Record<string, Json>>;

const inOrder = ({ nodes }: WorkflowDefinition): WorkflowNode[] => [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));

/** With the fields of `merge` beside the others, so that a change says which of them it was. */
function fieldsByNode(definition: WorkflowDefinition): Map<string, Fields> {
  return new Map(
    canonicalDefinition(definition).nodes.map((node) => {
      const { id, merge, ...fields } = node as Fields;
      const merged = Object.entries((merge ?? {}) as Fields).map(([name, value]) => [`merge.${name}`, value]);
      return [String(id), { ...fields, ...Object.fromEntries(merged) }];
    }),
  );
}

function changesOf(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
