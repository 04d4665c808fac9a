import { type Chosen, isDescribed, isOfKind, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';
import { KINDS } from '../kind.js';

export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export const shape: Shape = { properties: [] };

export type TagRow = EntityRow;

export interface TagAttachment {
  readonly tag: TagRow;
  /** The producer who said so. */
  readonly by: string;
  /** The id of the entity it came from; null: it was attached here. */
  readonly via: string | null;
}

/** From the id of a tag, or its plain name; undefined when it is the id of something else. */
export function tagIdOf(text: string): string | undefined {
  if (isOfKind(text, 'TAG')) return text;
  return isOfKind(text, ...KINDS) || text.startsWith('tag:') ? undefined : entityId('TAG', DEFAULT_NAMESPACE, text);
}
