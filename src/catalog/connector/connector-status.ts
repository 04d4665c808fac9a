import { entityId } from '../id.js';
import type { Time } from '../time.js';

/** What a connector said at one moment, as far as it changed anything. */
export interface ConnectorReport {
  /** Of the last of the changes. */
  readonly position: number;
  /** When it was heard. */
  readonly at: Time;
  /** The id of the connector. */
  readonly entityId: string;
  readonly isNew: boolean;
  /** How many entities it changed. */
  readonly changes: number;
  /** Runs that it says have failed. */
  readonly failedRuns: number;
}

interface Change {
  readonly position: number;
  readonly at: Time;
  readonly change: string;
  readonly entityId: string;
  readonly by: string;
  readonly run?: { readonly state: string; readonly previous: string | null };
}

/** The connector that a producer is shown as. */
export const connectorOf = (producer: string): string => entityId('CONNECTOR', 'default', producer);

/** What each of these producers said in one batch of the log, in the order in which each ended. */
export function reportsIn(changes: readonly Change[], isWanted: (producer: string) => boolean): ConnectorReport[] {
  const byProducer = new Map<string, Change[]>();
  for (const change of changes) if (isWanted(change.by)) byProducer.set(change.by, [...(byProducer.get(change.by) ?? []), change]);
  const reports = [...byProducer].map(([producer, own]) => reportOf(connectorOf(producer), own));
  return reports.sort((a, b) => a.position - b.position);
}

function reportOf(connector: string, changes: readonly Change[]): ConnectorReport {
  const { at, position } = changes.at(-1)!;
  const isNew = changes.some(({ change, entityId }) => change === 'CREATED' && entityId === connector);
  const failed = changes.filter(({ run }) => run?.state === 'FAILED' && run.previous !== 'FAILED');
  return { position, at, entityId: connector, isNew, changes: changes.length, failedRuns: failed.length };
}
