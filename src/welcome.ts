import { randomUUID } from 'node:crypto';
import type { Config } from './config.js';

/** What came of a start. */
export interface Started {
  readonly url: string;
  /** The secret of the admin token, when this start made one. */
  readonly adminToken?: string;
}

/** What a start ends with: where the API is, the token, how to send a first event. */
export function welcome({ url, adminToken }: Started, config: Config): string {
  return [
    '',
    `Vinci is ready.`,
    `  GraphQL   ${url}/graphql`,
    `  GraphiQL  ${url}/graphiql`,
    `  Token     ${tokenLine(config, adminToken)}`,
    '',
    'A first event:',
    `  curl -X POST ${url}/api/v1/lineage \\`,
    ...(config.authentication ? [`    -H 'Authorization: Bearer ${adminToken ?? 'TOKEN'}' \\`] : []),
    `    -H 'Content-Type: application/json' \\`,
    `    -d '${JSON.stringify(firstEvent())}'`,
    '',
  ].join('\n');
}

function tokenLine(config: Config, adminToken: string | undefined): string {
  if (!config.authentication) return 'none is needed: VINCI_AUTH is off';
  if (adminToken) return `${adminToken}  (admin; shown this once, kept hashed)`;
  if (config.token) return 'the one in VINCI_TOKEN';
  return 'as shown at the first start; another one: npx vinci token create --name NAME --role admin';
}

function firstEvent(): object {
  return {
    eventType: 'COMPLETE',
    eventTime: new Date().toISOString(),
    producer: 'https://example.org/hello',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: randomUUID() },
    job: { namespace: 'hello', name: 'clean_orders' },
    inputs: [{ namespace: 'hello', name: 'raw_orders' }],
    outputs: [{ namespace: 'hello', name: 'orders' }],
  };
}
