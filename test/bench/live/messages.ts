/** What somebody subscribes to. */
export interface Wanted {
  /** By which it is known. */
  readonly number: number;
  readonly token: string;
  /** Of its filter; null: everything. */
  readonly ids: readonly string[] | null;
}

/** What is said between the bench and the processes of its subscribers. */
export interface Subscribers {
  readonly url: string;
  readonly wanted: readonly Wanted[];
}

export type ToClients = { readonly connect: Subscribers } | { readonly report: true };

/** What one subscriber heard: positions as they came, and for each how many milliseconds after it was written. */
export interface Heard {
  readonly number: number;
  readonly positions: readonly number[];
  readonly latencies: readonly number[];
  /** Why it ended; null while it has not. */
  readonly ended: string | null;
}

export type FromClients = { readonly connected: number } | { readonly heard: readonly Heard[] };
