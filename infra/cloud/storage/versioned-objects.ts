import type { ObjectFacts } from '../events/object-created.ts';
import type { EmulatorStores } from '../servers/emulator-stores.ts';
import { isMarker, markerVersion, versionOf } from './object-version.ts';

type Store = EmulatorStores['s3Store'];

/** Where an asked version lies. */
export type FoundVersion =
  | { readonly kind: 'current' }
  | { readonly kind: 'kept'; readonly bucket: string; readonly key: string };

/** Between the key and the version in the names of what is kept; S3 would take it in a key, people do not. */
const BETWEEN = '\n';

/**
 * The objects of all buckets, and for those that the template has versioned what was written over or
 * deleted: the emulator knows no versions, so they are kept in a bucket beside. The newest version is
 * the emulator's own object.
 */
export class VersionedObjects {
  readonly #store: Store;
  /** By the bucket: where its older versions are kept. */
  readonly #kept = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keeps versions of a bucket from now on; what was kept before a restart is taken up. */
  enable(bucket: string): void {
    const beside = `${bucket.slice(0, 60)}.v`;
    this.#store.createBucket(beside);
    this.#kept.set(bucket, beside);
  }

  /** Whether the bucket keeps versions. */
  has(bucket: string): boolean {
    return this.#kept.has(bucket);
  }

  /** The newest version of an object; null where there is none or it is deleted. */
  current(bucket: string, key: string): ObjectFacts | null {
    const object = this.#objectAt(bucket, key);
    if (object === null) return null;
    const { contentLength: size, etag, lastModified } = object;
    const facts = { size, eTag: etag.replaceAll('"', ''), writtenAt: lastModified.getTime() };
    return this.has(bucket) ? { ...facts, versionId: versionOf(facts) } : facts;
  }

  /** Before an object is written over or deleted: what stands there stays as a version. */
  keep(bucket: string, key: string): void {
    const beside = this.#kept.get(bucket);
    const facts = this.current(bucket, key);
    if (beside === undefined || facts === null) return;
    const object = this.#store.getObject(bucket, key);
    this.#put(beside, { ...object, key: `${key}${BETWEEN}${versionOf(facts)}` });
  }

  /** After an object was deleted: the marker that stands in its place, by its version. */
  mark(bucket: string, key: string, at: number): string {
    const version = markerVersion(at);
    this.#store.putObject(this.#kept.get(bucket)!, `${key}${BETWEEN}${version}`, Buffer.alloc(0));
    return version;
  }

  /** After a version was deleted for good: the newest one left is the object, unless it is a marker. */
  restore(bucket: string, key: string): void {
    const beside = this.#kept.get(bucket)!;
    if (this.current(bucket, key) !== null) return;
    const prefix = `${key}${BETWEEN}`;
    const { objects } = this.#store.listObjects(beside, { prefix, maxKeys: Infinity });
    const newest = objects
      .map((object) => object.key)
      .toSorted()
      .at(-1);
    if (newest === undefined || isMarker(newest)) return;
    this.#put(bucket, { ...this.#store.getObject(beside, newest), key });
    this.#store.deleteObject(beside, newest);
  }

  /** Null where there is no such version (any more). */
  find(bucket: string, key: string, version: string): FoundVersion | null {
    if (this.current(bucket, key)?.versionId === version) return { kind: 'current' };
    const beside = this.#kept.get(bucket);
    const name = `${key}${BETWEEN}${version}`;
    if (beside === undefined || this.#objectAt(beside, name) === null) return null;
    return { kind: 'kept', bucket: beside, key: name };
  }

  /** What the emulator holds of an object besides its content. */
  metadataOf(bucket: string, key: string): Readonly<Record<string, string>> {
    return this.#objectAt(bucket, key)?.metadata ?? {};
  }

  #objectAt(bucket: string, key: string): ReturnType<Store['headObject']> | null {
    try {
      return this.#store.headObject(bucket, key);
    } catch (error) {
      if (String((error as { code?: unknown }).code).startsWith('NoSuch')) return null;
      throw error;
    }
  }

  /** As it stands, with the time at which it was written. */
  #put(bucket: string, object: ReturnType<Store['headObject']>): void {
    const { persistence } = this.#store;
    persistence?.upsertObject(bucket, object);
    // Where bodies are on disk, the emulator reads them from there.
    const held = persistence === undefined ? object : { ...object, body: Buffer.alloc(0) };
    this.#store.restoreObject(bucket, held);
  }
}
