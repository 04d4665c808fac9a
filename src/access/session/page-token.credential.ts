import { VinciError } from '../../errors.js';
import type { Credential } from '../credential.js';
import type { RightsOf } from '../issuer/identity.js';
import { hashOf } from '../token.js';
import { isPageToken } from './session.js';
import type { SessionRepository } from './session.repository.js';

/** What pages of people who have logged in call themselves by. */
export function pageTokenCredential(sessions: Pick<SessionRepository, 'findByPageToken'>, rightsOf: RightsOf): Credential {
  return {
    takes: isPageToken,
    async prove(secret, now) {
      const found = await sessions.findByPageToken(hashOf(secret));
      if (!found || found.expiresAt <= now)
        throw new VinciError(
          'UNAUTHENTICATED',
          'This token of a page has expired, or its session has ended; POST /auth/token gives another.',
        );
      const { session, expiresAt } = found;
      return { viewer: await rightsOf(session.identity), id: session.id, expiresAt };
    },
  };
}
