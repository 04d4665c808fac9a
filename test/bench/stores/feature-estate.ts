import { entityId } from '../../../src/catalog/id.js';
import type { RegisterFeatureTableMutationVariables } from '../../support/generated/operations.js';
import { Random, Zipf } from '../estate/random.js';

type TableInput = RegisterFeatureTableMutationVariables['input'];
type FeatureInput = TableInput['features'] extends readonly (infer Feature)[] | infer Feature ? Feature : never;

/** A company's feature tables, the same for a seed every time: a few tags, teams and words are used by very many features. */
export interface FeatureEstate {
  readonly tables: readonly TableInput[];
  /** OpenLineage events, one per table, of the job that writes the dataset that holds it. */
  readonly events: readonly object[];
}

export const FEATURES_PER_TABLE = 50;
export const SOURCES = Array.from({ length: 20 }, (_, i) => `postgres://store-${i}:5432`);
export const TAGS = Array.from({ length: 100 }, (_, i) => entityId('TAG', 'default', `tag-${i}`));
export const TEAMS = Array.from({ length: 50 }, (_, i) => entityId('TEAM', 'default', `team-${i}`));
export const WORDS =
  'amount balance bandwidth call churn click contract cost customer day delay device error fault income interval invoice jitter latency line loss month mood number order packet payment plan price rate ratio region score session share signal spend status ticket time tower usage user week'.split(
    ' ',
  );
const TYPES = [
  { dataType: 'DOUBLE', semanticKind: 'NUMERIC' },
  { dataType: 'LONG', semanticKind: 'NUMERIC' },
  { dataType: 'STRING', semanticKind: 'CATEGORICAL' },
  { dataType: 'INT', semanticKind: 'ORDINAL' },
  { dataType: 'STRING', semanticKind: 'TEXT' },
  { dataType: 'BOOLEAN', semanticKind: 'LABEL' },
  { dataType: 'TIMESTAMP', semanticKind: 'TIMESTAMP' },
  { dataType: 'DECIMAL', semanticKind: 'NUMERIC' },
  { dataType: 'VECTOR', semanticKind: 'EMBEDDING', dimension: 128 },
] as const;
const ZIPF = { tags: new Zipf(TAGS.length), teams: new Zipf(TEAMS.length), words: new Zipf(WORDS.length), types: new Zipf(TYPES.length) };
const FIRST_EVENT_SECONDS = 1735689600;

export function makeFeatureEstate(tableCount: number, seed = 42): FeatureEstate {
  const random = new Random(seed);
  const tables = Array.from({ length: tableCount }, (_, at) => makeTable(random, at));
  return { tables, events: tables.map(eventOf) };
}

function makeTable(random: Random, at: number): TableInput {
  const name = `${wordsOf(random, 2).join('_')}_${String(at).padStart(5, '0')}`;
  return {
    namespace: `area-${at % 10}`,
    name,
    description: `The ${wordsOf(random, 6).join(' ')}`,
    owner: TEAMS[ZIPF.teams.pick(random)]!,
    tags: [TAGS[ZIPF.tags.pick(random)]!],
    keys: [{ name: 'customer_id', dataType: 'LONG' }],
    eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
    cadence: 'P1D',
    computedBy: entityId('JOB', 'features', name),
    materialisations: [
      { name: 'offline', store: 'OFFLINE', environment: 'prod', dataset: entityId('DATASET', SOURCES[at % SOURCES.length]!, name) },
    ],
    features: Array.from({ length: FEATURES_PER_TABLE }, (_, i) => makeFeature(random, i)),
  };
}

function makeFeature(random: Random, at: number): FeatureInput {
  const tags = Array.from({ length: random.below(3) }, () => TAGS[ZIPF.tags.pick(random)]!);
  return {
    name: `${wordsOf(random, 2).join('_')}_${at}`,
    ...TYPES[ZIPF.types.pick(random)]!,
    description: `The ${wordsOf(random, 5).join(' ')}`,
    tags: [...new Set(tags)],
  };
}

function wordsOf(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => WORDS[ZIPF.words.pick(random)]!);
}

function eventOf({ name, features }: TableInput, at: number): object {
  return {
    producer: 'https://example.org/features',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `0193e3f0-0000-7000-8000-${String(at).padStart(12, '0')}`, facets: {} },
    job: { namespace: 'features', name, facets: {} },
    eventType: 'COMPLETE',
    eventTime: new Date((FIRST_EVENT_SECONDS + at * 60) * 1000).toISOString(),
    inputs: [],
    outputs: [
      {
        namespace: SOURCES[at % SOURCES.length],
        name,
        facets: {
          schema: {
            _producer: 'https://example.org/features',
            _schemaURL: 'https://openlineage.io/spec/facets/1-1-1/SchemaDatasetFacet.json',
            fields: (features as readonly FeatureInput[]).map((feature) => ({ name: feature.name, type: feature.dataType })),
          },
        },
      },
    ],
  };
}
