import { traitsOf } from '../../../../shared/providers/traits.ts';
import { join, resolve } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { APPROVED, CHECK, EXPORTS, RESULTS } from '../../../../shared/store/keys.ts';
import type { LocalRun } from '../../local-run/local-run.ts';
import { realMoneyLine } from '../../local-run/spending-lines.ts';
import { asTyped } from '../../terminal/user-path.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import type { DevPace } from '../dev-pace.ts';
import { type DropWatch, watchDrops } from './drop-watch.ts';
import { JobFollower } from './follow-jobs.ts';
import { Mirror } from './mirror.ts';
import { Retry } from './retry.ts';
import type { OpenAccounts } from '../prepare-dev.ts';
import { repeatedly } from './repeatedly.ts';
import { redeliverChecks } from './redeliver-checks.ts';
import { redeliverUploads } from './redeliver-uploads.ts';
import { takeBackRemoved, takenBackLine } from './take-back.ts';
import { tellOpenJobs } from './tell-open-jobs.ts';
import { type UploadPlaces, Uploads } from './uploads.ts';

/** What is followed, and who is told. */
export interface FollowOptions {
  readonly run: LocalRun;
  readonly folder: DataFolder;
  readonly accounts: OpenAccounts;
  readonly pace: DevPace;
  readonly tell: (line: string) => void;
  /** When a function last wrote to the table; epoch milliseconds. */
  readonly lastWrite: () => number;
}

/** After the last write of a function, for how long jobs are looked at. */
const AFTERMATH_MS = 5000;
/** Reading a large job's journals costs the cloud itself time: at most a tenth of it. */
const LOOKING_SHARE = 10;

/** Looks only while something has changed, and the more seldom the longer a look takes. */
function sparingly(lastWrite: () => number, look: () => Promise<void>): () => Promise<void> {
  let began = 0;
  let next = 0;
  return async () => {
    if (Date.now() < next || began > lastWrite() + AFTERMATH_MS) return;
    began = Date.now();
    await look();
    next = Date.now() + (LOOKING_SHARE - 1) * (Date.now() - began);
  };
}

/** Offers what is dropped into a folder for going up. */
function followDrops(
  folder: string,
  uploads: Uploads,
  { settleMs }: DevPace,
  onProblem: (problem: string) => void,
): { readonly watch: DropWatch; readonly uploads: Uploads } {
  const watch = watchDrops(folder, settleMs, {
    onProblem,
    onFile: (name) => {
      uploads.offer(name);
    },
    onGone: (name) => {
      uploads.forget(name);
    },
  });
  uploads.expect(watch.before);
  return { watch, uploads };
}

/** Of a file that real accounts will pay for, from which, how many rows and how much. */
function remarkOf({ accounts, sandboxes }: OpenAccounts): NonNullable<UploadPlaces['remark']> {
  return async (name, bytes) => {
    const [folder = '', file = folder] = name.split('/');
    const account = accounts.find((one) => one.name === folder) ?? accounts[0];
    if (account === undefined || sandboxes.has(account.name)) return null;
    const { readQuote } = await import('../../../../shared/workbook/read/read-quote.ts');
    const reading = await readQuote({ name: file, bytes }, account, traitsOf(account));
    return realMoneyLine({ account, file, reading }, false);
  };
}

/**
 * Ties the cloud to the folder that people see: dropped files go up, results come down, and how the
 * jobs go on is told. Heals at its start what the end of the last process has torn.
 */
export async function followRun(
  options: FollowOptions,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { run, folder, accounts, pace, tell, lastWrite } = options;
  const s3 = new S3Client(run.cloud.clientConfig('s3'));
  const bucket = run.cloud.lookup('BucketName');
  const currencies = new Map(accounts.accounts.map(({ name, currency }) => [name, currency]));
  const open = await tellOpenJobs(run.jobs, currencies.keys(), Date.now());
  if (open !== null) tell(open);
  const deliverAgain = async (key: string): Promise<void> => {
    await run.cloud.deliverAgain(key);
  };
  // First: what was removed must not be told again as dropped.
  const approved = { s3, bucket, folder: resolve(folder.drop, APPROVED), prefix: APPROVED };
  for (const key of await takeBackRemoved(approved)) tell(takenBackLine(key));
  await redeliverUploads({ s3, bucket, deliverAgain, jobs: run.jobs.jobs });
  await redeliverChecks({ s3, bucket, deliverAgain, accounts: accounts.accounts });
  // Whatever became due while nothing ran; by the clock it would wait for the next round.
  void run.cloud.runSchedule('OnTheClock');

  const retry = new Retry(tell, pace.againMs);
  const remark = remarkOf(accounts);
  const drops = [APPROVED, CHECK].map((prefix) => {
    const watched = resolve(folder.drop, prefix);
    const uploads = new Uploads(
      { s3, bucket, folder: watched, prefix, ...(prefix === APPROVED ? { remark } : {}) },
      retry,
      tell,
    );
    return followDrops(watched, uploads, pace, tell);
  });
  const mirror = new Mirror(
    {
      s3,
      bucket,
      folder: folder.drop,
      prefixes: [RESULTS, EXPORTS],
      notes: join(folder.cloud, 'mirrored.json'),
    },
    retry,
    (_, path) => {
      tell(`Wrote ${asTyped(path)}.`);
    },
  );
  const follower = new JobFollower(run.jobs, currencies, tell);
  const loops = [
    repeatedly(pace.lookMs, async () => await mirror.look(), tell),
    repeatedly(
      pace.lookMs,
      sparingly(lastWrite, async () => await follower.look()),
      tell,
    ),
  ];
  return {
    stop: async () => {
      for (const { watch } of drops) await watch.close();
      retry.end();
      for (const end of loops) await end();
      for (const { uploads } of drops) await uploads.settled();
      await mirror.settled();
      s3.destroy();
    },
  };
}
