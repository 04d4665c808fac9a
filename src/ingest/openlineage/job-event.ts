import type { Claim, Statement } from '../../write/fact.js';
import { ClaimList } from './claim-list.js';
import { readJobFacets } from './facets/job-facets.js';
import { jobIn } from './identity.js';
import { Place } from './place.js';
import { readPorts } from './ports.js';
import { type JsonObject, requiredObjectIn } from './shape.js';

/** A job event: what a job is and declares to read and write, without a run of it. */
export function readJobEvent(event: JsonObject): { claims: readonly Claim[]; statement: Statement } {
  const job = requiredObjectIn(event, 'job', Place.ROOT);
  const place = Place.ROOT.at('job');
  const id = jobIn(job, place);
  const claims = new ClaimList();
  claims.add(id, readJobFacets(job, place));
  const ports = readPorts(event, claims);
  return { claims: claims.list(), statement: { subject: id, method: 'DECLARED', ...ports } };
}
