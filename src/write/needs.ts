import { flowBetween } from '../catalog/flow.js';
import { entityId, kindOf, parseId, sourceId, splitColumnId } from '../catalog/id.js';
import { project } from '../catalog/projection.js';
import { BadInput } from '../errors.js';
import type { Fact, Json, Statement } from './fact.js';
import { columnsScope, featuresOf } from './scopes.js';

export const connectorId = (producer: string): string => entityId('CONNECTOR', 'default', producer);

/** The dataset's source, which its name alone implies. */
export function sourceOf(dataset: string): string {
  return sourceId(parseId(dataset)!.parts[0]!);
}

/** The version that a run of this name writes, or the one that was said. Throws BadInput when its id would be too long. */
export function versionId(dataset: string, version: string): string {
  const [namespace, name] = parseId(dataset)!.parts;
  return entityId('DATASET_VERSION', namespace!, name!, version);
}

/** Is this producer a person who spoke through the API? They are no connectors. */
export const isPerson = (producer: string): boolean => producer.startsWith('person:');

export interface Needs {
  /** All entities that a fact touches or points at. */
  readonly ids: ReadonlySet<string>;
  /** Those that its claims point at (owners, parents, other names): they are there from now on, whichever claim counts. */
  readonly named: readonly string[];
}

/** So that all can be read at once. Throws BadInput if the fact names something that cannot be: then nothing of it was applied yet. */
export function needsOf(fact: Fact): Needs {
  const ids = new Set<string>();
  const named: string[] = [];
  if (!isPerson(fact.producer)) ids.add(connectorId(fact.producer));
  for (const claim of fact.claims) {
    const kind = parseId(claim.id)?.kind;
    if (!kind) throw new BadInput(`"${claim.id}" is not the id of anything Vinci knows the kind of.`, ['claims']);
    if (kind === 'COLUMN') add(ids, splitColumnId(claim.id).dataset);
    else add(ids, claim.id);
    for (const { to } of project(claim.id, claim.attributes ?? {}).relations) {
      add(ids, to);
      named.push(to);
    }
    if (kind === 'DATASET' && typeof claim.attributes?.version === 'string') ids.add(versionId(claim.id, claim.attributes.version));
  }
  const { subject, unmoved = {}, requires = [] } = fact.command ?? {};
  for (const id of [...(subject ? [subject] : []), ...Object.keys(unmoved), ...requires]) add(ids, id);
  for (const statement of [fact.statement, ...(fact.also ?? [])]) if (statement) addNeeds(ids, statement);
  return { ids, named };
}

/** Ids of the entities that a fact speaks of, the chief one first; of what it merely names they are left out. */
export function aboutOf({ command, statement, claims }: Fact): string[] {
  const ids = [command?.subject, statement?.run, statement?.subject, ...claims.map(({ id }) => id.split('#', 1)[0])];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function addNeeds(ids: Set<string>, statement: Statement): void {
  checkFlows(statement);
  add(ids, statement.subject);
  if (statement.run) ids.add(statement.run);
  for (const port of [...statement.inputs, ...statement.outputs]) add(ids, port.dataset);
  for (const port of statement.inputs) if (port.version !== undefined) ids.add(versionId(port.dataset, port.version));
  if (statement.run)
    for (const port of statement.outputs) ids.add(versionId(port.dataset, port.version ?? parseId(statement.run)!.parts[1]!));
  for (const columns of statement.columns) {
    add(ids, columns.output);
    for (const feature of featuresOf(columnsScope(columns.output), columns)) ids.add(feature);
    for (const item of [...columns.derivations, ...columns.indirect]) add(ids, item.dataset);
  }
}

/** Throws BadInput where nothing can flow between the subject and what is said to be read or written. */
function checkFlows({ subject, inputs, outputs }: Statement): void {
  for (const [at, { dataset }] of inputs.entries()) checkFlow(dataset, subject, ['statement', 'inputs', String(at)]);
  for (const [at, { dataset }] of outputs.entries()) checkFlow(subject, dataset, ['statement', 'outputs', String(at)]);
}

function checkFlow(from: string, to: string, place: string[]): void {
  if (!flowBetween(from, to)) throw new BadInput(`Nothing can flow from "${from}" to "${to}".`, place);
}

function add(ids: Set<string>, id: string): void {
  if (ids.has(id)) return;
  ids.add(id);
  if (kindOf(id) === 'DATASET') ids.add(sourceOf(id));
}

/** Attributes of a run that say which version of a dataset it read or wrote, under which schema, with which facets. */
export const readAttribute = (dataset: string): string => `in:${dataset}`;
export const writeAttribute = (dataset: string): string => `out:${dataset}`;
export type PortAttribute = { version?: string; schema?: string; facets?: { readonly [name: string]: Json } };

/** Attribute of a version that was named: when it was written, under which schema; `written:RUN` when a run says so. */
export const WRITTEN = 'written';
export type WrittenAttribute = { at: string; schema?: string };
