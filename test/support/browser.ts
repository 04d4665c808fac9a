/** As much of a browser as logging in takes: cookies by origin, and going where it is sent. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Of that origin, by name. */
  cookies(origin: string): ReadonlyMap<string, string> {
    return this.#jar(origin);
  }

  setCookie(origin: string, name: string, value: string): void {
    this.#jar(origin).set(name, value);
  }

  /** Without following. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.#jar(new URL(url).origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, ...(cookie && { cookie }) } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Goes there and on until nobody sends it elsewhere, or to `until`. */
  async go(url: string, until = (_: string): boolean => false): Promise<{ url: string; response: Response }> {
    let [at, response] = [url, await this.request(url)];
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      if (hops > 20) throw new Error(`Sent round in circles, last to ${at}`);
      const next = new URL(response.headers.get('location') ?? '', at).href;
      if (until(next)) return { url: next, response };
      await response.arrayBuffer();
      [at, response] = [next, await this.request(next)];
    }
    return { url: at, response };
  }

  /** Logs in as this subject and agrees to everything, at the issuer's own pages; stops at `until`. */
  async logIn(start: string, subject: string, until?: (url: string) => boolean): Promise<{ url: string; response: Response }> {
    let page = await this.go(start, until);
    for (let forms = 0; page.url.includes('/interaction/') && !until?.(page.url); forms++) {
      if (forms > 3) throw new Error(`The issuer asks again and again: ${await page.response.text()}`);
      const html = await page.response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? 'login';
      const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: subject, password: 'any' }) });
      const sent = await this.request(page.url, { method: 'POST', body });
      page = await this.go(new URL(sent.headers.get('location') ?? '', page.url).href, until);
    }
    return page;
  }

  #jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }
}
