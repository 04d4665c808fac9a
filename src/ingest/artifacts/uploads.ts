import type { IncomingMessage } from 'node:http';
import type { ArtifactStore } from '../../artifact-store/artifact-store.js';
import type { Spool } from '../../artifact-store/spool.js';
import { type ArtifactRow, artifactId, isBeingPurged } from '../../catalog/artifact/artifact.js';
import { millisOf, timeOf } from '../../catalog/time.js';
import { Unavailable, VinciError } from '../../errors.js';
import type { Turns } from '../../turns.js';
import type { Json, Principal, Submit } from '../../write/fact.js';
import type { ContentRange } from './content-range.js';
import { bytesOf, CutOff } from './incoming.js';

export interface UploadsOptions {
  readonly store: ArtifactStore;
  readonly spool: Spool;
  readonly turns: Turns;
  readonly submit: Submit;
  /** The entity of a content's hash. */
  readonly find: (hash: string) => Promise<ArtifactRow | null>;
  /** Of one artifact. */
  readonly maxBytes: number;
}

export interface Upload {
  readonly request: IncomingMessage;
  /** Absent: whoever sends it does not know it. */
  readonly hash?: string;
  readonly range?: ContentRange | undefined;
  /** The Content-Length; absent where the body comes in chunks. */
  readonly length?: number | undefined;
  /** Whose word it is. */
  readonly sentBy: Principal;
  /** Whether the artifact of this id is not for them to see: it is then taken as if it was new, and whoever sends it has to have all of it. */
  readonly isHidden: (id: string) => Promise<boolean>;
  /** Attributes of the artifact. */
  readonly said: Readonly<Record<string, Json>>;
}

export type Uploaded =
  | { readonly done: true; readonly created: boolean; readonly artifact: ArtifactRow; readonly position: number }
  | { readonly done: false; readonly received: number; readonly total: number };

const UPLOADS_AT_ONCE = 16;

/**
 * Takes uploads in: into a file of their own, and once they are whole and checked into the store, and then into the catalog. So there
 * may be bytes that nothing knows of (taken up by the next upload of the same, or purged), and never an artifact without its bytes.
 */
export class Uploads {
  /** Files that are being written. */
  private readonly busy = new Set<string>();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly options: UploadsOptions) {}

  /** Of one artifact. */
  get maxBytes(): number {
    return this.options.maxBytes;
  }

  /** Throws TOO_LARGE, WRONG_CONTENT, NO_SPACE, CONFLICT, Unavailable, CutOff. */
  take(upload: Upload): Promise<Uploaded> {
    const work = this.receive(upload).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return work;
  }

  /** Resolves when nothing is under way any more. */
  async drained(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async receive(upload: Upload): Promise<Uploaded> {
    const { spool, store, maxBytes } = this.options;
    const { hash, range, length } = upload;
    const total = range?.total ?? length;
    if (total !== undefined && total > maxBytes) throw tooLarge(maxBytes);
    if (hash === undefined) return this.intoFile(upload, spool.newFile());

    const held = (await upload.isHidden(artifactId(hash))) ? undefined : await store.sizeOf(hash);
    if (held !== undefined) {
      if (total !== undefined && total !== held) throw wrongSize(held, total);
      return this.enter(hash, held, upload);
    }
    const part = spool.partOf(hash);
    if (!range || range.total === 0) return this.intoFile(upload, this.busy.has(part) ? spool.newFile() : part);
    const received = await spool.sizeOf(part);
    // Who asks how far it is may ask while another request still sends.
    if (this.busy.has(part)) {
      if (range.sent) throw new Unavailable('Another request sends to the same upload now; ask how far it has come, and go on then.');
      return { done: false, received: Math.min(received, range.total), total: range.total };
    }
    if (range.sent && range.sent.start <= received) return this.intoFile(upload, part, range.sent.start);
    // Nothing was sent, or what does not follow on what is there.
    return this.exclusively(upload, part, () => this.settle(upload, part, received));
  }

  private intoFile(upload: Upload, file: string, from = 0): Promise<Uploaded> {
    const { spool, maxBytes } = this.options;
    const { request, range } = upload;
    if (this.busy.size >= UPLOADS_AT_ONCE)
      throw new Unavailable(`${UPLOADS_AT_ONCE} uploads are under way, which is as many as there can be at once; try again shortly.`, 5);
    return this.exclusively(upload, file, async () => {
      const bytes = range?.sent
        ? bytesOf(request, range.sent.end + 1 - from, tooMany)
        : bytesOf(request, maxBytes, () => tooLarge(maxBytes));
      const { size, hash } = await spool.receive(file, from, bytes);
      return this.settle(upload, file, size, hash);
    });
  }

  /** Of what fails, only that is kept which can be gone on with. */
  private async exclusively(upload: Upload, file: string, work: () => Promise<Uploaded>): Promise<Uploaded> {
    const { spool } = this.options;
    this.busy.add(file);
    try {
      return await work();
    } catch (error) {
      const canGoOn = error instanceof CutOff || error instanceof Unavailable;
      if (!canGoOn || upload.hash === undefined || file !== spool.partOf(upload.hash)) await spool.remove(file);
      throw error;
    } finally {
      this.busy.delete(file);
    }
  }

  /** `actual`: the hash of what is in the file, if it is known. */
  private async settle(upload: Upload, file: string, received: number, actual?: string): Promise<Uploaded> {
    const { spool } = this.options;
    const total = upload.range?.total ?? received;
    if (received < total) return { done: false, received, total };
    if (received > total) throw wrongSize(received, total);
    const hash = actual ?? (await spool.hashOf(file));
    if (upload.hash !== undefined && hash !== upload.hash)
      throw new VinciError(
        'WRONG_CONTENT',
        `The content has the SHA-256 ${hash}, not ${upload.hash}: it is another, or was damaged on its way. Nothing was kept.`,
      );
    return this.enter(hash, received, upload, file);
  }

  /**
   * First the bytes, then the entity, provided that this is still as it was before the bytes were looked at: a purge, on whichever
   * server, changes it before it takes bytes away. Without a `file` they are there already.
   */
  private enter(hash: string, size: number, upload: Upload, file?: string): Promise<Uploaded> {
    const { store, spool, turns, find } = this.options;
    return turns.take(hash, async () => {
      let left = file;
      for (let tries = 0; tries < ENTERING_TRIES; tries++) {
        const known = await find(hash);
        if (known && isBeingPurged(known)) throw purgedMeanwhile();
        if ((await store.sizeOf(hash)) === undefined) {
          if (left === undefined) throw purgedMeanwhile();
          await store.add(hash, left);
          left = undefined;
        }
        const entered = await this.name(hash, size, upload, known);
        if (!entered) continue;
        if (left !== undefined) await spool.remove(left);
        return entered;
      }
      throw new Unavailable('Others change the same artifact all the time; send it once more.');
    });
  }

  /** Undefined when somebody else has changed the entity since it was `known`. */
  private async name(hash: string, size: number, upload: Upload, known: ArtifactRow | null): Promise<Uploaded | undefined> {
    const { find, submit } = this.options;
    const isThere = known?.stored === true && known.removedAt === null;
    const id = artifactId(hash);
    // Later than its removal, by whichever server's clock that was. What is there is named again: its age begins anew.
    const at = timeOf(Math.max(Date.now(), known?.removedAt ? millisOf(known.removedAt) + 1 : 0));
    const claim = { id, attributes: isThere ? {} : { ...upload.said, size, stored: true } };
    const command = { subject: id, input: hash, expectedPosition: known?.lastPosition ?? 0 };
    const fact = { producer: `person:${upload.sentBy.name}`, at, claims: [claim], command, raw: { ...claim, at } };
    const receipt = await submit(fact, upload.sentBy);
    if (receipt.problems[0]?.rule === 'CONFLICT') return undefined;
    const artifact = await find(hash);
    if (artifact?.stored === false) throw purgedMeanwhile();
    if (receipt.outcome === 'REFUSED' || !artifact || artifact.removedAt !== null)
      throw new VinciError('CONFLICT', `The artifact ${id} was removed for good: whoever did so can remove it again without ban.`);
    return { done: true, created: !isThere || (await upload.isHidden(id)), artifact, position: receipt.position };
  }
}

/** How often others may change the same artifact while it is entered. */
const ENTERING_TRIES = 20;

const tooLarge = (maxBytes: number): VinciError =>
  new VinciError('TOO_LARGE', `An artifact has at most ${maxBytes} bytes here (VINCI_ARTIFACT_MAX_BYTES); nothing was kept.`);

const tooMany = (): VinciError => new VinciError('WRONG_CONTENT', 'The body has more bytes than its Content-Range says; nothing was kept.');

const wrongSize = (actual: number, announced: number): VinciError =>
  new VinciError('WRONG_CONTENT', `The content has ${actual} bytes, not ${announced} as was announced.`);

const purgedMeanwhile = (): Unavailable => new Unavailable('The same content is purged at this moment; send it once more.', 5);
