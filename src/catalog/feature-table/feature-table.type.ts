import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { DataType } from '../feature/data-type.js';
import { FeatureDataType } from '../feature/feature.type.js';
import type { Store, TypedColumn } from './definition.js';
import type { FeatureTableRow, ResolvedMaterialisation } from './feature-table.js';
import type { Binding, EnvironmentBindings } from './location.js';

export const FeatureStore = { OFFLINE: 'OFFLINE', ONLINE: 'ONLINE' } as const satisfies { [S in Store]: S };
registerEnumType(FeatureStore, { name: 'FeatureStore', description: 'For training (OFFLINE) or for serving (ONLINE).' });

@ObjectType('FeatureTableColumn', { simpleResolvers: true, description: 'A key, or the event time.' })
export class FeatureTableColumn implements TypedColumn {
  @Field(() => String) name!: string;
  @Field(() => FeatureDataType) dataType!: DataType;
  @Field(() => String, { nullable: true, description: 'The type as the engine calls it.' }) engineType!: string | null;
}

@ObjectType('FeatureTableBinding', { simpleResolvers: true })
export class FeatureTableBinding implements Binding {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@ObjectType('FeatureTableBindings', { simpleResolvers: true, description: 'What names in locations stand for in an environment.' })
export class FeatureTableBindings implements EnvironmentBindings {
  @Field(() => String) environment!: string;
  @Field(() => [FeatureTableBinding]) values!: readonly Binding[];
}

@ObjectType({ simpleResolvers: true, description: 'A dataset that holds a feature table, in one environment.' })
export class Materialisation implements ResolvedMaterialisation {
  @Field(() => String) name!: string;
  @Field(() => FeatureStore) store!: Store;
  @Field(() => String) environment!: string;
  @Field(() => String, { nullable: true, description: 'With the names that its environment binds resolved.' }) location!: string | null;
  @Field(() => String, { nullable: true, description: 'As it was written: ${lake}/features/churn.' }) locationTemplate!: string | null;
  @Field(() => ID) datasetId!: string;
}

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A set of features about the same keys: the definition, apart from the datasets that hold it.',
})
export class FeatureTable extends Entity {
  @Field(() => Int, {
    nullable: true,
    description: 'From 1; the next, a version of its own, with every definition that differs. Null: not registered yet.',
  })
  revision!: number | null;
  @Field(() => String, { nullable: true, description: 'How often it is computed: an ISO 8601 duration.' }) cadence!: string | null;
  @Field(() => String, { nullable: true, description: 'How old it may be: an ISO 8601 duration.' }) expectedFreshness!: string | null;
  @Field(() => FeatureTableColumn, { nullable: true, description: 'When what a row says was so.' }) eventTime!: TypedColumn | null;
}

export const FeatureTableConnection = connectionOf('FeatureTable', () => FeatureTable);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class FeatureTablePayload extends Payload {
  @Field(() => FeatureTable, { nullable: true, description: 'Null when it was refused.' }) featureTable!: FeatureTableRow | null;
}
