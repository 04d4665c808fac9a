import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { SchemaColumn } from '../pipeline/schema.type.js';
import {
  MERGE_KINDS,
  type Merge,
  type MergeKind as MergeKindName,
  type WorkflowNodeKind as NodeKindName,
  type WorkflowNode as NodeRow,
  WORKFLOW_KINDS,
  WORKFLOW_NODE_KINDS,
  type WorkflowKind as WorkflowKindName,
} from './definition.js';
import type { WorkflowDiff as Diff, FieldChange, NodeChange } from './diff.js';
import { type WorkflowSourceKind as SourceKindName, WORKFLOW_SOURCE_KINDS } from './source-kind.js';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };

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
  @Field(() => ID, { nullable: true, description: 'Of a custom merge: the version of a segment.' }) segmentVersion?: string;
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

@ObjectType({ simpleResolvers: true, description: 'A field of a node: inputs, dataset, merge.on, ...' })
export class WorkflowFieldChange implements FieldChange {
  @Field(() => String) field!: string;
  @Field(() => Json, { nullable: true, description: 'Null: it was not there.' }) before!: JsonValue;
  @Field(() => Json, { nullable: true, description: 'Null: it is no longer there.' }) after!: JsonValue;
}

@ObjectType({ simpleResolvers: true })
export class WorkflowNodeChange implements NodeChange {
  @Field(() => String, { description: 'The id of the node.' }) id!: string;
  @Field(() => [WorkflowFieldChange]) changes!: FieldChange[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'What is in one version and not in another; a node with another id was removed and added.',
})
export class WorkflowDiff implements Diff {
  @Field(() => [WorkflowNode]) added!: NodeRow[];
  @Field(() => [WorkflowNode]) removed!: NodeRow[];
  @Field(() => [WorkflowNodeChange]) changed!: NodeChange[];
}
