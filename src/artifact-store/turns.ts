/** One after the other: what is done to the same content by this server. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(hash: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(hash);
    const done = (before ?? Promise.resolve()).catch(() => undefined).then(work);
    this.last.set(hash, done);
    try {
      return await done;
    } finally {
      if (this.last.get(hash) === done) this.last.delete(hash);
    }
  }
}
