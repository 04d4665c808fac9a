/**
 * A moment as Vinci keeps it: in UTC, without needless zeros, to the nanosecond, `2026-11-22 05:51:06.267694`. Such texts sort
 * as the moments do, and Neo4j packs them into a property record, which it does not with longer ones or with the T and Z of
 * RFC 3339. `printTime` gives what is shown.
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
  return compose(utc.toISOString(), fraction);
}

export function timeOf(millis: number): Time {
  const text = new Date(millis).toISOString();
  return compose(text, text.slice(20, 23));
}

/** Of `iso`, as toISOString gives it, the fraction is not taken. */
function compose(iso: string, fraction: string): Time {
  const digits = fraction.replace(/0+$/, '');
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${digits && `.${digits}`}`;
}

/** Milliseconds since 1970; what is finer is dropped. */
export function millisOf(time: Time): number {
  return Date.parse(`${time.slice(0, 10)}T${time.slice(11, 23)}Z`);
}

/** As RFC 3339 says it. */
export function printTime(time: Time): string {
  return `${time.slice(0, 10)}T${time.slice(11)}Z`;
}
