import type { Context } from '../../graphql/context.js';
import type { Problem } from '../../write/fact.js';
import { answeredBefore, type Done, refused } from '../entity/command.mutation.js';
import { publishVersion } from '../entity/publish.mutation.js';
import type { VersionRow } from '../entity/version.js';
import { findDefinitions } from '../entity/version.repository.js';
import { entityId } from '../id.js';
import type { WorkflowDefinition } from './definition.js';
import { findKnown } from './known.repository.js';
import { faultsOf, validateWorkflow, type WorkflowValidation } from './validate.js';
import { definitionIn, flowsOf, storedDefinition } from './version.js';
import { type PublishWorkflowInput, publishWorkflowRules } from './workflow.input.js';

/** What the rules say of a definition, with what the catalog knows of the things that it names. Paths begin with `path`. */
export async function validated(context: Context, definition: WorkflowDefinition, path: readonly string[]): Promise<WorkflowValidation> {
  const { kind, schemas, ...found } = validateWorkflow(definition, await findKnown(context, definition));
  const placed = (problems: readonly Problem[]) => problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
  return { kind, schemas, problems: placed(found.problems), missing: placed(found.missing), notes: placed(found.notes) };
}

/** Publishes the next version, or refuses with everything that is wrong. Of a draft, lineage shows only that it is a version. */
export async function publishWorkflow(context: Context, input: PublishWorkflowInput): Promise<Done<VersionRow>> {
  const before = await answeredBefore<VersionRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const { namespace, name, definition, draft, ...rest } = publishWorkflowRules.parse(input);
  const validation = await validated(context, definition, ['input', 'definition']);
  const faults = faultsOf(validation, draft);
  if (faults.length > 0) return refused(context, faults);
  return publishVersion(context, {
    ...rest,
    ...(draft ? {} : { flows: flowsOf(definition) }),
    partsOf: async ({ key }) => {
      const [stored] = await findDefinitions(context.database, [key]);
      return flowsOf(definitionIn(stored ?? null)).parts;
    },
    thing: entityId('WORKFLOW', namespace, name),
    definition: storedDefinition(definition, validation.kind),
    draft,
    input,
  });
}
