import { HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { openApprovals } from '../../../shared/aws/approvals.ts';
import type { SourceObject } from '../../../shared/jobs/job.ts';

process.env['AWS_REGION'] = 'local';
const s3 = mockClient(S3Client);
const WRITTEN = new Date('2026-11-20T08:00:00Z');
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

async function standing(source: Partial<SourceObject> = {}) {
  return await openApprovals().standing({ ...SOURCE, ...source });
}

function refusing(name: string, httpStatusCode = 400): void {
  const error = { name, message: name, $fault: 'client', $metadata: { httpStatusCode } } as const;
  s3.on(HeadObjectCommand).rejects(new S3ServiceException(error));
}

describe('an approval', () => {
  test('stands while its version is the newest, whatever its eTag', async () => {
    s3.on(HeadObjectCommand).resolves({ VersionId: 'v7', ETag: '"other"' });

    expect(await standing()).toEqual({ kind: 'stands' });
    // The newest one is looked at, not the one that was dropped.
    expect(s3.commandCalls(HeadObjectCommand)[0]!.args[0].input).toEqual({
      Bucket: 'dropped',
      Key: SOURCE.key,
    });
  });

  test('is replaced by a newer version, also one of the same content', async () => {
    s3.on(HeadObjectCommand).resolves({ VersionId: 'v8', ETag: '"abc"', LastModified: WRITTEN });

    expect(await standing()).toEqual({ kind: 'replaced', at: WRITTEN.getTime() });
  });

  test('stands without versions while the content is the same', async () => {
    s3.on(HeadObjectCommand).resolves({ ETag: '"abc"' });

    expect(await standing({ versionId: null })).toEqual({ kind: 'stands' });
  });

  test('is replaced without versions by another content', async () => {
    s3.on(HeadObjectCommand).resolves({ ETag: '"def"', LastModified: WRITTEN });

    expect(await standing({ versionId: null })).toMatchObject({ kind: 'replaced' });
  });

  test.each(['NotFound', 'NoSuchKey'])('is gone: %s', async (name) => {
    refusing(name, 404);

    expect(await standing()).toEqual({ kind: 'gone' });
  });

  test('that may not be looked at is told so', async () => {
    refusing('Forbidden', 403);

    expect(await standing()).toEqual({ kind: 'unreadable', code: 'Forbidden' });
  });

  test('that cannot be looked at just now is a fault', async () => {
    refusing('SlowDown', 503);

    await expect(standing()).rejects.toThrow('SlowDown');
  });
});
