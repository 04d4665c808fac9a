import type { Context } from '../../graphql/context.js';
import type { Json, Statement } from '../../write/fact.js';
import { datasetNamed } from '../dataset/version.js';
import { answeredBefore, command, type Done, refused, unchanged } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { owned, ownedAttributes, ownedProblems } from '../entity/owned-definition.js';
import { referenceIn, referenceProblems } from '../entity/references.js';
import { findReferenced } from '../entity/references.repository.js';
import { isStated } from '../entity/state.mutation.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';
import { type RecordPredictionSetInput, recordPredictionSetRules } from './prediction-set.input.js';
import type { PredictionSetRow } from './prediction-set.js';

/** Keeps what a trained model predicted; refused with everything that is wrong with it. */
export async function recordPredictionSet(context: Context, input: RecordPredictionSetInput): Promise<Done<PredictionSetRow>> {
  recordPredictionSetRules.parse(input);
  const { idempotencyKey } = input;
  const before = await answeredBefore<PredictionSetRow>(context, { input, idempotencyKey });
  if (before) return before;
  const own = owned(input);
  const references = [
    ...referenceIn('trainedModel', input.trainedModel, 'TRAINED_MODEL'),
    ...referenceIn('dataset', input.dataset, 'DATASET', 'DATASET_VERSION'),
    ...referenceIn('input', input.input, 'DATASET', 'DATASET_VERSION'),
    ...referenceIn('run', input.run, 'RUN'),
  ];
  const problems = [...referenceProblems(references, await findReferenced(context.database, references)), ...ownedProblems(own, ['input'])];
  if (problems.length > 0) return refused(context, problems);

  const subject = entityId('PREDICTION_SET', input.namespace ?? DEFAULT_NAMESPACE, input.name);
  const { dataset, input: scored = null, predictedAt = null, rowCount = null, run = null, trainedModel } = input;
  const definition: Json = { dataset, input: scored, predictedAt, rowCount, run, trainedModel };
  const claim = { id: subject, attributes: ownedAttributes(own, definition) };
  const [there] = (await findEntities(context.database, [subject])) as (PredictionSetRow | null)[];
  if (there && (await isStated(context, there, claim))) return unchanged(context, there);
  return command(context, {
    subject,
    claims: [claim],
    statement: statementOf(subject, input),
    over: [...(there ? [subject] : []), trainedModel],
    input,
    idempotencyKey: idempotencyKey ?? null,
  });
}

/** The trained model predicts it from what was scored; a dataset holds it. */
function statementOf(subject: string, { dataset, input, trainedModel }: RecordPredictionSetInput): Statement {
  const inputs = [trainedModel, ...(input ? [datasetNamed(input)] : [])];
  return {
    subject,
    method: 'DEFINED',
    inputs: inputs.map((id) => ({ dataset: id })),
    outputs: [{ dataset: datasetNamed(dataset) }],
    columns: [],
  };
}
