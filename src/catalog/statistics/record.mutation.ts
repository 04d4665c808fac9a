import type { Context } from '../../graphql/context.js';
import type { Json } from '../../write/fact.js';
import { answeredBefore, command, type Done, inInput, refused, unchanged } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { isStated } from '../entity/state.mutation.js';
import { findCarriedFeatures } from '../feature/feature.repository.js';
import type { FeatureTableRow } from '../feature-table/feature-table.js';
import { datasetToMeasure, type FieldDraft, fieldsIn, notMeasured } from './recording.js';
import { type RecordStatisticsInput, recordStatisticsRules } from './statistics.input.js';
import { type StatisticsRow, statisticsId } from './statistics.js';
import { violations } from './statistics-rules.js';

/** Keeps what a dataset, or a materialisation of a feature table, held at a moment; refused with everything that is wrong with it. */
export async function recordStatistics(context: Context, input: RecordStatisticsInput): Promise<Done<StatisticsRow>> {
  recordStatisticsRules.parse(input);
  const { at, id, idempotencyKey, rowCount = null } = input;
  const before = await answeredBefore<StatisticsRow>(context, { input, idempotencyKey });
  if (before) return before;
  const [named] = await findEntities(context.database, [id]);
  const objection = notMeasured(id, named !== null);
  if (objection || !named) return refused(context, [objection!]);

  const table = named.kind === 'FEATURE_TABLE' ? (named as FeatureTableRow) : undefined;
  const dataset = table ? datasetToMeasure(table.materialisations ?? [], input.materialisation ?? null) : named.id;
  if (typeof dataset !== 'string') return refused(context, [dataset]);
  const features = table ? await findCarriedFeatures(context.database, table.id) : undefined;
  const { fields, problems } = fieldsIn(dataset, (input.fields ?? []) as FieldDraft[], features);
  const wrong = [...problems, ...violations(rowCount, fields).map(inInput)];
  if (wrong.length > 0) return refused(context, wrong);

  const subject = statisticsId(dataset, at);
  const claim = { id: subject, attributes: { statistics: { fields, rowCount } as unknown as Json } };
  const [known] = (await findEntities(context.database, [subject])) as (StatisticsRow | null)[];
  if (known && (await isStated(context, known, claim))) return unchanged(context, known);
  return command(context, { subject, claims: [claim], input, idempotencyKey: idempotencyKey ?? null });
}
