import { type Attack, leakIn, notHarmless, notRefused, Tally } from './attack.js';
import { Live, post, type Target } from './target.js';

interface Hostile {
  readonly what: string;
  readonly query: string;
  readonly variables?: object;
  /** It may be answered. */
  readonly harmless?: boolean;
}

const many = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(' ');
const doubled = (depth: number, width: number): string =>
  depth === 0 ? 'name' : many(width, () => `nodes { ${doubled(depth - 1, width)} }`);
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `dataset:none/${i}`);
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

const DOCUMENTS: readonly Hostile[] = [
  { what: 'depth of 3,000', query: `{ ${'viewer { '.repeat(3_000)} name ${'} '.repeat(3_000)} }` },
  { what: 'lists in lists, 2,400 deep', query: `{ nodes(ids: ${'['.repeat(2_400)}${']'.repeat(2_400)}) { id } }` },
  { what: '10,000 aliases', query: `{ ${many(10_000, (i) => `a${i}: viewer { name }`)} }` },
  { what: '1,000 aliases', query: `{ viewer { ${many(1_000, (i) => `a${i}: name`)} } }` },
  {
    what: 'a fragment bomb',
    query: `{ ...F0 } ${many(200, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F200 on Query { viewer { name } }`,
  },
  {
    what: 'a fragment bomb without fields',
    query: `{ ...F0 } ${many(200, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F200 on Query { ...F200 }`,
  },
  { what: 'cyclic fragments', query: '{ ...A } fragment A on Query { viewer { ...B } } fragment B on Viewer { name ...B }' },
  { what: 'fragments in two circles', query: '{ ...A } fragment A on Query { a: viewer { ...A } b: viewer { ...A } }' },
  { what: 'the same field 990 times', query: `{ viewer { ${many(990, () => 'name')} } }` },
  { what: 'the same field with other arguments', query: `{ ${many(29, (i) => `node(id: "${i}") { ${many(30, () => 'id')} }`)} }` },
  { what: 'overlapping fields, 2 to the 8th', query: `{ datasets { ${doubled(8, 2)} } }` },
  { what: 'overlapping fields, 3 to the 5th', query: `{ datasets { ${doubled(5, 3)} } }` },
  {
    what: 'fragments that overlap each other',
    query: `{ viewer { ${many(300, (i) => `...F${i}`)} } } ${many(300, (i) => `fragment F${i} on Viewer { name role }`)}`,
  },
  { what: '1,000 directives', query: `{ viewer { name ${many(1_000, () => '@include(if: true)')} } }` },
  { what: '1,000 directives that are not there', query: `{ viewer { name ${many(1_000, (i) => `@d${i}`)} } }` },
  { what: '900 unknown fields', query: `{ viewer { ${many(900, (i) => `x${i}`)} } }` },
  { what: '800 variables', query: `query (${many(800, (i) => `$v${i}: Int`)}) { viewer { name } }` },
  { what: 'a document of a million characters', query: `{ viewer { name } } #${'x'.repeat(1_000_000)}` },
  { what: 'a list of 1,500 ids in the document', query: `{ nodes(ids: [${many(1_500, (i) => `"a${i}"`)}]) { id } }`, harmless: true },
  { what: 'a list of 20,000 ids', query: NODES, variables: { ids: ids(20_000) } },
  {
    what: 'variables 3,000 deep',
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id: JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as object },
  },
  { what: 'a list of 300,000 ids', query: NODES, variables: { ids: ids(300_000) } },
  {
    what: 'cost',
    query: '{ datasets(first: 100) { nodes { columns(first: 100) { nodes { derivedFrom(first: 100) { nodes { column { id } } } } } } } }',
  },
  { what: 'an enormous first', query: '{ datasets(first: 2147483647) { nodes { id } } }' },
  { what: 'a string of 900,000 characters', query: `{ node(id: "${'x'.repeat(900_000)}") { id } }`, harmless: true },
  {
    what: 'a string of 5 million characters',
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id: 'x'.repeat(5_000_000) },
    harmless: true,
  },
];

/** Each over HTTP, and what fits into a frame over a WebSocket. */
export const documentAttacks: readonly Attack[] = DOCUMENTS.map(({ what, query, variables, harmless = false }) => ({
  what,
  refused: !harmless && JSON.stringify(variables ?? '').length < 2_000_000,
  async run(target) {
    const tally = new Tally();
    const judge = harmless ? notHarmless : notRefused;
    const times = target.full ? 20 : 5;
    for (let i = 0; i < times; i++) tally.add('HTTP', judge(await post(target, { query, variables }, target.reader), target.secrets));
    if (JSON.stringify({ query, variables }).length < 1_000_000)
      await overSocket(target, { query, ...(variables && { variables }) }, harmless, times, tally);
    return tally;
  },
}));

async function overSocket(target: Target, payload: object, harmless: boolean, times: number, tally: Tally): Promise<void> {
  const live = new Live(target);
  if (!(await live.enter(target.reader))) return tally.add('WebSocket', 'it was not let in');
  for (let i = 0; i < times; i++) {
    const text = await live.answer(String(i), payload);
    const isRefused = /"type":"error"/.test(text) && /"code":"[A-Z_]+"/.test(text) && !text.includes('"INTERNAL"');
    tally.add(
      'WebSocket',
      isRefused || (harmless && text !== '') ? leakIn(text, target.secrets) : `it was not refused: ${text.slice(0, 200)}`,
    );
  }
  live.socket.close();
}
