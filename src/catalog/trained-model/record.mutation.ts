import type { Context } from '../../graphql/context.js';
import { canonicalText, hashOf } from '../../write/content.js';
import type { Claim, Json, Problem, Statement } from '../../write/fact.js';
import { unavailable } from '../artifact/available.js';
import { datasetNamed } from '../dataset/version.js';
import { answeredBefore, command, type Done, inInput, refused, unchanged, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { type OwnedDefinition, ownedAttributes } from '../entity/owned-definition.js';
import { findReferenced } from '../entity/references.repository.js';
import type { EntityRow } from '../entity/row.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import { wrongId } from '../entity/wrong-id.js';
import { idFromText } from '../id.js';
import { aliasAttribute, type ModelRow } from '../model/model.js';
import { findJobIds } from '../run/run.repository.js';
import { define, kept, references, type TrainedModelDefinition, violations } from './definition.js';
import { type RecordTrainedModelInput, recordTrainedModelRules } from './trained-model.input.js';
import { type TrainedModelRow, trainedModelId } from './trained-model.js';
import { findLastNumber } from './trained-model.repository.js';

/** Keeps one training of a model; refused with everything that is wrong with it. */
export async function recordTrainedModel(context: Context, input: RecordTrainedModelInput): Promise<Done<TrainedModelRow>> {
  recordTrainedModelRules.parse(input);
  const before = await answeredBefore<TrainedModelRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const model = await findModel(context, input.model);
  if (!isModel(model)) return refused(context, [model]);
  const definition = define(input, model);
  const known = await findReferenced(context.database, references(definition));
  const problems = [...violations(definition, model, known), ...lost(definition, known)];
  if (problems.length > 0) return refused(context, problems.map(inInput));
  const job = definition.run === null ? null : await jobOf(context, known.get(definition.run)!);
  return untilUncontested(context, model.id, () => record(context, input, { model, definition: kept(definition), job }));
}

/** Of what is known, the artifacts that nobody can get at. */
function lost({ artifacts }: TrainedModelDefinition, known: ReadonlyMap<string, EntityRow>): Problem[] {
  return artifacts.flatMap((id, at) => (known.has(id) && unavailable(id, known.get(id), ['artifacts', String(at)])) || []);
}

/** The model of that id or name, or why there is none. */
export async function findModel({ database }: Context, text: string): Promise<ModelRow | Problem> {
  const id = idFromText('MODEL', text);
  if (!id) return wrongId('MODEL', text, 'model');
  const [known] = await findEntities(database, [id]);
  const model = known as ModelRow | null;
  return model?.revision && !model.removedAt ? model : { ...unknownEntity(id), path: ['input', 'model'] };
}

export const isModel = (found: ModelRow | Problem): found is ModelRow => 'id' in found;

interface Training {
  readonly model: ModelRow;
  readonly definition: TrainedModelDefinition & OwnedDefinition;
  /** The id of the job whose run trained it. */
  readonly job: string | null;
}

async function record(context: Context, input: RecordTrainedModelInput, training: Training): Promise<Done<TrainedModelRow>> {
  const { model, definition } = training;
  const contentHash = hashOf(canonicalText(definition as unknown as Json));
  const number = input.number ?? (await findLastNumber(context.database, model.key)) + 1;
  const subject = trainedModelId(model.id, number);
  const [known] = input.number ? ((await findEntities(context.database, [subject])) as (TrainedModelRow | null)[]) : [null];
  if (known?.contentHash) return known.contentHash === contentHash ? unchanged(context, known) : refused(context, [numberTaken(known)]);
  const claims = claimsOf(subject, contentHash, input, training);
  const statement = statementOf(subject, training);
  const conditions = { makes: true, requires: definition.artifacts };
  return command(context, { subject, claims, statement, input, idempotencyKey: input.idempotencyKey ?? null, ...conditions });
}

function claimsOf(
  subject: string,
  contentHash: string,
  { aliases, stage }: RecordTrainedModelInput,
  { model, definition }: Training,
): Claim[] {
  const { description, owner, tags, ...own } = definition;
  const attribute = { ...own, contentHash } as unknown as Json;
  const names = (aliases ?? []).map((alias) => [aliasAttribute(alias), subject] as const);
  return [
    { id: subject, attributes: { ...ownedAttributes(definition, attribute), ...(stage ? { stage } : {}) } },
    ...(names.length > 0 ? [{ id: model.id, attributes: Object.fromEntries(names) }] : []),
  ];
}

/** The model defines it, data trains it, a job produces it. */
function statementOf(subject: string, { model, definition, job }: Training): Statement {
  const datasets = definition.trainedOn.map(datasetNamed);
  const inputs = [...new Set([model.id, ...datasets, ...(job === null ? [] : [job])])];
  return { subject, method: 'DEFINED', inputs: inputs.map((dataset) => ({ dataset })), outputs: [], columns: [] };
}

async function jobOf({ database }: Context, { key }: EntityRow): Promise<string | null> {
  const [job] = await findJobIds(database, [key]);
  return job ?? null;
}

const numberTaken = ({ id, number }: TrainedModelRow): Problem => ({
  rule: 'number-once',
  path: ['input', 'number'],
  message: `"${id}" was recorded with other content already.`,
  remedy: `What was recorded never changes: leave the number out, or send another than ${number}.`,
});
