import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AwsCall } from '../../infra/cloud/permissions/gate.ts';
import type { Cloud } from '../../infra/cloud/cloud.ts';
import { startCloud } from '../../infra/cloud/start-cloud.ts';
import type { Assembly } from '../../infra/cloud/template/synthesized-stack.ts';
import { type JobReader, openJobReader } from '../../infra/cli/local-run/job-reader.ts';
import { SECRET_PREFIX } from '../../infra/cli/local-run/synthesize.ts';
import { SAMPLE_KEYS } from '../../infra/cli/sample/sample-keys.ts';
import { RELEASE_ACCOUNTS } from './release-accounts.ts';

/** A release that is up, on the stores of a folder. */
export interface RunningRelease {
  readonly cloud: Cloud;
  /** Reads with the stores of the release that is being built. */
  readonly jobs: JobReader;
  readonly drop: (account: string, bytes: Uint8Array, file?: string) => Promise<void>;
  readonly readObject: (key: string) => Promise<Uint8Array>;
  /** What functions said of faults. */
  readonly faults: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Brings a release up on what stands in the folder. */
export async function startRelease(
  assembly: Assembly,
  folder: string,
  onCall: (call: AwsCall) => void = () => undefined,
): Promise<RunningRelease> {
  const faults: string[] = [];
  const secrets = Object.fromEntries(
    RELEASE_ACCOUNTS.map(({ name }) => [`${SECRET_PREFIX}/${String(name)}`, SAMPLE_KEYS]),
  );
  const onLog = (_: string, line: string): void => {
    if (/"level":"(?:ERROR|CRITICAL)"/u.test(line)) faults.push(line);
  };
  const cloud = await startCloud({ assembly, folder, secrets, onCall, onLog });
  const s3 = new S3Client(cloud.clientConfig('s3'));
  const Bucket = cloud.lookup('BucketName');
  return {
    cloud,
    jobs: openJobReader(cloud),
    drop: async (account, Body, file = 'quote.xlsx') => {
      const Key = `approved/${account}/${file}`;
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    readObject: async (Key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return await Body!.transformToByteArray();
    },
    faults,
    stop: async () => {
      s3.destroy();
      await cloud.stop();
    },
  };
}
