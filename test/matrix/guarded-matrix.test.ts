import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, type GraphQLObjectType, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { entityId, kindOf } from '../../src/catalog/id.js';
import type { Kind } from '../../src/catalog/kind.js';
import { STORED_KINDS } from '../../src/catalog/projection.js';
import { ArtifactClient, sha256 } from '../support/artifact-client.js';
import { ask } from '../support/ask.js';
import { CLOSED, closed, DIGITS, GuardedWorld, NOTHING, plain, SECRET, type Side, secret } from '../support/guarded-world.js';
import { LiveClient } from '../support/live-client.js';
import { freshNeo4j } from '../support/neo4j.js';
import { type Arguments, type Asked, SchemaWalk } from '../support/schema-walk.js';
import { differences, holds, placesOf } from '../support/seen-part.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/**
 * Every kind, every field, every question, by somebody to whom half of the catalog is closed. What an administrator is told is the measure:
 * of what is closed no byte, and all else. The database holds nothing else.
 */
let app: TestApp;
let world: GuardedWorld;
let schema: GraphQLSchema;

const HASHES = [secret.artifact, closed.artifact].map((id) => id.split(':')[1]!);
/** That must not be told. */
const WORDS = [
  SECRET,
  CLOSED,
  ...Object.values(DIGITS),
  ...HASHES,
  ...[entityId('RELEASE', 'plain-place', 'plain-endpoint', '2'), closed.evaluation, closed.incident].map((id) => id.toLowerCase()),
];
/** To who sees what is closed where the scope is. */
const WORDS_FOR_MEMBERS = [SECRET, DIGITS[SECRET]!, HASHES[0]!, closed.incident.toLowerCase()];

beforeAll(async () => {
  app = await startTestApp(await freshNeo4j());
  world = new GuardedWorld(app);
  await world.build();
  const { data } = await ask(app.url, app.token, getIntrospectionQuery());
  schema = buildClientSchema(data as never as IntrospectionQuery);
  await lookUpKinds();
}, 300_000);
afterAll(() => app?.stop());

interface Told {
  readonly text: string;
  readonly headers: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
}

async function told(who: string, query: string, variables: object = {}): Promise<Told> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.tokens[who]}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as Partial<Told>;
  return { text, headers: [...response.headers].join('\n'), data: data ?? null, errors };
}

/** The same question about nothing. */
function twin(text: string): string {
  let other = text;
  for (const [word, nothing] of Object.entries(NOTHING)) other = other.replaceAll(word, nothing);
  for (const hash of HASHES) other = other.replaceAll(hash, sha256(Buffer.from(`${hash} of nothing`)));
  return other;
}
const namesHidden = (text: string): boolean => twin(text) !== text;

const idsByKind = new Map<Kind, string[]>();

/** Ids of everything of each kind, as an administrator finds them. */
async function lookUpKinds(): Promise<void> {
  for (let after = '0', more = true; more; ) {
    const CHANGES =
      'query ($after: Position) { changes(after: $after, first: 100) { nodes { entityId } pageInfo { endCursor hasNextPage } } }';
    const { data } = await told('admin', CHANGES, { after });
    const { nodes, pageInfo } = data!.changes as { nodes: { entityId: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    for (const { entityId: id } of nodes) {
      const kind = kindOf(id)!;
      const known = idsByKind.get(kind) ?? [];
      if (!known.includes(id) && !id.includes('spark.ml')) idsByKind.set(kind, [...known, id]);
    }
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
}

/** What is wrong with what each of them is told, who may not see all of it. */
async function faultsOf(query: string, variables: object = {}, isFree: (path: string) => boolean = () => false): Promise<string[]> {
  const [admin, team, outside, scoped, member] = await Promise.all(
    ['admin', 'team', 'outside', 'scoped', 'member'].map((who) => told(who, query, variables)),
  );
  const faults = admin!.errors.map(({ message }) => `admin: ${message}`);
  if (faults.length > 0) return [...faults, query.slice(0, 3000)];
  if (JSON.stringify(team!.data) !== JSON.stringify(admin!.data))
    faults.push(...differences(admin!.data, team!.data, [], () => false).map((each) => `team ${each}`));
  for (const [who, answer, words] of [
    ['outside', outside!, WORDS],
    ['scoped', scoped!, WORDS],
    ['member', member!, WORDS_FOR_MEMBERS],
  ] as const) {
    faults.push(...placesOf(words, [answer.data, answer.errors]).map((place) => `${who} is told ${place}`));
    if (holds(words, answer.headers)) faults.push(`${who} is told by headers: ${answer.headers}`);
  }
  faults.push(...outside!.errors.map((error) => `outside: ${error.message}: ${JSON.stringify((error as { path?: unknown }).path)}`));
  faults.push(...differences(admin!.data, outside!.data, WORDS, isFree).map((each) => `outside ${each}`));
  return faults;
}

const uniqueFaults = (faults: readonly string[]): string[] => [
  ...new Map(faults.map((fault) => [fault.replaceAll(/\d+/g, 'N').slice(0, 160), fault])).values(),
];

/** Whoever asks about what is hidden is answered as if there was nothing. */
async function twinFaults(query: string, variables: object = {}): Promise<string[]> {
  const text = JSON.stringify({ query, variables });
  const other = JSON.parse(twin(text)) as { query: string; variables: object };
  const faults = await Promise.all(
    ['outside', 'scoped'].map(async (who) => {
      const [hidden, nothing] = await Promise.all([told(who, query, variables), told(who, other.query, other.variables)]);
      return twinDifferences(hidden, nothing).map((each) => `${who} ${each}`);
    }),
  );
  return faults.flat();
}

function twinDifferences(hidden: Told, nothing: Told): string[] {
  const plainly = ({ data, errors }: Told): unknown => [
    data,
    errors.map(({ message, extensions: { code } }) => `${message} ${code}`).sort(),
  ];
  const [a, b] = [JSON.parse(twin(JSON.stringify(plainly(hidden)))), plainly(nothing)];
  return JSON.stringify(a) === JSON.stringify(b) ? [] : differences(b, a, [], () => false);
}

/** Documents of so many fields at most. */
function documents(fields: readonly string[], most = 20): string[] {
  const found: string[] = [];
  for (let at = 0; at < fields.length; at += most)
    found.push(
      `{ ${fields
        .slice(at, at + most)
        .map((field, index) => `f${at + index}: ${field}`)
        .join(' ')} }`,
    );
  return found;
}

const JAN = (day: number): string => `2026-01-0${day}T00:00:00Z`;
const sides = [plain, secret];
const criteria = [plain, secret].flatMap(({ word }) => [`${word}_auc`, `${word}_bias`]).map((criterion) => ({ criterion }));
const moments = [{ from: JAN(2), to: JAN(3), first: 100 }];
const places = sides.map(({ place }) => ({ environment: place }));
/** What fields are asked with that have to be asked with something. */
const ASKED: Asked = {
  '*.metrics': criteria,
  'Run.metrics': [{}],
  'Evaluation.metrics': [{}],
  '*.statisticsDiff': moments,
  'Deployment.servedAt': [4, 5, 6].map((day) => ({ at: JAN(day) })),
  'FeatureTable.materialisation': places.flatMap((place) => ['OFFLINE', 'ONLINE'].map((store) => ({ ...place, store }))),
  'WorkflowVersion.resolved': places.flatMap((place) => [place, { ...place, store: 'ONLINE' }]),
  'Version.diff': [{}],
  '*.entities': [{}, { deep: true }],
  'Tag.entities': [{}],
};
/** In one document, see src/graphql/limits.ts. */
const MOST_FIELDS = 950;
const asksHidden = (given: Arguments): boolean => namesHidden(JSON.stringify(given));

/** Numbers that count what somebody may not see too would tell of it; of these the story asks by itself. */
const COUNTS = /\.(referenceCount|changeCount|count|complete)$/;
/** Where pages end and cursors stand follows from what is in them. */
const PAGES = /\.pageInfo(\.|$)|\.cursor$/;
/** Scores may be those of before, or none. */
const SCORES = /\.scores(\.|$)|\.card$/;
const isFree = (path: string): boolean => COUNTS.test(path) || PAGES.test(path) || SCORES.test(path);

describe('each field of each kind', () => {
  test.each(STORED_KINDS)(
    '%s',
    async (kind) => {
      const ids = idsByKind.get(kind) ?? [];
      expect([kind, ids.some((id) => !namesHidden(id)), ids.some(namesHidden)]).toEqual([kind, true, true]);
      const type = kind.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const faults: string[] = [];
      const open = new SchemaWalk(schema, ASKED, (given) => !asksHidden(given)).everything(type, MOST_FIELDS);
      for (let at = 0; at < ids.length; at += 25)
        faults.push(
          ...(await faultsOf(
            `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${type} { ${open} } } }`,
            { ids: ids.slice(at, at + 25) },
            isFree,
          )),
        );
      const hidden = new SchemaWalk(schema, ASKED, asksHidden, false).everything(type, MOST_FIELDS);
      if (hidden.includes('('))
        faults.push(
          ...(await twinFaults(`query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ${type} { ${hidden} } } }`, { ids })),
        );
      expect(uniqueFaults(faults)).toEqual([]);
    },
    60_000,
  );
});

/** What lists are narrowed by, of each side: by the name of the filter's field, else by its type. */
const FILTERS: Readonly<Record<string, (side: Side) => readonly unknown[]>> = {
  owner: ({ person, team }) => [person, plainly(person), team],
  tag: ({ tag }) => [tag, plainly(tag)],
  term: ({ term }) => [term, plainly(term)],
  domain: ({ domain }) => [domain, plainly(domain)],
  source: ({ source }) => [source],
  dataset: ({ mart, raw }) => [mart, raw],
  table: ({ table }) => [table],
  segment: ({ segment }) => [segment],
  pipeline: ({ pipeline }) => [pipeline],
  feature: ({ feature }) => [feature],
  model: ({ model }) => [model],
  trainedOn: ({ raw, rawVersion }) => [raw, rawVersion],
  job: ({ join }) => [join],
  parent: ({ run, term, domain }) => [run, term, domain],
  computedBy: ({ pipelineVersion }) => [pipelineVersion],
  what: ({ trained, table }) => [trained, table],
  environment: ({ place }) => [place],
  namespace: ({ data, code, place }) => [data, code, place],
  nameContains: ({ word }) => [word, ...(word === SECRET ? [CLOSED] : [])],
  text: ({ word }) => [word],
  framework: ({ word }) => [`${word}-learn`],
  criterion: ({ word }) => [`${word}_auc`, `${word}_bias`, `${word}_lift`],
  metric: ({ word }) => ['auc', 'bias', 'gain', 'lift'].map((name) => ({ criterion: `${word}_${name}`, atLeast: 0 })),
  hasColumn: ({ word }) => [`${word}_amount`, ...(word === SECRET ? [`${CLOSED}_margin`] : [])],
  type: () => ['double', 'DATABASE'],
  accepts: () => ['double'],
  produces: () => ['double'],
  task: () => ['CLASSIFICATION'],
  integration: () => ['SPARK'],
  writtenWithin: () => ['P9000D'],
  since: () => [JAN(3)],
  until: () => [JAN(3)],
  updatedSince: () => [JAN(3)],
  writtenSince: () => [JAN(3)],
};

const plainly = (id: string): string => id.slice(id.indexOf('/') + 1);

function filtersOf(query: string): Arguments[] {
  const enums = new Set(['DataSourceType', 'ModelTask']);
  const values = (field: string, type: string): unknown[] | undefined => {
    if (enums.has(type) || type.endsWith('Kind') || type === 'Boolean') return undefined;
    const found = FILTERS[field]?.(plain).concat(FILTERS[field]!(secret));
    return found && [...new Set(found.filter((value) => field !== 'type' || (value === 'DATABASE') === (type !== 'String')))];
  };
  return new SchemaWalk(schema, {}).filtersOf(query, values);
}

const PAGE = '{ edges { cursor node { __typename ... on Node { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
/** Of what the catalog holds: all else is administrators'. */
const lists = (): string[] =>
  Object.values(schema.getQueryType()!.getFields())
    .filter(({ type }) => String(type).endsWith('Connection!'))
    .filter(({ type }) => {
      const node = schema.getType(String(type).replace('Connection!', '')) as GraphQLObjectType | undefined;
      return node?.getInterfaces().some(({ name }) => name === 'Node');
    })
    .map(({ name }) => name);

const written = (given: Arguments, query: string): string => new SchemaWalk(schema, {}).written(query, given);

describe('lists', () => {
  test('narrowed by anything hold what is seen; by what is hidden they are as narrowed by nothing', async () => {
    const asked = lists().flatMap((query) =>
      [{}, ...filtersOf(query)].map((given) => ({ given, text: `${query}${written({ first: 100, ...given }, query)} ${PAGE}` })),
    );
    const [open, hidden] = [asked.filter(({ given }) => !asksHidden(given)), asked.filter(({ given }) => asksHidden(given))];
    const faults: string[] = [];
    for (const document of documents(open.map(({ text }) => text))) faults.push(...(await faultsOf(document, {}, isFree)));
    for (const document of documents(hidden.map(({ text }) => text))) faults.push(...(await twinFaults(document)));
    expect(uniqueFaults(faults)).toEqual([]);
  }, 120_000);

  test('are the same when they are paged one by one', async () => {
    const queries = lists().filter((query) => query !== 'segments');
    const after: Record<string, string | null> = Object.fromEntries(queries.map((query) => [query, null]));
    const found: Record<string, string[]> = Object.fromEntries(queries.map((query) => [query, []]));
    const pages: string[] = [];
    for (let open = queries, steps = 0; open.length > 0 && steps < 100; steps++) {
      const given = (query: string) => written({ first: 1, ...(after[query] ? { after: after[query] } : {}) }, query);
      const { data, text } = await told('outside', `{ ${open.map((query) => `${query}${given(query)} ${PAGE}`).join(' ')} }`);
      pages.push(text);
      open = open.filter((query) => {
        const { edges, pageInfo } = data![query] as {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
        found[query]!.push(...edges.map(({ node }) => node.id));
        after[query] = pageInfo.endCursor;
        return pageInfo.hasNextPage;
      });
    }
    const { data } = await told('outside', `{ ${queries.map((query) => `${query}(first: 100) ${PAGE}`).join(' ')} }`);
    for (const query of queries)
      expect([query, found[query]]).toEqual([
        query,
        (data![query] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id),
      ]);
    expect(pages.flatMap((text) => placesOf(WORDS, JSON.parse(text)))).toEqual([]);
  }, 60_000);
});

describe('scores', () => {
  const AUC = { criterion: 'plain_auc', value: 0.5 };
  const others = [
    { criterion: 'plain_bias', value: 0.5 },
    { criterion: 'plain_gain', value: 0.95 },
    { criterion: 'plain_lift', value: 0.5 },
  ];
  const hidden = Number(`0.${DIGITS[SECRET]}`);
  const late = Number(`0.${DIGITS[CLOSED]}`);
  const [bias, , lift] = others;
  const lateGain = { criterion: 'plain_gain', value: late };
  const ofMember = [{ ...AUC, value: late }, bias, lateGain, lift];
  const ofAll = [...ofMember, { criterion: `${SECRET}_bias`, value: hidden }];

  test.each([
    ['admin', ofAll],
    ['team', ofAll],
    ['member', ofMember],
    ['outside', [AUC, ...others]],
    ['scoped', [AUC, ...others]],
  ])('%s is told the last that are of evaluations in sight', async (who, scores) => {
    const SCORES = '{ number scores { criterion value } }';
    const { data } = await told(
      who,
      `{ model(namespace: "${plain.code}", name: "plain-model") { card modelAliases { trainedModel ${SCORES} } trainedModels { nodes ${SCORES} } } trainedModels(filter: { model: "${plain.model}" }) { nodes ${SCORES} } }`,
    );
    const trained = { number: 1, scores };
    expect(data).toEqual({
      model: {
        card: expect.stringContaining(
          `- **plain-champion (1)**: ${scores.map((each) => `${each!.criterion} ${each!.value}`).join(', ')}\n`,
        ),
        modelAliases: [{ trainedModel: trained }],
        trainedModels: { nodes: [trained] },
      },
      trainedModels: { nodes: [trained] },
    });
  });

  test.each([
    [{ criterion: 'plain_auc', atLeast: 0.7 }, ['admin', 'team', 'member']],
    [{ criterion: 'plain_auc', atMost: 0.6 }, ['outside', 'scoped']],
    [{ criterion: 'plain_auc', atLeast: 0.4, atMost: 0.6 }, ['outside', 'scoped']],
    [{ criterion: 'plain_gain', atLeast: 0.9 }, ['outside', 'scoped']],
    [{ criterion: `${SECRET}_bias` }, ['admin', 'team']],
    [{ criterion: 'plain_lift' }, ['admin', 'team', 'member', 'outside', 'scoped']],
    [{ criterion: 'nobody' }, []],
  ])('by %j models are found by %j', async (metric, finders) => {
    const query =
      'query ($metric: MetricFilter!) { models(filter: { metric: $metric, nameContains: "plain" }) { nodes { id } } trainedModels(filter: { metric: $metric, nameContains: "plain" }) { nodes { id } pageInfo { hasNextPage } } }';
    for (const who of ['admin', 'team', 'member', 'outside', 'scoped']) {
      const isFound = finders.includes(who);
      expect([who, (await told(who, query, { metric })).data]).toEqual([
        who,
        {
          models: { nodes: isFound ? [{ id: plain.model }] : [] },
          trainedModels: { nodes: isFound ? [{ id: plain.trained }] : [], pageInfo: { hasNextPage: false } },
        },
      ]);
    }
  });
});

/** Questions that have arguments of their own, about one side. */
function questionsAbout(side: Side): string[] {
  const q = (value: unknown): string => JSON.stringify(value);
  const SUMMARY = '{ __typename id name }';
  const LINEAGE = `{ root { id } nodes { distance entity { __typename id ... on Entity { name } } } edges { from to kind via evidence { by method job { id } lastRun { id } } } counts { kind count } frontier maxDistance complete pageInfo { hasNextPage startCursor endCursor } }`;
  const PROBLEMS = '{ rule path message remedy }';
  const [, code, data] = [side.word, side.code, side.data];
  const nodes = `[{ id: "a", kind: SOURCE, dataset: ${q(side.raw)} }, { id: "b", kind: PIPELINE, inputs: ["a"], pipelineVersion: ${q(side.pipelineVersion)} }, { id: "m", kind: MERGE, inputs: ["b", "t"], merge: { how: CUSTOM, segmentVersion: ${q(side.segmentVersion)} } }, { id: "t", kind: SOURCE, dataset: ${q(side.table)} }, { id: "z", kind: SINK, inputs: ["m"], dataset: ${q(side.mart)} }]`;
  const about = (id: string): string[] =>
    ['UPSTREAM', 'DOWNSTREAM', 'BOTH'].map((direction) => `lineage(id: ${q(id)}, direction: ${direction}) ${LINEAGE}`);
  return [
    ...[side.mart, side.join, side.model, side.deployment, side.table, side.workflowVersion].flatMap(about),
    ...['ASSET', 'COLUMN'].flatMap((level) =>
      [side.mart, side.total, side.amount, side.feature]
        .filter((id) => level === 'COLUMN' || !id.includes('#'))
        .map((id) => `lineage(id: ${q(id)}, direction: BOTH, level: ${level}, includeIndirect: true) ${LINEAGE}`),
    ),
    `lineage(id: ${q(side.mart)}, direction: BOTH, kinds: [DATASET], first: 2) ${LINEAGE}`,
    `lineage(id: ${q(side.mart)}, direction: UPSTREAM, depth: 1) ${LINEAGE}`,
    `artifact(hash: ${q(side.artifact.split(':')[1])}) ${SUMMARY}`,
    `dataSource(namespace: ${q(data)}) ${SUMMARY}`,
    `dataset(namespace: ${q(data)}, name: "${side.word}_mart") ${SUMMARY}`,
    `dataset(namespace: ${q(secret.data)}, name: "${SECRET}_alias") ${SUMMARY}`,
    `deployment(environment: "plain-place", name: "${side.word}-endpoint") ${SUMMARY}`,
    `domain(name: ${q(side.domain.split('/')[1])}) ${SUMMARY}`,
    `environment(name: ${q(side.place)}) ${SUMMARY}`,
    `featureTable(namespace: ${q(code)}, name: "${side.word}-table") ${SUMMARY}`,
    `job(namespace: ${q(code)}, name: "${side.word}_join") ${SUMMARY}`,
    `model(namespace: ${q(code)}, name: "${side.word}-model") ${SUMMARY}`,
    `pipeline(namespace: ${q(code)}, name: "${side.word}-pipeline") ${SUMMARY}`,
    `run(externalId: "${side.word}-run") ${SUMMARY}`,
    `run(namespace: ${q(code)}, externalId: "${side.word}-run") ${SUMMARY}`,
    `segment(namespace: ${q(code)}, name: "${side.word}-segment") ${SUMMARY}`,
    `term(name: ${q(side.term.split('/')[1])}) ${SUMMARY}`,
    `trainedModel(namespace: ${q(code)}, model: "${side.word}-model", number: 1) ${SUMMARY}`,
    `workflow(namespace: ${q(code)}, name: "${side.word}-workflow") ${SUMMARY}`,
    ...Object.values(side)
      .filter((id): id is string => typeof id === 'string' && kindOf(id) !== undefined)
      .map((id) => `node(id: ${q(id)}) { __typename id }`),
    `nodes(ids: [${q(side.raw)}, ${q(side.amount)}]) { __typename id }`,
    `changes(ids: [${q(side.raw)}, ${q(plain.raw)}], first: 100) { nodes { entityId by change entity { id } } pageInfo { endCursor hasNextPage } }`,
    `pipelineSchema(pipelineVersion: ${q(side.pipelineVersion.replace(/1$/, '2'))}, input: [{ name: "id", type: "double" }]) { known output { name type } problems ${PROBLEMS} steps { step output { name } added { name } } }`,
    ...[true, false].map(
      (draft) =>
        `validateWorkflow(definition: { nodes: ${nodes} }, draft: ${draft}) { valid kind problems ${PROBLEMS} missing ${PROBLEMS} notes ${PROBLEMS} ${['a', 'b', 'm', 't'].map((node) => `${node}: columns(node: "${node}") { name type }`).join(' ')} }`,
    ),
    ...[side.word, ...(side === secret ? [CLOSED, `${CLOSED}_margin`, secret.raw, closed.column, `${CLOSED} gold`] : [])].flatMap(
      (text) => [
        `suggest(text: ${q(text)}) { entity { id name } places { start end } }`,
        `suggest(text: ${q(text.slice(0, 5))}) { entity { id name } places { start end } }`,
        `search(query: ${q(text)}, first: 100) ${SEARCH}`,
        `search(query: ${q(`plain ${text}`)}, first: 100) ${SEARCH}`,
      ],
    ),
  ];
}
const SEARCH =
  '{ count complete words edges { cursor node { id name } matched { field id snippet words } } facets { by values { value label count } } pageInfo { endCursor hasNextPage } }';

describe('questions about one thing', () => {
  test('are answered in full about what is seen, without what is hidden', async () => {
    const fields = [
      ...questionsAbout(plain),
      ...filtersOf('search')
        .filter((given) => !asksHidden(given))
        .map((given) => `search${written({ first: 100, ...given }, 'search')} ${SEARCH}`),
    ];
    const faults: string[] = [];
    for (const document of documents(
      fields.filter((text) => !namesHidden(text)),
      10,
    ))
      faults.push(
        ...(await faultsOf(
          document,
          {},
          (path) => isFree(path) || /\.f\d+\.(edges|frontier|nodes|counts|known)|facets|matched|output|steps/.test(path),
        )),
      );
    expect(uniqueFaults(faults)).toEqual([]);
  }, 120_000);

  test('are answered about what is hidden as about nothing', async () => {
    const fields = [
      ...questionsAbout(secret),
      ...filtersOf('search')
        .filter(asksHidden)
        .map((given) => `search${written({ first: 100, ...given }, 'search')} ${SEARCH}`),
    ];
    const faults: string[] = [];
    // What is refused takes the answers to all else in its document away.
    const isRefused = (text: string): boolean => /^(lineage|pipelineSchema)/.test(text);
    const alone = fields.filter(isRefused).map((text) => `{ ${text} }`);
    for (const document of [
      ...documents(
        fields.filter((text) => !isRefused(text)),
        10,
      ),
      ...alone,
    ])
      faults.push(...(await twinFaults(document)));
    expect(uniqueFaults(faults)).toEqual([]);
  }, 120_000);
});

/** Positions at which everything that is hidden changed last, as the administrator sees it. */
async function hiddenPositions(): Promise<unknown> {
  const ids = [...idsByKind.values()].flat().filter(namesHidden);
  const found: unknown[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { lastPosition } } }';
    found.push((await told('admin', query, { ids: ids.slice(at, at + 100) })).data);
  }
  return found;
}

const change = (mutation: string, input: object): readonly [string, object] => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return [
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { receipts { outcome problems { rule path message remedy } } } }`,
    { input },
  ];
};

/** By an editor, with ids of what is hidden; the rest of it is right. */
function changesByIds(side: Side): (readonly [string, object])[] {
  const { code } = plain;
  const serving = [{ what: side.trained, image: 'x:1', digest: `sha256:${'0a'.repeat(32)}` }];
  const features = [{ name: 'x', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }];
  const nodes = [
    { id: 'a', kind: 'SOURCE', dataset: side.raw },
    { id: 'b', kind: 'PIPELINE', inputs: ['a'], pipelineVersion: side.pipelineVersion },
    { id: 'c', kind: 'SINK', inputs: ['b'], dataset: side.mart },
  ];
  const model = { namespace: code, name: 'x', task: 'CLASSIFICATION', learning: 'UNSUPERVISED' };
  return [
    ...[
      side.raw,
      side.amount,
      side.join,
      side.run,
      side.person,
      side.tag,
      side.term,
      side.domain,
      side.segment,
      side.artifact,
      side.release,
    ].flatMap((id) => [
      change('describe', { id, text: 'mine' }),
      change('attachTag', { id, tag: plain.tag }),
      change('attachTerm', { id, term: plain.term }),
      change('assignOwner', { id, owner: plain.person }),
      change('assignDomain', { id, domain: plain.domain }),
      change('remove', { id, ban: false }),
      change('removeOwner', { id, owner: plain.person }),
      change('detachTag', { id, tag: plain.tag }),
      change('detachTerm', { id, term: plain.term }),
    ]),
    change('registerModel', {
      ...model,
      features: [side.feature],
      train: side.pipelineVersion,
      evaluate: side.segmentVersion,
      label: { name: 'l', dataType: 'DOUBLE', column: side.amount },
    }),
    change('recordTrainedModel', { model: side.model }),
    change('recordTrainedModel', { model: plain.model, trainedOn: [side.raw, side.rawVersion], run: side.run, artifacts: [side.artifact] }),
    change('recordEvaluation', { trainedModel: side.trained, metrics: [{ criterion: 'x', value: 1 }] }),
    change('recordEvaluation', { trainedModel: plain.trained, dataset: side.raw, run: side.run, metrics: [{ criterion: 'x', value: 1 }] }),
    change('recordPredictionSet', {
      namespace: code,
      name: 'x',
      dataset: side.mart,
      input: side.raw,
      run: side.run,
      trainedModel: side.trained,
    }),
    change('recordStatistics', { id: side.raw, at: JAN(3), rowCount: 1 }),
    change('recordStatistics', { id: side.table, at: JAN(3), rowCount: 1 }),
    change('registerFeatureTable', {
      namespace: code,
      name: 'x',
      computedBy: side.pipelineVersion,
      features: features.map((feature) => ({ ...feature, computedBy: side.segmentVersion })),
      materialisations: [{ name: 'm', store: 'OFFLINE', environment: 'plain-place', dataset: side.mart }],
    }),
    change('publishWorkflow', { namespace: code, name: 'x', definition: { nodes } }),
    change('publishPipeline', { namespace: code, name: 'x', steps: [{ namespace: side.code, segment: `${side.word}-segment` }] }),
    change('publishPipeline', {
      namespace: code,
      name: 'x',
      steps: [{ namespace: side.code, segment: `${side.word}-segment`, number: 1 }],
    }),
    change('deploy', { environment: 'plain-place', name: 'x', serving }),
    change('deploy', { environment: 'plain-place', name: 'x', serving: [{ what: plain.trained, artifacts: [side.artifact] }] }),
    change('promote', { deployment: side.deployment }),
    change('rollBack', { deployment: side.deployment }),
    change('retire', { deployment: side.deployment }),
    change('reportDeploymentStatus', { deployment: side.deployment, status: 'DOWN' }),
    change('approveDeployment', { what: side.trained, environment: 'plain-place' }),
    change('setModelAlias', { model: side.model, alias: 'x', number: 1 }),
    change('setModelStage', { id: side.trained, stage: 'RETIRED' }),
    change('updateIncident', { id: `incident:${side.code}/${side.word}`, note: 'mine' }),
  ];
}

/** What would be made, or changed, by its name; or made beside what has that name. */
function changesByNames(): (readonly [string, object])[] {
  const { code, word } = secret;
  const plainly = (id: string): string => id.slice(id.indexOf('/') + 1);
  const features = [{ name: 'x', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }];
  return [
    change('publishSegment', { namespace: code, name: `${word}-segment`, definition: { fits: 'NONE' } }),
    change('publishPipeline', { namespace: code, name: `${word}-pipeline`, steps: [{ namespace: plain.code, segment: 'plain-segment' }] }),
    change('publishWorkflow', { namespace: code, name: `${word}-workflow`, draft: true, definition: { nodes: [] } }),
    change('registerModel', { namespace: code, name: `${word}-model`, task: 'CLASSIFICATION', learning: 'UNSUPERVISED' }),
    change('registerFeatureTable', { namespace: code, name: `${word}-table`, features }),
    change('registerDataSource', { namespace: secret.data, name: 'mine' }),
    change('registerArtifact', { hash: HASHES[0], name: 'mine' }),
    change('recordPredictionSet', { namespace: code, name: `${word}-predictions`, dataset: plain.mart, trainedModel: plain.trained }),
    change('deploy', { environment: 'plain-place', name: `${word}-endpoint`, serving: [{ what: plain.trained }] }),
    change('deploy', { environment: secret.place, name: 'x', serving: [{ what: plain.trained }] }),
    change('approveDeployment', { what: plain.trained, environment: secret.place }),
    change('setEnvironmentPolicy', { environment: secret.place, requiresApproval: true }),
    change('defineTerm', { name: plainly(secret.term), description: 'mine' }),
    change('defineTerm', { name: 'x', parent: secret.term }),
    change('defineDomain', { name: plainly(secret.domain), description: 'mine' }),
    ...[(id: string) => id, plainly].flatMap((named) => [
      change('attachTag', { id: plain.raw, tag: named(secret.tag) }),
      change('attachTerm', { id: plain.raw, term: named(secret.term) }),
      change('assignOwner', { id: plain.raw, owner: named(secret.person) }),
      change('assignDomain', { id: plain.raw, domain: named(secret.domain) }),
    ]),
  ];
}

describe('an editor', () => {
  test('changes what is hidden as little as what is not there, and is told the same', async () => {
    const before = await hiddenPositions();
    const asked = changesByIds(secret);
    const all = await Promise.all(
      asked.map(async ([query, variables]) => {
        const other = JSON.parse(twin(JSON.stringify(variables))) as object;
        const [hidden, nothing] = [await told('editor', query, variables), await told('editor', query, other)];
        const applied = /"(APPLIED|UNCHANGED|HELD)"/.test(hidden.text) ? [`was told ${hidden.text}`] : [];
        return [...twinDifferences(hidden, nothing), ...applied].map((each) => `${JSON.stringify(variables)} ${each}`);
      }),
    );
    expect(all.flat()).toEqual([]);
    expect(await hiddenPositions()).toEqual(before);
  }, 60_000);

  test('makes nothing of a name that something hidden has', async () => {
    const before = await hiddenPositions();
    const faults: string[] = [];
    for (const [query, variables] of changesByNames()) {
      const answer = await told('editor', query, variables);
      if (/"(APPLIED|UNCHANGED|HELD)"/.test(answer.text)) faults.push(`${query} ${JSON.stringify(variables)}: ${answer.text}`);
    }
    expect(faults).toEqual([]);
    expect(await hiddenPositions()).toEqual(before);
  }, 60_000);

  test('is not told of what a release served that he may not see', async () => {
    const [query, variables] = change('rollBack', { deployment: plain.deployment, to: 2 });
    const answer = await told('editor', query, variables);
    expect(answer.text).not.toMatch(/APPLIED/);
    expect(placesOf(WORDS.slice(0, 2), JSON.parse(answer.text))).toEqual([]);
  });

  test('neither downloads what is hidden nor learns of it by uploading it', async () => {
    const client = new ArtifactClient(app.url, world.tokens.editor!);
    const [hash] = HASHES as [string];
    const nothing = sha256(Buffer.from('nothing'));
    for (const method of ['GET', 'HEAD']) {
      const [one, other] = [await client.send(method, `/${hash}`), await client.send(method, `/${nothing}`)];
      expect([one.status, { ...one.json, requestId: 0 }]).toEqual([
        other.status,
        JSON.parse(JSON.stringify({ ...other.json, requestId: 0 }).replace(nothing, hash)),
      ]);
      expect(holds(WORDS.slice(0, 2), one.body.toString() + JSON.stringify(one.headers))).toBe(false);
    }
    // Without having the content.
    const guess = await client.put(hash, Buffer.alloc(secret.content.length));
    expect([guess.status, guess.json.code]).toEqual([422, 'WRONG_CONTENT']);
    expect((await client.put(hash, Buffer.from('short'))).json.code).toBe('WRONG_CONTENT');
    expect((await client.progress(hash, secret.content.length)).status).toBe(308);
  });
});

test('a program reports what it saw of something that its people may not see', async () => {
  const event = {
    eventTime: JAN(7),
    producer: 'https://plain.example/other',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: 'plain-reported' },
    job: { namespace: plain.code, name: 'plain_reporting' },
    outputs: [{ namespace: secret.data, name: `${SECRET}_raw` }],
  };
  await world.post(event, 'connector');
});

/** What is told since the beginning, until all that has happened was told. */
const SUBSCRIPTIONS = {
  changes: 'changes(after: "0") { ... on Change { entityId by change entity { id name } }',
  connectorStatus: 'connectorStatus(after: "0") { ... on ConnectorStatus { connector { id name } isNew }',
  lineageChanged: `lineageChanged(after: "0", id: "${plain.mart}", direction: BOTH) { ... on Change { entityId by change entity { id name } }`,
  runStatus: 'runStatus(after: "0") { ... on RunStatus { state run { id name job { id name } parent { id } } }',
};

describe('over a socket', () => {
  test.each(Object.entries(SUBSCRIPTIONS))(
    '%s tells of what is seen',
    async (name, fields) => {
      const toldTo = async (who: string): Promise<readonly object[]> => {
        const client = new LiveClient(app.url, { authorization: `Bearer ${world.tokens[who]}` });
        const query = `subscription { ${fields} ... on Heartbeat { heardAt: at } } }`;
        const heard = client.subscribe<Record<string, { heardAt?: string }>, object>(query, {});
        const data = await heard.until((told) => told.some((each) => each[name]?.heardAt !== undefined));
        heard.stop();
        await client.close();
        return [...data.map((each) => each[name]!).filter(({ heardAt }) => heardAt === undefined), ...heard.errors];
      };
      const [all, seen] = [await toldTo('admin'), await toldTo('outside')];
      expect(all.length).toBeGreaterThan(0);
      expect(uniqueFaults([...placesOf(WORDS, seen), ...differences(all, seen, WORDS, () => false)])).toEqual([]);
    },
    30_000,
  );
});
