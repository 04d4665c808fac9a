import { VinciError } from '../errors.js';
import { hashOf } from './content.js';

/** What a command with an idempotency key is recognised by, whatever else is in it. */
export const commandHash = (producer: string, key: string): string => hashOf(`${producer}\ncommand ${key}`);

export const keyReused = (key: string): VinciError =>
  new VinciError('KEY_REUSED', `The idempotency key "${key}" came with another input before; use a new key.`);

/** That something which a command requires is not there, or was removed. */
export const requiredIsGone = (id: string): VinciError =>
  new VinciError('NOT_FOUND', `"${id}" is needed for this, and is not there (any longer): bring it back, then send this again.`);
