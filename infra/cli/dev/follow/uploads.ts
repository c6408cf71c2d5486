import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadObjectCommand, NotFound } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { passedOver } from '../../../../shared/messages/passed-over.ts';
import type { Retry } from './retry.ts';
import { type DropPlaces, takeBack, takenBackLine } from './take-back.ts';

/** Where uploads come from and go to. */
export interface UploadPlaces extends DropPlaces {
  /** What else is to be said of a file that is taken, such as whose money it is about. */
  readonly remark?: (name: string, content: Uint8Array) => Promise<string | null>;
}

/** A file as it lies there; when it was written in epoch milliseconds. */
interface Dropped {
  readonly body: Uint8Array;
  readonly writtenAt: number;
}

async function contentOf(path: string): Promise<Dropped | null> {
  try {
    return { body: await readFile(path), writtenAt: (await stat(path)).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Carries dropped files to the bucket, one after the other. A content goes up once for each time
 * its file is put there. The bucket itself says what went up before a restart, so nothing is
 * forgotten or repeated wherever the process is killed.
 */
export class Uploads {
  readonly #places: UploadPlaces;
  readonly #retry: Retry;
  readonly #tell: (line: string) => void;
  /** Hashes of what went up, by name; null: it was there before, the bucket may know it. */
  readonly #known = new Map<string, string | null>();
  /** When the files were written that were taken or passed over, by name. */
  readonly #seen = new Map<string, number>();
  /** Names by the hash of what went up under them since this start. */
  readonly #names = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(places: UploadPlaces, retry: Retry, tell: (line: string) => void) {
    this.#places = places;
    this.#retry = retry;
    this.#tell = tell;
  }

  /** Files that may have gone up before this start. */
  expect(names: Iterable<string>): void {
    for (const name of names) this.#known.set(name, null);
  }

  /** Takes a file that is there. */
  offer(name: string): void {
    this.#last = this.#last.then(
      async () => await this.#retry.until(name, async () => await this.#upload(name)),
    );
  }

  /** A file was taken away, and so is what went up of it: put there again, it is meant. */
  forget(name: string): void {
    this.#last = this.#last.then(
      async () => await this.#retry.until(name, async () => await this.#takeBack(name)),
    );
  }

  /** Resolves when everything offered so far has gone up or was given up. */
  async settled(): Promise<void> {
    await this.#last;
  }

  async #takeBack(name: string): Promise<void> {
    this.#known.delete(name);
    if (await takeBack(this.#places, name)) this.#tell(takenBackLine(this.#object(name).Key));
  }

  async #upload(name: string): Promise<void> {
    const dropped = await contentOf(join(this.#places.folder, ...name.split('/')));
    if (dropped === null) return;
    const { body, writtenAt } = dropped;
    const none = passedOver(name, body.length);
    if (none !== null) {
      this.#tell(`Passed over ${this.#object(name).Key}: it is ${none}.`);
      return;
    }
    const sha256 = createHash('sha256').update(body).digest('hex');
    const known = this.#known.get(name);
    const before = known === null ? await this.#inBucket(name) : known;
    const isNew = before !== sha256;
    if (isNew) {
      await new Upload({
        client: this.#places.s3,
        params: { ...this.#object(name), Body: body, Metadata: { sha256 } },
      }).done();
    }
    // The system may tell twice of one file; a file that was written anew is somebody's wish.
    const isAgain = !isNew && known !== null && this.#seen.get(name) !== writtenAt;
    // Before anything is told: what fails in telling must not take the file up once more.
    this.#known.set(name, sha256);
    this.#seen.set(name, writtenAt);
    if (isNew) await this.#tellTaken(name, sha256, body);
    if (isAgain) {
      this.#tell(
        `${this.#object(name).Key} has the content that was taken before, so it is not taken again: to have it carried out once more, take the file away first.`,
      );
    }
  }

  async #tellTaken(name: string, sha256: string, body: Uint8Array): Promise<void> {
    const key = this.#object(name).Key;
    const same = this.#names.get(sha256);
    this.#tell(
      same === undefined
        ? `Took ${key}.`
        : `Took ${key}, with the same content as ${same} before: what that has renewed is not paid again.`,
    );
    this.#names.set(sha256, key);
    const remark = (await this.#places.remark?.(name, body)) ?? null;
    if (remark !== null) this.#tell(remark);
  }

  #object(name: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#places.bucket, Key: `${this.#places.prefix}${name}` };
  }

  async #inBucket(name: string): Promise<string | undefined> {
    try {
      const head = await this.#places.s3.send(new HeadObjectCommand(this.#object(name)));
      return head.Metadata?.['sha256'];
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
