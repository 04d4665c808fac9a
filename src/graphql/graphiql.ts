import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { VinciError } from '../errors.js';

/** Everything comes from this server; no inline script, no frame, no form. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Where `npm run build` puts the page: dist/graphiql, seen from dist/graphql or, in tests, from src/graphql. */
const FOLDERS = [join(import.meta.dirname, '..', 'graphiql'), join(import.meta.dirname, '..', '..', 'dist', 'graphiql')];

const FILES = { 'page.js': 'text/javascript; charset=utf-8', 'page.css': 'text/css; charset=utf-8' };

const config = { public: true };

/** GraphiQL on /graphiql, public: the page asks for a token, or takes that of a session where people log in, and sends it with each query. */
export const graphiqlRoutes =
  (browserLogin: boolean): FastifyPluginAsync =>
  async (app) => {
    app.get('/', { config }, async (_, reply) => reply.redirect('/graphiql'));
    const folder = FOLDERS.find((one) => existsSync(join(one, 'index.html')));
    if (!folder) {
      app.get('/graphiql', { config }, async () => {
        throw new VinciError('NOT_FOUND', 'GraphiQL has not been built; run: npm run build');
      });
      return;
    }
    const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace('LOGIN', browserLogin ? 'on' : 'off');
    app.get('/graphiql', { config }, async (_, reply) => {
      const nonce = randomBytes(16).toString('base64');
      reply.header('content-security-policy', contentSecurityPolicy(nonce)).type('text/html; charset=utf-8');
      return page.replace('NONCE', nonce);
    });
    for (const [name, type] of Object.entries(FILES)) serveFile(app, `/graphiql/${name}`, type, await readFile(join(folder, name)));
  };

/** From memory; a browser that has it already is told so. */
function serveFile(app: FastifyInstance, path: string, type: string, content: Buffer): void {
  const tag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  app.get(path, { config }, async (request, reply) => {
    reply.header('cache-control', 'no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(type).send(content);
  });
}
