import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { tagAttribute } from '../attributes.js';
import { EntityConnection } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { refuse, stateOfKnown, tooMany } from '../entity/state.mutation.js';
import { AttachTagInput, attachTagRules, TagFilter } from './tag.input.js';
import { type TagRow, tagIdOf } from './tag.js';
import { findTags, listTags, taggedEntities } from './tag.repository.js';
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

  @FieldResolver(() => EntityConnection, { description: 'What carries it; columns are listed by columns(filter: {tag}).' })
  entities(@Root() tag: TagRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.page(taggedEntities, tag, pageRequest(first, after));
  }

  @Mutation(() => EntityPayload, { description: 'Attaches a tag to something, or takes it off.' })
  async attachTag(@Arg('input', () => AttachTagInput) input: AttachTagInput, @Ctx() context: Context): Promise<EntityPayload> {
    const { tag } = attachTagRules.parse(input);
    const tagId = tagIdOf(tag);
    if (!tagId)
      return refuse(context, {
        rule: 'tag-id',
        path: ['input', 'tag'],
        message: `"${tag}" is not the id of a tag.`,
        remedy: 'Send an id such as "tag:default/pii", or the plain name of a tag.',
      });
    const claim = { id: input.id, attributes: { [tagAttribute(tagId)]: input.remove ? null : true } };
    return stateOfKnown(context, claim, async ({ key }) => {
      const [tags = []] = input.remove ? [] : await findTags(context.database, [key]);
      return tooMany('tags', tags.length);
    });
  }
}
