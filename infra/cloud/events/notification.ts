/** Whom a bucket tells of what. */
export interface Notification {
  readonly bucket: string;
  /** As S3 names it, such as `s3:ObjectCreated:*`. */
  readonly event: string;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly prefix: string;
  readonly suffix: string;
}
