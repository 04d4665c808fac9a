import type { SchemaColumn } from '../../src/catalog/pipeline/schema.js';
import type { ColumnReference, ParamDefinition } from '../../src/catalog/segment/definition.js';
import type { StockStage } from '../../src/catalog/segment/stock-stages.js';
import type { Json } from '../../src/write/fact.js';
import type { Random } from '../support/random.js';

export interface Step {
  readonly segment: string;
  readonly params: Record<string, Json>;
}

export interface Case {
  readonly id: string;
  readonly input: readonly SchemaColumn[];
  readonly steps: readonly Step[];
}

export const TYPES = [
  'array<double>',
  'array<int>',
  'array<string>',
  'array<vector>',
  'bigint',
  'binary',
  'boolean',
  'date',
  'decimal(18,2)',
  'double',
  'float',
  'int',
  'map<string,int>',
  'smallint',
  'string',
  'struct<a:int,b:string>',
  'timestamp',
  'vector',
];

/** Without these a stage can't be asked anything. */
const SETTINGS: Readonly<Record<string, Record<string, Json>>> = {
  BucketedRandomProjectionLSH: { bucketLength: 2 },
  Bucketizer: { splits: ['-Infinity', 0, 1.5, 'Infinity'] },
  ElementwiseProduct: { scalingVec: [1, 2.5] },
  MultilayerPerceptronClassifier: { layers: [4, 3, 2] },
  PCA: { k: 3 },
  UnivariateFeatureSelector: { featureType: 'categorical', labelType: 'continuous' },
  VectorSizeHint: { size: 3 },
  VectorSlicer: { indices: [0, 2] },
};
const PLURAL_SETTINGS: Readonly<Record<string, (count: number) => Record<string, Json>>> = {
  Bucketizer: (count) => ({ splitsArray: Array.from({ length: count }, () => [0, 1, 2]) }),
};
const FORMULAS = ['y ~ a + b', 'y ~ .', 'label ~ a', 'y ~ . - a'];
const STATEMENTS = [
  'SELECT * FROM __THIS__',
  'SELECT *, 1 AS one, 2.5D AS half FROM __THIS__ WHERE one IS NULL',
  'SELECT *, upper("x") AS shout, length("abc") > 2 AS long FROM __THIS__',
  'SELECT *, CAST(1 AS bigint) AS big FROM __THIS__ LIMIT 5',
];

const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)]!;
const chance = (random: Random, share: number): boolean => random.next() < share;

/** Makes cases for the stock stages: pure, the same for the same random numbers. */
export class CaseMaker {
  private made = 0;

  constructor(
    private readonly stages: readonly StockStage[],
    private readonly random: Random,
  ) {}

  /** Each stage alone, over `types` of its columns, and with what else can go wrong. */
  alone(types: readonly string[] = TYPES): Case[] {
    return this.stages.flatMap((stage) => [
      ...types.map((type) => this.single(stage, { main: type })),
      ...types.map((type) => this.single(stage, { side: type })),
      ...types.map((type) => this.single(stage, { optional: type })),
      this.single(stage, { missing: true }),
      this.single(stage, { taken: true }),
      this.single(stage, { defaults: true }),
      this.single(stage, { plural: 2 }),
      this.single(stage, { plural: 3, taken: true }),
      this.single(stage, { plural: 2, both: true }),
    ]);
  }

  /** Random steps over random columns, which mostly fit and sometimes don't. */
  pipelines(count: number): Case[] {
    return Array.from({ length: count }, () => this.pipeline());
  }

  private single(
    stage: StockStage,
    how: { main?: string; side?: string; optional?: string; missing?: true; taken?: true; defaults?: true; plural?: number; both?: true },
  ): Case {
    const { definition } = stage;
    const input: SchemaColumn[] = [];
    const params: Record<string, Json> = { ...this.settings(stage, how.plural) };
    const column = (name: string, type: string): string => {
      input.push({ name, type, nullable: chance(this.random, 0.5) });
      return name;
    };
    for (const [at, need] of definition.schema.needs.entries()) {
      const usual = pick(this.random, need.types ?? ['double']);
      const asked = at === 0 ? how.main : need.optional ? how.optional : how.side;
      const type = asked ?? this.concrete(usual);
      if (need.optional && how.optional === undefined) continue;
      this.bind(params, need, how, (name) => (how.missing ? name : column(name, type)));
    }
    for (const result of definition.schema.adds) {
      if (how.defaults) continue;
      this.bind(params, result, how, (name) => (how.taken ? column(`${name}_out`, 'int') : `${name}_out`));
    }
    if (how.both && 'inputCols' in params) params.inputCol = 'c_inputCol';
    return { id: `${stage.name} ${JSON.stringify(how)} ${this.made++}`, input, steps: [{ segment: stage.name, params }] };
  }

  private bind(
    params: Record<string, Json>,
    { param, plural, name }: ColumnReference,
    how: { plural?: number },
    column: (name: string) => string,
  ): void {
    if (name !== undefined || param === undefined) return;
    if (plural !== undefined && how.plural) params[plural] = Array.from({ length: how.plural }, (_, at) => column(`c_${plural}_${at}`));
    else if (param.endsWith('Cols')) params[param] = [column(`c_${param}_0`), column(`c_${param}_1`)];
    else params[param] = column(`c_${param}`);
  }

  private settings({ name, definition }: StockStage, plural?: number): Record<string, Json> {
    if (name === 'RFormula') return { formula: pick(this.random, FORMULAS) };
    if (name === 'SQLTransformer') return { statement: pick(this.random, STATEMENTS) };
    const several = plural && definition.params.some((param) => param.name === 'inputCols' && definition.schema.needs[0]?.plural);
    return (several ? PLURAL_SETTINGS[name]?.(plural) : SETTINGS[name]) ?? (several ? {} : (SETTINGS[name] ?? {}));
  }

  private pipeline(): Case {
    const input = Array.from({ length: 2 + this.random.below(8) }, (_, at) => ({
      name: `c${at}`,
      type: pick(this.random, [...TYPES, 'double', 'double', 'string', 'string', 'int', 'vector', 'vector']),
      nullable: chance(this.random, 0.7),
    }));
    const names = input.map(({ name }) => name);
    const steps: Step[] = [];
    for (let count = 1 + this.random.below(6); count > 0; count--)
      steps.push(this.step(pick(this.random, this.stages), input, names, steps.length));
    return { id: `pipeline ${this.made++}`, input, steps };
  }

  private step(stage: StockStage, input: SchemaColumn[], names: string[], index: number): Step {
    const { schema } = stage.definition;
    const plural = chance(this.random, 0.3) ? 1 + this.random.below(3) : 0;
    const params: Record<string, Json> = { ...this.settings(stage, plural) };
    for (const need of schema.needs) {
      if (need.optional && chance(this.random, 0.6)) continue;
      this.bind(params, need, { plural }, () => this.fitting(need.types, input, names));
    }
    const several = plural > 0 && schema.needs[0]?.plural !== undefined;
    for (const [at, result] of schema.adds.entries()) {
      if (!several && chance(this.random, 0.2)) continue;
      this.bind(params, result, { plural }, (name) => {
        const made = chance(this.random, 0.04) ? pick(this.random, names) : `s${index}_${at}_${name}`;
        names.push(made);
        return made;
      });
    }
    for (const param of stage.definition.params) {
      // Which families go with which links is no bound of either.
      if (stage.name === 'GeneralizedLinearRegression' && /^(family|link)$/.test(param.name)) continue;
      const value = chance(this.random, 0.15) ? this.value(param) : undefined;
      if (value !== undefined && params[param.name] === undefined) params[param.name] = value;
    }
    return { segment: stage.name, params };
  }

  /** Mostly a column of a type that is wanted, one that was not there making it sometimes; sometimes any, or none. */
  private fitting(types: readonly string[] | undefined, input: SchemaColumn[], names: readonly string[]): string {
    if (chance(this.random, 0.02)) return 'nowhere';
    if (chance(this.random, 0.2)) return pick(this.random, names);
    const wanted = types ? this.concrete(pick(this.random, types)) : 'double';
    const there = input.filter(({ type }) => type === wanted);
    if (there.length > 0) return pick(this.random, there).name;
    const name = `n${input.length}`;
    input.push({ name, type: wanted, nullable: chance(this.random, 0.7) });
    return name;
  }

  private value({ type, min, max, values }: ParamDefinition): Json | undefined {
    if (type === 'boolean') return chance(this.random, 0.5);
    if (values) return chance(this.random, 0.05) ? 'no such value' : pick(this.random, values);
    if (type !== 'int' && type !== 'double') return undefined;
    if (min === undefined && max === undefined) return undefined;
    const edge = min ?? max!;
    const inner = type === 'int' ? 1 : max !== undefined && min !== undefined ? (max - min) / 2 : 0.25;
    const beyond = chance(this.random, 0.05) ? -2 : 1;
    return min === undefined ? edge - inner * beyond : edge + inner * beyond;
  }

  private concrete(pattern: string): string {
    if (pattern === 'numeric') return pick(this.random, ['bigint', 'decimal(18,2)', 'double', 'float', 'int', 'smallint']);
    if (pattern === 'array') return pick(this.random, ['array<int>', 'array<string>']);
    return pattern === 'decimal' ? 'decimal(18,2)' : pattern;
  }
}
