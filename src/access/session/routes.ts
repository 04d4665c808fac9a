import cookies from '@fastify/cookie';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { printTime } from '../../catalog/time.js';
import { Unavailable, VinciError } from '../../errors.js';
import type { RightsOf } from '../issuer/identity.js';
import { again, type Login } from '../issuer/login.js';
import type { SlowLane } from '../slow-lane.js';
import { cookiesFor, parseBegun, printBegun } from './cookies.js';
import { returnAddress } from './return-address.js';
import type { Sessions } from './sessions.js';

export interface SessionRoutesOptions {
  readonly login: Login;
  readonly sessions: Sessions;
  readonly rightsOf: RightsOf;
  readonly slowLane: SlowLane;
  /** The origin under which browsers reach this server, once it listens. */
  publicUrl(): string;
}

const config = { public: true };

/** What no page of another origin can send without being asked about first, and no form at all. */
const HEADER = 'vinci-page';

/**
 * Logging in with a browser: GET /auth/login?return=PATH, GET /auth/callback, POST /auth/token, POST /auth/logout. Cookies are read
 * here and nowhere else in Vinci: whoever has one can get a token for a page with it, and the API knows tokens alone.
 */
export function sessionRoutes({ login, sessions, rightsOf, slowLane, publicUrl }: SessionRoutesOptions): FastifyPluginAsync {
  const origin = (): string => new URL(publicUrl()).origin;
  const callback = (): string => `${origin()}/auth/callback`;

  /** Those who guess are slowed down, as with tokens. */
  async function slowly<Result>({ ip }: FastifyRequest, work: () => Promise<Result>): Promise<Result> {
    slowLane.enter(ip);
    try {
      return await work();
    } catch (error) {
      if (error instanceof VinciError && !(error instanceof Unavailable)) await slowLane.failed(ip);
      throw error;
    }
  }

  /** The session's secret. Throws VinciError FORBIDDEN when a page of another origin may have sent this. */
  function secretOf(request: FastifyRequest): string {
    if (request.headers.origin !== origin() || request.headers[HEADER] === undefined)
      throw new VinciError('FORBIDDEN', `Only pages of ${origin()} are answered here, by requests with the header Vinci-Page.`);
    const secret = request.cookies[cookiesFor(origin()).session.name];
    if (!secret) throw new VinciError('UNAUTHENTICATED', 'There is no session: begin one at /auth/login.');
    return secret;
  }

  const clear = (reply: FastifyReply, which: 'session' | 'login'): void => {
    const { name, options } = cookiesFor(origin())[which];
    reply.clearCookie(name, options);
  };

  return async (app) => {
    await app.register(cookies);

    app.get<{ Querystring: { return?: unknown } }>('/auth/login', { config }, async (request, reply) => {
      const { return: path = '/' } = request.query;
      returnAddress(path, origin());
      const { url, pending } = await login.begin(callback());
      const { name, options } = cookiesFor(origin()).login;
      return reply.setCookie(name, printBegun({ ...pending, path: String(path) }), options).redirect(url.href);
    });

    app.get('/auth/callback', { config }, async (request, reply) => {
      const { login: begun, session } = cookiesFor(origin());
      const pending = parseBegun(request.cookies[begun.name]);
      clear(reply, 'login');
      const secret = await slowly(request, async () => {
        if (!pending) throw again();
        const loggedIn = await login.complete(new URL(request.url, origin()), pending);
        // Who has no rights here hears so now.
        await rightsOf(loggedIn.identity);
        return sessions.begin(loggedIn);
      });
      return reply.setCookie(session.name, secret, session.options).redirect(returnAddress(pending!.path, origin()));
    });

    app.post('/auth/token', { config }, async (request) => {
      const secret = secretOf(request);
      const { token, expiresAt, name } = await slowly(request, () => sessions.lend(secret));
      return { token, expiresAt: printTime(expiresAt), name };
    });

    app.post('/auth/logout', { config }, async (request, reply) => {
      const secret = secretOf(request);
      await sessions.end(secret);
      clear(reply, 'session');
      return { issuerLogout: (await login.logoutUrl().catch(() => undefined)) ?? null };
    });
  };
}
