import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { columnType } from '../segment/column-type.js';
import type { DefinitionFilter as Filter } from './definition-list.repository.js';
import { EntityFilter } from './entity.input.js';

/** What lists of segments, pipelines and workflows can be narrowed by; each adds its own by extending it. */
@InputType()
export class DefinitionFilter extends EntityFilter implements Filter {
  @Field(() => String, { nullable: true, description: 'Words, each anywhere in name or description, upper or lower case.' })
  text?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'A type of columns that it takes: string, bigint, array<string>, vector, ...; of a workflow: that a part of it takes.',
  })
  accepts?: string | null;
  @Field(() => String, { nullable: true, description: 'A type of columns that it makes; with accepts: of those.' })
  produces?: string | null;
}

const type = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (text === null || text === undefined) return undefined;
    const known = columnType(text);
    if (known === undefined)
      context.addIssue({ code: 'custom', message: 'is no type of columns, such as string, bigint, array<string>, vector' });
    return known;
  });

const typeRules = z.object({ accepts: type, produces: type });

/** The filter with its types as `columnType` writes them. Throws when there is no such type. */
export function definitionFilter<F extends DefinitionFilter>(filter: F | undefined): F {
  return { ...filter, ...typeRules.parse(filter ?? {}) } as F;
}
