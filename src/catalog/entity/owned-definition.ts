import type { Json, Problem } from '../../write/fact.js';
import { idFromText } from '../id.js';
import { ownerIdOf } from '../owner/owner.js';
import { isOfKind } from './projection.js';

/** What definitions of every kind say beside what is their own. */
export interface OwnedDefinition {
  readonly description: string | null;
  /** The id of a person or team. */
  readonly owner: string | null;
  /** Ids of tags, sorted. */
  readonly tags: readonly string[];
}

/** Whatever may be left out of a definition, or be null; owners and tags may be plain names. */
export type Draft<Definition> = { readonly [Name in keyof Definition]?: Definition[Name] | null };
export type DraftOf<Definition, Required extends keyof Definition> = Pick<Definition, Required> & Draft<Omit<Definition, Required>>;

/** Owners and tags become ids where that can be; what is no owner stays as it was written, for the rules to say so. */
export function owned({ description, owner, tags }: Draft<OwnedDefinition>): OwnedDefinition {
  return {
    description: description ?? null,
    owner: owner ? (ownerIdOf(owner) ?? owner) : null,
    tags: [...new Set((tags ?? []).map((text) => (text ? (idFromText('TAG', text) ?? text) : text)))].sort(),
  };
}

/** The attributes of a thing that is defined: lists take the place of lists before, a description that is left out stays as it was. */
export function ownedAttributes({ description, owner, tags }: OwnedDefinition, definition: Json): Record<string, Json> {
  const documentation = description === '' ? null : { description };
  return {
    definition,
    ...(description === null ? {} : { documentation }),
    ownership: owner === null ? [] : [{ owner, role: 'OWNER' }],
    tags,
  };
}

/** What is wrong with its owner and tags; `path`: where the definition stands. */
export function ownedProblems({ owner, tags }: OwnedDefinition, path: readonly string[]): Problem[] {
  const wrongOwner =
    owner === null || isOfKind(owner, 'PERSON', 'TEAM')
      ? []
      : [
          {
            rule: 'owner-id',
            path: [...path, 'owner'],
            message: `${quoted(owner)} is not the id of a person or team.`,
            remedy: 'Send an id such as "person:default/ana" or "team:default/data", or the plain name of a person.',
          },
        ];
  const wrongTags = tags
    .filter((tag) => !isOfKind(tag, 'TAG'))
    .map((tag) => ({
      rule: 'tag-id',
      path: [...path, 'tags'],
      message: `${quoted(tag)} is not the id of a tag.`,
      remedy: 'Send an id such as "tag:default/pii", or the plain name of a tag.',
    }));
  return [...wrongOwner, ...wrongTags];
}

/** A text for people, cut short. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
