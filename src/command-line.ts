import { main as tokenCommand } from './access/cli.js';
import { main as auditCommand } from './audit/cli.js';
import { type Config, readConfig } from './config.js';
import { StartupError } from './errors.js';
import { logTo } from './log.js';
import type { Database } from './neo4j/database.js';
import { connect } from './neo4j/driver.js';
import { findRunning, ManagedNeo4j } from './neo4j/managed/managed-neo4j.js';
import { progressOn } from './neo4j/managed/progress.js';
import { migrate } from './neo4j/migrate.js';

/** `vinci ...` on the machine itself. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const config = readConfig();
    const command = args[0] === 'audit' ? auditCommand : tokenCommand;
    return await command(args, {
      open: () => open(config),
      print: (line) => process.stdout.write(`${line}\n`),
      complain: (line) => process.stderr.write(`${line}\n`),
      progress: progressOn(process.stderr),
    });
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** The database that Vinci uses; its managed one is started for as long as the command takes when Vinci does not run. */
async function open(config: Config): Promise<Database> {
  const connection = config.neo4j ?? findRunning(config.dataFolder);
  if (connection) return connect(connection);
  const { dataFolder, cacheFolder, environment } = config;
  const managed = await ManagedNeo4j.start({
    dataFolder,
    cacheFolder,
    environment,
    log: logTo(process.stderr),
    progress: progressOn(process.stderr),
  });
  try {
    const database = await connect(managed.connection);
    await migrate(database);
    return {
      read: (cypher, parameters) => database.read(cypher, parameters),
      write: (cypher, parameters) => database.write(cypher, parameters),
      transaction: (work) => database.transaction(work),
      async close() {
        await database.close();
        await managed.stop();
      },
    };
  } catch (error) {
    await managed.stop();
    throw error;
  }
}
