import { canonicalText, hashOf } from '../../write/content.js';
import type { Claim, Json, Statement } from '../../write/fact.js';
import { ownedAttributes } from '../entity/owned-definition.js';
import { tableOf } from '../id.js';
import { FUNCTIONS, type ModelDefinition } from './definition.js';
import type { ModelRow } from './model.js';

/** What is said when a model is registered: of itself, and of what flows into it. */
export interface Registration {
  readonly claims: readonly Claim[];
  readonly statement: Statement;
}

/** A definition takes the place of the one before. Undefined: all of it was said before. */
export function registrationOf(
  model: string,
  definition: ModelDefinition,
  former: Pick<ModelRow, 'contentHash' | 'revision'> | undefined,
): Registration | undefined {
  const contentHash = hashOf(canonicalText(definition as unknown as Json));
  if (former?.contentHash === contentHash) return undefined;
  const { description, owner, tags, ...own } = definition;
  const attribute = { ...own, contentHash, revision: (former?.revision ?? 0) + 1 } as unknown as Json;
  return { claims: [{ id: model, attributes: ownedAttributes(definition, attribute) }], statement: statementOf(model, definition) };
}

/** Features inform it, and so do their tables; what trains it, predicts with it and evaluates it is included in it. */
function statementOf(model: string, definition: ModelDefinition): Statement {
  const { features } = definition;
  const functions = FUNCTIONS.flatMap((name) => definition[name] ?? []);
  const inputs = [...new Set([...features, ...features.map(tableOf), ...functions])];
  return { subject: model, method: 'DEFINED', inputs: inputs.map((dataset) => ({ dataset })), outputs: [], columns: [] };
}
