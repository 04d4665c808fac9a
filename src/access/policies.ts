import { idFromText, kindOf, parseId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { timeOf } from '../catalog/time.js';
import { idOfParts } from '../write/command.js';
import type { Outcome, Principal, Problem } from '../write/fact.js';
import type { AccessRule, Policy, RoleBinding } from './policy.js';
import type { PolicyRepository } from './policy.repository.js';
import { parseScope, type Scope } from './scope.js';
import type { Role } from './viewer.js';

/** The longest time that a change made by another instance is not known here. */
const KNOWN_FOR_MS = 3_000;
const MOST = 1_000;
const MOST_NAMED = 100;

export interface NewBinding {
  readonly principal: string;
  readonly role: Role;
  /** A tag or a domain by its plain name, too. */
  readonly scope: Scope | null;
}

/** What became of a change of policy. */
export interface PolicyAnswer<Entry> {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly entry: Entry | null;
}

export interface PoliciesOptions {
  readonly repository: PolicyRepository;
  readonly clock?: () => number;
}

/** Role bindings and rules of access, known for three seconds. Who may change them is checked by those who call. */
export class Policies {
  #known: { readonly policy: Promise<Policy>; readonly until: number } | undefined;

  constructor(private readonly options: PoliciesOptions) {}

  /** Throws Unavailable when the database is away and nothing is known. */
  current(): Promise<Policy> {
    if (this.#known && this.#now() < this.#known.until) return this.#known.policy;
    const policy = this.options.repository.read();
    const known = { policy, until: this.#now() + KNOWN_FOR_MS };
    this.#known = known;
    policy.catch(() => {
      if (this.#known === known) this.#known = undefined;
    });
    return policy;
  }

  async bind({ principal, role, scope: text }: NewBinding, by: Principal): Promise<PolicyAnswer<RoleBinding>> {
    const { bindings } = await this.#fresh();
    const scope = text === null ? null : (parseScope(text) ?? text);
    const problem =
      principalProblem(principal) ??
      (scope === null ? undefined : scopeProblem(scope, ['input', 'scope'])) ??
      scopedAdminProblem(role, scope === null ? [] : [scope], ['input', 'scope']) ??
      (bindings.length >= MOST ? tooMany('role bindings') : undefined);
    if (problem) return refused(problem);
    const id = idOfParts('role-binding', [principal, role, scope]);
    const known = bindings.find((binding) => binding.id === id);
    if (known) return { outcome: 'UNCHANGED', problems: [], entry: known };
    const entry = { id, principal, role, scope, createdAt: timeOf(this.#now()), createdBy: by.name };
    await this.options.repository.bind(entry, by);
    this.#known = undefined;
    return { outcome: 'APPLIED', problems: [], entry };
  }

  async unbind(id: string, by: Principal): Promise<PolicyAnswer<RoleBinding>> {
    const entry = await this.options.repository.unbind(id, by);
    this.#known = undefined;
    return entry ? { outcome: 'APPLIED', problems: [], entry } : refused(unknown('role binding', id, 'roleBindings'));
  }

  /** A tag's rule takes the place of the one before. */
  async restrict(tag: string, visibleTo: readonly string[], by: Principal): Promise<PolicyAnswer<AccessRule>> {
    const { rules } = await this.#fresh();
    const id = idFromText('TAG', tag);
    const ids = [...new Set(visibleTo)].sort();
    const problem = ruleProblem(tag, id, ids) ?? (rules.length >= MOST ? tooMany('rules of access') : undefined);
    if (problem) return refused(problem);
    const known = rules.find((rule) => rule.tag === id);
    if (known && JSON.stringify(known.visibleTo) === JSON.stringify(ids)) return { outcome: 'UNCHANGED', problems: [], entry: known };
    const entry = { tag: id!, visibleTo: ids, createdAt: timeOf(this.#now()), createdBy: by.name };
    await this.options.repository.setRule(entry, by);
    this.#known = undefined;
    return { outcome: 'APPLIED', problems: [], entry };
  }

  async unrestrict(tag: string, by: Principal): Promise<PolicyAnswer<AccessRule>> {
    const entry = await this.options.repository.removeRule(idFromText('TAG', tag) ?? tag, by);
    this.#known = undefined;
    return entry ? { outcome: 'APPLIED', problems: [], entry } : refused(unknown('rule for the tag', tag, 'accessRules'));
  }

  #fresh(): Promise<Policy> {
    this.#known = undefined;
    return this.current();
  }

  #now(): number {
    return (this.options.clock ?? Date.now)();
  }
}

const refused = (problem: Problem): { outcome: 'REFUSED'; problems: Problem[]; entry: null } => ({
  outcome: 'REFUSED',
  problems: [problem],
  entry: null,
});

const tooMany = (what: string): Problem => ({
  rule: 'access.most',
  path: ['input'],
  message: `There are ${MOST} ${what} already, which is the most.`,
  remedy: 'Bind a role to a group rather than to each of its members.',
});

const unknown = (what: string, id: string, query: string): Problem => ({
  rule: 'access.unknown',
  path: ['input'],
  message: `There is no ${what} "${id.slice(0, 200)}".`,
  remedy: `The query ${query} shows what there is.`,
});

function principalProblem(principal: string): Problem | undefined {
  if (/^(group|person):\S.{0,199}$/.test(principal)) return undefined;
  return {
    rule: 'access.principal',
    path: ['input', 'principal'],
    message: `"${principal.slice(0, 200)}" is neither a group nor a person.`,
    remedy: 'Send group:NAME, as the issuer names its groups, or person:NAME.',
  };
}

/** Tokens and rules belong to no part of the catalog, and whoever may change them can give himself the rest. Also of tokens. */
export function scopedAdminProblem(role: Role, scopes: readonly Scope[], path: readonly string[]): Problem | undefined {
  if (role !== 'ADMIN' || scopes.length === 0) return undefined;
  return {
    rule: 'access.admin-scope',
    path,
    message: 'An administrator is one over everything: tokens and rules belong to no part of the catalog.',
    remedy: `Leave ${path.at(-1)} out, or give the role STEWARD.`,
  };
}

/** Also for the scopes of tokens. */
export function scopeProblem(scope: string, path: readonly string[]): Problem | undefined {
  if (parseScope(scope)) return undefined;
  return {
    rule: 'access.scope',
    path,
    message: `"${scope.slice(0, 200)}" is no part of the catalog that a role can be bound to.`,
    remedy: 'Send the id of a data source, domain:NAME, tag:NAME or namespace:NAME.',
  };
}

function ruleProblem(tag: string, id: string | undefined, visibleTo: readonly string[]): Problem | undefined {
  if (!id)
    return {
      rule: 'access.tag',
      path: ['input', 'tag'],
      message: `"${tag.slice(0, 200)}" is not the id of a tag.`,
      remedy: 'Send its id, tag:default/restricted, or its plain name.',
    };
  return principalsProblem('visibleTo', visibleTo, ['TEAM', 'PERSON']);
}

/** Of a token. */
export const teamProblem = (name: string, teams: readonly string[]): Problem | undefined => principalsProblem(name, teams, ['TEAM']);

function principalsProblem(name: string, ids: readonly string[], kinds: readonly Kind[]): Problem | undefined {
  const what = kinds.map((kind) => kind.toLowerCase()).join(' or ');
  const wrong = ids.findIndex((each) => !parseId(each) || !kinds.includes(kindOf(each)!));
  if (wrong >= 0)
    return {
      rule: 'access.principals',
      path: ['input', name, String(wrong)],
      message: `"${ids[wrong]!.slice(0, 200)}" is not the id of a ${what}.`,
      remedy: 'Send ids such as team:default/risk.',
    };
  if (ids.length <= MOST_NAMED) return undefined;
  return { rule: 'access.principals', path: ['input', name], message: `${ids.length} ids were sent; at most ${MOST_NAMED} are allowed.` };
}
