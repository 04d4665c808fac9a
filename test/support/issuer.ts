import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type OidcProvider from 'oidc-provider';

export const AUDIENCE = 'https://vinci.example.org';
export const CLIENT = { id: 'vinci', secret: 'the-secret-of-vinci-at-the-issuer' };
/** A public client: PKCE is all that it proves itself by. */
export const PUBLIC_CLIENT = { id: 'vinci-without-a-secret' };
const PROGRAM = { id: 'spark', secret: 'the-secret-of-spark-at-the-issuer' };

export interface Person {
  email: string;
  email_verified: boolean;
  groups: string[];
  /** What else an issuer may say, in claims of these names. */
  preferred_username?: string;
  realm_access?: { roles: string[] };
  roles?: string[];
}

/** How this issuer differs from what each is taken for. */
export interface Manner {
  /** How clients with a secret prove who they are; the only way that it shows. */
  readonly authMethod?: 'client_secret_post';
  /** What it says in the ID token; the rest when it is asked who somebody is, if that can be asked. Absent: no more than it has to. */
  readonly tells?: 'ALL' | 'GROUPS';
}

/** A real issuer on a free port: oidc-provider, whose keys the test has too, so that it can sign what no issuer would. */
export class TestIssuer {
  /** By subject; whoever is in it logs in with any password. */
  readonly people: Record<string, Person> = {};
  /** Of the tokens of programs. */
  programGroups: string[] = [];
  tokenSeconds = 600;
  /** The requests that came, by path. */
  readonly asked: string[] = [];
  #askedForKeys = 0;
  isAway = false;
  #key!: { readonly kid: string; readonly jwk: JWK };
  #redirect = 'http://127.0.0.1/unused';
  #answer: RequestListener = (_, response) => void response.writeHead(503).end();
  readonly #server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    this.asked.push(path);
    if (path === '/jwks') this.#askedForKeys = Date.now();
    if (this.isAway) request.socket.destroy();
    else this.#answer(request, response);
  });
  #keys = 0;

  private constructor(
    private readonly Provider: typeof OidcProvider,
    private readonly manner: Manner,
  ) {}

  static async start(manner: Manner = {}): Promise<TestIssuer> {
    const issuer = new TestIssuer(await quietProvider(), manner);
    await new Promise<void>((resolve) => issuer.#server.listen(0, '127.0.0.1', resolve));
    await issuer.rotate();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the browser is sent back to. */
  returnTo(redirect: string): void {
    this.#redirect = redirect;
    this.#serve();
  }

  /** From now on it signs with a new key, and shows that one only. */
  async rotate(kid = `key-${++this.#keys}`): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    this.#key = { kid, jwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' } };
    this.#serve();
  }

  get key(): { readonly kid: string; readonly jwk: JWK } {
    return this.#key;
  }

  /** The token of a program, as the issuer gives it. */
  async programToken(): Promise<string> {
    const response = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${PROGRAM.id}:${PROGRAM.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    return access_token;
  }

  /** A token with claims of the test's, signed with the issuer's key. */
  async sign(claims: JWTPayload = {}, header: Record<string, string> = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: this.url, aud: AUDIENCE, sub: 'crafted', iat: now, exp: now + 60, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: this.#key.kid, typ: 'at+jwt', ...header })
      .sign(this.#key.jwk);
  }

  /** Resolves when Vinci may ask for its keys again. */
  async coolDown(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#askedForKeys + 5_100 - Date.now()));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #serve(): void {
    const { authMethod = 'client_secret_basic', tells } = this.manner;
    const groups = ['groups', 'realm_access', 'roles'];
    const login = { redirect_uris: [this.#redirect], grant_types: ['authorization_code', 'refresh_token'] };
    const provider = new this.Provider(this.url, {
      jwks: { keys: [this.#key.jwk] },
      cookies: { keys: ['a key of the test'] },
      clients: [
        { client_id: CLIENT.id, client_secret: CLIENT.secret, token_endpoint_auth_method: authMethod, ...login },
        { client_id: PUBLIC_CLIENT.id, token_endpoint_auth_method: 'none', ...login },
        {
          client_id: PROGRAM.id,
          client_secret: PROGRAM.secret,
          token_endpoint_auth_method: authMethod,
          redirect_uris: [],
          response_types: [],
          grant_types: ['client_credentials'],
        },
      ],
      clientAuthMethods: [authMethod, 'none'],
      pkce: { required: () => true },
      conformIdTokenClaims: tells !== 'ALL',
      claims: {
        openid: ['sub', ...(tells === 'GROUPS' ? groups : [])],
        email: ['email', 'email_verified'],
        profile: ['preferred_username', ...groups],
      },
      findAccount: (_: unknown, id: string) => this.people[id] && { accountId: id, claims: async () => ({ sub: id, ...this.people[id] }) },
      issueRefreshToken: async () => true,
      extraTokenClaims: () => ({ groups: this.programGroups }),
      ttl: {
        AccessToken: 600,
        ClientCredentials: () => this.tokenSeconds,
        Interaction: 600,
        Grant: 3_600,
        Session: 3_600,
        IdToken: 600,
        RefreshToken: 3_600,
      },
      features: {
        userinfo: { enabled: tells !== 'ALL' },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: (_: unknown, client: { clientId: string }) => (client.clientId === PROGRAM.id ? AUDIENCE : undefined),
          getResourceServerInfo: () => ({ scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: this.tokenSeconds }),
        },
      },
    });
    this.#answer = provider.callback();
  }
}

/** Without what it says about a set-up for production. */
async function quietProvider(): Promise<typeof OidcProvider> {
  for (const level of ['info', 'warn'] as const) console[level] = () => undefined;
  return (await import('oidc-provider')).default;
}
