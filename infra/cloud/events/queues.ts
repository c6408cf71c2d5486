import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import * as z from 'zod/mini';
import { adminAuthorization } from '../servers/signature.ts';
import { showTrace } from '../servers/traced-messages.ts';

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  MD5OfBody: z.string(),
  Body: z.string(),
  Attributes: z._default(z.record(z.string(), z.string()), {}),
  MessageAttributes: z._default(
    z.record(
      z.string(),
      z.object({
        DataType: z.string(),
        StringValue: z.optional(z.string()),
        BinaryValue: z.optional(z.string()),
      }),
    ),
    {},
  ),
});

/** A received message, as SQS words it. */
export type Message = z.output<typeof messageSchema>;

const received = z.object({ Messages: z._default(z.array(messageSchema), []) });
const counted = z.object({ Attributes: z.record(z.string(), z.string()) });

/** SQS waits up to 20 s; a poll that just misses the end of the cloud holds it up for so long. */
const LONG_POLL_SECONDS = 1;

/** How many messages a queue holds. */
export interface QueueCount {
  readonly visible: number;
  readonly inFlight: number;
}

function refused(operation: string, { payload }: LightMyRequestResponse): Error {
  return new Error(`${operation} failed: ${payload}`);
}

/** The embedded cloud's own calls on queues. Each throws when the emulator refuses it. */
export class Queues {
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** Makes a queue; one that was kept from an earlier start gets the attributes. */
  async create(name: string, attributes: Readonly<Record<string, string>>): Promise<void> {
    const answer = await this.#post('CreateQueue', { QueueName: name, Attributes: attributes });
    if (answer.statusCode === 200) return;
    if (!answer.payload.includes('QueueNameExists')) throw refused('CreateQueue', answer);
    const { FifoQueue: _, ...changeable } = attributes;
    await this.#call('SetQueueAttributes', { QueueUrl: name, Attributes: changeable });
  }

  /** `trace`: the chain in which it is sent, where there is one. */
  async send(url: string, body: string, trace?: string): Promise<void> {
    const traced =
      trace === undefined
        ? {}
        : {
            MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: trace } },
          };
    await this.#call('SendMessage', { QueueUrl: url, MessageBody: body, ...traced });
  }

  /** Waits up to 1 s; none when nothing came or the emulator stops. */
  async receive(url: string, most: number): Promise<readonly Message[]> {
    const answer = await this.#call('ReceiveMessage', {
      QueueUrl: url,
      MaxNumberOfMessages: most,
      WaitTimeSeconds: LONG_POLL_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return received.parse(answer).Messages.map(showTrace);
  }

  async delete(url: string, receiptHandle: string): Promise<void> {
    await this.#call('DeleteMessage', { QueueUrl: url, ReceiptHandle: receiptHandle });
  }

  /** Ends the time in which a received message is not seen. */
  async show(url: string, receiptHandle: string): Promise<void> {
    const input = { QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 };
    await this.#call('ChangeMessageVisibility', input);
  }

  async count(url: string): Promise<QueueCount> {
    const answer = await this.#call('GetQueueAttributes', {
      QueueUrl: url,
      AttributeNames: ['All'],
    });
    const { Attributes } = counted.parse(answer);
    return {
      visible: Number(Attributes['ApproximateNumberOfMessages']),
      inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
    };
  }

  async #call(operation: string, input: object): Promise<unknown> {
    const answer = await this.#post(operation, input);
    if (answer.statusCode !== 200) throw refused(operation, answer);
    return answer.payload ? answer.json() : {};
  }

  async #post(operation: string, input: object): Promise<LightMyRequestResponse> {
    return await this.#app.inject({
      method: 'POST',
      url: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AmazonSQS.${operation}`,
        authorization: adminAuthorization('sqs'),
      },
      payload: JSON.stringify(input),
    });
  }
}
