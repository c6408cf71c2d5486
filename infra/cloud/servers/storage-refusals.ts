import { XMLBuilder } from 'fast-xml-parser';
import type { WireAnswer } from '../permissions/access-denied.ts';
import type { StorageRequest } from '../permissions/storage-needs.ts';

/** Bytes of a key in UTF-8 (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
const MOST_KEY_BYTES = 1024;

const builder = new XMLBuilder();

function refusal(status: number, Code: string, Message: string): WireAnswer {
  const headers = { 'content-type': 'application/xml' };
  return { status, headers, body: builder.build({ Error: { Code, Message } }) };
}

/** What S3 refuses and the emulator would do; null: nothing of this request. */
export function storageRefusal({ method, key, headers }: StorageRequest): WireAnswer | null {
  if (Buffer.byteLength(key) > MOST_KEY_BYTES) {
    return refusal(400, 'KeyTooLongError', 'Your key is too long');
  }
  // It would overwrite all the same.
  if (method === 'PUT' && Boolean(headers['if-match'] ?? headers['if-none-match'])) {
    return refusal(501, 'NotImplemented', 'no conditional writes here');
  }
  return null;
}
