import { columnId, datasetId, entityId, jobId, runId } from '../../src/catalog/id.js';
import type { Claim, ColumnLineage, Fact, Json, Port, Statement } from '../../src/write/fact.js';
import type { Random } from './random.js';

const STATES = ['RUNNING', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'FAILED', 'CANCELED'];
/** Many an end of a run names no dataset. */
const NOTHING = { inputs: [], outputs: [], columns: [] };
const COLUMNS = ['a', 'b', 'c.d'];

/**
 * Facts that contradict each other in every way that producers do: two machines and two people about the same few
 * datasets, jobs and runs, with other schemas, owners, names, versions and lineage each time, dropped, revived, from the future.
 */
export class RandomFacts {
  constructor(
    private readonly random: Random,
    private readonly namespace: string,
  ) {}

  list(count: number): Fact[] {
    return Array.from({ length: count }, (_, i) => this.fact(i));
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.random.below(items.length)]!;
  }

  private some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.random.below(2) === 0);
  }

  private chance(oneIn: number): boolean {
    return this.random.below(oneIn) === 0;
  }

  private readonly dataset = (): string => datasetId(this.namespace, this.pick(['x', 'y', 'z', 'w']));
  private readonly job = (): string => jobId(this.namespace, this.pick(['j', 'k']));

  private fact(i: number): Fact {
    const person = this.chance(6);
    const producer = person ? this.pick(['person:ann', 'person:bob']) : this.pick(['spark', 'dbt']);
    const minute = String(this.random.below(30)).padStart(2, '0');
    const at = this.chance(25) ? `2090-01-01 00:${minute}:00` : `2026-01-01 00:${minute}:00`;
    const kind = person ? 0 : this.random.below(8);
    const body =
      kind === 0
        ? { claims: [this.claim(), this.columnClaim(), this.glossaryClaim()] }
        : kind === 1
          ? this.declaration()
          : this.runEvent(at);
    return { producer, at, ...body, raw: { i, producer, at, ...body } as unknown as Json };
  }

  private claim(): Claim {
    const id = this.chance(4) ? this.job() : this.dataset();
    if (this.chance(8)) return { id, removed: { ban: this.chance(3) } };
    const attributes: Record<string, Json> = {};
    if (this.chance(2)) attributes.documentation = this.chance(4) ? null : { description: `text ${this.random.below(4)}` };
    if (this.chance(3))
      attributes.ownership = [{ owner: entityId('PERSON', 'default', this.pick(['eve', 'joe'])), role: this.pick(['OWNER', 'STEWARD']) }];
    if (this.chance(3)) attributes[`tag:${entityId('TAG', 'default', this.pick(['pii', 'gold']))}`] = this.pick([true, true, false, null]);
    Object.assign(attributes, this.meaning());
    if (this.chance(4)) attributes['facet:custom.one'] = { n: this.random.below(3) };
    if (id.startsWith('dataset:')) {
      if (this.chance(2)) attributes.schema = this.chance(6) ? null : this.schema();
      if (this.chance(4)) attributes.symlinks = this.some(['x', 'y', 'alias']).map((name) => ({ id: datasetId(this.namespace, name) }));
      if (this.chance(4)) attributes.version = this.pick(['v1', 'v2']);
    }
    return { id, attributes };
  }

  private columnClaim(): Claim {
    const id = columnId(this.dataset(), this.pick(COLUMNS));
    return this.chance(6)
      ? { id, removed: { ban: this.chance(2) } }
      : { id, attributes: { documentation: { description: `column ${this.random.below(3)}` }, ...this.meaning() } };
  }

  private readonly term = (): string => entityId('TERM', this.namespace, this.pick(['s', 't', 'u']));
  private readonly domain = (): string => entityId('DOMAIN', this.namespace, this.pick(['d', 'e', 'f']));

  private meaning(): Record<string, Json> {
    const attributes: Record<string, Json> = {};
    if (this.chance(3)) attributes[`term:${this.term()}`] = this.pick([true, true, false, null]);
    if (this.chance(3)) attributes.domain = this.pick([this.domain(), this.domain(), false, null]);
    return attributes;
  }

  /** Parents go in circles often enough. */
  private glossaryClaim(): Claim {
    return this.chance(2)
      ? { id: this.term(), attributes: { parent: this.term(), related: this.some([this.term(), this.term()]) } }
      : { id: this.domain(), attributes: { parent: this.pick([this.domain(), this.domain(), false, null]) } };
  }

  private schema(): Json {
    return this.some(COLUMNS).map((path) => ({ path, type: this.pick(['int', 'string']) }));
  }

  private declaration(): { claims: Claim[]; statement: Statement; also: Statement[] } {
    const said = (method: 'DECLARED' | 'DEFINED'): Statement => ({ subject: this.job(), method, ...this.lineage() });
    return { claims: [this.claim()], statement: said(this.pick(['DECLARED', 'DEFINED'])), also: this.chance(3) ? [said('DEFINED')] : [] };
  }

  private runEvent(at: string): { claims: Claim[]; statement: Statement } {
    const run = runId(this.namespace, `run ${this.random.below(6)}`);
    const state = this.pick(STATES);
    const attributes: Record<string, Json> = { [`state:${state}`]: true };
    if (this.chance(2)) attributes.startedAt = at;
    if (this.chance(4)) attributes.parent = runId(this.namespace, `run ${this.random.below(6)}`);
    return {
      claims: [{ id: run, attributes }, ...(this.chance(3) ? [this.claim()] : [])],
      statement: { subject: this.job(), method: 'OBSERVED', run, ...(this.chance(4) ? NOTHING : this.lineage()) },
    };
  }

  private lineage(): Pick<Statement, 'inputs' | 'outputs' | 'columns'> {
    const port = (dataset: string): Port => (this.chance(5) ? { dataset, version: this.pick(['v1', 'v2']) } : { dataset });
    const outputs = this.some([this.dataset(), this.dataset()]).map(port);
    return {
      inputs: this.some([this.dataset(), this.dataset()]).map(port),
      outputs,
      columns: outputs.filter(() => this.chance(2)).map(({ dataset }) => this.columns(dataset)),
    };
  }

  private columns(output: string): ColumnLineage {
    const transformations = this.some([
      { type: 'DIRECT' as const, subtype: 'IDENTITY' },
      { type: 'DIRECT' as const, masking: true },
    ]);
    return {
      output,
      derivations: this.some(COLUMNS).map((to) => ({ to, dataset: this.dataset(), field: this.pick(COLUMNS), transformations })),
      indirect: this.some(COLUMNS).map((field) => ({
        dataset: this.dataset(),
        field,
        transformations: [{ type: 'INDIRECT' as const, subtype: 'FILTER' }],
      })),
    };
  }
}
