import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Files } from '../ports/files.ts';
import { isGone, unreadableCode } from './object-error.ts';
import { bareETag } from './e-tag.ts';

/** The bucket in S3. Larger bodies go up in parts. */
export function openFiles(bucket: string): Files {
  const client = new S3Client({});

  async function get(input: {
    Bucket: string;
    Key: string;
    VersionId?: string;
  }): Promise<{ bytes: Uint8Array; eTag: string } | null> {
    try {
      const { Body, ETag = '' } = await client.send(new GetObjectCommand(input));
      if (Body === undefined) return null;
      return { bytes: await Body.transformToByteArray(), eTag: ETag };
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  return {
    async readSource({ bucket: Bucket, key: Key, versionId, eTag }) {
      const version = versionId === null ? {} : { VersionId: versionId };
      try {
        const object = await get({ Bucket, Key, ...version });
        // Without versions the object may have been replaced since the event: that is another job.
        const same = object !== null && bareETag(object.eTag) === bareETag(eTag);
        return same ? { kind: 'read', bytes: object.bytes } : { kind: 'gone' };
      } catch (error) {
        const code = unreadableCode(error);
        if (code === null) throw error;
        return { kind: 'unreadable', code };
      }
    },

    read: async (key) => (await get({ Bucket: bucket, Key: key }))?.bytes ?? null,

    async write(key, body, contentType) {
      const upload = new Upload({
        client,
        params: { Bucket: bucket, Key: key, Body: body, ContentType: contentType },
      });
      await upload.done();
    },
  };
}
