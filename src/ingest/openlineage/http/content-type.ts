import { UnsupportedMedia } from './unsupported-media.js';

const JSON_TYPE = /^(?:application|text)\/(?:[\w.+-]+\+)?(?:json|x-json)$/;
const UTF_8 = /^(?:utf-?8|us-ascii|ascii)$/;

/**
 * Clients say `application/json`, with or without a charset, or nothing at all. JSON is UTF-8 (RFC 8259). Types that a web
 * page can send without being asked (text/plain, forms) are not taken: with authentication switched off they would let any
 * page write.
 */
export function checkContentType(header: string | undefined): void {
  if (header === undefined) return;
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  if (!JSON_TYPE.test(type)) throw new UnsupportedMedia(`The Content-Type must be application/json, but it is "${header}".`);
  for (const parameter of parameters) {
    const charset = /^charset\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1];
    if (charset !== undefined && !UTF_8.test(charset))
      throw new UnsupportedMedia(`The charset must be utf-8, which is what JSON is written in, but it is "${charset}".`);
  }
}
