import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, WidePageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { type EvidenceRow, evidenceOf } from '../../lineage/evidence.js';
import { Evidence } from '../../lineage/evidence.type.js';
import { Dataset } from '../dataset/dataset.type.js';
import { MAX_PAGE, type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { ColumnFilter } from './column.input.js';
import { type ColumnRow, type ColumnDerivation as Derivation, transformationsOf } from './column.js';
import { columnsDerivedFrom, listColumns } from './column.repository.js';
import { Column, ColumnConnection, ColumnDerivation, ColumnDerivationConnection, Transformation } from './column.type.js';

@Resolver(() => Column)
export class ColumnResolver {
  @Query(() => ColumnConnection)
  columns(
    @Arg('filter', () => ColumnFilter, { nullable: true }) filter: ColumnFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<ColumnRow>> {
    return listColumns(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => Dataset)
  dataset(@Root() column: ColumnRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(column.dataset);
  }

  @FieldResolver(() => ColumnDerivationConnection, { description: 'The columns that it is computed from.' })
  derivedFrom(
    @Root() column: ColumnRow,
    @Args(() => WidePageArgs) { first, after }: WidePageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Derivation>> {
    return loaders.related(columnsDerivedFrom, column, pageRequest(first, after, MAX_PAGE));
  }
}

@Resolver(() => ColumnDerivation)
export class ColumnDerivationResolver {
  @FieldResolver(() => [Transformation])
  transformations(@Root() { edges }: Derivation): Transformation[] {
    return transformationsOf(edges.map(({ how }) => how));
  }

  @FieldResolver(() => [Evidence])
  async evidence(@Root() { edges }: Derivation, @Ctx() { loaders }: Context): Promise<EvidenceRow[]> {
    const numbers = [...new Set(edges.flatMap(({ by }) => by))];
    const assertions = await Promise.all(numbers.map((number) => loaders.assertion.load(number)));
    return evidenceOf(edges, (number) => assertions[numbers.indexOf(number)]);
  }
}
