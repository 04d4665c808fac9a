import type { Target } from './target.js';

/** What somebody may try. */
export interface Attack {
  readonly what: string;
  /** Each of its refusals may take 50 ms of the server's processor (bodies of megabytes take what reading them takes). */
  readonly refused?: boolean;
  /** As much at once as can be; others have to go on, if not as fast as else. */
  readonly flood?: boolean;
  run(target: Target): Promise<Outcome>;
}

export interface Outcome {
  /** Requests, messages or connections. */
  readonly sent: number;
  /** What should not have been, each as a sentence; empty when everything was refused with a reason, or harmless. */
  readonly wrong: readonly string[];
}

export class Tally implements Outcome {
  sent = 0;
  readonly wrong: string[] = [];

  /** Counts one; `wrong`: what is wrong about its answer. */
  add(what: string, wrong: string | undefined): void {
    this.sent += 1;
    if (wrong) this.wrong.push(`${what.slice(0, 120)}: ${wrong}`);
  }
}

/** What no answer may hold: where our code stands, what the database says, what is secret. */
export function leakIn(text: string, secrets: readonly string[]): string | undefined {
  const trace = /node_modules|\bat \S+ \(|\.[cm]?[jt]s:\d+|Neo4jError|Neo\.[A-Z]\w+Error|SyntaxException|ParseException|lucene\.\w+/i.exec(
    text,
  );
  if (trace) return `the answer tells "${trace[0]}"`;
  return secrets.some((secret) => text.includes(secret)) ? 'the answer holds a secret' : undefined;
}

interface GraphqlAnswer {
  readonly status: number;
  readonly text: string;
}

/** What is wrong about the answer to what has to be refused. */
export function notRefused({ status, text }: GraphqlAnswer, secrets: readonly string[]): string | undefined {
  if (status < 400 || status >= 500) return `it was answered with ${status}: ${text.slice(0, 200)}`;
  if (!/"code":"[A-Z_]+"/.test(text) || text.includes('"INTERNAL"')) return `it was refused without a reason: ${text.slice(0, 200)}`;
  return leakIn(text, secrets);
}

/** What is wrong about the answer to what may be answered, or refused. */
export function notHarmless({ status, text }: GraphqlAnswer, secrets: readonly string[]): string | undefined {
  if (status >= 500 || text.includes('"INTERNAL"')) return `it broke something (${status}): ${text.slice(0, 200)}`;
  return leakIn(text, secrets);
}
