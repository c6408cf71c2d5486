import { createHash } from 'node:crypto';
import { jobIdOf } from './job-id.ts';
import type { SourceObject } from './job.ts';

/**
 * The id of the job that a dropped object is: the same event twice gives the same job, the same
 * file dropped twice gives two. Without versions the event's eTag and sequencer tell drops apart.
 */
export function jobIdentity(account: string, source: SourceObject): string {
  const pin = source.versionId === null ? [source.eTag, source.sequencer] : [source.versionId];
  const text = JSON.stringify([account, source.bucket, source.key, ...pin]);
  return jobIdOf(createHash('sha256').update(text).digest());
}
