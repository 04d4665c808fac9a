/** What is said between the bench and the processes of its subscribers. */
export interface Subscribers {
  readonly url: string;
  readonly token: string;
  /** Ids of each one's filter; null: everything. */
  readonly filters: readonly (readonly string[] | null)[];
}

export type ToClients = { readonly connect: Subscribers } | { readonly report: true };

/** What one subscriber heard: positions as they came, and for each how many milliseconds after it was written. */
export interface Heard {
  readonly positions: readonly number[];
  readonly latencies: readonly number[];
  /** Why it ended; null while it has not. */
  readonly ended: string | null;
}

export type FromClients = { readonly connected: number } | { readonly heard: readonly Heard[] };
