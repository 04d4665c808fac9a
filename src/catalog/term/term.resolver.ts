import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { termAttribute } from '../attributes.js';
import { findAttached } from '../entity/attached.repository.js';
import { refused } from '../entity/command.mutation.js';
import { EntityConnection } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { tooMany } from '../entity/too-many.js';
import { wrongId } from '../entity/wrong-id.js';
import { define } from '../hierarchy/define.mutation.js';
import { MemberArgs, memberRequest } from '../hierarchy/hierarchy.input.js';
import { childrenOf } from '../hierarchy/hierarchy.repository.js';
import { entitiesBelowTerm, entitiesOfTerm } from '../hierarchy/members.repository.js';
import { DEFAULT_NAMESPACE, entityId, idFromText } from '../id.js';
import { AttachTermInput, DefineTermInput, DetachTermInput, defineTermRules, TermFilter, termRules } from './term.input.js';
import type { TermRow } from './term.js';
import { listTerms } from './term.repository.js';
import { Term, TermConnection, TermPayload } from './term.type.js';

@Resolver(() => Term)
export class TermResolver {
  @Query(() => Term, { nullable: true })
  term(
    @Arg('namespace', () => String, { defaultValue: DEFAULT_NAMESPACE }) namespace: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(entityId('TERM', namespace, name), context, info);
  }

  @Query(() => TermConnection)
  terms(
    @Arg('filter', () => TermFilter, { nullable: true }) filter: TermFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<TermRow>> {
    return listTerms(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => Term, { nullable: true, description: 'The broader term.' })
  async parent(@Root() term: TermRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return (await loaders.parents.load(term.key))[0] ?? null;
  }

  @FieldResolver(() => [Term], { description: 'Nearest first, up to 20. Where they go in a circle: each once, without the term itself.' })
  parents(@Root() term: TermRow, @Ctx() { loaders }: Context): Promise<EntityRow[]> {
    return loaders.parents.load(term.key);
  }

  @FromId()
  @FieldResolver(() => TermConnection, { description: 'Narrower terms.' })
  children(@Root() term: TermRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.related(childrenOf, term, pageRequest(first, after));
  }

  @FieldResolver(() => [Term], { description: 'Whichever of the two said so; at most 100.' })
  related(@Root() term: TermRow, @Ctx() { loaders }: Context): Promise<EntityRow[]> {
    return loaders.relatedTerms.load(term.key);
  }

  @FromId()
  @FieldResolver(() => EntityConnection, { description: 'What it is attached to, columns too.' })
  entities(@Root() term: TermRow, @Args(() => MemberArgs) args: MemberArgs, @Ctx() { loaders }: Context): Promise<Page<EntityRow>> {
    return loaders.related(args.deep ? entitiesBelowTerm : entitiesOfTerm, term, memberRequest(args));
  }

  @Mutation(() => TermPayload, { description: 'Makes a term known, or says more about one.' })
  async defineTerm(@Arg('input', () => DefineTermInput) input: DefineTermInput, @Ctx() context: Context): Promise<TermPayload> {
    const { related, ...definition } = defineTermRules.parse(input);
    const ids = related?.map((text) => idFromText('TERM', text));
    const wrong = ids?.indexOf(undefined) ?? -1;
    const { entity: term, ...payload } =
      wrong >= 0
        ? await refused(context, [wrongId('TERM', related![wrong]!, 'related')])
        : await define(context, { kind: 'TERM', ...definition, more: ids ? { related: ids as string[] } : {}, input });
    return { ...payload, term };
  }

  @Mutation(() => EntityPayload, { description: 'Attaches a term to something, a column for instance.' })
  async attachTerm(@Arg('input', () => AttachTermInput) input: AttachTermInput, @Ctx() context: Context): Promise<EntityPayload> {
    const term = idFromText('TERM', termRules.parse(input).term);
    if (!term) return refused(context, [wrongId('TERM', input.term, 'term')]);
    return stateOfKnown(context, { id: input.id, attributes: { [termAttribute(term)]: true } }, async (known) => {
      const [attached] = await findAttached(context.database, [known]);
      return tooMany('terms', attached?.answer.terms.filter((each) => each.term.id !== term).length ?? 0);
    });
  }

  @Mutation(() => EntityPayload, { description: 'Takes a term off something, whoever attached it.' })
  async detachTerm(@Arg('input', () => DetachTermInput) input: DetachTermInput, @Ctx() context: Context): Promise<EntityPayload> {
    const term = idFromText('TERM', termRules.parse(input).term);
    if (!term) return refused(context, [wrongId('TERM', input.term, 'term')]);
    return stateOfKnown(context, { id: input.id, attributes: { [termAttribute(term)]: false } });
  }
}
