import type { PageRequest } from '../catalog/entity/page.js';
import { printTime, type Time, timeOf } from '../catalog/time.js';
import { VinciError } from '../errors.js';
import { EMPTY_KEY, newId } from '../write/command.js';
import type { Outcome, Principal, Problem } from '../write/fact.js';
import { scopedAdminProblem, scopeProblem, teamProblem } from './policies.js';
import { parseScope, type Scope } from './scope.js';
import { hashOf, nameFault, newSecret, type Token, withPrefix } from './token.js';
import type { TokenRepository } from './token.repository.js';
import type { Role } from './viewer.js';

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** Over which parts of the catalog, tags and domains by plain names too; none: over everything. */
  readonly scopes?: readonly Scope[] | null;
  /** Ids of teams. */
  readonly teams?: readonly string[] | null;
  readonly expiresAt?: Time | null;
  /** The same key and input again gives the same token again, without its secret: that is shown once. */
  readonly idempotencyKey?: string | null;
}

/** What became of a command about a token. `position`: the head of the log. */
export interface TokenAnswer {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly position: number;
  readonly token: Token | null;
  /** Once, when it is made. */
  readonly secret: string | null;
}

export interface TokensOptions {
  readonly repository: TokenRepository;
  /** Called after a token was revoked, so that this process does not know it any longer. */
  forget(tokenId: string): void;
  readonly clock?: () => number;
}

const LENT_MS = 3_600_000;

/** Issuing and revoking. Who may do so is checked by those who call. */
export class Tokens {
  constructor(private readonly options: TokensOptions) {}

  /** Throws VinciError KEY_REUSED when the idempotency key came with another input before. */
  async issue(input: NewToken, by: Principal): Promise<TokenAnswer> {
    const now = this.#now();
    const problems = problemsOf(input, now);
    if (problems.length > 0) return this.#answer({ outcome: 'REFUSED', problems });
    const secret = newSecret();
    const { name, role, expiresAt, idempotencyKey } = input;
    const scopes = [...new Set(input.scopes?.map((text) => parseScope(text)!))].sort();
    const teams = [...new Set(input.teams)].sort();
    const wanted: Token = {
      id: newId('token', idempotencyKey, by.name),
      ...withPrefix(secret),
      name,
      role,
      ...(scopes.length > 0 && { scopes }),
      ...(teams.length > 0 && { teams }),
      createdAt: now,
      createdBy: by.name,
      ...(expiresAt && { expiresAt }),
    };
    const { token, added } = await this.options.repository.add(wanted, hashOf(secret), by);
    if (added) return this.#answer({ outcome: 'APPLIED', token, secret });
    if (!isSame(token, wanted))
      throw new VinciError(
        'KEY_REUSED',
        `The idempotency key "${idempotencyKey}" was used for another token ("${token.name}", ${token.role}); use a new key.`,
      );
    return this.#answer({ outcome: 'UNCHANGED', token, problems: [SHOWN_BEFORE] });
  }

  /** `evenLast`: also the last administrator's, which locks everybody out until one is made on the machine itself. */
  async revoke(id: string, by: Principal, { evenLast = false } = {}): Promise<TokenAnswer> {
    const revocation = await this.options.repository.revoke(id, by, this.#now(), evenLast);
    if (revocation.outcome === 'UNKNOWN') return this.#answer({ outcome: 'REFUSED', problems: [unknown(id)] });
    const { token, outcome } = revocation;
    if (outcome === 'LAST_ADMIN') return this.#answer({ outcome: 'REFUSED', problems: [LAST_ADMIN] });
    this.options.forget(id);
    return this.#answer({ outcome: outcome === 'REVOKED' ? 'APPLIED' : 'UNCHANGED', token });
  }

  /** A token of role EDITOR for as long as `use` takes, at most an hour. */
  async lend<Result>(name: string, use: (secret: string) => Promise<Result>): Promise<Result> {
    const by: Principal = { name: 'this server' };
    const expiresAt = timeOf(this.#millis() + LENT_MS);
    const { token, secret } = await this.issue({ name, role: 'EDITOR', expiresAt }, by);
    try {
      return await use(secret!);
    } finally {
      await this.revoke(token!.id, by);
    }
  }

  /** Newest first; one more than `first` when there are more. */
  list({ first, after }: PageRequest): Promise<Token[]> {
    return this.options.repository.page(first + 1, after ? { createdAt: String(after[0]), id: after[1] } : undefined);
  }

  #now(): Time {
    return timeOf(this.#millis());
  }

  #millis(): number {
    return (this.options.clock ?? Date.now)();
  }

  async #answer(answer: Pick<TokenAnswer, 'outcome'> & Partial<TokenAnswer>): Promise<TokenAnswer> {
    return { problems: [], token: null, secret: null, position: await this.options.repository.headPosition(), ...answer };
  }
}

const SHOWN_BEFORE: Problem = {
  rule: 'token.secret-shown-once',
  path: ['input', 'idempotencyKey'],
  message: 'This token was issued before; its secret was shown then and cannot be shown again.',
  remedy: 'Revoke it and issue another one.',
};

const LAST_ADMIN: Problem = {
  rule: 'token.last-admin',
  path: ['input', 'id'],
  message: 'This is the last token with the role ADMIN; without it nobody could issue tokens any more.',
  remedy: 'Issue another ADMIN token first; or revoke it on the machine itself with: npx vinci token revoke',
};

const isSame = (token: Token, wanted: Token): boolean => {
  const said = ({ name, role, scopes, teams, expiresAt }: Token): string => JSON.stringify([name, role, scopes, teams, expiresAt]);
  return said(token) === said(wanted);
};

function unknown(id: string): Problem {
  return {
    rule: 'token.unknown',
    path: ['input', 'id'],
    message: `There is no token with the id "${id}".`,
    remedy: 'Take the id from the query tokens.',
  };
}

/** Everything that is wrong with it. */
function problemsOf({ name, role, scopes, teams, expiresAt, idempotencyKey }: NewToken, now: Time): Problem[] {
  const fault = nameFault(name);
  const asked = scopes ?? [];
  const all: readonly (Problem | undefined)[] = [
    fault ? { rule: 'token.name', path: ['input', 'name'], message: fault } : undefined,
    ...asked.map((scope, at) => scopeProblem(scope, ['input', 'scopes', String(at)])),
    scopedAdminProblem(role, asked, ['input', 'scopes']),
    teamProblem('teams', teams ?? []),
    expiresAt && expiresAt <= now ? expired(expiresAt, now) : undefined,
    idempotencyKey === '' ? EMPTY_KEY : undefined,
  ];
  return all.filter((problem) => problem !== undefined);
}

const expired = (expiresAt: Time, now: Time): Problem => ({
  rule: 'token.expiry',
  path: ['input', 'expiresAt'],
  message: `expiresAt (${printTime(expiresAt)}) is not in the future; it is ${printTime(now)} now.`,
});
