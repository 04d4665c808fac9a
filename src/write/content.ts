import { hash } from 'node:crypto';
import type { Json } from './fact.js';

/** 128 bits of SHA-256, base64url: 22 characters. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** JSON with the keys of every object in one order, so that equal values have equal texts. */
export function canonicalText(value: Json): string {
  return JSON.stringify(inOrder(value) ? value : ordered(value));
}

/** Most values are, since our parsers name the fields so: it saves copying them. */
function inOrder(value: Json): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before = '';
  for (const key in value as { readonly [key: string]: Json }) {
    if (key < before || !inOrder((value as { readonly [key: string]: Json })[key]!)) return false;
    before = key;
  }
  return true;
}

function ordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, ordered(member)]));
}
