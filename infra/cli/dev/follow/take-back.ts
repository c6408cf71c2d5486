import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  NotFound,
  type S3Client,
} from '@aws-sdk/client-s3';
import { listObjects } from './list-objects.ts';

/** A folder that files are dropped into, and where they go. */
export interface DropPlaces {
  readonly s3: S3Client;
  readonly bucket: string;
  /** What names are relative to. */
  readonly folder: string;
  /** Put before names, such as `approved/`. */
  readonly prefix: string;
}

/**
 * Removes from the bucket what went up from a file that is no longer in the folder: whoever removes
 * a file takes it back, as where it was dropped into the bucket itself. False: there is nothing of
 * it, it was not dropped here, or the file is there again and will replace it.
 */
export async function takeBack(
  { s3, bucket: Bucket, folder, prefix }: DropPlaces,
  name: string,
): Promise<boolean> {
  if (existsSync(join(folder, ...name.split('/')))) return false;
  const Key = `${prefix}${name}`;
  try {
    const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    if (Metadata?.['sha256'] === undefined) return false;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  return true;
}

/** The same of every file that was removed while nothing watched; returns their keys. */
export async function takeBackRemoved(places: DropPlaces): Promise<readonly string[]> {
  const { s3, bucket, prefix } = places;
  const removed: string[] = [];
  for (const { key } of await listObjects(s3, bucket, prefix)) {
    const isRemoved = !key.endsWith('/') && (await takeBack(places, key.slice(prefix.length)));
    if (isRemoved) removed.push(key);
  }
  return removed;
}

/** What people are told of a file that was taken back. */
export function takenBackLine(key: string): string {
  return `${key} was removed and is taken back: a job of it that waits or is suspended ends, one that runs goes on.`;
}
