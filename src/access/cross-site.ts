import { VinciError } from '../errors.js';

/**
 * Browsers say by themselves whether a page of another site makes a request (Fetch Metadata); no such page has anything to ask here,
 * whatever it can make its visitor's browser send: a GET of an image, a form, plain text. Programs say nothing of the kind. Throws
 * VinciError FORBIDDEN. (A token in a header is nothing that a page could send without knowing it; this is for where there is none.)
 */
export function refuseCrossSite(headers: { readonly 'sec-fetch-site'?: string | string[] | undefined }): void {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site')
    throw new VinciError(
      'FORBIDDEN',
      'Web pages of other sites may not send requests here: let their server ask, with a token of its own.',
    );
}
