import type { Json } from '../../write/fact.js';
import { type Chosen, field, isDescribed, listOf, ownersAndTags, type Projection, relationTo, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { entityId, parseId } from '../id.js';
import type { Direction } from '../model/definition.js';
import type { Time } from '../time.js';

/** One value by one criterion. */
export interface Metric {
  readonly criterion: string;
  /** What is better, as it was when it was recorded; null: nobody said. */
  readonly direction: Direction | null;
  /** Of what part of the data, `country=FR`; null: of all of it. */
  readonly slice: string | null;
  /** Of a value that was measured again and again, an epoch. */
  readonly step: number | null;
  readonly threshold: number | null;
  readonly value: number;
}

/** What was measured of a trained model in one go. One per trained model, moment and data. */
export function evaluationId(trainedModel: string, at: Time, dataset: string | null): string {
  const [namespace, model, number] = parseId(trainedModel)!.parts;
  return entityId('EVALUATION', namespace!, model!, number!, dataset === null ? at : `${at} ${dataset}`);
}

export function trainedModelOf(evaluation: string): string {
  const [namespace, model, number] = parseId(evaluation)!.parts;
  return entityId('TRAINED_MODEL', namespace!, model!, number!);
}

/** A line of the property `series`: by which criterion, and of which slice. */
export const seriesLine = (criterion: string, slice: string | null): string => `\n${criterion}${slice === null ? '' : `\t${slice}`}\n`;

/** A criterion, and the slice that was looked at. */
export interface SeriesName {
  readonly criterion: string;
  readonly slice: string | null;
}

/** As they are kept: what is null is left out. */
const printMetrics = (metrics: readonly Json[]): string => JSON.stringify(metrics, (_, value: unknown) => value ?? undefined);

const NOTHING_SAID = { direction: null, slice: null, step: null, threshold: null } as const;

/** Those of a series, or all. */
export function parseMetrics(text: string | null, series: SeriesName | null): Metric[] {
  const metrics = JSON.parse(text ?? '[]') as (Partial<Metric> & Pick<Metric, 'criterion' | 'value'>)[];
  const wanted = series
    ? metrics.filter(({ criterion, slice = null }) => criterion === series.criterion && slice === series.slice)
    : metrics;
  return wanted.map((metric) => ({ ...NOTHING_SAID, ...metric }));
}

/** Of the attribute `evaluation`: `{at, dataset, run, metrics}`. */
export function project(id: string, chosen: Chosen): Projection {
  const { evaluation } = chosen;
  const metrics = listOf(field(evaluation, 'metrics'));
  const lines = new Set(metrics.map((metric) => seriesLine(textField(metric, 'criterion') ?? '', textField(metric, 'slice'))));
  return {
    properties: {
      at: textField(evaluation, 'at') ?? '',
      dataset: textField(evaluation, 'dataset'),
      metrics: printMetrics(metrics),
      run: textField(evaluation, 'run'),
      series: [...lines].join(''),
    },
    relations: [
      { type: 'EVALUATES', to: trainedModelOf(id) },
      ...relationTo('EVALUATED_ON', id, field(evaluation, 'dataset'), 'DATASET', 'DATASET_VERSION'),
      ...relationTo('MADE_BY', id, field(evaluation, 'run'), 'RUN'),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

export interface EvaluationRow extends EntityRow {
  readonly at: Time;
  /** The id of the dataset, or of a version of one, that it was measured on. */
  readonly dataset: string | null;
  /** The same under the name that it goes by now; absent where that was not read. */
  readonly canonicalDataset?: string | null;
  /** The id of the run that measured. */
  readonly run: string | null;
}

/** The metrics themselves are read apart: lists do without. */
export const shape: Shape = { properties: ['at', 'dataset', 'run'] };

/** Whether a value is worse than another. */
export const isWorse = (value: number, than: number, direction: Direction): boolean =>
  direction === 'HIGHER_IS_BETTER' ? value < than : value > than;

/** Whether a value is on the wrong side of its threshold. */
export const isCrossed = ({ direction, threshold, value }: Metric): boolean =>
  direction !== null && threshold !== null && isWorse(value, threshold, direction);
