import type { Feed } from '../../events/feed.js';
import { EVERYTHING } from '../../events/feed-filter.js';
import type { FeedMessage } from '../../events/feed-reader.js';
import { filtered } from '../../events/filtered.js';
import type { Database } from '../../neo4j/database.js';
import type { RunState } from '../attributes.js';
import { findAttached } from '../entity/attached.repository.js';
import { appliesWorkflow } from '../workflow/workflow-jobs.repository.js';

/** Null or absent: any. */
export interface RunStatusWanted {
  readonly jobId?: string | null;
  readonly runId?: string | null;
  /** The id of a workflow, or of a version of one: of jobs that apply it. */
  readonly workflowId?: string | null;
  /** The id of a person or team that owns the run or its job. */
  readonly owner?: string | null;
  readonly states?: readonly RunState[] | null;
}

/** Each state that runs come to after a position, as changes with a `run`; null: from now on. */
export function runStatuses(
  { database, feed }: { readonly database: Database; readonly feed: Feed },
  { jobId, owner, runId, states, workflowId }: RunStatusWanted,
  after: number | null,
): AsyncIterableIterator<FeedMessage> {
  const isOwned = async (run: string, job: string | null): Promise<boolean> => {
    const attached = await findAttached(database, [{ id: run }, ...(job ? [{ id: job }] : [])]);
    return attached.some(({ answer }) => answer.owners.some((each) => each.owner.id === owner));
  };
  const wanted = {
    ...EVERYTHING,
    ids: runId ? new Set([runId]) : null,
    jobs: jobId ? new Set([jobId]) : null,
    kinds: new Set(['RUN'] as const),
  };
  return filtered(feed.read(wanted, after), async (message) => {
    const { entityId, run } = message;
    if (!run || run.state === run.previous || (states && !states.includes(run.state))) return false;
    if (workflowId && !(run.job && (await appliesWorkflow(database, run.job, workflowId)))) return false;
    return owner ? isOwned(entityId, run.job) : true;
  });
}
