/**
 * The few error classes. Each carries the code that clients see in HTTP bodies and in GraphQL `extensions.code`; one
 * translator at the edge (graphql/problem.ts) turns them into answers. Messages say what was wrong, where, and what would be right.
 */
export type ErrorCode =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'TOO_LARGE'
  | 'TOO_COMPLEX'
  | 'WRONG_CONTENT'
  | 'NO_SPACE'
  | 'CONFLICT'
  | 'KEY_REUSED'
  | 'CURSOR_EXPIRED'
  | 'POSITION_NOT_REACHED'
  | 'UNAVAILABLE'
  | 'TOO_SLOW'
  | 'THROTTLED'
  | 'STARTUP';

export class VinciError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'VinciError';
  }
}

/**
 * What a client sent cannot be understood. `place`: where in it, outermost first: ['run', 'facets', 'parent']. (Not `path`: graphql-js
 * takes an error with a path of its own for one of its own, and leaves out where in the answer it happened.)
 */
export class BadInput extends VinciError {
  constructor(
    message: string,
    readonly place: readonly string[] = [],
  ) {
    super('BAD_INPUT', message);
  }
}

/** The database cannot be reached now; the same request may succeed later. */
export class Unavailable extends VinciError {
  constructor(
    message: string,
    readonly retryAfterSeconds = 2,
    options?: ErrorOptions,
  ) {
    super('UNAVAILABLE', message, options);
  }
}

/** A subscriber does not take what waits for it. `resumeFrom`: the position up to which it was told everything. */
export class TooSlow extends VinciError {
  constructor(readonly resumeFrom: number) {
    super('TOO_SLOW', `More waits for this subscription than it takes; subscribe again with after: "${resumeFrom}", and nothing is lost.`);
  }
}

/** Whoever asks has used up what may be asked for now. `charge`: what it would have cost, and what is left (graphql/budgets.ts). */
export class Throttled extends VinciError {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    readonly charge?: { readonly requested: number; readonly capacity: number; readonly rest: number; readonly refillPerSecond: number },
  ) {
    super('THROTTLED', message);
  }
}

/** Vinci cannot start; the message is one sentence with what to do. */
export class StartupError extends VinciError {
  constructor(message: string, options?: ErrorOptions) {
    super('STARTUP', message, options);
  }
}
