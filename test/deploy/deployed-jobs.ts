import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cloud } from '../../infra/cloud/cloud.ts';
import { openJobReader } from '../../infra/cli/local-run/job-reader.ts';
import { isReported, type Job } from '../../shared/jobs/job.ts';

const PATIENCE_MS = 90_000;

/** Drops an approved file of that name into what was deployed, and waits until its job is over. */
export async function carryOutThere(cloud: Cloud, file: string, Body: Uint8Array): Promise<Job> {
  const s3 = new S3Client(cloud.clientConfig('s3'));
  const Key = `approved/${file}`;
  await s3.send(new PutObjectCommand({ Bucket: cloud.lookup('BucketName'), Key, Body }));
  s3.destroy();
  const reader = openJobReader(cloud);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const job = (await reader.jobs()).find(({ source }) => source.key === Key);
    if (job !== undefined && isReported(job)) return job;
    if (Date.now() > end) throw new Error(`the job is ${job?.status ?? 'not there'}`);
    await pause(200);
  }
}

/** What became of a job's rows, in words. */
export function outcomesOf({ totals }: Job): string {
  return Object.entries(totals!.outcomes)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}
