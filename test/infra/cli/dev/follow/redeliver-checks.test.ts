import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../../../infra/cloud/servers/emulator.ts';
import { ADMIN_KEY, Gate } from '../../../../../infra/cloud/permissions/gate.ts';
import { sequencerOf } from '../../../../../infra/cloud/events/object-created.ts';
import { versionOf } from '../../../../../infra/cloud/storage/object-version.ts';
import { listObjects } from '../../../../../infra/cli/dev/follow/list-objects.ts';
import { redeliverChecks } from '../../../../../infra/cli/dev/follow/redeliver-checks.ts';
import { jobIdentity } from '../../../../../shared/jobs/job-identity.ts';
import { checkKey } from '../../../../../shared/store/keys.ts';
import { testAccount } from '../../../../support/quote-rows.ts';

const BUCKET = 'quotes';
let emulator: Emulator;
let s3: S3Client;

const ignore = (): undefined => undefined;

beforeAll(async () => {
  emulator = await startEmulator(new Gate(ignore), {
    onWritten: ignore,
    onRemoved: ignore,
    onPublished: ignore,
  });
  s3 = new S3Client({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' },
  });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
});

afterAll(async () => {
  s3.destroy();
  await emulator.app.close();
});

async function put(key: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: key }));
}

/** The id of the dry run of an object that is there. */
async function idOf(key: string): Promise<string> {
  const [object] = await listObjects(s3, BUCKET, key);
  const { eTag, writtenAt } = object!;
  const pin = { versionId: versionOf(object!), eTag, sequencer: sequencerOf(writtenAt) };
  return jobIdentity('main', { bucket: BUCKET, key, ...pin });
}

test('a file to check whose event was lost is told of again, one with its workbook is not', async () => {
  for (const key of ['check/main/done.xlsx', 'check/main/lost.xlsx', 'approved/main/job.xlsx']) {
    await put(key);
  }
  await put(checkKey('main', 'done', await idOf('check/main/done.xlsx')));
  await put(checkKey('main', 'lost', 'abcdefghjk'));
  const told: string[] = [];
  await redeliverChecks({
    s3,
    bucket: BUCKET,
    accounts: [testAccount()],
    deliverAgain: async (key) => {
      await Promise.resolve(told.push(key));
    },
  });

  expect(told).toEqual(['check/main/lost.xlsx']);
});
