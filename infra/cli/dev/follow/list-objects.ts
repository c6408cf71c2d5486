import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

/** An object of a bucket. */
export interface ListedObject {
  readonly key: string;
  /** Without quotes. */
  readonly eTag: string;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
}

/** All objects under a prefix. */
export async function listObjects(
  client: S3Client,
  bucket: string,
  prefix: string,
): Promise<ListedObject[]> {
  const found: ListedObject[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix },
  )) {
    for (const { Key: key = '', ETag = '', LastModified } of Contents) {
      const writtenAt = LastModified?.getTime() ?? 0;
      found.push({ key, eTag: ETag.replaceAll('"', ''), writtenAt });
    }
  }
  return found;
}
