import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Json, Position } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { EntityFilter } from '../entity/entity.input.js';
import { newName } from '../entity/name.input.js';
import type { DataType } from '../feature/data-type.js';
import type { NullPolicy, SemanticKind } from '../feature/feature.js';
import { FeatureDataType, FeatureNullPolicy, FeatureSemanticKind } from '../feature/feature.type.js';
import type { FeatureDraft, FeatureTableDraft, Store } from './definition.js';
import type { FeatureTableFilter as Filter } from './feature-table.repository.js';
import { FeatureStore } from './feature-table.type.js';

@InputType()
export class FeatureTableFilter extends EntityFilter implements Filter {
  @Field(() => String, { nullable: true, description: 'Words, each anywhere in name or description, in upper or lower case.' })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'A data source in which a materialisation lies.' }) source?: string | null;
  @Field(() => ID, { nullable: true, description: 'A dataset that holds it.' }) dataset?: string | null;
  @Field(() => ID, { nullable: true, description: 'What computes it.' }) computedBy?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is older than its expectedFreshness allows.' })
  stale?: boolean | null;
}

@InputType({ description: 'A key, or the event time.' })
export class FeatureTableColumnInput {
  @Field(() => String) name!: string;
  @Field(() => FeatureDataType) dataType!: DataType;
  @Field(() => String, { nullable: true, description: 'The type as the engine calls it.' }) engineType?: string | null;
}

@InputType()
export class FeatureTableBindingInput {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@InputType({ description: 'What names in locations stand for in an environment.' })
export class FeatureTableBindingsInput {
  @Field(() => String) environment!: string;
  @Field(() => [FeatureTableBindingInput]) values!: FeatureTableBindingInput[];
}

@InputType({ description: 'A dataset that holds the table.' })
export class MaterialisationInput {
  @Field(() => String) name!: string;
  @Field(() => FeatureStore) store!: Store;
  @Field(() => String) environment!: string;
  @Field(() => ID, { description: 'The id of a dataset that is known.' }) dataset!: string;
  @Field(() => String, { nullable: true, description: '`${name}` stands for what the environment binds to the name.' })
  location?: string | null;
}

@InputType()
export class FeatureColumnInput {
  @Field(() => String) column!: string;
  @Field(() => String, { nullable: true, description: 'The name of a materialisation; left out: in all.' }) materialisation?: string | null;
}

@InputType()
export class FeatureInput implements FeatureDraft {
  @Field(() => String) name!: string;
  @Field(() => FeatureDataType) dataType!: DataType;
  @Field(() => String, { nullable: true, description: 'The type as the engine calls it.' }) engineType?: string | null;
  @Field(() => FeatureSemanticKind) semanticKind!: SemanticKind;
  @Field(() => Int, { nullable: true, description: 'Of an embedding: how many numbers it has.' }) dimension?: number | null;
  @Field(() => String, { nullable: true, description: 'EUR, minutes, ...' }) unit?: string | null;
  @Field(() => Json, { nullable: true, description: 'A value of the type; LONG and DECIMAL as text where JSON would round it.' })
  default?: JsonValue;
  @Field(() => FeatureNullPolicy, { nullable: true, description: 'ALLOWED when left out.' }) nullPolicy?: NullPolicy | null;
  @Field(() => String, { nullable: true, description: 'Left out: stays as it was.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of tags, or plain names.' }) tags?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'The version of a segment that computes it; or give an expression.' })
  computedBy?: string | null;
  @Field(() => String, { nullable: true }) expression?: string | null;
  @Field(() => [FeatureColumnInput], { nullable: true, description: 'Where its column has another name than the feature.' })
  columns?: FeatureColumnInput[] | null;
}

@InputType({ description: 'The whole definition: it takes the place of the one before, and features that are left out are removed.' })
export class RegisterFeatureTableInput implements FeatureTableDraft {
  @Field(() => String, { nullable: true, description: '"default" when left out.' }) namespace?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Left out: stays as it was.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of tags, or plain names.' }) tags?: string[] | null;
  @Field(() => [FeatureTableColumnInput], { nullable: true, description: 'What a row is about.' }) keys?: FeatureTableColumnInput[] | null;
  @Field(() => FeatureTableColumnInput, { nullable: true, description: 'When what a row says was so.' })
  eventTime?: FeatureTableColumnInput | null;
  @Field(() => String, { nullable: true, description: 'How often it is computed: an ISO 8601 duration, PT15M, P1D.' }) cadence?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'How old it may be: an ISO 8601 duration.' }) expectedFreshness?: string | null;
  @Field(() => ID, { nullable: true, description: 'A pipeline, a workflow, a version of either, or a job.' }) computedBy?: string | null;
  @Field(() => [FeatureInput], { description: '1 to 1,000.' }) features!: FeatureInput[];
  @Field(() => [MaterialisationInput], { nullable: true }) materialisations?: MaterialisationInput[] | null;
  @Field(() => [FeatureTableBindingsInput], { nullable: true }) bindings?: FeatureTableBindingsInput[] | null;
  @Field(() => Position, { nullable: true, description: 'The lastPosition that the table must still be at; else CONFLICT.' })
  expectedPosition?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const text = (max: number) => z.string().max(max, `has at most ${max} characters`).nullish();
const name = (max: number) => z.string().min(1, 'must not be empty').max(max, `has at most ${max} characters`);

/** How long texts may be; what they may say is told by feature-table-rules.ts. */
export const registerFeatureTableRules = z.looseObject({
  namespace: name(500).nullish(),
  name: newName(200),
  description: text(50_000),
  idempotencyKey: text(200),
  bindings: z.array(z.looseObject({ values: z.array(z.looseObject({ value: text(2000) })) })).nullish(),
  features: z.array(
    z.looseObject({ description: text(10_000), expression: text(10_000), engineType: text(200), unit: text(100), computedBy: text(2000) }),
  ),
  keys: z.array(z.looseObject({ engineType: text(200) })).nullish(),
  materialisations: z.array(z.looseObject({ dataset: text(2000), location: text(2000) })).nullish(),
});
