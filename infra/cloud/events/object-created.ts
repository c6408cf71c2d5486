import { randomUUID } from 'node:crypto';
import { LOCAL_REGION } from '../template/resource-types.ts';

/** An object that was just written, or is told of again. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly how: 'Put' | 'Copy' | 'CompleteMultipartUpload';
  /** The access key of the writer. */
  readonly by: string;
  readonly facts: ObjectFacts;
  /** The chain in which a function wrote it. */
  readonly trace?: string | undefined;
}

/** An object as the bucket holds it. */
export interface ObjectFacts {
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly eTag: string;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  /** Where the bucket keeps versions. */
  readonly versionId?: string;
}

/** Keys stand in events as in forms: `a b+c` is `a+b%2Bc`; slashes stay. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll(/[!'()~]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** What tells two writings of one key apart in their events. */
export function sequencerOf(writtenAt: number): string {
  return writtenAt.toString(16).toUpperCase().padStart(18, '0');
}

/**
 * The record of an S3 event; `more`: what it says of an object that is there. `at`: epoch
 * milliseconds.
 */
export function objectEvent(
  eventName: string,
  { bucket, key, by }: Pick<StoredObject, 'bucket' | 'key' | 'by'>,
  at: number,
  more: Partial<Pick<ObjectFacts, 'size' | 'eTag' | 'versionId'>> = {},
): object {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: LOCAL_REGION,
    eventTime: new Date(at).toISOString(),
    eventName,
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
      object: { key: encodeKey(key), ...more, sequencer: sequencerOf(at) },
    },
  };
}

/**
 * The record of an S3 event for a written object. Its time and sequencer are the object's own, so
 * that the event of an object that is still there can be told again to the letter, after a restart
 * too.
 */
export function objectCreated(object: StoredObject): object {
  const { writtenAt, ...more } = object.facts;
  return objectEvent(`ObjectCreated:${object.how}`, object, writtenAt, more);
}
