import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../support/ask.js';
import { freshNeo4j, testNeo4j } from '../support/neo4j.js';
import { postEvent, say, telcoEvents, telcoId } from '../support/telco.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Somebody looks for things in the catalog of a small phone company. */
let app: TestApp;

const SEARCH = `query ($query: String, $filter: SearchFilter, $first: Int, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    count complete words
    nodes { kind name }
    edges { cursor matched { field id words snippet places { start end } } }
    facets { by complete values { value label count } }
    pageInfo { hasNextPage endCursor }
  } }`;

interface Search {
  readonly count: number;
  readonly complete: boolean;
  readonly words: string[];
  readonly nodes: { kind: string; name: string }[];
  readonly edges: { cursor: string; matched: { field: string; id: string | null; words: string[]; snippet: string; places: object[] }[] }[];
  readonly facets: { by: string; complete: boolean; values: { value: string; label: string; count: number }[] }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function search(
  query: string | null,
  filter: object | null = null,
  page: object = {},
  headers: Record<string, string> = {},
): Promise<Search> {
  const { data, errors } = await ask(app.url, app.token, SEARCH, { query, filter, ...page }, headers);
  if (errors.length > 0) throw new Error(errors[0]!.message);
  return data!.search as Search;
}

const LETTER: Readonly<Record<string, string>> = {
  DATASET: '',
  JOB: 'job ',
  DATA_SOURCE: 'source ',
  PERSON: 'person ',
  TEAM: 'team ',
  TAG: 'tag ',
  COLUMN: 'column ',
  CONNECTOR: 'connector ',
};
const shown = ({ nodes }: Search): string => nodes.map(({ kind, name }) => `${LETTER[kind] ?? `${kind} `}${name}`).join(', ');
const found = async (query: string | null, filter: object | null = null): Promise<string> => shown(await search(query, filter));

beforeAll(async () => {
  app = await startTestApp(await freshNeo4j());
  for (const event of telcoEvents()) await postEvent(app, event);
  await say(app, 'describe', { id: telcoId('contracts'), text: 'What each customer pays; the fee is in cents.' });
  await say(app, 'describe', { id: `${telcoId('contracts')}#monthly_fee`, text: 'In cents, without VAT' });
  await say(app, 'attachTag', { id: telcoId('customers'), tag: 'PII' });
  await say(app, 'attachTag', { id: telcoId('tickets'), tag: 'PII' });
  await say(app, 'attachTag', { id: `${telcoId('customers')}#email`, tag: 'PII' });
  await say(app, 'attachTag', { id: telcoId('churnScores'), tag: 'gold-standard' });
  await say(app, 'assignOwner', { id: telcoId('churnFeatures'), owner: 'team:default/data-science' });
  await say(app, 'assignOwner', { id: telcoId('churnScores'), owner: 'team:default/data-science' });
  await say(app, 'assignOwner', { id: telcoId('customers'), owner: 'ana' });
  await say(app, 'describe', { id: 'source:postgres:%2F%2Fcrm.acme.example:5432', text: 'The CRM in the Munich data center' });
}, 300_000);
afterAll(() => app?.stop());

const EVERYTHING_OF_SNOWFLAKE =
  'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES, ANALYTICS.NETWORK.FaultForecast, ANALYTICS.SUPPORT.TICKET_QUEUE, REFERENCE.GEO.Régions_Françaises';
const WITH_CUSTOMER_ID =
  'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES, crm.public.customers, crm.public.contracts, crm.public.tickets, curated/churn_features.parquet';

describe('what is typed, and what is found in which order', () => {
  test.each([
    // Exact by the part of a name that people use, or all of it, in any spelling.
    ['customers', 'crm.public.customers, column email'],
    ['crm.public.customers', 'crm.public.customers, column email'],
    [
      'CRM Public Customers',
      'crm.public.customers, column email, crm.public.contracts, crm.public.tickets, column monthly_fee, source postgres://crm.acme.example:5432',
    ],
    ['FaultForecast', 'ANALYTICS.NETWORK.FaultForecast'],
    ['fault_forecast', 'ANALYTICS.NETWORK.FaultForecast'],
    ['faultforecast', 'ANALYTICS.NETWORK.FaultForecast'],
    ['churn_scores', 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    ['calls', 'raw/calls/2024/calls.parquet, curated/churn_features.parquet'],
    // More words first; then in the name; then whole words; then how much it is used.
    ['churn scores', 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES, curated/churn_features.parquet, job churn.build_features, job churn.score'],
    ['score churn', 'job churn.score, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES, curated/churn_features.parquet, job churn.build_features'],
    ['fault forecast', 'ANALYTICS.NETWORK.FaultForecast, job network.forecastFaults, network.faults.v2'],
    ['FORECAST', 'job network.forecastFaults, ANALYTICS.NETWORK.FaultForecast'],
    ['ticket queue', 'ANALYTICS.SUPPORT.TICKET_QUEUE, crm.public.tickets, job support.prioritise_tickets'],
    ['prioritise tickets', 'job support.prioritise_tickets, crm.public.tickets'],
    ['tickets', 'crm.public.tickets, job support.prioritise_tickets'],
    ['churn', 'curated/churn_features.parquet, job churn.build_features, job churn.score, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    ['network v2', 'network.faults.v2, job network.forecastFaults, ANALYTICS.NETWORK.FaultForecast'],
    ['customer', `${WITH_CUSTOMER_ID}, job churn.build_features, column email`],
    // The beginning of a word is enough.
    [
      'cust',
      'crm.public.customers, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES, crm.public.contracts, crm.public.tickets, curated/churn_features.parquet, job churn.build_features, column email',
    ],
    ['prior tick', 'job support.prioritise_tickets, crm.public.tickets, ANALYTICS.SUPPORT.TICKET_QUEUE'],
    // Columns, on their dataset; by themselves once somebody tagged or described them.
    ['customer_id', WITH_CUSTOMER_ID],
    ['customerId', WITH_CUSTOMER_ID],
    ['msisdn', 'raw/calls/2024/calls.parquet'],
    ['email', 'column email, crm.public.customers'],
    ['monthly_fee', 'column monthly_fee, crm.public.contracts'],
    ['"monthly fee"', 'column monthly_fee, crm.public.contracts'],
    ['"fee monthly"', ''],
    // From one column into the next there is no phrase.
    ['"tariff monthly"', ''],
    // Descriptions.
    ['"in cents"', 'crm.public.contracts, column monthly_fee'],
    ['"one row per customer"', 'crm.public.customers, curated/churn_features.parquet'],
    ['munich', 'source postgres://crm.acme.example:5432'],
    // Tags, owners, connectors; accents or none.
    ['pii', 'tag PII, crm.public.customers, crm.public.tickets, column email'],
    ['gold', 'tag gold-standard, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    ['data-science', 'team data-science'],
    ['scheduler', 'connector https://example.org/acme/scheduler'],
    ['Störung', 'network.faults.v2'],
    ['storungen', 'network.faults.v2'],
    ['régions', 'REFERENCE.GEO.Régions_Françaises, job reference.load_regions'],
    ['regions', 'REFERENCE.GEO.Régions_Françaises, job reference.load_regions'],
    // Namespaces.
    ['snowflake', `source snowflake://acme-eu, ${EVERYTHING_OF_SNOWFLAKE}`],
    ['s3', 'source s3://acme-lake, raw/calls/2024/calls.parquet, curated/churn_features.parquet'],
    [
      'airflow',
      'job churn.build_features, job churn.score, job network.forecastFaults, job reference.load_regions, job support.prioritise_tickets',
    ],
    // An id.
    [telcoId('tickets'), /^crm\.public\.tickets, source postgres/],
    // Nothing.
    ['nothing like this', ''],
    ['***', ''],
    ['" "', ''],
  ])('%s', async (query, expected) => {
    const answer = await search(query);
    if (typeof expected === 'string') expect(shown(answer)).toBe(expected);
    else expect(shown(answer)).toMatch(expected);
    expect(answer).toMatchObject({ complete: true, count: answer.nodes.length });
  });
});

describe('narrowed by a filter', () => {
  test.each<[string | null, object, string]>([
    [
      null,
      { kinds: ['JOB'] },
      'job churn.build_features, job churn.score, job network.forecastFaults, job reference.load_regions, job support.prioritise_tickets',
    ],
    ['', { kinds: ['TAG', 'PERSON', 'TEAM'] }, 'person ana, tag PII, tag gold-standard, team data-science'],
    [null, { tag: 'PII' }, 'crm.public.customers, column email, crm.public.tickets'],
    [null, { tag: 'PII', kinds: ['COLUMN'] }, 'column email'],
    ['customers', { tag: 'tag:default/PII' }, 'crm.public.customers, column email'],
    [null, { owner: 'team:default/data-science' }, 'curated/churn_features.parquet, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    [null, { owner: 'ana' }, 'crm.public.customers'],
    [null, { owner: 'ana', tag: 'PII' }, 'crm.public.customers'],
    [null, { owner: 'ana', tag: 'gold-standard' }, ''],
    ['churn', { kinds: ['DATASET'] }, 'curated/churn_features.parquet, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    ['churn', { namespace: 'airflow' }, 'job churn.build_features, job churn.score'],
    [null, { source: 'source:snowflake:%2F%2Facme-eu' }, EVERYTHING_OF_SNOWFLAKE],
    [null, { namespace: 'snowflake://acme-eu' }, `${EVERYTHING_OF_SNOWFLAKE}, source snowflake://acme-eu`],
    ['customer', { source: 'source:snowflake:%2F%2Facme-eu' }, 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    [
      null,
      { hasColumn: 'customer_id' },
      'crm.public.customers, crm.public.contracts, crm.public.tickets, curated/churn_features.parquet, ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES',
    ],
    [
      null,
      { hasColumn: 'customerId', namespace: 'postgres://crm.acme.example:5432' },
      'crm.public.customers, crm.public.contracts, crm.public.tickets',
    ],
    [null, { hasColumn: 'id customer' }, ''],
    [null, { hasColumn: 'id full' }, ''],
    [null, { hasColumn: '?!' }, ''],
    ['churn', { hasColumn: 'score' }, 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES'],
    [null, { described: false, kinds: ['DATASET'] }, ''],
    ['gold', { described: false }, 'tag gold-standard'],
    [null, { writtenSince: '2026-01-04T00:00:00Z' }, 'ANALYTICS.SUPPORT.TICKET_QUEUE, REFERENCE.GEO.Régions_Françaises'],
    ['customers', { updatedSince: '2026-01-01T00:00:00Z' }, 'crm.public.customers, column email'],
    ['customers', { updatedSince: '2099-01-01T00:00:00Z' }, ''],
    ['***', { kinds: ['DATASET'] }, ''],
  ])('%j %j', async (query, filter, expected) => {
    expect(await found(query, filter)).toBe(expected);
  });

  test('what is no owner, tag or cursor is refused with a reason', async () => {
    await expect(search('x', { owner: 'tag:default/x' })).rejects.toThrow('"tag:default/x" is not the id of a person or team.');
    await expect(search('x', { tag: 'person:default/x' })).rejects.toThrow('"person:default/x" is not the id of a tag.');
    await expect(search('x', null, { after: 'WyJhIiwiYiJd' })).rejects.toThrow(/after is not a cursor of a search/);
    await expect(search('x', null, { first: 101 })).rejects.toThrow('first is 101; it must be from 1 to 100.');
  });
});

test('why something was found', async () => {
  const { edges } = await search('customer gold', { kinds: ['DATASET'] });
  expect(edges[0]!.matched).toEqual([
    { field: 'NAME', id: null, words: ['customer'], snippet: 'ANALYTICS.CHURN.CUSTOMER_CHURN_SCORES', places: [{ start: 16, end: 24 }] },
    { field: 'TAG', id: 'tag:default/gold-standard', words: ['gold'], snippet: 'gold-standard', places: [{ start: 0, end: 4 }] },
    {
      field: 'COLUMN',
      id: `${telcoId('churnScores')}#CUSTOMER_ID`,
      words: ['customer'],
      snippet: 'CUSTOMER_ID',
      places: [{ start: 0, end: 8 }],
    },
  ]);
});

test('facets count all that was found, whatever the page', async () => {
  const { facets, nodes } = await search('customer', null, { first: 1 });
  expect(nodes).toHaveLength(1);
  expect(facets).toEqual([
    { by: 'KIND', complete: true, values: [value('DATASET', 5), value('COLUMN', 1), value('JOB', 1)] },
    {
      by: 'NAMESPACE',
      complete: true,
      values: [
        value('postgres://crm.acme.example:5432', 4),
        value('airflow', 1),
        value('s3://acme-lake', 1),
        value('snowflake://acme-eu', 1),
      ],
    },
    { by: 'TAG', complete: true, values: [value('tag:default/PII', 3, 'PII'), value('tag:default/gold-standard', 1, 'gold-standard')] },
    {
      by: 'OWNER',
      complete: true,
      values: [value('team:default/data-science', 2, 'data-science'), value('person:default/ana', 1, 'ana')],
    },
  ]);
});
const value = (name: string, count: number, label = name) => ({ value: name, label, count });

test('page by page it is the whole, in its order, whatever comes in between', async () => {
  for (const [query, filter] of [
    ['customer', null] as const,
    [null, { kinds: ['DATASET', 'JOB'] }] as const,
    [null, { tag: 'PII' }] as const,
  ]) {
    const whole = await search(query, filter);
    const names: string[] = [];
    for (let after: string | null = null, page = 0; ; page++) {
      const answer: Search = await search(query, filter, { first: 2, after });
      names.push(...answer.nodes.map(({ name }) => name));
      expect(answer.count).toBe(whole.count + page);
      if (!answer.pageInfo.hasNextPage) break;
      after = answer.pageInfo.endCursor;
      // Comes before everything, since it is more of what is looked for, or has a lesser id.
      const name = query ?? `aa-${page}`;
      const tagged = { id: `dataset:aa-${names.length}/${name}`, tag: filter && 'tag' in filter ? 'PII' : 'early' };
      await postEvent(app, datasetEvent(`aa-${names.length}`, name));
      await say(app, 'attachTag', tagged);
    }
    expect(names).toEqual(whole.nodes.map(({ name }) => name));
    for (const { id } of (await all('early', 'PII')).filter((node) => node.id.startsWith('dataset:aa-'))) await say(app, 'remove', { id });
  }
});

async function all(...tags: string[]): Promise<{ id: string }[]> {
  const asked = tags.map((tag) =>
    ask(app.url, app.token, 'query ($tag: ID!) { search(filter: { tag: $tag }, first: 100) { nodes { id } } }', { tag }),
  );
  return (await Promise.all(asked)).flatMap(({ data }) => (data!.search as { nodes: { id: string }[] }).nodes);
}

const datasetEvent = (namespace: string, name: string, facets: object = {}, eventTime = '2026-02-01T00:00:00Z') => ({
  eventTime,
  producer: 'https://example.org/acme/scheduler',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
  dataset: { namespace, name, facets },
});
const schema = (...names: string[]) => ({
  schema: { _producer: 'https://example.org/x', _schemaURL: 'https://example.org/facet.json', fields: names.map((name) => ({ name })) },
});

describe('what changes is found as it is now', () => {
  const id = 'dataset:lab/zebra_sightings';
  const seen = (position: string) => ({ 'Vinci-Min-Position': position });
  const foundAt = async (position: string, query: string, filter: object | null = null) =>
    shown(await search(query, filter, {}, seen(position)));

  test('at once, by those who send the position', async () => {
    await postEvent(app, datasetEvent('lab', 'zebra_sightings', schema('stripes', 'seen_at')));
    expect(await found('zebra')).toBe('zebra_sightings');
    expect(await found('stripes')).toBe('zebra_sightings');
    for (let i = 0; i < 10; i++) {
      expect(await foundAt(await say(app, 'describe', { id, text: `Okapi${i}s too` }), `okapi${i}s`)).toBe('zebra_sightings');
      expect(await found(`okapi${i - 1}s`)).toBe('');
    }
    expect(await foundAt(await say(app, 'describe', { id, text: '' }), 'okapi')).toBe('');
  });

  test('a column that is renamed', async () => {
    await postEvent(app, datasetEvent('lab', 'zebra_sightings', schema('bands', 'seen_at'), '2026-02-02T00:00:00Z'));
    expect(await found('bands')).toBe('zebra_sightings');
    expect(await found('stripes')).toBe('');
    expect(await found(null, { hasColumn: 'stripes' })).toBe('');
  });

  test('a tag that is taken away, of a dataset and of a column', async () => {
    for (const [of, shownAs] of [
      [id, 'zebra_sightings'],
      [`${id}#bands`, 'column bands'],
    ] as const) {
      expect(await foundAt(await say(app, 'attachTag', { id: of, tag: 'savannah' }), 'savannah')).toBe(`tag savannah, ${shownAs}`);
      expect(await foundAt(await say(app, 'attachTag', { id: of, tag: 'savannah', remove: true }), 'savannah')).toBe('tag savannah');
    }
    expect(await found('bands')).toBe('zebra_sightings');
  });

  test('by what it means, as long as it does', async () => {
    const meaning = { id, term: 'Serengeti wanderer' };
    expect(await foundAt(await say(app, 'attachTerm', meaning), 'wanderer', { kinds: ['DATASET'] })).toBe('zebra_sightings');
    const { edges } = await search('wanderer', { kinds: ['DATASET'] });
    expect(edges[0]!.matched).toEqual([
      {
        field: 'TERM',
        id: 'term:default/Serengeti wanderer',
        words: ['wanderer'],
        snippet: 'Serengeti wanderer',
        places: [{ start: 10, end: 18 }],
      },
    ]);
    expect(await foundAt(await say(app, 'detachTerm', meaning), 'wanderer', { kinds: ['DATASET'] })).toBe('');
  });

  test('of several names for one dataset each finds the one that counts', async () => {
    const symlinks = {
      _producer: 'https://example.org/x',
      _schemaURL: 'https://example.org/facet.json',
      identifiers: [{ namespace: 'lab', name: 'quagga_archive', type: 'TABLE' }],
    };
    await postEvent(app, datasetEvent('lab', 'zebra_sightings', { symlinks }, '2026-02-03T00:00:00Z'));
    expect(await found('quagga')).toBe('zebra_sightings');
    expect(await found('lab', { kinds: ['DATASET'] })).toBe('zebra_sightings');
  });

  test('what is renamed has its former name no longer', async () => {
    await postEvent(app, datasetEvent('museum', 'dodo_counts', schema('dodos')));
    const lifecycleStateChange = {
      _producer: 'https://example.org/x',
      _schemaURL: 'https://example.org/facet.json',
      lifecycleStateChange: 'RENAME',
      previousIdentifier: { namespace: 'museum', name: 'dodo_counts' },
    };
    await postEvent(app, datasetEvent('museum', 'extinct_counts', { lifecycleStateChange, ...schema('dodos') }, '2026-02-05T00:00:00Z'));
    expect(await found('dodos')).toBe('extinct_counts');
    expect(await found('dodo counts', { removed: true })).toContain('dodo_counts');
  });

  test('what is removed, only when asked for; what comes back is found again', async () => {
    const bands = { id: `${id}#bands`, text: 'How many' };
    expect(await foundAt(await say(app, 'describe', bands), 'bands')).toBe('column bands, zebra_sightings');
    expect(await foundAt(await say(app, 'remove', { id }), 'zebra')).toBe('');
    expect(await found('bands')).toBe('');
    expect(await found('zebra', { removed: true })).toBe('zebra_sightings, column bands');
    expect(await found(null, { removed: true, namespace: 'lab' })).toBe('zebra_sightings');
    await postEvent(app, datasetEvent('lab', 'zebra_sightings', {}, '2099-02-04T00:00:00Z'));
    await postEvent(app, datasetEvent('lab', 'zebra_sightings', {}, new Date().toISOString()));
    expect(await found('zebra', { kinds: ['DATASET'] })).toBe('zebra_sightings');
  });
});

describe('suggestions while typing', () => {
  const suggested = async (text: string, first = 5): Promise<string> => {
    const { data, errors } = await ask(
      app.url,
      app.token,
      'query ($text: String!, $first: Int!) { suggest(text: $text, first: $first) { entity { kind name } places { start end } } }',
      { text, first },
    );
    if (errors.length > 0) throw new Error(errors[0]!.message);
    const suggestions = data!.suggest as { entity: { kind: string; name: string }; places: { start: number; end: number }[] }[];
    return suggestions
      .map(({ entity, places }) => {
        const marked = places
          .toReversed()
          .reduce((s, { start, end }) => `${s.slice(0, start)}<${s.slice(start, end)}>${s.slice(end)}`, entity.name);
        return `${LETTER[entity.kind]}${marked}`;
      })
      .join(', ');
  };

  test.each([
    ['cust', 'crm.public.<customers>, ANALYTICS.CHURN.<CUSTOMER>_CHURN_SCORES'],
    ['customers', 'crm.public.<customers>'],
    ['churn sc', 'job <churn>.<score>, ANALYTICS.<CHURN>.CUSTOMER_<CHURN>_<SCORES>'],
    ['faultfore', '<ANALYTICS.NETWORK.FaultForecast>'],
    ['gol', 'tag <gold>-standard'],
    ['emai', 'column <email>'],
    ['msisdn', ''],
    ['"', ''],
    ['', ''],
  ])('%j', async (text, expected) => {
    expect(await suggested(text)).toBe(expected);
  });

  test('so many as are asked for', async () => {
    expect((await suggested('c', 1)).split(', ')).toHaveLength(1);
    await expect(suggested('c', 21)).rejects.toThrow('first is 21; it must be from 1 to 20.');
  });
});

test('a server that is started anew finds the same', async () => {
  const before = await search('customer');
  const connection = await testNeo4j();
  await app.stop();
  app = await startTestApp(connection);
  expect(await search('customer')).toEqual(before);
});
