import { HttpClient } from '../../support/http-client.js';
import { mutate } from '../../support/mutate.js';
import { issueTo } from '../../support/token.js';
import type { VinciProcess } from '../../support/vinci-process.js';
import { JOBS, jobId } from './changes.js';

/** Half of the subscribers see everything, the others less. */
const TURNS = ['everything', 'a namespace', 'everything', 'a domain', 'everything', 'all but a tag'] as const;
export type Rights = (typeof TURNS)[number];
export const rightsOf = (number: number): Rights => TURNS[number % TURNS.length]!;
/** So that who has which rights says nothing about what it hears of. */
export const jobOf = (number: number): string => jobId(Math.floor(number / TURNS.length));

const DOMAIN = 'domain:default/bench-live';
const TAG = 'tag:default/bench-live-restricted';
const SCOPES: Readonly<Partial<Record<Rights, string>>> = { 'a namespace': 'namespace:bench-live', 'a domain': DOMAIN };

const jobs = Array.from({ length: JOBS }, (_, number) => number);
const tagged = new Set(jobs.filter((number) => number % 5 === 3).map(jobId));
const inDomain = new Set(jobs.filter((number) => number % 2 === 0).map(jobId));

/** What changes here are jobs, and the connector that they come from, which all may see. */
export function maySee(rights: Rights, id: string): boolean {
  if (rights === 'everything' || !id.startsWith('job:')) return true;
  return !tagged.has(id) && (rights !== 'a domain' || inDomain.has(id));
}

/** Puts jobs into a domain and under a tag that none of these see but who sees everything; gives a token for each. The jobs have to be there. */
export async function prepareRights({ token, url }: VinciProcess): Promise<Readonly<Record<Rights, string>>> {
  const admin = new HttpClient(url, token, 1);
  await mutate(admin, 'defineDomain', { name: 'bench-live', description: 'Half of the jobs.' });
  for (const id of inDomain) await mutate(admin, 'assignDomain', { id, domain: DOMAIN });
  for (const id of tagged) await mutate(admin, 'attachTag', { id, tag: TAG });
  await mutate(admin, 'restrictTag', { tag: TAG, visibleTo: ['team:default/bench-live'] });
  admin.close();
  const issue = (rights: Rights): Promise<string> => {
    const scope = SCOPES[rights];
    return issueTo(url, token, { name: `live-${rights.replaceAll(' ', '-')}`, role: 'READER', ...(scope && { scopes: [scope] }) });
  };
  return {
    // Rules do not hold for administrators, nor do those of other benches on the same server.
    everything: token,
    'a namespace': await issue('a namespace'),
    'a domain': await issue('a domain'),
    'all but a tag': await issue('all but a tag'),
  };
}
