/** What a browser may be told it is; everything is sent as a download, and nothing is to be guessed (nosniff). */
const SAFE_TYPES: ReadonlySet<string> = new Set([
  'application/gzip',
  'application/java-archive',
  'application/json',
  'application/pdf',
  'application/vnd.apache.parquet',
  'application/x-ndjson',
  'application/zip',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
  'text/markdown',
  'text/plain',
]);

/** The Content-Type of a download: what was said at its upload if that can do no harm. */
export function servedType(mediaType: string | null): string {
  const [type = ''] = (mediaType ?? '').split(';');
  return SAFE_TYPES.has(type) ? mediaType! : 'application/octet-stream';
}

const UNSAFE = /[^\w !#$&+.^`{}~()@=,-]/g;
/** encodeURIComponent leaves these, which RFC 8187 does not. */
const LEFT = /['()*!]/g;

/** The Content-Disposition of a download (RFC 6266): a name in ASCII, and the whole of it for those who can. */
export function disposition(name: string): string {
  const ascii = name.replace(UNSAFE, '_').replace(/^\.+/, '_');
  const quoted = `attachment; filename="${ascii}"`;
  if (ascii === name) return quoted;
  const encoded = encodeURIComponent(name.toWellFormed()).replace(LEFT, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${quoted}; filename*=UTF-8''${encoded}`;
}
