import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { LocalStack } from './template/local-stack.ts';
import type { Queues } from './events/queues.ts';
import type { SecretsServer } from './servers/secrets-server.ts';
import { adminAuthorization } from './servers/signature.ts';
import type { TableServer } from './servers/table-server.ts';
import type { VersionedObjects } from './storage/versioned-objects.ts';

/** The servers in which a stack's resources are made. */
export interface Servers {
  readonly app: FastifyInstance;
  readonly objects: VersionedObjects;
  readonly queues: Queues;
  readonly tables: TableServer;
  readonly secrets: SecretsServer;
}

const QUEUE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
  'VisibilityTimeout',
]);
const settings = z.record(z.string(), z.unknown());
const bucketProperties = z.object({
  VersioningConfiguration: z._default(z.object({ Status: z.string() }), { Status: 'Suspended' }),
});
const secretProperties = z.object({ SecretString: z.optional(z.string()) });

function queueAttributes(properties: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings.parse(properties))
      .filter(([name]) => QUEUE_ATTRIBUTES.has(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

async function createBucket(app: FastifyInstance, name: string): Promise<void> {
  const headers = { authorization: adminAuthorization('s3') };
  const answer = await app.inject({ method: 'PUT', url: `/${name}`, headers });
  if (answer.statusCode !== 200) throw new Error(`No bucket ${name}: ${answer.payload}`);
}

async function createTopic(app: FastifyInstance, name: string): Promise<void> {
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: adminAuthorization('sns'),
    },
    payload: new URLSearchParams({ Action: 'CreateTopic', Name: name }).toString(),
  });
  if (answer.statusCode !== 200) throw new Error(`No topic ${name}: ${answer.payload}`);
}

function putSecrets(
  stack: LocalStack,
  secrets: SecretsServer,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const { name, properties } of stack.ofType('AWS::SecretsManager::Secret')) {
    const { SecretString } = secretProperties.parse(properties);
    if (SecretString !== undefined) secrets.put(name, SecretString);
  }
  for (const [name, value] of Object.entries(values)) {
    secrets.put(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** Makes the stack's buckets, queues, topics, tables and secrets. Throws for one that is refused. */
export async function createResources(
  stack: LocalStack,
  { app, objects, queues, tables, secrets }: Servers,
  secretValues: Readonly<Record<string, unknown>>,
): Promise<void> {
  putSecrets(stack, secrets, secretValues);
  await Promise.all([
    ...stack.ofType('AWS::S3::Bucket').map(async ({ name, properties }) => {
      await createBucket(app, name);
      const { VersioningConfiguration: versions } = bucketProperties.parse(properties);
      if (versions.Status === 'Enabled') objects.enable(name);
    }),
    ...stack.ofType('AWS::SNS::Topic').map(async ({ name }) => {
      await createTopic(app, name);
    }),
    ...stack.ofType('AWS::SQS::Queue').map(async ({ name, properties }) => {
      await queues.create(name, queueAttributes(properties));
    }),
    ...stack.ofType('AWS::DynamoDB::Table').map(async (table) => {
      await tables.create(table);
    }),
  ]);
}
