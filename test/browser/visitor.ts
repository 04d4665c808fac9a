import { join } from 'node:path';
import type { Context, Cookie, Page, Socket } from './playwright.js';

const COOKIE = 'vinci-session';

/** Playwright does not tell with which code a socket was closed, so the page keeps it. */
const KEEP_CODES = `
  globalThis.codes = [];
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('close', ({ code }) => codes.push(code));
    }
  };`;

/** One person's browser, from the first visit on, with what went wrong in its pages. */
export class Visitor {
  /** What consoles of Vinci's pages complained of, and exceptions that nothing caught. What a Content-Security-Policy forbids is one. */
  readonly complaints: string[] = [];
  readonly sockets: Socket[] = [];
  /** The last bearer token that a page sent. */
  bearer = '';
  #pictures = 0;

  private constructor(
    private readonly context: Context,
    private readonly url: string,
  ) {}

  static async come(context: Context, url: string): Promise<Visitor> {
    await context.addInitScript(KEEP_CODES);
    return new Visitor(context, url);
  }

  /** In a tab of its own. `path`: of Vinci, or the whole address of another server's page. */
  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    const complain = (complaint: string) => {
      if (page.url().startsWith(this.url)) this.complaints.push(complaint);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('pageerror', (error) => complain(String(error)));
    page.on('websocket', (socket) => this.sockets.push(socket));
    page.on('request', (request) => {
      const [, token] = /^Bearer (.+)/.exec(request.headers().authorization ?? '') ?? [];
      if (token) this.bearer = token;
    });
    await page.goto(new URL(path, this.url).href);
    return page;
  }

  /** At the issuer, as somebody does it; comes back to that path. */
  async logIn(subject: string, path = '/graphiql'): Promise<Page> {
    const page = await this.open(`/auth/login?return=${encodeURIComponent(path)}`);
    await this.fillIn(page, subject);
    await page.waitForURL(new URL(path, this.url).href);
    return page;
  }

  /** What the issuer asks for: who it is, then whether Vinci may know. */
  async fillIn(page: Page, subject: string): Promise<void> {
    await page.locator('input[name=login]').fill(subject);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  async sessionCookie(): Promise<Cookie | undefined> {
    return (await this.context.cookies()).find(({ name }) => name === COOKIE);
  }

  async takePictures(folder: string, name: string): Promise<void> {
    for (const page of this.context.pages()) await page.screenshot({ path: join(folder, `${name}-${++this.#pictures}.png`) });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
