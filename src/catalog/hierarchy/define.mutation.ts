import type { Context } from '../../graphql/context.js';
import type { Json } from '../../write/fact.js';
import { answeredBefore, type Command, command, type Done, refused, unchanged } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { isStated } from '../entity/state.mutation.js';
import { wrongId } from '../entity/wrong-id.js';
import { entityId, idFromText } from '../id.js';
import { type HierarchyKind, objectionToParent } from './hierarchy.js';
import { findPlacement } from './hierarchy.repository.js';

export interface Definition extends Pick<Command, 'input' | 'idempotencyKey' | 'expectedPosition'> {
  readonly kind: HierarchyKind;
  readonly namespace: string;
  readonly name: string;
  /** Empty: takes back what the same person said before. Of these three, what is absent stays as it was. */
  readonly description?: string | null;
  /** An id or a plain name; null: there is none, whoever said so. */
  readonly parent?: string | null;
  readonly more?: { readonly [attribute: string]: Json };
}

/** Makes a term or a domain known, or says more about one; UNCHANGED when nothing is new. Refused when its parents would go in a circle, or too far up. */
export async function define(context: Context, definition: Definition): Promise<Done> {
  const before = await answeredBefore(context, definition);
  if (before) return before;
  const { kind, namespace, name, description, parent, more, input, idempotencyKey, expectedPosition } = definition;
  const subject = entityId(kind, namespace, name);
  const attributes: Record<string, Json> = { ...more };
  if (typeof description === 'string') attributes.documentation = description === '' ? null : { description };
  if (parent === null) attributes.parent = false;
  if (typeof parent === 'string') {
    const parentId = idFromText(kind, parent);
    if (!parentId) return refused(context, [wrongId(kind, parent, 'parent')]);
    const problem = objectionToParent(subject, await findPlacement(context.database, subject, parentId));
    if (problem) return refused(context, [problem]);
    attributes.parent = parentId;
  }
  const claim = { id: subject, attributes };
  const [known] = await findEntities(context.database, [subject]);
  if (known && (await isStated(context, known, claim))) return unchanged(context, known);
  return command(context, { subject, claims: [claim], input, idempotencyKey, expectedPosition });
}
