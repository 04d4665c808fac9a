import { BadInput } from '../../errors.js';

/**
 * Where somebody goes who has logged in, as a whole URL of this server (`origin`): no browser can take it for one of another. Throws
 * BadInput when the path leads elsewhere.
 */
export function returnAddress(path: unknown, origin: string): string {
  // Browsers take `\` for `/`, and leave control characters out.
  if (typeof path === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) && URL.canParse(path, origin)) {
    const url = new URL(path, origin);
    if (url.origin === origin && !url.pathname.startsWith('/auth/')) return url.href;
  }
  throw new BadInput('return must be a path on this server, "/graphiql" for instance.', ['return']);
}
