import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/**
 * Where the alarms go. It has a key of its own, for the key that AWS manages for topics does not
 * admit CloudWatch, and alarms would vanish without a trace.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, emails: readonly string[]) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: 'Encrypts alarms on their way.',
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    key.addToResourcePolicy(
      this.#admit('UseForAlarms', ['kms:Decrypt', 'kms:GenerateDataKey*'], '*'),
    );
    // A topic with a policy of its own loses the one that let its account's services publish.
    this.topic.addToResourcePolicy(
      this.#admit('PublishAlarms', ['sns:Publish'], this.topic.topicArn),
    );
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
  }

  #admit(sid: string, actions: string[], resource: string): PolicyStatement {
    return new PolicyStatement({
      sid,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions,
      resources: [resource],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
  }
}
