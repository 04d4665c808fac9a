import {
  type Chosen,
  field,
  isDescribed,
  jsonText,
  listOf,
  numberField,
  ownersAndTags,
  type Projection,
  relationTo,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { isCrossed, type Metric } from '../evaluation/evaluation.js';
import { brokenTrend } from '../evaluation/trend.js';
import { entityId, parseId } from '../id.js';
import type { Direction, TrendRule } from '../model/definition.js';
import type { Time } from '../time.js';

export const INCIDENT_STATES = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** THRESHOLD: a value is on the wrong side of its threshold. TREND: several in a row are worse than the median of those before. */
export const INCIDENT_RULES = ['THRESHOLD', 'TREND'] as const;
export type IncidentRule = (typeof INCIDENT_RULES)[number];

/** What went wrong with a series of values. */
export interface Cause {
  readonly criterion: string;
  readonly direction: Direction;
  /** The threshold, or the median of the values before. */
  readonly limit: number;
  /** The ids of the evaluations before it that a trend is told by, oldest first. */
  readonly past: readonly string[];
  readonly rule: IncidentRule;
  readonly slice: string | null;
  readonly value: number;
}

/** An incident as it is opened. */
export interface Opening extends Cause {
  /** The id of a trained model. */
  readonly about: string;
  /** The id of the evaluation that showed it. */
  readonly evaluation: string;
}

/** One per trained model, evaluation, criterion, slice and rule: `incident:NAMESPACE/churn 3 auc THRESHOLD 2026-11-01 00:00:00`. */
export function incidentId({ criterion, evaluation, rule, slice }: Opening): string {
  const [namespace, model, number, name] = parseId(evaluation)!.parts;
  return entityId('INCIDENT', namespace!, [model, number, criterion, ...(slice === null ? [] : [slice]), rule, name].join(' '));
}

/** What a new value comes to, after those before it (oldest first). */
export function incidentsOf(
  metric: Metric,
  past: readonly { readonly evaluation: string; readonly value: number }[],
  trend: TrendRule,
): Cause[] {
  const { criterion, direction, slice, threshold, value } = metric;
  if (direction === null) return [];
  const cause = { criterion, direction, slice, value };
  const looked = past.slice(-Math.max(1, trend.before + trend.last - 1));
  const median = brokenTrend([...looked.map((each) => each.value), value], direction, trend);
  return [
    ...(isCrossed(metric) ? [{ ...cause, limit: threshold!, past: [], rule: 'THRESHOLD' } as const] : []),
    ...(median === undefined
      ? []
      : [{ ...cause, limit: median, past: looked.map(({ evaluation }) => evaluation), rule: 'TREND' } as const]),
  ];
}

/** Of the attributes `incident` (what opened it), `status` (`{state, cause}`) and one `note:TIME` for each note. */
export function project(id: string, chosen: Chosen): Projection {
  const { incident, status } = chosen;
  return {
    properties: {
      about: textField(incident, 'about'),
      cause: textField(status, 'cause'),
      criterion: textField(incident, 'criterion'),
      direction: textField(incident, 'direction'),
      evaluation: textField(incident, 'evaluation'),
      limit: numberField(incident, 'limit'),
      notes: JSON.stringify(notesIn(chosen)),
      past: listOf(field(incident, 'past')).length > 0 ? jsonText(field(incident, 'past')) : null,
      rule: textField(incident, 'rule'),
      slice: textField(incident, 'slice'),
      state: textField(status, 'state') ?? 'OPEN',
      value: numberField(incident, 'value'),
    },
    relations: [...relationTo('CONCERNS', id, field(incident, 'about'), 'TRAINED_MODEL'), ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
    texts: ['criterion', 'slice', 'rule'].flatMap((name) => textField(incident, name) ?? []),
  };
}

export interface IncidentNote {
  readonly at: Time;
  readonly by: string;
  readonly text: string;
}

const NOTE = 'note:';
export const noteAttribute = (at: Time): string => `${NOTE}${at}`;

/** Oldest first. */
function notesIn(chosen: Chosen): IncidentNote[] {
  return Object.entries(chosen)
    .filter(([name]) => name.startsWith(NOTE))
    .flatMap(([name, note]) => {
      const text = textField(note, 'text');
      return text === null ? [] : [{ at: name.slice(NOTE.length), by: textField(note, 'by') ?? '', text }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export interface IncidentRow extends EntityRow {
  /** The id of a trained model. */
  readonly about: string | null;
  readonly cause: string | null;
  readonly criterion: string | null;
  readonly direction: Direction | null;
  readonly evaluation: string | null;
  readonly limit: number | null;
  readonly notes: readonly IncidentNote[];
  readonly rule: IncidentRule | null;
  readonly slice: string | null;
  readonly state: IncidentState;
  readonly value: number | null;
}

export const shape: Shape = {
  properties: ['about', 'cause', 'criterion', 'direction', 'evaluation', 'limit', 'notes', 'rule', 'slice', 'state', 'value'],
  json: ['notes'],
};
