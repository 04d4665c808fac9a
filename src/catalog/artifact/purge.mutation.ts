import { requireRoleOverAll } from '../../access/viewer.js';
import type { ArtifactStore, HeldContent } from '../../artifact-store/artifact-store.js';
import type { Context } from '../../graphql/context.js';
import type { Turns } from '../../turns.js';
import type { Outcome, Problem } from '../../write/fact.js';
import { producerOf } from '../entity/command.mutation.js';
import { headPosition } from '../entity/entity.repository.js';
import { before } from '../feature-table/duration.js';
import { millisOf, timeOf } from '../time.js';
import { type PurgeArtifactsInput, purgeArtifactsRules } from './artifact.input.js';
import { artifactId } from './artifact.js';
import { type ArtifactUse, findArtifactUse } from './artifact.repository.js';
import type { PurgeArtifactsPayload } from './artifact.type.js';

export interface PurgeParts {
  readonly store: ArtifactStore;
  readonly turns: Turns;
}

/** Of one call. */
const MOST_PURGED = 1_000;
/** Looked at, and purged, together. */
const AT_ONCE = 50;
/** Bytes that nobody knows of may belong to an upload that is about to be entered. Milliseconds. */
const UNKNOWN_KEPT_MS = 60 * 60_000;

/** Takes the bytes out of the store that nothing refers to, and of which nobody spoke for so long; for administrators. */
export async function purgeArtifacts(parts: PurgeParts, context: Context, input: PurgeArtifactsInput): Promise<PurgeArtifactsPayload> {
  requireRoleOverAll(context.viewer, 'ADMIN');
  const { olderThan, dryRun } = purgeArtifactsRules.parse(input);
  const until = before(Date.now(), olderThan);
  const receipts: Purged[] = [];
  let bytes = 0;
  let complete = true;
  for await (const found of batches(parts.store.list())) {
    const uses = await findArtifactUse(
      context.database,
      found.map(({ hash }) => artifactId(hash)),
    );
    const unused = found.filter((content) => isUnused(content, uses.get(artifactId(content.hash)), until));
    complete = receipts.length + unused.length <= MOST_PURGED;
    const chosen = unused.slice(0, MOST_PURGED - receipts.length);
    const purged = dryRun ? chosen.map(wouldBePurged) : await Promise.all(chosen.map((content) => purge(parts, context, content, until)));
    receipts.push(...purged);
    bytes += chosen.reduce((sum, { size }, at) => (purged[at]!.problems.length > 0 ? sum : sum + size), 0);
    if (!complete) break;
  }
  return {
    position: await headPosition(context.database),
    receipts: receipts.map((receipt, index) => ({ index, ...receipt })),
    dryRun,
    count: receipts.filter(({ problems }) => problems.length === 0).length,
    bytes,
    complete,
  };
}

interface Purged {
  readonly id: string;
  readonly outcome: Outcome;
  /** Why it was kept after all. */
  readonly problems: Problem[];
}

const wouldBePurged = ({ hash }: HeldContent): Purged => ({ id: artifactId(hash), outcome: 'UNCHANGED', problems: [] });

/** `until`: milliseconds since 1970. */
function isUnused({ since }: HeldContent, use: ArtifactUse | undefined, until: number): boolean {
  if (use?.referenced) return false;
  if (!use?.artifact.stored) return since < Math.min(until, Date.now() - UNKNOWN_KEPT_MS);
  return millisOf(use.spokenOf) < until;
}

/**
 * First the entity says that its bytes go, then they go, then it says that they are gone. A command that `requires` the artifact is either
 * committed before, and then seen here, or refused after. Uploads of the same content wait for their turn; those to other servers are
 * refused in between (see Uploads.enter).
 */
function purge({ store, turns }: PurgeParts, context: Context, content: HeldContent, until: number): Promise<Purged> {
  const id = artifactId(content.hash);
  const use = async (): Promise<ArtifactUse | undefined> => (await findArtifactUse(context.database, [id])).get(id);
  return turns.take(content.hash, async () => {
    if (!isUnused(content, await use(), until)) return kept(id);
    const removedAt = await say(context, id, { stored: false, purged: false });
    const after = await use();
    if (after?.referenced && after.artifact.removedAt) await say(context, id, { stored: true }, Math.max(Date.now(), removedAt + 1));
    if (after?.referenced || !after?.artifact.removedAt) return kept(id);
    await store.remove(content.hash);
    // As of the same moment, so that whoever brings it back after that removal does so for good.
    await say(context, id, { purged: true }, removedAt);
    return { id, outcome: 'APPLIED', problems: [] };
  });
}

/** `stored`: with its bytes the entity comes back, without it stays away. `millis`: since 1970. */
async function say(context: Context, id: string, attributes: { stored?: boolean; purged?: boolean }, millis = Date.now()): Promise<number> {
  const at = timeOf(millis);
  const claim = { id, attributes, ...(attributes.stored ? {} : { removed: { ban: false } }) };
  await context.submit({ producer: producerOf(context), at, claims: [claim], raw: { ...claim, at } });
  return millis;
}

const kept = (id: string): Purged => ({
  id,
  outcome: 'UNCHANGED',
  problems: [{ rule: 'in-use', path: [], message: `"${id}" was kept: it came into use meanwhile.` }],
});

async function* batches(contents: AsyncIterable<HeldContent>): AsyncIterable<HeldContent[]> {
  let batch: HeldContent[] = [];
  for await (const content of contents) {
    batch.push(content);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
