import { XMLBuilder } from 'fast-xml-parser';
import type { WireAnswer } from '../permissions/access-denied.ts';
import type { StorageRequest } from '../permissions/storage-needs.ts';
import { askedVersion, changeOf } from './storage-request.ts';
import type { VersionedObjects } from './versioned-objects.ts';
import { isMarker } from './object-version.ts';

/** Bytes of a key in UTF-8 (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
const MOST_KEY_BYTES = 1024;

const builder = new XMLBuilder();

function refusal(status: number, Code: string, Message: string): WireAnswer {
  const headers = { 'content-type': 'application/xml' };
  return { status, headers, body: builder.build({ Error: { Code, Message } }) };
}

/** What S3 refuses and the emulator would do, and what is not known here; null: nothing of this request. */
export function storageRefusal(
  request: StorageRequest,
  objects: VersionedObjects,
): WireAnswer | null {
  const { method, bucket, key, headers, query, body } = request;
  if (Buffer.byteLength(key) > MOST_KEY_BYTES) {
    return refusal(400, 'KeyTooLongError', 'Your key is too long');
  }
  // It would overwrite all the same.
  if (method === 'PUT' && Boolean(headers['if-match'] ?? headers['if-none-match'])) {
    return refusal(501, 'NotImplemented', 'no conditional writes here');
  }
  if (!objects.has(bucket)) return null;
  if (
    'versions' in query ||
    (changeOf(request) === 'delete several' && /<VersionId>/u.test(body))
  ) {
    return refusal(501, 'NotImplemented', 'versions are read and deleted one by one here');
  }
  const version = askedVersion(request);
  if (version === null || (method !== 'GET' && method !== 'HEAD')) return null;
  if (objects.find(bucket, key, version) === null) {
    return refusal(404, 'NoSuchVersion', 'The specified version does not exist.');
  }
  return isMarker(version)
    ? refusal(405, 'MethodNotAllowed', 'The version is a delete marker.')
    : null;
}
