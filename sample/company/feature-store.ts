import { type Dataset, datasetId } from '../dataset.js';
import type { FeatureTableBindingsInput, MaterialisationInput } from '../generated/inputs.js';
import { LAKE, LAKE_DEV } from './sources.js';

/** What `${lake}` stands for in locations. */
export const bindings: FeatureTableBindingsInput[] = [
  { environment: 'prod', values: [{ name: 'lake', value: LAKE }] },
  { environment: 'dev', values: [{ name: 'lake', value: LAKE_DEV }] },
];

/** Each table is held three times: to train from, to serve from, and to try things with. */
export const heldIn = (name: string, lake: Dataset, online: Dataset, trial: Dataset): MaterialisationInput[] => [
  { name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: datasetId(lake), location: `\${lake}/features/${name}` },
  { name: 'online', store: 'ONLINE', environment: 'prod', dataset: datasetId(online) },
  { name: 'trial', store: 'OFFLINE', environment: 'dev', dataset: datasetId(trial), location: `\${lake}/features/${name}` },
];
