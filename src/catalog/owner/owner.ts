import type { Problem } from '../../write/fact.js';
import { type Chosen, isDescribed, isOfKind, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';

export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export const shape: Shape = { properties: [] };

export type OwnerKind = 'PERSON' | 'TEAM';

export interface OwnerRow extends EntityRow {
  readonly kind: OwnerKind;
}

export interface Ownership {
  readonly owner: OwnerRow;
  readonly role: string;
  /** The producer who said so. */
  readonly by: string;
}

/** From the id of a person or team, or the plain name of a person; undefined when it is the id of something else. */
export function ownerIdOf(text: string): string | undefined {
  if (isOfKind(text, 'PERSON', 'TEAM')) return text;
  return /^[a-z-]+:/.test(text) ? undefined : entityId('PERSON', DEFAULT_NAMESPACE, text);
}

export function rolesOf(owner: string, owners: readonly Ownership[]): string[] {
  return owners.filter((each) => each.owner.id === owner).map(({ role }) => role);
}

export const WRONG_OWNER = (text: string): Problem => ({
  rule: 'owner-id',
  path: ['input', 'owner'],
  message: `"${text}" is not the id of a person or team.`,
  remedy: 'Send an id such as "person:default/ana" or "team:default/data", or the plain name of a person.',
});
