import { type RequestOptions, sendRequest } from '../outbound/send-request.js';

/** What was seen of an endpoint; `state` null: it was not asked. */
export interface Probed {
  readonly state: 'HEALTHY' | 'DEGRADED' | 'DOWN' | null;
  readonly message: string | null;
}

/** Asks an endpoint how it is: any answer from 200 to 299 is HEALTHY, any other DEGRADED, none DOWN. Reads no body. */
export async function probeEndpoint(url: URL, options: RequestOptions): Promise<Probed> {
  const outcome = await sendRequest(url, { method: 'GET' }, options);
  if ('refused' in outcome) return { state: null, message: `Not asked: ${outcome.refused}.` };
  if ('failed' in outcome) return { state: 'DOWN', message: outcome.failed };
  const { isRedirect, status } = outcome;
  if (status >= 200 && status < 300) return { state: 'HEALTHY', message: null };
  return { state: 'DEGRADED', message: `Answered ${status}${isRedirect ? ', a redirect, which is not followed' : ''}.` };
}
