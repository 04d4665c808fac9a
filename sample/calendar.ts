/** The week that the sample tells of. The dates are fixed, so that whoever loads it, whenever, gets the same graph. */
const WEEK = {
  mon: '2026-01-05',
  tue: '2026-01-06',
  wed: '2026-01-07',
  thu: '2026-01-08',
  fri: '2026-01-09',
  sat: '2026-01-10',
  sun: '2026-01-11',
};

export type Day = keyof typeof WEEK;

export const WEEK_BEGINS = `${WEEK.mon}T00:00:00Z`;

/** One execution of a job: it ends well, with an error, or not at all. */
export interface Execution {
  readonly start: string;
  readonly end?: string;
  readonly error?: string;
}

/**
 * Every day at this time (`02:10`, UTC), for so many minutes. Where it fails it is started again an hour later; what failed on the
 * last day nobody has started again yet.
 */
export function everyDay(time: string, minutes: number, failures: Partial<Record<Day, string>> = {}): Execution[] {
  return Object.entries(WEEK).flatMap(([day, date]) => {
    const start = `${date}T${time}:00Z`;
    const run = { start, end: later(start, minutes) };
    const error = failures[day as Day];
    if (error === undefined) return [run];
    const failed = { start, end: later(start, 3), error };
    return day === 'sun' ? [failed] : [failed, { start: later(start, 60), end: later(start, 60 + minutes) }];
  });
}

export function once(day: Day, time: string, minutes: number): Execution[] {
  const start = `${WEEK[day]}T${time}:00Z`;
  return [{ start, end: later(start, minutes) }];
}

/** Since the week began, without an end. */
export const allTheTime = (): Execution[] => [{ start: WEEK_BEGINS }];

const later = (time: string, minutes: number): string => new Date(Date.parse(time) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
