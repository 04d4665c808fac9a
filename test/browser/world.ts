import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ManagedNeo4j } from '../../src/neo4j/managed/managed-neo4j.js';
import { HttpClient } from '../support/http-client.js';
import { AUDIENCE, CLIENT, TestIssuer } from '../support/issuer.js';
import { startTestNeo4j } from '../support/neo4j.js';
import { freePort, VinciProcess } from '../support/vinci-process.js';
import { startChromium } from './chromium.js';
import { OtherOrigin } from './other-origin/other-origin.js';
import type { Browser } from './playwright.js';
import { Visitor } from './visitor.js';

/**
 * All that tests in a browser need: the built server, an issuer whose people log in there, a server of pages of other origins, and a
 * browser. Vinci is at localhost, the issuer at 127.0.0.1: to a browser these are two sites, as they are where Vinci is at home.
 */
export class World {
  /** Where browsers reach Vinci. */
  readonly url: string;
  /** With that token, for what happens meanwhile. */
  readonly client: HttpClient;
  readonly #visitors: Visitor[] = [];

  private constructor(
    private readonly data: string,
    private readonly neo4j: ManagedNeo4j,
    private readonly vinci: VinciProcess,
    readonly issuer: TestIssuer,
    readonly others: OtherOrigin,
    private readonly browser: Browser,
  ) {
    this.url = `http://localhost:${vinci.port}`;
    this.client = new HttpClient(vinci.url, vinci.token, 1);
  }

  /** Of an administrator. */
  get token(): string {
    return this.vinci.token;
  }

  static async start(): Promise<World> {
    const browser = await startChromium();
    const data = mkdtempSync(join(tmpdir(), 'vinci-browser-'));
    const neo4j = await startTestNeo4j();
    const issuer = await TestIssuer.start();
    issuer.people.ada = { email: 'ada@example.org', email_verified: true, groups: ['catalog-admins'] };
    issuer.people.bob = { email: 'bob@example.org', email_verified: true, groups: ['staff'] };
    const port = await freePort();
    const url = `http://localhost:${port}`;
    issuer.returnTo(`${url}/auth/callback`);
    const { uri, user, password } = neo4j.connection;
    const environment = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      VINCI_URL: url,
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_ADMIN_GROUP: 'catalog-admins',
      OIDC_DEFAULT_ROLE: 'READER',
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    };
    const vinci = await VinciProcess.start({ data, port, environment });
    return new World(data, neo4j, vinci, issuer, await OtherOrigin.start(), browser);
  }

  /** Somebody whom nothing here knows yet. */
  async visitor(): Promise<Visitor> {
    const visitor = await Visitor.come(await this.browser.newContext(), this.url);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** What each page that is open looks like, as NAME-1.png and so on in that folder; then all visitors go. */
  async leave(folder?: string, name?: string): Promise<void> {
    for (const visitor of this.#visitors.splice(0)) {
      if (folder !== undefined) await visitor.takePictures(folder, `${name}`);
      await visitor.leave();
    }
  }

  async stop(): Promise<void> {
    this.client.close();
    this.others.stop();
    await this.browser.close();
    await this.vinci.stop();
    this.issuer.stop();
    await this.neo4j.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}
