/**
 * Compares what was acknowledged with what is in the log, by run id: each acknowledged event once, and none twice. Everything
 * that was sent was sent until it was acknowledged, so there is nothing else. A sentence for each thing that is wrong.
 */
export function compareLedger(acknowledged: ReadonlySet<string>, logged: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const run of logged) times.set(run, (times.get(run) ?? 0) + 1);
  return [
    ...[...acknowledged].filter((run) => !times.has(run)).map((run) => `${run} was acknowledged and is not in the log.`),
    ...[...times].filter(([, count]) => count > 1).map(([run, count]) => `${run} is in the log ${count} times.`),
    ...[...times.keys()].filter((run) => !acknowledged.has(run)).map((run) => `${run} is in the log and was never acknowledged.`),
  ];
}
