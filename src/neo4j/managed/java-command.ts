import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Java } from './java.js';
import type { MemorySizes } from './memory.js';

export interface ServerSettings {
  /** Neo4j's home: conf/, data/ and logs/ are in it. */
  readonly home: string;
  readonly port: number;
  readonly memory: MemorySizes;
  /** Small files instead of transaction logs allocated ahead: for servers that live as long as a test. */
  readonly small?: boolean;
}

/** A program for the guard to run. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Run before each start, and after an end that had to be forced: removes what outlived the program. */
  readonly cleanUp?: { readonly command: string; readonly args: readonly string[] };
}

/**
 * The optimising compiler starts on what has run four times as often as is usual: in the first minute of a busy start it would
 * otherwise take most of one of two processors for code that hardly matters afterwards (docs/decisions/0013).
 */
const COMPILED_LATER = [
  '-XX:Tier4InvocationThreshold=20000',
  '-XX:Tier4MinInvocationThreshold=5000',
  '-XX:Tier4CompileThreshold=60000',
  '-XX:Tier4BackEdgeThreshold=160000',
];
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];

export function javaCommand(java: Java, jars: string, settings: ServerSettings): Command {
  const { heap } = settings.memory;
  return {
    command: java.command,
    args: [
      `-Xms${heap}m`,
      `-Xmx${heap}m`,
      '-XX:+UseParallelGC',
      ...COMPILED_LATER,
      '-XX:-OmitStackTraceInFastThrow',
      '-XX:+DisableExplicitGC',
      '-XX:+ExitOnOutOfMemoryError',
      '-Djdk.nio.maxCachedBufferSize=1024',
      '-Dio.netty.tryReflectionSetAccessible=true',
      '-Dlog4j2.disable.jmx=true',
      '-Dfile.encoding=UTF-8',
      // From 24 on these are what Java asks for instead of printing a page of warnings.
      ...(java.version >= 24 ? ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'] : []),
      ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      '-cp',
      join(jars, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${settings.home}`,
      `--config-dir=${join(settings.home, 'conf')}`,
    ],
  };
}

export function writeConfiguration(settings: ServerSettings): void {
  writeFileSync(join(settings.home, 'conf', 'neo4j.conf'), `# Written by Vinci at each start.\n${configuration(settings).join('\n')}\n`);
}

function configuration(settings: ServerSettings): string[] {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${settings.port}`,
    `server.bolt.advertised_address=127.0.0.1:${settings.port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    `server.memory.pagecache.size=${settings.memory.pageCache}m`,
    'db.tx_log.rotation.retention_policy=1 days 1G',
    // Without them an end takes 10 s, idle or not.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'db.shutdown_transaction_end_timeout=3s',
    ...(settings.small ? ['db.tx_log.preallocate=false', 'db.tx_log.rotation.size=16m'] : []),
  ];
}
