import { isIPv4 } from 'node:net';
import { VinciError } from '../errors.js';
import { isOwnOrigin } from './own-origin.js';

/** Whether this name or address means the machine itself. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/**
 * Without authentication a web page must not be able to ask in its visitor's name. A page can make its own host name resolve
 * to loopback (DNS rebinding), which shows in Host; or send requests across origins, which shows in Origin. (Browsers leave
 * Origin away only where the page could not read the answer, and GET changes nothing.) `publicUrl`: see isOwnOrigin. Throws VinciError FORBIDDEN.
 */
export function refuseRebinding(headers: { readonly host?: string; readonly origin?: string }, publicUrl?: string): void {
  const host = hostOf(`http://${headers.host ?? ''}`);
  if (!host || !isLoopback(host.hostname))
    throw new VinciError(
      'FORBIDDEN',
      `Authentication is off, so Vinci answers to http://127.0.0.1 and http://localhost only, not to "${headers.host ?? ''}".`,
    );
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, host.host, publicUrl))
    throw new VinciError(
      'FORBIDDEN',
      `Authentication is off, so Vinci does not answer to web pages of other origins ("${headers.origin}").`,
    );
}

function hostOf(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
