import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Policies, PolicyAnswer } from './policies.js';
import { GrantRoleInput, RestrictTagInput, RevokeRoleInput, UnrestrictTagInput } from './policy.input.js';
import type { RoleBinding as BindingRow, AccessRule as RuleRow } from './policy.js';
import { AccessRule, AccessRulePayload, RoleBinding, RoleBindingPayload } from './policy.type.js';
import { requireRoleOverAll, type Viewer } from './viewer.js';

interface Context {
  readonly viewer: Viewer;
}

/** All of it is for administrators over everything. */
@Resolver()
export class PolicyResolver {
  constructor(
    private readonly policies: Policies,
    /** Of the log, which tells of what is changed here. */
    private readonly headPosition: () => Promise<number>,
  ) {}

  @Query(() => [RoleBinding], { description: 'At most 1,000. For administrators.' })
  async roleBindings(@Ctx() { viewer }: Context): Promise<readonly BindingRow[]> {
    requireRoleOverAll(viewer, 'ADMIN');
    return (await this.policies.current()).bindings;
  }

  @Query(() => [AccessRule], { description: 'At most 1,000. For administrators.' })
  async accessRules(@Ctx() { viewer }: Context): Promise<readonly RuleRow[]> {
    requireRoleOverAll(viewer, 'ADMIN');
    return (await this.policies.current()).rules;
  }

  @Mutation(() => RoleBindingPayload, { description: 'Gives a group, or a person, of the issuer a role. For administrators.' })
  async grantRole(@Ctx() { viewer }: Context, @Arg('input', () => GrantRoleInput) input: GrantRoleInput): Promise<RoleBindingPayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    const answer = await this.policies.bind({ ...input, scope: input.scope ?? null }, viewer);
    return { ...(await this.#payload(answer, answer.entry?.id)), roleBinding: answer.entry };
  }

  @Mutation(() => RoleBindingPayload, { description: 'Takes a role back. For administrators.' })
  async revokeRole(@Ctx() { viewer }: Context, @Arg('input', () => RevokeRoleInput) { id }: RevokeRoleInput): Promise<RoleBindingPayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    const answer = await this.policies.unbind(id, viewer);
    return { ...(await this.#payload(answer, answer.entry?.id)), roleBinding: answer.entry };
  }

  @Mutation(() => AccessRulePayload, {
    description: 'From now on what carries the tag, and what is part of it, is seen by these only. For administrators.',
  })
  async restrictTag(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RestrictTagInput) { tag, visibleTo }: RestrictTagInput,
  ): Promise<AccessRulePayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    const answer = await this.policies.restrict(tag, visibleTo, viewer);
    return { ...(await this.#payload(answer, answer.entry?.tag)), accessRule: answer.entry };
  }

  @Mutation(() => AccessRulePayload, { description: 'Takes a tag’s rule back. For administrators.' })
  async unrestrictTag(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UnrestrictTagInput) { tag }: UnrestrictTagInput,
  ): Promise<AccessRulePayload> {
    requireRoleOverAll(viewer, 'ADMIN');
    const answer = await this.policies.unrestrict(tag, viewer);
    return { ...(await this.#payload(answer, answer.entry?.tag)), accessRule: answer.entry };
  }

  async #payload(
    { outcome, problems }: PolicyAnswer<unknown>,
    id: string | undefined,
  ): Promise<Pick<RoleBindingPayload, 'position' | 'receipts'>> {
    const receipts = [{ index: 0, outcome, id: id ?? null, problems: [...problems] }];
    return { position: await this.headPosition(), receipts };
  }
}
