import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './access/loopback.js';
import { PEOPLE_VARIABLES, type PeopleSettings, peopleFaults, peopleFrom } from './access/people-settings.js';
import type { Bucket } from './artifact-store/s3-store.js';
import { StartupError } from './errors.js';
import type { Connection } from './neo4j/driver.js';

/** All that can be set from outside; the README lists the variables. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absent: Vinci runs a Neo4j of its own. */
  readonly neo4j?: Connection;
  /** Megabytes for the managed Neo4j's heap; absent: by the machine's size. */
  readonly neo4jHeap?: number;
  /** Where the managed Neo4j keeps its data, and uploads come in. */
  readonly dataFolder: string;
  /** Where artifacts are held: a bucket, or a folder. */
  readonly artifacts: Bucket | string;
  /** Of one artifact. */
  readonly artifactMaxBytes: number;
  /** Per user: what is downloaded once. */
  readonly cacheFolder: string;
  /** How endpoints are probed; absent: they are not. `trusting`: in private networks too, and on to where they redirect. */
  readonly probe?: { readonly seconds: number; readonly trusting: boolean };
  /** Cost of queries that comes back each second to each name. */
  readonly costPerSecond: number;
  /** GraphQL operations of one name that run at a time; the others wait. */
  readonly operationsAtOnce: number;
  /** Whether the GraphQL schema may be asked for. */
  readonly introspection: boolean;
  /** Where webhooks may be sent: in private networks and by http too, and on to where they redirect (how many times). */
  readonly webhooks: { readonly private: boolean; readonly redirects: number };
  /** False: everybody may do everything; on loopback only. */
  readonly authentication: boolean;
  /** The secret of an admin token. */
  readonly token?: string;
  /** Absent: Vinci's own tokens alone count. */
  readonly people?: PeopleSettings;
  /** The origin under which browsers reach this server; absent: where it listens. */
  readonly publicUrl?: string;
  /** For programs that Vinci runs: where to find Java, Maven and Docker. */
  readonly environment: NodeJS.ProcessEnv;
}

const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];
const uriPattern = new RegExp(`^(${SCHEMES.map((scheme) => scheme.replace('+', '\\+')).join('|')})://[^\\s/?#@]+/?$`);

/** Characters. */
const SHORTEST_SECRET = 16;

const wholeNumber = (least: number, most: number, what: string) =>
  z.string().transform((text, context) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    context.addIssue(`is "${text}"; it must be ${what} from ${least} to ${most}`);
    return z.NEVER;
  });

/** What S3 takes as one object. */
const LARGEST_ARTIFACT = 5 * 2 ** 40;

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*?))?\/*$/;

function artifactsFrom(text: string, context: z.core.$RefinementCtx<string>): Bucket | string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return text;
  const [, bucket, prefix = ''] = BUCKET.exec(text) ?? [];
  if (bucket) return { bucket, prefix };
  context.addIssue(`is "${text}"; it must be a folder, or a bucket with or without a prefix: s3://bucket/prefix`);
  return z.NEVER;
}

const Variables = z.object({
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 'a port').default(4000),
  NEO4J_URI: z.string().regex(uriPattern, 'must look like bolt://host:7687 or neo4j+s://host, without user and password').optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  VINCI_DATA: z.string().default('.vinci'),
  VINCI_ARTIFACTS: z.string().transform(artifactsFrom).optional(),
  VINCI_ARTIFACT_MAX_BYTES: wholeNumber(1, LARGEST_ARTIFACT, 'bytes').default(10 * 2 ** 30),
  VINCI_S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'must look like https://host:9000')
    .optional(),
  VINCI_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must look like eu-central-1')
    .optional(),
  VINCI_NEO4J_HEAP_MB: wholeNumber(256, 65_536, 'megabytes').optional(),
  VINCI_TOKEN: z
    .string()
    .min(SHORTEST_SECRET, `has fewer than ${SHORTEST_SECRET} characters: make one with: openssl rand -hex 32`)
    .regex(/^[\x21-\x7e]*$/, 'must consist of printable ASCII characters without spaces')
    .optional(),
  VINCI_PROBE_SECONDS: wholeNumber(0, 86_400, 'seconds').default(0),
  VINCI_PROBE_PRIVATE: z.enum(['on', 'off'], 'must be on or off').default('off'),
  VINCI_COST_PER_SECOND: wholeNumber(1_000, 1_000_000_000, 'objects').default(1_000_000),
  VINCI_OPERATIONS_AT_ONCE: wholeNumber(1, 1_000, 'operations').default(4),
  VINCI_INTROSPECTION: z.enum(['on', 'off'], 'must be on or off').default('on'),
  VINCI_WEBHOOKS_PRIVATE: z.enum(['on', 'off'], 'must be on or off').default('off'),
  VINCI_AUTH: z.enum(['on', 'off'], 'must be on or off').default('on'),
  VINCI_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'must look like https://vinci.example.org, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  ...PEOPLE_VARIABLES,
  XDG_CACHE_HOME: z.string().optional(),
});

/** The only reader of the environment. Throws one StartupError that names all faults. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // Set to nothing means not set, as docker compose hands variables on; only a password may be empty.
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => value !== '' || name === 'NEO4J_PASSWORD'));
  const parsed = Variables.safeParse(given);
  const faults = [...(parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []), ...combinationFaults(given)];
  if (!parsed.success || faults.length > 0) throw new StartupError(`The configuration cannot be used: ${faults.join('; ')}.`);

  const variables = parsed.data;
  const people = peopleFrom(variables);
  return {
    host: variables.HOST,
    port: variables.PORT,
    ...(variables.NEO4J_URI && { neo4j: connectionFrom(variables) }),
    ...(variables.VINCI_NEO4J_HEAP_MB && { neo4jHeap: variables.VINCI_NEO4J_HEAP_MB }),
    dataFolder: variables.VINCI_DATA,
    artifacts: artifactsOf(variables),
    artifactMaxBytes: variables.VINCI_ARTIFACT_MAX_BYTES,
    cacheFolder: join(variables.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vinci'),
    ...(variables.VINCI_PROBE_SECONDS > 0 && {
      probe: { seconds: variables.VINCI_PROBE_SECONDS, trusting: variables.VINCI_PROBE_PRIVATE === 'on' },
    }),
    costPerSecond: variables.VINCI_COST_PER_SECOND,
    operationsAtOnce: variables.VINCI_OPERATIONS_AT_ONCE,
    introspection: variables.VINCI_INTROSPECTION === 'on',
    webhooks: variables.VINCI_WEBHOOKS_PRIVATE === 'on' ? { private: true, redirects: 3 } : { private: false, redirects: 0 },
    authentication: variables.VINCI_AUTH === 'on',
    ...(variables.VINCI_TOKEN && { token: variables.VINCI_TOKEN }),
    ...(people && { people }),
    ...(variables.VINCI_URL && { publicUrl: variables.VINCI_URL }),
    environment,
  };
}

/** Checked on what was given, so that these are told together with the others. */
function combinationFaults(given: NodeJS.ProcessEnv): string[] {
  const { HOST = '127.0.0.1', VINCI_AUTH, NEO4J_URI, NEO4J_PASSWORD, VINCI_ARTIFACTS = '' } = given;
  const faults: string[] = [];
  if (VINCI_AUTH === 'off' && !isLoopback(HOST))
    faults.push(`VINCI_AUTH=off works on loopback only, and HOST is ${HOST}: set HOST to 127.0.0.1, or VINCI_AUTH to on`);
  if (NEO4J_URI !== undefined && NEO4J_PASSWORD === undefined) faults.push('NEO4J_PASSWORD is missing, which NEO4J_URI needs');
  for (const name of ['VINCI_S3_ENDPOINT', 'VINCI_S3_REGION'])
    if (given[name] !== undefined && !VINCI_ARTIFACTS.startsWith('s3:'))
      faults.push(`${name} is set, but VINCI_ARTIFACTS is no bucket: set that to s3://bucket/prefix`);
  return [...faults, ...peopleFaults(given)];
}

function artifactsOf({ VINCI_ARTIFACTS, VINCI_DATA, VINCI_S3_ENDPOINT, VINCI_S3_REGION }: z.output<typeof Variables>): Bucket | string {
  if (VINCI_ARTIFACTS === undefined) return join(VINCI_DATA, 'artifacts');
  if (typeof VINCI_ARTIFACTS === 'string') return VINCI_ARTIFACTS;
  return {
    ...VINCI_ARTIFACTS,
    ...(VINCI_S3_ENDPOINT && { endpoint: VINCI_S3_ENDPOINT }),
    ...(VINCI_S3_REGION && { region: VINCI_S3_REGION }),
  };
}

function connectionFrom(variables: z.output<typeof Variables>): Connection {
  return {
    uri: variables.NEO4J_URI ?? '',
    user: variables.NEO4J_USER,
    password: variables.NEO4J_PASSWORD ?? '',
    ...(variables.NEO4J_DATABASE && { database: variables.NEO4J_DATABASE }),
  };
}
