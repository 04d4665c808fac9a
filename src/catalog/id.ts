import { BadInput } from '../errors.js';
import type { Kind } from './kind.js';

/**
 * Ids are computed from kind and natural name alone, so that every producer arrives at the same id without asking:
 * `prefix:part/part/...`. Each part percent-encodes `%`, `/`, `#` and control characters. A column is its dataset's id,
 * `#` and its field path. At most 2,000 bytes of UTF-8.
 */
export const MAX_ID_BYTES = 2000;
export const DEFAULT_NAMESPACE = 'default';

interface Scheme {
  readonly prefix: string;
  /** What the parts are, in order. */
  readonly parts: readonly string[];
}

const SCHEMES: Readonly<Record<Exclude<Kind, 'COLUMN'>, Scheme>> = {
  DATA_SOURCE: { prefix: 'source', parts: ['namespace'] },
  DATASET: { prefix: 'dataset', parts: ['namespace', 'name'] },
  DATASET_VERSION: { prefix: 'dataset-version', parts: ['namespace', 'name', 'version'] },
  FEATURE_TABLE: { prefix: 'feature-table', parts: ['namespace', 'name'] },
  FEATURE: { prefix: 'feature', parts: ['namespace', 'table', 'name'] },
  SEGMENT: { prefix: 'segment', parts: ['namespace', 'name'] },
  SEGMENT_VERSION: { prefix: 'segment-version', parts: ['namespace', 'name', 'number'] },
  PIPELINE: { prefix: 'pipeline', parts: ['namespace', 'name'] },
  PIPELINE_VERSION: { prefix: 'pipeline-version', parts: ['namespace', 'name', 'number'] },
  WORKFLOW: { prefix: 'workflow', parts: ['namespace', 'name'] },
  WORKFLOW_VERSION: { prefix: 'workflow-version', parts: ['namespace', 'name', 'number'] },
  MODEL: { prefix: 'model', parts: ['namespace', 'name'] },
  TRAINED_MODEL: { prefix: 'trained-model', parts: ['namespace', 'model', 'name'] },
  EVALUATION: { prefix: 'evaluation', parts: ['namespace', 'model', 'number', 'name'] },
  PREDICTION_SET: { prefix: 'prediction-set', parts: ['namespace', 'name'] },
  DEPLOYMENT: { prefix: 'deployment', parts: ['environment', 'name'] },
  ARTIFACT: { prefix: 'artifact', parts: ['hash'] },
  JOB: { prefix: 'job', parts: ['namespace', 'name'] },
  RUN: { prefix: 'run', parts: ['namespace', 'externalId'] },
  PERSON: { prefix: 'person', parts: ['namespace', 'name'] },
  TEAM: { prefix: 'team', parts: ['namespace', 'name'] },
  TAG: { prefix: 'tag', parts: ['namespace', 'name'] },
  TERM: { prefix: 'term', parts: ['namespace', 'name'] },
  DOMAIN: { prefix: 'domain', parts: ['namespace', 'name'] },
  CONNECTOR: { prefix: 'connector', parts: ['namespace', 'name'] },
  INCIDENT: { prefix: 'incident', parts: ['namespace', 'name'] },
  FEATURE_TABLE_VERSION: { prefix: 'feature-table-version', parts: ['namespace', 'name', 'number'] },
  RELEASE: { prefix: 'release', parts: ['environment', 'name', 'number'] },
  ENVIRONMENT: { prefix: 'environment', parts: ['name'] },
  STATISTICS: { prefix: 'statistics', parts: ['namespace', 'name', 'at'] },
};

const KIND_OF_PREFIX: ReadonlyMap<string, Exclude<Kind, 'COLUMN'>> = new Map(
  Object.entries(SCHEMES).map(([kind, scheme]) => [scheme.prefix, kind as Exclude<Kind, 'COLUMN'>]),
);

export interface EntityName {
  readonly kind: Kind;
  /** For a column: its dataset's parts, then the field path. */
  readonly parts: readonly string[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is encoded here
const RESERVED = /[%/#\u0000-\u001f\u007f]/;
const ALL_RESERVED = new RegExp(RESERVED, 'g');

function encodePart(part: string): string {
  if (!RESERVED.test(part)) return part;
  return part.replace(ALL_RESERVED, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function decodePart(part: string): string {
  if (!part.includes('%')) return part;
  return part.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function bounded(id: string): string {
  if (id.length * 3 > MAX_ID_BYTES && Buffer.byteLength(id) > MAX_ID_BYTES)
    throw new BadInput(
      `The id made from this name has ${Buffer.byteLength(id)} bytes; at most ${MAX_ID_BYTES} are allowed: "${id.slice(0, 80)}…"`,
    );
  return id;
}

/** The id of anything but a column. Throws BadInput when a part is empty or the id too long. */
export function entityId(kind: Exclude<Kind, 'COLUMN'>, ...parts: readonly string[]): string {
  const scheme = SCHEMES[kind];
  if (parts.length !== scheme.parts.length) throw new Error(`${kind} is named by ${scheme.parts.join(', ')}; got ${parts.length} parts`);
  const empty = parts.indexOf('');
  if (empty >= 0) throw new BadInput(`The ${scheme.parts[empty]} of a ${kind} must not be empty.`);
  return bounded(`${scheme.prefix}:${parts.map(encodePart).join('/')}`);
}

export const sourceId = (namespace: string): string => entityId('DATA_SOURCE', namespace);
export const datasetId = (namespace: string, name: string): string => entityId('DATASET', namespace, name);
export const jobId = (namespace: string, name: string): string => entityId('JOB', namespace, name);
export const runId = (namespace: string, externalId: string): string => entityId('RUN', namespace, externalId);

/** The id of a feature, by its table's. */
export function featureOf(table: string, name: string): string {
  const [namespace, tableName] = parseId(table)!.parts;
  return entityId('FEATURE', namespace!, tableName!, name);
}

/** The id of a feature's table. */
export function tableOf(feature: string): string {
  const [namespace, table] = parseId(feature)!.parts;
  return entityId('FEATURE_TABLE', namespace!, table!);
}

/** How the ids of a kind begin; those of one namespace if it is given, unless the kind has no namespace before its name. */
export function idPrefix(kind: Exclude<Kind, 'COLUMN'>, namespace?: string): string {
  const { prefix, parts } = SCHEMES[kind];
  return parts.length === 1 || namespace === undefined ? `${prefix}:` : `${prefix}:${encodePart(namespace)}/`;
}

/** What this is a part of: the dataset of a column, the table of a feature or of a version of it; anything else is whole. */
export function wholeOf(id: string): string {
  const hash = id.indexOf('#');
  if (hash >= 0) return id.slice(0, hash);
  const prefix = PARTS_OF_TABLES.find((each) => id.startsWith(each));
  return prefix === undefined ? id : `feature-table:${id.slice(prefix.length, id.lastIndexOf('/'))}`;
}

const PARTS_OF_TABLES = ['feature:', 'feature-table-version:'];

/** `path`: the field path in its dataset, nested fields joined by dots. */
export function columnId(dataset: string, path: string): string {
  if (path === '') throw new BadInput('The name of a column must not be empty.');
  return bounded(`${dataset}#${encodePart(path)}`);
}

/** Is the column's id certainly short enough? Cheaper than making it. Each sign comes to three bytes at most. */
export const fitsSurely = (dataset: string, path: string): boolean => (dataset.length + 1 + path.length) * 3 <= MAX_ID_BYTES;

/** From an id of this kind, or a plain name, which lies in the default namespace then; undefined when it is the id of something else. */
export function idFromText(kind: Exclude<Kind, 'COLUMN'>, text: string): string | undefined {
  const parsed = parseId(text);
  if (parsed) return parsed.kind === kind ? text : undefined;
  return text.startsWith(`${SCHEMES[kind].prefix}:`) ? undefined : entityId(kind, DEFAULT_NAMESPACE, text);
}

/** Told by its prefix alone: cheaper than `parseId` where the id is known to be one. */
export function kindOf(id: string): Kind | undefined {
  return id.includes('#') ? 'COLUMN' : KIND_OF_PREFIX.get(id.slice(0, id.indexOf(':')));
}

/** Undefined when it is no id of ours. */
export function parseId(id: string): EntityName | undefined {
  const colon = id.indexOf(':');
  const kind = KIND_OF_PREFIX.get(id.slice(0, colon));
  if (colon < 0 || !kind) return undefined;
  const hash = id.indexOf('#');
  const parts = id.slice(colon + 1, hash < 0 ? undefined : hash).split('/');
  if (parts.length !== SCHEMES[kind].parts.length || parts.includes('')) return undefined;
  const decoded = parts.map(decodePart);
  if (hash < 0) return { kind, parts: decoded };
  if (kind !== 'DATASET' || hash === id.length - 1) return undefined;
  return { kind: 'COLUMN', parts: [...decoded, decodePart(id.slice(hash + 1))] };
}

/** Namespace and name of what has this id; of a version, or a training, those of what it is one of. */
export function naming(id: string): readonly [namespace: string, name: string] {
  const { kind, parts } = parseId(id)!;
  if (parts.length === 1) return [parts[0]!, parts[0]!];
  return [parts[0]!, kind === 'FEATURE' || kind === 'COLUMN' ? parts[2]! : parts[1]!];
}

/** The dataset's id and the field path of a column's id. */
export function splitColumnId(id: string): { dataset: string; path: string } {
  const hash = id.indexOf('#');
  return { dataset: id.slice(0, hash), path: decodePart(id.slice(hash + 1)) };
}
