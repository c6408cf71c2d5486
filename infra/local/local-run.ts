import { rmSync } from 'node:fs';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Account } from '../../shared/domain/account.ts';
import { APPROVED } from '../../shared/messages/keys.ts';
import type { Timers } from '../config.ts';
import type { CloudOptions } from './cloud/cloud.ts';
import { startCloud } from './cloud/start-cloud.ts';
import type { Cloud } from './cloud/cloud.ts';
import type { Assembly } from './cloud/synthesized-stack.ts';
import { type Bundling, startBundling } from './start-bundling.ts';
import { SECRET_PREFIX, synthesize } from './synthesize.ts';
import { type JobReader, openJobReader } from './job-reader.ts';

/** The stack running on this machine, with what a local run needs of it. */
export interface LocalRun {
  readonly cloud: Cloud;
  readonly jobs: JobReader;
  /** Drops a file under `approved/<account>/`. */
  readonly drop: (account: string, file: string, bytes: Uint8Array) => Promise<void>;
  readonly readObject: (key: string) => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

/** How a local run is brought up. */
export interface LocalRunOptions {
  readonly accounts: readonly Account[];
  readonly keys: Readonly<
    Record<string, { readonly accessKey: string; readonly secretKey: string }>
  >;
  readonly timers?: Timers;
  /** Bundling that has begun already; it is ended here. */
  readonly bundling?: Bundling;
  readonly onLog?: NonNullable<CloudOptions['onLog']>;
  readonly onCall?: NonNullable<CloudOptions['onCall']>;
  readonly onInvocation?: NonNullable<CloudOptions['onInvocation']>;
  readonly onViolation?: NonNullable<CloudOptions['onViolation']>;
  readonly schedules?: 'on' | 'off';
  readonly startInstance?: NonNullable<CloudOptions['startInstance']>;
}

/** Synthesizes the stack and brings it up on 127.0.0.1. */
export async function startLocalRun(options: LocalRunOptions): Promise<LocalRun> {
  const { accounts, keys, timers, bundling = startBundling(), ...rest } = options;
  const assembly = await synthesizeWith(bundling, accounts, timers);
  const secrets = Object.fromEntries(
    Object.entries(keys).map(([name, value]) => [`${SECRET_PREFIX}/${name}`, value]),
  );
  const cloud = await startCloud({ assembly, secrets, ...rest });
  const s3 = new S3Client(cloud.clientConfig('s3'));
  const bucket = cloud.lookup('BucketName');
  return {
    cloud,
    jobs: openJobReader(cloud),
    drop: async (account, file, bytes) => {
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: `${APPROVED}${account}/${file}`, Body: bytes }),
      );
    },
    readObject: async (key) => await readObject(s3, bucket, key),
    stop: async () => {
      s3.destroy();
      await cloud.stop();
      rmSync(assembly.directory, { recursive: true, force: true });
    },
  };
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
