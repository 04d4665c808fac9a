import { type Time, timeOf } from '../../catalog/time.js';
import { VinciError } from '../../errors.js';
import type { Viewer } from '../viewer.js';

/** Somebody whom the issuer knows, as it said last. */
export interface Identity {
  readonly issuer: string;
  /** What the issuer calls this person or program for good; unique there. */
  readonly subject: string;
  /** Unique here; always has an `@`, which names of Vinci's own tokens have not. */
  readonly name: string;
  readonly groups: readonly string[];
  readonly expiresAt: Time;
}

/** What somebody may do. Throws VinciError FORBIDDEN, with what an administrator has to do, when that is nothing. */
export type RightsOf = (identity: Identity) => Promise<Viewer>;

/** Where in what the issuer says name and groups are. */
export interface ClaimNames {
  /** Absent: `email` where the issuer has verified it, else `sub`. */
  readonly name?: string;
  readonly groups: string;
}

/** What the issuer says, once it is known that it is the issuer who says so. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string; readonly exp: number };

const MOST_GROUPS = 1_000;
const LONGEST = 400;
/** The last moment that has a Time: the end of the year 9999. */
const LAST_MS = 253_402_300_799_000;

/** Throws VinciError FORBIDDEN when it gives no usable name. */
export function identityFrom(claims: Claims, issuer: string, names: ClaimNames): Identity {
  return {
    issuer,
    subject: claims.sub,
    name: nameIn(claims, issuer, names.name),
    groups: groupsIn(claims, names.groups),
    expiresAt: timeOf(Math.min(claims.exp * 1_000, LAST_MS)),
  };
}

const EMAIL = /^[^\s@"/:]+@[a-z\d.-]+$/i;

/**
 * Nobody may take another's name. So what people can choose themselves counts only if the operator says so; and what is no address gets
 * the issuer's behind it, whose `:` no address of email has.
 */
function nameIn(claims: Claims, issuer: string, chosen: string | undefined): string {
  const { email, sub } = claims;
  const asName = (text: string): string => (EMAIL.test(text) ? text.toLowerCase() : `${text}@${issuer}`);
  if (chosen === undefined) {
    const isVerified = typeof email === 'string' && EMAIL.test(email) && claims.email_verified === true;
    return checked(isVerified ? asName(email) : `${sub}@${issuer}`);
  }
  const given = claimOf(claims, chosen);
  if (typeof given !== 'string' || given === '')
    throw new VinciError(
      'FORBIDDEN',
      `${issuer} says nothing in the claim "${chosen}", which OIDC_NAME_CLAIM makes the name of whoever asks.`,
    );
  if (chosen === 'email' && claims.email_verified === false)
    throw new VinciError('FORBIDDEN', `${issuer} has not verified the address "${given}", so that it cannot be a name here.`);
  return checked(asName(given));
}

function checked(name: string): string {
  // What looks the same must be the same.
  if (name.length <= LONGEST && name === name.normalize('NFKC') && !/[\p{Cc}\p{Cf}\p{Z}]/u.test(name)) return name;
  throw new VinciError(
    'FORBIDDEN',
    `The name that the issuer gives is not one that can be used here: ${JSON.stringify(name.slice(0, 100))}.`,
  );
}

/** None when it says nothing of them. */
export function groupsIn(claims: Readonly<Record<string, unknown>>, name: string): string[] {
  const given = claimOf(claims, name);
  const groups = Array.isArray(given) ? given : [given];
  return groups.filter((group) => typeof group === 'string' && group !== '').slice(0, MOST_GROUPS);
}

/** Whether name and groups stand there: else the issuer may have more to say. */
export function saysWho(claims: Readonly<Record<string, unknown>>, { groups, name = 'email' }: ClaimNames): boolean {
  return claimOf(claims, name) !== undefined && groupsIn(claims, groups).length > 0;
}

/** `realm_access.roles` is a claim of that name, or `roles` in the claim `realm_access`. */
function claimOf(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
