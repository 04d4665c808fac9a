import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { DefinitionFilter } from '../entity/definition-filter.input.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { publicationRules } from '../segment/segment.input.js';
import type { PipelineFilter as Filter } from './pipeline.repository.js';
import { MAX_STEPS } from './pipeline-rules.js';
import type { PipelineKind as PipelineKindName } from './schema.js';
import { PipelineKind } from './version.type.js';

@InputType({ description: 'What is in a pipeline is asked of its newest published version.' })
export class PipelineFilter extends DefinitionFilter implements Filter {
  @Field(() => ID, { nullable: true, description: 'A segment, or one of its versions, that is among its steps.' }) segment?: string | null;
  @Field(() => PipelineKind, { nullable: true }) pipelineKind?: PipelineKindName | null;
  @Field(() => Boolean, { nullable: true }) needsFitting?: boolean | null;
}

@InputType()
export class PipelineStepInput {
  @Field(() => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace?: string | null;
  @Field(() => String, { description: 'The segment’s name; a stock stage of Spark ML is one of the namespace spark.ml.' }) segment!: string;
  @Field(() => Int, { nullable: true, description: 'The segment’s version; by default its newest.' }) number?: number | null;
  @Field(() => Json, { nullable: true, description: 'Values by the params’ names.' }) params?: JsonValue;
}

@InputType()
export class PublishPipelineInput {
  @Field(() => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'A tag or semantic version for people.' }) label?: string | null;
  @Field(() => String, { nullable: true, description: 'Says what the pipeline is.' }) description?: string | null;
  @Field(() => [PipelineStepInput], { description: 'In order.' }) steps!: PipelineStepInput[];
  @Field(() => Boolean, { nullable: true, description: 'May be incomplete; no workflow can be built on it.' }) draft?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const name = z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters');

export const publishPipelineRules = publicationRules.extend({
  steps: z
    .array(
      z.object({
        namespace: name.nullish().transform((namespace) => namespace ?? DEFAULT_NAMESPACE),
        segment: name,
        number: z.int('must be a whole number').min(1, 'is at least 1').nullish(),
        params: z
          .record(z.string(), z.json(), 'must be an object: values by the params’ names')
          .nullish()
          .transform((params) => params ?? {}),
      }),
    )
    .max(MAX_STEPS, `has at most ${MAX_STEPS} steps`),
});

export type RequestedStep = z.infer<typeof publishPipelineRules>['steps'][number];
