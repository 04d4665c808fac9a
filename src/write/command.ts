import { createHash, randomUUID } from 'node:crypto';
import { VinciError } from '../errors.js';
import { hashOf } from './content.js';
import type { Problem } from './fact.js';

/** What a command with an idempotency key is recognised by, whatever else is in it. */
export const commandHash = (producer: string, key: string): string => hashOf(`${producer}\ncommand ${key}`);

export const EMPTY_KEY: Problem = {
  rule: 'idempotency-key',
  path: ['idempotencyKey'],
  message: 'idempotencyKey must not be empty; leave it out instead.',
};

/** Of something new that is no entity: from the key where there is one, so that the database's uniqueness of ids decides between two that come at once. */
export function newId(prefix: string, idempotencyKey: string | null | undefined, by: string): string {
  if (!idempotencyKey) return `${prefix}:${randomUUID()}`;
  return idOfParts(prefix, [by, idempotencyKey]);
}

/** The same of the same parts. */
export function idOfParts(prefix: string, parts: readonly (string | null)[]): string {
  return `${prefix}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}

export const keyReused = (key: string): VinciError =>
  new VinciError('KEY_REUSED', `The idempotency key "${key}" came with another input before; use a new key.`);

/** That something which a command requires is not there, or was removed. */
export const requiredIsGone = (id: string): VinciError =>
  new VinciError('NOT_FOUND', `"${id}" is needed for this, and is not there (any longer): bring it back, then send this again.`);
