import { createHash, randomBytes } from 'node:crypto';
import type { Time } from '../catalog/time.js';
import type { Scope } from './scope.js';
import type { Role, Viewer } from './viewer.js';

/** A token as it is kept: of the secret only its SHA-256. */
export interface Token {
  readonly id: string;
  /** How its secret begins; absent when that would tell too much of it. */
  readonly prefix?: string;
  /** Whose it is; facts stated with it have the producer `person:NAME`. Several tokens may have one name. */
  readonly name: string;
  readonly role: Role;
  /** Over which parts of the catalog; absent: over everything. */
  readonly scopes?: readonly Scope[];
  /** Ids of the teams that it counts as a member of, as far as rules of access go. */
  readonly teams?: readonly string[];
  readonly createdAt: Time;
  readonly createdBy: string;
  readonly expiresAt?: Time;
  readonly revokedAt?: Time;
  readonly revokedBy?: string;
  /** To the nearest quarter of an hour. */
  readonly lastUsedAt?: Time;
}

const PREFIX = 'vinci_';

/** 256 random bits; the prefix lets scanners of leaked secrets know it. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

const SHOWN_CHARACTERS = 4;
/** Of a secret that was given from outside: a shorter one has nothing to give away. */
const SHORTEST_SHOWN = 32;

/** What a token has of it. */
export function withPrefix(secret: string): Pick<Token, 'prefix'> {
  const prefix = prefixOf(secret);
  return prefix === undefined ? {} : { prefix };
}

/** By which a secret that turns up somewhere can be recognised. */
export function prefixOf(secret: string): string | undefined {
  if (secret.length < SHORTEST_SHOWN) return undefined;
  return secret.slice(0, (secret.startsWith(PREFIX) ? PREFIX.length : 0) + SHOWN_CHARACTERS);
}

/** Secrets are random and long, so a plain hash is enough; looking one up by its hash tells nothing by how long it takes. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isLive(token: Pick<Token, 'expiresAt' | 'revokedAt'>, now: Time): boolean {
  return token.revokedAt === undefined && (token.expiresAt === undefined || token.expiresAt > now);
}

/** Whom it makes of whoever sends it. */
export function viewerOf({ id, name, role, scopes, teams = [] }: Token): Viewer {
  const over: readonly (Scope | null)[] = scopes ?? [null];
  return { name, role, grants: over.map((scope) => ({ role, scope })), teams, tokenId: id };
}

const MAX_NAME_LENGTH = 100;

/** What is wrong with the name of a token, as one sentence; undefined when nothing is. */
export function nameFault(name: string): string | undefined {
  if (name.trim() === '') return 'The name of a token must not be empty: say whose it is.';
  if (name !== name.trim()) return 'The name of a token must not begin or end with a space.';
  if (name.length > MAX_NAME_LENGTH) return `The name of a token has at most ${MAX_NAME_LENGTH} characters; this one has ${name.length}.`;
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return 'The name of a token must not contain control characters.';
  if (name.includes('@')) return 'The name of a token must not contain "@": that is how people are named whom an issuer knows.';
  return undefined;
}
