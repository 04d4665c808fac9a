import { ArgsType, Field, ID, Int } from 'type-graphql';
import { EntityKind } from '../catalog/entity/entity.type.js';
import { checkFirst } from '../catalog/entity/page.js';
import type { Kind } from '../catalog/kind.js';
import { BadInput } from '../errors.js';
import { Position } from '../graphql/scalars.js';
import type { LineageDirection as Direction, LineageLevel as Level, LineageQuestion } from './lineage.js';
import { LineageDirection, LineageLevel } from './lineage.type.js';

@ArgsType()
export class LineageArgs {
  @Field(() => ID) id!: string;
  @Field(() => LineageDirection) direction!: Direction;
  @Field(() => Int, { nullable: true, description: 'In edges (dataset, job, dataset is 2); null: all the way.' }) depth?: number | null;
  @Field(() => LineageLevel, { nullable: true, defaultValue: 'ASSET' }) level?: Level | null;
  @Field(() => [EntityKind], { nullable: true, description: 'What is returned; all is walked. What is skipped is in via of the edges.' })
  kinds?: Kind[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'At level COLUMN: filters, joins and the like too.' })
  includeIndirect?: boolean | null;
  @Field(() => Int, { nullable: true, defaultValue: 100, description: '1 to 1000.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
export class LineageFeedArgs {
  @Field(() => ID) id!: string;
  @Field(() => LineageDirection) direction!: Direction;
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'In edges; null: all the way.' }) depth?: number | null;
  @Field(() => Position, { nullable: true, description: 'Changes after this position; null: from now on.' }) after?: number | null;
}

export const MAX_LINEAGE_PAGE = 1000;

/** Throws BadInput. */
export function checkDepth(depth: number | null): void {
  if (depth !== null && depth < 0) throw new BadInput(`depth is ${depth}; it must be 0 or more, or null for all the way.`, ['depth']);
}

/** Throws BadInput when a number is out of bounds. */
export function questionOf(args: LineageArgs, evidence: boolean): LineageQuestion {
  const { id, direction, depth = null, level, kinds = null, includeIndirect } = args;
  checkFirst(args.first ?? 100, MAX_LINEAGE_PAGE);
  checkDepth(depth);
  return { id, direction, depth, level: level ?? 'ASSET', kinds, includeIndirect: includeIndirect ?? false, evidence };
}
