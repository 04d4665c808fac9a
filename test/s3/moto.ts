import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { pythonEnvironment } from '../../scripts/python-environment.js';
import { freePort } from '../support/vinci-process.js';

const PATIENCE_MS = 60_000;
const KEY = { accessKeyId: 'test', secretAccessKey: 'of-this-test-only' };
const REGION = 'eu-central-1';

/** An S3 of the test's own: moto, as a server in a virtual environment. It forgets everything when it stops. */
export class Moto {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly command: string,
    private readonly port: number,
    readonly bucket: string,
  ) {}

  static async start(bucket: string): Promise<Moto> {
    const python = pythonEnvironment('s3', join(import.meta.dirname, 'requirements.txt'));
    const moto = new Moto(join(dirname(python), 'moto_server'), await freePort(), bucket);
    await moto.start();
    return moto;
  }

  /** What a Vinci that uses it is to be told. */
  get environment(): Record<string, string> {
    return {
      VINCI_ARTIFACTS: `s3://${this.bucket}/vinci`,
      VINCI_S3_ENDPOINT: this.endpoint,
      VINCI_S3_REGION: REGION,
      AWS_ACCESS_KEY_ID: KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEY.secretAccessKey,
    };
  }

  /** With an empty bucket. */
  async start(): Promise<void> {
    this.child = spawn(this.command, ['-H', '127.0.0.1', '-p', String(this.port)], { stdio: 'ignore' });
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
      const made = await fetch(`${this.endpoint}/${this.bucket}`, { method: 'PUT' }).catch(() => undefined);
      if (made?.ok) return;
      if (Date.now() > end || this.child.exitCode !== null) throw new Error('moto_server does not start.');
    }
  }

  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Keys of the objects that are there, and of uploads in parts that were not ended. */
  async keys(): Promise<{ objects: string[]; unfinished: string[] }> {
    const client = new S3Client({ endpoint: this.endpoint, region: REGION, forcePathStyle: true, credentials: KEY });
    try {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: this.bucket }));
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: this.bucket }));
      return { objects: Contents.map(({ Key = '' }) => Key), unfinished: Uploads.map(({ Key = '' }) => Key) };
    } finally {
      client.destroy();
    }
  }

  private get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }
}
