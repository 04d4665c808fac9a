import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
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

/** GraphiQL on /graphiql, public: the page asks for a token and sends it with each query. */
export const graphiqlRoutes: FastifyPluginAsync = async (app) => {
  const config = { public: true };
  app.get('/', { config }, async (_, reply) => reply.redirect('/graphiql'));
  const root = FOLDERS.find((folder) => existsSync(join(folder, 'index.html')));
  if (!root) {
    app.get('/graphiql', { config }, async () => {
      throw new VinciError('NOT_FOUND', 'GraphiQL has not been built; run: npm run build');
    });
    return;
  }
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, ...config };
  });
  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-cache');
  });
  await app.register(fastifyStatic, { root, prefix: '/graphiql/', index: false, redirect: false, cacheControl: false });
  const page = await readFile(join(root, 'index.html'), 'utf8');
  app.get('/graphiql', async (_, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-security-policy', contentSecurityPolicy(nonce)).type('text/html; charset=utf-8');
    return page.replace('NONCE', nonce);
  });
};
