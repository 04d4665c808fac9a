import { readdir, readFile } from 'node:fs/promises';
import type { Session } from 'neo4j-driver';
import { StartupError } from '../errors.js';
import type { Neo4jDatabase } from './driver.js';

/** A numbered file of statements, `NNNN-what-it-does.cypher`. Once released, a file is never changed; the next one is added. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

const FOLDER = new URL('./migrations/', import.meta.url);

const CREATE_MIGRATION_CONSTRAINT = 'CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE';
// Number 0 is no migration but what two instances that start at once lock on, until the transaction ends.
const LOCK = 'MERGE (lock:Migration {number: 0}) SET lock.lockedAt = datetime()';
const READ_DONE = 'MATCH (m:Migration) WHERE m.number > 0 RETURN m.number AS number, m.name AS name, m.done AS done';
const RECORD = `
  MERGE (m:Migration {number: toInteger($number)})
  SET m.name = $name, m.done = toInteger($done), m.of = toInteger($of), m.at = toString(datetime())`;

/**
 * Brings the database to what this version of Vinci needs: runs the statements that were not run yet, each once, and records
 * it on `(:Migration {number, name, done, of, at})`. A second instance waits until the first is through. Returns how many
 * statements were run. Throws StartupError when the database has been migrated by a newer Vinci.
 */
export async function migrate(database: Neo4jDatabase, migrations?: readonly Migration[]): Promise<number> {
  const wanted = migrations ?? (await readMigrations());
  await createMigrationConstraint(database);
  return database.session('WRITE', async (lockSession) => {
    const lock = lockSession.beginTransaction();
    try {
      await lock.run(LOCK);
      const ran = await database.session('WRITE', (session) => runMissing(session, wanted));
      await lock.commit();
      return ran;
    } catch (error) {
      await lock.rollback().catch(() => undefined);
      throw error;
    }
  });
}

/** Reads the folder of migrations, in order. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.cypher$/.exec(file) ?? [];
      if (!number || Number(number) !== index + 1)
        throw new Error(`Migrations are numbered without gaps, NNNN-name.cypher; ${file} does not fit`);
      return { number: Number(number), name: name!, statements: splitStatements(await readFile(new URL(file, folder), 'utf8')) };
    }),
  );
}

/** Statements end in a semicolon at the end of a line; lines that start with `//` are comments. */
export function splitStatements(text: string): string[] {
  return text
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

async function runMissing(session: Session, wanted: readonly Migration[]): Promise<number> {
  const done = new Map<number, number>();
  for (const record of (await session.run(READ_DONE)).records) {
    const number: number = record.get('number');
    if (number > wanted.length)
      throw new StartupError(
        `The database was migrated by a newer Vinci (migration ${number} "${record.get('name')}", this version knows ${wanted.length}): start that version, or use another database.`,
      );
    done.set(number, record.get('done'));
  }
  let ran = 0;
  for (const { number, name, statements } of wanted)
    for (let index = done.get(number) ?? 0; index < statements.length; index++) {
      await session.run(statements[index]!);
      await session.run(RECORD, { number, name, done: index + 1, of: statements.length });
      ran++;
    }
  return ran;
}

/** Two instances that create it at the same moment can get in each other's way; the second try then finds it made. */
async function createMigrationConstraint(database: Neo4jDatabase): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await database.session('WRITE', (session) => session.run(CREATE_MIGRATION_CONSTRAINT));
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
}
