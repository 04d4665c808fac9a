import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { ColumnInput, schemaRules } from '../pipeline/schema.input.js';
import { MERGE_KINDS, type MergeKind as MergeKindName, type WorkflowNodeKind as NodeKindName, WORKFLOW_NODE_KINDS } from './definition.js';
import { MergeKind, WorkflowNodeKind } from './definition.type.js';

@InputType({ description: 'INNER, LEFT, RIGHT and FULL join on keys; UNION needs equal columns; CUSTOM is a segment of one’s own.' })
export class MergeInput {
  @Field(() => MergeKind) how!: MergeKindName;
  @Field(() => [String], { nullable: true, description: 'Key columns of a join, named the same on every side.' }) on?: string[] | null;
  @Field(() => ID, { nullable: true }) segmentVersion?: string | null;
}

@InputType({
  description: 'SOURCE has dataset or columns; MERGE has inputs and merge; PIPELINE has one input and pipelineVersion; SINK one input.',
})
export class WorkflowNodeInput {
  @Field(() => String, { description: 'Unique in its workflow.' }) id!: string;
  @Field(() => WorkflowNodeKind) kind!: NodeKindName;
  @Field(() => [String], { nullable: true, description: 'The ids of the nodes that it reads; at most 100.' }) inputs?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'A dataset, or a feature table.' }) dataset?: string | null;
  @Field(() => [ColumnInput], {
    nullable: true,
    description: 'What a source gives (instead of all of its dataset), a custom merge gives, a sink needs.',
  })
  columns?: ColumnInput[] | null;
  @Field(() => ID, { nullable: true }) pipelineVersion?: string | null;
  @Field(() => MergeInput, { nullable: true }) merge?: MergeInput | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A trained instance; a transformation workflow binds each pipeline that needs fitting to one.',
  })
  fitted?: string | null;
}

@InputType({ description: 'A directed acyclic graph: at most 1,000 nodes, in any order.' })
export class WorkflowDefinitionInput {
  @Field(() => [WorkflowNodeInput]) nodes!: WorkflowNodeInput[];
}

/** The rules of workflows say what is wrong beyond this, all at once; here is only what nobody should have to look at. */
const MANY = 10_000;
const text = z.string().max(500, 'has at most 500 characters');
const id = z
  .string()
  .max(2000, 'has at most 2,000 characters')
  .nullish()
  .transform((given) => given ?? undefined);

const mergeRules = z.object({
  how: z.enum(MERGE_KINDS),
  on: z
    .array(text)
    .max(100, 'has at most 100 keys')
    .nullish()
    .transform((keys) => keys ?? undefined),
  segmentVersion: id,
});

const nodeRules = z.object({
  id: text,
  kind: z.enum(WORKFLOW_NODE_KINDS),
  inputs: z
    .array(text)
    .max(MANY, `has at most ${MANY} inputs`)
    .nullish()
    .transform((inputs) => inputs ?? []),
  dataset: id,
  columns: schemaRules.nullish().transform((columns) => columns ?? undefined),
  pipelineVersion: id,
  merge: mergeRules.nullish().transform((merge) => merge ?? undefined),
  fitted: id,
});

/** Gives a WorkflowDefinition. */
export const definitionRules = z.object({ nodes: z.array(nodeRules).max(MANY, `has at most ${MANY} nodes`) });
