import { expect, test } from '@jest/globals';
import { javaCommand } from './java-command.js';

const settings = { home: '/data/neo4j', port: 40123, memory: { heap: 1024, pageCache: 512 } };

test('starts the community server from the jars with the sizes asked for', () => {
  const { command, args } = javaCommand({ home: '/java', command: '/java/bin/java', version: 17 }, '/jars', settings);
  expect(command).toBe('/java/bin/java');
  expect(args).toEqual(expect.arrayContaining(['-Xms1024m', '-Xmx1024m', '--add-opens=java.base/java.nio=ALL-UNNAMED']));
  expect(args.slice(-5)).toEqual([
    '-cp',
    '/jars/*',
    'org.neo4j.server.CommunityEntryPoint',
    '--home-dir=/data/neo4j',
    '--config-dir=/data/neo4j/conf',
  ]);
  expect(args.join(' ')).not.toContain('native-access');
});

test('says to Java 24 and later what it would warn of', () => {
  const { args } = javaCommand({ home: '/java', command: '/java/bin/java', version: 25 }, '/jars', settings);
  expect(args).toContain('--sun-misc-unsafe-memory-access=allow');
});
