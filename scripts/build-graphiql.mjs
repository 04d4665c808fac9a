/** `node scripts/build-graphiql.mjs FOLDER`: bundles GraphiQL and all it needs into FOLDER/graphiql; nothing is loaded from elsewhere. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = join(import.meta.dirname, 'graphiql');
const target = join(process.argv[2] ?? join(import.meta.dirname, '..', 'dist'), 'graphiql');

mkdirSync(target, { recursive: true });
copyFileSync(join(source, 'index.html'), join(target, 'index.html'));
await build({
  entryPoints: [join(source, 'page.jsx')],
  outdir: target,
  bundle: true,
  minify: true,
  jsx: 'automatic',
  target: 'es2022',
  format: 'iife',
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
});
