import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../graphql/enum.js';
import { SchemaColumn } from '../pipeline/schema.type.js';
import {
  MERGE_KINDS,
  type Merge,
  type MergeKind as MergeKindName,
  type WorkflowNodeKind as NodeKindName,
  WORKFLOW_KINDS,
  WORKFLOW_NODE_KINDS,
  type WorkflowKind as WorkflowKindName,
} from './definition.js';
import { type WorkflowSourceKind as SourceKindName, WORKFLOW_SOURCE_KINDS } from './source-kind.js';

export const WorkflowKind = enumOf<WorkflowKindName>(WORKFLOW_KINDS);
export const WorkflowNodeKind = enumOf<NodeKindName>(WORKFLOW_NODE_KINDS);
export const MergeKind = enumOf<MergeKindName>(MERGE_KINDS);
export const WorkflowSourceKind = enumOf<SourceKindName>(WORKFLOW_SOURCE_KINDS);
registerEnumType(WorkflowKind, { name: 'WorkflowKind', description: 'TRAINING: it ends in an estimation pipeline.' });
registerEnumType(WorkflowNodeKind, { name: 'WorkflowNodeKind' });
registerEnumType(MergeKind, { name: 'MergeKind', description: 'Joins in SQL’s words, a union, or a segment of one’s own.' });
registerEnumType(WorkflowSourceKind, { name: 'WorkflowSourceKind', description: 'By the data source that the dataset lies in.' });

@ObjectType({ simpleResolvers: true, description: 'How several data frames become one.' })
export class WorkflowMerge {
  @Field(() => MergeKind) how!: MergeKindName;
  @Field(() => [String], { nullable: true, description: 'The keys of a join.' }) on?: string[];
}

@ObjectType({ simpleResolvers: true, description: 'A source, merge, pipeline or sink of a workflow.' })
export class WorkflowNode {
  @Field(() => String, { description: 'Unique in its workflow.' }) id!: string;
  @Field(() => WorkflowNodeKind) kind!: NodeKindName;
  @Field(() => [String], { description: 'The ids of the nodes that it reads.' }) inputs!: string[];
  @Field(() => [SchemaColumn], { nullable: true, description: 'What a source gives, a custom merge gives, a sink needs; as it was said.' })
  columns?: SchemaColumn[];
  @Field(() => WorkflowMerge, { nullable: true }) merge?: Merge;
  @Field(() => ID, { nullable: true, description: 'The trained instance that a pipeline which needs fitting is applied with.' })
  fitted?: string;
}
