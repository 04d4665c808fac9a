import { DEFAULT_NAMESPACE, entityId } from '../catalog/id.js';
import type { Time } from '../catalog/time.js';
import type { Scope } from './scope.js';
import type { Grant, Role, Viewer } from './viewer.js';

/** That a group, or a person, of the issuer has a role. */
export interface RoleBinding {
  readonly id: string;
  /** `group:NAME`, as the issuer names it, or `person:NAME`. */
  readonly principal: string;
  readonly role: Role;
  /** Null: over everything. */
  readonly scope: Scope | null;
  readonly createdAt: Time;
  readonly createdBy: string;
}

/** That what carries a tag, and what is part of it, is seen by some only, whatever their roles. */
export interface AccessRule {
  /** The tag's id. */
  readonly tag: string;
  /** Ids of teams and persons; administrators over everything see it too. */
  readonly visibleTo: readonly string[];
  readonly createdAt: Time;
  readonly createdBy: string;
}

export interface Policy {
  readonly bindings: readonly RoleBinding[];
  readonly rules: readonly AccessRule[];
}

/** What a viewer may see; null: everything. */
export interface View {
  /** Parts of the catalog; null: all of it. */
  readonly scopes: readonly Scope[] | null;
  /** Ids of tags: what carries one of them is not seen. */
  readonly closed: readonly string[];
}

/** The name of a viewer who stands for several. */
const NOBODY = '';

/** Who somebody is to rules of access. */
export const principalsOf = ({ name, teams }: Pick<Viewer, 'name' | 'teams'>): readonly string[] => [
  ...(name === NOBODY ? [] : [entityId('PERSON', DEFAULT_NAMESPACE, name)]),
  ...teams,
];

/** Null: everything. Rules do not hold for administrators over everything; see Access. */
export function viewOf(viewer: Viewer, { rules }: Pick<Policy, 'rules'>): View | null {
  const principals = new Set(principalsOf(viewer));
  const closed = rules.filter(({ visibleTo }) => !visibleTo.some((id) => principals.has(id))).map(({ tag }) => tag);
  const scopes = viewer.grants.some(({ scope }) => scope === null) ? null : viewer.grants.map(({ scope }) => scope!);
  return scopes === null && closed.length === 0 ? null : { scopes, closed };
}

/** What bindings give to a person of the issuer with these groups. */
export function grantsOf(name: string, groups: readonly string[], { bindings }: Pick<Policy, 'bindings'>): Grant[] {
  const principals = new Set([`person:${name}`, ...groups.map((group) => `group:${group}`)]);
  return bindings.filter(({ principal }) => principals.has(principal)).map(({ role, scope }) => ({ role, scope }));
}

/** Rights that several viewers may have. */
export interface SharedRights {
  /** The same for whoever sees the same, as long as rights stay as they are. */
  readonly key: string;
  /** Somebody who sees what each of them does, also once a rule has changed; or less. */
  readonly viewer: Viewer;
}

export function sharedRightsOf(viewer: Viewer, { rules }: Pick<Policy, 'rules'>): SharedRights {
  const person = principalsOf({ name: viewer.name, teams: [] })[0];
  const isNamed = rules.some(({ visibleTo }) => visibleTo.some((id) => id === person));
  const { grants, role, teams } = viewer;
  const name = isNamed ? viewer.name : NOBODY;
  const texts = grants.map((grant) => `${grant.role} ${grant.scope ?? ''}`).sort();
  return { key: JSON.stringify([name, texts, [...teams].sort()]), viewer: { name, role, grants, teams } };
}
