import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import { tagAttribute } from '../attributes.js';
import { findAttached } from '../entity/attached.repository.js';
import { refused } from '../entity/command.mutation.js';
import { EntityConnection } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { tooMany } from '../entity/too-many.js';
import { wrongId } from '../entity/wrong-id.js';
import { idFromText } from '../id.js';
import { AttachTagInput, DetachTagInput, TagFilter, tagRules } from './tag.input.js';
import type { TagRow } from './tag.js';
import { listTags, taggedEntities } from './tag.repository.js';
import { Tag, TagConnection } from './tag.type.js';

@Resolver(() => Tag)
export class TagResolver {
  @Query(() => TagConnection)
  tags(
    @Arg('filter', () => TagFilter, { nullable: true }) filter: TagFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<TagRow>> {
    return listTags(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => EntityConnection, { description: 'What carries it; columns are listed by columns(filter: {tag}).' })
  entities(@Root() tag: TagRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.related(taggedEntities, tag, pageRequest(first, after));
  }

  @Mutation(() => EntityPayload, { description: 'Attaches a tag to something.' })
  async attachTag(@Arg('input', () => AttachTagInput) input: AttachTagInput, @Ctx() context: Context): Promise<EntityPayload> {
    const tag = idFromText('TAG', tagRules.parse(input).tag);
    if (!tag) return refused(context, [wrongId('TAG', input.tag, 'tag')]);
    const claim = { id: input.id, attributes: { [tagAttribute(tag)]: input.remove ? null : true } };
    return stateOfKnown(context, claim, async (known) => {
      const [attached] = input.remove ? [] : await findAttached(context.database, [known]);
      return tooMany('tags', attached?.answer.tags.length ?? 0);
    });
  }

  @Mutation(() => EntityPayload, { description: 'Takes a tag off something, whoever attached it.' })
  async detachTag(@Arg('input', () => DetachTagInput) input: DetachTagInput, @Ctx() context: Context): Promise<EntityPayload> {
    const tag = idFromText('TAG', tagRules.parse(input).tag);
    if (!tag) return refused(context, [wrongId('TAG', input.tag, 'tag')]);
    return stateOfKnown(context, { id: input.id, attributes: { [tagAttribute(tag)]: false } });
  }
}
