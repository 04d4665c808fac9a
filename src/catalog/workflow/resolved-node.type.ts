import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../../graphql/payload.js';
import type { Problem as ProblemRow } from '../../write/fact.js';
import { Dataset } from '../dataset/dataset.type.js';
import type { EntityRow } from '../entity/row.js';
import type { ResolvedMaterialisation } from '../feature-table/feature-table.js';
import { Materialisation } from '../feature-table/feature-table.type.js';
import type { WorkflowNode as NodeRow } from './definition.js';
import { WorkflowNode } from './definition.type.js';

@ObjectType({ simpleResolvers: true, description: 'What a source or sink stands for in an environment.' })
export class ResolvedWorkflowNode {
  @Field(() => WorkflowNode) node!: NodeRow;
  @Field(() => Dataset, { nullable: true, description: 'What is read or written there; null: problem says why.' })
  dataset!: EntityRow | null;
  @Field(() => Materialisation, { nullable: true, description: 'Of a feature table: how it is held there, and where.' })
  materialisation!: ResolvedMaterialisation | null;
  @Field(() => Problem, {
    nullable: true,
    description: 'Why there is no dataset to use: dataset-named, known-dataset, materialised-in-environment, one-materialisation.',
  })
  problem!: ProblemRow | null;
}
