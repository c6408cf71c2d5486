import type { S3Client } from '@aws-sdk/client-s3';
import type { Job } from '../../../../shared/jobs/job.ts';
import { APPROVED } from '../../../../shared/store/keys.ts';
import { sequencerOf } from '../../../cloud/events/object-created.ts';
import { listObjects } from './list-objects.ts';

/** What is needed to tell of uploads once more. */
export interface RedeliverServices {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly jobs: () => Promise<readonly Pick<Job, 'status' | 'source'>[]>;
  readonly deliverAgain: (key: string) => Promise<void>;
}

/**
 * Tells of every dropped object that has not become a job with a plan: its event may have been lost
 * with the process. The event is the same one, so a job that it has made already is not made again.
 */
export async function redeliverUploads(services: RedeliverServices): Promise<void> {
  const { s3, bucket, jobs, deliverAgain } = services;
  const taken = new Set(
    (await jobs())
      .filter(({ status }) => status !== 'planning')
      .map(({ source }) => JSON.stringify([source.key, source.eTag, source.sequencer])),
  );
  for (const { key, eTag, writtenAt } of await listObjects(s3, bucket, APPROVED)) {
    const pin = JSON.stringify([key, eTag, sequencerOf(writtenAt)]);
    if (!key.endsWith('/') && !taken.has(pin)) await deliverAgain(key);
  }
}
