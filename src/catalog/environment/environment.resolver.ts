import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields } from '../../graphql/read-ahead.js';
import { type Page, pageRequest } from '../entity/page.js';
import { state } from '../entity/state.mutation.js';
import { EnvironmentFilter, SetEnvironmentPolicyInput, setEnvironmentPolicyRules } from './environment.input.js';
import { type EnvironmentRow, environmentId } from './environment.js';
import { listEnvironments } from './environment.repository.js';
import { Environment, EnvironmentConnection, EnvironmentPayload } from './environment.type.js';

@Resolver(() => Environment)
export class EnvironmentResolver {
  @Query(() => Environment, { nullable: true })
  environment(@Arg('name', () => String) name: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return entityWithFields(environmentId(name), context, info);
  }

  @Query(() => EnvironmentConnection)
  environments(
    @Arg('filter', () => EnvironmentFilter, { nullable: true }) filter: EnvironmentFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<EnvironmentRow>> {
    return listEnvironments(database, filter ?? {}, pageRequest(first, after));
  }

  @Mutation(() => EnvironmentPayload, { description: 'Says what is asked of whatever is deployed there; for stewards.' })
  async setEnvironmentPolicy(
    @Arg('input', () => SetEnvironmentPolicyInput) input: SetEnvironmentPolicyInput,
    @Ctx() context: Context,
  ): Promise<EnvironmentPayload> {
    await context.access.require(context.viewer, 'STEWARD', [environmentId(input.environment)]);
    setEnvironmentPolicyRules.parse(input);
    const { environment, ...policy } = input;
    const attributes = Object.fromEntries(Object.entries(policy).filter(([, value]) => typeof value === 'boolean'));
    const { position, receipts, entity } = await state(context, { id: environmentId(environment), attributes });
    return { position, receipts, environment: entity as EnvironmentRow | null };
  }
}
