import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { CHECK } from '../../../../shared/store/keys.ts';
import type { CheckBucket } from '../../start/check-run.ts';
import { DEFAULT_DATA } from '../../dev/dev-command.ts';
import { listObjects } from '../../dev/follow/list-objects.ts';
import { readRunningCloud } from '../../dev/folder/running-cloud-file.ts';
import { UserMistake } from '../../terminal/user-mistake.ts';
import { userPath } from '../../terminal/user-path.ts';

/** Which bucket is meant, as far as it was said. */
export interface WantedBucket {
  /** Of AWS; null: the local cloud's. */
  readonly bucket: string | null;
  readonly profile: string | null;
  readonly region: string | null;
  /** The folder of the local cloud. */
  readonly data: string | null;
}

/** A bucket that is open. */
export interface OpenBucket {
  readonly objects: CheckBucket;
  /** Names, where they are known. */
  readonly accounts: readonly string[];
  readonly close: () => void;
}

/** Opens the bucket of a local cloud that runs, or one of AWS. Throws `UserMistake` without one. */
export function openBucket(wanted: WantedBucket): OpenBucket {
  const { bucket, profile, region, data } = wanted;
  if (bucket !== null) {
    const where = {
      ...(profile === null ? {} : { profile }),
      ...(region === null ? {} : { region }),
    };
    return open(new S3Client(where), bucket, []);
  }
  const found = readRunningCloud(data === null ? DEFAULT_DATA : userPath(data));
  if (found.kind === 'none') {
    throw new UserMistake(
      `${found.problem} For AWS name the bucket with --bucket (the output BucketName).`,
    );
  }
  const { endpoints, credentials, accounts, region: local } = found.cloud;
  const client = new S3Client({
    credentials,
    region: local,
    endpoint: endpoints.s3,
    forcePathStyle: true,
  });
  return open(
    client,
    found.cloud.bucket,
    accounts.map(({ name }) => name),
  );
}

function open(client: S3Client, Bucket: string, accounts: readonly string[]): OpenBucket {
  return {
    accounts,
    close: () => {
      client.destroy();
    },
    objects: {
      check: async (account, file, Body) => {
        await told(
          client.send(new PutObjectCommand({ Bucket, Key: `${CHECK}${account}/${file}`, Body })),
        );
      },
      keys: async (prefix) =>
        (await told(listObjects(client, Bucket, prefix))).map(({ key }) => key),
      readObject: async (Key) => {
        const { Body } = await told(client.send(new GetObjectCommand({ Bucket, Key })));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      },
    },
  };
}

async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    throw new UserMistake(`The bucket does not let you do that: ${error.message}`);
  }
}
