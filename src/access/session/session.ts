import type { Time } from '../../catalog/time.js';
import type { Identity } from '../issuer/identity.js';

/** That somebody has logged in with a browser. Its secret is in a cookie; kept of it is the SHA-256. */
export interface Session {
  readonly id: string;
  readonly identity: Identity;
  readonly createdAt: Time;
  readonly lastUsedAt: Time;
  /** When the issuer last said who it is. */
  readonly confirmedAt: Time;
  readonly expiresAt: Time;
  /** The issuer's refresh token, sealed with the session's secret. */
  readonly refresh?: string;
}

/** From the login on, however much it is used. Milliseconds. */
export const LASTS_MS = 12 * 3_600_000;
/** Without use. */
export const IDLE_MS = 3_600_000;
/** How long a page may call itself by one token. */
export const PAGE_TOKEN_MS = 10 * 60_000;
/** How often the issuer is asked who it is, if it lets itself be asked. */
export const CONFIRM_EVERY_MS = 10 * 60_000;

const PAGE_TOKEN = 'vinci_page.';

/** What a page calls itself by; no token has a dot there. */
export const pageToken = (random: string): string => PAGE_TOKEN + random;
export const isPageToken = (secret: string): boolean => secret.startsWith(PAGE_TOKEN);
