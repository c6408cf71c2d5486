import { randomUUID } from 'node:crypto';
import { LOCAL_REGION } from '../template/resource-types.ts';
import { encodeKey, sequencerOf } from './object-created.ts';

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
export function objectRemoved({ bucket, key, by }: RemovedObject, at: number): object {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: LOCAL_REGION,
    eventTime: new Date(at).toISOString(),
    eventName: 'ObjectRemoved:Delete',
    userIdentity: { principalId: `AWS:${by}` },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'local',
      bucket: {
        name: bucket,
        ownerIdentity: { principalId: 'LOCAL' },
        arn: `arn:aws:s3:::${bucket}`,
      },
      object: { key: encodeKey(key), sequencer: sequencerOf(at) },
    },
  };
}
