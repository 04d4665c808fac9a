import type { Context } from '../../graphql/context.js';
import type { Claim, Json } from '../../write/fact.js';
import { findAttached } from '../entity/attached.repository.js';
import { answeredBefore, command, type Done, refused, unchanged, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { isOfKind } from '../entity/projection.js';
import { referenceIn, referenceProblems } from '../entity/references.js';
import { findReferenced } from '../entity/references.repository.js';
import { isStated } from '../entity/state.mutation.js';
import { type IncidentRow, incidentId, incidentsOf, type Opening } from '../incident/incident.js';
import { findOpenIncidents } from '../incident/incident.repository.js';
import { type Criterion, type TrendRule, USUAL_TREND } from '../model/definition.js';
import type { ModelRow } from '../model/model.js';
import { type Time, timeOf } from '../time.js';
import { modelOf, scoreAttribute, type TrainedModelRow } from '../trained-model/trained-model.js';
import { type RecordEvaluationInput, recordEvaluationRules } from './evaluation.input.js';
import { type EvaluationRow, evaluationId, type Metric, type SeriesName, seriesLine } from './evaluation.js';
import { findLastValues, lastStep, type Past } from './evaluation.repository.js';

/** An evaluation, and the incidents that it opened. */
export interface Recorded {
  readonly done: Done<EvaluationRow>;
  readonly opened: readonly IncidentRow[];
}

/** Keeps what was measured; opens an incident where a value crosses its threshold or a trend breaks. */
export async function recordEvaluation(context: Context, input: RecordEvaluationInput): Promise<Recorded> {
  recordEvaluationRules.parse(input);
  const before = await answeredBefore<EvaluationRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return { done: before, opened: [] };
  const at = input.at ?? timeOf(Date.now());
  return untilUncontested(context, input.trainedModel, () => record(context, input, at));
}

/** Provided that nobody else records something of the same trained model at the same moment: what came before is looked at. */
async function record(context: Context, input: RecordEvaluationInput, at: Time): Promise<Recorded> {
  const { database } = context;
  const { dataset = null, run = null } = input;
  const references = [
    ...referenceIn('trainedModel', input.trainedModel, 'TRAINED_MODEL'),
    ...referenceIn('dataset', dataset, 'DATASET', 'DATASET_VERSION'),
    ...referenceIn('run', run, 'RUN'),
  ];
  const wrong = references.filter(({ id, kinds }) => !isOfKind(id, ...kinds));
  if (wrong.length > 0) return { done: await refused(context, referenceProblems(wrong, new Set())), opened: [] };
  const subject = evaluationId(input.trainedModel, at, dataset);
  const modelId = modelOf(input.trainedModel);
  const known = await findReferenced(database, [...references, { id: modelId }, { id: subject }]);
  const problems = referenceProblems(references, known);
  if (problems.length > 0) return { done: await refused(context, problems), opened: [] };
  const trainedModel = known.get(input.trainedModel) as TrainedModelRow;
  const model = (known.get(modelId) ?? null) as ModelRow | null;
  const there = known.get(subject) as EvaluationRow | undefined;
  const metrics = input.metrics.map((metric) => metricOf(metric, model));
  const claim = { id: subject, attributes: { evaluation: { at, dataset, metrics: metrics as unknown as Json, run } } };
  if (there && (await isStated(context, there, claim))) return { done: await unchanged(context, there), opened: [] };

  const newest = [...lastOfSeries(metrics).values()];
  const past = await findLastValues(database, trainedModel.key, newest, {
    except: subject,
    limit: Math.max(...newest.map((metric) => looksBack(trendOf(metric, model)))),
  });
  // What is told late of an earlier moment says nothing of how things stand.
  const current = newest.filter((metric) => isNewest(past.get(lineOf(metric)), at));
  const scores = current
    .filter(({ slice }) => slice === null)
    .map(({ criterion, value }) => [scoreAttribute(criterion), { at, evaluation: subject, value }]);
  const openings = await openingsOf(context, { trainedModel, model }, current, past, subject);
  const owners = openings.length > 0 ? await ownersOf(context, trainedModel, model) : [];
  const claims: Claim[] = [
    claim,
    // Always said, so that the trained model moves on.
    { id: trainedModel.id, attributes: { ...Object.fromEntries(scores), lastEvaluation: subject } },
    ...openings.map((opening) => ({ id: incidentId(opening), attributes: { incident: opening as unknown as Json, ownership: owners } })),
  ];
  const unmoved = { [trainedModel.id]: trainedModel.lastPosition };
  const done = await command<EvaluationRow>(context, {
    subject,
    claims,
    unmoved,
    over: [trainedModel.id],
    input,
    idempotencyKey: input.idempotencyKey ?? null,
  });
  const opened = openings.length > 0 ? await findEntities(database, openings.map(incidentId)) : [];
  return { done, opened: opened.filter((incident) => incident !== null) as IncidentRow[] };
}

const lineOf = ({ criterion, slice }: SeriesName): string => seriesLine(criterion, slice);
const isNewest = (past: readonly Past[] | undefined, at: Time): boolean => (past?.at(-1)?.at ?? '') <= at;

const declaredIn = (model: ModelRow | null, criterion: string): Criterion | undefined =>
  model?.criteria?.find(({ name }) => name === criterion);
const trendOf = ({ criterion }: Pick<Metric, 'criterion'>, model: ModelRow | null): TrendRule =>
  declaredIn(model, criterion)?.trend ?? USUAL_TREND;
/** How many values before a new one say whether the trend is broken; one at least, which tells whether it is the newest. */
const looksBack = ({ before, last }: TrendRule): number => (last === 0 ? 1 : before + last - 1);

/** Direction and threshold as the model says, where nothing else was sent. */
function metricOf(
  { criterion, direction, slice, step, threshold, value }: RecordEvaluationInput['metrics'][number],
  model: ModelRow | null,
): Metric {
  const declared = declaredIn(model, criterion);
  return {
    criterion,
    direction: direction ?? declared?.direction ?? null,
    slice: slice ?? null,
    step: step ?? null,
    threshold: threshold ?? declared?.threshold ?? null,
    value,
  };
}

/** Of each series the value of the last step. */
function lastOfSeries(metrics: readonly Metric[]): Map<string, Metric> {
  const last = new Map<string, Metric>();
  for (const metric of metrics) {
    const known = last.get(lineOf(metric));
    last.set(lineOf(metric), known ? lastStep([known, metric])! : metric);
  }
  return last;
}

/** Incidents to open: one of a sort is open at a time. */
async function openingsOf(
  context: Context,
  { trainedModel, model }: { readonly trainedModel: TrainedModelRow; readonly model: ModelRow | null },
  current: readonly Metric[],
  past: ReadonlyMap<string, readonly Past[]>,
  evaluation: string,
): Promise<Opening[]> {
  const openings = current.flatMap((metric) =>
    incidentsOf(metric, past.get(lineOf(metric)) ?? [], trendOf(metric, model)).map((cause) => ({
      ...cause,
      about: trainedModel.id,
      evaluation,
    })),
  );
  if (openings.length === 0) return [];
  const open = await findOpenIncidents(context.database, trainedModel.key);
  const sortOf = ({ criterion, rule, slice }: Pick<IncidentRow, 'criterion' | 'rule' | 'slice'>): string =>
    `${rule} ${criterion}\t${slice ?? ''}`;
  const known = new Set(open.map(sortOf));
  return openings.filter((opening) => !known.has(sortOf(opening)));
}

/** Whom to call: the owners of the trained model, else of its model. */
async function ownersOf({ database }: Context, trainedModel: TrainedModelRow, model: ModelRow | null): Promise<Json> {
  const attached = await findAttached(database, [trainedModel, ...(model ? [model] : [])]);
  const owners = attached.find(({ answer }) => answer.owners.length > 0)?.answer.owners ?? [];
  return owners.map(({ owner, role }) => ({ owner: owner.id, role }));
}
