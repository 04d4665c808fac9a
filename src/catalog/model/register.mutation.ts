import type { Context } from '../../graphql/context.js';
import { answeredBefore, command, type Done, inInput, refused, unchanged, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { findReferenced } from '../entity/references.repository.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { define, kept, type ModelDefinition, references } from './definition.js';
import { type RegisterModelInput, registerModelRules } from './model.input.js';
import { type ModelRow, modelId } from './model.js';
import { violations } from './model-rules.js';
import { registrationOf } from './registration.js';

/** Makes or changes a model; refused with everything that is wrong with it. */
export async function registerModel(context: Context, input: RegisterModelInput): Promise<Done<ModelRow>> {
  const { hyperparameters } = registerModelRules.parse(input);
  const before = await answeredBefore<ModelRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const definition = define({ ...input, hyperparameters });
  const problems = violations(definition, await findReferenced(context.database, references(definition)));
  if (problems.length > 0) return refused(context, problems.map(inInput));
  const model = modelId(input.namespace ?? DEFAULT_NAMESPACE, input.name);
  const once = () => register(context, model, kept(definition), input);
  return typeof input.expectedPosition === 'number' ? once() : untilUncontested(context, model, once);
}

/** Compares with what is there and says what differs, provided that nobody else has changed it meanwhile: else CONFLICT. */
async function register(context: Context, model: string, definition: ModelDefinition, input: RegisterModelInput): Promise<Done<ModelRow>> {
  const [known] = (await findEntities(context.database, [model])) as (ModelRow | null)[];
  const former = known ? { contentHash: known.removedAt ? null : known.contentHash, revision: known.revision } : undefined;
  const registration = registrationOf(model, definition, former);
  if (known && !registration) return unchanged(context, known);
  const seen = known ? { expectedPosition: input.expectedPosition ?? known.lastPosition } : { makes: true };
  return command(context, { subject: model, ...registration!, ...seen, input, idempotencyKey: input.idempotencyKey ?? null });
}
