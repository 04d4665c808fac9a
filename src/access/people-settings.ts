import { z } from 'zod';
import type { ClaimNames } from './issuer/identity.js';
import { isSafeUrl } from './issuer/issuer.js';
import type { LoginClient } from './issuer/login.js';
import type { RightsSettings } from './issuer/rights.js';
import { isLoopback } from './loopback.js';

/** The issuer whose people are let in, and how. */
export interface PeopleSettings {
  /** As it stands in `iss` of its tokens. */
  readonly issuer: string;
  /** What `aud` of its tokens has to say. */
  readonly audience: string;
  readonly claims: ClaimNames;
  readonly rights: RightsSettings;
  /** Absent: nobody logs in with a browser. */
  readonly client?: LoginClient;
}

/** The variables of the environment that it is read from. */
export const PEOPLE_VARIABLES = {
  OIDC_ISSUER: z
    .string()
    .refine(isSafeUrl, 'must be an https URL, as it stands in "iss" of its tokens; http is for loopback')
    .regex(/^[^?#]*$/, 'must have no query and no fragment')
    .optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_NAME_CLAIM: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_ADMIN_GROUP: z.string().optional(),
  OIDC_DEFAULT_ROLE: z.literal('READER', 'must be READER, or not set').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/(^| )openid( |$)/, 'must have openid among its scopes')
    .default('openid email profile'),
};

/** What is wrong with them together. */
export function peopleFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { HOST = '127.0.0.1', VINCI_AUTH, VINCI_URL, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = given;
  const faults: string[] = [];
  if (OIDC_ISSUER === undefined) {
    const idle = Object.keys(PEOPLE_VARIABLES).filter((name) => given[name] !== undefined);
    if (idle.length > 0) faults.push(`${idle.join(', ')} needs OIDC_ISSUER, which is missing`);
    return faults;
  }
  if (VINCI_AUTH === 'off') faults.push('OIDC_ISSUER is set, but VINCI_AUTH is off: leave one of them out');
  if (OIDC_AUDIENCE === undefined)
    faults.push('OIDC_AUDIENCE is missing, which OIDC_ISSUER needs: what its tokens for Vinci have in "aud"');
  if (OIDC_CLIENT_SECRET !== undefined && OIDC_CLIENT_ID === undefined)
    faults.push('OIDC_CLIENT_SECRET needs OIDC_CLIENT_ID, which is missing');
  if (OIDC_CLIENT_ID !== undefined && !(VINCI_URL === undefined ? isLoopback(HOST) : isSafeUrl(VINCI_URL)))
    faults.push('OIDC_CLIENT_ID needs VINCI_URL, the https URL under which browsers reach this server');
  return faults;
}

export function peopleFrom(variables: z.output<z.ZodObject<typeof PEOPLE_VARIABLES>>): PeopleSettings | undefined {
  const { OIDC_ISSUER, OIDC_AUDIENCE = '', OIDC_NAME_CLAIM, OIDC_GROUPS_CLAIM, OIDC_ADMIN_GROUP, OIDC_DEFAULT_ROLE } = variables;
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPES } = variables;
  if (OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: OIDC_ISSUER,
    audience: OIDC_AUDIENCE,
    claims: { groups: OIDC_GROUPS_CLAIM, ...(OIDC_NAME_CLAIM && { name: OIDC_NAME_CLAIM }) },
    rights: { ...(OIDC_ADMIN_GROUP && { adminGroup: OIDC_ADMIN_GROUP }), ...(OIDC_DEFAULT_ROLE && { defaultRole: OIDC_DEFAULT_ROLE }) },
    ...(OIDC_CLIENT_ID && {
      client: { id: OIDC_CLIENT_ID, scopes: OIDC_SCOPES, ...(OIDC_CLIENT_SECRET && { secret: OIDC_CLIENT_SECRET }) },
    }),
  };
}
