import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sight } from '../../access/sight.js';
import type { Viewer } from '../../access/viewer.js';
import type { ArtifactStore } from '../../artifact-store/artifact-store.js';
import type { ArtifactRow } from '../../catalog/artifact/artifact.js';
import { VinciError } from '../../errors.js';
import { parseByteRange } from './byte-range.js';
import { disposition, servedType } from './disposition.js';
import { IDLE_MS } from './incoming.js';

export interface DownloadDeps {
  readonly store: ArtifactStore;
  readonly find: (hash: string) => Promise<ArtifactRow | null>;
  /** What the viewer sees; null: everything. */
  readonly sightOf: (viewer: Viewer) => Promise<Pick<Sight, 'hides'> | null>;
}

/** 200; 206 and 416 for one range; 304 for who has it already. Content never changes under its hash, but rights and its being there may. */
export async function download(
  { store, find, sightOf }: DownloadDeps,
  hash: string,
  { method, headers, viewer }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [found, sight] = await Promise.all([find(hash), sightOf(viewer)]);
  const artifact = found && (await sight?.hides(found.id)) ? null : found;
  if (!artifact?.stored || artifact.removedAt !== null) throw notHeld(hash, artifact);
  const etag = `"${hash}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache', 'accept-ranges': 'bytes' });
  if (isAmong(etag, headers['if-none-match'])) return reply.code(304).send();

  const size = artifact.size ?? 0;
  const { range: asked, 'if-range': onlyIf } = headers;
  const range = onlyIf === undefined || onlyIf === etag ? parseByteRange(asked, size) : undefined;
  if (range === 'UNSATISFIABLE') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const content = method === 'HEAD' ? undefined : await store.read(hash, range);
  if (method !== 'HEAD' && !content) throw lost(hash);
  reply.headers({
    'content-type': servedType(artifact.mediaType),
    'content-disposition': disposition(artifact.name),
    'content-length': range ? range.end - range.start + 1 : size,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
  });
  // Who stops reading must not hold it for ever.
  reply.raw.setTimeout(IDLE_MS, () => reply.raw.destroy());
  return reply.code(range ? 206 : 200).send(content);
}

/** Of a header If-None-Match. */
function isAmong(etag: string, header: string | undefined): boolean {
  return (header ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}

function notHeld(hash: string, artifact: ArtifactRow | null): VinciError {
  const elsewhere = artifact?.location ? `; it lies at ${artifact.location}` : '';
  return new VinciError('NOT_FOUND', `Vinci holds no artifact with the SHA-256 ${hash}${elsewhere}.`);
}

const lost = (hash: string): VinciError =>
  new VinciError('NOT_FOUND', `The bytes of the artifact ${hash} are gone from the store: upload it again, or ask the operator.`);
