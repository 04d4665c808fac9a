import { createHash } from 'node:crypto';
import { type Chosen, isDescribed, ownersAndTags, type Projection, type Relation, relationTo } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { DEFAULT_NAMESPACE, entityId, parseId } from '../id.js';
import { millisOf } from '../time.js';
import { isContentHash } from './content-hash.js';

/** IMAGE: of a container. */
export const ARTIFACT_KINDS = ['JAR', 'NOTEBOOK', 'DATA_FRAME', 'MODEL', 'REPORT', 'IMAGE', 'OTHER'] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** Artifacts are uploaded and downloaded below it, by hash. */
export const ARTIFACTS_PATH = '/api/v1/artifacts';

export interface ArtifactRow extends EntityRow {
  readonly artifactKind: ArtifactKind;
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number | null;
  /** SHA-256 of the content; null where nobody knows it. */
  readonly hash: string | null;
  /** The URI of where it lies outside of Vinci. */
  readonly location: string | null;
  /** Vinci's own store holds its bytes. */
  readonly stored: boolean;
  /** Of a purge: false while it takes the bytes away, true once they are gone. */
  readonly purged: boolean | null;
}

export const shape: Shape = { properties: ['artifactKind', 'mediaType', 'size', 'hash', 'location', 'stored', 'purged'] };

/** Of one artifact; a purge that takes longer has died. Milliseconds. */
const PURGE_MS = 10 * 60_000;

/** Whether its bytes may be taken away at any moment. */
export const isBeingPurged = ({ purged, removedAt, stored }: ArtifactRow): boolean =>
  !stored && purged === false && removedAt !== null && Date.now() - millisOf(removedAt) < PURGE_MS;

/** `hash`: SHA-256 of the content, 64 hex digits. */
export const artifactId = (hash: string): string => entityId('ARTIFACT', hash);

/** What lies somewhere is known by its digest, where the URI has one (`docker://host/name@sha256:...`), else by the URI itself. */
export function artifactAt(location: string): string {
  const [, digest] = /@sha256:([0-9a-f]{64})$/.exec(location) ?? [];
  return artifactId(digest ?? `at-${createHash('sha256').update(location).digest('hex')}`);
}

export function project(id: string, chosen: Chosen): Projection {
  const part = parseId(id)?.parts[0] ?? '';
  const location = textOf(chosen.location);
  return {
    properties: {
      namespace: DEFAULT_NAMESPACE,
      name: textOf(chosen.name) ?? lastPart(location) ?? part.slice(0, SHORT_HASH),
      artifactKind: ARTIFACT_KINDS.find((kind) => kind === chosen.artifactKind) ?? 'OTHER',
      mediaType: textOf(chosen.mediaType),
      size: typeof chosen.size === 'number' ? chosen.size : null,
      hash: isContentHash(part) ? part : null,
      location,
      stored: chosen.stored === true,
      purged: typeof chosen.purged === 'boolean' ? chosen.purged : null,
    },
    relations: ownersAndTags(chosen),
    described: isDescribed(chosen),
    texts: [part, ...(location === null ? [] : [location])],
  };
}

/** From something to the artifacts that it is built into or consists of. */
export function artifactRelations(from: string, ids: readonly string[]): Relation[] {
  return ids.flatMap((id) => relationTo('HAS_ARTIFACT', from, id, 'ARTIFACT'));
}

/** Enough for people to tell one from another. */
const SHORT_HASH = 12;

const textOf = (value: Chosen[string] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The file's name in a URI. */
function lastPart(uri: string | null): string | null {
  return /([^/?#]+)\/*(?:[?#].*)?$/.exec(uri ?? '')?.[1] ?? null;
}
