import { expect, test } from '@jest/globals';
import { readConfig } from './config.js';

test('without any setting: loopback, port 4000, a Neo4j of its own, authentication on', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4000, dataFolder: '.vinci', authentication: true });
  expect(readConfig({}).neo4j).toBeUndefined();
  expect(readConfig({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000 });
});

test('a server of your own', () => {
  const environment = { NEO4J_URI: 'neo4j+s://abc.databases.example.org', NEO4J_PASSWORD: 'x', NEO4J_DATABASE: 'catalog' };
  expect(readConfig(environment).neo4j).toEqual({
    uri: 'neo4j+s://abc.databases.example.org',
    user: 'neo4j',
    password: 'x',
    database: 'catalog',
  });
});

test('all faults are told in one sentence', () => {
  expect(() => readConfig({ PORT: 'http', NEO4J_URI: 'http://localhost:7474', VINCI_AUTH: 'off', HOST: '0.0.0.0' })).toThrow(
    'The configuration cannot be used: PORT is "http"; it must be a port from 0 to 65535; NEO4J_URI must look like bolt://host:7687 or' +
      ' neo4j+s://host, without user and password; VINCI_AUTH=off works on loopback only, and HOST is 0.0.0.0: set HOST to 127.0.0.1, or VINCI_AUTH to on;' +
      ' NEO4J_PASSWORD is missing, which NEO4J_URI needs.',
  );
});

test.each([
  ['short', 'VINCI_TOKEN has fewer than 16 characters: make one with: openssl rand -hex 32.'],
  ['sixteen or more, but with spaces', 'VINCI_TOKEN must consist of printable ASCII characters without spaces.'],
])('a VINCI_TOKEN that cannot be one is told before anything is started: %s', (VINCI_TOKEN, fault) => {
  expect(() => readConfig({ VINCI_TOKEN })).toThrow(fault);
});

test.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('authentication may be off on %s', (HOST) => {
  expect(readConfig({ HOST, VINCI_AUTH: 'off' }).authentication).toBe(false);
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'vinci.example.org', '127.0.0.1.example.org'])('authentication may not be off on %s', (HOST) => {
  expect(() => readConfig({ HOST, VINCI_AUTH: 'off' })).toThrow(/VINCI_AUTH=off works on loopback only/);
});

test('the cache folder is the one of the XDG base directories', () => {
  expect(readConfig({ XDG_CACHE_HOME: '/caches' }).cacheFolder).toBe('/caches/vinci');
});

test('artifacts are in the data folder, in a folder of your own, or in a bucket', () => {
  expect(readConfig({ VINCI_DATA: '/data' })).toMatchObject({ artifacts: '/data/artifacts', artifactMaxBytes: 10 * 2 ** 30 });
  expect(readConfig({ VINCI_ARTIFACTS: 'files/there' }).artifacts).toBe('files/there');
  expect(readConfig({ VINCI_ARTIFACTS: 's3://models' }).artifacts).toEqual({ bucket: 'models', prefix: '' });
  const bucket = {
    VINCI_ARTIFACTS: 's3://models/vinci/prod/',
    VINCI_S3_ENDPOINT: 'http://127.0.0.1:9000',
    VINCI_S3_REGION: 'eu-central-1',
  };
  expect(readConfig({ ...bucket, VINCI_ARTIFACT_MAX_BYTES: '1000000000000' })).toMatchObject({
    artifacts: { bucket: 'models', prefix: 'vinci/prod', endpoint: 'http://127.0.0.1:9000', region: 'eu-central-1' },
    artifactMaxBytes: 1_000_000_000_000,
  });
});

test.each([
  [{ VINCI_ARTIFACTS: 'gs://models' }, 'VINCI_ARTIFACTS is "gs://models"; it must be a folder, or a bucket'],
  [{ VINCI_ARTIFACTS: 's3://A' }, 's3://bucket/prefix'],
  [{ VINCI_ARTIFACT_MAX_BYTES: '0' }, 'it must be bytes from 1 to'],
  [{ VINCI_S3_ENDPOINT: 'minio:9000', VINCI_ARTIFACTS: 's3://models' }, 'VINCI_S3_ENDPOINT must look like https://host:9000'],
  [{ VINCI_S3_ENDPOINT: 'http://minio:9000' }, 'VINCI_S3_ENDPOINT is set, but VINCI_ARTIFACTS is no bucket'],
])('%j is a fault', (environment, fault) => {
  expect(() => readConfig(environment)).toThrow(fault);
});

test('webhooks go to the open internet, elsewhere when that is said', () => {
  expect(readConfig({}).webhooks).toEqual({ private: false, redirects: 0 });
  expect(readConfig({ VINCI_WEBHOOKS_PRIVATE: 'on' }).webhooks).toEqual({ private: true, redirects: 3 });
  expect(() => readConfig({ VINCI_WEBHOOKS_PRIVATE: 'yes' })).toThrow('VINCI_WEBHOOKS_PRIVATE must be on or off');
});

test('endpoints are probed when it is said how often, in private networks when that is said too', () => {
  expect(readConfig({}).probe).toBeUndefined();
  expect(readConfig({ VINCI_PROBE_PRIVATE: 'on' }).probe).toBeUndefined();
  expect(readConfig({ VINCI_PROBE_SECONDS: '30' }).probe).toEqual({ seconds: 30, trusting: false });
  expect(readConfig({ VINCI_PROBE_SECONDS: '30', VINCI_PROBE_PRIVATE: 'on' }).probe).toEqual({ seconds: 30, trusting: true });
  expect(() => readConfig({ VINCI_PROBE_SECONDS: 'often' })).toThrow('seconds from 0 to 86400');
});

test('people of an issuer', () => {
  const issuer = { OIDC_ISSUER: 'https://login.example.org/', OIDC_AUDIENCE: 'vinci' };
  expect(readConfig(issuer).people).toEqual({
    issuer: 'https://login.example.org/',
    audience: 'vinci',
    claims: { groups: 'groups' },
    rights: {},
  });
  const more = { OIDC_NAME_CLAIM: 'upn', OIDC_GROUPS_CLAIM: 'roles', OIDC_ADMIN_GROUP: 'admins', OIDC_DEFAULT_ROLE: 'READER' };
  const client = { OIDC_CLIENT_ID: 'vinci', OIDC_CLIENT_SECRET: 's', VINCI_URL: 'https://vinci.example.org/', HOST: '0.0.0.0' };
  expect(readConfig({ ...issuer, ...more, ...client })).toMatchObject({
    publicUrl: 'https://vinci.example.org',
    people: {
      claims: { name: 'upn', groups: 'roles' },
      rights: { adminGroup: 'admins', defaultRole: 'READER' },
      client: { id: 'vinci', secret: 's', scopes: 'openid email profile' },
    },
  });
});

test.each([
  [{ OIDC_AUDIENCE: 'vinci', OIDC_ADMIN_GROUP: 'x' }, 'OIDC_AUDIENCE, OIDC_ADMIN_GROUP needs OIDC_ISSUER, which is missing'],
  [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_AUDIENCE is missing'],
  [{ OIDC_ISSUER: 'http://login.example.org', OIDC_AUDIENCE: 'vinci' }, 'OIDC_ISSUER must be an https URL'],
  [{ OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'vinci', VINCI_AUTH: 'off' }, 'VINCI_AUTH is off'],
  [{ OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'vinci', OIDC_DEFAULT_ROLE: 'ADMIN' }, 'OIDC_DEFAULT_ROLE must be READER'],
  [
    { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'vinci', OIDC_CLIENT_SECRET: 's' },
    'OIDC_CLIENT_SECRET needs OIDC_CLIENT_ID',
  ],
  [
    { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'v', OIDC_CLIENT_ID: 'v', HOST: '0.0.0.0' },
    'OIDC_CLIENT_ID needs VINCI_URL',
  ],
  [
    { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'v', OIDC_CLIENT_ID: 'v', VINCI_URL: 'http://vinci.example.org' },
    'the https URL',
  ],
  [{ VINCI_URL: 'https://vinci.example.org/catalog' }, 'VINCI_URL must look like https://vinci.example.org'],
])('%j is told before anything is started', (environment, fault) => {
  expect(() => readConfig(environment)).toThrow(fault);
});
