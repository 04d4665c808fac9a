import { randomUUID } from 'node:crypto';
import { type GraphQLSchema, graphql } from 'graphql';
import { type ContextParts, createContext } from './graphql/context.js';
import type { Database } from './neo4j/database.js';
import { COMMIT_ADDING, COMMIT_REWRITING } from './write/commit.cypher.js';
import { PlanRows } from './write/plan.js';
import { LOADS } from './write/state.cypher.js';

export interface WarmUpOptions {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly parts: ContextParts;
}

/** Questions about things that are not there: they cost nothing and leave plans behind. */
const QUESTIONS = [
  `{
    datasets(first: 1) { nodes { id source { id } columns(first: 1) { nodes { id } } owners { role } tags { by } producedBy(first: 1) { nodes { id } } } }
    runs(first: 1) { nodes { id state job { id } } }
  }`,
];

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
}
