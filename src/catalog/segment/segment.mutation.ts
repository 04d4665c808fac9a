import type { Context } from '../../graphql/context.js';
import type { Json } from '../../write/fact.js';
import { unavailable } from '../artifact/available.js';
import { answeredBefore, type Done, refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { publishVersion } from '../entity/publish.mutation.js';
import { entityId } from '../id.js';
import { definitionProblems } from './definition-rules.js';
import { normalDefinition } from './normal-definition.js';
import { type PublishSegmentInput, publishSegmentRules } from './segment.input.js';
import { artifactsIn, type SegmentVersionRow } from './version.js';

/** What a draft may lack. */
const MISSING: ReadonlySet<string> = new Set(['predictor-task', 'result-type']);

const ARTIFACT = ['input', 'definition', 'code', 'artifact'];

/** Publishes the next version, or refuses with everything that is wrong. */
export async function publishSegment(context: Context, input: PublishSegmentInput): Promise<Done<SegmentVersionRow>> {
  const before = await answeredBefore<SegmentVersionRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const { namespace, name, definition, draft, ...rest } = publishSegmentRules.parse(input);
  const problems = definitionProblems(definition, ['input', 'definition']);
  const faults = problems.filter(({ rule }) => !draft || !MISSING.has(rule));
  const artifacts = draft ? [] : artifactsIn(definition);
  const found = artifacts.length > 0 ? await findEntities(context.database, artifacts) : [];
  faults.push(...artifacts.flatMap((id, at) => unavailable(id, found[at], ARTIFACT) ?? []));
  if (faults.length > 0) return refused(context, faults);
  return publishVersion(context, {
    ...rest,
    thing: entityId('SEGMENT', namespace, name),
    definition: normalDefinition(definition) as unknown as Json,
    draft,
    requires: artifacts,
    input,
  }) as Promise<Done<SegmentVersionRow>>;
}
