import { ArgsType, Field } from 'type-graphql';
import { z } from 'zod';
import { STORES, type Store } from '../feature-table/definition.js';
import { FeatureStore } from '../feature-table/feature-table.type.js';

@ArgsType()
export class PlaceArgs {
  @Field(() => String, { description: 'As materialisations of feature tables name it.' }) environment!: string;
  @Field(() => FeatureStore, { nullable: true, description: 'Needed where a feature table has an offline and an online one.' })
  store?: Store | null;
}

/** Gives a Place. */
export const placeRules = z.object({
  environment: z.string().max(200, 'has at most 200 characters'),
  store: z
    .enum(STORES)
    .nullish()
    .transform((store) => store ?? null),
});
