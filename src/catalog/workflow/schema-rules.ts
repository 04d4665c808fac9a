import type { Schema } from '../pipeline/schema.js';
import { columnType } from '../segment/column-type.js';
import type { WorkflowNode } from './definition.js';
import { columnNames, type Findings, named } from './findings.js';
import type { WorkflowGraph } from './graph.js';
import type { Known } from './known.js';
import { mergedSchema, type Side } from './merge-schema.js';
import { widerType } from './wider-type.js';

/**
 * Lets the schemas of the sources flow through the graph, checking what each node needs; gives what comes out of each node,
 * as far as it is known. What follows from something unknown or broken is not checked: findings name the place once.
 */
export function checkSchemas(graph: WorkflowGraph, known: Known, findings: Findings): ReadonlyMap<string, Schema> {
  const schemas = new Map<string, Schema>();
  const flow = new Flow(known, findings);
  for (const node of graph.order) {
    const sides = [...new Set(graph.inputsOf(node))].flatMap(({ id }) => {
      const schema = schemas.get(id);
      return schema ? [{ id, schema }] : [];
    });
    const output = flow.through(node, sides);
    if (output && graph.byId.get(node.id) === node) schemas.set(node.id, output);
  }
  return schemas;
}

/** With one spelling for each type: `LONG` is bigint. One that is none of Spark's stays as it is. */
function plain(columns: Schema | undefined): Schema | undefined {
  return columns?.map((column) => ({ ...column, type: columnType(column.type) ?? column.type }));
}

/** Columns that are carried from node to node, and from step to step within a pipeline: about a second of work. */
const MAX_CARRIED = 1_000_000;

/** One node at a time, given those of its inputs whose schema is known. */
class Flow {
  #carried = 0;

  constructor(
    private readonly known: Known,
    private readonly findings: Findings,
  ) {}

  through(node: WorkflowNode, sides: readonly Side[]): Schema | undefined {
    if (node.kind === 'SOURCE') return this.#source(node);
    if (node.kind === 'MERGE') return this.#merge(node, sides);
    const [side] = sides;
    if (!side || node.inputs.length !== 1) return undefined;
    if (node.kind === 'PIPELINE') return this.#pipeline(node, side.schema);
    this.#sink(node, side);
    return undefined;
  }

  /** False when there was too much of it already, which is then said. */
  #canCarry(node: WorkflowNode, columns: number): boolean {
    const could = this.#carried <= MAX_CARRIED;
    this.#carried += columns;
    if (could && this.#carried > MAX_CARRIED)
      this.#unknown(
        node,
        `There are too many columns to follow: over ${MAX_CARRIED.toLocaleString('en')} between nodes and steps`,
        'Make several workflows of it.',
      );
    return this.#carried <= MAX_CARRIED;
  }

  #source(node: WorkflowNode): Schema | undefined {
    const { id, dataset, columns } = node;
    const stored = dataset === undefined ? undefined : this.known.schemas.get(dataset);
    if (columns && stored) {
      const names = new Set(stored.map(({ name }) => name));
      for (const { name } of columns)
        if (!names.has(name))
          this.findings.breaks(
            'source-columns-exist',
            ['nodes', id, 'columns', name],
            `The dataset has no column "${name}"; ${columnNames(stored)}.`,
            'Name columns that it has, or none to take all.',
          );
    }
    if (!columns && !stored && dataset !== undefined)
      this.#unknown(node, `The columns of "${dataset}" are not known`, 'Report its schema, or list the columns of the source.');
    return plain(columns) ?? stored;
  }

  #merge(node: WorkflowNode, sides: readonly Side[]): Schema | undefined {
    const { merge, columns, inputs } = node;
    if (merge?.how === 'CUSTOM') {
      if (!columns) this.#unknown(node, 'What a custom merge gives is not known', 'List the columns that come out of it.');
      return plain(columns);
    }
    if (!merge || sides.length === 0 || (merge.how !== 'UNION' && !merge.on?.length)) return undefined;
    const carried = sides.reduce((sum, { schema }) => sum + schema.length, 0);
    if (!this.#canCarry(node, carried)) return undefined;
    const output = mergedSchema(node, merge, sides, this.findings);
    return sides.length === inputs.length ? output : undefined;
  }

  #pipeline(node: WorkflowNode, input: Schema): Schema | undefined {
    const pipeline = this.known.pipelines.get(node.pipelineVersion ?? '');
    if (!pipeline || !this.#canCarry(node, input.length * pipeline.steps.length)) return undefined;
    const { output, problems } = pipeline.propagate(input);
    for (const { path, message, remedy } of problems)
      this.findings.breaks(
        'pipeline-needs',
        ['nodes', node.id, 'pipelineVersion', ...path],
        message,
        remedy ?? 'Give the pipeline the columns that it needs.',
      );
    if (!output && problems.length === 0)
      this.#unknown(node, `What the pipeline "${pipeline.id}" gives shows only when it runs`, 'Nothing has to be done.');
    return problems.length === 0 ? output : undefined;
  }

  #sink({ id, columns }: WorkflowNode, { id: from, schema }: Side): void {
    const given = new Map(schema.map((column) => [column.name, column.type]));
    const absent = (columns ?? []).map(({ name }) => name).filter((name) => !given.has(name));
    const path = ['nodes', id, 'columns'];
    if (absent.length > 0)
      this.findings.breaks(
        'sink-columns',
        path,
        `"${from}" does not give ${named(absent)}; ${columnNames(schema)}.`,
        'Add a step that makes them, or do not ask for them.',
      );
    for (const { name, type } of plain(columns) ?? []) {
      const got = given.get(name);
      if (got === undefined || widerType(got, type) === type) continue;
      this.findings.breaks('sink-columns', [...path, name], `"${name}" must be ${type} and comes as ${got}.`, 'Cast it in the pipeline.');
    }
  }

  #unknown({ id }: WorkflowNode, what: string, remedy: string): void {
    this.findings.remarks('schema-unknown', ['nodes', id], `${what}, so that what reads it was not checked.`, remedy);
  }
}
