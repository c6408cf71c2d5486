import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Approvals } from '../ports/files.ts';
import { bareETag } from './e-tag.ts';
import { isGone, unreadableCode } from './object-error.ts';

/**
 * Looks at dropped objects in S3. With versions the object stands while its version is the newest,
 * without them while what is there has its eTag: the same content written once more is the same
 * approval. Needs leave to read the object and to list its bucket, or what is gone reads as refused.
 */
export function openApprovals(): Approvals {
  const client = new S3Client({});
  return {
    async standing({ bucket: Bucket, key: Key, versionId, eTag }) {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
        const same =
          versionId === null
            ? bareETag(head.ETag ?? '') === bareETag(eTag)
            : head.VersionId === versionId;
        if (same) return { kind: 'stands' };
        return { kind: 'replaced', at: head.LastModified?.getTime() ?? 0 };
      } catch (error) {
        if (isGone(error)) return { kind: 'gone' };
        const code = unreadableCode(error);
        if (code === null) throw error;
        return { kind: 'unreadable', code };
      }
    },
  };
}
