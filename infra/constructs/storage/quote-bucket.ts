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

/** Where the bucket tells of new objects, by the folder they lie in. */
export interface DropQueues {
  /** Under `approved/`, of removed ones too. */
  readonly uploads: Queue;
  /** Under `check/`. */
  readonly checks: Queue;
}

/**
 * The one bucket: what people drop and read, and what the machine keeps for a job. What people
 * have approved and were told stays for ever, in every version; only `jobs/` expires.
 */
export class QuoteBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, queues: DropQueues) {
    super(scope, id);
    const { bucket: logBucket } = new AccessLogBucket(this, 'AccessLogs');
    this.bucket = new Bucket(this, 'Bucket', {
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
    this.#tell([
      [APPROVED, WRITTEN, queues.uploads],
      // A file that is taken back is answered: its job ends, or people are told how to stop it.
      [APPROVED, REMOVED, queues.uploads],
      [CHECK, WRITTEN, queues.checks],
    ]);
  }

  /**
   * By the plain property: the construct's own method would bring a custom resource with a
   * function of its own. S3 sends a test message when it is set, so the queues must admit it before.
   */
  #tell(folders: readonly (readonly [prefix: string, event: string, queue: Queue])[]): void {
    const bucket = this.bucket.node.defaultChild as CfnBucket;
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
}
