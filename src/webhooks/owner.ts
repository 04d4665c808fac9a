import { isLive, viewerOf } from '../access/token.js';
import type { TokenRepository } from '../access/token.repository.js';
import { requireRole, type Viewer, viewerOverAll } from '../access/viewer.js';
import { timeOf } from '../catalog/time.js';
import { VinciError } from '../errors.js';

/** Whose a webhook is, as they stand now; or why it may not have it any longer. */
export type OwnerOf = (webhook: { readonly owner: string; readonly tokenId?: string }) => Promise<Viewer | { readonly reason: string }>;

export interface OwnersOptions {
  readonly tokens: Pick<TokenRepository, 'findById'>;
  /** False: everybody may do everything. */
  readonly authentication: boolean;
  readonly clock: () => number;
}

/** Looked up each time: rights that are taken away count from the next request on. */
export function ownersFrom({ authentication, clock, tokens }: OwnersOptions): OwnerOf {
  return async ({ owner, tokenId }) => {
    if (!authentication) return viewerOverAll(owner, 'ADMIN');
    if (tokenId === undefined) return { reason: 'It was made while Vinci asked for no tokens; somebody with a token must resume it.' };
    const token = await tokens.findById(tokenId);
    if (!token || !isLive(token, timeOf(clock())))
      return { reason: `The token of "${owner}" that it goes by was revoked or has expired; somebody with another one must resume it.` };
    const viewer = viewerOf(token);
    try {
      requireRole(viewer, 'STEWARD');
      return viewer;
    } catch (error) {
      if (error instanceof VinciError) return { reason: error.message };
      throw error;
    }
  };
}
