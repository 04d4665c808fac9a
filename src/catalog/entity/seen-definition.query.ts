import type { Sight } from '../../access/sight.js';
import { environmentId } from '../environment/environment.js';
import type { FeatureTableDefinition } from '../feature-table/definition.js';
import { columnId, featureOf, kindOf } from '../id.js';
import type { PipelineDefinition } from '../pipeline/version.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import { thingOf } from './version.js';

/**
 * What was published, without what it tells of things that are hidden: params of their steps, their columns, where they are held. Ids alone
 * get other names with the whole answer (hidden-ids.ts).
 */
export async function seenDefinition<Definition extends object | null>(
  version: string,
  definition: Definition,
  sight: Sight | null,
): Promise<Definition> {
  const without = definition && sight && WITHOUT_HIDDEN[kindOf(version)!];
  return without ? (without(definition as never, sight, version) as Promise<Definition>) : definition;
}

type WithoutHidden = (definition: never, sight: Sight, version: string) => Promise<object>;

const WITHOUT_HIDDEN: Readonly<Record<string, WithoutHidden>> = {
  PIPELINE_VERSION: ofPipeline as WithoutHidden,
  WORKFLOW_VERSION: ofWorkflow as WithoutHidden,
  FEATURE_TABLE_VERSION: ofFeatureTable as WithoutHidden,
};

async function ofPipeline({ steps, ...rest }: PipelineDefinition, sight: Sight): Promise<object> {
  const hidden = await sight.hiddenAmong(steps.map(({ segment }) => segment));
  return { ...rest, steps: steps.map((step) => (hidden.has(step.segment) ? { segment: step.segment } : step)) };
}

async function ofWorkflow({ nodes, ...rest }: WorkflowDefinition, sight: Sight): Promise<object> {
  const hidden = await sight.hiddenAmong(nodes.flatMap(({ dataset }) => dataset ?? []));
  const seen = nodes.map(({ columns, ...node }) => (columns && !hidden.has(node.dataset ?? '') ? { ...node, columns } : node));
  return { ...rest, nodes: seen };
}

async function ofFeatureTable(definition: FeatureTableDefinition, sight: Sight, version: string): Promise<object> {
  const { bindings = [], features = [], materialisations = [], ...rest } = definition;
  const table = thingOf(version);
  const idOf = ({ name }: { readonly name: string }): string => featureOf(table, name);
  const placeOf = ({ environment }: { readonly environment: string }): string => environmentId(environment);
  const columnsOf = (names: FeatureTableDefinition['features'][number]['columns'][number]): string[] =>
    materialisations
      .filter(({ name }) => names.materialisation === null || name === names.materialisation)
      .map(({ dataset }) => columnId(dataset, names.column));
  const hidden = await sight.hiddenAmong([
    ...features.map(idOf),
    ...[...bindings, ...materialisations].map(placeOf),
    ...materialisations.map(({ dataset }) => dataset),
    ...features.flatMap(({ columns = [] }) => columns.flatMap(columnsOf)),
  ]);
  return {
    ...rest,
    bindings: bindings.filter((each) => !hidden.has(placeOf(each))),
    features: features
      .filter((feature) => !hidden.has(idOf(feature)))
      .map(({ columns = [], ...feature }) => ({
        ...feature,
        columns: columns.filter((each) => !columnsOf(each).some((id) => hidden.has(id))),
      })),
    materialisations: materialisations.filter((each) => !hidden.has(each.dataset) && !hidden.has(placeOf(each))),
  };
}
