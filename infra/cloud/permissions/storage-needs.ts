import * as z from 'zod/mini';
import { readXml } from '../servers/read-xml.ts';
import type { Need } from './permissions.ts';

/** What of an S3 request tells the permissions it needs. */
export interface StorageRequest {
  readonly method: string;
  /** Empty for a listing of all buckets. */
  readonly bucket: string;
  /** Decoded; empty for calls on the bucket. */
  readonly key: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const deletion = z.object({
  Delete: z.object({ Object: z.array(z.object({ Key: z.string() })) }),
});

/** The keys in the body of a deletion of several objects. */
export function deletedKeys(body: string): readonly string[] {
  return deletion.parse(readXml(body, 'Object')).Delete.Object.map(({ Key }) => Key);
}

function bucketAction({ method, query }: StorageRequest): string {
  if ('lifecycle' in query) {
    return method === 'GET' ? 's3:GetLifecycleConfiguration' : 's3:PutLifecycleConfiguration';
  }
  if ('notification' in query) {
    return method === 'GET' ? 's3:GetBucketNotification' : 's3:PutBucketNotification';
  }
  if ('uploads' in query) return 's3:ListBucketMultipartUploads';
  if ('versions' in query) return 's3:ListBucketVersions';
  if ('location' in query) return 's3:GetBucketLocation';
  if (method === 'PUT') return 's3:CreateBucket';
  return method === 'DELETE' ? 's3:DeleteBucket' : 's3:ListBucket';
}

function objectAction({ method, query }: StorageRequest): string {
  const version = 'versionId' in query ? 'Version' : '';
  const tagging = 'tagging' in query ? 'Tagging' : '';
  if (method === 'DELETE' && 'uploadId' in query) return 's3:AbortMultipartUpload';
  if (method === 'DELETE') return `s3:DeleteObject${version}${tagging}`;
  if (method === 'PUT' || method === 'POST') return `s3:PutObject${tagging}`;
  if ('uploadId' in query) return 's3:ListMultipartUploadParts';
  return `s3:GetObject${version}${tagging}${'attributes' in query ? 'Attributes' : ''}`;
}

/** The IAM actions and resources of an S3 request. */
export function storageNeeds(request: StorageRequest): readonly Need[] {
  const { method, bucket, key, headers, body } = request;
  if (!bucket) return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  const bucketArn = `arn:aws:s3:::${bucket}`;
  if (!key && method === 'POST') {
    return deletedKeys(body).map((name) => ({
      action: 's3:DeleteObject',
      resource: `${bucketArn}/${name}`,
    }));
  }
  if (!key) return [{ action: bucketAction(request), resource: bucketArn }];
  const needs = [{ action: objectAction(request), resource: `${bucketArn}/${key}` }];
  const source = headers['x-amz-copy-source'];
  if (typeof source === 'string') {
    const path = decodeURIComponent(source).replace(/^\//u, '').split('?')[0];
    needs.push({ action: 's3:GetObject', resource: `arn:aws:s3:::${path}` });
  }
  if (headers['x-amz-tagging']) needs.push({ ...needs[0]!, action: 's3:PutObjectTagging' });
  return needs;
}
