import type { Need } from '../permissions/permissions.ts';
import type { StorageRequest } from '../permissions/storage-needs.ts';
import { askedVersion } from './storage-request.ts';
import type { VersionedObjects } from './versioned-objects.ts';

/** The header that names the key of KMS with which an object is encrypted; without it the bucket's own is. */
const KEY_HEADER = 'x-amz-server-side-encryption-aws-kms-key-id';
/** Nothing is encrypted here, but the key is kept with the object under this name. */
const KEPT_AS = 'local-kms-key';

/** Whether a request writes an object under a key of its own; that key is then kept with it. */
export function keepKey({ method, headers }: StorageRequest): void {
  const key = headers[KEY_HEADER];
  if (typeof key !== 'string' || (method !== 'PUT' && method !== 'POST')) return;
  (headers as Record<string, unknown>)[`x-amz-meta-${KEPT_AS}`] = key;
}

/**
 * The permission that S3 asks for besides its own, in the caller's name: to use the key of KMS that the
 * object is, or is to be, encrypted with.
 */
export function keyNeeds(request: StorageRequest, objects: VersionedObjects): readonly Need[] {
  const { method, bucket, key, headers } = request;
  const named = headers[KEY_HEADER];
  if (typeof named === 'string') return [{ action: 'kms:GenerateDataKey', resource: named }];
  // A look by HEAD shows nothing of the content, so it needs no key.
  if (method !== 'GET' || !key) return [];
  const version = askedVersion(request);
  const found = version === null ? null : objects.find(bucket, key, version);
  const at = found?.kind === 'kept' ? found : { bucket, key };
  const kept = objects.metadataOf(at.bucket, at.key)[KEPT_AS];
  return kept === undefined ? [] : [{ action: 'kms:Decrypt', resource: kept }];
}
