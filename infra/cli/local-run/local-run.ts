import { rmSync } from 'node:fs';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Account } from '../../../shared/settings/account.ts';
import { APPROVED, CHECK } from '../../../shared/store/keys.ts';
import { sandboxTimers, type Timers } from '../../config.ts';
import type { CloudOptions } from '../../cloud/cloud.ts';
import { startCloud } from '../../cloud/start-cloud.ts';
import type { Cloud } from '../../cloud/cloud.ts';
import type { Assembly } from '../../cloud/template/synthesized-stack.ts';
import { listObjects } from '../dev/follow/list-objects.ts';
import { checkSpending, type Spending } from './spending.ts';
import { type Bundling, startBundling } from './start-bundling.ts';
import { SECRET_PREFIX, synthesize } from './synthesize.ts';
import { type JobReader, openJobReader } from './job-reader.ts';

/** The stack running on this machine, with what a local run needs of it. */
export interface LocalRun {
  readonly cloud: Cloud;
  readonly jobs: JobReader;
  /** Drops a file under `approved/<account>/`. */
  readonly drop: (account: string, file: string, bytes: Uint8Array) => Promise<void>;
  /** Drops a file under `check/<account>/`: a dry run. */
  readonly check: (account: string, file: string, bytes: Uint8Array) => Promise<void>;
  /** Keys of the objects that begin so. */
  readonly keys: (prefix: string) => Promise<readonly string[]>;
  readonly readObject: (key: string) => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

/** A notice as people get it. */
export interface LocalNotice {
  readonly subject: string;
  readonly text: string;
}

/** How a local run is brought up. */
export interface LocalRunOptions {
  readonly accounts: readonly Account[];
  readonly keys: Readonly<
    Record<string, { readonly accessKey: string; readonly secretKey: string }>
  >;
  /** Left out: nobody has agreed to anything, so only the sandbox may be paid. */
  readonly spending?: Spending;
  readonly timers?: Timers;
  /** Bundling that has begun already; it is ended here. */
  readonly bundling?: Bundling;
  readonly onLog?: NonNullable<CloudOptions['onLog']>;
  readonly onCall?: NonNullable<CloudOptions['onCall']>;
  readonly onInvocation?: NonNullable<CloudOptions['onInvocation']>;
  readonly onViolation?: NonNullable<CloudOptions['onViolation']>;
  /** What people are told. Nothing raises alarms here, so no other topic has a word to say. */
  readonly onNotice?: (notice: LocalNotice) => void;
  readonly schedules?: 'on' | 'off';
  /** Where the cloud keeps what it holds; in memory without one. */
  readonly folder?: string;
  readonly startInstance?: NonNullable<CloudOptions['startInstance']>;
}

/**
 * Synthesizes the stack and brings it up on 127.0.0.1. Throws where an account is real and nobody has
 * agreed to pay from it: every command that starts a cloud comes by here.
 */
export async function startLocalRun(options: LocalRunOptions): Promise<LocalRun> {
  const { accounts, keys, timers, bundling = startBundling(), onNotice, ...others } = options;
  const { spending = { kind: 'sandbox' }, ...rest } = others;
  checkSpending(accounts, spending);
  const clocks = spending.kind === 'sandbox' ? sandboxTimers(timers) : timers;
  const assembly = await synthesizeWith(bundling, accounts, clocks);
  const secrets = Object.fromEntries(
    Object.entries(keys).map(([name, value]) => [`${SECRET_PREFIX}/${name}`, value]),
  );
  const cloud = await startCloud({
    assembly,
    secrets,
    ...rest,
    onPublished: ({ subject, text }) => onNotice?.({ subject, text }),
  });
  const s3 = new S3Client(cloud.clientConfig('s3'));
  const bucket = cloud.lookup('BucketName');
  const dropInto =
    (folder: string): LocalRun['drop'] =>
    async (account, file, Body) => {
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: `${folder}${account}/${file}`, Body }),
      );
    };
  return {
    cloud,
    jobs: openJobReader(cloud),
    drop: spending.kind === 'dry run' ? refuseDrop : dropInto(APPROVED),
    check: dropInto(CHECK),
    keys: async (prefix) => (await listObjects(s3, bucket, prefix)).map(({ key }) => key),
    readObject: async (key) => await readObject(s3, bucket, key),
    stop: async () => {
      s3.destroy();
      await cloud.stop();
      rmSync(assembly.directory, { recursive: true, force: true });
    },
  };
}

async function refuseDrop(): Promise<never> {
  return await Promise.reject(new Error('nobody has agreed to pay: this is a dry run'));
}

async function synthesizeWith(
  bundling: Bundling,
  ...[accounts, timers]: [readonly Account[], Timers | undefined]
): Promise<Assembly> {
  try {
    return synthesize(accounts, await bundling.folder, timers);
  } finally {
    await bundling.end();
  }
}

async function readObject(s3: S3Client, bucket: string, key: string): Promise<Uint8Array> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (Body === undefined) throw new Error(`the object ${key} is empty`);
  return await Body.transformToByteArray();
}
