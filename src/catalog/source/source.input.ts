import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import type { Access, Place, DataSourceType as Type } from './source.js';
import type { DataSourceFilter as Filter } from './source.repository.js';
import { DataSourceType } from './source.type.js';

@InputType()
export class DataSourceFilter extends EntityFilter implements Filter {
  @Field(() => DataSourceType, { nullable: true }) type?: Type | null;
}

@InputType({ description: 'A data center of one’s own, or a cloud and its region.' })
export class DataSourcePlaceInput {
  @Field(() => String, { nullable: true }) dataCenter?: string | null;
  @Field(() => String, { nullable: true }) cloud?: string | null;
  @Field(() => String, { nullable: true }) region?: string | null;
}

@InputType()
export class DataSourceAccessInput {
  @Field(() => String, { nullable: true }) uri?: string | null;
  @Field(() => String, { nullable: true, description: 'A hint for people.' }) instructions?: string | null;
}

@InputType({ description: 'What is left out stays as it was; an empty text or object takes back what the same person said before.' })
export class RegisterDataSourceInput {
  @Field(() => String, { description: 'As OpenLineage names it: postgres://host:port, s3://bucket.' }) namespace!: string;
  @Field(() => DataSourceType, { nullable: true }) type?: Type | null;
  @Field(() => DataSourcePlaceInput, { nullable: true }) place?: DataSourcePlaceInput | null;
  @Field(() => DataSourceAccessInput, { nullable: true }) access?: DataSourceAccessInput | null;
  @Field(() => String, { nullable: true, description: 'What people call it.' }) name?: string | null;
}

const text = (max: number) => z.string().max(max, `has at most ${max} characters`).nullish();

export const registerDataSourceRules = z.object({
  namespace: z.string().min(1, 'must not be empty').max(1000, 'has at most 1000 characters'),
  type: z.string().nullish(),
  place: z.object({ dataCenter: text(200), cloud: text(200), region: text(200) }).nullish(),
  access: z.object({ uri: text(2000), instructions: text(10_000) }).nullish(),
  name: text(500),
});

/** The given parts of a place or access; null when there is none. */
export function partsOf<Parts extends Place | Access>(
  given: { readonly [Name in keyof Parts]?: string | null },
): Record<string, string> | null {
  const parts = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}
