/** The region everything local is in. */
export const LOCAL_REGION = 'us-east-1';
/** The account everything local belongs to. */
export const LOCAL_ACCOUNT = '000000000000';

/** What a template may say of a resource: its `Ref` and its `Fn::GetAtt` attributes. */
export interface Identity {
  /** The physical name, as it stands in ARNs. */
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface ResourceType {
  /** The property that sets the physical name. */
  readonly nameProperty?: string;
  /** `queues` is where queue URLs begin. */
  readonly identify: (name: string, queues: string) => Identity;
}

/** An ARN in the local region and account, for instance `arn('sqs', 'jobs')`. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${resource}`;
}

function named(service: string, kind: string): ResourceType['identify'] {
  return (name) => ({ name, ref: name, attributes: { Arn: arn(service, kind + name) } });
}

/** The end Secrets Manager would add to a secret's ARN; policies end in `-??????` for it. */
const SECRET_SUFFIX = '-Local1';

/** The ARN of a secret. */
export function secretArn(name: string): string {
  return arn('secretsmanager', `secret:${name}${SECRET_SUFFIX}`);
}

/** Every resource type that is brought up, or read to bring up another. */
export const supportedTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    identify: (name) => ({
      name: name.toLowerCase(),
      ref: name.toLowerCase(),
      attributes: { Arn: `arn:aws:s3:::${name.toLowerCase()}` },
    }),
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    identify: (name, queues) => {
      const url = `${queues}/${LOCAL_ACCOUNT}/${name}`;
      return {
        name,
        ref: url,
        attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url },
      };
    },
  },
  'AWS::SQS::QueuePolicy': { identify: named('sqs', 'policy/') },
  'AWS::DynamoDB::Table': { nameProperty: 'TableName', identify: named('dynamodb', 'table/') },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', identify: named('lambda', 'function:') },
  'AWS::Lambda::EventInvokeConfig': { identify: named('lambda', 'event-invoke-config:') },
  'AWS::Lambda::EventSourceMapping': { identify: named('lambda', 'event-source-mapping:') },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    identify: (name) => ({
      name,
      ref: name,
      attributes: { Arn: `arn:aws:iam::${LOCAL_ACCOUNT}:role/${name}`, RoleId: name },
    }),
  },
  'AWS::IAM::Policy': { identify: named('iam', 'policy/') },
  'AWS::IAM::ManagedPolicy': {
    identify: (name) => ({
      name,
      ref: `arn:aws:iam::${LOCAL_ACCOUNT}:policy/${name}`,
      attributes: {},
    }),
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    identify: (name) => ({ name, ref: secretArn(name), attributes: { Id: secretArn(name) } }),
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    identify: (name) => ({
      name,
      ref: arn('sns', name),
      attributes: { TopicArn: arn('sns', name), TopicName: name },
    }),
  },
  'AWS::Scheduler::Schedule': { nameProperty: 'Name', identify: named('scheduler', 'schedule/') },
  'AWS::Events::Rule': { nameProperty: 'Name', identify: named('events', 'rule/') },
};

/** Types without an effect here. They may still be named by others. */
export const ignoredTypes: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::S3::BucketPolicy',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
]);

/** What an ignored resource is called where another one names it. */
export const identifyIgnored: ResourceType['identify'] = named('local', '');
