import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MANAGED_USER } from './credentials.js';
import type { Command, ServerSettings } from './java-command.js';

export const NEO4J_IMAGE = 'neo4j:5.26-community';

/**
 * The official image on loopback, on the same data folder as the Java way uses. The password goes by the environment, so
 * that no list of processes shows it. `user`: uid:gid that own the folder; absent where the system has none.
 */
export function dockerCommand(settings: ServerSettings, password: string, user?: string): Command {
  const name = `vinci-${createHash('sha256').update(settings.home).digest('hex').slice(0, 12)}`;
  const { heap, pageCache } = settings.memory;
  const environment = {
    NEO4J_server_memory_heap_initial__size: `${heap}m`,
    NEO4J_server_memory_heap_max__size: `${heap}m`,
    NEO4J_server_memory_pagecache_size: `${pageCache}m`,
    NEO4J_server_http_enabled: 'false',
    NEO4J_server_https_enabled: 'false',
    NEO4J_dbms_usage__report_enabled: 'false',
  };
  return {
    command: 'docker',
    args: [
      'run',
      '--rm',
      '--init',
      '--name',
      name,
      '--publish',
      `127.0.0.1:${settings.port}:7687`,
      '--volume',
      `${join(settings.home, 'data')}:/data`,
      '--volume',
      `${join(settings.home, 'logs')}:/logs`,
      ...(user ? ['--user', user] : []),
      '--env',
      'NEO4J_AUTH',
      ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      NEO4J_IMAGE,
    ],
    environment: { NEO4J_AUTH: `${MANAGED_USER}/${password}` },
    // The container is the engine's child, not ours: it outlives a client that was killed.
    cleanUp: { command: 'docker', args: ['rm', '--force', name] },
  };
}
