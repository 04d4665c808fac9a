import type { Context } from '../../graphql/context.js';
import type { Json } from '../../write/fact.js';
import { answeredBefore, type Done, refused } from '../entity/command.mutation.js';
import { publishVersion } from '../entity/publish.mutation.js';
import { entityId } from '../id.js';
import { definitionProblems } from './definition-rules.js';
import { normalDefinition } from './normal-definition.js';
import { type PublishSegmentInput, publishSegmentRules } from './segment.input.js';
import { artifactsIn, type SegmentVersionRow } from './version.js';

/** What a draft may lack. */
const MISSING: ReadonlySet<string> = new Set(['predictor-task', 'result-type']);

/** Publishes the next version, or refuses with everything that is wrong. */
export async function publishSegment(context: Context, input: PublishSegmentInput): Promise<Done<SegmentVersionRow>> {
  const before = await answeredBefore<SegmentVersionRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const { namespace, name, definition, draft, ...rest } = publishSegmentRules.parse(input);
  const problems = definitionProblems(definition, ['input', 'definition']);
  const faults = draft ? problems.filter(({ rule }) => !MISSING.has(rule)) : problems;
  if (faults.length > 0) return refused(context, faults);
  return publishVersion(context, {
    ...rest,
    thing: entityId('SEGMENT', namespace, name),
    definition: normalDefinition(definition) as unknown as Json,
    draft,
    requires: draft ? [] : artifactsIn(definition),
    input,
  }) as Promise<Done<SegmentVersionRow>>;
}
