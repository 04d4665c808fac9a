import { createHash } from 'node:crypto';
import type { Json } from './fact.js';

/** 128 bits of SHA-256, base64url: 22 characters. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** JSON with the keys of every object sorted, so that equal values have equal texts. */
export function canonicalText(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const object = value as { readonly [key: string]: Json };
  const parts: string[] = [];
  for (const key of Object.keys(object).sort())
    if (object[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalText(object[key]!)}`);
  return `{${parts.join(',')}}`;
}
