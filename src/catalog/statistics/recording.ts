import type { Problem } from '../../write/fact.js';
import { isOfKind } from '../entity/projection.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import type { Materialisation } from '../feature-table/definition.js';
import { splitColumnId } from '../id.js';
import type { FieldStatistics } from './statistics.js';

/** Statistics of a feature table are kept with the dataset that holds it: which one that is, or why none can be told. */
export function datasetToMeasure(materialisations: readonly Materialisation[], name: string | null): string | Problem {
  const named = name === null ? materialisations : materialisations.filter((each) => each.name === name);
  if (named.length === 1) return named[0]!.dataset;
  const there = materialisations.map((each) => `"${each.name}"`).join(', ');
  return {
    rule: 'known-materialisation',
    path: ['input', 'materialisation'],
    message:
      name === null
        ? `The table has ${materialisations.length} materialisations, and none was named.`
        : `The table has no materialisation "${name}".`,
    remedy: there ? `Name one of ${there}.` : 'Register the table with a materialisation, or record the statistics of a dataset.',
  };
}

/** A feature, and the ids of the columns that carry it. */
export interface Carried {
  readonly name: string;
  readonly columns: readonly string[];
}

export type FieldDraft = Partial<Omit<FieldStatistics, 'column' | 'feature'>> & { readonly name: string };

/** Fields under the names of columns; `features`: of the table that they were recorded for. */
export function fieldsIn(
  dataset: string,
  drafts: readonly FieldDraft[],
  features: readonly Carried[] | undefined,
): { fields: FieldStatistics[]; problems: Problem[] } {
  const columns = new Map(
    (features ?? []).map(({ name, columns: ids }) => [name, ids.map(splitColumnId).find((id) => id.dataset === dataset)?.path]),
  );
  const problems = drafts.flatMap(({ name }, at): Problem[] =>
    features === undefined || columns.has(name)
      ? []
      : [
          {
            rule: 'known-feature',
            path: ['input', 'fields', String(at), 'name'],
            message: `The table has no feature "${name}".`,
            remedy: 'Send the names of its features, or record the statistics of the dataset under the names of its columns.',
          },
        ],
  );
  const fields = drafts.map((draft) => fieldOf(draft, columns.get(draft.name) ?? draft.name, features === undefined ? null : draft.name));
  return { fields, problems };
}

function fieldOf(draft: FieldDraft, column: string, feature: string | null): FieldStatistics {
  const { count, distinct, max, mean, min, nulls, quantiles, stddev, topValues } = draft;
  return {
    column,
    count: count ?? null,
    distinct: distinct ?? null,
    feature,
    max: max ?? null,
    mean: mean ?? null,
    min: min ?? null,
    nulls: nulls ?? null,
    quantiles: (quantiles ?? []).map(({ q, value }) => ({ q, value })),
    stddev: stddev ?? null,
    topValues: (topValues ?? []).map(({ count: times, value }) => ({ count: times, value: value ?? null })),
  };
}

/** Statistics are of a table or of a dataset. */
export function notMeasured(id: string, isThere: boolean): Problem | undefined {
  if (!isThere) return unknownEntity(id);
  if (isOfKind(id, 'DATASET', 'FEATURE_TABLE')) return undefined;
  return {
    rule: 'measured-kind',
    path: ['input', 'id'],
    message: `"${id.slice(0, 200)}" is neither a feature table nor a dataset.`,
    remedy: 'Record the statistics of what holds the data.',
  };
}
