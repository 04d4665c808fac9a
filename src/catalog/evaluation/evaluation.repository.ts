import type { Database } from '../../neo4j/database.js';
import { type PageRequest, pageOf } from '../entity/page.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { areToldById, rowOfId } from '../entity/told-by-id.js';
import type { Time } from '../time.js';
import { type EvaluationRow, isCrossed, type Metric, parseMetrics, type SeriesName, seriesLine, shape } from './evaluation.js';

const EVALUATIONS = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
CALL (t) {
  MATCH (t)<-[:EVALUATES]-(e:Evaluation)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.at < $p.sort OR (e.at = $p.sort AND e.id > $p.id))
  WITH e ORDER BY e.at DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

/** Newest first. */
export const evaluationsOfTrainedModels: PagedRelation<EvaluationRow> = relation<EvaluationRow>({
  cypher: EVALUATIONS,
  row: (raw) => rowOf(shape, raw),
  cursor: ({ at, id }) => [at, id],
});

const METRICS = `
UNWIND $p.keys AS key
MATCH (e:Entity {key: key})
RETURN key, e.metrics AS metrics`;

/** By key of the evaluation. In the order asked. */
export async function findMetrics(database: Database, keys: readonly number[]): Promise<Metric[][]> {
  const rows = await database.read<{ key: number; metrics: string | null }>(METRICS, { p: { keys } });
  const found = new Map(rows.map(({ key, metrics }) => [key, parseMetrics(metrics, null)]));
  return keys.map((key) => found.get(key) ?? []);
}

/** Values over time. */
export interface SeriesRequest extends PageRequest {
  /** Null: by any, of any slice. */
  readonly criterion: string | null;
  /** Null: of all the data. */
  readonly slice: string | null;
  /** The id of the dataset, or of the version of one, that it was measured on; null: on any. */
  readonly dataset: string | null;
  /** From this moment on, and before that one; null: without bound. */
  readonly since: Time | null;
  readonly until: Time | null;
}

/** The whole evaluation, or what most ask of it. */
export type EvaluationOfPoint =
  | EvaluationRow
  | Pick<EvaluationRow, 'id' | 'kind' | 'namespace' | 'name' | 'at' | 'dataset' | 'canonicalDataset' | 'run'>;

/** Whether fields of an evaluation can be answered without the rest of it. */
export const areOfPoint = (fields: Iterable<string>): boolean =>
  areToldById(
    [...fields].filter((field) => !OF_POINT.has(field)),
    'EVALUATION',
  );
const OF_POINT: ReadonlySet<string> = new Set(['at', 'dataset', 'run', 'trainedModel']);

/** A value in its place. */
export interface MetricPoint extends Metric {
  /** It is on the wrong side of its threshold. */
  readonly crossed: boolean;
  readonly evaluation: EvaluationOfPoint;
  /** Its place in the evaluation. */
  readonly index: number;
}

// A cursor names an evaluation and a place in it: what is left of that one comes first.
const seriesOf = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH ${pattern}
  WHERE e.removedAt IS NULL AND ($p.line IS NULL OR e.series CONTAINS $p.line)
    AND ($p.since IS NULL OR e.at >= $p.since) AND ($p.until IS NULL OR e.at < $p.until)
    AND ($p.dataset IS NULL OR EXISTS { (e)-[:EVALUATED_ON]->(:Entity {id: $p.dataset}) }
      OR EXISTS { (e)-[:EVALUATED_ON]->()<-[:HAS_VERSION]-(:Entity {id: $p.dataset}) })
    AND ($p.evaluation IS NULL OR e.at < $p.sort OR (e.at = $p.sort AND e.id >= $p.evaluation))
  WITH e ORDER BY e.at DESC, e.id LIMIT toInteger($p.limit)
  // Not the whole evaluation: to read a node's properties is what takes the time. The dataset under the name that it goes by now.
  RETURN collect([e.id, e.at, e.run, [(e)-[:EVALUATED_ON]->(d) | coalesce(d.canonical, d.id)][0], e.metrics]) AS rows
}
RETURN of, rows`;

type Place = readonly [id: string, at: Time, run: string | null, dataset: string | null, metrics: string];

function series(cypher: string): PagedRelation<MetricPoint, SeriesRequest> {
  return async (database, of, request) => {
    const { after, criterion, dataset, first, since, slice, until } = request;
    const [evaluation, place] = after === null ? [null, -1] : splitPlace(after[1]);
    const line = criterion === null ? null : seriesLine(criterion, slice);
    const p = { of: of.map(({ id }) => id), sort: after?.[0] ?? null, evaluation, line, dataset, since, until, limit: first + 1 };
    const answer = await database.read<{ of: string; rows: Place[] }>(cypher, { p });
    const found = new Map(answer.map((each) => [each.of, each.rows]));
    return of.map(({ id }) => {
      const rows = found.get(id);
      const points = (rows ?? []).flatMap(([evaluationId, at, run, canonicalDataset, metrics]) => {
        const row = { ...rowOfId(evaluationId, 'EVALUATION'), at, dataset: canonicalDataset, canonicalDataset, run };
        return pointsIn(row, metrics, request).filter((point) => point.evaluation.id !== evaluation || point.index > place);
      });
      const page = pageOf(points, request, (point) => [point.evaluation.at, `${point.index} ${point.evaluation.id}`]);
      return { answer: page, there: rows !== undefined };
    });
  };
}

/** Newest first, of one evaluation the last step. */
export const metricsOfTrainedModels = series(seriesOf('(o)<-[:EVALUATES]-(e:Evaluation)'));
/** The same over all trainings of a model. */
export const metricsOfModels = series(seriesOf('(o)<-[:INSTANCE_OF]-(:TrainedModel)<-[:EVALUATES]-(e:Evaluation)'));
/** What a run measured. */
export const metricsOfRuns = series(seriesOf('(o)<-[:MADE_BY]-(e:Evaluation)'));

export const metricPoint = (metric: Metric, evaluation: EvaluationOfPoint, index: number): MetricPoint => ({
  ...metric,
  crossed: isCrossed(metric),
  evaluation,
  index,
});

function pointsIn(evaluation: EvaluationOfPoint, metrics: string, { criterion, slice }: SeriesRequest): MetricPoint[] {
  return parseMetrics(metrics, criterion === null ? null : { criterion, slice })
    .toSorted((a, b) => (b.step ?? 0) - (a.step ?? 0))
    .map((metric, index) => metricPoint(metric, evaluation, index));
}

function splitPlace(text: string): [evaluation: string, place: number] {
  const blank = text.indexOf(' ');
  return [text.slice(blank + 1), Number(text.slice(0, blank))];
}

const BEFORE = `
MATCH (t:Entity {key: $p.trainedModel})
UNWIND $p.lines AS line
CALL (t, line) {
  MATCH (t)<-[:EVALUATES]-(e:Evaluation)
  WHERE e.removedAt IS NULL AND e.series CONTAINS line AND e.id <> $p.except
  WITH e ORDER BY e.at DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect({id: e.id, at: e.at, metrics: e.metrics}) AS evaluations
}
RETURN line, evaluations`;

/** The last values of a series of a trained model, oldest first, apart from those of one evaluation. */
export interface Past {
  /** The id of the evaluation that has it. */
  readonly evaluation: string;
  readonly at: Time;
  readonly value: number;
}

/** At most `limit` of each series. By `seriesLine`. */
export async function findLastValues(
  database: Database,
  trainedModel: number,
  names: readonly SeriesName[],
  { except, limit }: { readonly except: string; readonly limit: number },
): Promise<Map<string, Past[]>> {
  const byLine = new Map(names.map((name) => [seriesLine(name.criterion, name.slice), name]));
  const p = { trainedModel, lines: [...byLine.keys()], except, limit };
  const rows = await database.read<{ line: string; evaluations: { id: string; at: Time; metrics: string }[] }>(BEFORE, { p });
  return new Map(
    rows.map(({ line, evaluations }) => {
      const { criterion, slice } = byLine.get(line)!;
      const values = evaluations.toReversed().flatMap(({ id, at, metrics }) => {
        const last = lastStep(parseMetrics(metrics, { criterion, slice }));
        return last ? [{ evaluation: id, at, value: last.value }] : [];
      });
      return [line, values];
    }),
  );
}

/** Of values of one series in one evaluation that of the last step. */
export function lastStep<Value extends Pick<Metric, 'step'>>(values: readonly Value[]): Value | undefined {
  return values.reduce<Value | undefined>((last, each) => (last && (last.step ?? 0) > (each.step ?? 0) ? last : each), undefined);
}
