import { ask } from './ask.js';
import type { TestApp } from './test-app.js';

/** What is told of a dataset: its place, its columns, what it is. */
interface Told {
  readonly namespace: string;
  readonly name: string;
  readonly columns?: string;
  readonly about?: string;
}

const CRM = 'postgres://crm.acme.example:5432';
const LAKE = 's3://acme-lake';
const EVENTS = 'kafka://broker.acme.example:9092';
const WAREHOUSE = 'snowflake://acme-eu';

/** Datasets of a small phone company, by what the tests call them. */
export const TELCO = {
  customers: {
    namespace: CRM,
    name: 'crm.public.customers',
    columns: 'customer_id full_name email segment created_at',
    about: 'One row per customer',
  },
  contracts: { namespace: CRM, name: 'crm.public.contracts', columns: 'contract_id customer_id tariff monthly_fee ends_on' },
  tickets: { namespace: CRM, name: 'crm.public.tickets', columns: 'ticket_id customerId subject priority opened_at' },
  calls: { namespace: LAKE, name: 'raw/calls/2024/calls.parquet', columns: 'msisdn cell_id duration_s started_at' },
  faults: {
    namespace: EVENTS,
    name: 'network.faults.v2',
    columns: 'cell_id severity raised_at',
    about: 'Störungen: a fault as a cell tower raises it',
  },
  churnFeatures: {
    namespace: LAKE,
    name: 'curated/churn_features.parquet',
    columns: 'customer_id tenure_months calls_30d complaints_90d churned',
    about: 'Features of the churn model, one row per customer and day',
  },
  churnScores: { namespace: WAREHOUSE, name: 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES', columns: 'CUSTOMER_ID SCORE SCORED_AT' },
  faultForecast: { namespace: WAREHOUSE, name: 'ANALYTICS.NETWORK.FaultForecast', columns: 'CELL_ID PROBABILITY HORIZON_H' },
  ticketQueue: { namespace: WAREHOUSE, name: 'ANALYTICS.SUPPORT.TICKET_QUEUE', columns: 'TICKET_ID PRIORITY RANK' },
  regions: { namespace: WAREHOUSE, name: 'REFERENCE.GEO.Régions_Françaises', columns: 'code nom' },
} satisfies Record<string, Told>;

export type TelcoDataset = keyof typeof TELCO;

const JOBS: readonly { name: string; reads: readonly TelcoDataset[]; writes: readonly TelcoDataset[]; about?: string }[] = [
  {
    name: 'churn.build_features',
    reads: ['customers', 'contracts', 'calls'],
    writes: ['churnFeatures'],
    about: 'Joins what is known of a customer',
  },
  { name: 'churn.score', reads: ['churnFeatures', 'customers'], writes: ['churnScores'] },
  { name: 'network.forecastFaults', reads: ['faults', 'calls'], writes: ['faultForecast'] },
  { name: 'support.prioritise_tickets', reads: ['tickets', 'customers', 'churnScores'], writes: ['ticketQueue'] },
  { name: 'reference.load_regions', reads: [], writes: ['regions'] },
];

const PRODUCER = 'https://example.org/acme/scheduler';
const facet = (content: object) => ({ _producer: PRODUCER, _schemaURL: 'https://example.org/facet.json', ...content });

export const telcoId = (dataset: TelcoDataset): string => `dataset:${encoded(TELCO[dataset].namespace)}/${encoded(TELCO[dataset].name)}`;
const encoded = (part: string): string => part.replaceAll('%', '%25').replaceAll('/', '%2F');

function told(dataset: TelcoDataset): object {
  const { namespace, name, columns, about }: Told = TELCO[dataset];
  return {
    namespace,
    name,
    facets: {
      schema: facet({ fields: (columns ?? '').split(' ').map((column) => ({ name: column, type: 'string' })) }),
      ...(about && { documentation: facet({ description: about }) }),
    },
  };
}

/** All of it as OpenLineage events: each job has run once. */
export function telcoEvents(): object[] {
  return JOBS.map(({ name, reads, writes, about }, at) => ({
    eventType: 'COMPLETE',
    eventTime: `2026-01-0${at + 1}T03:00:00Z`,
    producer: PRODUCER,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `0d6cf7f1-6c3c-4b3e-8a52-5a2c0a2b7f1${at}` },
    job: { namespace: 'airflow', name, facets: about ? { documentation: facet({ description: about }) } : {} },
    inputs: reads.map(told),
    outputs: writes.map(told),
  }));
}

export async function postEvent(app: Pick<TestApp, 'url' | 'token'>, event: object): Promise<void> {
  const response = await fetch(`${app.url}/api/v1/lineage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
    body: JSON.stringify(event),
  });
  if (response.status !== 201) throw new Error(`The event was answered with ${response.status}: ${await response.text()}`);
}

type Saying = 'describe' | 'attachTag' | 'attachTerm' | 'detachTerm' | 'assignOwner' | 'remove';

function mutationOf(what: Saying): string {
  const input = `${what[0]!.toUpperCase()}${what.slice(1)}Input`;
  return `mutation ($input: ${input}!) { said: ${what}(input: $input) { position receipts { outcome problems { message } } } }`;
}

/** A person says something; answers the position. Throws when it is not applied. */
export async function say(app: Pick<TestApp, 'url' | 'token'>, what: Saying, input: object): Promise<string> {
  const { data, errors } = await ask(app.url, app.token, mutationOf(what), { input });
  const said = data?.said as { position: string; receipts: { outcome: string }[] } | undefined;
  if (said?.receipts[0]?.outcome !== 'APPLIED') throw new Error(`${what} was not applied: ${JSON.stringify({ said, errors })}`);
  return said.position;
}
