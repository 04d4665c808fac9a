/** As much of playwright-core as is used here; it is not installed with the rest, so its own types are not there. */
export interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

export interface Browser {
  newContext(): Promise<Context>;
  close(): Promise<void>;
}

/** What one visitor's browser keeps, cookies above all; another context is another visitor. */
export interface Context {
  newPage(): Promise<Page>;
  pages(): Page[];
  cookies(): Promise<Cookie[]>;
  addInitScript(script: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: string;
}

export interface Page {
  readonly keyboard: { press(key: string): Promise<void>; insertText(text: string): Promise<void> };
  goto(url: string): Promise<unknown>;
  url(): string;
  frames(): { url(): string }[];
  waitForURL(url: string | RegExp): Promise<void>;
  locator(selector: string): Locator;
  getByRole(role: string, options: { name: string; exact?: boolean }): Locator;
  getByText(text: string | RegExp): Locator;
  /** JavaScript, as an expression; a promise is waited for. */
  evaluate<Result>(expression: string): Promise<Result>;
  screenshot(options: { path: string }): Promise<unknown>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'websocket', listener: (socket: Socket) => void): void;
  on(event: 'request', listener: (request: { url(): string; headers(): Record<string, string> }) => void): void;
}

export interface Locator {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  innerText(): Promise<string>;
  count(): Promise<number>;
  first(): Locator;
  waitFor(): Promise<void>;
}

export interface Socket {
  url(): string;
  isClosed(): boolean;
}
