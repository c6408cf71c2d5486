import { objectEvent } from './object-created.ts';

/** An object that was just removed. */
export interface RemovedObject {
  readonly bucket: string;
  readonly key: string;
  /** The access key of who removed it. */
  readonly by: string;
  /** A bucket with versions puts a marker in its place; a single version is deleted for good. */
  readonly how: 'Delete' | 'DeleteMarkerCreated';
  /** The marker's version, or the one that was deleted. */
  readonly versionId?: string;
}

/** What S3 says a marker's content is: nothing. */
const ETAG_OF_NOTHING = 'd41d8cd98f00b204e9800998ecf8427e';

/** The record of an S3 event for a removed object. `at`: epoch milliseconds. */
export function objectRemoved(object: RemovedObject, at: number): object {
  const version = object.versionId === undefined ? {} : { versionId: object.versionId };
  const more = object.how === 'Delete' ? version : { ...version, eTag: ETAG_OF_NOTHING };
  return objectEvent(`ObjectRemoved:${object.how}`, object, at, more);
}
