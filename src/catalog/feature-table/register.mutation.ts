import type { Context } from '../../graphql/context.js';
import { answeredBefore, command, type Done, inInput, refused, unchanged, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { findReferenced } from '../entity/references.repository.js';
import { findCarriedFeatures } from '../feature/feature.repository.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { define, type FeatureTableDefinition, references } from './definition.js';
import { type RegisterFeatureTableInput, registerFeatureTableRules } from './feature-table.input.js';
import { type FeatureTableRow, featureTableId } from './feature-table.js';
import { violations } from './feature-table-rules.js';
import { registrationOf } from './registration.js';

/** Makes or changes a table; refused with everything that is wrong with it. */
export async function registerFeatureTable(context: Context, input: RegisterFeatureTableInput): Promise<Done<FeatureTableRow>> {
  registerFeatureTableRules.parse(input);
  const before = await answeredBefore<FeatureTableRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const definition = define(input);
  const problems = violations(definition, await findReferenced(context.database, references(definition)));
  if (problems.length > 0) return refused(context, problems.map(inInput));
  const table = featureTableId(input.namespace ?? DEFAULT_NAMESPACE, input.name);
  const once = () => register(context, table, definition, input);
  return typeof input.expectedPosition === 'number' ? once() : untilUncontested(context, table, once);
}

/** Compares with what is there and says what differs, provided that nobody else has changed it meanwhile: else CONFLICT. */
async function register(
  context: Context,
  table: string,
  definition: FeatureTableDefinition,
  input: RegisterFeatureTableInput,
): Promise<Done<FeatureTableRow>> {
  const [[known], carried] = await Promise.all([
    findEntities(context.database, [table]) as Promise<(FeatureTableRow | null)[]>,
    findCarriedFeatures(context.database, table),
  ]);
  const features = carried.map(({ id }) => id);
  const former = known ? { contentHash: known.removedAt ? null : known.contentHash, features, revision: known.revision ?? 0 } : undefined;
  const registration = registrationOf(table, definition, former);
  if (known && !registration) return unchanged(context, known);
  const seen = known ? { expectedPosition: input.expectedPosition ?? known.lastPosition } : { makes: true };
  return command(context, { subject: table, ...registration!, ...seen, input, idempotencyKey: input.idempotencyKey ?? null });
}
