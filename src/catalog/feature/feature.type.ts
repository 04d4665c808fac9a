import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Json } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import { DATA_TYPES, type DataType } from './data-type.js';
import { NULL_POLICIES, type NullPolicy, SEMANTIC_KINDS, type SemanticKind } from './feature.js';

export const FeatureDataType = enumOf(DATA_TYPES);
registerEnumType(FeatureDataType, { name: 'FeatureDataType', description: 'Logical types, whatever the engines call them.' });

export const FeatureSemanticKind = enumOf(SEMANTIC_KINDS);
registerEnumType(FeatureSemanticKind, {
  name: 'FeatureSemanticKind',
  description: 'What a value means, which its type alone does not tell.',
});

export const FeatureNullPolicy = enumOf(NULL_POLICIES);
registerEnumType(FeatureNullPolicy, {
  name: 'FeatureNullPolicy',
  description: 'What happens to a missing value.',
  valuesConfig: {
    ALLOWED: { description: 'It stays missing.' },
    DEFAULT: { description: 'The default takes its place.' },
    REFUSED: { description: 'Its row is refused.' },
  },
});

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'One feature of a feature table: the definition, apart from the columns that carry it.',
})
export class Feature extends Entity {
  @Field(() => FeatureDataType, { nullable: true, description: 'Null: it was named and not registered yet.' }) dataType!: DataType | null;
  @Field(() => String, { nullable: true, description: 'The type as the engine calls it.' }) engineType!: string | null;
  @Field(() => FeatureSemanticKind, { nullable: true }) semanticKind!: SemanticKind | null;
  @Field(() => Int, { nullable: true, description: 'Of an embedding: how many numbers it has.' }) dimension!: number | null;
  @Field(() => String, { nullable: true, description: 'EUR, minutes, ...' }) unit!: string | null;
  @Field(() => Json, { nullable: true }) default!: unknown;
  @Field(() => FeatureNullPolicy, { nullable: true }) nullPolicy!: NullPolicy | null;
  @Field(() => String, { nullable: true, description: 'What computes it, where that is an expression.' }) expression!: string | null;
}

export const FeatureConnection = connectionOf('Feature', () => Feature);
