import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { readLog } from '../../write/log.js';
import { Entity } from '../entity/entity.type.js';
import { checkFirst, MAX_PAGE } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { ChangesArgs } from './change.input.js';
import { type ChangePage, type Change as ChangeRow, changesAfter } from './change.js';
import { Change, ChangeConnection } from './change.type.js';

const NOTHING: ReadonlySet<string> = new Set();

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, { description: 'What changed, oldest first; cursors are positions.' })
  changes(@Args(() => ChangesArgs) { after, kinds, ids, first }: ChangesArgs, @Ctx() { database, sight }: Context): Promise<ChangePage> {
    const count = first ?? MAX_PAGE;
    checkFirst(count, MAX_PAGE);
    const hidden = async (entityIds: readonly string[]) => sight?.hiddenAmong(entityIds) ?? NOTHING;
    return changesAfter({ read: (position, limit) => readLog(database, position, limit), hidden }, after ?? 0, { kinds, ids }, count);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'As it is now.' })
  entity(@Root() { entityId }: ChangeRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return loaders.entity.load(entityId);
  }
}
