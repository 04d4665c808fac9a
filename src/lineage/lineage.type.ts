import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EntityKind, Node } from '../catalog/entity/entity.type.js';
import type { PageInfo as PageInfoRow } from '../catalog/entity/page.js';
import type { Kind } from '../catalog/kind.js';
import { PageInfo } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum.js';
import { Position } from '../graphql/scalars.js';
import { Evidence } from './evidence.type.js';
import {
  type LineageDirection as Direction,
  type LineageEdgeKind as EdgeKind,
  type LineageLevel as Level,
  LINEAGE_DIRECTIONS,
  LINEAGE_EDGE_KINDS,
  LINEAGE_LEVELS,
  type TruncationReason as Reason,
  TRUNCATION_REASONS,
} from './lineage.js';

export const LineageDirection = enumOf<Direction>(LINEAGE_DIRECTIONS);
registerEnumType(LineageDirection, { name: 'LineageDirection' });
export const LineageLevel = enumOf<Level>(LINEAGE_LEVELS);
registerEnumType(LineageLevel, { name: 'LineageLevel' });
export const LineageEdgeKind = enumOf<EdgeKind>(LINEAGE_EDGE_KINDS);
registerEnumType(LineageEdgeKind, {
  name: 'LineageEdgeKind',
  valuesConfig: {
    CARRIES: { description: 'A dataset holds a feature table, a column a feature.' },
    INCLUDED_IN: { description: 'A version of a segment is part of a pipeline’s, a version of a pipeline of a workflow’s.' },
    DEFINES: { description: 'A segment, pipeline or workflow has this version, a model this training of it.' },
    INFORMS: { description: 'A model uses a feature, or features of a table.' },
    TRAINS: {
      description:
        'A model was trained on a dataset; at level COLUMN, on a column of it where the model does not say which features it uses.',
    },
    PREDICTS: { description: 'A trained model made a set of predictions.' },
    SERVES: { description: 'It is served by a deployment, or put to use there.' },
    INFLUENCES: { description: 'Indirect: a column decides which rows of a dataset there are.' },
    FLOWS: { description: 'Several edges made one; what lies between them is in via.' },
  },
});
export const TruncationReason = enumOf<Reason>(TRUNCATION_REASONS);
registerEnumType(TruncationReason, { name: 'TruncationReason' });

@ObjectType({ simpleResolvers: true })
export class LineageNode {
  @Field(() => Node) entity!: object;
  @Field(() => Int, { description: 'In edges; negative upstream when the direction is BOTH.' }) distance!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Data flows from `from` to `to`.' })
export class LineageEdge {
  @Field(() => ID) from!: string;
  @Field(() => ID) to!: string;
  @Field(() => LineageEdgeKind) kind!: EdgeKind;
  @Field(() => [ID], { description: 'What lies between and is of no kind that was asked for.' }) via!: readonly string[];
  @Field(() => [Evidence]) evidence!: readonly object[];
}

@ObjectType({ simpleResolvers: true })
export class KindCount {
  @Field(() => EntityKind) kind!: Kind;
  @Field(() => Int) count!: number;
}

@ObjectType({ simpleResolvers: true })
export class Lineage {
  @Field(() => Node, { description: 'Where the walk began: the dataset of a version or column, the job of a run.' }) root!: object;
  @Field(() => [LineageNode], { description: 'This page, by distance, then id.' }) nodes!: readonly object[];
  @Field(() => [LineageEdge], { description: 'Those whose farther end is in this page: over all pages each comes once.' })
  edges!: readonly object[];
  @Field(() => [KindCount], { description: 'Of the whole answer.' }) counts!: readonly KindCount[];
  @Field(() => Int) maxDistance!: number;
  @Field(() => PageInfo) pageInfo!: PageInfoRow;
  @Field(() => Position, { description: 'The answer is at least this recent.' }) position!: number;
  @Field(() => Boolean, { description: 'False: even all pages together do not hold everything that was asked for.' }) complete!: boolean;
  @Field(() => TruncationReason, { nullable: true }) truncatedBecause!: Reason | null;
  @Field(() => [ID], { description: 'Where to go on from, when truncated.' }) frontier!: readonly string[];
}
