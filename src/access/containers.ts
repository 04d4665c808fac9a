import { entityId, kindOf, parseId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';

type Named = Exclude<Kind, 'COLUMN'>;

/** What a thing of a kind is part of, and how many parts of its own id that one's has. */
const PART_OF: Readonly<Partial<Record<Kind, readonly [kind: Named, parts: number]>>> = {
  COLUMN: ['DATASET', 2],
  DATASET: ['DATA_SOURCE', 1],
  DATASET_VERSION: ['DATASET', 2],
  STATISTICS: ['DATASET', 2],
  FEATURE: ['FEATURE_TABLE', 2],
  FEATURE_TABLE_VERSION: ['FEATURE_TABLE', 2],
  SEGMENT_VERSION: ['SEGMENT', 2],
  PIPELINE_VERSION: ['PIPELINE', 2],
  WORKFLOW_VERSION: ['WORKFLOW', 2],
  TRAINED_MODEL: ['MODEL', 2],
  EVALUATION: ['TRAINED_MODEL', 3],
  RELEASE: ['DEPLOYMENT', 2],
  DEPLOYMENT: ['ENVIRONMENT', 1],
};

/** What a thing is part of, as far as its id tells: of a column its dataset and that one's source. */
export function containersOf(id: string): string[] {
  const parsed = parseId(id);
  const [kind, count] = (parsed && PART_OF[parsed.kind]) ?? [];
  if (!parsed || !kind) return [];
  const nearest = entityId(kind, ...parsed.parts.slice(0, count));
  return [nearest, ...containersOf(nearest)];
}

/** What the id itself speaks of: an evaluation's name is its moment, then the id of a dataset, or of a version of one, where there is one. */
export function spokenOfIn(id: string): string[] {
  const parsed = kindOf(id) === 'EVALUATION' ? parseId(id) : undefined;
  return / (dataset(?:-version)?:.+)$/.exec(parsed?.parts[3] ?? '')?.slice(1) ?? [];
}

/** Kinds of which the graph has to be asked what they are part of, or speak of. */
export const ASKED: ReadonlySet<Kind> = new Set<Kind>([
  'RUN',
  'JOB',
  'DATASET_VERSION',
  'PREDICTION_SET',
  'INCIDENT',
  'DEPLOYMENT',
  'RELEASE',
  'ARTIFACT',
]);
export const isAsked = (id: string): boolean => ASKED.has(kindOf(id)!);

/** The words that the catalog is spoken of in: seen by whoever may read anything, unless one of them is closed. */
export const VOCABULARY: ReadonlySet<Kind> = new Set<Kind>(['PERSON', 'TEAM', 'TAG', 'TERM', 'DOMAIN', 'ENVIRONMENT', 'CONNECTOR']);
