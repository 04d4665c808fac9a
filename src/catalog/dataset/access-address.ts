/** A URI without what it may say of users, passwords and options. */
export interface Address {
  /** In lower case. */
  readonly scheme: string;
  /** May be empty; of Kafka several, with their ports, separated by commas. */
  readonly host: string;
  readonly port: number | null;
  /** With its leading slash; may be empty. */
  readonly path: string;
}

const URI = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#;]*))?([^?#;]*)(.*)$/is;
const DATABASE_NAME = /[;?&](?:databaseName|database|db)=([^;&]+)/i;
/** Azure's container before the `@` is no user. */
const CONTAINERS: ReadonlySet<string> = new Set(['abfs', 'abfss', 'wasb', 'wasbs']);

/** Takes JDBC's spelling, Databricks', and a scheme alone (`file`, `bigquery`). Undefined when it names no system. */
export function parseAddress(text: string): Address | undefined {
  const plain = withoutSecrets(text.trim())
    .replace(/^jdbc:/i, '')
    .replace(/^(oracle):thin:@(?:\/\/)?/i, '$1://')
    .replace(/^arn:aws[a-z-]*:glue:.*$/i, 'glue:');
  const m = URI.exec(/^[a-z][a-z0-9+.-]*$/i.test(plain) ? `${plain}:` : plain);
  if (!m) return undefined;
  const [, scheme = '', authority = '', path = '', options = ''] = m;
  const name = scheme.toLowerCase();
  const at = authority.lastIndexOf('@');
  const host = CONTAINERS.has(name) && !authority.includes(':') ? authority : authority.slice(at + 1);
  const port = host.includes(',') ? null : /:(\d{1,5})$/.exec(host);
  const database = path.length > 1 ? undefined : DATABASE_NAME.exec(options)?.[1];
  return {
    scheme: name,
    host: port ? host.slice(0, port.index) : host,
    port: port ? Number(port[1]) : null,
    path: database ? `/${database}` : path,
  };
}

/** `host:port` */
export const authorityOf = ({ host, port }: Address): string => (port === null ? host : `${host}:${port}`);

/** Of an address and a name below it, with one slash between them. */
export function joinPath(base: string, name: string): string {
  return `${base.replace(/\/+$/, '')}/${name.replace(/^\/+/, '')}`;
}

/** `//user:password@`, but not `//host:port/path@version`. */
const CREDENTIALS = /(:\/\/)[^\s/@:]*:(?!\d{1,5}(?:[/?#]|$))[^\s]*@/g;
const HTTP_USER = /(https?:\/\/)[^\s/@]*@/gi;
const NAMED = /([\w.-]*(?:pass|pwd|secret|token|key|sig|cred|auth)[\w.-]*\s*=\s*)[^\s&;,"']+/gi;
const TOLD = /\b((?:password|passwd|pwd|secret|token)\s*:\s*)[^\s&;,"']+/gi;

/** A text without the passwords, keys and tokens that people leave in addresses and hints. */
export function withoutSecrets(text: string): string {
  return text.replace(CREDENTIALS, '$1').replace(HTTP_USER, '$1').replace(NAMED, '$1***').replace(TOLD, '$1***');
}
