import { seenAmong } from '../../access/seen.js';
import type { Sight } from '../../access/sight.js';
import type { Context } from '../../graphql/context.js';
import type { EntityRow } from '../entity/row.js';
import { environmentId } from '../environment/environment.js';
import type { FeatureTableRow } from '../feature-table/feature-table.js';
import type { WorkflowNode } from './definition.js';
import { goneProblem, type Place, resolveNode } from './resolved-node.js';
import type { ResolvedWorkflowNode } from './resolved-node.type.js';

/** What the sources and sinks among the nodes stand for in a place; what they name is read together, and then what holds it. */
export function resolvedIn(
  place: Place,
  nodes: readonly WorkflowNode[],
  { loaders, sight }: Pick<Context, 'loaders' | 'sight'>,
): Promise<ResolvedWorkflowNode[]> {
  const load = async (id: string | null | undefined): Promise<EntityRow | null> => (id ? loaders.entity.load(id) : null);
  const resolve = async (node: WorkflowNode): Promise<ResolvedWorkflowNode> => {
    // Nothing is told of what is hidden, not even what is wrong with it.
    if (node.dataset && (await sight?.hides(node.dataset))) return { node, dataset: null, materialisation: null, problem: null };
    const { datasetId, ...found } = resolveNode(node, await seenTable(await load(node.dataset), sight), place);
    const dataset = await load(datasetId);
    const problem = dataset && dataset.removedAt !== null ? goneProblem(node, dataset) : found.problem;
    return { ...found, dataset, problem } as ResolvedWorkflowNode;
  };
  return Promise.all(nodes.filter(({ kind }) => kind === 'SOURCE' || kind === 'SINK').map(resolve));
}

/** A feature table is held where somebody sees it held. */
async function seenTable(entity: EntityRow | null, sight: Sight | null): Promise<EntityRow | null> {
  if (!sight || entity?.kind !== 'FEATURE_TABLE') return entity;
  const { materialisations, ...table } = entity as FeatureTableRow;
  const inSight = await seenAmong(sight, materialisations ?? [], ({ environment }) => environmentId(environment));
  return { ...table, materialisations: await seenAmong(sight, inSight, ({ dataset }) => dataset) } as FeatureTableRow;
}
