/** One after the other: what is done to the same thing by this server. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(about: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(about);
    const done = (before ?? Promise.resolve()).catch(() => undefined).then(work);
    this.last.set(about, done);
    try {
      return await done;
    } finally {
      if (this.last.get(about) === done) this.last.delete(about);
    }
  }
}
