import type { Context } from '../../graphql/context.js';
import type { Json, Problem } from '../../write/fact.js';
import { answeredBefore, command, type Done, refused, unchanged } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { isStated } from '../entity/state.mutation.js';
import { type RegisterArtifactInput, registerArtifactRules } from './artifact.input.js';
import { type ArtifactRow, artifactAt, artifactId } from './artifact.js';

/** Says where something lies that Vinci does not hold, or what something is called that it does. */
export async function registerArtifact(context: Context, input: RegisterArtifactInput): Promise<Done<ArtifactRow>> {
  const before = await answeredBefore<ArtifactRow>(context, { input, idempotencyKey: input.idempotencyKey ?? null });
  if (before) return before;
  const { hash, location, name, kind, mediaType, size, description, idempotencyKey } = registerArtifactRules.parse(input);
  if (!hash && !location) return refused(context, [NAMELESS]);
  const subject = hash ? artifactId(hash) : artifactAt(location!);
  const [known] = (await findEntities(context.database, [subject])) as [ArtifactRow | null];
  const problem = objection(known, { hash: hash ?? null, location: location ?? null, size: size ?? null });
  if (problem) return refused(context, [problem]);

  const given = { location, name, artifactKind: kind, mediaType, size, documentation: description ? { description } : null };
  const attributes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const claim = { id: subject, attributes: attributes as Record<string, Json> };
  if (known && (await isStated(context, known, claim))) return unchanged(context, known);
  return command(context, { subject, claims: [claim], input, idempotencyKey: idempotencyKey ?? null });
}

type Given = Pick<ArtifactRow, 'hash' | 'location' | 'size'>;

function objection(known: ArtifactRow | null, { hash, location, size }: Given): Problem | undefined {
  if (!location && (!known?.described || known.removedAt))
    return {
      rule: 'known-artifact',
      path: ['input', 'hash'],
      message: `There is no artifact with the hash "${hash}".`,
      remedy: 'Upload it first, or say where it lies.',
    };
  if (known?.stored && size !== null && size !== known.size)
    return {
      rule: 'artifact-size',
      path: ['input', 'size'],
      message: `It has ${known.size} bytes, as they were counted at its upload, not ${size}.`,
      remedy: 'Leave the size out.',
    };
  return undefined;
}

const NAMELESS: Problem = {
  rule: 'artifact-place',
  path: ['input'],
  message: 'There is neither a hash nor a location.',
  remedy: 'Send the location of what lies elsewhere, or the hash of what was uploaded.',
};
