/**
 * Whether a page of this origin is one of this server's own: `host`, as the request has it; or `publicUrl`, the origin under which browsers
 * reach this server, which a proxy in front may have made another host of.
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
