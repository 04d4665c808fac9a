import { idFromText, kindOf, parseId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';

/**
 * A part of the catalog that a role is bound to, as one text: the id of a domain (with the domains below it), of a data source (what lies
 * in it) or of a tag (what carries it), or `namespace:NAME`.
 */
export type Scope = string;

type ScopeKind = 'DOMAIN' | 'SOURCE' | 'NAMESPACE' | 'TAG';

const NAMESPACE = 'namespace:';
const KIND_OF: ReadonlyMap<Kind | undefined, ScopeKind> = new Map([
  ['DOMAIN', 'DOMAIN'],
  ['DATA_SOURCE', 'SOURCE'],
  ['TAG', 'TAG'],
]);

/** Undefined when it is no scope. */
export function scopeKindOf(scope: Scope): ScopeKind | undefined {
  if (scope.startsWith(NAMESPACE)) return scope.length > NAMESPACE.length ? 'NAMESPACE' : undefined;
  return parseId(scope) ? KIND_OF.get(kindOf(scope)) : undefined;
}

/** The id, or the name of the namespace. */
export const scopedTo = (scope: Scope): string => (scope.startsWith(NAMESPACE) ? scope.slice(NAMESPACE.length) : scope);

/** Tags and domains may be given by their plain names: `tag:pii` is not an id, `tag:default/pii` is. Undefined when it is no scope. */
export function parseScope(text: string): Scope | undefined {
  if (scopeKindOf(text)) return text;
  const [, prefix, name] = /^(tag|domain):([^/]+)$/.exec(text) ?? [];
  if (!prefix || !name) return undefined;
  return idFromText(prefix === 'tag' ? 'TAG' : 'DOMAIN', name);
}
