import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { DOMAIN_ATTRIBUTE } from '../attributes.js';
import { refused } from '../entity/command.mutation.js';
import { EntityConnection } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { wrongId } from '../entity/wrong-id.js';
import { define } from '../hierarchy/define.mutation.js';
import { definitionRules, MemberArgs, memberRequest } from '../hierarchy/hierarchy.input.js';
import { childrenOf } from '../hierarchy/hierarchy.repository.js';
import { entitiesBelowDomain, entitiesOfDomain } from '../hierarchy/members.repository.js';
import { DEFAULT_NAMESPACE, entityId, idFromText } from '../id.js';
import { AssignDomainInput, assignDomainRules, DefineDomainInput, DomainFilter } from './domain.input.js';
import { type DomainRow, objectionToDomain } from './domain.js';
import { listDomains } from './domain.repository.js';
import { Domain, DomainConnection, DomainPayload } from './domain.type.js';

@Resolver(() => Domain)
export class DomainResolver {
  @Query(() => Domain, { nullable: true })
  domain(
    @Arg('namespace', () => String, { defaultValue: DEFAULT_NAMESPACE }) namespace: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(entityId('DOMAIN', namespace, name), context, info);
  }

  @Query(() => DomainConnection)
  domains(
    @Arg('filter', () => DomainFilter, { nullable: true }) filter: DomainFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<DomainRow>> {
    return listDomains(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => Domain, { nullable: true, description: 'The domain that it is a part of.' })
  async parent(@Root() domain: DomainRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return (await loaders.parents.load(domain.key))[0] ?? null;
  }

  @FieldResolver(() => [Domain], {
    description: 'Nearest first, up to 20. Where they go in a circle: each once, without the domain itself.',
  })
  parents(@Root() domain: DomainRow, @Ctx() { loaders }: Context): Promise<EntityRow[]> {
    return loaders.parents.load(domain.key);
  }

  @FromId()
  @FieldResolver(() => DomainConnection, { description: 'Its parts.' })
  children(
    @Root() domain: DomainRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<EntityRow>> {
    return loaders.related(childrenOf, domain, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => EntityConnection, { description: 'What is in it, columns that were put there themselves too.' })
  entities(@Root() domain: DomainRow, @Args(() => MemberArgs) args: MemberArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.related(args.deep ? entitiesBelowDomain : entitiesOfDomain, domain, memberRequest(args));
  }

  @Mutation(() => DomainPayload, { description: 'Makes a domain known, or says more about one.' })
  async defineDomain(@Arg('input', () => DefineDomainInput) input: DefineDomainInput, @Ctx() context: Context): Promise<DomainPayload> {
    const { entity: domain, ...payload } = await define(context, { kind: 'DOMAIN', ...definitionRules.parse(input), input });
    return { ...payload, domain };
  }

  @Mutation(() => EntityPayload, { description: 'Puts something into a domain, and so out of the one that it was in.' })
  async assignDomain(@Arg('input', () => AssignDomainInput) input: AssignDomainInput, @Ctx() context: Context): Promise<EntityPayload> {
    const { domain } = assignDomainRules.parse(input);
    const id = domain === null ? false : idFromText('DOMAIN', domain);
    if (id === undefined) return refused(context, [wrongId('DOMAIN', domain!, 'domain')]);
    return stateOfKnown(context, { id: input.id, attributes: { [DOMAIN_ATTRIBUTE]: id } }, async (known) => objectionToDomain(known));
  }
}
