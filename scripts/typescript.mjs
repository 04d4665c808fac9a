/**
 * Lets Node run our TypeScript in place: `node --import ./scripts/typescript.mjs scripts/emit-schema.ts`. Sources keep
 * their own paths, so that files found relative to a module (migrations, the pom) are found as they are in the tests.
 */
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
