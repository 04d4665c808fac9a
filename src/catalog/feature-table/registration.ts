import { canonicalText, hashOf } from '../../write/content.js';
import type { Claim, Json, Statement } from '../../write/fact.js';
import { ownedAttributes } from '../entity/owned-definition.js';
import { versionIdOf } from '../entity/version.js';
import { columnId, featureOf } from '../id.js';
import { columnOf, type FeatureDefinition, type FeatureTableDefinition } from './definition.js';

/** What a table was before it is registered again. */
export interface Former {
  readonly contentHash: string | null;
  /** Ids of the features that it has now. */
  readonly features: readonly string[];
  readonly revision: number;
}

/** What is said when a table is registered: of itself, of its new version, of each feature, and of what flows into it. */
export interface Registration {
  readonly claims: readonly Claim[];
  readonly statement: Statement;
}

/**
 * A definition takes the place of the one before: features that it leaves out are no longer there. Owners and tags are lists, which
 * take the place of the lists before; a description that is left out stays as it was. Undefined: all of it was said before.
 */
export function registrationOf(table: string, definition: FeatureTableDefinition, former: Former | undefined): Registration | undefined {
  const contentHash = hashOf(canonicalText(definition as unknown as Json));
  const idOf = ({ name }: FeatureDefinition): string => featureOf(table, name);
  const present = new Set(former?.features);
  const wanted = new Set(definition.features.map(idOf));
  if (former?.contentHash === contentHash && present.size === wanted.size && [...wanted].every((id) => present.has(id))) return undefined;

  const revision = (former?.revision ?? 0) + (former?.contentHash === contentHash ? 0 : 1);
  const { bindings, cadence, computedBy, eventTime, expectedFreshness, keys, materialisations } = definition;
  const own = { bindings, cadence, computedBy, contentHash, eventTime, expectedFreshness, keys, materialisations, revision };
  return {
    claims: [
      { id: table, attributes: ownedAttributes(definition, own as unknown as Json) },
      ...(revision === former?.revision ? [] : [versionClaim(table, revision, definition, contentHash)]),
      ...definition.features.map((feature) => ({
        id: idOf(feature),
        attributes: ownedAttributes(feature, featureAttribute(feature, definition)),
      })),
      ...[...present].filter((id) => !wanted.has(id)).map((id) => ({ id, removed: { ban: false } })),
    ],
    statement: statementOf(table, definition),
  };
}

/** The definition as it is now, to be looked at and compared with when it is another. */
function versionClaim(table: string, revision: number, definition: FeatureTableDefinition, contentHash: string): Claim {
  return { id: versionIdOf(table, revision), attributes: { contentHash, definition: definition as unknown as Json, draft: false } };
}

function featureAttribute(feature: FeatureDefinition, { materialisations }: FeatureTableDefinition): Json {
  const { computedBy, dataType, dimension, engineType, expression, nullPolicy, semanticKind, unit } = feature;
  const columns = new Set(materialisations.map(({ dataset, name }) => columnId(dataset, columnOf(feature, name))));
  return {
    columns: [...columns],
    computedBy,
    dataType,
    default: feature.default,
    dimension,
    engineType,
    expression,
    nullPolicy,
    semanticKind,
    unit,
  };
}

/** Datasets and their columns carry the table and its features; what computes the table produces it. */
function statementOf(table: string, { computedBy, features, materialisations }: FeatureTableDefinition): Statement {
  const carriers = [...new Set(materialisations.map(({ dataset }) => dataset)), ...(computedBy === null ? [] : [computedBy])];
  const derivations = features.flatMap((feature) =>
    materialisations.map(({ dataset, name }) => ({ to: feature.name, dataset, field: columnOf(feature, name), transformations: [] })),
  );
  return {
    subject: table,
    method: 'DEFINED',
    inputs: carriers.map((dataset) => ({ dataset })),
    outputs: [],
    columns: [{ output: table, derivations, indirect: [] }],
  };
}
