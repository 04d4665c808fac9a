const CONTENT_HASH = /^[0-9a-f]{64}$/;

/** Whether a text is the SHA-256 of content as ids and files are named by it: 64 hex digits in lower case. */
export const isContentHash = (text: string): boolean => CONTENT_HASH.test(text);
