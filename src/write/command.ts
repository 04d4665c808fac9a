import { VinciError } from '../errors.js';
import { hashOf } from './content.js';

/** What a command with an idempotency key is recognised by, whatever else is in it. */
export const commandHash = (producer: string, key: string): string => hashOf(`${producer}\ncommand ${key}`);

export const keyReused = (key: string): VinciError =>
  new VinciError('KEY_REUSED', `The idempotency key "${key}" came with another input before; use a new key.`);
