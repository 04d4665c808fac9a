import { describe, expect, it } from '@jest/globals';
import { printSet, type ScopeSet } from './scopes.js';
import { EMPTY_FOLD, type Entry, fold, openEdges } from './timeline.js';

const sets = new Map<string, ScopeSet>();
const read = (hash: string): ScopeSet => sets.get(hash)!;

function set(...datasets: string[]): string {
  const ids = datasets.map((name) => `dataset:ns/${name}`);
  const { hash } = printSet(ids);
  sets.set(hash, ids);
  return hash;
}

/** A run that began at minute `first`, was last heard of at `last`, and read these datasets. */
function run(id: string, first: number, last: number, closes: boolean, ...datasets: string[]): Entry {
  const at = (minute: number) => `2026-01-01 00:${String(minute).padStart(2, '0')}:00`;
  return { id, producer: 'spark', first: at(first), last: at(last), closes, scopes: datasets.length > 0 ? { IN: set(...datasets) } : {} };
}

const JOB = 'job:ns/j';
const nameOf = ({ from }: { from: string }): string => from.slice('dataset:ns/'.length);
const minute = (stamp: string): number => Number(stamp.slice(14, 16));

function intervals(entries: Entry[], base = EMPTY_FOLD): { open: string[]; past: string[] } {
  const folded = fold(base, entries, JOB, read);
  const open = [...openEdges(folded, JOB, read).values()].map(({ edge, from }) => `${nameOf(edge)} ${minute(from)}-`).sort();
  const past = [...folded.scopes.values()].flatMap((scope) =>
    scope.steady ? [] : [...scope.past.values()].map(({ edge, from, to }) => `${nameOf(edge)} ${minute(from)}-${minute(to)}`),
  );
  return { open, past: past.sort() };
}

describe('what the runs of a job say, in order', () => {
  it('a succeeded run ends what earlier runs read and it did not', () => {
    const entries = [run('1', 0, 1, true, 'a', 'b'), run('2', 10, 11, true, 'b')];
    expect(intervals(entries)).toEqual({ open: ['b 0-'], past: ['a 0-11'] });
  });

  it('a run that did not succeed adds and ends nothing', () => {
    const entries = [run('1', 0, 1, true, 'a'), run('2', 10, 11, false, 'b')];
    expect(intervals(entries)).toEqual({ open: ['a 0-', 'b 10-'], past: [] });
  });

  it('a succeeded run that read nothing ends nothing', () => {
    expect(intervals([run('1', 0, 1, true, 'a'), run('2', 10, 11, true)])).toEqual({ open: ['a 0-'], past: [] });
  });

  it('what comes back holds again, from the run that brought it back', () => {
    const entries = [run('1', 0, 1, true, 'a'), run('2', 10, 11, true, 'b'), run('3', 20, 21, true, 'a')];
    expect(intervals(entries)).toEqual({ open: ['a 20-'], past: ['a 0-11', 'b 10-21'] });
  });

  it('a late run splits an interval', () => {
    const around = [run('1', 0, 1, true, 'a'), run('3', 20, 21, true, 'a')];
    expect(intervals(around)).toEqual({ open: ['a 0-'], past: [] });
    expect(intervals([...around, run('2', 10, 11, true, 'b')])).toEqual({ open: ['a 20-'], past: ['a 0-11', 'b 10-21'] });
  });

  it('an interval does not begin before the one before it ended, although its run did', () => {
    const entries = [run('1', 0, 5, true, 'a'), run('2', 1, 10, true, 'b'), run('3', 2, 20, true, 'a')];
    expect(intervals(entries)).toEqual({ open: ['a 10-'], past: ['a 0-10', 'b 1-20'] });
  });

  it('goes by the latest event, then by id', () => {
    const entries = [run('b', 0, 5, true, 'a'), run('a', 0, 5, true, 'b')];
    expect(intervals(entries).open).toEqual(['a 0-']);
  });

  it('what comes from the future counts before everything else', () => {
    const future = { ...run('9', 0, 0, true, 'f'), first: '!2099-01-01 00:50:00', last: '!2099-01-01 00:50:00' };
    expect(intervals([future, run('1', 0, 1, true, 'a')]).open).toEqual(['a 0-']);
  });

  it('folded in two steps it is the same as in one', () => {
    const entries = [
      run('1', 0, 1, true, 'a'),
      run('2', 10, 11, true, 'b'),
      run('3', 20, 21, false, 'c'),
      run('4', 30, 31, true, 'a'),
      run('5', 40, 41, false, 'd', 'b'),
    ];
    for (let cut = 1; cut < entries.length; cut++) {
      const base = fold(EMPTY_FOLD, entries.slice(0, cut), JOB, read);
      const whole = fold(EMPTY_FOLD, entries, JOB, read);
      const stepped = fold(base, entries.slice(cut), JOB, read);
      expect({ cut, backings: [...stepped.backings] }).toEqual({ cut, backings: [...whole.backings] });
      expect(intervals(entries.slice(cut), base).open).toEqual(intervals(entries).open);
    }
  });
});
