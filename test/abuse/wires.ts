import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, leakIn, notRefused, Tally } from './attack.js';
import { Live, openSocket, post, sendBytes, type Target } from './target.js';

const HEAD = (port: number, length: number, token: string): string =>
  `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** Those who hold on to something, while everybody else goes on; how long. */
const holdMs = ({ full }: Target): number => (full ? 20_000 : 4_000);

const slowAttack: Attack = {
  what: 'slow bodies, headers that never end, connections on which nothing is said',
  async run(target) {
    const tally = new Tally();
    const sockets = Array.from({ length: target.full ? 600 : 200 }, (_, i) => {
      const socket = openSocket(target);
      if (i % 3 === 0) socket.write(HEAD(target.port, 1_000_000, target.reader));
      if (i % 3 === 1) socket.write('GET /graphql HTTP/1.1\r\nHost: x\r\nX-A: ');
      return socket;
    });
    const end = Date.now() + holdMs(target);
    while (Date.now() < end) {
      for (const [i, socket] of sockets.entries()) if (i % 3 !== 2 && socket.writable) socket.write('x');
      await sleep(500);
    }
    for (const socket of sockets) {
      tally.add('a connection', undefined);
      socket.destroy();
    }
    return tally;
  },
};

const halfOpenAttack: Attack = {
  what: 'WebSockets that never say who they are',
  async run(target) {
    const tally = new Tally();
    const lives = Array.from({ length: target.full ? 300 : 100 }, () => new Live(target));
    for (const live of lives) tally.add('a socket', (await within(10_000, live.closed)) === 4408 ? undefined : 'it was not closed');
    return tally;
  },
};

const manyOperations: Attack = {
  what: '1,000 operations on one socket',
  async run(target) {
    const tally = new Tally();
    const live = new Live(target);
    await live.enter(target.reader);
    for (let i = 0; i < 1_000; i++) live.ask(String(i), { query: 'subscription { changes { __typename } }' });
    await live.heard((text) => text.includes('"id":"999"'));
    const refused = live.said.filter((text) => text.includes('operations are under way on this socket')).length;
    tally.sent = 1_000;
    if (refused !== 900) tally.wrong.push(`${refused} of 1,000 were refused`);
    live.socket.close();
    await live.closed;
    return tally;
  },
};

const frames: Attack = {
  what: 'frames that are too large, binary, not UTF-8, or no message',
  async run(target) {
    const tally = new Tally();
    const init = JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${target.reader}` } });
    const sent: [string, Buffer | string, boolean, number][] = [
      ['too large', `"${'x'.repeat(1_048_577)}"`, false, 1009],
      ['10 MB', 'x'.repeat(10_000_000), false, 1009],
      ['binary', Buffer.from(init), true, 1003],
      ['not UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), false, 1007],
      ['no JSON', 'hello', false, 4400],
      ['no message', '{"type":"shutdown"}', false, 4400],
      ['deep JSON', '['.repeat(500_000), false, 4400],
      ['an operation before who it is', '{"type":"subscribe","id":"1","payload":{"query":"{viewer{name}}"}}', false, 4401],
      ['who it is, twice', init, false, 4429],
    ];
    for (const [what, data, binary, code] of sent) {
      const live = new Live(target);
      await live.opened();
      if (code === 4429) await live.enter(target.reader);
      live.socket.send(data, { binary });
      const closed = await within(10_000, live.closed);
      tally.add(what, closed === code || (code === 1009 && closed === 1006) ? undefined : `it was closed with ${closed}, not ${code}`);
    }
    return tally;
  },
};

const bodies: Attack = {
  what: 'bodies that are too large, broken, bent or no HTTP',
  async run(target) {
    const tally = new Tally();
    const broken: [string, string][] = [
      ['11 MB', JSON.stringify({ query: '{ viewer { name } }', pad: 'x'.repeat(11_000_000) })],
      [
        '1 MB of names',
        JSON.stringify({ query: 1, variables: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i])) }),
      ],
      ['10 MB of lists in lists', '['.repeat(5_000_000)],
      [
        'lists in lists, closed',
        `{"query":"{ viewer { name } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}},"operationName":1}`,
      ],
      ['no JSON', '{"query":'],
      ['a prototype', '{"query":"{ viewer { name } }","__proto__":{"admin":true}}'],
      ['several', '[{"query":"{ viewer { name } }"},{"query":"{ viewer { name } }"}]'],
      ['nothing', ''],
    ];
    for (const [what, body] of broken) tally.add(what, notRefused(await post(target, body, target.reader).catch(cutOff), target.secrets));
    const packed = await post(target, '{"query":"{ viewer { name } }"}', target.reader, { 'content-encoding': 'gzip' });
    tally.add('said to be packed', packed.text.includes('"role"') ? 'it was answered' : leakIn(packed.text, target.secrets));
    for (const raw of [
      '\u0016\u0003\u0001\u0002\u0000\u0001',
      'GET\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET /graphql HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
      'GET /graphql HTTP/1.1\r\n\r\n',
    ]) {
      const said = await sendBytes(target, raw);
      tally.add(raw.slice(0, 30), /^HTTP\/1\.1 [235]/.test(said) ? `it was answered: ${said.slice(0, 200)}` : leakIn(said, target.secrets));
    }
    return tally;
  },
};

/** Whoever sends more than is taken may find the line cut before the answer. */
const cutOff = (): { status: number; text: string } => ({ status: 413, text: '"code":"TOO_LARGE"' });

async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result | undefined> {
  return Promise.race([promise, sleep(ms).then(() => undefined)]);
}

export const wireAttacks: readonly Attack[] = [slowAttack, halfOpenAttack, manyOperations, frames, bodies];
