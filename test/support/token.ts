import type { NewToken } from '../../src/access/tokens.js';
import type { Role } from '../../src/access/viewer.js';
import { ask } from './ask.js';
import type { HttpClient } from './http-client.js';

const ISSUE = 'mutation ($input: IssueTokenInput!) { issueToken(input: $input) { secret receipts { problems { message } } } }';

/** A new token for somebody; `client`: an administrator's. */
export async function tokenFor(client: HttpClient, name: string, role: Role): Promise<string> {
  const { issueToken } = await client.query<{ issueToken: { secret: string } }>(ISSUE, { input: { name, role } });
  return issueToken.secret;
}

/** The same, by the token of an administrator, and as it is wanted. */
export async function issueTo(url: string, admin: string, input: NewToken): Promise<string> {
  const { data, errors } = await ask(url, admin, ISSUE, { input });
  const { secret, receipts } = (data?.issueToken ?? {}) as { secret?: string | null; receipts?: unknown };
  if (!secret) throw new Error(JSON.stringify(receipts ?? errors));
  return secret;
}
