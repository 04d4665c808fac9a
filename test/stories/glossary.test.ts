import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { warmUpReads } from '../../src/graphql/warm-up.js';
import { CatalogWorld } from '../support/catalog-world.js';

let world: CatalogWorld;
let warmed: ReadonlySet<string>;

const term = (name: string): string => `term:${world.ns}/${name}`;
const domain = (name: string): string => `domain:${world.ns}/${name}`;

interface Said {
  position: string;
  receipts: { outcome: string; id: string | null; problems: { rule: string; path: string[]; message: string; remedy: string }[] }[];
  it: Record<string, unknown> | null;
}

const PARTS = 'id name namespace description described parent { id }';

async function say(mutation: string, answer: string, as: { role?: 'READER' } = {}): Promise<Said> {
  const payload = `position receipts { outcome id problems { rule path message remedy } } it: ${answer}`;
  const { data, errors } = await world.execute(`mutation { said: ${mutation} { ${payload} } }`, {}, as);
  if (errors) throw errors[0]!.originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data!.said)) as Said;
}

const defineTerm = (name: string, rest = ''): Promise<Said> =>
  say(`defineTerm(input: { namespace: "${world.ns}", name: "${name}" ${rest} })`, `term { ${PARTS} }`);
const defineDomain = (name: string, rest = ''): Promise<Said> =>
  say(`defineDomain(input: { namespace: "${world.ns}", name: "${name}" ${rest} })`, `domain { ${PARTS} }`);
const ATTACHED = 'entity { id terms { by term { id } } domain { id } tags { tag { id } } owners { role owner { id } } }';
const attach = (mutation: string): Promise<Said> => say(mutation, ATTACHED);

const names = (connection: { nodes: { name: string }[] }): string[] => connection.nodes.map(({ name }) => name);

beforeAll(async () => {
  world = await CatalogWorld.open();
  await warmUpReads(world.counting);
  warmed = new Set(world.counting.all);
  await world.said([
    { id: world.dataset('customers'), attributes: { schema: [{ path: 'id', type: 'bigint' }, { path: 'churned' }] } },
    { id: world.dataset('invoices') },
    { id: world.job('load') },
  ]);
});
afterAll(() => world.close());

describe('terms', () => {
  test('are defined, narrowed, related, and changed bit by bit; what is left out stays', async () => {
    expect(await defineTerm('party', 'description: "Whoever we deal with"')).toMatchObject({
      receipts: [{ outcome: 'APPLIED', id: term('party'), problems: [] }],
      it: { id: term('party'), name: 'party', namespace: world.ns, description: 'Whoever we deal with', described: true, parent: null },
    });
    await defineTerm('customer', `description: "Who pays us", parent: "${term('party')}", related: ["${term('churn')}"]`);
    expect((await defineTerm('churn', 'description: "A customer leaves"')).it).toMatchObject({ description: 'A customer leaves' });
    expect((await defineTerm('customer', 'description: "Who pays"')).it).toMatchObject({
      description: 'Who pays',
      parent: { id: term('party') },
    });
    const again = `description: "A customer is gone", idempotencyKey: "${world.ns}"`;
    const first = await defineTerm('churn', again);
    await defineTerm('churn', 'description: "A customer leaves"');
    expect(await defineTerm('churn', again)).toMatchObject({
      receipts: [{ outcome: 'UNCHANGED' }],
      it: { description: 'A customer leaves' },
    });
    const late = defineTerm('churn', `description: "never", expectedPosition: "${first.position}"`);
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    const { term: read } = await world.ask<{ term: object }>(
      `query ($ns: String!) { term(namespace: $ns, name: "churn") { __typename kind description parents { name } related { name related { name } } } }`,
      { ns: world.ns },
    );
    expect(read).toEqual({
      __typename: 'Term',
      kind: 'TERM',
      description: 'A customer leaves',
      parents: [],
      related: [{ name: 'customer', related: [{ name: 'churn' }] }],
    });
  });

  test('merely restated are unchanged; what is new, or was taken away meanwhile, is applied', async () => {
    const full = `description: "Said twice", parent: "${term('party')}", related: ["${term('churn')}"]`;
    const outcomeOf = async (said: Promise<Said>) => (await said).receipts[0]!.outcome;
    expect(await outcomeOf(defineTerm('twice', full))).toBe('APPLIED');
    const { position, receipts, it } = await defineTerm('twice', full);
    expect({ receipts, it }).toMatchObject({ receipts: [{ outcome: 'UNCHANGED', id: term('twice') }], it: { description: 'Said twice' } });
    expect((await defineTerm('twice')).position).toBe(position);
    expect(await outcomeOf(defineTerm('twice', 'parent: null'))).toBe('APPLIED');
    expect(await outcomeOf(defineTerm('twice', full))).toBe('APPLIED');
    expect(await outcomeOf(defineDomain('twice', 'description: "A part"'))).toBe('APPLIED');
    expect(await outcomeOf(defineDomain('twice', 'description: "A part"'))).toBe('UNCHANGED');
    await say(`remove(input: { id: "${domain('twice')}" })`, 'entity { id }');
    expect(await outcomeOf(defineDomain('twice', 'description: "A part"'))).toBe('APPLIED');
    await say(`remove(input: { id: "${domain('twice')}" })`, 'entity { id }');
  });

  test('are not called by blanks', async () => {
    await expect(defineTerm(' ')).rejects.toMatchObject({ issues: [{ message: 'must not begin or end with a blank' }] });
  });

  test('are attached to anything, columns too, and found from both ends', async () => {
    await defineTerm('customer id', `parent: "${term('customer')}"`);
    const column = world.column('customers.id');
    expect((await attach(`attachTerm(input: { id: "${column}", term: "${term('customer id')}" })`)).it).toMatchObject({
      id: column,
      terms: [{ by: 'person:ana', term: { id: term('customer id') } }],
    });
    for (const id of [world.dataset('customers'), world.job('load'), `source:${world.ns}`, term('churn'), `tag:${world.ns}/gold`]) {
      await world.said([{ id }]);
      expect((await attach(`attachTerm(input: { id: "${id}", term: "${term('customer')}" })`)).it).toMatchObject({
        terms: [{ term: { id: term('customer') } }],
      });
    }
    const READ = `query ($ns: String!, $kinds: [EntityKind!], $deep: Boolean!, $first: Int, $after: String) {
      term(namespace: $ns, name: "customer") { children { nodes { name } }
        entities(kinds: $kinds, deep: $deep, first: $first, after: $after) { nodes { id __typename } pageInfo { hasNextPage endCursor } } } }`;
    interface Read {
      term: {
        children: object;
        entities: { nodes: { id: string; __typename: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    }
    const all = await world.ask<Read>(READ, { ns: world.ns, deep: true });
    expect(all.term.children).toEqual({ nodes: [{ name: 'customer id' }] });
    expect(all.term.entities.nodes).toEqual([
      { id: world.dataset('customers'), __typename: 'Dataset' },
      { id: column, __typename: 'Column' },
      { id: world.job('load'), __typename: 'Job' },
      { id: `source:${world.ns}`, __typename: 'DataSource' },
      { id: `tag:${world.ns}/gold`, __typename: 'Tag' },
      { id: term('churn'), __typename: 'Term' },
    ]);
    const own = await world.ask<Read>(READ, { ns: world.ns, deep: false });
    expect(own.term.entities.nodes.map(({ id }) => id)).not.toContain(column);
    const some = await world.ask<Read>(READ, { ns: world.ns, deep: true, kinds: ['COLUMN', 'JOB'] });
    expect(some.term.entities.nodes.map(({ id }) => id)).toEqual([column, world.job('load')]);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const { entities }: Read['term'] = (await world.ask<Read>(READ, { ns: world.ns, deep: true, first: 1, after })).term;
      paged.push(...entities.nodes.map(({ id }) => id));
      if (!entities.pageInfo.hasNextPage) break;
      after = entities.pageInfo.endCursor;
    }
    expect(paged).toEqual(all.term.entities.nodes.map(({ id }) => id));
  });

  test('narrow lists of every kind', async () => {
    const lists = await world.ask<Record<string, { nodes: { name: string }[] }>>(
      `query ($term: ID!, $narrow: ID!) { datasets(filter: { term: $term }) { nodes { name } } jobs(filter: { term: $term }) { nodes { name } }
        columns(filter: { term: $narrow }) { nodes { name } } none: columns(filter: { term: $term }) { nodes { name } } }`,
      { term: term('customer'), narrow: term('customer id') },
    );
    expect(Object.fromEntries(Object.entries(lists).map(([list, page]) => [list, names(page)]))).toEqual({
      datasets: ['customers'],
      jobs: ['load'],
      columns: ['id'],
      none: [],
    });
  });

  test('narrow lists by a plain name as by an id; what is the id of something else is refused', async () => {
    const plain = `${world.ns}-plain`;
    await world.said([{ id: world.job('plain') }]);
    await attach(`attachTerm(input: { id: "${world.job('plain')}", term: "${plain}" })`);
    await attach(`attachTag(input: { id: "${world.job('plain')}", tag: "${plain}" })`);
    await attach(`assignOwner(input: { id: "${world.job('plain')}", owner: "${plain}" })`);
    const listed = await world.ask<{ jobs: { nodes: { name: string }[] } }>(
      'query ($of: ID!) { jobs(filter: { term: $of, tag: $of, owner: $of }) { nodes { name } } }',
      { of: plain },
    );
    expect(names(listed.jobs)).toEqual(['plain']);
    const refusals = {
      'jobs(filter: { tag: "term:a/b" })': '"term:a/b" is not the id of a tag.',
      'features(filter: { owner: "tag:a/b" })': '"tag:a/b" is not the id of a person or team.',
      'featureTables(filter: { source: "shop" })': '"shop" is not the id of a data source, such as "source:postgres:%2F%2Fshop".',
      'pipelines(filter: { segment: "Tokenizer" })':
        '"Tokenizer" is not the id of a segment, such as "segment:spark.ml/Tokenizer", or of a version of one.',
    };
    for (const [list, message] of Object.entries(refusals)) {
      const { errors } = await world.execute(`{ ${list} { nodes { id } } }`);
      expect(errors?.map((error) => error.message)).toEqual([message]);
    }
  });

  test('are taken off, whoever attached them; a system that says it again does not bring them back', async () => {
    const id = world.dataset('invoices');
    const attributes = {
      [`term:${term('invoice')}`]: true,
      [`tag:tag:${world.ns}/money`]: true,
      ownership: [{ owner: `team:${world.ns}/data`, role: 'STEWARD' }],
    };
    await world.said([{ id, attributes }]);
    const before = await world.ask<{ node: object }>(`query ($id: ID!) { node(id: $id) { ... on Dataset { terms { by } tags { by } } } }`, {
      id,
    });
    expect(before.node).toEqual({ terms: [{ by: 'https://example.org/test' }], tags: [{ by: 'https://example.org/test' }] });
    expect((await attach(`detachTerm(input: { id: "${id}", term: "${term('invoice')}" })`)).it).toMatchObject({ terms: [] });
    expect((await attach(`detachTag(input: { id: "${id}", tag: "tag:${world.ns}/money" })`)).it).toMatchObject({ tags: [] });
    expect((await attach(`removeOwner(input: { id: "${id}", owner: "team:${world.ns}/data" })`)).it).toMatchObject({ owners: [] });
    await world.said([{ id, attributes }]);
    const { node } = await world.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on Dataset { terms { by } tags { by } owners { role } } } }`,
      { id },
    );
    expect(node).toEqual({ terms: [], tags: [], owners: [] });
    expect((await attach(`attachTerm(input: { id: "${id}", term: "${term('invoice')}" })`)).it).toMatchObject({
      terms: [{ by: 'person:ana', term: { id: term('invoice') } }],
    });
  });

  test('removeOwner: in one role, or in all', async () => {
    const id = world.job('load');
    const owner = `team:${world.ns}/ops`;
    for (const role of ['OWNER', 'STEWARD', 'CONTACT'])
      await attach(`assignOwner(input: { id: "${id}", owner: "${owner}", role: "${role}" })`);
    expect((await attach(`removeOwner(input: { id: "${id}", owner: "${owner}", role: "STEWARD" })`)).it!.owners).toEqual([
      { role: 'CONTACT', owner: { id: owner } },
      { role: 'OWNER', owner: { id: owner } },
    ]);
    expect((await attach(`removeOwner(input: { id: "${id}", owner: "${owner}" })`)).it!.owners).toEqual([]);
  });

  test('at most 100 on one thing', async () => {
    const id = world.dataset('wordy');
    const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`term:${term(`w${at}`)}`, true]));
    await world.said([{ id, attributes }]);
    expect(await attach(`attachTerm(input: { id: "${id}", term: "${term('one more')}" })`)).toMatchObject({
      it: null,
      receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'at-most-100-terms' }] }],
    });
    expect((await attach(`attachTerm(input: { id: "${id}", term: "${term('w7')}" })`)).it!.terms).toHaveLength(100);
  });
});

describe('domains', () => {
  test('hold one another; what is in them is found with and without what is below', async () => {
    await defineDomain('company', 'description: "All of it"');
    await defineDomain('sales', `parent: "${domain('company')}"`);
    await defineDomain('online', `parent: "${domain('sales')}", description: "The shop"`);
    expect((await attach(`assignDomain(input: { id: "${world.dataset('customers')}", domain: "${domain('sales')}" })`)).it).toMatchObject({
      domain: { id: domain('sales') },
    });
    await attach(`assignDomain(input: { id: "${world.column('customers.churned')}", domain: "${domain('online')}" })`);
    await attach(`assignDomain(input: { id: "${term('churn')}", domain: "${domain('online')}" })`);
    const { company, online } = await world.ask<Record<string, object>>(
      `query ($ns: String!) {
        company: domain(namespace: $ns, name: "company") { parents { name } children { nodes { name children { nodes { name } } } }
          direct: entities { nodes { name } } all: entities(deep: true) { nodes { id } } some: entities(deep: true, kinds: [TERM]) { nodes { name } } }
        online: domain(namespace: $ns, name: "online") { __typename parent { name } parents { name parents { name } } entities { nodes { name } } } }`,
      { ns: world.ns },
    );
    expect(company).toEqual({
      parents: [],
      children: { nodes: [{ name: 'sales', children: { nodes: [{ name: 'online' }] } }] },
      direct: { nodes: [] },
      all: { nodes: [{ id: world.dataset('customers') }, { id: world.column('customers.churned') }, { id: term('churn') }] },
      some: { nodes: [{ name: 'churn' }] },
    });
    expect(online).toEqual({
      __typename: 'Domain',
      parent: { name: 'sales' },
      parents: [
        { name: 'sales', parents: [{ name: 'company' }] },
        { name: 'company', parents: [] },
      ],
      entities: { nodes: [{ name: 'churned' }, { name: 'churn' }] },
    });
  });

  test('narrow lists, with what is below them; tops and parts are listed', async () => {
    const lists = await world.ask<Record<string, { nodes: { name: string }[] }>>(
      `query ($ns: String!, $company: ID!, $online: ID!, $term: ID!) {
        datasets(filter: { domain: $company }) { nodes { name } } columns(filter: { domain: $company }) { nodes { name } }
        terms(filter: { domain: $company }) { nodes { name } }
        found: search(query: "customers", filter: { domain: $company, namespace: $ns }) { nodes { name } }
        listed: search(filter: { domain: $company }) { nodes { name } } meant: search(filter: { term: $term }) { nodes { name } } none: datasets(filter: { domain: $online }) { nodes { name } }
        tops: domains(filter: { namespace: $ns, top: true }) { nodes { name } } parts: domains(filter: { parent: $company }) { nodes { name } } }`,
      { ns: world.ns, company: domain('company'), online: domain('online'), term: term('customer') },
    );
    expect(Object.fromEntries(Object.entries(lists).map(([list, page]) => [list, names(page)]))).toEqual({
      datasets: ['customers'],
      columns: ['churned'],
      terms: ['churn'],
      found: ['customers'],
      listed: ['customers', 'churn'],
      meant: ['customers', 'load', world.ns, 'gold', 'churn'],
      none: [],
      tops: ['company'],
      parts: ['sales'],
    });
  });

  test('there is one per thing: a person’s word before a system’s; null takes it away, whoever said so', async () => {
    const id = world.dataset('moved');
    await world.said([{ id, attributes: { domain: domain('sales') } }]);
    expect((await attach(`assignDomain(input: { id: "${id}", domain: "${domain('online')}" })`)).it).toMatchObject({
      domain: { id: domain('online') },
    });
    await world.said([{ id, attributes: { domain: domain('company') } }]);
    const READ = `query ($id: ID!) { node(id: $id) { ... on Dataset { domain { name } } } }`;
    expect((await world.ask<{ node: object }>(READ, { id })).node).toEqual({ domain: { name: 'online' } });
    expect((await attach(`assignDomain(input: { id: "${id}", domain: null })`)).it).toMatchObject({ domain: null });
    await expect(attach(`assignDomain(input: { id: "${id}" })`)).rejects.toThrow(/domain/);
  });
});

describe('refused', () => {
  test('a circle of parents, which is shown; nothing is written', async () => {
    await defineDomain('a', `parent: "${domain('b')}"`);
    await defineDomain('b', `parent: "${domain('c')}"`);
    const refused = await defineDomain('c', `parent: "${domain('a')}", description: "never"`);
    expect(refused).toMatchObject({
      it: null,
      receipts: [
        {
          outcome: 'REFUSED',
          problems: [
            {
              rule: 'no-circle',
              path: ['input', 'parent'],
              message: `The parents would go in a circle: ${domain('c')} → ${domain('a')} → ${domain('b')} → ${domain('c')}.`,
            },
          ],
        },
      ],
    });
    expect(await defineTerm('loop', `parent: "${term('loop')}"`)).toMatchObject({
      it: null,
      receipts: [{ problems: [{ rule: 'no-circle' }] }],
    });
    const { domain: c, term: loop } = await world.ask<{ domain: object; term: null }>(
      `query ($ns: String!) { domain(namespace: $ns, name: "c") { described parent { id } } term(namespace: $ns, name: "loop") { id } }`,
      { ns: world.ns },
    );
    expect([c, loop]).toEqual([{ described: false, parent: null }, null]);
    expect((await defineDomain('a', 'parent: null')).it).toMatchObject({ parent: null });
    expect((await defineDomain('c', `parent: "${domain('a')}"`)).it).toMatchObject({ parent: { id: domain('a') } });
  });

  test('more than 20 levels, counted upwards and downwards', async () => {
    await world.said(Array.from({ length: 19 }, (_, at) => ({ id: domain(`l${at + 1}`), attributes: { parent: domain(`l${at}`) } })));
    expect(await defineDomain('l20', `parent: "${domain('l19')}"`)).toMatchObject({
      receipts: [{ problems: [{ rule: 'at-most-20-levels' }] }],
    });
    expect(await defineDomain('l0', `parent: "${domain('above')}"`)).toMatchObject({
      receipts: [{ problems: [{ rule: 'at-most-20-levels' }] }],
    });
    expect((await defineDomain('l19b', `parent: "${domain('l18')}"`)).receipts[0]).toMatchObject({ outcome: 'APPLIED' });
  });

  test('what is no id of the kind, a domain in a domain, what is not there, and who may not', async () => {
    const id = world.dataset('customers');
    const rules = async (said: Promise<Said>) => (await said).receipts[0]!.problems.map(({ rule, path }) => [rule, path.at(-1)]);
    expect(await rules(attach(`attachTerm(input: { id: "${id}", term: "${domain('a')}" })`))).toEqual([['term-id', 'term']]);
    expect(await rules(attach(`detachTerm(input: { id: "${id}", term: "term:x" })`))).toEqual([['term-id', 'term']]);
    expect(await rules(attach(`detachTag(input: { id: "${id}", tag: "${id}" })`))).toEqual([['tag-id', 'tag']]);
    expect(await rules(attach(`removeOwner(input: { id: "${id}", owner: "tag:default/x" })`))).toEqual([['owner-id', 'owner']]);
    expect(await rules(attach(`assignDomain(input: { id: "${id}", domain: "${term('a')}" })`))).toEqual([['domain-id', 'domain']]);
    expect(await rules(attach(`assignDomain(input: { id: "${domain('a')}", domain: "${domain('sales')}" })`))).toEqual([
      ['domain-by-parent', 'id'],
    ]);
    expect(await rules(attach(`attachTerm(input: { id: "${world.dataset('never')}", term: "x" })`))).toEqual([['known-entity', 'id']]);
    expect(await rules(defineTerm('t', `parent: "${id}"`))).toEqual([['term-id', 'parent']]);
    expect(await rules(defineTerm('t', `related: ["churn", "${id}"]`))).toEqual([['term-id', 'related']]);
    await expect(say('defineTerm(input: { name: "x" })', 'term { id }', { role: 'READER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(say('attachTerm(input: { id: "x", term: "x" })', 'entity { id }', { role: 'READER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('facts that cross', () => {
  test('make a circle that reading gets out of, the same in either order; a person resolves it', async () => {
    const read = async (x: string, y: string) => {
      const answer = await world.ask<Record<string, unknown>>(
        `query ($ns: String!, $x: String!, $y: String!, $below: String!, $idX: ID!, $idY: ID!) {
          x: domain(namespace: $ns, name: $x) { parent { name } parents { name } children { nodes { name } } entities(deep: true) { nodes { name } } }
          y: domain(namespace: $ns, name: $y) { parent { name } parents { name } children { nodes { name } } entities(deep: true) { nodes { name } } }
          below: domain(namespace: $ns, name: $below) { parents { name } }
          inX: datasets(filter: { domain: $idX }) { nodes { name } } inY: datasets(filter: { domain: $idY }) { nodes { name } }
          tops: domains(filter: { namespace: $ns, top: true, nameContains: "ring" }) { nodes { name } } }`,
        { ns: world.ns, x, y, below: `below ${x}`, idX: domain(x), idY: domain(y) },
      );
      return JSON.parse(JSON.stringify(answer).replaceAll(x, 'x').replaceAll(y, 'y')) as Record<string, unknown>;
    };
    const cross = async (x: string, y: string, facts: readonly [string, string][]) => {
      await world.said([
        { id: world.dataset(`in ${x}`), attributes: { domain: domain(x) } },
        { id: domain(`below ${x}`), attributes: { parent: domain(x) } },
      ]);
      for (const [id, parent] of facts)
        await world.said([{ id, attributes: { parent } }], { at: '2026-01-01 00:00:00', producer: `https://example.org/${id}` });
      return read(x, y);
    };
    const one = await cross('ring1', 'ring2', [
      [domain('ring1'), domain('ring2')],
      [domain('ring2'), domain('ring1')],
    ]);
    expect(one).toEqual({
      x: {
        parent: { name: 'y' },
        parents: [{ name: 'y' }],
        children: { nodes: [{ name: 'below x' }, { name: 'y' }] },
        entities: { nodes: [{ name: 'in x' }] },
      },
      y: { parent: { name: 'x' }, parents: [{ name: 'x' }], children: { nodes: [{ name: 'x' }] }, entities: { nodes: [{ name: 'in x' }] } },
      below: { parents: [{ name: 'x' }, { name: 'y' }] },
      inX: { nodes: [{ name: 'in x' }] },
      inY: { nodes: [{ name: 'in x' }] },
      tops: { nodes: [{ name: 'x' }, { name: 'y' }] },
    });
    const resolved = await defineDomain('ring2', 'parent: null');
    expect(resolved.it).toMatchObject({ parent: null });
    expect(await read('ring1', 'ring2')).toMatchObject({
      y: { parents: [] },
      tops: { nodes: [{ name: 'y' }] },
      inY: { nodes: [{ name: 'in x' }] },
    });
    await defineDomain('ring1', 'parent: null');
    const two = await cross('ring3', 'ring4', [
      [domain('ring4'), domain('ring3')],
      [domain('ring3'), domain('ring4')],
    ]);
    expect({ ...two, tops: null }).toEqual({ ...one, tops: null });
  });
});

test('a page of a hundred with terms, domain and all above takes a fixed number of statements', async () => {
  await world.said(
    Array.from({ length: 100 }, (_, at) => ({
      id: world.dataset(`many-${at}`),
      attributes: { [`term:${term(`m${at % 9}`)}`]: true, domain: domain(`part ${at % 7}`) },
    })),
  );
  await world.said(Array.from({ length: 7 }, (_, at) => ({ id: domain(`part ${at}`), attributes: { parent: domain('parts') } })));
  const QUERY = `query ($ns: String!, $first: Int) { datasets(filter: { namespace: $ns, nameContains: "many-" }, first: $first) { nodes {
    terms { by term { name related { name } } } domain { name parent { name } parents { name } children(first: 5) { nodes { name } } entities(first: 5) { nodes { name } } } } } }`;
  const few = await world.ask<{ datasets: { nodes: object[] } }>(QUERY, { ns: world.ns, first: 2 });
  const statements = world.counting.statements.length;
  const many = await world.ask<{ datasets: { nodes: object[] } }>(QUERY, { ns: world.ns, first: 100 });
  expect([few.datasets.nodes.length, many.datasets.nodes.length]).toEqual([2, 100]);
  expect(world.counting.statements.length).toBe(statements);
  expect(statements).toBeLessThanOrEqual(7);
  expect(many.datasets.nodes[0]).toMatchObject({
    terms: [{ by: 'https://example.org/test', term: { name: 'm0' } }],
    domain: { name: 'part 0', parent: { name: 'parts' }, parents: [{ name: 'parts' }] },
  });
});

test('every kind is reached by node(id) with its terms and domain', async () => {
  const { nodes } = await world.ask<{ nodes: object[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entity { terms { by } domain { id } } } }',
    { ids: [term('churn'), domain('sales')] },
  );
  expect(nodes).toEqual([
    { __typename: 'Term', id: term('churn'), terms: [{ by: 'person:ana' }], domain: { id: domain('online') } },
    { __typename: 'Domain', id: domain('sales'), terms: [], domain: null },
  ]);
});

test('every statement that was needed here had been planned by the warm-up', () => {
  expect([...world.counting.all].filter((statement) => !warmed.has(statement))).toEqual([]);
});
