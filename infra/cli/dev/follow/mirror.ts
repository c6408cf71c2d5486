import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { type ListedObject, listObjects } from './list-objects.ts';
import type { Retry } from './retry.ts';

/** What is mirrored and where. */
export interface MirrorPlaces {
  readonly s3: S3Client;
  readonly bucket: string;
  /** Under this folder a file lies as its object under the bucket. */
  readonly folder: string;
  /** Such as `results/`. */
  readonly prefixes: readonly string[];
  /** The file in which is noted what was written already: a file the user removes stays away. */
  readonly notes: string;
}

const notesSchema = z.record(z.string(), z.string());

/** Writes what appears in the bucket to a folder, each version of it once. */
export class Mirror {
  readonly #places: MirrorPlaces;
  readonly #retry: Retry;
  readonly #onFile: (key: string, path: string) => void;
  readonly #written: Map<string, string>;
  readonly #underWay = new Set<string>();
  #writing: Promise<unknown>[] = [];

  /** `onFile` hears of each file that was written. */
  constructor(places: MirrorPlaces, retry: Retry, onFile: (key: string, path: string) => void) {
    this.#places = places;
    this.#retry = retry;
    this.#onFile = onFile;
    this.#written = readNotes(places.notes);
  }

  /** Looks once, and begins to write what is new; one file does not wait for another. */
  async look(): Promise<void> {
    for (const prefix of this.#places.prefixes) {
      for (const object of await listObjects(this.#places.s3, this.#places.bucket, prefix)) {
        if (this.#isNew(object)) this.#writing.push(this.#take(object));
      }
    }
  }

  /** Resolves when what was begun is written or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.splice(0));
  }

  #isNew(object: ListedObject): boolean {
    const { key } = object;
    if (key.endsWith('/') || this.#underWay.has(key)) return false;
    return this.#written.get(key) !== versionOf(object);
  }

  async #take(object: ListedObject): Promise<void> {
    const { key } = object;
    const path = resolve(this.#places.folder, key);
    // A key may say anything; nothing outside the folder is ever written.
    const outside = relative(this.#places.folder, path).startsWith('..');
    this.#underWay.add(key);
    const done = outside
      ? true
      : await this.#retry.until(path, async () => await this.#write(key, path));
    this.#underWay.delete(key);
    if (done === null) return;
    this.#written.set(key, versionOf(object));
    writeFileAtomic(this.#places.notes, JSON.stringify(Object.fromEntries(this.#written)));
    if (!outside) this.#onFile(key, path);
  }

  async #write(key: string, path: string): Promise<true> {
    const { s3, bucket } = this.#places;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic(path, Buffer.from(bytes));
    return true;
  }
}

function versionOf({ eTag, writtenAt }: ListedObject): string {
  return `${eTag} ${writtenAt}`;
}

function readNotes(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(notesSchema.parse(JSON.parse(readFileSync(path, 'utf8')))));
}
