import * as oidc from 'openid-client';
import { Unavailable, VinciError } from '../../errors.js';
import type { Log } from '../../log.js';
import { type ClaimNames, type Identity, identityFrom, saysWho } from './identity.js';
import type { Issuer } from './issuer.js';

/** What Vinci is to the issuer. */
export interface LoginClient {
  readonly id: string;
  /** Absent: a public client. */
  readonly secret?: string;
  /** Parted by spaces. */
  readonly scopes: string;
}

/** What the browser keeps while somebody logs in; the other half is with the issuer. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

export interface LoggedIn {
  readonly identity: Identity;
  readonly refreshToken?: string;
}

export interface LoginOptions {
  readonly issuer: Issuer;
  readonly client: LoginClient;
  readonly claims: ClaimNames;
  readonly log: Log;
}

const PATIENCE_SECONDS = 5;

/** Logging in at the issuer: the authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1). All throw Unavailable. */
export class Login {
  #configured: { readonly metadata: oidc.ServerMetadata; readonly configuration: oidc.Configuration } | undefined;

  constructor(private readonly options: LoginOptions) {}

  /** `url`: where the browser has to go, and comes back from to `redirectUri`. */
  async begin(redirectUri: string): Promise<{ url: URL; pending: PendingLogin }> {
    const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: redirectUri,
      scope: this.options.client.scopes,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return { url, pending };
  }

  /** `returned`: the URL with which the browser came back. Throws VinciError FORBIDDEN or UNAUTHENTICATED when nobody has logged in. */
  async complete(returned: URL, { state, nonce, verifier }: PendingLogin): Promise<LoggedIn> {
    const configuration = await this.#configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, returned, checks).catch((error) => this.#explain(error));
    return this.#loggedIn(configuration, tokens, tokens.claims()!.sub);
  }

  /** Who it is by now; undefined when the issuer does not vouch for this login any longer. */
  async renew(refreshToken: string, subject: string): Promise<LoggedIn | undefined> {
    const configuration = await this.#configuration();
    try {
      const tokens = await oidc.refreshTokenGrant(configuration, refreshToken);
      return await this.#loggedIn(configuration, tokens, subject);
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return undefined;
      return this.#explain(error);
    }
  }

  /** Where the browser can log out of the issuer, too, if it has such a place. */
  async logoutUrl(): Promise<string | undefined> {
    const { end_session_endpoint } = await this.options.issuer.metadata();
    return end_session_endpoint === undefined ? undefined : oidc.buildEndSessionUrl(await this.#configuration()).href;
  }

  async #loggedIn(configuration: oidc.Configuration, tokens: Tokens, subject: string): Promise<LoggedIn> {
    const { issuer, claims } = this.options;
    const token = tokens.claims() ?? {};
    // A session has an expiry of its own.
    const said = {
      exp: 0,
      ...(saysWho(token, claims) ? {} : await this.#userInfo(configuration, tokens, subject)),
      ...token,
      sub: subject,
    };
    return { identity: identityFrom(said, issuer.url, claims), ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }) };
  }

  /** Many issuers say there what does not stand in the token; some do not let everybody ask. */
  async #userInfo(configuration: oidc.Configuration, { access_token }: Tokens, subject: string): Promise<object> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return oidc.fetchUserInfo(configuration, access_token, subject).catch((error) => {
      if (error instanceof oidc.WWWAuthenticateChallengeError) return {};
      return this.#explain(error);
    });
  }

  async #configuration(): Promise<oidc.Configuration> {
    const metadata = (await this.options.issuer.metadata()) as oidc.ServerMetadata;
    if (this.#configured?.metadata !== metadata) this.#configured = { metadata, configuration: this.#configurationOf(metadata) };
    return this.#configured.configuration;
  }

  #configurationOf(metadata: oidc.ServerMetadata): oidc.Configuration {
    const { issuer, client } = this.options;
    const configuration = new oidc.Configuration(metadata, client.id, client.secret, authenticationOf(client, metadata));
    configuration.timeout = PATIENCE_SECONDS;
    oidc.enableNonRepudiationChecks(configuration);
    // On loopback only: another issuer has to have https (config.ts).
    if (issuer.url.startsWith('http:')) oidc.allowInsecureRequests(configuration);
    return configuration;
  }

  #explain(error: unknown): never {
    if (error instanceof VinciError) throw error;
    const { issuer, log } = this.options;
    if (error instanceof oidc.AuthorizationResponseError)
      throw new VinciError('FORBIDDEN', `${issuer.url} did not let you in: ${error.error.slice(0, 100)}.`);
    log.warn('A login failed', { issuer: issuer.url, reason: error });
    if (error instanceof oidc.ResponseBodyError && error.status < 500) throw again();
    if (error instanceof oidc.ClientError && error.code !== 'OAUTH_TIMEOUT') throw again();
    throw new Unavailable(`${issuer.url} cannot be asked now; try again shortly.`, PATIENCE_SECONDS, { cause: error });
  }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** Of a login that cannot be brought to its end. */
export const again = (): VinciError =>
  new VinciError('UNAUTHENTICATED', 'This login was begun elsewhere, or has taken too long: begin again at /auth/login.');

/** Each issuer has to understand the first, unless it says otherwise (OpenID Connect Discovery 1.0, section 3). */
function authenticationOf({ secret }: LoginClient, metadata: oidc.ServerMetadata): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = metadata;
  return methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}
