/**
 * A moment as Vinci keeps it: RFC 3339 in UTC with exactly nine digits of fraction, `2026-11-22T05:51:06.267694000Z`.
 * All have the same width, so they sort as strings; nanoseconds survive, which a JavaScript Date would lose.
 */
export type Time = string;

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9})\d*)?)?(?:([Zz])|([+-])(\d\d):?(\d\d)?)?$/;

/** Accepts `Z`, offsets, no offset (taken as UTC), any number of fraction digits. Undefined when it is no time. */
export function parseTime(text: string): Time | undefined {
  const m = RFC3339.exec(text);
  if (!m) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '', , sign, offsetHour = '00', offsetMinute = '00'] = m;
  const check = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  check.setUTCFullYear(+year!, +month! - 1, +day!);
  check.setUTCHours(+hour!, +minute!, Math.min(+second, 59));
  const millis = check.getTime();
  if (check.getUTCMonth() !== +month! - 1 || check.getUTCDate() !== +day! || +hour! > 23 || +minute! > 59 || +second > 60) return undefined;
  if (+offsetHour > 23 || +offsetMinute > 59) return undefined;
  const shift = (+offsetHour * 60 + +offsetMinute) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = new Date(millis - (sign ? shift : 0));
  if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999) return undefined;
  return `${utc.toISOString().slice(0, 19)}.${fraction.padEnd(9, '0')}Z`;
}

export function timeOf(millis: number): Time {
  return `${new Date(millis).toISOString().slice(0, 23)}000000Z`;
}

/** Milliseconds since 1970; what is finer is dropped. */
export function millisOf(time: Time): number {
  return Date.parse(`${time.slice(0, 23)}Z`);
}
