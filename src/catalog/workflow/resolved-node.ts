import type { Problem } from '../../write/fact.js';
import type { EntityRow } from '../entity/row.js';
import type { Store } from '../feature-table/definition.js';
import { type FeatureTableRow, materialisationsOf, type ResolvedMaterialisation } from '../feature-table/feature-table.js';
import type { WorkflowNode } from './definition.js';
import { named } from './findings.js';

/** Where a workflow is to be applied. `store` null: whichever a feature table has there, if it is one. */
export interface Place {
  readonly environment: string;
  readonly store: Store | null;
}

/** What a source or sink stands for in a place. */
export interface ResolvedNode {
  readonly node: WorkflowNode;
  /** The id of what is read or written; null: `problem` says why. */
  readonly datasetId: string | null;
  /** Of a feature table: how it is held there. */
  readonly materialisation: ResolvedMaterialisation | null;
  readonly problem: Problem | null;
}

/** `entity`: what the node names, null where it is not known. A dataset is the same in all environments, a feature table has one in each. */
export function resolveNode(node: WorkflowNode, entity: EntityRow | null, place: Place): ResolvedNode {
  if (node.dataset === undefined)
    return unresolved(node, 'dataset-named', 'It names columns and no dataset.', 'What runs it has to hand it the data.');
  if (!entity) return unresolved(node, 'known-dataset', `There is nothing with the id "${node.dataset}".`, 'Report or register it first.');
  if (entity.removedAt !== null) return { ...resolved(node, null), problem: goneProblem(node, entity) };
  return entity.kind === 'FEATURE_TABLE' ? ofFeatureTable(node, entity as FeatureTableRow, place) : resolved(node, entity.id);
}

/** That what a node names or stands for was taken away. */
export function goneProblem(node: WorkflowNode, { id }: EntityRow): Problem {
  return problemOf(
    node,
    'known-dataset',
    `"${id}" is no longer there.`,
    'Report or register it again, or publish a version that names another.',
  );
}

function ofFeatureTable(node: WorkflowNode, table: FeatureTableRow, { environment, store }: Place): ResolvedNode {
  const all = materialisationsOf(table);
  const found = all.filter((each) => each.environment === environment && (store === null || each.store === store));
  const [first] = found;
  const where = `${store ? `${store} ` : ''}in the environment "${environment}"`;
  if (found.length === 1) return { ...resolved(node, first!.datasetId), materialisation: first! };
  if (first)
    return unresolved(
      node,
      'one-materialisation',
      `The feature table "${table.name}" has several materialisations ${where}: ${named(found.map(({ name }) => name))}.`,
      `Say which store: ${found.map((each) => each.store).join(' or ')}.`,
    );
  const there = all.map((each) => `${each.environment} (${each.store})`);
  return unresolved(
    node,
    'materialised-in-environment',
    `The feature table "${table.name}" is not materialised ${where}.`,
    there.length > 0 ? `It is in ${named(there)}.` : 'Register it with a materialisation.',
  );
}

const resolved = (node: WorkflowNode, datasetId: string | null): ResolvedNode => ({
  node,
  datasetId,
  materialisation: null,
  problem: null,
});

function unresolved(node: WorkflowNode, rule: string, message: string, remedy: string): ResolvedNode {
  return { ...resolved(node, null), problem: problemOf(node, rule, message, remedy) };
}

function problemOf({ id }: WorkflowNode, rule: string, message: string, remedy: string): Problem {
  return { rule, path: ['nodes', id, 'dataset'], message: `Node "${id}": ${message}`, remedy };
}
