import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { columnId, datasetId, entityId, featureOf } from '../../src/catalog/id.js';
import type { Neo4jDatabase } from '../../src/neo4j/driver.js';
import { canonicalLines } from '../../src/write/canonical.js';
import type { Claim, Command, Fact } from '../../src/write/fact.js';
import { Writer } from '../../src/write/writer.js';
import { testDatabase, uniqueNamespace } from '../support/neo4j.js';

let database: Neo4jDatabase;
let clock = 0;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

function commanded(
  command: Command,
  claims: Fact['claims'] = [{ id: command.subject, attributes: { label: 'x' } }],
  producer = 'person:ann',
): Fact {
  clock += 1;
  return { producer, at: `2026-01-01 00:00:00.${String(clock).padStart(6, '0')}`, claims, command, raw: { clock } };
}

const version = (ns: string, number: number): string => entityId('SEGMENT_VERSION', ns, 'clean', String(number));

describe.each([['a server that goes on', false] as const, ['a server started anew each time', true] as const])(
  'commands, %s',
  (_, anew) => {
    let writer: Writer;
    const submit = (fact: Fact) => {
      if (anew || !writer) writer = new Writer(database);
      return writer.submit(fact);
    };

    it('what is to be made is made once', async () => {
      const subject = version(uniqueNamespace(), 1);
      expect(await submit(commanded({ subject, input: 'a', makes: true }))).toMatchObject({ outcome: 'APPLIED' });
      expect(await submit(commanded({ subject, input: 'a', makes: true }))).toMatchObject({
        outcome: 'REFUSED',
        problems: [{ rule: 'CONFLICT' }],
      });
    });

    it('of two at the same moment one makes it', async () => {
      const subject = version(uniqueNamespace(), 1);
      const both = await Promise.all(
        [1, 2].map(() => (writer ?? new Writer(database)).submit(commanded({ subject, input: 'a', makes: true }))),
      );
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['APPLIED', 'REFUSED']);
    });

    it('what it requires must be there and not removed, whoever removed it', async () => {
      const ns = uniqueNamespace();
      const required = entityId('ARTIFACT', ns);
      const asked = () => commanded({ subject: version(ns, 1), input: 'a', requires: [required] });
      const refused = { outcome: 'REFUSED', problems: [{ rule: 'requires', message: expect.stringContaining(required) }] };
      const say = (claim: Claim) => submit(commanded({ subject: required, input: 'b' }, [claim]));
      expect(await submit(asked())).toMatchObject(refused);
      await say({ id: required, attributes: { stored: true } });
      expect(await submit(asked())).toMatchObject({ outcome: 'APPLIED' });
      await new Writer(database).submit(commanded({ subject: required, input: 'b' }, [{ id: required, removed: { ban: false } }]));
      expect(await submit(asked())).toMatchObject(refused);
      await say({ id: required, attributes: { stored: true } });
      expect(await submit(asked())).toMatchObject({ outcome: 'APPLIED' });
    });

    it('what is removed in the same group is not there for those that come after', async () => {
      const ns = uniqueNamespace();
      const required = entityId('ARTIFACT', ns);
      const one = new Writer(database);
      await one.submit(commanded({ subject: required, input: 'a' }, [{ id: required, attributes: { stored: true } }]));
      const needing = (number: number) => commanded({ subject: version(ns, number), input: 'a', requires: [required] });
      const facts = [needing(1), commanded({ subject: required, input: 'b' }, [{ id: required, removed: { ban: false } }]), needing(2)];
      const receipts = await Promise.all(facts.map((fact) => one.submit(fact)));
      expect(receipts.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'APPLIED', 'REFUSED']);
    });

    it('what has to be unreferenced is so, whoever came to refer to it: in the same group, the one before, or on another server', async () => {
      const ns = uniqueNamespace();
      const subject = entityId('ARTIFACT', ns);
      const referring = (number: number) => {
        const definition = { fits: 'NONE', code: { artifact: subject }, params: [], schema: { needs: [], changes: [], adds: [] } };
        const id = version(ns, number);
        return commanded({ subject: id, input: 'a', requires: [subject] }, [{ id, attributes: { definition } }]);
      };
      const removing = () => commanded({ subject, input: 'b', unreferenced: true }, [{ id: subject, removed: { ban: false } }]);
      const refused = { outcome: 'REFUSED', problems: [{ rule: 'CONFLICT', message: expect.stringContaining(subject) }] };
      const letGo = (number: number) =>
        submit(commanded({ subject: version(ns, number), input: 'c' }, [{ id: version(ns, number), removed: { ban: false } }]));
      await submit(commanded({ subject, input: 'a' }, [{ id: subject, attributes: { stored: true } }]));

      // The second group is worked out while the first is on its way.
      const one = new Writer(database);
      const facts = [referring(1), removing()];
      const crowd = Array.from({ length: 30 }, (_, at) => commanded({ subject: version(ns, 100 + at), input: 'd' }));
      const receipts = await Promise.all([...facts, ...crowd, removing()].map((fact) => one.submit(fact)));
      expect(receipts[0]).toMatchObject({ outcome: 'APPLIED' });
      expect([receipts[1], receipts.at(-1)]).toMatchObject([refused, refused]);
      await letGo(1);

      await new Writer(database).submit(referring(2));
      expect(await submit(removing())).toMatchObject(refused);
      await letGo(2);
      expect(await submit(removing())).toMatchObject({ outcome: 'APPLIED' });
    });

    it('the same key and input gives the first answer; another input is refused', async () => {
      const ns = uniqueNamespace();
      await submit(commanded({ subject: version(ns, 1), input: 'a', key: ns }));
      expect(await submit(commanded({ subject: version(ns, 2), input: 'a', key: ns }))).toMatchObject({
        outcome: 'UNCHANGED',
        answer: version(ns, 1),
      });
      expect(await submit(commanded({ subject: version(ns, 2), input: 'b', key: ns }))).toMatchObject({
        outcome: 'REFUSED',
        problems: [{ rule: 'KEY_REUSED' }],
      });
    });

    it('what was changed since is not changed', async () => {
      const subject = entityId('FEATURE_TABLE', uniqueNamespace(), 'customers');
      const { position } = await submit(commanded({ subject, input: 'a' }));
      const [row] = await database.read<{ position: number }>('MATCH (e:Entity {id: $id}) RETURN e.position AS position', { id: subject });
      expect(row!.position).toBeLessThanOrEqual(position);
      const claims = [{ id: subject, attributes: { cadence: 'P1D' } }];
      expect(await submit(commanded({ subject, input: 'b', expectedPosition: row!.position }, claims))).toMatchObject({
        outcome: 'APPLIED',
      });
      expect(await submit(commanded({ subject, input: 'c', expectedPosition: row!.position }, claims))).toMatchObject({
        outcome: 'REFUSED',
        problems: [{ rule: 'CONFLICT' }],
      });
    });
  },
);

test('a server judges by what others wrote meanwhile, also where it has nothing to write itself', async () => {
  const [one, two] = [new Writer(database), new Writer(database)];
  const subject = version(uniqueNamespace(), 1);
  const position = async () => {
    const [row] = await database.read<{ position: number }>('MATCH (e:Entity {id: $id}) RETURN e.position AS position', { id: subject });
    return row!.position;
  };
  const change = async (writer: Writer, label: string) => {
    const claims = [{ id: subject, attributes: { label } }];
    return writer.submit(commanded({ subject, input: label, expectedPosition: await position() }, claims));
  };
  await one.submit(commanded({ subject, input: 'a' }));
  expect(await change(two, 'b')).toMatchObject({ outcome: 'APPLIED' });
  expect(await change(one, 'c')).toMatchObject({ outcome: 'APPLIED' });
  await two.submit(commanded({ subject, input: 'd' }, [{ id: subject, removed: { ban: false } }]));
  const needing = commanded({ subject: version(uniqueNamespace(), 1), input: 'e', requires: [subject] });
  expect(await one.submit(needing)).toMatchObject({ outcome: 'REFUSED', problems: [{ rule: 'requires' }] });
  expect(await change(two, 'f')).toMatchObject({ outcome: 'APPLIED' });
  const again = commanded({ subject: version(uniqueNamespace(), 1), input: 'e', requires: [subject] });
  expect(await one.submit(again)).toMatchObject({ outcome: 'APPLIED' });
});

describe('what flows into a feature table', () => {
  const FLOWS = `
    MATCH (a)-[e:CARRIES|CARRIED|PRODUCES|PRODUCED]->(b)
    WHERE (b.id STARTS WITH $feature OR b.id STARTS WITH $table) AND e.knownTo IS NULL
    RETURN coalesce(a.id, a.name) + ' ' + type(e) + ' ' + b.id AS edge ORDER BY edge`;

  it('is drawn, and closed by the next definition, also to nothing at all', async () => {
    const ns = uniqueNamespace();
    const table = entityId('FEATURE_TABLE', ns, 'customers');
    const feature = featureOf(table, 'age');
    const workflow = entityId('WORKFLOW_VERSION', ns, 'w', '1');
    const define = (inputs: string[], fields: string[]) => {
      const fact = commanded({ subject: table, input: `${inputs} ${fields}` }, [
        { id: table },
        { id: feature, attributes: { dataType: 'INTEGER' } },
      ]);
      const derivations = fields.map((field) => ({ dataset: datasetId(ns, 'd'), field, to: 'age', transformations: [] }));
      const ports = inputs.map((dataset) => ({ dataset }));
      return new Writer(database).submit({
        ...fact,
        statement: {
          subject: table,
          method: 'DEFINED',
          inputs: ports,
          outputs: [],
          columns: [{ output: table, derivations, indirect: [] }],
        },
      });
    };
    const flows = async () => {
      const rows = await database.read<{ edge: string }>(FLOWS, { feature, table });
      return rows.map(({ edge }) => edge);
    };
    expect(await define([datasetId(ns, 'd'), workflow], ['AGE'])).toMatchObject({ outcome: 'APPLIED' });
    expect(await flows()).toEqual([`AGE CARRIES ${feature}`, `${datasetId(ns, 'd')} CARRIES ${table}`, `${workflow} PRODUCES ${table}`]);
    await define([], []);
    expect(await flows()).toEqual([`AGE CARRIED ${feature}`, `${datasetId(ns, 'd')} CARRIED ${table}`, `${workflow} PRODUCED ${table}`]);
    await define([datasetId(ns, 'd')], ['AGE', 'YEARS']);
    expect(await flows()).toContain(`YEARS CARRIES ${feature}`);
    expect((await canonicalLines(database)).filter((line) => line.includes(columnId(datasetId(ns, 'd'), 'YEARS')))).not.toEqual([]);
  });

  it.each(['one after the other', 'the later one first'])('is what the last person said, whoever it was: %s', async (order) => {
    const ns = uniqueNamespace();
    const table = entityId('FEATURE_TABLE', ns, 'customers');
    const define = (producer: string, ...datasets: string[]): Fact => {
      const inputs = datasets.map((name) => ({ dataset: datasetId(ns, name) }));
      const fact = commanded({ subject: table, input: producer }, [{ id: table }], producer);
      return { ...fact, statement: { subject: table, method: 'DEFINED', inputs, outputs: [], columns: [] } };
    };
    const said = [define('person:ann', 'a', 'b'), define('person:bob', 'b', 'c')];
    for (const fact of order === 'the later one first' ? said.reverse() : said) await new Writer(database).submit(fact);
    const rows = await database.read<{ edge: string }>(
      `MATCH (a:Dataset)-[e:CARRIES|CARRIED]->(:FeatureTable {id: $table}) WHERE e.knownTo IS NULL
       CALL (e) { UNWIND e.by AS number MATCH (s:Assertion {number: number}) RETURN collect(s.producer) AS by }
       RETURN type(e) + ' ' + a.name + ' ' + by[0] AS edge ORDER BY edge`,
      { table },
    );
    expect(rows.map(({ edge }) => edge)).toEqual(['CARRIED a person:ann', 'CARRIES b person:bob', 'CARRIES c person:bob']);
  });

  it('is refused where nothing can flow', async () => {
    const ns = uniqueNamespace();
    const table = entityId('FEATURE_TABLE', ns, 'customers');
    const inputs = [{ dataset: entityId('TAG', ns, 'pii') }];
    const fact = commanded({ subject: table, input: '' });
    const receipt = await new Writer(database).submit({
      ...fact,
      statement: { subject: table, method: 'DECLARED', inputs, outputs: [], columns: [] },
    });
    expect(receipt).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ path: ['statement', 'inputs', '0'], message: `Nothing can flow from "tag:${ns}/pii" to "${table}".` }],
    });
  });
});
