import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { thingOf } from '../entity/version.js';
import type { CodeLocation, SegmentDefinition } from './definition.js';
import { sameLogic } from './segment.repository.js';
import { Segment } from './segment.type.js';
import type { SegmentVersionRow } from './version.js';
import { SegmentCode, SegmentVersion, SegmentVersionConnection } from './version.type.js';

@Resolver(() => SegmentVersion)
export class SegmentVersionResolver {
  @FieldResolver(() => Segment)
  segment(@Root() version: SegmentVersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(thingOf(version.id));
  }

  @FieldResolver(() => SegmentCode, { nullable: true })
  async code(@Root() version: SegmentVersionRow, @Ctx() { loaders }: Context): Promise<CodeLocation | null> {
    return ((await loaders.definition.load(version.key)) as SegmentDefinition | null)?.code ?? null;
  }

  @FromId()
  @FieldResolver(() => SegmentVersionConnection, { description: 'Other versions, of any segment, that say the same.' })
  sameLogic(
    @Root() version: SegmentVersionRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<SegmentVersionRow>> {
    return loaders.related(sameLogic, version, pageRequest(first, after));
  }
}
