import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isPublicAddress } from './public-address.js';

/** Where requests may go that Vinci makes to addresses which users gave it. */
export interface Reach {
  /** Whether to connect to this address. */
  readonly mayAsk: (address: string) => boolean;
  /** How many to follow. */
  readonly redirects: number;
}

/** The open internet, and nothing that it redirects to. */
export const WARY: Reach = { mayAsk: isPublicAddress, redirects: 0 };
/** Private networks too, and on to where they redirect. */
export const TRUSTING: Reach = { mayAsk: () => true, redirects: 3 };

export interface RequestOptions extends Reach {
  /** For all of it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** So much of an answer that is not from 200 to 299 is read; nothing of others. Bytes. */
  readonly readOfRefusal?: number;
}

/** `isRedirect`: it names another address, which was not followed. `text`: the beginning of the body. */
export interface Answer {
  readonly status: number;
  readonly isRedirect: boolean;
  readonly text: string;
}

/** What came of a request. `refused`: it was not made, and why; `failed`: nobody answered. */
export type Outcome = Answer | { readonly refused: string } | { readonly failed: string };

/**
 * Makes a request without credentials or cookies. The host's name is resolved once, all its addresses are checked, and the connection goes to what
 * was checked, whatever the name comes to mean meanwhile; the same for each redirect that is followed. TLS is verified. Does not throw.
 */
export async function sendRequest(url: URL, request: OutboundRequest, options: RequestOptions): Promise<Outcome> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    return await follow(url, request, options, signal);
  } catch (error) {
    if (timeout.aborted) return { failed: `No answer within ${options.timeoutMs / 1000} s.` };
    const { code, message } = error as NodeJS.ErrnoException;
    return { failed: `No answer: ${code ?? message}.` };
  }
}

/** Why nothing may be sent there as the name stands now; undefined: it may, or nobody knows the name. */
export async function refusalOf(url: URL, options: Omit<RequestOptions, 'redirects'>): Promise<string | undefined> {
  try {
    return refusal(url, await untilAborted(resolveHost(url, options), AbortSignal.timeout(options.timeoutMs)), options);
  } catch {
    return undefined;
  }
}

async function follow(url: URL, request: OutboundRequest, options: RequestOptions, signal: AbortSignal): Promise<Outcome> {
  const addresses = await untilAborted(resolveHost(url, options), signal);
  const refused = refusal(url, addresses, options);
  if (refused) return { refused };
  const { location, status, text } = await exchange(url, request, addresses, signal);
  const isRedirect = status >= 300 && status < 400 && location !== undefined;
  if (!isRedirect || options.redirects === 0 || !URL.canParse(location, url.href)) return { status, isRedirect, text };
  return follow(plain(new URL(location, url)), request, { ...options, redirects: options.redirects - 1 }, signal);
}

function refusal({ hostname }: URL, addresses: readonly LookupAddress[], { mayAsk }: Pick<Reach, 'mayAsk'>): string | undefined {
  const closed = addresses.find(({ address }) => !mayAsk(address));
  if (!closed) return undefined;
  const isAddress = hostname.replace(/^\[|\]$/g, '') === closed.address;
  return isAddress ? `${hostname} is no public address` : `${hostname} is ${closed.address}, which is no public address`;
}

async function resolveHost(
  { hostname, protocol }: URL,
  { resolve = resolveName }: Pick<RequestOptions, 'resolve'>,
): Promise<readonly LookupAddress[]> {
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`${protocol} is neither http: nor https:`);
  const addresses = await resolve(hostname.replace(/^\[|\]$/g, ''));
  if (addresses.length === 0) throw new Error('the name has no address');
  return addresses;
}

const resolveName = (host: string): Promise<LookupAddress[]> => lookup(host, { all: true });

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Without the name and password that a redirect may carry. */
function plain(url: URL): URL {
  url.username = '';
  url.password = '';
  return url;
}

interface Exchanged {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

function exchange(url: URL, asked: OutboundRequest, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<Exchanged> {
  const { request } = url.protocol === 'https:' ? https : http;
  const { body, headers, method, readOfRefusal = 0 } = asked;
  const pinned: http.RequestOptions['lookup'] = (_host, { all }, callback) =>
    all ? callback(null, [...addresses]) : callback(null, addresses[0]!.address, addresses[0]!.family);
  const own = { 'user-agent': 'vinci', connection: 'close', ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: false, lookup: pinned, signal, headers: { ...headers, ...own } });
    sent.on('response', async (response) => {
      const { headers, statusCode: status = 0 } = response;
      const text = status >= 200 && status < 300 ? '' : await beginningOf(response, readOfRefusal);
      resolve({ status, location: headers.location, text });
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** So many bytes, or what came of them before it broke off. */
async function beginningOf(response: IncomingMessage, most: number): Promise<string> {
  let read = Buffer.alloc(0);
  try {
    if (most > 0)
      for await (const chunk of response) {
        read = Buffer.concat([read, chunk as Buffer]).subarray(0, most);
        if (read.length >= most) break;
      }
  } catch {
    // The status has been said.
  }
  return read.toString('utf8');
}
