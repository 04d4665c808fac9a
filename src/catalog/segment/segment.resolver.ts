import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields } from '../../graphql/read-ahead.js';
import { definitionFilter } from '../entity/definition-filter.input.js';
import { type Page, pageRequest } from '../entity/page.js';
import { versionsResolver } from '../entity/version.resolver.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';
import { PublishSegmentInput, SegmentFilter } from './segment.input.js';
import type { SegmentRow } from './segment.js';
import { publishSegment } from './segment.mutation.js';
import { listSegments } from './segment.repository.js';
import { Segment, SegmentConnection } from './segment.type.js';
import { SegmentVersion, SegmentVersionConnection, SegmentVersionPayload } from './version.type.js';

@Resolver(() => Segment)
export class SegmentResolver {
  @Query(() => Segment, { nullable: true })
  segment(
    @Arg('namespace', () => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace: string | null,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(entityId('SEGMENT', namespace ?? DEFAULT_NAMESPACE, name), context, info);
  }

  @Query(() => SegmentConnection)
  segments(
    @Arg('filter', () => SegmentFilter, { nullable: true }) filter: SegmentFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<SegmentRow>> {
    return listSegments(database, definitionFilter(filter), pageRequest(first, after));
  }

  @Mutation(() => SegmentVersionPayload, { description: 'Publishes the next version, if no rule is broken.' })
  async publishSegment(
    @Arg('input', () => PublishSegmentInput) input: PublishSegmentInput,
    @Ctx() context: Context,
  ): Promise<SegmentVersionPayload> {
    const { entity, ...payload } = await publishSegment(context, input);
    return { ...payload, segmentVersion: entity };
  }
}

export const SegmentVersionsResolver = versionsResolver(
  () => Segment,
  () => SegmentVersion,
  () => SegmentVersionConnection,
);
