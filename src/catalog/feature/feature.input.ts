import { Field, ID, InputType } from 'type-graphql';
import { BadInput } from '../../errors.js';
import { EntityFilter } from '../entity/entity.input.js';
import { withIds } from '../entity/filter-ids.js';
import { before, parseDuration } from '../feature-table/duration.js';
import { type Time, timeOf } from '../time.js';
import type { DataType } from './data-type.js';
import type { SemanticKind } from './feature.js';
import { FeatureDataType, FeatureSemanticKind } from './feature.type.js';
import type { FeatureFilter as Filter } from './feature-list.repository.js';

@InputType({ description: 'Any mixture; each part narrows the list. An owner is the feature’s own or its table’s.' })
export class FeatureFilter extends EntityFilter {
  @Field(() => FeatureDataType, { nullable: true }) dataType?: DataType | null;
  @Field(() => FeatureSemanticKind, { nullable: true }) semanticKind?: SemanticKind | null;
  @Field(() => String, { nullable: true, description: 'Words, each anywhere in name or description, in upper or lower case.' })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'A feature table.' }) table?: string | null;
  @Field(() => ID, { nullable: true, description: 'A data source in which a materialisation of its table lies.' }) source?: string | null;
  @Field(() => String, { nullable: true, description: 'An ISO 8601 duration, P1D: a materialisation of its table was written within.' })
  writtenWithin?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether its table is older than its expectedFreshness allows.' })
  stale?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a model learns from it, or something is computed from its columns.' })
  used?: boolean | null;
}

const MAX_TEXT = 200;

/** `now`: milliseconds since 1970. Throws BadInput where a text cannot be understood. */
export function filterOf({ writtenWithin, ...filter }: FeatureFilter, now: number): Filter {
  if ((filter.text?.length ?? 0) > MAX_TEXT)
    throw new BadInput(`text has ${filter.text!.length} characters; it has at most ${MAX_TEXT}.`, ['filter', 'text']);
  return { ...withIds(filter), now, writtenSince: writtenWithin ? since(writtenWithin, now) : null };
}

function since(writtenWithin: string, now: number): Time {
  const duration = parseDuration(writtenWithin);
  if (!duration)
    throw new BadInput(`writtenWithin is "${writtenWithin.slice(0, 40)}"; it is an ISO 8601 duration such as "P1D" or "PT6H".`, [
      'filter',
      'writtenWithin',
    ]);
  return timeOf(before(now, duration));
}
