import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Files } from '../ports/files.ts';
import { isGone, unreadableCode } from './object-error.ts';
import { bareETag } from './e-tag.ts';

/** The bucket in S3. Larger bodies go up in parts. */
export function openFiles(bucket: string): Files {
  const client = new S3Client({});

  async function get(
    input: {
      Bucket: string;
      Key: string;
      VersionId?: string;
    },
    most = Infinity,
  ): Promise<{ bytes: Uint8Array | 'too large'; eTag: string } | null> {
    try {
      const { Body, ETag = '', ContentLength = 0 } = await client.send(new GetObjectCommand(input));
      if (Body === undefined) return null;
      if (ContentLength > most) {
        // Nothing of it is wanted; left open, it would go on coming.
        if ('destroy' in Body) Body.destroy();
        return { bytes: 'too large', eTag: ETag };
      }
      return { bytes: await Body.transformToByteArray(), eTag: ETag };
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  return {
    async readSource({ bucket: Bucket, key: Key, versionId, eTag }, most) {
      const version = versionId === null ? {} : { VersionId: versionId };
      try {
        const object = await get({ Bucket, Key, ...version }, most);
        // Without versions the object may have been replaced since the event: that is another job.
        const same = object !== null && bareETag(object.eTag) === bareETag(eTag);
        if (!same) return { kind: 'gone' };
        const { bytes } = object;
        return bytes === 'too large' ? { kind: 'too large' } : { kind: 'read', bytes };
      } catch (error) {
        const code = unreadableCode(error);
        if (code === null) throw error;
        return { kind: 'unreadable', code };
      }
    },

    async read(key) {
      const bytes = (await get({ Bucket: bucket, Key: key }))?.bytes ?? null;
      return bytes === 'too large' ? null : bytes;
    },

    async write(key, body, contentType) {
      const upload = new Upload({
        client,
        params: { Bucket: bucket, Key: key, Body: body, ContentType: contentType },
      });
      await upload.done();
    },
  };
}
