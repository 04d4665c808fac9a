import type { Role } from '../../src/access/viewer.js';
import type { HttpClient } from './http-client.js';

/** A new token for somebody; `client`: an administrator's. */
export async function tokenFor(client: HttpClient, name: string, role: Role): Promise<string> {
  const issue = 'mutation ($input: IssueTokenInput!) { issueToken(input: $input) { secret } }';
  const { issueToken } = await client.query<{ issueToken: { secret: string } }>(issue, { input: { name, role } });
  return issueToken.secret;
}
