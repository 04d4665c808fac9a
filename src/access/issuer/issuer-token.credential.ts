import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { millisOf, printTime, type Time } from '../../catalog/time.js';
import { VinciError } from '../../errors.js';
import type { Credential } from '../credential.js';
import { type ClaimNames, type Claims, identityFrom, type RightsOf } from './identity.js';
import type { Issuer } from './issuer.js';

/** By key pairs alone: a shared secret, or none, proves nothing of who signed. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** What is signed by the same keys for other ends (logout tokens, say) names its kind. */
const KINDS = ['jwt', 'at+jwt', 'application/at+jwt'];
/** By how much the issuer's clock may be ahead. Nobody's expiry is put off by it. */
const AHEAD_SECONDS = 30;

const Named = z.looseObject({ sub: z.string().min(1).max(255), exp: z.number().nonnegative() });

export interface IssuerTokenOptions {
  readonly issuer: Pick<Issuer, 'url' | 'keyOf'>;
  readonly audience: string;
  readonly claims: ClaimNames;
  readonly rightsOf: RightsOf;
}

/** JSON Web Tokens of the issuer (RFC 7519; checked as RFC 8725 advises). */
export function issuerTokenCredential({ issuer, audience, claims, rightsOf }: IssuerTokenOptions): Credential {
  async function verified(token: string, now: Time): Promise<Claims> {
    const { payload, protectedHeader } = await jwtVerify(token, issuer.keyOf, {
      algorithms: ALGORITHMS,
      issuer: issuer.url,
      audience,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: AHEAD_SECONDS,
      currentDate: new Date(millisOf(now)),
    });
    const { typ } = protectedHeader;
    if (typ !== undefined && !KINDS.includes(typ.toLowerCase())) throw refused(`is a ${JSON.stringify(typ)}, which gives no access`);
    return Named.parse(payload);
  }

  return {
    // What begins like this is a JSON object in Base64: a header.
    takes: (secret) => /^eyJ[^.]*\.[^.]*\.[^.]*$/.test(secret),
    async prove(secret, now) {
      const identity = identityFrom(await verified(secret, now).catch(explain), issuer.url, claims);
      if (identity.expiresAt <= now) throw refused(`expired at ${printTime(identity.expiresAt)}`);
      return { viewer: await rightsOf(identity), expiresAt: identity.expiresAt };
    },
  };

  /** Each sentence tells of what is checked after the signature only if that is good. */
  function explain(error: unknown): never {
    if (error instanceof VinciError) throw error;
    if (error instanceof errors.JWTClaimValidationFailed) throw refused(claimFault(error));
    if (error instanceof errors.JWTExpired) throw refused('has expired');
    if (error instanceof errors.JOSEAlgNotAllowed)
      throw refused(`is not signed as it has to be; signed by one of ${ALGORITHMS.join(', ')} it is read`);
    if (error instanceof errors.JWKSNoMatchingKey) throw refused(`is signed with a key that ${issuer.url} does not have`);
    // What else jose and the cryptography below it refuse: no header, no signature, a wrong one, a key that is too weak.
    throw refused(`is not one that ${issuer.url} signed`);
  }

  function claimFault({ claim, payload }: errors.JWTClaimValidationFailed): string {
    const given = JSON.stringify(payload[claim])?.slice(0, 200);
    if (claim === 'iss') return `is of ${given}; those of ${issuer.url} are known here`;
    if (claim === 'aud') return `is for ${given}; it has to be for ${JSON.stringify(audience)}`;
    if (claim === 'nbf' && given) return `does not count yet; it says so in "nbf"`;
    return `says ${given ?? 'nothing'} in "${claim}", which it has to say otherwise`;
  }
}

function refused(fault: string): VinciError {
  return new VinciError('UNAUTHENTICATED', `This token ${fault}; get a new one from the issuer, or use one of Vinci's own.`);
}
