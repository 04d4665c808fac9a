import { BadInput } from '../../errors.js';
import { DEPLOYABLE } from '../deployment/release.js';
import { COMPUTING } from '../feature-table/definition.js';
import { idFromText } from '../id.js';
import type { Kind } from '../kind.js';
import { ownerIdOf } from '../owner/owner.js';
import { isOfKind } from './projection.js';

/** Parts of filters that name one entity; `dataset` and the like are asked by some lists only. */
type Part = keyof typeof BY_NAME | keyof typeof BY_ID;

/** Plain names do as well as ids. */
const BY_NAME = {
  owner: { what: 'a person or team', idOf: ownerIdOf },
  tag: { what: 'a tag', idOf: (text: string) => idFromText('TAG', text) },
  term: { what: 'a term', idOf: (text: string) => idFromText('TERM', text) },
  domain: { what: 'a domain', idOf: (text: string) => idFromText('DOMAIN', text) },
} as const;

const BY_ID = {
  computedBy: { what: 'a pipeline, a workflow, a version of either, or a job', kinds: COMPUTING },
  dataset: { what: 'a dataset or feature table', kinds: ['DATASET', 'FEATURE_TABLE'] },
  feature: { what: 'a feature, such as "feature:default/churn/spend_30d"', kinds: ['FEATURE'] },
  model: { what: 'a model, such as "model:default/churn"', kinds: ['MODEL'] },
  pipeline: { what: 'a pipeline, such as "pipeline:default/churn", or of a version of one', kinds: ['PIPELINE', 'PIPELINE_VERSION'] },
  segment: { what: 'a segment, such as "segment:spark.ml/Tokenizer", or of a version of one', kinds: ['SEGMENT', 'SEGMENT_VERSION'] },
  source: { what: 'a data source, such as "source:postgres:%2F%2Fshop"', kinds: ['DATA_SOURCE'] },
  trainedOn: { what: 'a dataset, or of a version of one', kinds: ['DATASET', 'DATASET_VERSION'] },
  what: {
    what: 'a model, a trained model, a feature table, a pipeline, a workflow, or of a version of one',
    kinds: [...DEPLOYABLE, 'MODEL', 'PIPELINE', 'WORKFLOW'],
  },
  workflowId: {
    what: 'a workflow, such as "workflow:default/churn", or of a version of one',
    kinds: ['WORKFLOW', 'WORKFLOW_VERSION'],
  },
  table: { what: 'a feature table, such as "feature-table:default/churn"', kinds: ['FEATURE_TABLE'] },
} as const satisfies Record<string, { what: string; kinds: readonly Kind[] }>;

/**
 * The filter with ids for plain names. Throws BadInput when a part of it is the id of something else, or no id: an empty list
 * would say that nothing is there.
 */
export function withIds<Filter extends Partial<Readonly<Record<Part, string | null>>>>(filter: Filter): Filter {
  const ids: Partial<Record<Part, string>> = {};
  for (const [part, { what, idOf }] of Object.entries(BY_NAME)) {
    const text = filter[part as Part];
    if (typeof text === 'string') ids[part as Part] = idOf(text) ?? refuse(part, text, what);
  }
  for (const [part, { what, kinds }] of Object.entries(BY_ID)) {
    const text = filter[part as Part];
    if (typeof text === 'string' && !isOfKind(text, ...kinds)) refuse(part, text, what);
  }
  return { ...filter, ...ids };
}

function refuse(part: string, text: string, what: string): never {
  throw new BadInput(`"${text.slice(0, 200)}" is not the id of ${what}.`, ['filter', part]);
}
