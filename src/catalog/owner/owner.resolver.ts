import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import { ownerAttribute } from '../attributes.js';
import { findAttached } from '../entity/attached.repository.js';
import { refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { EntityConnection } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { tooMany } from '../entity/too-many.js';
import { AssignOwnerInput, assignOwnerRules, OwnerFilter, RemoveOwnerInput, removeOwnerRules } from './owner.input.js';
import { type OwnerRow, ownerIdOf, rolesOf, WRONG_OWNER } from './owner.js';
import { listOwners, ownedEntities } from './owner.repository.js';
import { Owner, OwnerConnection } from './owner.type.js';

@Resolver(() => Owner)
export class OwnerResolver {
  @Query(() => OwnerConnection, { description: 'Persons, then teams.' })
  owners(
    @Arg('filter', () => OwnerFilter, { nullable: true }) filter: OwnerFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<OwnerRow>> {
    return listOwners(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => EntityConnection, { description: 'What they own; columns are listed by columns(filter: {owner}).' })
  owns(@Root() owner: OwnerRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.related(ownedEntities, owner, pageRequest(first, after));
  }

  @Mutation(() => EntityPayload, { description: 'Says who owns something.' })
  async assignOwner(@Arg('input', () => AssignOwnerInput) input: AssignOwnerInput, @Ctx() context: Context): Promise<EntityPayload> {
    const { owner, role } = assignOwnerRules.parse(input);
    const ownerId = ownerIdOf(owner);
    if (!ownerId) return refused(context, [WRONG_OWNER(owner)]);
    const claim = { id: input.id, attributes: { [ownerAttribute(ownerId, role)]: input.remove ? null : true } };
    return stateOfKnown(context, claim, async (known) => {
      const [attached] = input.remove ? [] : await findAttached(context.database, [known]);
      return tooMany('owners', attached?.answer.owners.length ?? 0);
    });
  }

  @Mutation(() => EntityPayload, { description: 'Says that somebody no longer owns something, whoever said so.' })
  async removeOwner(@Arg('input', () => RemoveOwnerInput) input: RemoveOwnerInput, @Ctx() context: Context): Promise<EntityPayload> {
    const { owner, role } = removeOwnerRules.parse(input);
    const ownerId = ownerIdOf(owner);
    if (!ownerId) return refused(context, [WRONG_OWNER(owner)]);
    // Not through the request's loaders: they would answer the payload with what was so before.
    const [known] = await findEntities(context.database, [input.id]);
    const [attached] = known ? await findAttached(context.database, [known]) : [];
    const roles = role ? [role] : rolesOf(ownerId, attached?.answer.owners ?? []);
    const attributes = Object.fromEntries(roles.map((each) => [ownerAttribute(ownerId, each), false]));
    return stateOfKnown(context, { id: input.id, attributes });
  }
}
