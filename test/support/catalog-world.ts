import { type ExecutionResult, graphql } from 'graphql';
import { Access } from '../../src/access/access.js';
import { Policies } from '../../src/access/policies.js';
import { PolicyRepository } from '../../src/access/policy.repository.js';
import type { Scope } from '../../src/access/scope.js';
import { type Role, viewerOverAll } from '../../src/access/viewer.js';
import { columnId, datasetId, jobId, runId } from '../../src/catalog/id.js';
import { timeOf } from '../../src/catalog/time.js';
import { Feed } from '../../src/events/feed.js';
import { followedLog } from '../../src/events/followed-log.js';
import { createContext } from '../../src/graphql/context.js';
import { buildVinciSchema } from '../../src/graphql/schema.js';
import type { Bounds } from '../../src/lineage/lineage.js';
import { LineageReader } from '../../src/lineage/lineage-reader.js';
import type { Database, Run } from '../../src/neo4j/database.js';
import { Turns } from '../../src/turns.js';
import type { Claim, ColumnLineage, Derivation, Influence, Json, Receipt } from '../../src/write/fact.js';
import { Writer } from '../../src/write/writer.js';
import { testDatabase, uniqueNamespace } from './neo4j.js';

const schema = buildVinciSchema();

/** A database that counts what it is asked. */
class CountingDatabase implements Database {
  /** Of the last question. */
  statements: string[] = [];
  readonly all = new Set<string>();

  constructor(private readonly inner: Database) {}

  read<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    this.statements.push(cypher);
    this.all.add(cypher);
    return this.inner.read(cypher, parameters);
  }

  write<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.inner.write(cypher, parameters);
  }

  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.inner.transaction(work);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

export interface RunStory {
  readonly job: string;
  readonly run?: string;
  readonly at?: string;
  readonly state?: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** `out.x: a.x b.y`: what a column is computed from; `out: a.z`: what decides on the rows of a dataset. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, Json>>;
  readonly claims?: readonly Claim[];
  readonly producer?: string;
}

/** A namespace on the worker's Neo4j, facts handed to a real Writer, questions asked of the real schema. */
export class CatalogWorld {
  readonly ns = uniqueNamespace('world');
  readonly counting: CountingDatabase;
  readonly writer: Writer;
  private readonly access: Access;
  lineage: LineageReader;
  private readonly turns = new Turns();
  private readonly feed: Feed;
  private runs = 0;
  private clock = Date.UTC(2026, 0, 1);

  private constructor(private readonly database: Database) {
    this.counting = new CountingDatabase(database);
    this.access = new Access(database, new Policies({ repository: new PolicyRepository(database) }));
    this.feed = new Feed({ log: followedLog(database) });
    this.writer = new Writer(database);
    this.lineage = new LineageReader(this.counting);
  }

  static async open(): Promise<CatalogWorld> {
    return new CatalogWorld(await testDatabase());
  }

  async close(): Promise<void> {
    await this.writer.drained();
    await this.database.close();
  }

  /** A reader that stops earlier. */
  bound(bounds: Bounds): void {
    this.lineage = new LineageReader(this.counting, bounds);
  }

  dataset(name: string): string {
    return datasetId(this.ns, name);
  }

  job(name: string): string {
    return jobId(this.ns, name);
  }

  run(name: string): string {
    return runId(this.ns, name);
  }

  column(dotted: string): string {
    const [dataset, path] = split(dotted);
    return columnId(this.dataset(dataset), path);
  }

  /** Names without the namespace, so that answers are easy to compare. */
  shortly(id: string): string {
    return id.replace(`${this.ns}/`, '').replace(/^(dataset|job):/, '');
  }

  /** A run that ends: it reads, writes and says how columns come about. */
  async ran(story: RunStory): Promise<Receipt> {
    const { job, producer = 'https://example.org/test', state = 'SUCCEEDED' } = story;
    const run = story.run ?? `run-${++this.runs}`;
    const at = story.at ?? this.tick();
    const attributes = { job: this.job(job), [`state:${state}`]: true, startedAt: at, ...story.attributes };
    return this.writer.submit({
      producer,
      at,
      claims: [{ id: this.job(job) }, { id: this.run(run), attributes }, ...(story.claims ?? [])],
      statement: {
        subject: this.job(job),
        method: 'OBSERVED',
        run: this.run(run),
        inputs: (story.reads ?? []).map((name) => ({ dataset: this.dataset(name) })),
        outputs: (story.writes ?? []).map((name) => ({ dataset: this.dataset(name) })),
        columns: this.columnLineage(story.columns ?? {}),
      },
      raw: { job, run, at, producer, state, ns: this.ns },
    });
  }

  async said(claims: readonly Claim[], { producer = 'https://example.org/test', at = this.tick() } = {}): Promise<Receipt> {
    return this.writer.submit({ producer, at, claims, raw: { claims: JSON.stringify(claims), at } });
  }

  async ask<Data = Record<string, never>>(source: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.execute(source, variables);
    if (errors) throw errors[0]?.originalError ?? errors[0];
    return JSON.parse(JSON.stringify(data)) as Data;
  }

  async execute(
    source: string,
    variables: Record<string, unknown> = {},
    {
      role = 'ADMIN' as Role,
      name = 'ana',
      scopes = undefined as readonly Scope[] | undefined,
      minPosition = undefined as string | undefined,
    } = {},
  ): Promise<ExecutionResult> {
    this.counting.statements = [];
    const parts = {
      access: this.access,
      database: this.counting,
      submit: this.writer.submit,
      lineage: this.lineage,
      turns: this.turns,
      feed: this.feed,
    };
    const grants = scopes?.map((scope) => ({ role, scope }));
    const viewer = { ...viewerOverAll(name, role), ...(grants && { grants }) };
    const contextValue = await createContext(parts, { viewer, requestId: 'test', minPosition });
    return graphql({ schema, source, variableValues: variables, contextValue });
  }

  tick(): string {
    this.clock += 60_000;
    return timeOf(this.clock);
  }

  private columnLineage(columns: Readonly<Record<string, string>>): ColumnLineage[] {
    const outputs = new Map<string, { derivations: Derivation[]; indirect: Influence[] }>();
    for (const [to, from] of Object.entries(columns)) {
      const [output, path] = to.includes('.') ? split(to) : [to, ''];
      const lineage = outputs.get(output) ?? { derivations: [], indirect: [] };
      outputs.set(output, lineage);
      for (const [dataset, field] of from.split(' ').map(split)) {
        const source = { dataset: this.dataset(dataset), field };
        if (path) lineage.derivations.push({ to: path, ...source, transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }] });
        else lineage.indirect.push({ ...source, transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }] });
      }
    }
    return [...outputs].map(([output, lineage]) => ({ output: this.dataset(output), ...lineage }));
  }
}

function split(dotted: string): [string, string] {
  const dot = dotted.indexOf('.');
  return [dotted.slice(0, dot), dotted.slice(dot + 1)];
}
