import type { Need } from './permissions.ts';
import { arn, secretArn } from '../template/resource-types.ts';

type Input = Readonly<Record<string, unknown>>;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The IAM action and queue of an SQS call. Batch calls need what single ones need. */
export function queueNeeds(operation: string, input: Input): readonly Need[] {
  const action = `sqs:${operation.replace(/Batch$/u, '')}`;
  const name = text(input['QueueName']) || text(input['QueueUrl']).split('/').at(-1);
  return [{ action, resource: name ? arn('sqs', name) : '*' }];
}

/** The IAM action and topic of an SNS call. */
export function topicNeeds(input: Input): readonly Need[] {
  const action = `sns:${text(input['Action']).replace(/Batch$/u, '')}`;
  return [{ action, resource: text(input['TopicArn']) || '*' }];
}

/** The IAM action and tables, or index, of a DynamoDB call. */
export function tableNeeds(operation: string, input: Input): readonly Need[] {
  const action = `dynamodb:${operation}`;
  const batch = input['RequestItems'];
  const tables = typeof batch === 'object' && batch ? Object.keys(batch) : [];
  if (input['TableName']) tables.push(text(input['TableName']));
  if (tables.length === 0) return [{ action, resource: '*' }];
  const index = input['IndexName'] ? `/index/${text(input['IndexName'])}` : '';
  return tables.map((table) => ({
    action,
    resource: `${arn('dynamodb', 'table/')}${table}${index}`,
  }));
}

/** The IAM action and secret of a Secrets Manager call; a secret is named or given by its ARN. */
export function secretNeeds(operation: string, input: Input): readonly Need[] {
  const id = text(input['SecretId']);
  const resource = id.startsWith('arn:') ? id : secretArn(id);
  return [{ action: `secretsmanager:${operation}`, resource: id ? resource : '*' }];
}
