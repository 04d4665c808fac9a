import { expect, test } from '@jest/globals';
import { dockerCommand } from './docker-command.js';

const settings = { home: '/data/vinci/neo4j', port: 40123, memory: { heap: 1024, pageCache: 512 } };

test('runs the official image on loopback only, on the data folder, as the user who owns it', () => {
  const { command, args, cleanUp } = dockerCommand(settings, 'secret', '1000:1000');
  expect([command, ...args].join(' ')).toBe(
    'docker run --rm --init --name vinci-32304b9c2c1a --publish 127.0.0.1:40123:7687 --volume /data/vinci/neo4j/data:/data' +
      ' --volume /data/vinci/neo4j/logs:/logs --user 1000:1000 --env NEO4J_AUTH --env NEO4J_server_memory_heap_initial__size=1024m' +
      ' --env NEO4J_server_memory_heap_max__size=1024m --env NEO4J_server_memory_pagecache_size=512m' +
      ' --env NEO4J_server_http_enabled=false --env NEO4J_server_https_enabled=false --env NEO4J_dbms_usage__report_enabled=false' +
      ' neo4j:5.26-community',
  );
  expect(cleanUp).toEqual({ command: 'docker', args: ['rm', '--force', args[args.indexOf('--name') + 1]] });
});

test('keeps the password out of the command line', () => {
  const { args, environment } = dockerCommand(settings, 'secret', undefined);
  expect(args.join(' ')).not.toContain('secret');
  expect(environment).toEqual({ NEO4J_AUTH: 'neo4j/secret' });
  expect(args).not.toContain('--user');
});
