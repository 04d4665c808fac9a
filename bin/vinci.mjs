#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
/** `npx vinci token ...` and `npx vinci audit ...` on the machine itself: installs and builds what is missing, then hands over to the built command. */
import { pathToFileURL } from 'node:url';
import { build, installDependencies, ROOT } from './prepare.mjs';

try {
  // An image holds what was built, and nothing to build it from.
  if (existsSync(join(ROOT, 'src'))) {
    await installDependencies();
    await build();
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { main } = await import(pathToFileURL(join(ROOT, 'dist', 'command-line.js')).href);
process.exitCode = await main(process.argv.slice(2));
