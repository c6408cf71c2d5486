/**
 * List prices of AWS in US dollars, US East (N. Virginia), on demand and without the free tier, as its
 * price pages gave them in 2025. They change, and differ by region: what a page says of money is what
 * these say.
 */
export const PRICES = {
  /** Lambda on Arm: a gigabyte-second, and a request. */
  lambda: { gigabyteSecond: 0.000_013_333_4, request: 0.000_000_2 },
  /** DynamoDB on demand: a write unit of 1 KB, a read unit of 4 KB read consistently. */
  dynamodb: { write: 0.000_000_625, read: 0.000_000_125 },
  /** SQS: a request to a FIFO queue, and to a standard queue. */
  sqs: { fifo: 0.000_000_5, standard: 0.000_000_4 },
  /** S3: a request that writes or lists, and one that reads. */
  s3: { write: 0.000_005, read: 0.000_000_4 },
  sns: { publish: 0.000_000_5 },
  /** Secrets Manager: a secret for a month, and a request. */
  secrets: { month: 0.4, request: 0.000_005 },
  /** CloudWatch: an alarm and a metric of one's own for a month, a dashboard, a gigabyte of logs taken in. */
  cloudWatch: { alarm: 0.1, metric: 0.3, dashboard: 3, logGigabyte: 0.5 },
} as const;

/** What AWS permits by default, and where its documentation says so. */
export const LIMITS = {
  /** Lambda quotas: concurrent executions of an account and region; a new account may have far fewer. */
  lambdaAtOnce: 1000,
  /** SQS message quotas: API calls a second and action of a FIFO queue without high throughput. */
  fifoCalls: 300,
  /** SQS queue quotas: messages of a FIFO queue in flight. */
  fifoInFlight: 20_000,
  /** DynamoDB, "Initial throughput for on-demand": write units a second of a new table. */
  newTableWrites: 4000,
  /** DynamoDB best practices: write units a second of one partition, here of one job. */
  partitionWrites: 1000,
  /** DynamoDB quotas: the largest item, in bytes. */
  itemBytes: 400 * 1024,
} as const;
