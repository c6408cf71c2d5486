import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Emulator, startEmulator } from '../../../../../infra/cloud/servers/emulator.ts';
import { ADMIN_KEY, Gate } from '../../../../../infra/cloud/permissions/gate.ts';
import { sequencerOf } from '../../../../../infra/cloud/events/object-created.ts';
import { watchDrops } from '../../../../../infra/cli/dev/follow/drop-watch.ts';
import { listObjects } from '../../../../../infra/cli/dev/follow/list-objects.ts';
import { Mirror } from '../../../../../infra/cli/dev/follow/mirror.ts';
import { Retry } from '../../../../../infra/cli/dev/follow/retry.ts';
import { redeliverUploads } from '../../../../../infra/cli/dev/follow/redeliver-uploads.ts';
import { Uploads } from '../../../../../infra/cli/dev/follow/uploads.ts';
import type { Job, JobStatus } from '../../../../../shared/jobs/job.ts';

let emulator: Emulator;
let s3: S3Client;
const written: string[] = [];

beforeAll(async () => {
  emulator = await startEmulator(new Gate(() => undefined), {
    onWritten: ({ bucket, key }) => written.push(`${bucket}/${key}`),
    onRemoved: () => undefined,
    onPublished: () => undefined,
  });
  s3 = new S3Client({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' },
  });
});

afterAll(async () => {
  s3.destroy();
  await emulator.app.close();
});

interface Place {
  readonly folder: string;
  readonly bucket: string;
  readonly told: string[];
  readonly retry: Retry;
  /** Uploads as a new process has them. */
  readonly uploads: () => Uploads;
  readonly mirror: () => Mirror;
  readonly puts: () => string[];
}

let places = 0;

async function place(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'drop-'));
  places += 1;
  const bucket = `bucket-${places}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const told: string[] = [];
  const tell = (line: string): void => {
    told.push(line);
  };
  const retry = new Retry(tell, 10);
  onTestFinished(() => {
    retry.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const notes = join(folder, 'notes.json');
  return {
    folder,
    bucket,
    told,
    retry,
    uploads: () => new Uploads({ s3, bucket, folder, prefix: 'approved/' }, retry, tell),
    mirror: () =>
      new Mirror({ s3, bucket, folder, prefixes: ['results/'], notes }, retry, (key) => {
        tell(`wrote ${key}`);
      }),
    puts: () =>
      written
        .filter((one) => one.startsWith(`${bucket}/approved/`))
        .map((one) => one.slice(bucket.length + 1)),
  };
}

async function put(bucket: string, key: string, body: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

test('a file goes up once for each content, and not again after a restart', async () => {
  const { folder, uploads, puts, told } = await place();
  mkdirSync(join(folder, 'main'));
  writeFileSync(join(folder, 'main/a.csv'), 'one');
  const first = uploads();
  first.offer('main/a.csv');
  first.offer('main/a.csv');
  first.offer('main/gone.csv');
  await first.settled();
  expect(puts()).toEqual(['approved/main/a.csv']);
  expect(told).toEqual(['Took approved/main/a.csv.']);

  const again = uploads();
  again.expect(['main/a.csv']);
  again.offer('main/a.csv');
  await again.settled();
  expect(puts()).toHaveLength(1);
  writeFileSync(join(folder, 'main/a.csv'), 'two');
  again.offer('main/a.csv');
  await again.settled();
  expect(puts()).toHaveLength(2);
});

test('a file that was taken away and put there again is a drop of its own', async () => {
  const { folder, uploads, puts } = await place();
  writeFileSync(join(folder, 'a.csv'), 'one');
  const these = uploads();
  these.offer('a.csv');
  these.forget('a.csv');
  these.offer('a.csv');
  await these.settled();
  expect(puts()).toEqual(['approved/a.csv', 'approved/a.csv']);
});

test('the same content dropped again is said: the file as it was, and under another name', async () => {
  const { folder, uploads, puts, told } = await place();
  const drop = (name: string, minutes: number): void => {
    writeFileSync(join(folder, name), 'one');
    utimesSync(join(folder, name), 60 * minutes, 60 * minutes);
  };
  drop('a.csv', 1);
  const first = uploads();
  first.offer('a.csv');
  await first.settled();
  const these = uploads();
  these.expect(['a.csv']);
  // It lay there before this start: nobody has dropped it.
  these.offer('a.csv');
  await these.settled();
  expect(told).toEqual(['Took approved/a.csv.']);

  drop('a.csv', 2);
  these.offer('a.csv');
  these.offer('a.csv');
  await these.settled();
  expect(told.slice(1)).toEqual([
    'approved/a.csv has the content that was taken before, so it is not taken again: to have it carried out once more, take the file away first.',
  ]);

  drop('b.csv', 3);
  drop('c.csv', 3);
  these.offer('b.csv');
  these.offer('c.csv');
  await these.settled();
  expect(told.slice(2)).toEqual([
    'Took approved/b.csv.',
    'Took approved/c.csv, with the same content as approved/b.csv before: what that has renewed is not paid again.',
  ]);
  expect(puts()).toEqual(['approved/a.csv', 'approved/b.csv', 'approved/c.csv']);
});

async function remark(name: string): Promise<string> {
  return await Promise.resolve(`REAL MONEY ${name}`);
}

async function fails(): Promise<string> {
  return await Promise.reject(new Error('no'));
}

test('a file that is taken may have a remark, and a remark that fails takes nothing twice', async () => {
  const { folder, bucket, retry, puts, told } = await place();
  writeFileSync(join(folder, 'a.csv'), 'one');
  const these = new Uploads({ s3, bucket, folder, prefix: 'approved/', remark }, retry, (line) =>
    told.push(line),
  );
  these.offer('a.csv');
  await these.settled();
  expect(told).toEqual(['Took approved/a.csv.', 'REAL MONEY a.csv']);
  const others = new Uploads(
    { s3, bucket, folder, prefix: 'again/', remark: fails },
    retry,
    () => undefined,
  );
  others.offer('a.csv');
  await others.settled();
  expect(written.filter((one) => one === `${bucket}/again/a.csv`)).toHaveLength(1);
  expect(puts()).toHaveLength(1);
});

test('a file that cannot be read yet is told of once and goes up when it can', async () => {
  const { folder, uploads, puts, told } = await place();
  symlinkSync(folder, join(folder, 'a.csv'));
  const these = uploads();
  these.offer('a.csv');
  while (told.length === 0) await pause(5);
  await pause(30);
  // In one step, so that no look at it falls between the two.
  writeFileSync(join(folder, 'b.csv'), 'one');
  renameSync(join(folder, 'b.csv'), join(folder, 'a.csv'));
  await these.settled();
  expect(puts()).toEqual(['approved/a.csv']);
  expect(told).toEqual([
    expect.stringMatching(/^a\.csv: EISDIR.*; trying again\.$/u),
    'Took approved/a.csv.',
  ]);
});

test('the watch tells of files written to their end, and passes over what Excel leaves', async () => {
  const { folder } = await place();
  mkdirSync(join(folder, 'main'));
  writeFileSync(join(folder, 'main', 'before.xlsx'), 'x');
  writeFileSync(join(folder, 'main', '~$before.xlsx'), 'x');
  const seen: string[] = [];
  const watch = watchDrops(folder, 600, {
    onFile: (name) => seen.push(name),
    onGone: (name) => seen.push(`gone ${name}`),
    onProblem: (problem) => seen.push(problem),
  });
  onTestFinished(watch.close);
  expect([...watch.before]).toEqual(['main/before.xlsx']);
  while (!seen.includes('main/before.xlsx')) await pause(5);
  writeFileSync(join(folder, 'main', '~$late.xlsx'), 'x');
  writeFileSync(join(folder, 'main', '.late.xlsx'), 'x');
  writeFileSync(join(folder, 'main', 'late.xlsx'), 'x');
  for (let part = 0; part < 4; part += 1) {
    await pause(20);
    expect(seen).not.toContain('main/late.xlsx');
    writeFileSync(join(folder, 'main', 'late.xlsx'), 'more', { flag: 'a' });
  }
  while (!seen.includes('main/late.xlsx')) await pause(5);
  rmSync(join(folder, 'main', 'late.xlsx'));
  while (!seen.includes('gone main/late.xlsx')) await pause(5);
  expect(seen).toEqual(['main/before.xlsx', 'main/late.xlsx', 'gone main/late.xlsx']);
});

test('results come down once each, the newer version in place of the older', async () => {
  const { folder, bucket, mirror, told } = await place();
  await put(bucket, 'results/main/a.xlsx', 'one');
  const first = mirror();
  await first.look();
  await first.settled();
  expect(readFileSync(join(folder, 'results/main/a.xlsx'), 'utf8')).toBe('one');

  rmSync(join(folder, 'results/main/a.xlsx'));
  const again = mirror();
  await again.look();
  await again.settled();
  expect(readdirSync(join(folder, 'results/main'))).toEqual([]);
  await put(bucket, 'results/main/a.xlsx', 'two');
  await again.look();
  await again.settled();
  expect(readFileSync(join(folder, 'results/main/a.xlsx'), 'utf8')).toBe('two');
  expect(told).toEqual(['wrote results/main/a.xlsx', 'wrote results/main/a.xlsx']);
});

test('a workbook that someone holds open is told of once and written when it is free', async () => {
  const { folder, bucket, mirror, told } = await place();
  const path = join(folder, 'results/main/a.xlsx');
  // Stands in the way as an open workbook does where files are locked.
  mkdirSync(join(path, 'open'), { recursive: true });
  await put(bucket, 'results/main/a.xlsx', 'one');
  await put(bucket, 'results/main/b.xlsx', 'two');
  const these = mirror();
  await these.look();
  while (told.length < 2) await pause(5);
  await these.look();
  await pause(30);
  rmSync(path, { recursive: true });
  await these.settled();
  expect(readFileSync(path, 'utf8')).toBe('one');
  expect(told.toSorted()).toEqual([
    expect.stringMatching(/a\.xlsx: E\w+: .*; trying again\.$/u),
    'wrote results/main/a.xlsx',
    'wrote results/main/b.xlsx',
  ]);
});

test('no key leads out of the folder', async () => {
  const { folder, bucket, mirror, told } = await place();
  written.length = 0;
  const sent = await fetch(`${emulator.endpoint}/${bucket}/results/%2e%2e%2f%2e%2e%2fevil.xlsx`, {
    method: 'PUT',
    body: 'evil',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${ADMIN_KEY}/20200101/us-east-1/s3/aws4_request`,
    },
  });
  expect(sent.status).toBe(200);
  expect((await listObjects(s3, bucket, 'results/')).map(({ key }) => key)).toEqual([
    'results/../../evil.xlsx',
  ]);
  const these = mirror();
  await these.look();
  await these.settled();
  expect(told).toEqual([]);
  expect(readdirSync(join(folder, '..'))).not.toContain('evil.xlsx');
});

test('what has not become a job is told of again after a restart, and nothing else', async () => {
  const { bucket } = await place();
  for (const name of ['planned', 'half-planned', 'changed', 'lost']) {
    await put(bucket, `approved/main/${name}`, name);
  }
  const objects = await listObjects(s3, bucket, 'approved/');
  const jobOf = (name: string, status: JobStatus): Pick<Job, 'status' | 'source'> => {
    const key = `approved/main/${name}`;
    const { eTag, writtenAt } = objects.find((one) => one.key === key)!;
    const source = { bucket, key, versionId: null, eTag, sequencer: sequencerOf(writtenAt) };
    return { status, source };
  };
  const jobs = [
    jobOf('planned', 'done'),
    jobOf('half-planned', 'planning'),
    jobOf('changed', 'done'),
  ];
  await pause(2);
  await put(bucket, 'approved/main/changed', 'changed');
  const told: string[] = [];
  await redeliverUploads({
    s3,
    bucket,
    jobs: async () => await Promise.resolve(jobs),
    deliverAgain: async (key) => {
      await Promise.resolve(told.push(key));
    },
  });
  expect(told.toSorted()).toEqual([
    'approved/main/changed',
    'approved/main/half-planned',
    'approved/main/lost',
  ]);
});
