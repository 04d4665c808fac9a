import { BadInput } from '../../errors.js';
import type { Json } from '../../write/fact.js';
import type { Place } from './place.js';

/**
 * Reading members of JSON objects by hand: this is the hot path, and a refusal must name its exact place. Missing and null
 * are the same everywhere; several clients write null for what they do not know.
 */
export type JsonObject = { readonly [key: string]: Json };

const MAX_SHOWN = 60;

export function refuse(place: Place, message: string): never {
  const path = place.path;
  throw new BadInput(path.length > 0 ? `${path.join('.')}: ${message}` : message, path);
}

/** What a value is, for people. */
export function whatIs(value: unknown): string {
  if (value === undefined) return 'it is missing';
  if (value === null) return 'it is null';
  if (Array.isArray(value)) return 'it is a list';
  if (typeof value === 'object') return 'it is an object';
  const text = JSON.stringify(value) ?? String(value);
  return `it is ${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}`;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown, place: Place): JsonObject {
  return isObject(value) ? value : refuse(place, `must be an object, but ${whatIs(value)}.`);
}

export function objectIn(parent: JsonObject, key: string, place: Place): JsonObject | undefined {
  const value = parent[key];
  return value === undefined || value === null ? undefined : asObject(value, place.at(key));
}

export function requiredObjectIn(parent: JsonObject, key: string, place: Place): JsonObject {
  return asObject(parent[key], place.at(key));
}

export function listIn(parent: JsonObject, key: string, place: Place): readonly Json[] | undefined {
  const value = parent[key];
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value : refuse(place.at(key), `must be a list, but ${whatIs(value)}.`);
}

/** An empty text says as little as a missing one. */
export function textIn(parent: JsonObject, key: string, place: Place): string | undefined {
  const value = parent[key];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : refuse(place.at(key), `must be a text, but ${whatIs(value)}.`);
}

export function requiredTextIn(parent: JsonObject, key: string, place: Place): string {
  const value = parent[key];
  return typeof value === 'string' && value !== ''
    ? value
    : refuse(place.at(key), `must be a text that is not empty, but ${whatIs(value)}.`);
}

/** Half a surrogate pair cannot be stored as UTF-8: two names that differ in one would become one. */
export function wellFormed(name: string, place: Place, key?: string): string {
  if (name.isWellFormed()) return name;
  return refuse(key === undefined ? place : place.at(key), 'holds half of a surrogate pair, which is no Unicode text.');
}

/** A name that ids are made of. */
export function nameIn(parent: JsonObject, key: string, place: Place): string {
  return wellFormed(requiredTextIn(parent, key, place), place, key);
}

export function flagIn(parent: JsonObject, key: string, place: Place): boolean {
  const value = parent[key];
  if (value === undefined || value === null) return false;
  return typeof value === 'boolean' ? value : refuse(place.at(key), `must be true or false, but ${whatIs(value)}.`);
}
