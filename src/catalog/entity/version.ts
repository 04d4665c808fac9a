import type { Port } from '../../write/fact.js';
import { entityId, parseId } from '../id.js';
import type { Kind } from '../kind.js';
import { type Chosen, isDescribed, ownersAndTags, type Projection } from './projection.js';
import type { EntityRow, Shape } from './row.js';

/** Immutable versions of a thing that is owned and tagged: `segment-version:NAMESPACE/NAME/NUMBER` of `segment:NAMESPACE/NAME`. */
export type VersionedKind = 'FEATURE_TABLE' | 'SEGMENT' | 'PIPELINE' | 'WORKFLOW';
export type VersionKind = `${VersionedKind}_VERSION`;

/** Attributes of a version. */
export interface VersionAttributes {
  definition?: object;
  /** Equal definitions have equal hashes, whatever they are called. */
  contentHash?: string;
  label?: string;
  /** Of a pipeline: which types of columns it makes which of (segment/turns.ts). */
  turns?: string;
  /** May be incomplete; no other definition can be built on it. */
  draft?: boolean;
}

export interface VersionRow extends EntityRow {
  readonly number: number;
  readonly label: string | null;
  readonly draft: boolean;
  readonly contentHash: string | null;
}

/** What a version is made of, and the data that flows into it and out of it. */
export interface Flows {
  readonly parts: readonly Port[];
  readonly inputs?: readonly Port[];
  readonly outputs?: readonly Port[];
}

/** The definition itself is read apart: lists do without. */
export const versionShape: Shape = { properties: ['number', 'label', 'draft', 'contentHash'] };

export function versionIdOf(thing: string, number: number): string {
  const { kind, parts } = parseId(thing)!;
  return entityId(`${kind}_VERSION` as VersionKind, parts[0]!, parts[1]!, String(number));
}

/** The id of what it is a version of. */
export function thingOf(version: string): string {
  const { kind, parts } = parseId(version)!;
  return entityId(kind.replace(/_VERSION$/, '') as Exclude<Kind, 'COLUMN'>, parts[0]!, parts[1]!);
}

export function projectVersion(id: string, chosen: Chosen): Projection {
  const { definition, contentHash, label, draft } = chosen;
  return {
    properties: {
      number: Number(parseId(id)?.parts[2]),
      definition: definition === undefined ? null : JSON.stringify(definition),
      contentHash: typeof contentHash === 'string' ? contentHash : null,
      label: typeof label === 'string' ? label : null,
      draft: draft === true,
    },
    relations: [{ type: 'VERSION_OF', to: thingOf(id) }, ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}
