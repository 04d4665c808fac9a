import { type Attack, leakIn, notHarmless, notRefused, Tally } from './attack.js';
import { Live, post, type Target } from './target.js';

const AT_ONCE = 64;

const COLUMNS = 'columns(first: 100) { nodes { id name type dataset { name } } }';
const nodes = Array.from({ length: 30 }, (_, i) => `a${i}: node(id: "dataset:shop/enriched") { ... on Dataset { ${COLUMNS} } }`);
const DEAR = `{ ${nodes.join(' ')} }`;
const INVALID = `{ viewer { ${Array.from({ length: 900 }, (_, i) => `x${i}`).join(' ')} } }`;

/** More at once than anybody needs, again and again. */
export const floodAttacks: readonly Attack[] = [
  { what: 'dear questions over 64 connections', flood: true, run: (target) => flood(target, DEAR, notHarmless) },
  { what: 'invalid documents over 64 connections', flood: true, refused: true, run: (target) => flood(target, INVALID, notRefused) },
  { what: 'dear questions over a socket, 64 at a time', flood: true, run: floodSocket },
  { what: 'messages of a megabyte over 10 sockets, 100 at a time', flood: true, run: floodLong },
];

async function flood(target: Target, query: string, judge: typeof notHarmless): Promise<Tally> {
  const tally = new Tally();
  const end = endOf(target);
  const work = async (): Promise<void> => {
    while (Date.now() < end) tally.add('HTTP', judge(await post(target, { query }, target.reader), target.secrets));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tally;
}

/** Each answer is followed by another question. */
async function floodSocket(target: Target): Promise<Tally> {
  const tally = new Tally();
  const live = new Live(target);
  if (!(await live.enter(target.reader))) {
    tally.add('WebSocket', 'it was not let in');
    return tally;
  }
  const end = endOf(target);
  let asked = 0;
  const askNext = (): void => live.ask(String(asked++), { query: DEAR });
  live.socket.on('message', (data) => {
    const text = String(data);
    live.said.length = 0;
    if (text.includes('"type":"next"')) tally.add('WebSocket', leakIn(text, target.secrets));
    else if (Date.now() > end) live.socket.close();
    else askNext();
  });
  for (let i = 0; i < AT_ONCE; i++) askNext();
  if ((await live.closed) !== CLOSED_BY_US) tally.add('WebSocket', `it was closed with ${await live.closed}`);
  return tally;
}

/** Each is within the limits; all of them together are more than a server should hold. */
async function floodLong(target: Target): Promise<Tally> {
  const tally = new Tally();
  const pad = 'x'.repeat(1_000_000);
  const each = target.full ? 100 : 10;
  async function work(): Promise<void> {
    const live = new Live(target);
    if (!(await live.enter(target.reader))) return tally.add('WebSocket', 'it was not let in');
    for (let i = 0; i < each; i++) live.ask(String(i), { query: `{ viewer { name no${i} } }`, variables: { pad } });
    const answers = (): string[] => live.said.filter((text) => text.includes('"type":"error"'));
    if (!(await live.heard(() => answers().length === each))) tally.add('WebSocket', `${answers().length} of ${each} were answered`);
    for (const text of answers()) tally.add('WebSocket', notRefused({ status: 400, text }, target.secrets));
    live.socket.close();
  }
  await Promise.all(Array.from({ length: 10 }, work));
  return tally;
}

const CLOSED_BY_US = 1005;

const endOf = ({ full }: Target): number => Date.now() + (full ? 10_000 : 1_000);
