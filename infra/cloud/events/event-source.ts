import { handledMessages } from './handled-messages.ts';
import { furthestTrace } from '../functions/chain.ts';
import type { LocalFunction } from '../functions/local-function.ts';
import type { Message, Queues } from './queues.ts';
import { sqsEvent } from './sqs-event.ts';

/** An event source mapping of the template. */
export interface EventSourceSpec {
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly fifo: boolean;
  readonly batchSize: number;
  /** Batches in flight at most. */
  readonly concurrency: number;
  readonly reportsFailures: boolean;
}

/** The most messages one receive can bring. */
const RECEIVE_LIMIT = 10;

/**
 * Feeds a function from a queue. What the function does not finish is left to the queue: it is seen
 * again after its visibility time, and goes to the dead letters by the queue's own redrive policy.
 *
 * From a FIFO queue it takes one message at a time: the queue itself keeps a group's next message
 * back while one is in flight, so a group is in order and groups run in parallel.
 */
export class EventSource {
  readonly spec: EventSourceSpec;
  readonly #target: LocalFunction;
  readonly #queues: Queues;
  /** Receipts of messages left in the queue, by message id. */
  readonly #left = new Map<string, string>();
  readonly #batches = new Set<Promise<void>>();
  #polling: Promise<void> | undefined;
  #stopped = false;

  constructor(spec: EventSourceSpec, target: LocalFunction, queues: Queues) {
    this.spec = spec;
    this.#target = target;
    this.#queues = queues;
  }

  start(): void {
    this.#target.warm();
    this.#polling = this.#poll();
  }

  /** Whether nothing can be received and nothing is being handled. */
  async isIdle(): Promise<boolean> {
    const { visible, inFlight } = await this.#queues.count(this.spec.queueUrl);
    return visible === 0 && inFlight <= this.#left.size && this.#batches.size === 0;
  }

  /** Lets the visibility time of every message that was left be over now. */
  async endVisibility(): Promise<number> {
    const receipts = [...this.#left.values()];
    this.#left.clear();
    for (const receipt of receipts) await this.#queues.show(this.spec.queueUrl, receipt);
    return receipts.length;
  }

  /** Takes no more messages. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when the last batch is over; the emulator must have let go of the long poll. */
  async stopped(): Promise<void> {
    await this.#polling;
    await Promise.all(this.#batches);
  }

  async #poll(): Promise<void> {
    const most = this.spec.fifo ? 1 : Math.min(this.spec.batchSize, RECEIVE_LIMIT);
    while (!this.#stopped) {
      const messages = await this.#unlessStopped(
        this.#queues.receive(this.spec.queueUrl, most),
        [],
      );
      if (this.#stopped) return;
      if (messages.length === 0) continue;
      const batch = this.#deliver(messages).finally(() => this.#batches.delete(batch));
      this.#batches.add(batch);
      if (this.#batches.size >= this.spec.concurrency) await Promise.race(this.#batches);
    }
  }

  /** What a queue answers while the emulator closes means nothing any more. */
  async #unlessStopped<T>(asked: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (this.#stopped) return otherwise;
      throw error;
    }
  }

  async #deliver(messages: readonly Message[]): Promise<void> {
    for (const { MessageId } of messages) this.#left.delete(MessageId);
    const trace = furthestTrace(
      this.#target.spec.functionName,
      messages.map(({ Attributes }) => Attributes['AWSTraceHeader']),
    );
    const invocation = await this.#target.invoke(sqsEvent(messages, this.spec.queueArn), trace);
    if (this.#stopped) return;
    const done = handledMessages(messages, invocation, this.spec.reportsFailures);
    for (const { ReceiptHandle } of done) {
      if (this.#stopped) return;
      await this.#unlessStopped(this.#queues.delete(this.spec.queueUrl, ReceiptHandle), undefined);
    }
    for (const message of messages) {
      if (!done.includes(message)) this.#left.set(message.MessageId, message.ReceiptHandle);
    }
  }
}
