import { expect } from '@jest/globals';
import type { NewToken } from '../../src/access/tokens.js';
import { evaluationId } from '../../src/catalog/evaluation/evaluation.js';
import { columnId, datasetId, entityId, featureOf, jobId, runId } from '../../src/catalog/id.js';
import { ArtifactClient, sha256 } from './artifact-client.js';
import { ask } from './ask.js';
import type { TestApp } from './test-app.js';
import { issueTo } from './token.js';

/** In every name and text of what is closed, and lies outside of the scope of who has one. */
export const SECRET = 'xanthorne';
/** The same of what is closed and lies in that scope, or belongs to the words that the catalog is spoken of in. */
export const CLOSED = 'quastimel';
/** Words of the same length that nothing has. */
export const NOTHING: Readonly<Record<string, string>> = { [SECRET]: 'nullberry', [CLOSED]: 'voidmarsh' };

/** The digits of what is measured of hidden things: no other number has them. */
export const DIGITS: Readonly<Record<string, string>> = { [SECRET]: '73159264', [CLOSED]: '84260375' };
const wholeOf = (word: string, otherwise: number): number => (DIGITS[word] ? Number(DIGITS[word]) : otherwise);
const partOf = (word: string, otherwise: number): number => (DIGITS[word] ? Number(`0.${DIGITS[word]}`) : otherwise);

const SPEC = 'https://openlineage.io/spec';
const JAN = (day: number): string => `2026-01-0${day}T00:00:00Z`;

/** What is called by a word: everything that the catalog can hold, by what it is. */
export function idsOf(word: string) {
  const [data, code, place] = [`postgres://${word}.example:5432`, `${word}-code`, word === 'plain' ? 'plain-place' : `${CLOSED}-place`];
  const vocabulary = word === SECRET ? CLOSED : word;
  const model = entityId('MODEL', code, `${word}-model`);
  const table = entityId('FEATURE_TABLE', code, `${word}-table`);
  return {
    word,
    data,
    code,
    place,
    source: entityId('DATA_SOURCE', data),
    raw: datasetId(data, `${word}_raw`),
    mart: datasetId(data, `${word}_mart`),
    amount: columnId(datasetId(data, `${word}_raw`), `${word}_amount`),
    total: columnId(datasetId(data, `${word}_mart`), `${word}_total`),
    rawVersion: entityId('DATASET_VERSION', data, `${word}_raw`, `${word}-v1`),
    statistics: entityId('STATISTICS', data, `${word}_raw`, '2026-01-02 00:00:00'),
    load: jobId(code, `${word}_load`),
    join: jobId(code, `${word}_join`),
    run: runId(code, `${word}-run`),
    person: entityId('PERSON', 'default', `${vocabulary}-ana`),
    team: entityId('TEAM', 'default', `${vocabulary}-team`),
    tag: entityId('TAG', 'default', `${vocabulary}-gold`),
    term: entityId('TERM', 'default', `${vocabulary}-churn`),
    domain: entityId('DOMAIN', 'default', `${vocabulary}-risk`),
    environment: entityId('ENVIRONMENT', place),
    connector: entityId('CONNECTOR', 'default', `https://${vocabulary}.example/scheduler`),
    producer: `https://${vocabulary}.example/scheduler`,
    content: Buffer.from(`${word}, kept whole`),
    artifact: entityId('ARTIFACT', sha256(Buffer.from(`${word}, kept whole`))),
    segment: entityId('SEGMENT', code, `${word}-segment`),
    segmentVersion: entityId('SEGMENT_VERSION', code, `${word}-segment`, '1'),
    fitted: entityId('SEGMENT', code, `${word}-fitted`),
    pipeline: entityId('PIPELINE', code, `${word}-pipeline`),
    pipelineVersion: entityId('PIPELINE_VERSION', code, `${word}-pipeline`, '1'),
    workflow: entityId('WORKFLOW', code, `${word}-workflow`),
    workflowVersion: entityId('WORKFLOW_VERSION', code, `${word}-workflow`, '1'),
    table,
    tableVersion: entityId('FEATURE_TABLE_VERSION', code, `${word}-table`, '1'),
    feature: featureOf(table, `${word}_spend`),
    model,
    trained: entityId('TRAINED_MODEL', code, `${word}-model`, '1'),
    predictions: entityId('PREDICTION_SET', code, `${word}-predictions`),
    deployment: entityId('DEPLOYMENT', 'plain-place', `${word}-endpoint`),
    release: entityId('RELEASE', 'plain-place', `${word}-endpoint`, '1'),
  };
}
export type Side = ReturnType<typeof idsOf>;

export const plain = idsOf('plain');
export const secret = idsOf(SECRET);
/** Closed parts of what is seen. */
export const closed = {
  dataset: datasetId(plain.data, `${CLOSED}_mid`),
  column: columnId(plain.raw, `${CLOSED}_margin`),
  feature: featureOf(plain.table, `${CLOSED}_mood`),
  run: runId(plain.code, `${CLOSED}-run`),
  child: jobId(plain.code, `${CLOSED}_child`),
  artifact: entityId('ARTIFACT', sha256(Buffer.from(`${CLOSED}, kept whole`))),
  evaluation: evaluationId(plain.trained, '2026-01-06 00:00:00', plain.mart),
  /** Of a trend that what is hidden made. */
  incident: entityId('INCIDENT', plain.code, `plain-model 1 plain_lift TREND 2026-01-04 00:00:00 ${plain.raw}`),
};
export const CLOSING = entityId('TAG', 'default', 'closing');
export const RISK = entityId('TEAM', 'default', 'risk');
/** What lies where the scope of the one who has one is. */
export const SCOPES = [`namespace:${plain.data}`, `namespace:${plain.code}`];

/** Everything there is to know of each other, half of it closed to all but one team. */
export class GuardedWorld {
  constructor(
    private readonly app: Pick<TestApp, 'url' | 'token'>,
    readonly tokens: Record<string, string> = { admin: app.token },
  ) {}

  async build(): Promise<void> {
    const issued = Object.entries<NewToken>({
      outside: { name: 'olaf', role: 'READER' },
      team: { name: 'rita', role: 'READER', teams: [RISK] },
      scoped: { name: 'sara', role: 'READER', scopes: SCOPES },
      member: { name: 'mona', role: 'READER', scopes: SCOPES, teams: [RISK] },
      editor: { name: 'eddy', role: 'STEWARD' },
      connector: { name: 'airflow', role: 'CONNECTOR' },
      closed: { name: `${CLOSED}-ana`, role: 'STEWARD' },
    });
    await Promise.all(
      issued.map(async ([name, input]) => {
        this.tokens[name] = await issueTo(this.app.url, this.app.token, input);
      }),
    );
    await this.data();
    await this.vocabulary();
    await this.code();
    await this.tables();
    await this.models();
    await this.workflows();
    await this.deployments();
    await this.attach();
    await this.close();
  }

  /** Whoever says it, by default the administrator; answers the id of what it made or changed. */
  async say(mutation: string, input: object, who = 'admin'): Promise<string> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const said = `mutation ($input: ${type}!) { said: ${mutation}(input: $input) { receipts { id outcome problems { rule path message } } } }`;
    const { data, errors } = await ask(this.app.url, this.tokens[who], said, { input });
    const [receipt] = (data?.said as { receipts: { id: string; outcome: string; problems: object[] }[] } | undefined)?.receipts ?? [];
    expect({ mutation, errors, receipt }).toMatchObject({
      errors: [],
      receipt: { problems: [], outcome: expect.stringMatching(/APPLIED|UNCHANGED/) },
    });
    return receipt!.id;
  }

  private async data(): Promise<void> {
    for (const { word, data } of [plain, secret])
      await this.say('registerDataSource', {
        namespace: data,
        name: `${word} system`,
        type: 'DATABASE',
        place: { dataCenter: `${word} cellar` },
        access: { uri: `${data}/${word}`, instructions: `Ask ${word}` },
      });
    await this.told({ job: plain.load, run: 'plain-load-1', outputs: [plain.raw, closed.dataset, secret.raw], at: 1 });
    await this.told({ job: secret.load, run: `${SECRET}-load-1`, inputs: [plain.raw], outputs: [secret.raw], at: 1 });
    await this.told({
      job: plain.join,
      run: `${CLOSED}-run`,
      inputs: [plain.raw, secret.raw, closed.dataset],
      outputs: [plain.mart],
      at: 2,
    });
    for (const { producer, at } of [plain, secret].map(({ producer }, at) => ({ producer, at: 3 + at })))
      await this.told({
        job: plain.join,
        run: `plain-run${at === 3 ? '' : '-2'}`,
        inputs: [plain.raw, secret.raw, closed.dataset],
        outputs: [plain.mart, secret.mart],
        producer,
        at,
        columns: [plain.amount, secret.amount, closed.column],
      });
    await this.told({
      job: secret.join,
      run: `${SECRET}-run`,
      inputs: [plain.raw, secret.raw],
      outputs: [plain.mart, secret.mart],
      producer: secret.producer,
      at: 5,
      columns: [plain.amount, secret.amount],
      facets: {
        errorMessage: { message: `${SECRET} failed`, programmingLanguage: 'Java', stackTrace: `at ${SECRET}` },
        custom: { about: SECRET },
      },
    });
    // Part of a job that is hidden; and seen, with a parent that is not.
    await this.told({ job: closed.child, run: `${CLOSED}-child-run`, inputs: [plain.raw], at: 6, parent: secret.run });
    await this.told({ job: jobId(plain.code, 'plain_step'), run: 'plain-step-run', inputs: [plain.raw], at: 6, parent: closed.run });
    await this.told({ job: plain.load, run: 'plain-load-2', outputs: [datasetId(plain.data, 'plain_aliased')], at: 6, symlink: true });
  }

  /** An event of a scheduler. `columns`: what the total of a mart is computed from. */
  private async told(story: {
    job: string;
    run: string;
    at: number;
    inputs?: readonly string[];
    outputs?: readonly string[];
    producer?: string;
    columns?: readonly string[];
    facets?: object;
    parent?: string;
    symlink?: boolean;
  }): Promise<void> {
    const { inputs = [], outputs = [], producer = plain.producer, columns, parent } = story;
    const facet = (content: object): object => ({ _producer: producer, _schemaURL: `${SPEC}/facets/1-0-0/F.json#/$defs/F`, ...content });
    const facets = Object.fromEntries(Object.entries(story.facets ?? {}).map(([name, content]) => [name, facet(content)]));
    if (parent) {
      const [namespace, externalId] = namesIn(parent);
      const job = parent === secret.run ? secret.join : plain.join;
      facets.parent = facet({ run: { runId: externalId }, job: { namespace, name: namesIn(job)[1] } });
    }
    const output = (id: string): object => {
      const { facets: known, ...named } = this.described(id, facet);
      const fields = { [`${wordOf(id)}_total`]: { inputFields: (columns ?? []).map(fieldOf) } };
      const symlinks = facet({ identifiers: [{ namespace: secret.data, name: `${SECRET}_alias`, type: 'TABLE' }] });
      return {
        ...named,
        facets: { ...known, ...(columns && { columnLineage: facet({ fields }) }), ...(story.symlink && { symlinks }) },
      };
    };
    const [jobNamespace, jobName] = namesIn(story.job);
    await this.post({
      eventType: 'COMPLETE',
      eventTime: JAN(story.at),
      producer,
      schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
      run: { runId: story.run, facets },
      job: {
        namespace: jobNamespace,
        name: jobName,
        facets: {
          sql: facet({ query: `select ${wordOf(story.job)}` }),
          documentation: facet({ description: `The job of ${wordOf(story.job)}` }),
        },
      },
      inputs: inputs.map((id) => this.described(id, facet)),
      outputs: outputs.map(output),
    });
  }

  private described(id: string, facet: (content: object) => object): { namespace: string; name: string; facets: object } {
    const [namespace, name] = namesIn(id) as [string, string];
    const word = wordOf(id);
    const isRaw = name.endsWith('_raw');
    const columns = isRaw ? ['id', `${word}_amount`, ...(word === 'plain' ? [`${CLOSED}_margin`, 'city'] : [])] : ['id', `${word}_total`];
    return {
      namespace,
      name,
      facets: {
        schema: facet({ fields: columns.map((column) => ({ name: column, type: 'double', description: `The ${column}` })) }),
        documentation: facet({ description: `What ${word} holds` }),
        ...(isRaw && { version: facet({ datasetVersion: `${word}-v1` }) }),
      },
    };
  }

  async post(event: object, who = 'admin'): Promise<void> {
    const response = await fetch(`${this.app.url}/api/v1/lineage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.tokens[who]}` },
      body: JSON.stringify(event),
    });
    expect([response.status, await response.text()]).toEqual([201, expect.anything()]);
  }

  private async vocabulary(): Promise<void> {
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const) {
      const named = { description: `What ${side.person.split('/')[1]} means` };
      await this.say('defineTerm', { ...named, name: nameOf(side.term), related: [other.term] });
      await this.say('defineTerm', { ...named, name: `${nameOf(side.term)}-below`, parent: other.term, related: [side.term] });
      await this.say('defineDomain', { ...named, name: nameOf(side.domain) });
      await this.say('defineDomain', { ...named, name: `${nameOf(side.domain)}-below`, parent: other.domain });
      await Promise.all(
        [plain.raw, secret.raw].flatMap((id) => [
          this.say('attachTag', { id, tag: side.tag }),
          this.say('attachTerm', { id, term: side.term }),
          ...[side.person, side.team].map((owner) => this.say('assignOwner', { id, owner })),
        ]),
      );
      const described = [side.tag, side.person, side.team, side.connector];
      await Promise.all(described.map((id) => this.say('describe', { id, text: `Known as ${nameOf(side.tag)}` })));
    }
    await this.say('assignDomain', { id: plain.raw, domain: secret.domain });
    await this.say('assignDomain', { id: plain.mart, domain: plain.domain });
    await this.say('assignDomain', { id: secret.raw, domain: plain.domain });
  }

  private async code(): Promise<void> {
    for (const word of ['plain', SECRET, CLOSED]) {
      const client = new ArtifactClient(this.app.url, this.app.token);
      const { status } = await client.post(Buffer.from(`${word}, kept whole`), `?name=${word}.jar&kind=JAR`, {
        'content-type': 'text/plain',
      });
      expect(status).toBe(201);
    }
    for (const { word, code, artifact } of [plain, secret]) {
      const location = { repository: `https://git.example/${word}`, path: `${word}.py`, commit: 'abc', entryPoint: word };
      const named = { namespace: code, description: `What ${word} does` };
      const adds = [{ name: `${word}_score`, type: 'double' }];
      await this.say('publishSegment', {
        ...named,
        name: `${word}-segment`,
        label: `${word}-label`,
        definition: {
          fits: 'NONE',
          code: { ...location, artifact },
          params: [{ name: `${word}Column`, type: 'string' }],
          schema: { needs: [], adds },
        },
      });
      await this.say('publishSegment', { ...named, name: `${word}-twin`, definition: { fits: 'NONE', schema: { needs: [], adds: [] } } });
      await this.say('publishSegment', {
        ...named,
        name: `${word}-fitted`,
        definition: { fits: 'TRANSFORMATION', schema: { needs: [], adds: [{ name: `${word}_index`, type: 'double' }] } },
      });
      await this.say('publishSegment', {
        ...named,
        name: `${word}-merge`,
        definition: { fits: 'NONE', schema: { needs: [], adds: [], dynamic: 'UNKNOWN' } },
      });
      const classifier = {
        fits: 'PREDICTOR',
        estimator: { task: 'CLASSIFICATION' },
        schema: { needs: [], adds: [{ name: `${word}_prediction`, type: 'double' }] },
      };
      await this.say('publishSegment', { ...named, name: `${word}-classifier`, definition: classifier });
    }
    const step = ({ word, code }: Side, segment = 'segment', more: object = {}) => ({
      namespace: code,
      segment: `${word}-${segment}`,
      ...more,
    });
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const) {
      const { code, word } = side;
      const publish = (name: string, steps: object[]) =>
        this.say('publishPipeline', { namespace: code, name: `${word}-${name}`, description: `What ${word} makes`, steps });
      await publish('pipeline', [step(side)]);
      await publish('pipeline', [step(side), step(other, 'segment', { params: { [`${other.word}Column`]: other.word } })]);
      await publish('fitted', [step(side, 'fitted'), step(other, 'fitted')]);
    }
  }

  private async tables(): Promise<void> {
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const) {
      const { code, word, place } = side;
      const feature = (name: string, more: object = {}) => ({
        name,
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: `How ${name} it is`,
        ...more,
      });
      const held = (of: Side, name: string, store: string) => ({
        name,
        store,
        environment: of.place,
        dataset: of.mart,
        location: `\${lake}/${of.word}/features`,
      });
      const columns = [
        { column: `${word}_total`, materialisation: `${word}-lake` },
        { column: `${other.word}_total`, materialisation: `${other.word}-cache` },
      ];
      const input = {
        namespace: code,
        name: `${word}-table`,
        description: `Features of ${word}`,
        computedBy: other.pipelineVersion,
        keys: [{ name: `${word}_id`, dataType: 'LONG' }],
        features: [
          feature(`${word}_spend`, { computedBy: other.segmentVersion, columns }),
          feature(`${side === plain ? CLOSED : word}_mood`, { expression: `sum(${side === plain ? CLOSED : word})`, columns }),
        ],
        materialisations: [held(side, `${word}-lake`, 'OFFLINE'), held(other, `${other.word}-cache`, 'ONLINE')],
        bindings: [...new Set([place, other.place])].map((environment) => ({
          environment,
          values: [{ name: 'lake', value: 's3://lake' }],
        })),
      };
      await this.say('registerFeatureTable', input);
      await this.say('registerFeatureTable', { ...input, cadence: 'P1D' });
      for (const day of [2, 3])
        await this.say('recordStatistics', {
          id: side.raw,
          at: JAN(day),
          rowCount: wholeOf(side.word, day * 10),
          fields: [`${word}_amount`, ...(side === plain ? [`${CLOSED}_margin`, 'city'] : [])]
            .filter((name) => name !== 'city' || day === 3)
            .map((name) => ({
              name,
              count: day * 10,
              mean: wholeOf([CLOSED, SECRET].find((word) => name.startsWith(word)) ?? '', day),
              topValues: [{ value: name, count: day }],
            })),
        });
    }
  }

  private async models(): Promise<void> {
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const) {
      const { word, code, model } = side;
      const closedFeature = side === plain ? [closed.feature] : [];
      const closedColumn = side === plain ? closed.column : secret.amount;
      await this.say('registerModel', {
        namespace: code,
        name: `${word}-model`,
        description: `Tells ${word}`,
        task: 'CLASSIFICATION',
        learning: 'SUPERVISED',
        framework: `${word}-learn`,
        label: { name: `${word}_label`, dataType: 'DOUBLE', column: closedColumn },
        features: [plain.feature, secret.feature, ...closedFeature],
        train: other.pipelineVersion,
        predict: side.pipelineVersion,
        evaluate: other.segmentVersion,
        hyperparameters: [{ name: `${word}_trees`, type: 'int', default: wholeOf(word, 1) }],
        criteria: [
          { name: `${word}_auc`, direction: 'HIGHER_IS_BETTER', threshold: partOf(word, 0.9), required: true },
          { name: `${word}_lift`, direction: 'HIGHER_IS_BETTER', trend: { last: 1, before: 2 } },
        ],
        owner: other.person,
        tags: [other.tag],
      });
      await this.say('recordTrainedModel', {
        model,
        trainedAt: JAN(3),
        run: other.run === plain.run ? runId(plain.code, 'plain-run') : other.run,
        trainedOn: [side.raw, other.raw, other.rawVersion],
        artifacts: [side.artifact, ...(side === plain ? [closed.artifact] : [plain.artifact])],
        metrics: ['auc', 'gain'].map((criterion) => ({ criterion: `${word}_${criterion}`, value: partOf(word, 0.95) })),
        aliases: [`${word}-champion`],
        signature: { inputs: [{ name: `${word}_in`, type: 'double' }], outputs: [{ name: `${word}_out`, type: 'double' }] },
      });
    }
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const)
      for (const [day, on] of [
        [2, other],
        [3, other],
        [4, side],
        [5, other],
      ] as const)
        await this.evaluated(side, day, on);
    await this.say('recordEvaluation', {
      trainedModel: plain.trained,
      at: JAN(6),
      dataset: plain.mart,
      metrics: ['auc', 'gain'].map((criterion) => ({ criterion: `plain_${criterion}`, value: partOf(CLOSED, 0) })),
    });
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const)
      await this.say('recordPredictionSet', {
        namespace: side.code,
        name: `${side.word}-predictions`,
        description: `What ${side.word} will be`,
        dataset: other.mart,
        input: other.raw,
        trainedModel: side.trained,
        run: other.run === plain.run ? runId(plain.code, 'plain-run') : other.run,
        predictedAt: JAN(6),
        rowCount: wholeOf(side.word, 7),
      });
    const { data } = await ask(this.app.url, this.app.token, '{ incidents(first: 100) { nodes { id about { id } } } }');
    for (const { id, about } of (data!.incidents as { nodes: { id: string; about: { id: string } }[] }).nodes)
      await this.say(
        'updateIncident',
        { id, state: 'ACKNOWLEDGED', note: `Seen by ${about.id === plain.trained ? 'plain' : SECRET}` },
        'closed',
      );
  }

  /** First twice on data of the other side, which makes a trend; it is broken when that of its own side is looked at. */
  private async evaluated({ trained, word }: Side, day: number, on: Side): Promise<void> {
    const value = partOf(on.word, 0.5);
    const bias = { criterion: `${on.word}_bias`, value, direction: 'LOWER_IS_BETTER', threshold: 0.1 };
    const slice = `${on.word}=1`;
    const late = [{ criterion: `${word}_auc`, value, slice }, { criterion: `${word}_auc`, value }, { ...bias, slice }, bias];
    await this.say('recordEvaluation', {
      trainedModel: trained,
      at: JAN(day),
      dataset: on.raw,
      run: on === plain ? runId(plain.code, 'plain-run') : on.run,
      metrics: [...(day < 4 ? [] : late), ...(day === 5 ? [] : [{ criterion: `${word}_lift`, value }])],
    });
  }

  private async workflows(): Promise<void> {
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const) {
      const source = (id: string, of: Side) => ({ id, kind: 'SOURCE', dataset: of.mart });
      const nodes = [
        source('one', side),
        { ...source('two', other), columns: [{ name: `${other.word}_total`, type: 'double' }] },
        { id: 'table', kind: 'SOURCE', dataset: other.table },
        {
          id: 'both',
          kind: 'MERGE',
          inputs: ['one', 'two', 'table'],
          merge: { how: 'CUSTOM', segmentVersion: entityId('SEGMENT_VERSION', other.code, `${other.word}-merge`, '1') },
        },
        { id: 'make', kind: 'PIPELINE', inputs: ['both'], pipelineVersion: other.pipelineVersion },
        {
          id: 'fit',
          kind: 'PIPELINE',
          inputs: ['make'],
          pipelineVersion: entityId('PIPELINE_VERSION', side.code, `${side.word}-fitted`, '1'),
          fitted: other.trained,
        },
        { id: 'out', kind: 'SINK', inputs: ['fit'], dataset: side.mart },
        { id: 'away', kind: 'SINK', inputs: ['fit'], dataset: other.mart },
      ];
      for (const label of ['first', 'second'])
        await this.say('publishWorkflow', {
          namespace: side.code,
          name: `${side.word}-workflow`,
          label: `${side.word}-${label}`,
          description: `How ${side.word} flows`,
          definition: { nodes: label === 'first' ? nodes : nodes.slice(0, -1) },
        });
    }
  }

  private async deployments(): Promise<void> {
    for (const { place } of [plain, secret]) await this.say('setEnvironmentPolicy', { environment: place, requiresApproval: false });
    const artifactOf = (side: Side) => ({
      image: `registry.example/${side.word}:1`,
      digest: `sha256:${'0a'.repeat(32)}`,
      artifacts: [side.artifact],
    });
    const into = (name: string, serving: object[], more: object = {}) =>
      this.say('deploy', { environment: plain.place, name, serving, url: `https://${name}.example`, reason: `For ${name}`, ...more });
    await into('plain-endpoint', [{ what: plain.trained, ...artifactOf(plain) }], { at: JAN(4) });
    await into(
      'plain-endpoint',
      [
        { what: plain.trained, trafficShare: 40 },
        { what: secret.trained, trafficShare: 60, ...artifactOf(secret) },
      ],
      { at: JAN(5), url: `https://${CLOSED}.example`, reason: `For ${CLOSED}` },
    );
    await this.say(
      'deploy',
      { environment: plain.place, name: 'plain-endpoint', serving: [{ what: plain.trained }], at: JAN(6), url: 'https://plain.example' },
      'closed',
    );
    for (const what of [plain.pipelineVersion, plain.table, plain.workflowVersion]) await into(`plain-${what.split(':')[0]}`, [{ what }]);
    await into(`${SECRET}-endpoint`, [{ what: secret.trained, ...artifactOf(secret) }]);
    for (const what of [secret.pipelineVersion, secret.table, secret.workflowVersion])
      await into(`${SECRET}-${what.split(':')[0]}`, [{ what }]);
    // Of something that is seen, where nobody sees it.
    await this.say('deploy', {
      environment: secret.place,
      name: `${CLOSED}-elsewhere`,
      serving: [{ what: plain.trained }],
      url: `https://${CLOSED}.example`,
    });
    for (const [side, note] of [
      [plain, 'plain'],
      [secret, CLOSED],
    ] as const)
      await this.say('approveDeployment', { what: plain.trained, environment: side.place, note }, 'closed');
    for (const side of [plain, secret])
      await this.say('reportDeploymentStatus', { deployment: side.deployment, status: 'DEGRADED', message: `${side.word} is slow` });
  }

  /** What is seen carries what is not, and the other way round. */
  private async attach(): Promise<void> {
    const each = (side: Side): string[] => [
      side.mart,
      side.join,
      side.table,
      side.feature,
      side.segment,
      side.pipeline,
      side.workflow,
      side.model,
      side.trained,
      side.deployment,
      side.artifact,
      side.total,
    ];
    for (const [side, other] of [
      [plain, secret],
      [secret, plain],
    ] as const)
      await Promise.all(
        each(side).flatMap((id) => [
          this.say('attachTag', { id, tag: other.tag }),
          this.say('attachTerm', { id, term: other.term }),
          this.say('assignOwner', { id, owner: other.team }),
        ]),
      );
    await this.say('describe', { id: plain.raw, text: 'What came in' }, 'closed');
    await this.say('attachTag', { id: plain.mart, tag: plain.tag }, 'closed');
    await this.say('assignOwner', { id: plain.mart, owner: plain.person }, 'closed');
  }

  private async close(): Promise<void> {
    const vocabulary = [
      secret.person,
      secret.team,
      secret.tag,
      secret.term,
      `${secret.term}-below`,
      secret.domain,
      `${secret.domain}-below`,
      secret.connector,
      secret.environment,
    ];
    const code = ['segment', 'twin', 'fitted', 'merge', 'classifier'].map((name) => entityId('SEGMENT', secret.code, `${SECRET}-${name}`));
    const pipelines = ['pipeline', 'fitted'].map((name) => entityId('PIPELINE', secret.code, `${SECRET}-${name}`));
    const others = [secret.source, secret.load, secret.join, secret.table, secret.workflow, secret.model];
    const parts = [closed.dataset, closed.column, closed.feature, closed.run, closed.artifact, closed.evaluation];
    const all = [...vocabulary, ...code, ...pipelines, ...others, ...parts];
    await Promise.all(all.map((id) => this.say('attachTag', { id, tag: CLOSING })));
    await this.say('restrictTag', { tag: CLOSING, visibleTo: [RISK] });
  }
}

const namesIn = (id: string): readonly string[] =>
  id
    .slice(id.indexOf(':') + 1)
    .split('/')
    .map(decodeURIComponent);
const nameOf = (id: string): string => namesIn(id).at(-1)!;
const wordOf = (id: string): string => [SECRET, CLOSED].find((word) => nameOf(id).startsWith(word)) ?? 'plain';

function fieldOf(column: string): object {
  const [dataset, field] = column.split('#') as [string, string];
  const [namespace, name] = namesIn(dataset);
  return { namespace, name, field };
}
