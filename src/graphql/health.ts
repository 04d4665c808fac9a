import type { FastifyPluginAsync } from 'fastify';
import { Unavailable } from '../errors.js';

/** Whether requests can be answered now; `reason`: one sentence on what is missing. */
export type ReadyState = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** GET /health: the process lives. GET /ready: the database is reachable, migrated and warmed up; 503 otherwise. Both public. */
export function healthRoutes(ready: () => Promise<ReadyState>): FastifyPluginAsync {
  return async (app) => {
    app.get('/health', { config: { public: true } }, async () => ({ status: 'ok' }));
    app.get('/ready', { config: { public: true } }, async () => {
      const state = await ready();
      if (!state.ready) throw new Unavailable(state.reason);
      return { status: 'ready' };
    });
  };
}
