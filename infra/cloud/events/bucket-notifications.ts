import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { LocalStack } from '../template/local-stack.ts';
import { isAllowed, type Statement } from '../permissions/permissions.ts';
import { policyDocument, readStatements } from '../permissions/policy-document.ts';
import type { Queues } from './queues.ts';
import { ADMIN_KEY } from '../permissions/gate.ts';
import { objectCreated, type StoredObject } from './object-created.ts';
import { objectRemoved, type RemovedObject } from './object-removed.ts';
import type { Notification } from './notification.ts';
import { toldNotifications } from './told-notifications.ts';
import type { VersionedObjects } from '../storage/versioned-objects.ts';

const rules = z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []);
const bucketProperties = z.object({
  NotificationConfiguration: z.optional(
    z.strictObject({
      QueueConfigurations: z._default(
        z.array(
          z.object({
            Event: z.string().check(z.regex(/^s3:Object(?:Created|Removed):/u)),
            Queue: z.string(),
            Filter: z.optional(z.object({ S3Key: z.object({ Rules: rules }) })),
          }),
        ),
        [],
      ),
    }),
  ),
});
const queuePolicy = z.object({ Queues: z.array(z.string()), PolicyDocument: policyDocument });

function readNotifications(stack: LocalStack): readonly Notification[] {
  const queues = stack.ofType('AWS::SQS::Queue');
  return stack.ofType('AWS::S3::Bucket').flatMap(({ name, properties }) => {
    const configuration = bucketProperties.parse(properties).NotificationConfiguration;
    return (configuration?.QueueConfigurations ?? []).map(({ Event, Queue, Filter }) => {
      const queueUrl = queues.find(({ attributes }) => attributes['Arn'] === Queue)?.ref;
      if (!queueUrl) throw new Error(`${name} notifies ${Queue}, which the stack does not hold.`);
      const rule = (kind: string): string =>
        Filter?.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === kind)?.Value ?? '';
      const limits = { prefix: rule('prefix'), suffix: rule('suffix') };
      return { bucket: name, event: Event, queueUrl, queueArn: Queue, ...limits };
    });
  });
}

function checkQueuePolicies(stack: LocalStack, notifications: readonly Notification[]): void {
  const policies = stack
    .ofType('AWS::SQS::QueuePolicy')
    .map(({ properties }) => queuePolicy.parse(properties));
  for (const { bucket, queueUrl, queueArn } of notifications) {
    const statements: readonly Statement[] = policies
      .filter(({ Queues }) => Queues.includes(queueUrl))
      .flatMap(({ PolicyDocument }) => readStatements(PolicyDocument, 's3.amazonaws.com'));
    if (!isAllowed(statements, { action: 'sqs:SendMessage', resource: queueArn })) {
      throw new Error(`No queue policy lets S3 send notifications of ${bucket} to ${queueArn}.`);
    }
  }
}

/** Tells queues of written and removed objects, as S3 does by a bucket's notification configuration. */
export class BucketNotifications {
  readonly #objects: VersionedObjects;
  readonly #queues: Queues;
  readonly #stack: LocalStack;
  #notifications: readonly Notification[];
  readonly #sending = new Set<Promise<void>>();
  #stopped = false;
  readonly #last = new Map<string, { queueUrl: string; body: string }[]>();

  /** Throws where S3 would refuse the configuration for want of a queue policy. */
  constructor(stack: LocalStack, objects: VersionedObjects, queues: Queues) {
    this.#stack = stack;
    this.#objects = objects;
    this.#queues = queues;
    this.#notifications = readNotifications(stack);
    checkQueuePolicies(stack, this.#notifications);
  }

  /**
   * Takes over what a bucket is told by hand (PutBucketNotificationConfiguration), which the next start
   * forgets; the reason why S3 would refuse it, or null.
   */
  async configure(bucket: string, xml: string): Promise<string | null> {
    const told = toldNotifications(bucket, xml, this.#stack);
    try {
      checkQueuePolicies(this.#stack, told);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#notifications = [...this.#notifications.filter((one) => one.bucket !== bucket), ...told];
    await this.sendTestEvents(told);
    return null;
  }

  /** The message S3 sends to each queue when it is told to notify it; it has no records. */
  async sendTestEvents(told = this.#notifications): Promise<void> {
    for (const { bucket, queueUrl } of told) {
      const event = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: bucket };
      const stamp = { Time: new Date().toISOString(), RequestId: randomUUID(), HostId: 'local' };
      await this.#queues.send(queueUrl, JSON.stringify({ ...event, ...stamp }));
    }
  }

  /** Whether events are on their way. */
  get busy(): boolean {
    return this.#sending.size > 0;
  }

  /** Tells whoever wants to know of the object; does not wait for it. */
  written(object: StoredObject): void {
    if (this.#stopped) return;
    const sending = this.#notify(object).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  /** As {@link written}, of a removed one. */
  removed(object: RemovedObject): void {
    if (this.#stopped) return;
    const sending = this.#notifyRemoved(object).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  /** Tells of nothing more; resolves when what was on its way has arrived. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#sending);
  }

  async #notify(object: StoredObject): Promise<void> {
    const { key, how } = object;
    const wanted = this.#wanting(object, 'Created', how);
    if (wanted.length === 0) return;
    const body = JSON.stringify({ Records: [objectCreated(object)] });
    const sent = wanted.map(({ queueUrl }) => ({ queueUrl, body }));
    this.#last.set(key, sent);
    for (const { queueUrl } of sent) await this.#queues.send(queueUrl, body, object.trace);
  }

  async #notifyRemoved(object: RemovedObject): Promise<void> {
    const body = JSON.stringify({ Records: [objectRemoved(object, Date.now())] });
    for (const { queueUrl } of this.#wanting(object, 'Removed', object.how)) {
      await this.#queues.send(queueUrl, body);
    }
  }

  #wanting(
    { bucket, key }: Pick<RemovedObject, 'bucket' | 'key'>,
    what: 'Created' | 'Removed',
    how: string,
  ): readonly Notification[] {
    const events = new Set([`s3:Object${what}:*`, `s3:Object${what}:${how}`]);
    return this.#notifications.filter(
      (one) =>
        one.bucket === bucket &&
        events.has(one.event) &&
        key.startsWith(one.prefix) &&
        key.endsWith(one.suffix),
    );
  }

  /**
   * Delivers the last event of a key once more; of an object from before a restart the one its
   * writing would have led to. Throws when there is no such object.
   */
  async deliverAgain(key: string): Promise<void> {
    if (!this.#last.has(key)) {
      const buckets = new Set(this.#notifications.map(({ bucket }) => bucket));
      for (const bucket of buckets) {
        const facts = this.#objects.current(bucket, key);
        if (facts === null) continue;
        await this.#notify({ bucket, key, how: 'Put', by: ADMIN_KEY, facts });
      }
      if (!this.#last.has(key)) throw new Error(`No event can be delivered for ${key}.`);
      return;
    }
    for (const { queueUrl, body } of this.#last.get(key)!) await this.#queues.send(queueUrl, body);
  }
}
