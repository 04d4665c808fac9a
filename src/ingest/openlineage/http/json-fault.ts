/** Where a text stops being JSON, and what should have been there. Positions count UTF-16 units from 0. */
export interface JsonFault {
  readonly position: number;
  readonly expected: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expecting = 'a value' | 'a key or }' | 'a key' | ':' | 'the end' | ', or }' | ', or ]' | 'a value or ]';

/**
 * Only run on what `JSON.parse` refused: its own message has a position for some faults and none for others. Undefined when
 * the text is JSON after all.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'a value';
  let at = 0;
  const after = (): Expecting => (open.length === 0 ? 'the end' : open.at(-1) === '{' ? ', or }' : ', or ]');
  for (;;) {
    at = skip(SPACE, text, at);
    const found = text[at];
    if (found === undefined) return expecting === 'the end' ? undefined : { position: at, expected: expecting };
    const fault = { position: at, expected: expecting };
    if ((found === '}' && (expecting === 'a key or }' || expecting === ', or }')) || (found === ']' && /\]$/.test(expecting))) {
      open.pop();
      at += 1;
      expecting = after();
    } else if (found === ',' && expecting.startsWith(',')) {
      at += 1;
      expecting = expecting === ', or }' ? 'a key' : 'a value';
    } else if (found === ':' && expecting === ':') {
      at += 1;
      expecting = 'a value';
    } else if (expecting.startsWith('a key')) {
      if (found !== '"') return fault;
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expecting = ':';
    } else if (expecting.startsWith('a value')) {
      if (found === '{' || found === '[') {
        open.push(found);
        at += 1;
        expecting = found === '{' ? 'a key or }' : 'a value or ]';
        continue;
      }
      const end = found === '"' ? endOfText(text, at) : skip(SCALAR, text, at);
      if (typeof end !== 'number') return end;
      if (end === at) return fault;
      at = end;
      expecting = after();
    } else return fault;
  }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Behind the closing quote; or what is wrong in between. */
function endOfText(text: string, from: number): number | JsonFault {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { position: at, expected: 'an escaped control character' };
    if (code !== 0x5c) at += 1;
    else {
      const end = skip(ESCAPE, text, at);
      if (end === at) return { position: at, expected: 'an escape such as \\n, \\" or \\u0041' };
      at = end;
    }
  }
  return { position: at, expected: 'a closing quote' };
}
