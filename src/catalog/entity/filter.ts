import { MAX_LEVELS } from '../hierarchy/hierarchy.js';
import { withIds } from './filter-ids.js';
import type { PageRequest } from './page.js';

/** What lists of every kind can be narrowed by; absent: any. */
export interface EntityFilter {
  readonly namespace?: string | null;
  /** Anywhere in the name, upper or lower case. */
  readonly nameContains?: string | null;
  /** The id of a person or team, or a person's plain name; so are a tag, a term and a domain. */
  readonly owner?: string | null;
  readonly tag?: string | null;
  readonly term?: string | null;
  /** The id of a domain: what is in it, or in a domain below it. */
  readonly domain?: string | null;
  readonly described?: boolean | null;
  /** null: what is there; true: what is no longer there. */
  readonly removed?: boolean | null;
}

/** By term, and by domain with those below it; part of the common conditions. */
export const GLOSSARY_CONDITIONS = `
  ($p.term IS NULL OR EXISTS { (e)-[:MEANS]->(:Entity {id: $p.term}) })
  AND ($p.domain IS NULL OR EXISTS { (e)-[:IN_DOMAIN]->(:Domain)-[:CHILD_OF*0..${MAX_LEVELS}]->(:Entity {id: $p.domain}) })`;

/** Conditions on `e` that go with `commonParameters`. An absent filter is a null, so that there is one plan. */
export const COMMON_CONDITIONS = `
  (e.removedAt IS NOT NULL) = $p.removed
  AND ($p.described IS NULL OR coalesce(e.described, false) = $p.described)
  AND ($p.nameContains IS NULL OR toLower(e.name) CONTAINS $p.nameContains)
  AND ($p.owner IS NULL OR EXISTS { (e)-[:OWNED_BY]->(:Entity {id: $p.owner}) })
  AND ($p.tag IS NULL OR EXISTS { (e)-[:TAGGED]->(:Entity {id: $p.tag}) })
  AND ${GLOSSARY_CONDITIONS}`;

/** Throws BadInput where `withIds` does. */
export function commonParameters(filter: EntityFilter): Record<string, unknown> {
  const { owner, tag, term, domain } = withIds(filter);
  return {
    removed: filter.removed ?? false,
    described: filter.described ?? null,
    nameContains: filter.nameContains?.toLowerCase() ?? null,
    owner: owner ?? null,
    tag: tag ?? null,
    term: term ?? null,
    domain: domain ?? null,
    namespace: filter.namespace ?? null,
  };
}

/**
 * Ids sort by kind, namespace and name, so that a list by id is a range of the unique index: `from` and `until` (both
 * exclusive) bound the ids that start with `prefix`, after the cursor.
 */
export function idRange(prefix: string, request: PageRequest): { from: string; until: string; limit: number } {
  const last = prefix.charCodeAt(prefix.length - 1);
  const until = prefix.slice(0, -1) + String.fromCharCode(last + 1);
  const after = request.after?.[1] ?? '';
  return { from: after > prefix ? after : prefix, until, limit: request.first + 1 };
}

/** The words of a text that is looked for, in lower case. */
export function wordsIn(text: string | null | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
