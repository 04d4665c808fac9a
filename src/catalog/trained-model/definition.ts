import type { Json, Problem } from '../../write/fact.js';
import { type Draft, type OwnedDefinition, owned, ownedProblems, quoted } from '../entity/owned-definition.js';
import { isOfKind } from '../entity/projection.js';
import { keptIds, type Reference, unknownReference } from '../entity/references.js';
import type { ModelRow } from '../model/model.js';
import { valueProblems } from '../segment/param-value.js';
import type { Time } from '../time.js';

export const STAGES = ['CANDIDATE', 'STAGING', 'PRODUCTION', 'RETIRED'] as const;
export type Stage = (typeof STAGES)[number];

/** A value by a criterion. */
export interface Score {
  readonly criterion: string;
  readonly value: number;
}

export interface SignatureColumn {
  readonly name: string;
  readonly nullable: boolean | null;
  /** As the framework calls it: double, string, tensor<float>[3]. */
  readonly type: string;
}

/** What goes into a prediction, and what comes out. */
export interface Signature {
  readonly inputs: readonly SignatureColumn[];
  readonly outputs: readonly SignatureColumn[];
}

/** One training of a model: never changes. */
export interface TrainedModelDefinition {
  /** Ids of artifacts. */
  readonly artifacts: readonly string[];
  readonly framework: string | null;
  readonly hyperparameters: Readonly<Record<string, Json>>;
  /** As it was measured while it was trained, on training data. */
  readonly metrics: readonly Score[];
  /** The model's definition that it was trained under. */
  readonly modelRevision: number | null;
  /** The id of the run that trained it. */
  readonly run: string | null;
  readonly signature: Signature | null;
  readonly trainedAt: Time | null;
  /** Ids of datasets and versions of datasets. */
  readonly trainedOn: readonly string[];
}

export type TrainedModelDraft = Draft<Omit<TrainedModelDefinition, 'modelRevision' | 'signature'> & OwnedDefinition> & {
  readonly signature?: { readonly inputs?: readonly SignatureDraft[] | null; readonly outputs?: readonly SignatureDraft[] | null } | null;
};
type SignatureDraft = Pick<SignatureColumn, 'name' | 'type'> & { readonly nullable?: boolean | null };

/** What was left out gets its usual value: of a hyperparameter that of the model. */
export function define(draft: TrainedModelDraft, model: ModelRow): TrainedModelDefinition & OwnedDefinition {
  const defaults = (model.hyperparameters ?? []).flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { signature } = draft;
  return {
    artifacts: draft.artifacts ?? [],
    framework: draft.framework || model.framework,
    hyperparameters: { ...Object.fromEntries(defaults), ...draft.hyperparameters },
    metrics: (draft.metrics ?? []).map(({ criterion, value }) => ({ criterion, value })),
    modelRevision: model.revision,
    run: draft.run || null,
    signature: signature ? { inputs: columns(signature.inputs), outputs: columns(signature.outputs) } : null,
    trainedAt: draft.trainedAt ?? null,
    trainedOn: draft.trainedOn ?? [],
    ...owned(draft),
  };
}

/** Without what makes no difference. */
export const kept = <Definition extends TrainedModelDefinition>(definition: Definition): Definition => ({
  ...definition,
  artifacts: keptIds(definition.artifacts),
  trainedOn: keptIds(definition.trainedOn),
});

const columns = (drafts: readonly SignatureDraft[] | null | undefined): SignatureColumn[] =>
  (drafts ?? []).map(({ name, nullable, type }) => ({ name, nullable: nullable ?? null, type }));

/** Ids of what it refers to and has to be there already, each with its place. */
export function references({ artifacts, run, trainedOn }: TrainedModelDefinition): Reference[] {
  return [
    ...artifacts.map((id, at) => ({ id, path: ['artifacts', String(at)] })),
    ...trainedOn.map((id, at) => ({ id, path: ['trainedOn', String(at)] })),
    ...(run === null ? [] : [{ id: run, path: ['run'] }]),
  ];
}

/** Everything that is wrong with it, each with its place. `known`: which of its references are there. */
export function violations(
  definition: TrainedModelDefinition & OwnedDefinition,
  { hyperparameters, name }: ModelRow,
  known: { has(id: string): boolean },
): Problem[] {
  return [
    ...values(definition, hyperparameters ?? [], name),
    ...kinds(definition),
    ...repeats(definition),
    ...ownedProblems(definition, []),
    ...references(definition)
      .filter(({ id }) => !known.has(id) && isOfKind(id, 'ARTIFACT', 'DATASET', 'DATASET_VERSION', 'RUN'))
      .map(unknownReference),
  ];
}

/** Values fit the hyperparameter set of the model. */
function values({ hyperparameters }: TrainedModelDefinition, set: NonNullable<ModelRow['hyperparameters']>, model: string): Problem[] {
  const known = new Map(set.map((param) => [param.name, param]));
  const there = [...known.keys()].slice(0, 20).join(', ');
  const given = Object.entries(hyperparameters).flatMap(([name, value]): Problem[] => {
    const param = known.get(name);
    const path = ['hyperparameters', name];
    if (param) return valueProblems(param, value, path);
    const remedy = there ? `It has ${there}.` : 'It has none: register the model with them.';
    return [{ rule: 'known-hyperparameter', path, message: `The model ${quoted(model)} has no hyperparameter ${quoted(name)}.`, remedy }];
  });
  const missing = set
    .filter(({ name, required }) => required && hyperparameters[name] === undefined)
    .map(({ name }) => ({
      rule: 'required-hyperparameter',
      path: ['hyperparameters', name],
      message: `The hyperparameter ${quoted(name)} has no value.`,
      remedy: 'Say which value it was trained with.',
    }));
  return [...given, ...missing];
}

function kinds({ artifacts, run, trainedOn }: TrainedModelDefinition): Problem[] {
  const wrong = (path: readonly string[], id: string, what: string, example: string): Problem => ({
    rule: 'reference-kind',
    path,
    message: `${quoted(id)} is not the id of ${what}.`,
    remedy: `Send an id such as ${example}.`,
  });
  return [
    ...artifacts.flatMap((id, at) =>
      isOfKind(id, 'ARTIFACT') ? [] : [wrong(['artifacts', String(at)], id, 'an artifact', '"artifact:9f86d0…"')],
    ),
    ...trainedOn.flatMap((id, at) =>
      isOfKind(id, 'DATASET', 'DATASET_VERSION')
        ? []
        : [wrong(['trainedOn', String(at)], id, 'a dataset or of a version of one', '"dataset-version:file/lake/churn/2026-11-01"')],
    ),
    ...(run === null || isOfKind(run, 'RUN') ? [] : [wrong(['run'], run, 'a run', '"run:spark/0190…"')]),
  ];
}

function repeats({ metrics }: TrainedModelDefinition): Problem[] {
  return metrics.flatMap(({ criterion }, at) =>
    metrics.findIndex((other) => other.criterion === criterion) === at
      ? []
      : [
          {
            rule: 'unique-name',
            path: ['metrics', String(at), 'criterion'],
            message: `There are two values of ${quoted(criterion)}.`,
            remedy: 'Send one of them; values over time are recorded by recordEvaluation.',
          },
        ],
  );
}
