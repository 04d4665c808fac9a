import { randomUUID } from 'node:crypto';
import { timeOf } from '../catalog/time.js';
import { StartupError } from '../errors.js';
import { hashOf, isLive, newSecret, type Token, withPrefix } from './token.js';
import type { TokenRepository } from './token.repository.js';

const FROM_ENVIRONMENT = 'VINCI_TOKEN';

/** Makes an admin token when there is no live one. Returns its secret, to be shown once. */
export async function makeFirstToken(tokens: TokenRepository): Promise<string | undefined> {
  const secret = newSecret();
  const token = adminToken('first start', secret);
  if (await tokens.hasLiveAdmin(token.createdAt)) return undefined;
  await tokens.add(token, hashOf(secret));
  return secret;
}

/**
 * The secret in VINCI_TOKEN becomes an admin token, over restarts the same one, and replaces the one it named before. Throws
 * StartupError when it cannot be one.
 */
export async function admitGivenToken(tokens: TokenRepository, given: string): Promise<void> {
  const token = adminToken(FROM_ENVIRONMENT, given);
  const found = await tokens.setFromEnvironment(token, hashOf(given));
  if (found.role !== 'ADMIN')
    throw new StartupError(
      `VINCI_TOKEN is the token "${found.name}" with the role ${found.role}: set it to a new secret; it becomes an ADMIN token.`,
    );
  if (!isLive(found, token.createdAt))
    throw new StartupError('VINCI_TOKEN holds a token that was revoked or has expired: set it to a new secret.');
}

function adminToken(createdBy: string, secret: string): Token {
  return { id: `token:${randomUUID()}`, ...withPrefix(secret), name: 'admin', role: 'ADMIN', createdAt: timeOf(Date.now()), createdBy };
}
