import { randomUUID } from 'node:crypto';
import type { StoredObject } from './bucket-notifications.ts';
import { LOCAL_REGION } from './resource-types.ts';

let sequence = BigInt(Date.now()) << 20n;

/** Keys stand in events as in forms: `a b+c` is `a+b%2Bc`; slashes stay. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll(/[!'()~]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** The record of an S3 event for a written object; `size` in bytes, `eTag` without quotes. */
export function objectCreated(
  { bucket, key, how, by }: StoredObject,
  { size, eTag }: { readonly size: number; readonly eTag: string },
): object {
  sequence += 1n;
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: LOCAL_REGION,
    eventTime: new Date().toISOString(),
    eventName: `ObjectCreated:${how}`,
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
      object: {
        key: encodeKey(key),
        size,
        eTag,
        sequencer: sequence.toString(16).toUpperCase().padStart(18, '0'),
      },
    },
  };
}
