import { z } from 'zod';
import type { Time } from '../../catalog/time.js';
import type { Database } from '../../neo4j/database.js';
import type { Identity } from '../issuer/identity.js';
import type { Session } from './session.js';

const row = z
  .object({
    id: z.string(),
    issuer: z.string(),
    subject: z.string(),
    name: z.string(),
    groups: z.array(z.string()),
    createdAt: z.string(),
    lastUsedAt: z.string(),
    confirmedAt: z.string(),
    expiresAt: z.string(),
    refresh: z.string().nullish(),
  })
  .transform(({ issuer, subject, name, groups, refresh, ...rest }): Session => {
    const identity = { issuer, subject, name, groups, expiresAt: rest.expiresAt };
    return { ...rest, identity, ...(refresh && { refresh }) };
  });

// The hash stays in the database: no statement returns it.
const SESSION = 's {.*, hash: null} AS session';

// Those that are over are cleared away when a new one begins: some at a time.
const ADD = `
CALL () {
  MATCH (over:Session) WHERE over.expiresAt <= $p.session.createdAt
  WITH over LIMIT 100
  OPTIONAL MATCH (token:PageToken)-[:OF]->(over)
  DETACH DELETE token, over
}
CREATE (s:Session) SET s = $p.session, s.hash = $p.hash`;

const USE = `
MATCH (s:Session {hash: $p.hash}) WHERE s.expiresAt > $p.now AND s.lastUsedAt > $p.idleSince
SET s.lastUsedAt = $p.now
RETURN ${SESSION}`;

// Of those who come at once one asks the issuer: a refresh token may count only once.
const CLAIM = `
MATCH (s:Session {id: $p.id}) SET s.checkedAt = $p.now
WITH s WHERE s.confirmedAt = $p.confirmedAt
SET s.confirmedAt = $p.now
RETURN s.id AS id`;

const CONFIRM = `
MATCH (s:Session {id: $p.id})
SET s.name = $p.name, s.groups = $p.groups, s.refresh = coalesce($p.refresh, s.refresh)`;

const ADD_PAGE_TOKEN = `
MATCH (s:Session {id: $p.id})
CALL (s) {
  MATCH (former:PageToken)-[:OF]->(s)
  WITH former ORDER BY former.expiresAt DESC
  WITH collect(former) AS formers
  UNWIND [i IN range(0, size(formers) - 1) WHERE i >= $p.most OR formers[i].expiresAt <= $p.now | formers[i]] AS over
  DETACH DELETE over
}
CREATE (:PageToken {hash: $p.hash, expiresAt: $p.expiresAt})-[:OF]->(s)
RETURN s.id AS id`;

const FIND_BY_PAGE_TOKEN = `
MATCH (t:PageToken {hash: $p.hash})-[:OF]->(s:Session)
RETURN ${SESSION}, t.expiresAt AS expiresAt`;

const END = `
MATCH (s:Session) WHERE s.id = $p.id
OPTIONAL MATCH (t:PageToken)-[:OF]->(s)
WITH s, collect(t) AS tokens, s.id AS id
FOREACH (t IN tokens | DETACH DELETE t)
DETACH DELETE s
RETURN id`;

const FIND_BY_HASH = `MATCH (s:Session {hash: $p.hash}) RETURN ${SESSION}`;

const PAGE = `
MATCH (s:Session) WHERE s.expiresAt > $p.now AND s.lastUsedAt > $p.idleSince
RETURN ${SESSION} ORDER BY s.lastUsedAt DESC, s.id LIMIT toInteger($p.limit)`;

/** Of one session: pages that are open at a time. */
const MOST_PAGE_TOKENS = 50;

/**
 * Sessions in Neo4j: `(:PageToken {hash, expiresAt})-[:OF]->(:Session {id, hash, issuer, subject, name, groups, createdAt, lastUsedAt,
 * confirmedAt, expiresAt, refresh})`. One that has ended is deleted.
 */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async add({ identity, ...session }: Session, hash: string): Promise<void> {
    const { issuer, subject, name, groups } = identity;
    await this.database.write(ADD, { p: { session: { ...session, issuer, subject, name, groups }, hash } });
  }

  /** Undefined when there is none, or it is over. */
  async use(hash: string, now: Time, idleSince: Time): Promise<Session | undefined> {
    return this.#first(await this.database.write(USE, { p: { hash, now, idleSince } }));
  }

  async findByHash(hash: string): Promise<Session | undefined> {
    return this.#first(await this.database.read(FIND_BY_HASH, { p: { hash } }));
  }

  /** Whether it is this caller's to ask the issuer again. */
  async claim({ id, confirmedAt }: Session, now: Time): Promise<boolean> {
    return (await this.database.write(CLAIM, { p: { id, confirmedAt, now } })).length > 0;
  }

  async confirm(id: string, { name, groups }: Identity, refresh: string | undefined): Promise<void> {
    await this.database.write(CONFIRM, { p: { id, name, groups, refresh: refresh ?? null } });
  }

  /** False when the session has ended meanwhile. */
  async addPageToken(id: string, hash: string, now: Time, expiresAt: Time): Promise<boolean> {
    const p = { id, hash, now, expiresAt, most: MOST_PAGE_TOKENS - 1 };
    return (await this.database.write(ADD_PAGE_TOKEN, { p })).length > 0;
  }

  /** With when the page's token expires. */
  async findByPageToken(hash: string): Promise<{ session: Session; expiresAt: Time } | undefined> {
    const [found] = await this.database.read<{ session: unknown; expiresAt: Time }>(FIND_BY_PAGE_TOKEN, { p: { hash } });
    return found && { session: row.parse(found.session), expiresAt: found.expiresAt };
  }

  /** Whether there was one. */
  async end(id: string): Promise<boolean> {
    return (await this.database.write(END, { p: { id } })).length > 0;
  }

  /** Those that are not over, last used first. */
  async list(limit: number, now: Time, idleSince: Time): Promise<Session[]> {
    const rows = await this.database.read<{ session: unknown }>(PAGE, { p: { limit, now, idleSince } });
    return rows.map(({ session }) => row.parse(session));
  }

  #first(rows: readonly object[]): Session | undefined {
    const [found] = rows as readonly { session: unknown }[];
    return found && row.parse(found.session);
  }
}
