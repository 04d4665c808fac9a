import type { Loaders } from '../../graphql/loaders.js';
import type { EntityRow } from '../entity/row.js';
import type { WorkflowNode } from './definition.js';
import { goneProblem, type Place, resolveNode } from './resolved-node.js';
import type { ResolvedWorkflowNode } from './resolved-node.type.js';

/** What the sources and sinks among the nodes stand for in a place; what they name is read together, and then what holds it. */
export function resolvedIn(
  place: Place,
  nodes: readonly WorkflowNode[],
  loaders: Pick<Loaders, 'entity'>,
): Promise<ResolvedWorkflowNode[]> {
  const load = async (id: string | null | undefined): Promise<EntityRow | null> => (id ? loaders.entity.load(id) : null);
  const resolve = async (node: WorkflowNode): Promise<ResolvedWorkflowNode> => {
    const { datasetId, ...found } = resolveNode(node, await load(node.dataset), place);
    const dataset = await load(datasetId);
    const problem = dataset && dataset.removedAt !== null ? goneProblem(node, dataset) : found.problem;
    return { ...found, dataset, problem } as ResolvedWorkflowNode;
  };
  return Promise.all(nodes.filter(({ kind }) => kind === 'SOURCE' || kind === 'SINK').map(resolve));
}
