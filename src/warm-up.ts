import { randomUUID } from 'node:crypto';
import { type GraphQLSchema, graphql } from 'graphql';
import { type ContextParts, createContext } from './graphql/context.js';
import { LineageSteps } from './lineage/lineage.repository.js';
import type { Database } from './neo4j/database.js';
import { COMMIT_ADDING, COMMIT_REWRITING } from './write/commit.cypher.js';
import { PlanRows } from './write/plan.js';
import { LOADS } from './write/state.cypher.js';

export interface WarmUpOptions {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly parts: ContextParts;
}

/** A look at one of each: with nothing there it costs nothing, and leaves plans behind. */
const QUESTIONS = [
  `{
    datasets(first: 1) {
      nodes {
        id owners { role } tags { by } source { id } columns(first: 1) { nodes { id type } } versions(first: 1) { nodes { id } }
        producedBy(first: 1) { nodes { id } } consumedBy(first: 1) { nodes { id } }
      }
    }
    jobs(first: 1) { nodes { id inputs(first: 1) { nodes { id } } outputs(first: 1) { nodes { id } } latestRun { id state } } }
    runs(first: 1) { nodes { id state job { id } } }
    node(id: "dataset:none/none") { id }
    changes(first: 1) { nodes { position } }
  }`,
];

/** A key that nothing has. */
const NONE = [-1];

/**
 * Runs the statements that requests will run, so that Neo4j has planned them before the first request comes: otherwise that one
 * takes seconds. Changes nothing: the writing ones name a position at which the log never is.
 */
export async function warmUp({ database, schema, parts }: WarmUpOptions): Promise<void> {
  for (const statement of LOADS) await database.read(statement, { p: { ids: [], keys: [], hashes: [] } });
  for (const statement of [COMMIT_ADDING, COMMIT_REWRITING])
    await database.write(statement, {
      p: { ...new PlanRows(), batch: randomUUID(), from: -1, at: '', last: 0, key: 0, hash: '', previous: '', facts: 0 },
    });
  const context = await createContext(parts, { viewer: { name: 'vinci', role: 'READER' }, requestId: 'warm-up' });
  for (const source of QUESTIONS) await graphql({ schema, source, contextValue: context });
  for (const evidence of [false, true]) await warmUpWalks(new LineageSteps(database, evidence));
}

async function warmUpWalks(steps: LineageSteps): Promise<void> {
  for (const way of ['UPSTREAM', 'DOWNSTREAM'] as const) {
    await steps.assets(NONE, way);
    await steps.columns(NONE, way);
  }
  await steps.influenced(NONE);
  await steps.influencing(NONE);
  await steps.resolveColumns(NONE);
  await steps.columnsOf(NONE);
}
