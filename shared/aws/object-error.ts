import { S3ServiceException } from '@aws-sdk/client-s3';

/** A version that was deleted since has a code of its own; a question by HEAD has an answer without one. */
const GONE: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound']);

/** Refused, archived, or encrypted with a key that we may not use: KMS answers by its own codes. */
const UNREADABLE = /^(?:AccessDenied|Forbidden|InvalidObjectState|KMS\..+)$/u;

/** Whether the bucket says that there is no such object. */
export function isGone(error: unknown): boolean {
  return error instanceof S3ServiceException && GONE.has(error.name);
}

/** The bucket's code where the object is there but may not be read; null: another fault. */
export function unreadableCode(error: unknown): string | null {
  if (!(error instanceof S3ServiceException)) return null;
  if (UNREADABLE.test(error.name)) return error.name;
  // An answer to HEAD has no body and so no code.
  return error.$metadata.httpStatusCode === 403 ? 'AccessDenied' : null;
}
