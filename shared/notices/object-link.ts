import { consoleHost } from './console-host.ts';

/** The page of an object in the S3 console. */
export function objectLink(region: string, bucket: string, key: string): string {
  const prefix = key.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return `https://${region}.${consoleHost(region)}/s3/object/${bucket}?region=${region}&prefix=${prefix}`;
}
