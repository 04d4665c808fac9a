import type { Context } from '../../graphql/context.js';
import type { Json, Problem } from '../../write/fact.js';
import { answeredBefore, type Done, refused } from '../entity/command.mutation.js';
import { publishVersion } from '../entity/publish.mutation.js';
import { versionIdOf } from '../entity/version.js';
import { findNewestVersions } from '../entity/version.repository.js';
import { entityId } from '../id.js';
import { findKnownSegments, type KnownSegment } from './known.repository.js';
import { type PublishPipelineInput, publishPipelineRules, type RequestedStep } from './pipeline.input.js';
import { kindOfSteps, MISSING_RULES, needsFitting, pipelineProblems } from './pipeline-rules.js';
import type { PipelineStep } from './pipeline-step.js';
import { turnsOfSteps } from './pipeline-turns.js';
import type { PipelineVersionRow, StoredStep } from './version.js';

/** Publishes the next version, or refuses with everything that is wrong. */
export async function publishPipeline(context: Context, input: PublishPipelineInput): Promise<Done<PipelineVersionRow>> {
  const before = await answeredBefore<PipelineVersionRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const { namespace, name, steps: requested, draft, ...rest } = publishPipelineRules.parse(input);
  const found = await findSegments(context, requested);
  const unknown = requested.flatMap((step, at) => unknownProblems(step, found[at], at));
  const steps = requested.map((step, at) => stepOf(step, found[at]));
  const problems = [...unknown, ...pipelineProblems(steps)].map((problem) => ({ ...problem, path: ['input', ...problem.path] }));
  const faults = draft ? problems.filter(({ rule }) => !MISSING_RULES.has(rule)) : problems;
  if (faults.length > 0) return refused(context, faults);
  const stored = requested.map(({ params }, at): StoredStep => ({ segment: found[at]!.id, params: withoutNulls(params) }));
  const parts = [...new Set(stored.map(({ segment }) => segment))].sort();
  return publishVersion(context, {
    ...rest,
    thing: entityId('PIPELINE', namespace, name),
    definition: { kind: kindOfSteps(steps), needsFitting: needsFitting(steps), steps: stored as unknown as Json },
    turns: turnsOfSteps(steps),
    draft,
    flows: { parts: parts.map((dataset) => ({ dataset })) },
    input,
  }) as Promise<Done<PipelineVersionRow>>;
}

/** The version of each step's segment, the newest published one where none was named; none of one that was removed. Two queries. */
async function findSegments(context: Context, steps: readonly RequestedStep[]): Promise<(KnownSegment | undefined)[]> {
  const things = steps.map(({ namespace, segment }) => entityId('SEGMENT', namespace, segment));
  const newest = await findNewestVersions(context.database, [...new Set(things)], true);
  const newestOf = new Map([...new Set(things)].map((thing, at) => [thing, newest[at]?.id]));
  const ids = steps.map(({ number }, at) => (number ? versionIdOf(things[at]!, number) : newestOf.get(things[at]!)));
  const known = await findKnownSegments(
    context,
    ids.filter((id) => id !== undefined),
    'TO_BUILD_ON',
  );
  return ids.map((id) => known.get(id ?? ''));
}

function unknownProblems({ namespace, segment, number }: RequestedStep, found: KnownSegment | undefined, at: number): Problem[] {
  const name = `${namespace}/${segment}${number ? `, version ${number},` : ''}`;
  const path = ['steps', String(at), number ? 'number' : 'segment'];
  if (!found)
    return [
      {
        rule: 'segment-known',
        path,
        message: `Step ${at + 1}: there is no published segment ${name}.`.replace(/,\.$/, '.'),
        remedy:
          'Name one that is there (segments lists them; stock stages of Spark ML are in the namespace spark.ml), or publish it first.',
      },
    ];
  if (!found.draft) return [];
  return [
    { rule: 'segment-published', path, message: `Step ${at + 1}: ${name} is a draft.`, remedy: 'Publish it, or name another version.' },
  ];
}

/** A step whose segment is not known is left to the problem that says so. */
function stepOf({ namespace, segment, params }: RequestedStep, found: KnownSegment | undefined): PipelineStep {
  const definition = found?.definition ?? {
    fits: 'NONE' as const,
    params: Object.keys(params).map((name) => ({ name, type: 'any' as const })),
    schema: { needs: [], adds: [] },
  };
  return { segment: `${namespace}/${segment}`, definition, params };
}

function withoutNulls(params: RequestedStep['params']): StoredStep['params'] {
  const given = Object.entries(params as { readonly [name: string]: Json }).filter(([, value]) => value !== null);
  return Object.fromEntries(given);
}
