import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import { Json } from '../../graphql/scalars.js';
import type { Difference as DifferenceRow } from './difference.js';
import { Difference } from './difference.type.js';
import { type Page, pageRequest } from './page.js';
import type { EntityRow } from './row.js';
import { seenDefinition } from './seen-definition.query.js';
import { differencesToVersion } from './version.difference.js';
import type { VersionRow } from './version.js';
import { versionsOfThings } from './version.repository.js';
import { Version } from './version.type.js';

/** What every version has, resolved once for all kinds. */
@Resolver(() => Version)
export class VersionResolver {
  @FieldResolver(() => Json, {
    nullable: true,
    description:
      'What was published: of a segment params, schema rule and code, of a pipeline steps, of a feature table all that registering it said.',
  })
  async definition(@Root() version: VersionRow, @Ctx() { loaders, sight }: Context): Promise<object | null> {
    return seenDefinition(version.id, await loaders.definition.load(version.key), sight);
  }

  @FieldResolver(() => [Difference], {
    description: 'What this version changed against another of the same thing; by default the one before.',
  })
  diff(
    @Root() version: VersionRow,
    @Arg('against', () => Int, { nullable: true }) against: number | null,
    @Ctx() context: Context,
  ): Promise<DifferenceRow[]> {
    return differencesToVersion(context, version, against);
  }
}

type TypeOf = () => abstract new () => object;

/** The fields of what has versions, by the types of the thing, of its version and of a page of those. */
export function versionsResolver(thing: TypeOf, version: TypeOf, page: TypeOf): new () => object {
  @Resolver(thing)
  class VersionsResolver {
    @FromId()
    @FieldResolver(page, { description: 'Newest first, drafts included.' })
    versions(
      @Root() row: EntityRow,
      @Args(() => PageArgs) { first, after }: PageArgs,
      @Ctx() { loaders }: Context,
    ): Promise<Page<VersionRow>> {
      return loaders.related(versionsOfThings, row, pageRequest(first, after));
    }

    @FieldResolver(version, { nullable: true, description: 'The newest that is no draft.' })
    currentVersion(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<VersionRow | null> {
      return loaders.currentVersion.load(row.id);
    }
  }
  return VersionsResolver;
}
