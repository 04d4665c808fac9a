/**
 * `npm run bench artifacts`: a large file to and from the artifact store of the built server, next to a plain file server in Node
 * (which counts no hash), in turns. Wrong answers fail the bench, a missed target only with --strict.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peakMegabytes } from '../../support/process-usage.js';
import { withVinci } from '../databases.js';
import { machineLine } from '../machine.js';
import { type Row, table } from '../table.js';
import { makeFile, receive, send } from './transfer.js';

const MEGABYTES = 1024;
const SMOKE_MEGABYTES = 64;
const TURNS = 3;
/** Of the plain server's speed; megabytes resident. */
const TARGET = { speed: 0.5, memory: 400 };

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { megabytes: { type: 'string' }, smoke: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
});
const megabytes = Number(values.megabytes ?? (values.smoke ? SMOKE_MEGABYTES : MEGABYTES));
if (!Number.isInteger(megabytes) || megabytes < 1)
  throw new Error(`--megabytes is "${values.megabytes}"; npm run bench artifacts -- [--megabytes N] [--smoke] [--strict]`);
const turns = values.smoke ? 1 : TURNS;
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const rows: Row[] = [];
const faults: string[] = [];

/** Megabytes per second, of the best of several turns: the disk of a machine is not the same from one to the next. */
class Speeds {
  vinci = 0;
  plain = 0;

  constructor(private readonly what: string) {}

  note(who: 'vinci' | 'plain', seconds: number): void {
    this[who] = Math.max(this[who], megabytes / seconds);
  }

  row(): Row {
    const ratio = this.vinci / this.plain;
    return {
      what: `${this.what}, MB/s`,
      vinci: this.vinci.toFixed(0),
      plain: this.plain.toFixed(0),
      ratio,
      target: `>= ${TARGET.speed} x plain`,
      met: ratio >= TARGET.speed,
    };
  }
}

async function plainServer(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'file-server.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, url: `http://127.0.0.1:${port.toString().trim()}` };
}

function expect(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) faults.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'vinci-bench-artifacts-'));
try {
  await withVinci(async (vinci) => {
    const plain = await plainServer(folder);
    const [up, down] = [new Speeds('upload'), new Speeds('download')];
    const headers = { authorization: `Bearer ${vinci.token}` };
    const size = megabytes * 2 ** 20;
    for (let turn = 1; turn <= turns; turn++) {
      say(`Turn ${turn} of ${turns}: ${megabytes} MB to and from both ...`);
      const file = join(folder, 'sent');
      // Another content each time, so that it has to be taken in.
      const hash = await makeFile(file, size);
      const url = `${vinci.url}/api/v1/artifacts/${hash}`;
      const sent = await send(file, url, headers);
      const plainSent = await send(file, `${plain.url}/kept`);
      expect('upload', sent.status, 201);
      up.note('vinci', sent.seconds);
      up.note('plain', plainSent.seconds);
      const received = await receive(url, headers);
      const plainReceived = await receive(`${plain.url}/kept`);
      expect('size of the download', received.size, size);
      expect('size of the plain download', plainReceived.size, size);
      down.note('vinci', received.seconds);
      down.note('plain', plainReceived.seconds);
      expect('hash of the download', (await receive(url, headers, true)).hash, hash);
    }
    plain.child.kill();
    const memory = peakMegabytes(vinci.pid);
    const resident = { what: 'server: most memory resident, MB', vinci: String(memory) };
    rows.push(up.row(), down.row(), { ...resident, target: `< ${TARGET.memory}`, met: memory < TARGET.memory });
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const missed = rows.filter((row) => row.met === false);
console.log(`\nnpm run bench artifacts ${process.argv.slice(3).join(' ')}`.trimEnd());
console.log(`${machineLine()}\none file of ${megabytes} MB, the best of ${turns}; plain is a file server in Node\n`);
console.log(table(rows));
for (const fault of faults) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong answers, ${missed.length} targets missed.`);
process.exitCode = faults.length > 0 || (values.strict && missed.length > 0) ? 1 : 0;
