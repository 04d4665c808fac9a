import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import { Unavailable } from '../../errors.js';
import type { Log } from '../../log.js';
import { isLoopback } from '../loopback.js';

/** Of the keys, before they are read again. */
const FRESH_MS = 10 * 60_000;
/** How long keys count while the issuer is away. */
const KEPT_MS = 24 * 3_600_000;
/** Between two attempts to read them: whoever sends keys that nobody knows must not make Vinci ask all the time. */
const COOLDOWN_MS = 5_000;
const PATIENCE_MS = 5_000;
const MOST_BYTES = 1_048_576;

/** `https:`, and `http:` on the machine itself. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const endpoint = z.string().refine(isSafeUrl, 'must be an https URL');
const Discovered = z.looseObject({ issuer: z.string(), jwks_uri: endpoint, authorization_endpoint: endpoint, token_endpoint: endpoint });

/** What the issuer says about itself (OpenID Connect Discovery 1.0, section 3). */
export type IssuerMetadata = z.output<typeof Discovered>;

type Keys = ReturnType<typeof createLocalJWKSet>;

export interface IssuerOptions {
  /** As it stands in `iss`. */
  readonly url: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * Who the issuer is and by which keys it signs, read when first needed and again as keys change. While it is away what is known goes on
 * to count.
 */
export class Issuer {
  readonly url: string;
  #known: { readonly metadata: IssuerMetadata; readonly keys: Keys; readonly at: number } | undefined;
  #tried: { readonly at: number; readonly fault?: Unavailable } | undefined;
  #reading: Promise<void> | undefined;

  constructor(private readonly options: IssuerOptions) {
    this.url = options.url;
  }

  /** Throws Unavailable. */
  async metadata(): Promise<IssuerMetadata> {
    return (await this.#current()).metadata;
  }

  /**
   * The key that a token says it was signed with. Throws Unavailable while it is not known and the issuer cannot be asked, and an error
   * of `jose` when the issuer does not know it.
   */
  readonly keyOf = async (header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Awaited<ReturnType<Keys>>> => {
    const { keys } = await this.#current();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#read();
      return this.#known!.keys(header, token);
    }
  };

  async #current(): Promise<{ metadata: IssuerMetadata; keys: Keys }> {
    const age = this.#known ? this.#now() - this.#known.at : Number.POSITIVE_INFINITY;
    if (age >= KEPT_MS) await this.#read();
    else if (age >= FRESH_MS) this.#read().catch(() => undefined);
    return this.#known!;
  }

  /** Resolves when what is known was read just now. */
  #read(): Promise<void> {
    if (!this.#reading && this.#tried && this.#now() - this.#tried.at < COOLDOWN_MS)
      return this.#tried.fault ? Promise.reject(this.#tried.fault) : Promise.resolve();
    this.#reading ??= this.#readAnew().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAnew(): Promise<void> {
    const { url, log } = this.options;
    try {
      const metadata = Discovered.parse(await readJson(`${url.replace(/\/$/, '')}/.well-known/openid-configuration`));
      if (metadata.issuer !== url) throw new Error(`it calls itself ${metadata.issuer}: OIDC_ISSUER has to be the same, to the last slash`);
      const keys = createLocalJWKSet((await readJson(metadata.jwks_uri)) as Parameters<typeof createLocalJWKSet>[0]);
      this.#known = { metadata, keys, at: this.#now() };
      this.#tried = { at: this.#now() };
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : whyOf(error);
      log.warn('The issuer of OIDC_ISSUER cannot be used now', { issuer: url, reason });
      const fault = new Unavailable(
        `Who you are cannot be checked now, since ${url} cannot be asked; try again shortly.`,
        COOLDOWN_MS / 1_000,
      );
      this.#tried = { at: this.#now(), fault };
      throw fault;
    }
  }

  #now(): number {
    return (this.options.clock ?? Date.now)();
  }
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error(`${url} answered more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
