import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { APPROVED, CHECK, JOBS } from '../../../shared/store/keys.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import { admitBucketEvents } from './bucket-events.ts';

const WRITTEN = 's3:ObjectCreated:*';
/** With the versions that this bucket keeps: delete markers, and versions that are deleted. */
const REMOVED = 's3:ObjectRemoved:*';

/** A bucket by its names, of this stack or of another. */
export type KeptBucket = Pick<Bucket, 'bucketArn' | 'bucketName' | 'arnForObjects' | 'node'>;

/** Where the bucket tells of new objects, by the folder they lie in. */
export interface QuoteBucketProps {
  /** Under `approved/`, of removed ones too. */
  readonly uploads: Queue;
  /** Under `check/`. */
  readonly checks: Queue;
  /** The name of a bucket to take up instead: one that an earlier stack left. */
  readonly existing: string | null;
}

/** Whom a bucket tells of what, as S3 takes it (PutBucketNotificationConfiguration). */
interface Telling {
  readonly QueueConfigurations: readonly {
    readonly QueueArn: string;
    readonly Events: readonly string[];
    readonly Filter: {
      readonly Key: { readonly FilterRules: readonly { Name: string; Value: string }[] };
    };
  }[];
}

/**
 * The one bucket: what people drop and read, and what the machine keeps for a job. What people
 * have approved and were told stays for ever, in every version; only `jobs/` expires.
 */
export class QuoteBucket extends Construct {
  readonly bucket: KeptBucket;
  /** What a bucket that was taken up is to be told by hand; null for one of our own. */
  readonly toBeTold: Telling | null;

  constructor(scope: Construct, id: string, props: QuoteBucketProps) {
    super(scope, id);
    const { uploads, checks, existing } = props;
    const folders = [
      [APPROVED, WRITTEN, uploads],
      // A file that is taken back is answered: its job ends, or people are told how to stop it.
      [APPROVED, REMOVED, uploads],
      [CHECK, WRITTEN, checks],
    ] as const;
    if (existing === null) {
      this.bucket = this.#make(folders);
      this.toBeTold = null;
      return;
    }
    this.bucket = Bucket.fromBucketName(this, 'Bucket', existing);
    for (const queue of [uploads, checks]) admitBucketEvents(queue, existing);
    this.toBeTold = {
      QueueConfigurations: folders.map(([Value, event, queue]) => ({
        QueueArn: queue.queueArn,
        Events: [event],
        Filter: { Key: { FilterRules: [{ Name: 'prefix', Value }] } },
      })),
    };
  }

  #make(folders: Folders): Bucket {
    const { bucket: logBucket } = new AccessLogBucket(this, 'AccessLogs');
    const made = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      // The library's classes and interfaces differ in what may be undefined.
      serverAccessLogsBucket: logBucket as IBucket,
      lifecycleRules: [
        {
          id: 'forget-plans-of-old-jobs',
          prefix: JOBS,
          expiration: Duration.days(90),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'forget-their-markers', prefix: JOBS, expiredObjectDeleteMarker: true },
        { id: 'abort-broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    tell(made, folders);
    return made;
  }
}

type Folders = readonly (readonly [prefix: string, event: string, queue: Queue])[];

/**
 * By the plain property: the construct's own method would bring a custom resource with a
 * function of its own. S3 sends a test message when it is set, so the queues must admit it before.
 */
function tell({ node }: Bucket, folders: Folders): void {
  const bucket = node.defaultChild as CfnBucket;
  bucket.notificationConfiguration = {
    queueConfigurations: folders.map(([value, event, queue]) => ({
      event,
      queue: queue.queueArn,
      filter: { s3Key: { rules: [{ name: 'prefix', value }] } },
    })),
  };
  const admitted = new Set(folders.map(([, , queue]) => queue));
  bucket.node.addDependency(...[...admitted].map((queue) => admitBucketEvents(queue)));
}
