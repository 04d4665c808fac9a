import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireRole } from '../../access/viewer.js';
import { checkHash } from '../../artifact-store/key.js';
import { ARTIFACT_KINDS, ARTIFACTS_PATH } from '../../catalog/artifact/artifact.js';
import { artifactName, mediaType } from '../../catalog/artifact/description.js';
import { BadInput } from '../../errors.js';
import type { Json } from '../../write/fact.js';
import { UnsupportedMedia } from '../openlineage/http/unsupported-media.js';
import { parseContentRange } from './content-range.js';
import { type DownloadDeps, download } from './download.js';
import { discard } from './incoming.js';
import type { Upload, Uploaded, Uploads } from './uploads.js';

export interface ArtifactDeps extends DownloadDeps {
  readonly uploads: Uploads;
}

type WithHash = FastifyRequest<{ Params: { hash: string } }>;

/** Uploads and downloads of artifacts (docs/artifacts.md). Expects `request.viewer` to be set; errors are thrown for the app's translator. */
export function artifactRoutes({ uploads, ...deps }: ArtifactDeps): FastifyPluginAsync {
  return async (app) => {
    // Bodies are read where they are written down.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _body, done) => done(null));
    const uploading = { onRequest: mayUpload, config: { longBody: true } };

    async function take(request: FastifyRequest, reply: FastifyReply, hash?: string): Promise<FastifyReply> {
      let wanted: number | undefined;
      try {
        const { 'content-range': range, 'content-length': length } = request.headers;
        const sight = await deps.sightOf(request.viewer);
        const upload = {
          request: request.raw,
          isHidden: async (id: string) => (await sight?.hides(id)) ?? false,
          range: parseContentRange(range),
          ...(hash !== undefined && { hash }),
          length: length === undefined ? undefined : Number(length),
          sentBy: request.viewer,
          said: saidOf(request),
        };
        checkRange(upload);
        const uploaded = await uploads.take(upload);
        wanted = uploads.maxBytes;
        return answer(reply, uploaded);
      } finally {
        discard(request.raw, wanted);
      }
    }

    app.put(`${ARTIFACTS_PATH}/:hash`, uploading, (request: WithHash, reply) => take(request, reply, checkHash(request.params.hash)));
    app.post(ARTIFACTS_PATH, uploading, (request, reply) => take(request, reply));
    app.route({
      method: ['GET', 'HEAD'],
      url: `${ARTIFACTS_PATH}/:hash`,
      handler: (request: WithHash, reply) => download(deps, checkHash(request.params.hash), request, reply),
    });
  };
}

/** Before the body is read. */
async function mayUpload({ viewer }: FastifyRequest): Promise<void> {
  requireRole(viewer, 'EDITOR');
}

const queryRules = z.strictObject({
  name: artifactName.optional(),
  kind: z.enum(ARTIFACT_KINDS, `must be one of ${ARTIFACT_KINDS.join(', ')}`).optional(),
});

/** What curl says of its own accord says nothing of the content. */
const SAYS_NOTHING = 'application/x-www-form-urlencoded';

function saidOf({ query, headers }: FastifyRequest): Record<string, Json> {
  const { name, kind } = queryRules.parse(query);
  const { 'content-type': type, 'content-encoding': encoding } = headers;
  if (encoding !== undefined && encoding !== 'identity')
    throw new UnsupportedMedia(`The Content-Encoding is "${encoding}"; an artifact is sent as it is, since its hash is that of its bytes.`);
  if (type?.startsWith('multipart/')) throw new UnsupportedMedia('A form was sent; the body must be the artifact itself (curl -T FILE).');
  const known = type === undefined || type === SAYS_NOTHING ? undefined : mediaType.parse(type);
  return { ...(name !== undefined && { name }), ...(kind && { artifactKind: kind }), ...(known && { mediaType: known }) };
}

function checkRange({ hash, range, length }: Pick<Upload, 'hash' | 'range' | 'length'>): void {
  if (!range) return;
  const fault = (message: string): BadInput => new BadInput(message, ['Content-Range']);
  if (hash === undefined) throw fault(`Who sends an artifact in parts has to know its hash: PUT ${ARTIFACTS_PATH}/SHA-256.`);
  const announced = range.sent ? range.sent.end - range.sent.start + 1 : 0;
  if (length !== undefined && length !== announced)
    throw fault(`The Content-Range announces ${announced} bytes, and the Content-Length ${length}.`);
}

/** 201 for what is new, 200 for what was there; 308 for what is not whole yet, with what is there of it as a Range. */
function answer(reply: FastifyReply, uploaded: Uploaded): FastifyReply {
  if (!uploaded.done) {
    const { received, total } = uploaded;
    if (received > 0) reply.header('range', `bytes=0-${received - 1}`);
    return reply.code(308).send({ received, total });
  }
  const { artifact, created, position } = uploaded;
  const { id, hash, size } = artifact;
  const url = `${ARTIFACTS_PATH}/${hash}`;
  return reply.code(created ? 201 : 200).send({ id, hash, size, url, position: String(position) });
}
