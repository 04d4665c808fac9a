import { argumentsOf } from '../arguments.js';
import { parseTime, type Time, timeOf } from '../catalog/time.js';
import { VinciError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import type { Principal } from '../write/fact.js';
import { type CommandLine, seconds } from './command-line.js';
import { endSession, listSessions, MOST_SESSIONS } from './session/session-cli.js';
import { isLive, type Token } from './token.js';
import { TokenRepository } from './token.repository.js';
import { type NewToken, type TokenAnswer, Tokens } from './tokens.js';
import { ROLES } from './viewer.js';

const USAGE = `Tokens, and sessions of people who have logged in with a browser, on the machine itself:
  vinci token create --name NAME --role ROLE [--expires WHEN] [--scope SCOPE ...] [--team TEAM ...]
                                                                make one; prints its secret, which is kept nowhere
  vinci token list                                              all of them, newest first
  vinci token revoke ID                                         refuse it from now on; the last administrator's too
  vinci session list                                            those that last, last used first; at most ${MOST_SESSIONS}
  vinci session end ID                                          its pages are refused from now on, and its sockets closed
ROLE: ${ROLES.map((role) => role.toLowerCase()).join(', ')}. WHEN: 30d, 2027-01-31 or 2027-01-31T12:00:00Z; without it: never.
SCOPE: namespace:NAME, or the id of a domain, a data source or a tag; without it: everything. TEAM: its id, team:default/risk.
The change log: vinci audit`;

const BY: Principal = { name: 'command line' };
const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true } as const;
const PAGE = 100;

/** `vinci token ...` and `vinci session ...`. Returns the exit code: 0 when done, 1 when refused, 2 when the command is not understood. */
export async function main(args: readonly string[], machine: CommandLine): Promise<number> {
  const command = commandFrom(args, machine);
  if (typeof command === 'string') {
    machine.complain(command);
    machine.complain(USAGE);
    return 2;
  }
  try {
    const database = await machine.open();
    try {
      return await command(database);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof VinciError)) throw error;
    machine.complain(error.message);
    return 1;
  }
}

type Command = (database: Database) => Promise<number>;

/** The command, or what is wrong with the arguments. */
function commandFrom(args: readonly string[], machine: CommandLine): Command | string {
  const parsed = argumentsOf(args, { name: TEXT, role: TEXT, expires: TEXT, scope: TEXTS, team: TEXTS });
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [about, verb, id, ...others] = positionals;
  if (others.length > 0) return 'This command is not known.';
  if (about === 'session' && verb === 'list' && id === undefined) return (database) => listSessions(database, machine);
  if (about === 'session' && verb === 'end')
    return id === undefined ? 'Say which session: vinci session list shows their ids.' : (database) => endSession(database, id, machine);
  if (about !== 'token') return 'This command is not known.';
  if (verb === 'create' && id === undefined) return createCommand(values, machine);
  if (verb === 'list' && id === undefined) return (database) => list(new TokenRepository(database), machine);
  if (verb === 'revoke')
    return id === undefined
      ? 'Say which token: vinci token list shows their ids.'
      : (database) => revoke(new TokenRepository(database), id, machine);
  return 'This command is not known.';
}

function createCommand(
  { name, role, expires, scope = [], team = [] }: { name?: string; role?: string; expires?: string; scope?: string[]; team?: string[] },
  machine: CommandLine,
): Command | string {
  if (name === undefined) return 'Say whose token it is: --name NAME';
  const known = ROLES.find((one) => one.toLowerCase() === role?.toLowerCase());
  if (!known) return role === undefined ? 'Say what the token may do: --role ROLE' : `There is no role "${role}".`;
  const expiresAt = expires === undefined ? null : expiryFrom(expires, machine.clock ?? Date.now);
  if (expiresAt === undefined) return `--expires ${expires} is no time.`;
  const asked = { name, role: known, expiresAt, scopes: scope, teams: team };
  return (database) => create(new TokenRepository(database), asked, machine);
}

function expiryFrom(text: string, clock: () => number): Time | undefined {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days) return timeOf(clock() + Number(days) * 86_400_000);
  return parseTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
}

async function create(repository: TokenRepository, input: NewToken, machine: CommandLine): Promise<number> {
  const answer = await tokensOf(repository, machine).issue(input, BY);
  if (answer.secret === null) return refused(answer, machine);
  machine.print(answer.secret);
  return 0;
}

async function list(repository: TokenRepository, machine: CommandLine): Promise<number> {
  const now = timeOf((machine.clock ?? Date.now)());
  let after: Token | undefined;
  do {
    const page: Token[] = await repository.page(PAGE, after);
    for (const token of page) machine.print(lineOf(token, now));
    after = page.length === PAGE ? page.at(-1) : undefined;
  } while (after);
  return 0;
}

async function revoke(repository: TokenRepository, id: string, machine: CommandLine): Promise<number> {
  const answer = await tokensOf(repository, machine).revoke(id, BY, { evenLast: true });
  if (!answer.token) return refused(answer, machine);
  machine.print(answer.outcome === 'APPLIED' ? `Revoked. A running Vinci refuses it within seconds.` : 'It was revoked before.');
  return 0;
}

function refused({ problems }: TokenAnswer, machine: CommandLine): number {
  for (const { message } of problems) machine.complain(message);
  return 1;
}

function tokensOf(repository: TokenRepository, { clock }: CommandLine): Tokens {
  return new Tokens({ repository, forget: () => undefined, ...(clock && { clock }) });
}

function lineOf(token: Token, now: Time): string {
  const state = token.revokedAt
    ? `revoked ${seconds(token.revokedAt)}`
    : isLive(token, now)
      ? 'live'
      : `expired ${seconds(token.expiresAt!)}`;
  const until = token.expiresAt && state === 'live' ? `until ${seconds(token.expiresAt)}` : '';
  const used = token.lastUsedAt ? `last used ${seconds(token.lastUsedAt)}` : 'not used yet';
  const shown = token.prefix === undefined ? '' : `${token.prefix}…`;
  const over = token.scopes ? `over ${token.scopes.join(', ')}` : '';
  return [
    token.id,
    shown,
    token.role.toLowerCase(),
    over,
    token.name,
    state,
    until,
    `made ${seconds(token.createdAt)} by ${token.createdBy}`,
    used,
  ]
    .filter(Boolean)
    .join('  ');
}
