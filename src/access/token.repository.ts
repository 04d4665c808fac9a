import { z } from 'zod';
import { printTime, type Time } from '../catalog/time.js';
import type { Database } from '../neo4j/database.js';
import { recordDeeds } from '../write/deeds.js';
import type { Principal } from '../write/fact.js';
import type { Deed } from '../write/log.js';
import type { Token } from './token.js';
import { ROLES } from './viewer.js';

const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? undefined);

const row = z.object({
  id: z.string(),
  prefix: optional,
  name: z.string(),
  role: z.enum(ROLES),
  scopes: texts,
  teams: texts,
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: optional,
  revokedAt: optional,
  revokedBy: optional,
  lastUsedAt: optional,
});

// The hash stays in the database: no statement returns it.
const FIND_BY_HASH = 'MATCH (t:Token {hash: $p.hash}) RETURN t {.*, hash: null} AS token';
const FIND_BY_ID = 'MATCH (t:Token {id: $p.id}) RETURN t {.*, hash: null} AS token';

// Newest first; ids break ties. Tokens are few: sorting all of them is cheaper than an index.
const PAGE = `
MATCH (t:Token)
WHERE $p.createdAt IS NULL OR t.createdAt < $p.createdAt OR (t.createdAt = $p.createdAt AND t.id > $p.id)
RETURN t {.*, hash: null} AS token ORDER BY t.createdAt DESC, t.id LIMIT toInteger($p.limit)`;

const HAS_LIVE_ADMIN = `
MATCH (t:Token {role: 'ADMIN'}) WHERE t.revokedAt IS NULL AND (t.expiresAt IS NULL OR t.expiresAt > $p.now)
RETURN count(t) > 0 AS found`;

const ADD = `
MERGE (t:Token {id: $p.token.id}) ON CREATE SET t += $p.token, t.hash = $p.hash
RETURN t {.*, hash: null} AS token, t.hash = $p.hash AS added`;

// What the environment says replaces what it said at an earlier start, if it can; what a person revoked stays revoked.
const SET_FROM_ENVIRONMENT = `
MERGE (t:Token {hash: $p.hash}) ON CREATE SET t += $p.token
SET t.prefix = $p.token.prefix
WITH t, t.id = $p.token.id OR coalesce(t.revokedBy = $p.token.createdBy, false) AS admitted
CALL (t) {
  WITH t WHERE t.revokedBy = $p.token.createdBy
  REMOVE t.revokedAt, t.revokedBy
}
CALL (t) {
  OPTIONAL MATCH (former:Token {createdBy: $p.token.createdBy})
  WHERE t.role = 'ADMIN' AND t.revokedAt IS NULL AND former <> t AND former.revokedAt IS NULL
  SET former.revokedAt = $p.token.createdAt, former.revokedBy = $p.token.createdBy
  RETURN collect(former.id) AS replaced
}
RETURN t {.*, hash: null} AS token, admitted, replaced`;

// Whoever changes tokens has taken the log's node: two administrators cannot revoke each other at the same moment.
const REVOKE = `
MATCH (t:Token {id: $p.id})
CALL (t) {
  OPTIONAL MATCH (other:Token {role: 'ADMIN'})
  WHERE other <> t AND other.revokedAt IS NULL AND (other.expiresAt IS NULL OR other.expiresAt > $p.now)
  RETURN count(other) AS others
}
WITH t, others > 0 OR t.role <> 'ADMIN' OR coalesce(t.expiresAt <= $p.now, false) AS allowed, t.revokedAt IS NOT NULL AS before
FOREACH (_ IN CASE WHEN before OR NOT (allowed OR $p.evenLast) THEN [] ELSE [1] END | SET t.revokedAt = $p.now, t.revokedBy = $p.by)
RETURN t {.*, hash: null} AS token, before`;

const NOTE_USE = 'MATCH (t:Token {id: $p.id}) SET t.lastUsedAt = $p.at';

// What a token's answer is as recent as.
const HEAD = "MATCH (log:Log {name: 'log'}) RETURN log.position AS position";

/** What becomes of a wish to revoke. `LAST_ADMIN`: nobody could issue a token any more, so it was left as it is. */
export type Revocation =
  | { readonly outcome: 'REVOKED' | 'REVOKED_BEFORE' | 'LAST_ADMIN'; readonly token: Token }
  | { readonly outcome: 'UNKNOWN' };

/** What the log tells of a token. */
const issued = ({ createdBy, expiresAt, id, name, role, scopes, teams }: Token, by: Principal = { name: createdBy }): Deed => ({
  by,
  what: 'TOKEN_ISSUED',
  about: id,
  details: {
    name,
    role,
    ...(scopes && { scopes }),
    ...(teams && { teams }),
    ...(expiresAt && { expiresAt: printTime(expiresAt) }),
  },
});

const revoked = (id: string, by: Principal): Deed => ({ by, what: 'TOKEN_REVOKED', about: id });

/** What is changed is told in the log, too. Tokens in Neo4j: `(:Token {id, hash, prefix, name, role, scopes, teams, createdAt, createdBy, expiresAt, revokedAt, revokedBy, lastUsedAt})`. */
export class TokenRepository {
  constructor(private readonly database: Database) {}

  findByHash(hash: string): Promise<Token | undefined> {
    return this.#find(FIND_BY_HASH, { hash });
  }

  findById(id: string): Promise<Token | undefined> {
    return this.#find(FIND_BY_ID, { id });
  }

  /** Newest first, beginning behind `after`. */
  async page(limit: number, after?: Pick<Token, 'createdAt' | 'id'>): Promise<Token[]> {
    const rows = await this.database.read<{ token: unknown }>(PAGE, {
      p: { limit, createdAt: after?.createdAt ?? null, id: after?.id ?? null },
    });
    return rows.map(({ token }) => row.parse(token));
  }

  async hasLiveAdmin(now: Time): Promise<boolean> {
    const [found] = await this.database.read<{ found: boolean }>(HAS_LIVE_ADMIN, { p: { now } });
    return found?.found ?? false;
  }

  /** `added` is false when there is one with this id already: that one is returned, unchanged. */
  add(token: Token, hash: string, by?: Principal): Promise<{ token: Token; added: boolean }> {
    return recordDeeds(this.database, async (run, note) => {
      const [found] = await run<{ token: unknown; added: boolean }>(ADD, { p: { token: { ...token }, hash } });
      if (found?.added) note(issued(token, by));
      return { token: row.parse(found?.token), added: found?.added ?? false };
    });
  }

  /** The one that the environment names; those it named before under the same `createdBy` are revoked. */
  setFromEnvironment(token: Token, hash: string): Promise<Token> {
    return recordDeeds(this.database, async (run, note) => {
      const p = { token: { ...token }, hash };
      const [found] = await run<{ token: unknown; admitted: boolean; replaced: string[] }>(SET_FROM_ENVIRONMENT, { p });
      const set = row.parse(found?.token);
      if (found?.admitted) note(issued(set));
      for (const id of found?.replaced ?? []) note(revoked(id, { name: token.createdBy }));
      return set;
    });
  }

  revoke(id: string, by: Principal, now: Time, evenLast: boolean): Promise<Revocation> {
    return recordDeeds(this.database, async (run, note) => {
      const [found] = await run<{ token: unknown; before: boolean }>(REVOKE, { p: { id, by: by.name, now, evenLast } });
      if (!found) return { outcome: 'UNKNOWN' };
      const token = row.parse(found.token);
      if (found.before) return { outcome: 'REVOKED_BEFORE', token };
      if (token.revokedAt === undefined) return { outcome: 'LAST_ADMIN', token };
      note(revoked(id, by));
      return { outcome: 'REVOKED', token };
    });
  }

  async noteUse(id: string, at: Time): Promise<void> {
    await this.database.write(NOTE_USE, { p: { id, at } });
  }

  async headPosition(): Promise<number> {
    const [found] = await this.database.read<{ position: number }>(HEAD);
    return found?.position ?? 0;
  }

  async #find(statement: string, p: Readonly<Record<string, string>>): Promise<Token | undefined> {
    const [found] = await this.database.read<{ token: unknown }>(statement, { p });
    return found && row.parse(found.token);
  }
}
