import { expect, test } from '@jest/globals';
import { compareEdges, type SubjectState, timelineOf } from './subject.js';
import { EMPTY_FOLD, type Entry, fold } from './timeline.js';

const JOB = 'job:default/j';
const read = (hash: string): string[] => [`dataset:default/${hash}`];

test('pasts that only stamps tell apart are one in the graph: nothing is written twice, and nothing taken back with it', () => {
  const subject: SubjectState = { id: JOB, timelines: new Map(), numbers: new Map() };
  const timeline = timelineOf(subject, 'dbt', 'DEFINED');
  const say = (id: string, at: string, set: string) => {
    const before = new Map([[timeline.key, timeline.folded]]);
    const entry: Entry = { id, producer: 'dbt', first: at, last: at, closes: true, scopes: { IN: set } };
    timeline.entries.set(id, entry);
    timeline.folded = fold(EMPTY_FOLD, timeline.entries.values(), JOB, read);
    return compareEdges(subject, before, read, (key) => [...key].reduce((sum, sign) => sum + sign.charCodeAt(0), 0));
  };
  say('a', '2026-01-01 00:10:00', 'x');
  const { ended } = say('b', '!2090-01-01 00:08:00', 'z');
  expect(ended).toMatchObject([{ from: '2026-01-01 00:10:00', to: '2026-01-01 00:10:00' }]);
  expect(say('c', '!2090-01-01 00:03:00', 'z')).toMatchObject({ ended: [], revised: [] });
});
