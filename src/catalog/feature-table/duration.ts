/**
 * ISO 8601 durations of whole parts, `P1D`, `PT15M`, `P2W`, `P1Y6M`: how often something is computed, how fresh it must be.
 */
const DURATION =
  /^P(?=\d|T\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

export interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Undefined when it is none, or when it is no time at all. */
export function parseDuration(text: string): Duration | undefined {
  const found = DURATION.exec(text);
  if (!found) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as number[];
  const duration = {
    months: years! * 12 + months!,
    milliseconds: (weeks! * 7 + days!) * DAY + hours! * HOUR + minutes! * MINUTE + seconds! * SECOND,
  };
  return duration.months + duration.milliseconds > 0 ? duration : undefined;
}

/** Milliseconds since 1970; months by the calendar, in UTC: a month before 31 March is the end of February. */
export function before(moment: number, { months, milliseconds }: Duration): number {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() - milliseconds;
}
