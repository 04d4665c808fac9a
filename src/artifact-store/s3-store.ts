import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Semaphore } from 'async-mutex';
import { isContentHash } from '../catalog/artifact/content-hash.js';
import { StartupError, Unavailable, VinciError } from '../errors.js';
import type { ArtifactStore, ByteRange, HeldContent } from './artifact-store.js';
import { keyOf } from './key.js';

export interface Bucket {
  readonly bucket: string;
  /** Without slashes at its ends; '' for none. */
  readonly prefix: string;
  /** Of what is not Amazon's. */
  readonly endpoint?: string;
  /** Absent: as the SDK finds it (AWS_REGION, its files). */
  readonly region?: string;
}

const PART = 8 * 1024 * 1024;
/** S3 takes no more of one object. */
const MOST_PARTS = 10_000;
/** Parts are kept in memory while they are sent: so many of one file, of so many files at a time. */
const PARTS_AT_ONCE = 3;
const FILES_AT_ONCE = 3;
/** No removal may take effect when nobody expects it any more. Milliseconds. */
const REMOVE_MS = 60_000;

/** A bucket of Amazon S3 or of anything that speaks like it. Credentials are found by the SDK's own chain. */
export class S3ArtifactStore implements ArtifactStore {
  private readonly adding = new Semaphore(FILES_AT_ONCE);

  private constructor(
    private readonly client: S3Client,
    private readonly at: Bucket,
  ) {}

  /** Throws StartupError when nobody says which region it is in. */
  static async open(at: Bucket): Promise<S3ArtifactStore> {
    const { endpoint, region } = at;
    const client = new S3Client({
      ...(region && { region }),
      // Most of those that are not Amazon's know neither hosts per bucket nor all of its checksums.
      ...(endpoint && {
        endpoint,
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    });
    try {
      await client.config.region();
    } catch (error) {
      throw new StartupError(`The region of the bucket ${at.bucket} is not known: set VINCI_S3_REGION, or AWS_REGION.`, { cause: error });
    }
    return new S3ArtifactStore(client, at);
  }

  async sizeOf(hash: string): Promise<number | undefined> {
    const command = new HeadObjectCommand(this.object(hash));
    return (await this.orUndefined(this.client.send(command)))?.ContentLength;
  }

  async read(hash: string, range?: ByteRange): Promise<Readable | undefined> {
    const bytes = range && { Range: `bytes=${range.start}-${range.end}` };
    const command = new GetObjectCommand({ ...this.object(hash), ...bytes });
    return (await this.orUndefined(this.client.send(command)))?.Body as Readable | undefined;
  }

  async add(hash: string, file: string): Promise<void> {
    await this.adding.runExclusive(async () => {
      const { size } = await stat(file);
      const partSize = Math.max(PART, Math.ceil(size / MOST_PARTS));
      const body = createReadStream(file, { highWaterMark: 1024 * 1024 });
      const params = { ...this.object(hash), Body: body };
      try {
        await this.reached(new Upload({ client: this.client, params, partSize, queueSize: PARTS_AT_ONCE }).done());
      } finally {
        body.destroy();
      }
    });
    await rm(file, { force: true });
  }

  async remove(hash: string): Promise<void> {
    const bounded = { abortSignal: AbortSignal.timeout(REMOVE_MS) };
    await this.reached(this.client.send(new DeleteObjectCommand(this.object(hash)), bounded));
  }

  async *list(): AsyncIterable<HeldContent> {
    const pages = paginateListObjectsV2({ client: this.client }, this.all())[Symbol.asyncIterator]();
    for (;;) {
      const { value: page, done } = await this.reached(pages.next());
      if (done) return;
      for (const { Key = '', Size = 0, LastModified } of page?.Contents ?? []) {
        const hash = Key.slice(Key.lastIndexOf('/') + 1);
        if (isContentHash(hash) && Key === this.object(hash).Key) yield { hash, size: Size, since: LastModified?.getTime() ?? 0 };
      }
    }
  }

  async tidy(olderThan: number): Promise<void> {
    const { Uploads = [] } = await this.reached(this.client.send(new ListMultipartUploadsCommand(this.all())));
    for (const { Key, UploadId, Initiated } of Uploads)
      if (Initiated && Date.now() - Initiated.getTime() > olderThan)
        await this.reached(this.client.send(new AbortMultipartUploadCommand({ Bucket: this.at.bucket, Key, UploadId })));
  }

  private object(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.at.bucket, Key: this.at.prefix === '' ? keyOf(hash) : `${this.at.prefix}/${keyOf(hash)}` };
  }

  private all(): { Bucket: string; Prefix: string } {
    return { Bucket: this.at.bucket, Prefix: this.at.prefix === '' ? '' : `${this.at.prefix}/` };
  }

  private async orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
    return this.reached(answer.catch((error: unknown) => (isNoSuchKey(error) ? undefined : Promise.reject(error))));
  }

  private async reached<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof VinciError) throw error;
      const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new Unavailable(`The artifact store s3://${this.at.bucket} does not do as it is asked (${why}); try again later.`, 10, {
        cause: error,
      });
    }
  }
}

/** A HEAD has no body to say what is not there: the key or the bucket. */
const isNoSuchKey = (error: unknown): boolean => error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
