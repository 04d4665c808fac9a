import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { Json } from '../../graphql/scalars.js';
import type { Difference as DifferenceRow } from '../entity/difference.js';
import { Difference } from '../entity/difference.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { differencesToVersion } from '../entity/version.difference.js';
import { thingOf } from '../entity/version.js';
import { sameLogic } from './segment.repository.js';
import { Segment } from './segment.type.js';
import type { SegmentVersionRow } from './version.js';
import { SegmentVersion, SegmentVersionConnection } from './version.type.js';

@Resolver(() => SegmentVersion)
export class SegmentVersionResolver {
  @FieldResolver(() => Segment)
  segment(@Root() version: SegmentVersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(thingOf(version.id));
  }

  @FieldResolver(() => Json, { nullable: true, description: 'Params, schema rule, where the code is.' })
  definition(@Root() version: SegmentVersionRow, @Ctx() { loaders }: Context): Promise<object | null> {
    return loaders.definition.load(version.key);
  }

  @FieldResolver(() => [Difference], {
    description: 'What this version changed against another of the same segment; by default the one before.',
  })
  diff(
    @Root() version: SegmentVersionRow,
    @Arg('against', () => Int, { nullable: true }) against: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<DifferenceRow[]> {
    return differencesToVersion(loaders, version, against);
  }

  @FieldResolver(() => SegmentVersionConnection, { description: 'Other versions, of any segment, that say the same.' })
  sameLogic(
    @Root() version: SegmentVersionRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<SegmentVersionRow>> {
    return loaders.page(sameLogic, version, pageRequest(first, after));
  }
}
