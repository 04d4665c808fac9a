import { isUtf8 } from 'node:buffer';
import { BadInput } from '../../../errors.js';
import { MAX_DEPTH } from '../depth.js';
import { findJsonFault } from './json-fault.js';

const BYTE_ORDER_MARK = '\ufeff';
/** Smaller texts cannot nest deeply enough to cost much memory; their depth is looked at afterwards, with a better message. */
const SMALL = 64 * 1024;
/** Events in an array stand one level deeper. */
const MAX_BODY_DEPTH = MAX_DEPTH + 1;

/** The body as a JSON value. BadInput names the position of what is wrong. */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new BadInput('The body is empty; send one OpenLineage event, or a JSON array of them.');
  if (!isUtf8(bytes)) throw new BadInput(`The body is not UTF-8: the fault is at byte ${firstFault(bytes)}.`);
  const text = bytes.toString('utf8');
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  if (json.length > SMALL) checkNesting(json);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new BadInput(describeFault(json, error as SyntaxError));
  }
}

function describeFault(json: string, error: SyntaxError): string {
  const fault = findJsonFault(json);
  if (!fault) return `The body is not JSON: ${error.message}.`;
  const before = json.slice(0, fault.position);
  const line = before.split('\n').length;
  const column = fault.position - before.lastIndexOf('\n');
  const found = fault.position < json.length ? JSON.stringify(json.slice(fault.position, fault.position + 12)) : 'the end';
  return `The body is not JSON: at position ${fault.position} (line ${line}, column ${column}) ${fault.expected} was expected, but ${found} was found.`;
}

/** Before parsing, since millions of nested lists would fill the memory. Strings may hold brackets, hence the care. */
function checkNesting(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (quoted) {
      if (code === 0x5c) at += 1;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_BODY_DEPTH)
        throw new BadInput(`The body is nested more than ${MAX_DEPTH} levels deep at position ${at}; at most ${MAX_DEPTH} are taken.`);
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}

/** By halving: a beginning of the body is UTF-8 up to the fault, but for a character that it may cut. */
function firstFault(bytes: Buffer): number {
  const endOfGood = (end: number) => [end, end - 1, end - 2, end - 3].find((e) => e >= 0 && isUtf8(bytes.subarray(0, e)));
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (endOfGood(middle) === undefined) bad = middle;
    else good = middle;
  }
  return endOfGood(good) ?? good;
}
