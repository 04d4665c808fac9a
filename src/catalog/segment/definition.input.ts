import { Field, Float, InputType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { enumOf } from '../../graphql/enum.js';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import {
  DYNAMIC,
  type Dynamic as DynamicName,
  FITS,
  type Fits as FitsName,
  LABEL_REQUIREMENTS,
  type LabelRequirement as LabelRequirementName,
  PARAM_TYPES,
  ROLES,
  type Role as RoleName,
  type SegmentDefinition,
} from './definition.js';
import { Fits } from './version.type.js';

const ColumnRole = enumOf<RoleName>(ROLES);
const LabelRequirement = enumOf<LabelRequirementName>(LABEL_REQUIREMENTS);
const DynamicSchema = enumOf<DynamicName>(DYNAMIC);
const TypeRelation = enumOf(['ARRAY', 'ELEMENT', 'SAME'] as const);
const Nullability = enumOf(['ALWAYS', 'INPUT', 'NEVER'] as const);
registerEnumType(ColumnRole, { name: 'ColumnRole', description: 'What a segment needs a column for.' });
registerEnumType(LabelRequirement, { name: 'LabelRequirement' });
registerEnumType(DynamicSchema, {
  name: 'DynamicSchema',
  description: 'A function that says what rules cannot; UNKNOWN: nobody can tell.',
});
registerEnumType(TypeRelation, { name: 'TypeRelation', description: 'An array of the other type, its elements, or the same type.' });
registerEnumType(Nullability, { name: 'Nullability', description: 'INPUT: as in the column it is like.' });

@InputType()
export class CodeLocationInput {
  @Field(() => String, { nullable: true }) repository?: string | null;
  @Field(() => String, { nullable: true }) path?: string | null;
  @Field(() => String, { nullable: true }) commit?: string | null;
  @Field(() => String, { nullable: true, description: 'The class or function that is called.' }) entryPoint?: string | null;
  @Field(() => String, { nullable: true, description: 'A package, a jar, an image.' }) artifact?: string | null;
}

@InputType()
export class ParamInput {
  @Field(() => String) name!: string;
  @Field(() => String, { description: `One of ${PARAM_TYPES.join(', ')}.` }) type!: string;
  @Field(() => Json, { nullable: true, description: 'In texts <uid> stands for the step’s own name.' }) default?: JsonValue;
  @Field(() => Boolean, { nullable: true }) required?: boolean | null;
  @Field(() => Float, { nullable: true }) min?: number | null;
  @Field(() => Float, { nullable: true }) max?: number | null;
  @Field(() => Boolean, { nullable: true }) exclusiveMin?: boolean | null;
  @Field(() => Boolean, { nullable: true }) exclusiveMax?: boolean | null;
  @Field(() => [Float], { nullable: true, description: 'Numbers within the bounds that it may not be.' }) except?: number[] | null;
  @Field(() => [String], { nullable: true, description: 'The texts that it may be.' }) values?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Only to be given together with that other param.' }) goesWith?: string | null;
}

@InputType({ description: 'One column by its name, or those that a param names.' })
export class ColumnReferenceInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) param?: string | null;
  @Field(() => String, { nullable: true, description: 'A second param, which names several instead.' }) plural?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Nothing, where the param is not given or empty.' }) optional?: boolean | null;
}

@InputType()
export class NeededColumnInput extends ColumnReferenceInput {
  @Field(() => [String], { nullable: true, description: 'Types, or families of them: any, array, decimal, map, numeric, struct.' })
  types?: string[] | null;
  @Field(() => ColumnRole, { nullable: true }) role?: RoleName | null;
  @Field(() => Boolean, { nullable: true, description: 'That it is not there shows only when it is run.' }) lazy?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'None of them twice, where there are several.' }) distinct?: boolean | null;
}

@InputType({ description: 'A column that is added, or changed where it is. Its type is said, or follows from a needed column.' })
export class ResultColumnInput extends ColumnReferenceInput {
  @Field(() => String, { nullable: true }) type?: string | null;
  @Field(() => String, { nullable: true, description: 'The param or name of the needed column whose type it follows.' }) like?:
    | string
    | null;
  @Field(() => TypeRelation, { nullable: true }) as?: 'ARRAY' | 'ELEMENT' | 'SAME' | null;
  @Field(() => Nullability, { nullable: true }) nullable?: 'ALWAYS' | 'INPUT' | 'NEVER' | null;
  @Field(() => [String], { nullable: true, description: 'Only where the column it is like has one of these types.' }) when?:
    | string[]
    | null;
  @Field(() => Boolean, { nullable: true, description: 'A column of that name which is there stays as it is.' })
  unlessThere?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'A column of that name may be there: then there are two.' })
  evenIfThere?: boolean | null;
}

@InputType({ description: 'What a segment does to the columns of a data frame, in this order.' })
export class SchemaRuleInput {
  @Field(() => [NeededColumnInput], { nullable: true }) needs?: NeededColumnInput[] | null;
  @Field(() => [ColumnReferenceInput], { nullable: true }) drops?: ColumnReferenceInput[] | null;
  @Field(() => [ResultColumnInput], { nullable: true }) changes?: ResultColumnInput[] | null;
  @Field(() => [ResultColumnInput], { nullable: true }) adds?: ResultColumnInput[] | null;
  @Field(() => DynamicSchema, { nullable: true }) dynamic?: DynamicName | null;
}

@InputType()
export class EstimatorInput {
  @Field(() => String, { nullable: true, description: 'CLASSIFICATION, REGRESSION, CLUSTERING, ...' }) task?: string | null;
  @Field(() => LabelRequirement, { nullable: true }) label?: LabelRequirementName | null;
  @Field(() => String, { nullable: true, description: 'What fitting gives: the class of the model.' }) gives?: string | null;
}

@InputType()
export class SegmentDefinitionInput {
  @Field(() => Fits, { defaultValue: 'NONE' }) fits!: FitsName;
  @Field(() => String, { nullable: true }) language?: string | null;
  @Field(() => CodeLocationInput, { nullable: true }) code?: CodeLocationInput | null;
  @Field(() => [ParamInput], { nullable: true }) params?: ParamInput[] | null;
  @Field(() => SchemaRuleInput, { nullable: true, description: 'Left out: what comes out of it is unknown.' })
  schema?: SchemaRuleInput | null;
  @Field(() => EstimatorInput, { nullable: true }) estimator?: EstimatorInput | null;
}

const MAX_ITEMS = 500;
const short = z.string().min(1, 'must not be empty').max(2000, 'has at most 2,000 characters');
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ITEMS, `has at most ${MAX_ITEMS} items`);
const absent = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

const reference = { name: absent(short), param: absent(short), plural: absent(short), optional: absent(z.boolean()) };
const result = z.object({
  ...reference,
  type: absent(short),
  like: absent(short),
  as: absent(z.enum(['ARRAY', 'ELEMENT', 'SAME'])),
  nullable: absent(z.enum(['ALWAYS', 'INPUT', 'NEVER'])),
  when: absent(list(short)),
  unlessThere: absent(z.boolean()),
  evenIfThere: absent(z.boolean()),
});
const schema = z.object({
  needs: list(
    z.object({
      ...reference,
      types: absent(list(short)),
      role: absent(z.enum(ROLES)),
      lazy: absent(z.boolean()),
      distinct: absent(z.boolean()),
    }),
  )
    .nullish()
    .transform((needs) => needs ?? []),
  drops: absent(list(z.object(reference))),
  changes: absent(list(result)),
  adds: list(result)
    .nullish()
    .transform((adds) => adds ?? []),
  dynamic: absent(z.enum(DYNAMIC)),
});
export const paramRules = z.object({
  name: short,
  type: z.enum(PARAM_TYPES, { error: `must be one of ${PARAM_TYPES.join(', ')}` }),
  default: absent(z.json()),
  required: absent(z.boolean()),
  min: absent(z.number()),
  max: absent(z.number()),
  exclusiveMin: absent(z.boolean()),
  exclusiveMax: absent(z.boolean()),
  except: absent(list(z.number())),
  values: absent(list(short)),
  goesWith: absent(short),
});

export const definitionRules: z.ZodType<SegmentDefinition> = z.object({
  fits: z.enum(FITS),
  language: absent(short),
  code: absent(
    z.object({ repository: absent(short), path: absent(short), commit: absent(short), entryPoint: absent(short), artifact: absent(short) }),
  ),
  params: list(paramRules)
    .nullish()
    .transform((params) => params ?? []),
  schema: schema.nullish().transform((rule) => rule ?? ({ needs: [], adds: [], dynamic: 'UNKNOWN' } as const)),
  estimator: absent(z.object({ task: absent(short), label: absent(z.enum(LABEL_REQUIREMENTS)), gives: absent(short) })),
}) as unknown as z.ZodType<SegmentDefinition>;
