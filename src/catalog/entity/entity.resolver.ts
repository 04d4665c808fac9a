import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { BadInput } from '../../errors.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { Json } from '../../graphql/scalars.js';
import { removeArtifact } from '../artifact/remove.mutation.js';
import { type ColumnRow, schemaDescription } from '../column/column.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { Domain } from '../domain/domain.type.js';
import { removeFeatureTable } from '../feature-table/remove.mutation.js';
import { kindOf } from '../id.js';
import type { Ownership as OwnershipRow } from '../owner/owner.js';
import { Ownership } from '../owner/owner.type.js';
import type { TagAttachment as TagAttachmentRow } from '../tag/tag.js';
import { TagAttachment } from '../tag/tag.type.js';
import type { TermAttachment as TermAttachmentRow } from '../term/term.js';
import { TermAttachment } from '../term/term.type.js';
import { DescribeInput, describeRules, RemoveInput } from './entity.input.js';
import { Description, Entity, Node } from './entity.type.js';
import { EntityPayload } from './payload.type.js';
import type { EntityRow } from './row.js';
import { descriptionsIn, facetsIn } from './said.js';
import { stateOfKnown } from './state.mutation.js';

const MAX_IDS = 100;

/** What every entity has, resolved once for all kinds. */
@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Node, { nullable: true, description: 'The id of an alias gives the canonical entity.' })
  node(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return entityWithFields(id, context, info);
  }

  @Query(() => [Node], { nullable: 'items', description: 'At most 100; null where there is none.' })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() { loaders }: Context): Promise<(EntityRow | null)[]> {
    if (ids.length > MAX_IDS) throw new BadInput(`${ids.length} ids were sent; at most ${MAX_IDS} are allowed.`, ['ids']);
    return Promise.all(ids.map((id) => loaders.entity.load(id)));
  }

  @FieldResolver(() => [ID], { description: 'Other names of the same thing.' })
  aliases(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<string[]> | string[] {
    return row.kind === 'DATASET' ? loaders.aliases.load(row.key) : [];
  }

  @FieldResolver(() => [Description], { description: 'Who said what it is, the one that counts first.' })
  async descriptions(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<Description[]> {
    const own = descriptionsIn(await loaders.said.load(row));
    if (row.kind !== 'COLUMN' || row.description === null || own.length > 0) return own;
    const column = row as ColumnRow;
    const dataset = await loaders.existing<DatasetRow>(column.dataset);
    return schemaDescription(column, dataset.schema, await loaders.said.load(dataset));
  }

  @FromId()
  @FieldResolver(() => Json, { description: 'What producers said that has no typed field, by the facet’s name.' })
  async facets(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<object> {
    return facetsIn(await loaders.said.load(row));
  }

  @FromId()
  @FieldResolver(() => [Ownership])
  async owners(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<readonly OwnershipRow[]> {
    return (await loaders.attached.load(row)).owners;
  }

  @FromId()
  @FieldResolver(() => [TagAttachment])
  async tags(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<readonly TagAttachmentRow[]> {
    return (await loaders.attached.load(row)).tags;
  }

  @FromId()
  @FieldResolver(() => [TermAttachment], { description: 'What it means, in the words of the glossary; at most 100.' })
  async terms(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<readonly TermAttachmentRow[]> {
    return (await loaders.attached.load(row)).terms;
  }

  @FromId()
  @FieldResolver(() => Domain, {
    nullable: true,
    description: 'The one domain that it is in; a domain is in another as its part: see parent.',
  })
  async domain(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return (await loaders.attached.load(row)).domain;
  }

  @Mutation(() => EntityPayload, { description: 'Says what something is; a person’s word counts more than a system’s.' })
  describe(@Arg('input', () => DescribeInput) input: DescribeInput, @Ctx() context: Context): Promise<EntityPayload> {
    const { text, contentType } = describeRules.parse(input);
    const documentation = text === '' ? null : { description: text, ...(contentType ? { contentType } : {}) };
    return stateOfKnown(context, { id: input.id, attributes: { documentation } });
  }

  @Mutation(() => EntityPayload, {
    description:
      'Says that something is no longer there; a feature table with its features. Refused for artifacts that something refers to.',
  })
  remove(@Arg('input', () => RemoveInput) { id, ban }: RemoveInput, @Ctx() context: Context): Promise<EntityPayload> {
    const claim = { id, removed: { ban: ban ?? false } };
    const kind = kindOf(id);
    if (kind === 'ARTIFACT') return removeArtifact(context, claim);
    return kind === 'FEATURE_TABLE' ? removeFeatureTable(context, claim) : stateOfKnown(context, claim);
  }
}
