import { BadInput, type VinciError } from '../../../errors.js';
import type { Fact, Outcome, Problem, Receipt } from '../../../write/fact.js';

/** What became of one event of an array, in the array's order. */
export interface EventReceipt {
  readonly index: number;
  readonly outcome: Outcome;
  /** Of the log, as a decimal string; null when the event was refused before it came to the Writer. */
  readonly position: string | null;
  /** The run; of job and dataset events the job or dataset. Null when it cannot be told. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
}

export function eventReceipt(index: number, fact: Fact, receipt: Receipt): EventReceipt {
  return { index, outcome: receipt.outcome, position: String(receipt.position), id: subjectOf(fact), problems: receipt.problems };
}

/** The receipt of an event that could not be understood. */
export function unreadable(index: number, error: VinciError): EventReceipt {
  const [rule, path] = error instanceof BadInput ? ['openlineage-event', error.place] : ['access', []];
  const problem = { rule, path, message: error.message };
  return { index, outcome: 'REFUSED', position: null, id: null, problems: [problem] };
}

/** What an event is about, for whoever sent it. */
export function subjectOf(fact: Fact): string | null {
  return fact.statement?.run ?? fact.statement?.subject ?? fact.claims[0]?.id ?? null;
}

/** A refusal by the Writer, as the error that a single event is answered with. */
export function refusalOf(receipt: Receipt): BadInput {
  const [first, ...others] = receipt.problems;
  if (!first) return new BadInput('The event was refused.');
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return new BadInput(`${first.message}${first.remedy ? ` ${first.remedy}` : ''}${more}`, first.path);
}
