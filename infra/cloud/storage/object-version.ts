import { sequencerOf } from '../events/object-created.ts';

/**
 * The version of an object, for buckets that keep versions. It follows from the object itself, so that an
 * event that is told again after a restart names the same. Later versions have greater ids, which S3 does
 * not promise and nobody may rely on.
 */
export function versionOf(object: { readonly eTag: string; readonly writtenAt: number }): string {
  return `${sequencerOf(object.writtenAt)}${object.eTag.slice(0, 8)}`;
}

/** The version that a delete marker is. `at`: epoch milliseconds. */
export function markerVersion(at: number): string {
  return `${sequencerOf(at)}marker`;
}

/** Whether a version is a delete marker. */
export function isMarker(version: string): boolean {
  return version.endsWith('marker');
}
