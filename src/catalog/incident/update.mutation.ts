import type { Context } from '../../graphql/context.js';
import type { Problem } from '../../write/fact.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { isOfKind } from '../entity/projection.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import { timeOf } from '../time.js';
import { type UpdateIncidentInput, updateIncidentRules } from './incident.input.js';
import { type IncidentRow, noteAttribute } from './incident.js';

const MAX_NOTES = 100;

/** Moves an incident on; to resolve it its cause has to be said. */
export async function updateIncident(context: Context, input: UpdateIncidentInput): Promise<Done<IncidentRow>> {
  updateIncidentRules.parse(input);
  const { cause, id, note, state } = input;
  const [known] = (isOfKind(id, 'INCIDENT') ? await findEntities(context.database, [id]) : [null]) as (IncidentRow | null)[];
  if (!known) return refused(context, [unknownEntity(id)]);
  const status = { state: state ?? known.state, cause: cause ?? known.cause };
  if (status.state === 'RESOLVED' && status.cause === null) return refused(context, [CAUSE_MISSING]);
  if (note && known.notes.length >= MAX_NOTES) return refused(context, [TOO_MANY_NOTES]);
  const moves = status.state !== known.state || status.cause !== known.cause;
  const attributes = {
    ...(moves ? { status } : {}),
    ...(note ? { [noteAttribute(timeOf(Date.now()))]: { by: context.viewer.name, text: note } } : {}),
  };
  return (await stateOfKnown(context, { id, attributes })) as Done<IncidentRow>;
}

const CAUSE_MISSING: Problem = {
  rule: 'resolved-has-cause',
  path: ['input', 'cause'],
  message: 'It is not said why the incident happened.',
  remedy: 'Send cause: the next who sees one like it will look for it.',
};

const TOO_MANY_NOTES: Problem = {
  rule: `at-most-${MAX_NOTES}-notes`,
  path: ['input', 'note'],
  message: `The incident has ${MAX_NOTES} notes.`,
  remedy: 'Go on where you keep your documents, and put the link into the cause.',
};
