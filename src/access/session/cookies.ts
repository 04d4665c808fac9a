import type { CookieSerializeOptions } from '@fastify/cookie';
import { z } from 'zod';
import type { PendingLogin } from '../issuer/login.js';

/** A cookie: its name and how it is set. */
export interface Cookie {
  readonly name: string;
  readonly options: CookieSerializeOptions;
}

/** Over https nobody but this very host can set or read one whose name begins like this; http knows no such names. */
const PREFIX = '__Host-';
const LOGIN_SECONDS = 600;

/**
 * That of the session comes with requests of this server's own pages only (`strict`). That of a login must come with the way back from
 * the issuer, which is another site (`lax`).
 */
export function cookiesFor(origin: string): { readonly session: Cookie; readonly login: Cookie } {
  const secure = origin.startsWith('https:');
  const prefix = secure ? PREFIX : '';
  const options = { httpOnly: true, secure, path: '/' };
  return {
    session: { name: `${prefix}vinci-session`, options: { ...options, sameSite: 'strict' } },
    login: { name: `${prefix}vinci-login`, options: { ...options, sameSite: 'lax', maxAge: LOGIN_SECONDS } },
  };
}

const Begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), path: z.string() });

/** What the browser keeps while somebody logs in. `path`: where to go then. */
export interface BegunLogin extends PendingLogin {
  readonly path: string;
}

export function printBegun(begun: BegunLogin): string {
  return Buffer.from(JSON.stringify(begun)).toString('base64url');
}

/** Undefined when it is not what printBegun makes. */
export function parseBegun(text: string | undefined): BegunLogin | undefined {
  try {
    return Begun.safeParse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
