import { randomBytes, randomUUID } from 'node:crypto';
import { millisOf, type Time, timeOf } from '../../catalog/time.js';
import { Unavailable, VinciError } from '../../errors.js';
import type { LoggedIn, Login } from '../issuer/login.js';
import { hashOf } from '../token.js';
import { seal, unseal } from './sealed.js';
import { CONFIRM_EVERY_MS, IDLE_MS, LASTS_MS, PAGE_TOKEN_MS, pageToken, type Session } from './session.js';
import type { SessionRepository } from './session.repository.js';

/** What a page is given to call itself by. */
export interface Lent {
  readonly token: string;
  readonly expiresAt: Time;
  readonly name: string;
}

export interface SessionsOptions {
  readonly repository: SessionRepository;
  readonly login: Pick<Login, 'renew'>;
  /** Called after a session has ended, so that this process does not know it any longer. */
  forget(sessionId: string): void;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** Of people who have logged in with a browser. A session's secret is all that the browser has of it. */
export class Sessions {
  constructor(private readonly options: SessionsOptions) {}

  /** Returns its secret. */
  async begin({ identity, refreshToken }: LoggedIn): Promise<string> {
    const secret = newSecret();
    const now = this.#time();
    const session: Session = {
      id: `session:${randomUUID()}`,
      identity,
      createdAt: now,
      lastUsedAt: now,
      confirmedAt: now,
      expiresAt: this.#time(LASTS_MS),
      ...(refreshToken && { refresh: seal(refreshToken, secret) }),
    };
    await this.options.repository.add(session, hashOf(secret));
    return secret;
  }

  /** A token for a page. Throws VinciError UNAUTHENTICATED when the session is over. */
  async lend(secret: string): Promise<Lent> {
    const { repository } = this.options;
    const session = await repository.use(hashOf(secret), this.#time(), this.#time(-IDLE_MS));
    if (!session) throw over();
    const name = await this.#confirmed(session, secret);
    const token = pageToken(newSecret());
    const usual = this.#time(PAGE_TOKEN_MS);
    const expiresAt = usual < session.expiresAt ? usual : session.expiresAt;
    if (!(await repository.addPageToken(session.id, hashOf(token), this.#time(), expiresAt))) throw over();
    return { token, expiresAt, name };
  }

  /** Whether there was one. */
  async end(secret: string): Promise<boolean> {
    const session = await this.options.repository.findByHash(hashOf(secret));
    return session !== undefined && (await this.#end(session.id));
  }

  /** The name, after the issuer was asked when it is time to. While it is away what it said last counts. */
  async #confirmed(session: Session, secret: string): Promise<string> {
    const { id, identity, refresh, confirmedAt } = session;
    const { repository, login } = this.options;
    const isTime = millisOf(this.#time()) - millisOf(confirmedAt) >= CONFIRM_EVERY_MS;
    if (refresh === undefined || !isTime || !(await repository.claim(session, this.#time()))) return identity.name;
    try {
      const renewed = await login.renew(unseal(refresh, secret), identity.subject);
      if (renewed) {
        await repository.confirm(id, renewed.identity, renewed.refreshToken && seal(renewed.refreshToken, secret));
        return renewed.identity.name;
      }
    } catch (error) {
      if (error instanceof Unavailable) return identity.name;
      throw error;
    }
    await this.#end(id);
    throw over();
  }

  async #end(id: string): Promise<boolean> {
    const was = await this.options.repository.end(id);
    this.options.forget(id);
    return was;
  }

  #time(shift = 0): Time {
    return timeOf((this.options.clock ?? Date.now)() + shift);
  }
}

const over = (): VinciError => new VinciError('UNAUTHENTICATED', 'There is no session, or it is over: begin one at /auth/login.');
