import type { Time } from '../catalog/time.js';
import type { Method } from '../write/fact.js';

/** That assertions hold an edge, since when: what a lineage relationship carries. */
export interface Backing {
  /** Numbers of assertions. */
  readonly by: readonly number[];
  readonly validFrom: Time;
}

/** To readers a definition is a declaration like others. */
export type EvidenceMethod = Exclude<Method, 'DEFINED'>;

/** Who said something about lineage, how and when; shared by all edges of one set. */
export interface AssertionRow {
  readonly number: number;
  readonly producer: string;
  readonly method: Method;
  readonly firstSeen: Time;
  readonly lastSeen: Time;
  /** The id of the run that said it last; null for a declaration. */
  readonly lastRun: string | null;
  /** The id of the job; null for column lineage that came without one. */
  readonly job: string | null;
}

/** An assertion as it stands behind one edge. */
export interface EvidenceRow {
  readonly by: string;
  readonly jobId: string | null;
  readonly method: EvidenceMethod;
  readonly firstSeen: Time;
  readonly lastSeen: Time;
  readonly lastRunId: string | null;
  readonly validFrom: Time;
  /** null: still holds. */
  readonly validTo: Time | null;
}

/** What stands behind an edge, newest first. */
export function evidenceOf(backings: readonly Backing[], assertion: (number: number) => AssertionRow | null | undefined): EvidenceRow[] {
  const evidence = new Map<number, EvidenceRow>();
  for (const { by, validFrom } of backings)
    for (const number of by) {
      const said = assertion(number);
      if (!said) continue;
      const { producer, firstSeen, lastSeen, lastRun, job } = said;
      const method = said.method === 'DEFINED' ? 'DECLARED' : said.method;
      evidence.set(number, { by: producer, jobId: job, method, firstSeen, lastSeen, lastRunId: lastRun, validFrom, validTo: null });
    }
  return [...evidence.values()].sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : a.lastSeen > b.lastSeen ? -1 : 0));
}
