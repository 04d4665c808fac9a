import { BadInput } from '../../errors.js';

/** Which bytes a request sends; only `total`: it sends none, and asks how far the upload has come. */
export interface ContentRange {
  /** Both from 0, and included. */
  readonly sent?: { readonly start: number; readonly end: number };
  /** Of the whole. */
  readonly total: number;
}

const CONTENT_RANGE = /^bytes +(?:(\d{1,15})-(\d{1,15})|\*)\/(\d{1,15})$/i;

/** From the header Content-Range; undefined when there is none. Throws BadInput. */
export function parseContentRange(header: string | undefined): ContentRange | undefined {
  if (header === undefined) return undefined;
  const [, start, end, total] = CONTENT_RANGE.exec(header.trim()) ?? [];
  const range = { total: Number(total), ...(start !== undefined && { sent: { start: Number(start), end: Number(end) } }) };
  if (total === undefined || (range.sent && (range.sent.start > range.sent.end || range.sent.end >= range.total)))
    throw new BadInput(
      `The Content-Range is "${header.slice(0, 100)}"; it must be "bytes FIRST-LAST/TOTAL", counted from 0, or "bytes */TOTAL" to ask how far the upload has come.`,
      ['Content-Range'],
    );
  return range;
}
