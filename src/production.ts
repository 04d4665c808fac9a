import { setFlagsFromString } from 'node:v8';

/** How the process is to run: imported first by main.ts. */

// graphql-js checks at each step whether two copies of it are loaded, unless it is told so before it is.
process.env.NODE_ENV ??= 'production';

// Collects garbage once the heap has grown by half, not to the fourfold: a third of the memory under load, for some percent of
// the processor's time. It limits nothing: a large request may still take what it needs.
setFlagsFromString('--heap-growing-percent=50');
