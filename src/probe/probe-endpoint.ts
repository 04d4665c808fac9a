import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';

export interface ProbeOptions {
  /** Whether to connect to this address. */
  readonly mayAsk: (address: string) => boolean;
  /** How many to follow. */
  readonly redirects: number;
  /** For all of it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

/** What was seen of an endpoint; `state` null: it was not asked. */
export interface Probed {
  readonly state: 'HEALTHY' | 'DEGRADED' | 'DOWN' | null;
  readonly message: string | null;
}

/**
 * Asks an endpoint how it is: any answer from 200 to 299 is HEALTHY, any other DEGRADED, none DOWN. Sends no credentials and reads
 * no body. The host's name is resolved once, and the connection goes to what was checked, whatever the name comes to mean meanwhile.
 */
export async function probeEndpoint(url: URL, options: ProbeOptions): Promise<Probed> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    return await probe(url, options, signal);
  } catch (error) {
    if (timeout.aborted) return { state: 'DOWN', message: `No answer within ${options.timeoutMs / 1000} s.` };
    const { code, message } = error as NodeJS.ErrnoException;
    return { state: 'DOWN', message: `No answer: ${code ?? message}.` };
  }
}

async function probe(url: URL, options: ProbeOptions, signal: AbortSignal): Promise<Probed> {
  const addresses = await untilAborted(resolveHost(url, options), signal);
  const closed = addresses.find(({ address }) => !options.mayAsk(address));
  if (closed) return { state: null, message: `Not asked: ${url.hostname} is ${closed.address}, which is no public address.` };
  const { location, status } = await get(url, addresses, signal);
  if (status >= 200 && status < 300) return { state: 'HEALTHY', message: null };
  if (location === undefined || options.redirects === 0 || !URL.canParse(location, url.href))
    return { state: 'DEGRADED', message: `Answered ${status}${location === undefined ? '' : ', a redirect, which is not followed'}.` };
  return probe(plain(new URL(location, url)), { ...options, redirects: options.redirects - 1 }, signal);
}

async function resolveHost({ hostname, protocol }: URL, { resolve = resolveName }: ProbeOptions): Promise<readonly LookupAddress[]> {
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

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
}

function get(url: URL, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<Answer> {
  const { request } = url.protocol === 'https:' ? https : http;
  const pinned: http.RequestOptions['lookup'] = (_host, { all }, callback) =>
    all ? callback(null, [...addresses]) : callback(null, addresses[0]!.address, addresses[0]!.family);
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, lookup: pinned, signal, headers: { 'user-agent': 'vinci', connection: 'close' } });
    asked.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    asked.on('error', reject);
    asked.end();
  });
}
