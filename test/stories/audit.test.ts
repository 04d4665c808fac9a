import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from '../../src/audit/cli.js';
import { tellHeads } from '../../src/audit/tell-heads.js';
import { verifyLog } from '../../src/audit/verify-log.js';
import type { Log } from '../../src/log.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { recordDeeds } from '../../src/write/deeds.js';
import type { Fact } from '../../src/write/fact.js';
import { Writer } from '../../src/write/writer.js';
import { ask } from '../support/ask.js';
import { freshNeo4j, testDatabase, testNeo4j } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let database: Neo4jDatabase;

beforeAll(async () => {
  await freshNeo4j();
  database = await testDatabase();
});

afterAll(() => database?.close());

/** `vinci audit ...` */
async function audit(...args: string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const print = (line: string): number => said.push(line);
  const code = await main(['audit', ...args], {
    open: async () => connect(await testNeo4j()),
    print,
    complain: (line) => complaints.push(line),
  });
  return { code, said, complaints };
}

describe('who did what', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(await testNeo4j());
  });
  afterAll(() => app?.stop());

  const change = async (query: string, variables: object, token = app.token) => {
    const { data, errors } = await ask(app.url, token, query, variables);
    expect(errors).toEqual([]);
    return Object.values(data!)[0] as { secret: string; token: { id: string } };
  };
  const issue = (name: string, role: string) =>
    change('mutation ($input: IssueTokenInput!) { issueToken(input: $input) { secret token { id } } }', { input: { name, role } });

  test('is told by the log: the person and the token, of events, commands and rights; two tokens of one name apart', async () => {
    const [first, second, editor] = [await issue('spark', 'CONNECTOR'), await issue('spark', 'CONNECTOR'), await issue('ada', 'EDITOR')];
    const event = (name: string, runId: string) => ({
      eventType: 'COMPLETE',
      eventTime: '2026-01-02T03:04:05Z',
      producer: 'https://example.org/spark',
      schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
      run: { runId },
      job: { namespace: 'audited', name },
      outputs: [{ namespace: 'audited', name: `${name}_out` }],
    });
    const send = (name: string, { secret }: { secret: string }) =>
      fetch(`${app.url}/api/v1/lineage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(event(name, randomUUID())),
      });
    const sent = await Promise.all([send('one', first), send('two', second)]);
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    const describing = 'mutation ($id: ID!) { describe(input: {id: $id, text: "What it holds"}) { position } }';
    await change(describing, { id: 'dataset:audited/one_out' }, editor.secret);
    await change('mutation ($id: ID!) { revokeToken(input: {id: $id}) { position } }', { id: second.token.id });

    const ofOne = (await audit('list', '--about', 'dataset:audited/one_out')).said;
    expect(ofOne).toEqual([
      expect.stringContaining(`  spark (${first.token.id})  CREATED  run:`),
      expect.stringContaining(`  ada (${editor.token.id})  UPDATED  dataset:audited/one_out`),
    ]);
    expect((await audit('list', '--by', second.token.id)).said).toEqual([
      expect.stringMatching(/^\d{4}-\S+Z {2}\d+-\d+ {2}spark \(token:\S+\) {2}CREATED {2}run:\S+ {2}and \d more$/),
    ]);
    expect((await audit('list', '--about', second.token.id)).said).toEqual([
      expect.stringMatching(/admin \(token:\S+\) {2}TOKEN_ISSUED {2}token:\S+ {2}\{"name":"spark","role":"CONNECTOR"\}$/),
      expect.stringMatching(/admin \(token:\S+\) {2}TOKEN_REVOKED {2}token:\S+$/),
    ]);
    expect((await audit('list', '--by', 'VINCI_TOKEN')).said).toEqual([expect.stringContaining('TOKEN_ISSUED')]);
    const secrets = [first, second, editor].map(({ secret }) => secret);
    const everything = JSON.stringify(await audit('list'));
    for (const secret of [...secrets, app.token]) expect(everything).not.toContain(secret);
    const [{ position }] = (await database.read<{ position: number }>('MATCH (log:Log) RETURN log.position AS position')) as [
      { position: number },
    ];
    expect((await audit('list', '--from', String(position))).said).toHaveLength(1);
    expect(await audit('verify')).toMatchObject({
      code: 0,
      complaints: [],
      said: ['Nothing is wrong.', expect.stringMatching(/^Head: \d+:/)],
    });
  });

  test('rights and facts by turns, and at once: one chain without a gap, and subscribers hear on', async () => {
    const writers = [new Writer(database), new Writer(database)];
    const facts = Array.from({ length: 60 }, (_, i) => writers[i % 2]!.submit(fact(`mixed-${i}`)));
    const deeds = Array.from({ length: 20 }, (_, i) => issue(`mixed-${i}`, 'READER'));
    const receipts = await Promise.all(facts);
    await Promise.all(deeds);
    expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(['APPLIED']));
    expect((await verifyLog(database)).faults).toEqual([]);
  });

  test('rights are not changed where the log cannot tell of it', async () => {
    const head = await verifyLog(database);
    const failing = recordDeeds(database, async (run, note) => {
      await run("CREATE (:Token {id: 'token:never', hash: 'never'})");
      note({ by: { name: 'ada' }, what: 'TOKEN_ISSUED', about: 'token:never' });
      throw new Error('the machine went away');
    });
    await expect(failing).rejects.toThrow('went away');
    expect(await database.read("MATCH (t:Token {id: 'token:never'}) RETURN t")).toEqual([]);
    expect((await verifyLog(database)).head).toEqual(head.head);
  });
});

const fact = (name: string): Fact => {
  const claims = [{ id: `dataset:tampered/${name}`, attributes: { documentation: { description: name } } }];
  return { producer: 'https://example.org/a', at: '2026-01-01 00:00:00', claims, raw: { name } };
};

describe('what is tampered with is named with its place', () => {
  let known: string;
  /** Of batches, oldest first. */
  let places: { first: number; last: number }[];

  beforeAll(async () => {
    await freshNeo4j();
    const writer = new Writer(database);
    for (let i = 0; i < 6; i++) await writer.submit(fact(`n${i}`));
    places = await database.read('MATCH (b:LogBatch) RETURN b.first AS first, b.last AS last ORDER BY b.first');
    known = (await audit('verify')).said[1]!.replace('Head: ', '');
    await database.write('MATCH (b:LogBatch) CREATE (k:KeptBatch) SET k = properties(b)');
    await database.write('MATCH (l:Log) CREATE (k:KeptLog) SET k = properties(l)');
  });

  beforeEach(async () => {
    await database.write('MATCH (b:LogBatch) DELETE b');
    await database.write('MATCH (k:KeptBatch) CREATE (b:LogBatch) SET b = properties(k)');
    await database.write('MATCH (k:KeptLog) MATCH (l:Log) SET l = properties(k)');
  });

  const span = (index: number): string => {
    const { first, last } = places[index]!;
    return first === last ? `position ${first} ` : `positions ${first} to ${last} `;
  };
  const third = 'MATCH (b:LogBatch) WITH b ORDER BY b.first SKIP 2 LIMIT 1';

  test.each<[string, string, (complaints: string[]) => void]>([
    ['nothing', 'RETURN 1', (complaints) => expect(complaints).toEqual([])],
    [
      'the content of a batch',
      `${third} MATCH (o:LogBatch {last: b.first - 1}) SET b.payload = o.payload`,
      (complaints) => expect(complaints).toEqual([expect.stringContaining(`The batch of ${span(2)}`)]),
    ],
    [
      'the content, to what is no content',
      `${third} SET b.payload = 'none'`,
      (complaints) => expect(complaints).toEqual([expect.stringContaining(`The batch of ${span(2)}`)]),
    ],
    [
      'its time',
      `${third} SET b.at = '2020-01-01 00:00:00'`,
      (complaints) =>
        expect(complaints).toEqual([expect.stringContaining(`The batch of ${span(2)}(2020-01-01T00:00:00Z) is not what was written`)]),
    ],
    [
      'a batch is gone',
      `${third} DELETE b`,
      (complaints) => expect(complaints).toEqual([expect.stringContaining(`Between position ${places[1]!.last} and ${span(3)}`)]),
    ],
    [
      'two have changed places',
      `${third} MATCH (o:LogBatch {first: b.last + 1})
       WITH b, o, properties(b) AS was, properties(o) AS is
       SET b.payload = is.payload, b.hash = is.hash, b.previous = is.previous, b.at = is.at,
           o.payload = was.payload, o.hash = was.hash, o.previous = was.previous, o.at = was.at`,
      (complaints) => {
        expect(complaints[0]).toContain(`The batch of ${span(2)}`);
        expect(complaints.join('\n')).toContain(`The batch of ${span(3)}`);
      },
    ],
    [
      'the end is cut off, and the log’s own node is not',
      'MATCH (b:LogBatch) WITH b ORDER BY b.first DESC LIMIT 2 DELETE b',
      (complaints) => expect(complaints).toContainEqual(expect.stringContaining(`After position ${places[3]!.last} the end is missing`)),
    ],
    [
      'one is put in at the end',
      `MATCH (b:LogBatch) WITH b ORDER BY b.first DESC LIMIT 1
       CREATE (o:LogBatch) SET o = b {.*, id: 'planted', first: b.last + 1, last: b.last + 1, previous: b.hash}`,
      (complaints) => expect(complaints[0]).toContain(`The batch of position ${places[5]!.last + 1} `),
    ],
  ])('%s', async (_, statement, check) => {
    await database.write(statement);
    const { code, complaints, said } = await audit('verify');
    check(complaints);
    expect(code).toBe(complaints.length > 0 ? 1 : 0);
    expect(said.at(-1)).toMatch(/^Head: \d+:/);
  });

  test('an end that was cut off together with the log’s own node shows by a head that was told before', async () => {
    await database.write(
      `MATCH (b:LogBatch) WITH b ORDER BY b.first DESC LIMIT 1 MATCH (l:Log)
       SET l.position = b.first - 1, l.hash = b.previous DELETE b`,
    );
    expect(await audit('verify')).toMatchObject({ code: 0 });
    expect(await audit('verify', '--head', known)).toMatchObject({
      code: 1,
      complaints: [`After position ${places[4]!.last} the end is missing: the chain once stood at position ${places[5]!.last}.`],
    });
  });

  test('a chain that was written anew from some place on shows by a head that was told before', async () => {
    const rows = await database.read<{ first: number; last: number; payload: Int8Array }>(
      'MATCH (b:LogBatch) RETURN b.first AS first, b.last AS last, b.payload AS payload ORDER BY b.first',
    );
    // As nobody but whoever can write to the database could.
    let previous = '';
    for (const { first, last, payload } of rows) {
      const at = '2026-02-02 00:00:00';
      const hash = createHash('sha256').update(`${previous} ${first} ${last} ${at}\n`).update(payload).digest('base64url');
      const p = { first, at, hash, previous };
      await database.write('MATCH (b:LogBatch {first: $p.first}) SET b.at = $p.at, b.hash = $p.hash, b.previous = $p.previous', { p });
      await database.write('MATCH (l:Log) SET l.hash = $p.hash', { p });
      previous = hash;
    }
    expect(await audit('verify')).toMatchObject({ code: 0 });
    const { code, complaints } = await audit('verify', '--head', known);
    expect([code, complaints]).toEqual([1, [expect.stringContaining(`At position ${places[5]!.last} the chain is not what it was`)]]);
  });

  test('batches of before hashes covered times still count, but not after one that does', async () => {
    const rows = await database.read<{ first: number; payload: Int8Array }>(
      'MATCH (b:LogBatch) RETURN b.first AS first, b.payload AS payload ORDER BY b.first',
    );
    const old = (previous: string, payload: Int8Array) => createHash('sha256').update(previous).update(payload).digest('base64url');
    const hash = old('', rows[0]!.payload);
    await database.write('MATCH (b:LogBatch {first: 1}) SET b.hash = $p.hash', { p: { hash } });
    expect((await audit('verify')).complaints).toEqual([expect.stringContaining(`The batch of ${span(1)}`)]);
    const later = rows[2]!;
    const [{ previous }] = (await database.read<{ previous: string }>(
      'MATCH (b:LogBatch {first: $p.first}) RETURN b.previous AS previous',
      {
        p: { first: later.first },
      },
    )) as [{ previous: string }];
    await database.write('MATCH (b:LogBatch {first: $p.first}) SET b.hash = $p.hash', {
      p: { first: later.first, hash: old(previous, later.payload) },
    });
    expect((await audit('verify')).complaints).toContainEqual(expect.stringContaining(`The batch of ${span(2)}`));
  });

  test('what is before --from is not looked at', async () => {
    await database.write("MATCH (b:LogBatch {first: 1}) SET b.at = '2020-01-01 00:00:00'");
    expect(await audit('verify', '--from', String(places[1]!.first))).toMatchObject({ code: 0 });
    expect(await audit('verify', '--from', '1')).toMatchObject({ code: 1 });
  });

  test.each([
    [['verify', '--from', '0'], '--from 0 is no position'],
    [['verify', '--head', 'abc'], '--head abc is no head'],
    [['verify', '--by', 'ada'], 'This command is not known.'],
    [['list', '--head', 'abc'], 'This command is not known.'],
    [['rewrite'], 'This command is not known.'],
    [['verify', '--all'], '--all'],
  ])('%j is not understood', async (args, sentence) => {
    const { code, complaints } = await audit(...args);
    expect([code, complaints[0]]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('heads are told at the start, when something was written, and at the end; never twice', async () => {
    const heads: unknown[] = [];
    const log: Log = { info: (_, details) => heads.push(details?.head), warn: () => undefined, error: () => undefined };
    const end = tellHeads(database, log, 20);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heads).toEqual([known]);
    await new Writer(database).submit(fact('more'));
    await end();
    expect(heads).toHaveLength(2);
    expect((await audit('verify', '--head', String(heads[1]))).code).toBe(0);
  });
});
