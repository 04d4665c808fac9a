import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { ConnectorFilter } from './connector.input.js';
import { listConnectors } from './connector.repository.js';
import { Connector, ConnectorConnection } from './connector.type.js';

@Resolver(() => Connector)
export class ConnectorResolver {
  @Query(() => ConnectorConnection)
  connectors(
    @Arg('filter', () => ConnectorFilter, { nullable: true }) filter: ConnectorFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<EntityRow>> {
    return listConnectors(database, filter ?? {}, pageRequest(first, after));
  }
}
