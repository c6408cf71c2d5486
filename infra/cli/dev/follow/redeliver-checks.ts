import type { S3Client } from '@aws-sdk/client-s3';
import type { Account } from '../../../../shared/settings/account.ts';
import { jobIdentity } from '../../../../shared/jobs/job-identity.ts';
import { CHECK, readDroppedKey, RESULTS } from '../../../../shared/store/keys.ts';
import { nameAccount } from '../../../../shared/settings/name-account.ts';
import { sequencerOf } from '../../../cloud/events/object-created.ts';
import { versionOf } from '../../../cloud/storage/object-version.ts';
import { listObjects } from './list-objects.ts';

/** What is needed to tell of files to check once more. */
export interface RedeliverCheckServices {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly accounts: readonly Account[];
  readonly deliverAgain: (key: string) => Promise<void>;
}

/**
 * Tells of every object under `check/` that has no workbook yet: its event may have been lost with
 * the process. The event is the same one, so the dry run goes on where it was.
 */
export async function redeliverChecks(services: RedeliverCheckServices): Promise<void> {
  const { s3, bucket, accounts, deliverAgain } = services;
  const written = (await listObjects(s3, bucket, RESULTS)).map(({ key }) => key);
  for (const { key, eTag, writtenAt } of await listObjects(s3, bucket, CHECK)) {
    const dropped = readDroppedKey(key, CHECK);
    if (dropped === null) continue;
    const versionId = versionOf({ eTag, writtenAt });
    const pin = { bucket, key, versionId, eTag, sequencer: sequencerOf(writtenAt) };
    const id = jobIdentity(nameAccount(dropped, accounts, CHECK).name, pin);
    if (!written.some((each) => each.endsWith(`.${id}.check.xlsx`))) await deliverAgain(key);
  }
}
