import { Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IDependable } from 'constructs';

/**
 * Lets the buckets of this stack send their events to the queue; the bucket must depend on what is
 * returned. It names them by the start of their names and the AWS account: the bucket's own ARN
 * here would make queue policy and bucket wait for each other. `existing`: the one bucket, of another stack.
 */
export function admitBucketEvents(queue: Queue, existing?: string): IDependable {
  const { account, partition, stackName } = Stack.of(queue);
  // CloudFormation begins a bucket's name with the stack's, cut off if it is long.
  const names = existing ?? `${stackName.toLowerCase().slice(0, 20)}*`;
  const { policyDependable } = queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'EventsOfTheQuoteBucket',
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::${names}` },
      },
    }),
  );
  if (policyDependable === undefined) throw new Error('The queue has no policy to depend on.');
  return policyDependable;
}
