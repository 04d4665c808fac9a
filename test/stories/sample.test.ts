import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { load } from '../../sample/load.js';
import { Refused, Vinci } from '../../sample/vinci.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { canonicalLines } from '../../src/write/canonical.js';
import {
  FeatureTableDataDocument,
  FeatureTableDescriptionDocument,
  FeatureTableDriftDocument,
  FeatureTableJobsDocument,
  FindFeaturesDocument,
  LineageDocument,
  SearchDocument,
  type SearchFilter,
  TermDocument,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { freshNeo4j } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { tokenFor } from '../support/token.js';

/** A newcomer looks at the sample. What is expected was written by hand, from what the company is said to do. */
let app: TestApp;
let client: HttpClient;
let database: Neo4jDatabase;

const CUSTOMERS = 'dataset:postgres:%2F%2Fcrm-db.halden.example:5432/crm.public.customers';
const LAKE = 'dataset:s3:%2F%2Fhalden-lake';
const WAREHOUSE = 'dataset:snowflake:%2F%2Fhalden-eu';
const ONLINE = 'dataset:redis:%2F%2Ffeatures.halden.example:6379';

/** Tells everything; answers how much of it was new. */
async function told(token = app.token): Promise<Vinci['told']> {
  const vinci = new Vinci(app.url, token);
  await load(vinci);
  return vinci.told;
}

const downstream = async (id: string): Promise<string[]> => {
  const { lineage } = await client.query(LineageDocument, { id, direction: 'DOWNSTREAM', level: 'COLUMN' });
  expect(lineage.complete).toBe(true);
  return lineage.nodes.filter(({ distance }) => distance > 0).map(({ distance, entity }) => `${distance} ${entity.id}`);
};

beforeAll(async () => {
  const neo4j = await freshNeo4j();
  database = await connect(neo4j);
  app = await startTestApp(neo4j);
  client = new HttpClient(app.url, app.token, 4);
});
afterAll(async () => {
  client.close();
  await app.stop();
  await database.close();
});

describe('loading', () => {
  test('all is taken; told again it is all known, and the graph is the same', async () => {
    const first = await told();
    expect(first).toEqual({ applied: expect.any(Number), unchanged: 0 });
    expect(first.applied).toBeGreaterThan(500);
    const graph = await canonicalLines(database);
    expect(await told()).toMatchObject({ applied: 0 });
    expect(await canonicalLines(database)).toEqual(graph);
  }, 300_000);

  test('told by somebody else it gives no further versions', async () => {
    await told(await tokenFor(client, 'somebody else', 'EDITOR'));
    const answer = await client.query(
      '{ pipeline(namespace: "halden", name: "churn-model") { versions { nodes { number label } } } workflow(namespace: "halden", name: "churn-training") { versions { nodes { number label } } } }',
    );
    const versions = [
      { number: 2, label: '2025' },
      { number: 1, label: '2024' },
    ];
    expect(answer).toEqual({ pipeline: { versions: { nodes: versions } }, workflow: { versions: { nodes: versions } } });
  }, 300_000);

  test('what is refused is told with its place and why', async () => {
    const vinci = new Vinci(app.url, app.token);
    const nothing = vinci.say('attachTag', { id: 'dataset:halden/nothing', tag: 'gold' });
    await expect(nothing).rejects.toThrow(
      /^attachTag \{"id":"dataset:halden\/nothing","tag":"gold"\} was refused:\n {2}known-entity at input\.id: /,
    );
    const nameless = [{ eventTime: '2026-01-05T00:00:00Z', producer: 'https://example.org', job: { namespace: 'halden' } }];
    await expect(vinci.post(nameless)).rejects.toThrow(/^Event 0 of 1, .* was refused:\n {2}openlineage-event at job\.name: /);
    const rank = vinci.command('defineTerm', { name: 'churn', rank: 1 } as { name: string });
    await expect(rank).rejects.toThrow(/^defineTerm .* was refused: .*"rank" is not defined/);
    const reader = new Vinci(app.url, await tokenFor(client, 'a reader', 'READER'));
    await expect(load(reader)).rejects.toThrow(/^defineDomain .* was refused: .* EDITOR/);
    await expect(load(new Vinci(app.url, 'no such token'))).rejects.toThrow(/set VINCI_TOKEN/);
    const nobody = load(new Vinci('http://127.0.0.1:1', app.token));
    await expect(nobody).rejects.toBeInstanceOf(Refused);
    await expect(nobody).rejects.toThrow('Nobody answers at http://127.0.0.1:1: start Vinci with npm start');
  });
});

describe('which deployed things break if a column of the CRM goes away, and whom do I call', () => {
  test('the day of signing up goes into the scores of customers, and with them into the ranks of tickets', async () => {
    expect(await downstream(`${CUSTOMERS}#signed_up_on`)).toEqual([
      `1 ${LAKE}/raw%2Fcrm%2Fcustomers#signed_up_on`,
      `2 ${LAKE}/features%2Fcustomer_profile#tenure_months`,
      `3 ${ONLINE}/customer_profile#tenure_months`,
      `3 ${WAREHOUSE}/ANALYTICS.CHURN.CHURN_SCORES#CHURN_PROBABILITY`,
      '3 feature:halden/customer_profile/tenure_months',
      `4 ${LAKE}/features%2Fticket_signals#customer_churn_probability`,
      `4 ${WAREHOUSE}/MARKETING.RETENTION.CALL_LIST#CHURN_PROBABILITY`,
      '4 model:halden/churn',
      `5 ${ONLINE}/ticket_signals#customer_churn_probability`,
      `5 ${WAREHOUSE}/ANALYTICS.CARE.TICKET_QUEUE#PRIORITY`,
      `5 ${WAREHOUSE}/ANALYTICS.CARE.TICKET_QUEUE#RANK`,
      '5 feature:halden/ticket_signals/customer_churn_probability',
      '5 trained-model:halden/churn/1',
      '5 trained-model:halden/churn/2',
      '6 deployment:staging/churn-scoring',
      '6 model:halden/ticket-priority',
      '6 prediction-set:halden/churn-2026-01-11',
      `7 ${WAREHOUSE}/ANALYTICS.CHURN.CHURN_SCORES#SCORED_AT`,
      '7 trained-model:halden/ticket-priority/1',
      '8 prediction-set:halden/ticket-queue-2026-01-11',
      `9 ${WAREHOUSE}/ANALYTICS.CARE.TICKET_QUEUE#RANKED_AT`,
    ]);
  });

  test('an address goes no further than to its hash, and a name nowhere', async () => {
    expect(await downstream(`${CUSTOMERS}#email`)).toEqual([`1 ${LAKE}/raw%2Fcrm%2Fcustomers#email_hash`]);
    expect(await downstream(`${CUSTOMERS}#full_name`)).toEqual([]);
  });

  test('owners of everything that comes of the column', async () => {
    const { lineage } = await client.query<{ lineage: { nodes: { entity: Holder }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, level: COLUMN) { nodes { entity {
        ... on Column { of: dataset { ...Owners } }
        ... on Feature { of: table { ...Owners } }
        ... on Model { ...Owners }
      } } } }
      fragment Owners on Entity { owners { role owner { name description } } }`,
      { id: `${CUSTOMERS}#signed_up_on` },
    );
    const calls = lineage.nodes.flatMap(
      ({ entity }) => (entity.of ?? entity).owners?.map(({ role, owner }) => `${role} ${owner.name}: ${owner.description}`) ?? [],
    );
    expect([...new Set(calls)].sort()).toEqual([
      'ON_CALL amir.haddad: Data scientist. Call extension 4417',
      'ON_CALL noor.bakker: Data scientist. Call extension 5033',
      'OWNER care-analytics: Ranks tickets. Call extension 5030',
      'OWNER churn-analytics: Forecasts who will leave. Call extension 4410',
      'OWNER crm: Runs the customer database. Call extension 2210, or write to crm@halden.example',
      'OWNER data-platform: Runs the data lake and what fills it. Call extension 3300, day and night',
      'OWNER marketing: Makes offers. Call extension 6100',
    ]);
  });

  test('feature tables, workflows and jobs that stand on the table', async () => {
    const { lineage } = await client.query<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, kinds: [FEATURE_TABLE, WORKFLOW_VERSION, JOB]) { nodes { entity { id } } } }`,
      { id: CUSTOMERS },
    );
    expect(lineage.nodes.map(({ entity }) => entity.id)).toEqual([
      'job:spark/platform.export_crm',
      'job:dbt/marketing.retention_call_list',
      'job:spark/churn.build_customer_profile',
      'workflow-version:halden/customer-profile/1',
      'feature-table:halden/customer_profile',
      'job:spark/churn.publish_customer_profile',
      'job:spark/churn.score',
      'job:spark/churn.train',
      'workflow-version:halden/churn-training/2',
      'job:spark/tickets.build_signals',
      'workflow-version:halden/ticket-signals/1',
      'feature-table:halden/ticket_signals',
      'job:spark/tickets.prioritise',
      'job:spark/tickets.publish_online',
      'job:spark/tickets.train',
      'workflow-version:halden/ticket-training/1',
    ]);
  });
});

interface Owned {
  readonly owners?: readonly { readonly role: string; readonly owner: { readonly name: string; readonly description: string } }[];
}

/** Columns and features are owned by what they are of, models themselves. */
interface Holder extends Owned {
  readonly of?: Owned;
}

describe('finding', () => {
  test.each([
    [
      { dataType: 'DOUBLE', tag: 'tag:default/network-quality' },
      ['latency_p95_ms', 'packet_loss_rate', 'dropped_call_rate_30d', 'cell_fault_probability'],
    ],
    [{ semanticKind: 'EMBEDDING' }, ['alarm_embedding', 'text_embedding']],
    [{ semanticKind: 'EMBEDDING', tag: 'tag:default/personal-data' }, ['text_embedding']],
    [{ dataType: 'INT', tag: 'tag:default/loyalty' }, ['months_to_contract_end', 'tenure_months']],
    [{ owner: 'team:default/care-analytics', text: 'tickets days' }, ['complaints_90d']],
  ] as const)('features by %j', async (filter, names) => {
    const { features } = await client.query(FindFeaturesDocument, { filter });
    expect(features.nodes.map(({ name }) => name)).toEqual(names);
  });

  const found = async (query: string | null, filter: Partial<SearchFilter> = {}) => {
    const { search } = await client.query(SearchDocument, { query, filter, first: 100 });
    return search.edges.map(({ node }) => `${node.kind} ${node.name}`);
  };

  test('by a word: what is called so comes first', async () => {
    expect((await found('churn'))[0]).toBe('MODEL churn');
    expect((await found('churn scores'))[0]).toBe('DATASET ANALYTICS.CHURN.CHURN_SCORES');
  });

  test('by what it means', async () => {
    const { term } = await client.query(TermDocument, { name: 'churn' });
    expect(term!.children.nodes.map(({ name }) => name)).toEqual(['involuntary churn', 'voluntary churn']);
    expect(term!.entities.nodes.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'COLUMN CHURN_PROBABILITY',
      'COLUMN cancelled_on',
      'COLUMN churned',
      'DATASET crm.public.cancellations',
    ]);
    expect((await found(null, { term: 'voluntary churn' })).sort()).toEqual(['COLUMN CHURN_PROBABILITY', 'COLUMN churned']);
    expect((await found('customer', { term: 'customer', kinds: ['FEATURE_TABLE'] })).sort()).toEqual([
      'FEATURE_TABLE customer_profile',
      'FEATURE_TABLE customer_usage',
    ]);
  });

  test('by its tag, its columns, its domain', async () => {
    expect((await found(null, { tag: 'gold' })).sort()).toEqual([
      'DATASET ANALYTICS.CARE.TICKET_QUEUE',
      'DATASET ANALYTICS.CHURN.CHURN_SCORES',
      'DATASET ANALYTICS.NETWORK.FAULT_FORECAST',
      'FEATURE_TABLE cell_health',
      'FEATURE_TABLE customer_profile',
      'MODEL churn',
    ]);
    expect((await found(null, { tag: 'personal-data', kinds: ['COLUMN'] })).sort()).toEqual([
      'COLUMN body',
      'COLUMN body',
      'COLUMN date_of_birth',
      'COLUMN email',
      'COLUMN full_name',
    ]);
    expect((await found(null, { hasColumn: 'churn probability', kinds: ['DATASET'] })).sort()).toEqual([
      'DATASET ANALYTICS.CHURN.CHURN_SCORES',
      'DATASET MARKETING.RETENTION.CALL_LIST',
      'DATASET features/ticket_signals',
      'DATASET features/ticket_signals',
      'DATASET ticket_signals',
    ]);
    expect((await found(null, { domain: 'retention', kinds: ['WORKFLOW'] })).sort()).toEqual([
      'WORKFLOW churn-training',
      'WORKFLOW customer-profile',
      'WORKFLOW customer-usage',
    ]);
  });
});

describe('a feature table', () => {
  const customerUsage = { namespace: 'halden', name: 'customer_usage' };

  test('is computed from what its job reads', async () => {
    const { featureTable } = await client.query(FeatureTableDescriptionDocument, customerUsage);
    expect(featureTable!.inputs.nodes.map(({ name }) => name).sort()).toEqual(['curated/usage/customer_days', 'raw/care/tickets']);
  });

  test('is read from the lake by code, in the environment of development too', async () => {
    const { featureTable } = await client.query(FeatureTableDataDocument, customerUsage);
    const languages = featureTable!.materialisations.map(({ name, dataset }) => [
      name,
      dataset!.access!.snippets.map(({ language }) => language),
    ]);
    expect(Object.fromEntries(languages)).toEqual({ lake: ['PYTHON', 'SCALA', 'SQL'], online: [], trial: ['PYTHON', 'SCALA', 'SQL'] });
  });

  test('was computed at the second try on Thursday', async () => {
    const { featureTable } = await client.query(FeatureTableJobsDocument, { ...customerUsage, runs: 10 });
    const build = featureTable!.jobs.nodes.find(({ name }) => name === 'churn.build_customer_usage')!;
    const error = { message: expect.stringContaining('OutOfMemoryError') };
    expect(build.runs.nodes).toHaveLength(8);
    expect(build.runs.nodes.slice(3, 5)).toMatchObject([
      { state: 'SUCCEEDED', startedAt: '2026-01-08T03:10:00Z', endedAt: '2026-01-08T03:41:00Z', error: null },
      { state: 'FAILED', startedAt: '2026-01-08T02:10:00Z', endedAt: '2026-01-08T02:13:00Z', error },
    ]);
  });

  test('has moved within a week: more data is used than before', async () => {
    const { featureTable } = await client.query(FeatureTableDriftDocument, {
      ...customerUsage,
      environment: 'prod',
      store: 'OFFLINE',
      from: '2026-01-05T00:00:00Z',
      to: '2026-01-12T00:00:00Z',
    });
    expect(featureTable!.materialisation!.statisticsDiff!.changes.slice(0, 3)).toMatchObject([
      { feature: 'gigabytes_30d', measure: 'MAX', from: 812.4, to: 2104.9 },
      { feature: 'gigabytes_30d', measure: 'QUANTILE', of: '0.95', from: 58.8, to: 121.5 },
      { feature: 'gigabytes_30d', measure: 'STDDEV', from: 21.7, to: 44.6 },
    ]);
  });
});

test('the questions of the README have answers', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const section = readme.slice(readme.indexOf('## The sample'), readme.indexOf('## Concepts'));
  const questions = [...section.matchAll(/```graphql\n(.*?)```/gs)].map(([, question]) => question!);
  expect(questions).toHaveLength(6);
  const answers = await Promise.all(questions.map((question) => client.query<Record<string, object>>(question)));
  const [lineage, features, table, runs, model, segments] = answers.map((answer) => JSON.stringify(answer));
  expect(lineage).toContain('tenure_months');
  expect(features).toContain('dropped_call_rate_30d');
  expect(table).toContain('2104.9');
  expect(runs!.match(/startedAt/g)).toHaveLength(5);
  expect(model).toMatch(/"champion".*0.76.*"THRESHOLD"/);
  expect(segments).toMatch(/"text-embedding".*"alarms-of-24-hours".*"ticket-signals"/);
});

test('what runs and what has not come through', async () => {
  const { runs } = await client.query<{ runs: { nodes: object[] } }>(
    '{ runs(filter: { states: [RUNNING, FAILED], since: "2026-01-11T00:00:00Z" }) { nodes { state job { name } error { message } } } }',
  );
  expect(runs.nodes).toEqual([
    { state: 'FAILED', job: { name: 'network.fetch_weather' }, error: { message: expect.stringMatching(/^429 Too Many Requests/) } },
  ]);
  const { jobs } = await client.query<{ jobs: { nodes: object[] } }>(
    '{ jobs(filter: { trigger: STREAMING }) { nodes { name latestRun { state } } } }',
  );
  expect(jobs.nodes).toEqual([
    { name: 'network.alarms_to_lake', latestRun: { state: 'RUNNING' } },
    { name: 'platform.tickets_to_lake', latestRun: { state: 'RUNNING' } },
  ]);
});

describe('no list overlooks what it is narrowed by', () => {
  const SCHEMA = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const NOT_THERE: Readonly<Record<string, unknown>> = { ID: 'term:default/nowhere', String: 'nowhere' };
  const lists = Object.values(SCHEMA.getQueryType()!.getFields()).flatMap(({ name, args }) => {
    const filter = args.find((arg) => arg.name === 'filter')?.type;
    return isInputObjectType(filter) ? [[name, filter.name, Object.values(filter.getFields())] as const] : [];
  });

  test('there are lists', () => {
    expect(lists.map(([name]) => name)).toEqual(expect.arrayContaining(['datasets', 'features', 'search', 'workflows']));
  });

  test.each(lists)('%s', async (list, type, fields) => {
    const query = `query ($filter: ${type}) { ${list}(filter: $filter, first: 1) { nodes { __typename } } }`;
    const count = async (filter: object): Promise<number> => {
      const answer = await client.query<Record<string, { nodes: unknown[] }>>(query, { filter });
      return answer[list]!.nodes.length;
    };
    // By name: the sample has nothing of a kind yet that nobody told of.
    expect(await count({})).toBe(1);
    for (const { name, type: asked } of fields) {
      const value = NOT_THERE[getNamedType(asked).name];
      if (value === undefined) continue;
      const found = await count({ [name]: isListType(getNullableType(asked)) ? [value] : value }).catch((error: Error) => error.message);
      expect({ name, found }).toEqual({ name, found: typeof found === 'string' ? expect.stringContaining('BAD_INPUT') : 0 });
    }
  });
});
