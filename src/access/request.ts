import type {} from 'fastify';
import type { Viewer } from './viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: set before any handler runs, except on public routes. */
    viewer: Viewer;
  }
  interface FastifyContextConfig {
    /** Answered without a token: health, readiness, static files. */
    public?: boolean;
    /** Its body may take as long as it likes, once it is known who asks: the route itself sees to it that it comes on. */
    longBody?: boolean;
  }
}
