import { printTime, type Time } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import type { Progress } from '../neo4j/managed/progress.js';

/** What the commands need of the machine they run on. */
export interface CommandLine {
  /** The database that Vinci uses; closed when the command is done. */
  open(): Promise<Database>;
  /** The answer. Of `token create` the first line is the secret alone, so that a script can take it. */
  print(line: string): void;
  /** What went wrong. */
  complain(line: string): void;
  /** Of what takes its time. */
  readonly progress?: Progress;
  readonly clock?: () => number;
}

/** As people read it. */
export function seconds(time: Time): string {
  return printTime(time).replace(/\.\d+Z$/, 'Z');
}
