import { objectEvent } from './object-created.ts';

/** An object that was just removed. */
export interface RemovedObject {
  readonly bucket: string;
  readonly key: string;
  /** The access key of who removed it. */
  readonly by: string;
}

/**
 * The record of an S3 event for a removed object. The buckets here have no versions, so nothing is
 * left of it and no delete marker stands in its place. `at`: epoch milliseconds.
 */
export function objectRemoved(object: RemovedObject, at: number): object {
  return objectEvent('ObjectRemoved:Delete', object, at);
}
