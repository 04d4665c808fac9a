import { datasetId } from '../../src/catalog/id.js';
import type { Schema } from '../../src/catalog/pipeline/schema.js';
import type { WorkflowDefinition, WorkflowKind, WorkflowNode } from '../../src/catalog/workflow/definition.js';
import type { BoundPipeline, Known } from '../../src/catalog/workflow/known.js';
import { byId, pipelineVersionId, plainPipeline } from './plain-pipelines.js';
import type { Random } from './random.js';

export interface RandomWorkflow {
  readonly definition: WorkflowDefinition;
  readonly known: Known;
  readonly kind: WorkflowKind;
  /** The last pipeline's id. */
  readonly end: string;
}

/**
 * A valid workflow of at least `size` nodes (8 or more): sources with the key `id` and columns of their own, chains of
 * pipelines that add a column each, forks that a union brings together, joins of all kinds, one last pipeline, sinks. Half
 * of the schemas come from the datasets, half from the sources. Nodes are in random order.
 */
export function randomWorkflow(random: Random, size: number, widths: Widths = { source: 3 }): RandomWorkflow {
  return new Maker(random, size, widths).make();
}

/** How many columns a source has besides its key, and how many a pipeline lets through (all by default). */
export interface Widths {
  readonly source: number;
  readonly pipeline?: number;
}

class Maker {
  private readonly nodes: WorkflowNode[] = [];
  private readonly schemas = new Map<string, Schema>();
  private readonly pipelines: BoundPipeline[] = [];

  constructor(
    private readonly random: Random,
    private readonly size: number,
    private readonly widths: Widths,
  ) {}

  make(): RandomWorkflow {
    let open = Array.from({ length: 2 + Math.floor(this.size / 10) }, () => this.source());
    while (open.length > 1 || this.nodes.length < this.size - 3) {
      const [first, ...others] = this.random.shuffle(open);
      const choice = this.random.below(4);
      const joined = 1 + this.random.below(3);
      if (choice === 0 && others.length > 0) open = [this.join([first!, ...others.slice(0, joined)]), ...others.slice(joined)];
      else if (choice === 1) open = [this.fork(first!), ...others];
      else open = [this.pipeline(first!, this.added()), ...others];
    }
    const kind = this.random.below(2) === 0 ? 'TRAINING' : 'TRANSFORMATION';
    const last = plainPipeline({ name: 'last', kind: kind === 'TRAINING' ? 'ESTIMATION' : 'TRANSFORMATION', needs: ['id'] });
    this.pipelines.push(last);
    const end = this.pipeline(open[0]!, last.id);
    for (let i = 0; i <= this.random.below(3); i++) this.sink(end);
    const known = { pipelines: byId(this.pipelines), schemas: this.schemas, segments: new Map() };
    return { definition: { nodes: this.random.shuffle(this.nodes) }, known, kind, end };
  }

  private add(node: WorkflowNode): string {
    this.nodes.push(node);
    return node.id;
  }

  private nextId(kind: string): string {
    return `${kind}-${this.nodes.length}`;
  }

  private source(): string {
    const id = this.nextId('source');
    const own = Array.from({ length: this.widths.source }, (_, i) => ({ name: `${id}.${i}`, type: 'double' }));
    const columns = [{ name: 'id', type: this.random.below(2) === 0 ? 'int' : 'bigint' }, ...own];
    const dataset = datasetId('s3://lake', id);
    if (this.random.below(2) === 0) return this.add({ id, kind: 'SOURCE', inputs: [], dataset, columns });
    this.schemas.set(dataset, columns);
    return this.add({ id, kind: 'SOURCE', inputs: [], dataset });
  }

  private join(inputs: string[]): string {
    const how = (['INNER', 'LEFT', 'RIGHT', 'FULL'] as const)[this.random.below(4)]!;
    return this.add({ id: this.nextId('join'), kind: 'MERGE', inputs, merge: { how, on: ['id'] } });
  }

  /** Two pipelines of the same sort read one node; a union takes both. */
  private fork(from: string): string {
    const version = this.added();
    const inputs = [this.pipeline(from, version), this.pipeline(from, version)];
    return this.add({ id: this.nextId('union'), kind: 'MERGE', inputs, merge: { how: 'UNION' } });
  }

  private added(): string {
    const name = `add-${this.pipelines.length}`;
    this.pipelines.push(plainPipeline({ name, needs: ['id'], adds: [{ name, type: 'double' }], keeps: this.widths.pipeline }));
    return pipelineVersionId(name);
  }

  private pipeline(from: string, pipelineVersion: string): string {
    return this.add({ id: this.nextId('pipeline'), kind: 'PIPELINE', inputs: [from], pipelineVersion });
  }

  private sink(from: string): void {
    const id = this.nextId('sink');
    this.add({ id, kind: 'SINK', inputs: [from], dataset: datasetId('s3://lake', id) });
  }
}
