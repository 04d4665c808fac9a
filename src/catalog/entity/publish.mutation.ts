import type { Context } from '../../graphql/context.js';
import { canonicalText, hashOf } from '../../write/content.js';
import type { Json, Port, Problem, Statement } from '../../write/fact.js';
import { command, type Done, refused, unchanged, untilUncontested } from './command.mutation.js';
import { type Flows, type VersionRow, versionIdOf } from './version.js';
import { findNewestVersions } from './version.repository.js';

/** A definition to be published as the next version of a thing. */
export interface Publication {
  /** The id of the thing, `pipeline:default/churn`; it need not be there yet. */
  readonly thing: string;
  /** What the version is; checked already. */
  readonly definition: Json;
  /** What follows from the definition together with what it names: see segment/turns.ts. */
  readonly turns?: string;
  readonly label?: string | null | undefined;
  /** Says what the thing is. */
  readonly description?: string | null | undefined;
  readonly draft?: boolean | null | undefined;
  /** What it is made of, and what flows into it and out of it. */
  readonly flows?: Flows;
  /** See Command. */
  readonly requires?: readonly string[];
  /** What the version that was published last is made of, if data flowed through it: now it flows through this one. */
  readonly partsOf?: (version: VersionRow) => Promise<readonly Port[]>;
  /** See Command. */
  readonly input: object;
  readonly idempotencyKey?: string | null | undefined;
}

const MAX_DEFINITION = 1_000_000;

/** Publishes the next version, or finds that the newest says the same (UNCHANGED). Ask `answeredBefore` before checking anything. */
export async function publishVersion(context: Context, publication: Publication): Promise<Done<VersionRow>> {
  const text = canonicalText(publication.definition);
  if (text.length > MAX_DEFINITION) return refused(context, [TOO_LARGE(text.length)]);
  const contentHash = hashOf(text);
  // Somebody else may take the number.
  return untilUncontested(context, publication.thing, async () => {
    const [newest] = await findNewestVersions(context.database, [publication.thing], false);
    if (newest && isSame(newest, contentHash, publication)) return unchanged(context, newest);
    return publish(context, publication, versionIdOf(publication.thing, (newest?.number ?? 0) + 1), contentHash);
  });
}

async function publish(context: Context, publication: Publication, version: string, contentHash: string): Promise<Done<VersionRow>> {
  const { thing, definition, turns, label, description, draft, flows = NONE, requires = [], input, idempotencyKey } = publication;
  const documentation: { documentation?: Json } = description ? { documentation: { description } } : {};
  const attributes = {
    ...documentation,
    contentHash,
    definition,
    draft: draft ?? false,
    ...(label ? { label } : {}),
    ...(turns ? { turns } : {}),
  };
  return command(context, {
    subject: version,
    claims: [
      { id: thing, attributes: documentation },
      { id: version, attributes },
    ],
    statement: defined(version, thing, flows),
    also: draft ? [] : await withoutData(context, publication),
    input,
    ...(idempotencyKey ? { idempotencyKey } : {}),
    makes: true,
    requires,
  });
}

const NONE: Flows = { parts: [] };

const defined = (version: string, thing: string, { parts, inputs = [], outputs = [] }: Flows): Statement => ({
  subject: version,
  method: 'DEFINED',
  inputs: [{ dataset: thing }, ...parts, ...inputs],
  outputs,
  columns: [],
});

/** That data flows through the version before no longer. */
async function withoutData({ database }: Context, { thing, partsOf }: Publication): Promise<Statement[]> {
  if (!partsOf) return [];
  const [before] = await findNewestVersions(database, [thing], true);
  return before ? [defined(before.id, thing, { parts: await partsOf(before) })] : [];
}

const isSame = (newest: VersionRow, contentHash: string, { label, draft }: Publication): boolean =>
  newest.contentHash === contentHash && newest.draft === (draft ?? false) && newest.label === (label ?? null);

const TOO_LARGE = (length: number): Problem => ({
  rule: 'definition-size',
  path: ['input'],
  message: `The definition has ${length} characters as JSON; there can be at most ${MAX_DEFINITION}.`,
  remedy: 'Split it, or keep large constants outside of it.',
});
