import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { DateTime, Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { EntityFilter } from '../entity/entity.input.js';
import { newName } from '../entity/name.input.js';
import { MetricFilter } from '../model/model.input.js';
import type { Time } from '../time.js';
import type { Stage } from './definition.js';
import type { TrainedModelFilter as Filter } from './trained-model.repository.js';
import { ModelStage } from './trained-model.type.js';

@InputType()
export class TrainedModelFilter extends EntityFilter implements Filter {
  @Field(() => ID, { nullable: true }) model?: string | null;
  @Field(() => ModelStage, { nullable: true }) stage?: Stage | null;
  @Field(() => ID, { nullable: true, description: 'A dataset, or a version of one, that it was trained on.' }) trainedOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'A feature that its model uses.' }) feature?: string | null;
  @Field(() => MetricFilter, { nullable: true, description: 'Its last value by a criterion.' }) metric?: MetricFilter | null;
}

@InputType()
export class ScoreInput {
  @Field(() => String) criterion!: string;
  @Field(() => Float) value!: number;
}

@InputType()
export class SignatureColumnInput {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'As the framework calls it.' }) type!: string;
  @Field(() => Boolean, { nullable: true }) nullable?: boolean | null;
}

@InputType({ description: 'What goes into a prediction, and what comes out.' })
export class ModelSignatureInput {
  @Field(() => [SignatureColumnInput], { nullable: true }) inputs?: SignatureColumnInput[] | null;
  @Field(() => [SignatureColumnInput], { nullable: true }) outputs?: SignatureColumnInput[] | null;
}

@InputType()
export class RecordTrainedModelInput {
  @Field(() => ID, { description: 'A model, or the plain name of one in the namespace "default".' }) model!: string;
  @Field(() => Int, { nullable: true, description: 'The next when left out. A number is given once.' }) number?: number | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of tags, or plain names.' }) tags?: string[] | null;
  @Field(() => Json, { nullable: true, description: 'By name, {"maxDepth": 5}; what is left out has the model’s default.' })
  hyperparameters?: Record<string, JsonValue> | null;
  @Field(() => DateTime, { nullable: true }) trainedAt?: Time | null;
  @Field(() => ID, { nullable: true, description: 'The run that trained it.' }) run?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Versions of datasets, or datasets; at most 1,000.' }) trainedOn?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'What came out of it; at most 1,000.' }) artifacts?: string[] | null;
  @Field(() => [ScoreInput], { nullable: true, description: 'As training itself measured; at most 1,000.' }) metrics?: ScoreInput[] | null;
  @Field(() => ModelSignatureInput, { nullable: true }) signature?: ModelSignatureInput | null;
  @Field(() => String, { nullable: true, description: 'With its version; as its model says when left out.' }) framework?: string | null;
  @Field(() => ModelStage, { nullable: true, description: 'CANDIDATE when left out.' }) stage?: Stage | null;
  @Field(() => [String], { nullable: true, description: 'Names that it goes by from now on, instead of another: champion.' })
  aliases?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Says that a trained model goes by a name, instead of another; or that none does.' })
export class SetModelAliasInput {
  @Field(() => ID, { description: 'A model, or the plain name of one in the namespace "default".' }) model!: string;
  @Field(() => String, { description: 'champion, challenger, ...' }) alias!: string;
  @Field(() => Int, { nullable: true, description: 'The number of a trained model; left out: nothing goes by the name any longer.' })
  number?: number | null;
}

@InputType()
export class SetModelStageInput {
  @Field(() => ID, { description: 'A trained model.' }) id!: string;
  @Field(() => ModelStage) stage!: Stage;
}

const MAX_ITEMS = 1000;
const text = (max: number) => z.string().max(max, `has at most ${max} characters`).nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ITEMS, `has at most ${MAX_ITEMS} items`).nullish();
const columns = list(z.looseObject({ name: z.string().min(1, 'must not be empty').max(500), type: z.string().max(500) }));

export const aliasRules = newName(100);

export const recordTrainedModelRules = z.looseObject({
  number: z.number().int().min(1, 'begins at 1').max(1_000_000_000, 'is at most 1,000,000,000').nullish(),
  description: text(50_000),
  framework: text(200),
  idempotencyKey: text(200),
  aliases: z.array(aliasRules).max(20, 'has at most 20 names').nullish(),
  artifacts: list(z.string().max(2000)),
  hyperparameters: z
    .record(z.string().max(500), z.json(), { error: 'must be an object of values by name' })
    .refine((values) => JSON.stringify(values).length <= 100_000, 'has at most 100,000 characters as JSON')
    .nullish(),
  metrics: list(z.looseObject({ criterion: newName(200), value: z.number({ error: 'must be a number' }) })),
  signature: z.looseObject({ inputs: columns, outputs: columns }).nullish(),
  trainedOn: list(z.string().max(2000)),
});

export const setModelAliasRules = z.looseObject({ alias: aliasRules });
