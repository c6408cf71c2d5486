import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../../../infra/cloud/servers/emulator.ts';
import { ADMIN_KEY, Gate } from '../../../../../infra/cloud/permissions/gate.ts';
import { Retry } from '../../../../../infra/cli/dev/follow/retry.ts';
import { type DropPlaces, takeBackRemoved } from '../../../../../infra/cli/dev/follow/take-back.ts';
import { Uploads } from '../../../../../infra/cli/dev/follow/uploads.ts';

const BUCKET = 'bucket';
const folder = mkdtempSync(join(tmpdir(), 'take-back-'));
let emulator: Emulator;
let places: DropPlaces;
let removed: string[] = [];
let told: string[] = [];

beforeAll(async () => {
  emulator = await startEmulator(new Gate(() => undefined), {
    onWritten: () => undefined,
    onRemoved: ({ key }) => removed.push(key),
    onPublished: () => undefined,
  });
  const s3 = new S3Client({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' },
  });
  places = { s3, bucket: BUCKET, folder, prefix: 'approved/' };
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  mkdirSync(join(folder, 'main'));
});

afterAll(async () => {
  places.s3.destroy();
  await emulator.app.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  removed = [];
  told = [];
});

const pathOf = (name: string): string => join(folder, 'main', name);

/** Drops files and lets them go up. */
async function dropped(...names: readonly string[]): Promise<Uploads> {
  const uploads = new Uploads(places, new Retry(() => undefined, 10), (line) => told.push(line));
  for (const name of names) {
    writeFileSync(pathOf(name), name);
    uploads.offer(`main/${name}`);
  }
  await uploads.settled();
  return uploads;
}

test('a file that is removed from the folder is removed from the bucket, which is said', async () => {
  const uploads = await dropped('a.csv');
  rmSync(pathOf('a.csv'));
  uploads.forget('main/a.csv');
  await uploads.settled();

  expect(removed).toEqual(['approved/main/a.csv']);
  expect(told.at(-1)).toBe(
    'approved/main/a.csv was removed and is taken back: a job of it that waits or is suspended ends, one that runs goes on.',
  );
});

test('one that is there again by then is replaced, not removed', async () => {
  const uploads = await dropped('b.csv');
  uploads.forget('main/b.csv');
  uploads.offer('main/b.csv');
  await uploads.settled();

  expect(removed).toEqual([]);
  expect(told.filter((line) => line.startsWith('Took approved/main/b.csv'))).toHaveLength(2);
});

test('what was removed while nothing watched is removed at the next start, and only that', async () => {
  await dropped('gone.csv', 'kept.csv');
  rmSync(pathOf('gone.csv'));
  // By another program: it never lay in the folder.
  const Key = 'approved/main/direct.csv';
  await places.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));

  expect(await takeBackRemoved(places)).toEqual(['approved/main/gone.csv']);
  expect(removed).toEqual(['approved/main/gone.csv']);
  expect(await takeBackRemoved(places)).toEqual([]);
});
