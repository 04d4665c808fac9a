import type { Loaders } from '../../graphql/loaders.js';
import type { Problem } from '../../write/fact.js';
import type { WorkflowDefinition } from './definition.js';
import { validateWorkflow } from './validate.js';

/** What a draft still lacks: read together for all drafts of a request. Columns of datasets don't matter for that. */
export async function missingIn(
  definition: WorkflowDefinition,
  loaders: Pick<Loaders, 'knownPipeline' | 'knownSegment'>,
): Promise<readonly Problem[]> {
  const { nodes } = definition;
  const [pipelines, segments] = await Promise.all([
    byId(
      nodes.map(({ pipelineVersion }) => pipelineVersion),
      (id) => loaders.knownPipeline.load(id),
    ),
    byId(
      nodes.map(({ merge }) => merge?.segmentVersion),
      (id) => loaders.knownSegment.load(id),
    ),
  ]);
  return validateWorkflow(definition, { pipelines, segments, schemas: new Map() }).missing;
}

async function byId<Thing extends object>(
  ids: readonly (string | undefined)[],
  load: (id: string) => Promise<Thing | null>,
): Promise<Map<string, Thing>> {
  const found = new Map<string, Thing>();
  const add = async (id: string): Promise<void> => {
    const thing = await load(id);
    if (thing) found.set(id, thing);
  };
  await Promise.all([...new Set(ids)].map((id) => id !== undefined && add(id)));
  return found;
}
