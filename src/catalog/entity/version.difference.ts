import { BadInput } from '../../errors.js';
import type { Context } from '../../graphql/context.js';
import type { Json } from '../../write/fact.js';
import { type Difference, differencesOf } from './difference.js';
import { seenDefinition } from './seen-definition.query.js';
import { thingOf, type VersionRow, versionIdOf } from './version.js';

/**
 * What a version changed against another of the same thing, by default the one before; against nothing when it is the first. Throws
 * BadInput when there is no such version.
 */
export async function differencesToVersion(
  { loaders, sight }: Pick<Context, 'loaders' | 'sight'>,
  version: VersionRow,
  against: number | null | undefined,
): Promise<Difference[]> {
  const number = against ?? version.number - 1;
  const other = number < 1 ? null : await loaders.entity.load(versionIdOf(thingOf(version.id), number));
  if (!other && against !== null && against !== undefined)
    throw new BadInput(`There is no version ${against} to compare with.`, ['against']);
  const definitionOf = async ({ id, key }: Pick<VersionRow, 'id' | 'key'>) => seenDefinition(id, await loaders.definition.load(key), sight);
  const [before, after] = await Promise.all([other ? definitionOf(other) : null, definitionOf(version)]);
  return differencesOf((before ?? {}) as Json, (after ?? {}) as Json);
}
