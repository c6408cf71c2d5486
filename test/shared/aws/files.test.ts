import { Readable } from 'node:stream';
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
  CompleteMultipartUploadCommand,
} from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openFiles } from '../../../shared/aws/files.ts';
import type { SourceObject } from '../../../shared/jobs/job.ts';

process.env['AWS_REGION'] = 'local';
const s3 = mockClient(S3Client);
const files = openFiles('quotes');
const SOURCE: SourceObject = {
  bucket: 'dropped',
  key: 'approved/main/a quote.xlsx',
  versionId: 'v7',
  eTag: 'abc',
  sequencer: '1',
};

beforeEach(() => {
  s3.reset();
});

function holding(text: string, ETag: string): void {
  s3.on(GetObjectCommand).callsFake(() => ({
    Body: sdkStreamMixin(Readable.from([Buffer.from(text)])),
    ETag,
  }));
}

function answered(name: string): S3ServiceException {
  return new S3ServiceException({ name, message: name, $fault: 'client', $metadata: {} });
}

function asked() {
  return s3.commandCalls(GetObjectCommand).map(({ args }) => args[0].input);
}

async function source(more: Partial<SourceObject> = {}): Promise<string | null> {
  const reading = await files.readSource({ ...SOURCE, ...more }, 100);
  if (reading.kind === 'read') return new TextDecoder().decode(reading.bytes);
  return reading.kind === 'gone' ? null : reading.kind;
}

describe('the dropped file', () => {
  test('is read in exactly the version of the event', async () => {
    holding('rows', '"abc"');

    expect(await source()).toBe('rows');
    expect(asked()).toEqual([
      { Bucket: 'dropped', Key: 'approved/main/a quote.xlsx', VersionId: 'v7' },
    ]);
  });

  test('is read without a version where the bucket has none', async () => {
    holding('rows', '"abc"');

    expect(await source({ versionId: null })).toBe('rows');
    expect(asked()[0]).not.toHaveProperty('VersionId');
  });

  test.each([null, 'v7'])('that was replaced since is not read (version %j)', async (versionId) => {
    holding('other rows', '"def"');

    expect(await source({ versionId })).toBeNull();
  });

  test('that is too large is not even loaded', async () => {
    const body = Readable.from([Buffer.alloc(101)]);
    s3.on(GetObjectCommand).resolves({
      Body: sdkStreamMixin(body),
      ETag: '"abc"',
      ContentLength: 101,
    });

    expect(await source()).toBe('too large');
    expect(body.destroyed).toBe(true);
  });

  test('that was removed since is none', async () => {
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ $metadata: {}, message: 'gone' }));

    expect(await source()).toBeNull();
  });

  test('whose version was removed since is none', async () => {
    s3.on(GetObjectCommand).rejects(answered('NoSuchVersion'));

    expect(await source()).toBeNull();
  });

  test.each([
    'AccessDenied',
    'KMS.NotFoundException',
    'KMS.DisabledException',
    'InvalidObjectState',
  ])('that may not be read is told so, and not called removed: %s', async (code) => {
    s3.on(GetObjectCommand).rejects(answered(code));

    expect(await files.readSource(SOURCE, 100)).toEqual({ kind: 'unreadable', code });
  });

  test('that the bucket cannot give just now is a fault', async () => {
    const busy = answered('SlowDown');
    s3.on(GetObjectCommand).rejects(busy);

    await expect(source()).rejects.toBe(busy);
  });
});

describe('a file of our own', () => {
  test('is read whatever its eTag', async () => {
    holding('plan', '"anything"');

    expect(await files.read('jobs/1/plan.json')).toEqual(new TextEncoder().encode('plan'));
    expect(asked()).toEqual([{ Bucket: 'quotes', Key: 'jobs/1/plan.json' }]);
  });

  test('that is not there is none', async () => {
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ $metadata: {}, message: 'gone' }));

    expect(await files.read('jobs/1/plan.json')).toBeNull();
  });

  test('is written under its key with its type', async () => {
    s3.on(PutObjectCommand).resolves({ ETag: '"abc"' });
    const body = new TextEncoder().encode('rows');
    await files.write('results/main/a.xlsx', body, 'text/plain');

    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'quotes',
      Key: 'results/main/a.xlsx',
      ContentType: 'text/plain',
    });
  });

  test('of many megabytes goes up in parts', async () => {
    s3.on(CreateMultipartUploadCommand).resolves({ UploadId: '1' });
    s3.on(UploadPartCommand).resolves({ ETag: '"part"' });
    s3.on(CompleteMultipartUploadCommand).resolves({});
    await files.write('results/main/a.xlsx', new Uint8Array(12 * 2 ** 20), 'text/plain');

    expect(s3.commandCalls(UploadPartCommand)).toHaveLength(3);
  });

  test('that cannot be written is a fault', async () => {
    s3.on(PutObjectCommand).rejects(new Error('SlowDown'));

    await expect(files.write('results/a', new Uint8Array(1), 'text/plain')).rejects.toThrow(
      'SlowDown',
    );
  });
});
