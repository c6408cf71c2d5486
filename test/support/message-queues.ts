import type { ChunkMessage, Dispatch, FinishMessage } from '../../shared/ports/dispatch.ts';

/** A message on one of the queues of the in-process deployment. */
export interface QueuedMessage {
  readonly id: number;
  readonly queue: 'chunks' | 'finish';
  readonly body: ChunkMessage | FinishMessage;
  /** FIFO group; null on the standard queue. */
  readonly group: string | null;
  visibleAt: number;
  received: number;
}

/** Deliveries after which a message goes to the dead-letter queue. */
const MOST_RECEIVES = 10;

/**
 * The chunks and finish queues in memory, on the test's clock: FIFO groups in order and one message
 * at a time, delays, visibility, dead letters.
 */
export class MessageQueues {
  readonly dead: QueuedMessage[] = [];
  readonly #clock: () => number;
  #messages: QueuedMessage[] = [];
  #made = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The same messages in queues of their own, on another clock. */
  copy(clock: () => number): MessageQueues {
    const queues = new MessageQueues(clock);
    queues.dead.push(...this.dead);
    queues.#messages = this.#messages.map((message) => ({ ...message }));
    queues.#made = this.#made;
    return queues;
  }

  /** The sending side. */
  get dispatch(): Dispatch {
    return {
      chunks: async (messages) => {
        for (const body of messages) this.#add('chunks', body, body.account, 0);
      },
      finish: async (body, delaySeconds) => {
        this.#add('finish', body, null, delaySeconds);
      },
    };
  }

  /** All messages that are not done with. */
  get waiting(): readonly QueuedMessage[] {
    return this.#messages;
  }

  /** The next message that may be received, if any is ever to come. */
  next(): QueuedMessage | null {
    const heads = this.#messages.filter(
      (message) =>
        message.group === null ||
        this.#messages.find(({ group }) => group === message.group) === message,
    );
    return heads.toSorted((a, b) => a.visibleAt - b.visibleAt || a.id - b.id)[0] ?? null;
  }

  /** Hides the message while it is worked on, and counts the delivery. */
  receive(message: QueuedMessage, visibilitySeconds: number): void {
    message.received += 1;
    message.visibleAt = this.#clock() + visibilitySeconds * 1000;
  }

  /** After a delivery that did not end well: it comes back, or is dead. */
  comesBack(message: QueuedMessage): void {
    if (message.received < MOST_RECEIVES) return;
    this.dead.push(message);
    this.remove(message);
  }

  remove(message: QueuedMessage): void {
    this.#messages = this.#messages.filter((one) => one !== message);
  }

  /** The message once more, as SQS may deliver it. */
  duplicate(message: QueuedMessage): void {
    this.#add(message.queue, message.body, message.group, 0);
  }

  #add(
    queue: QueuedMessage['queue'],
    body: QueuedMessage['body'],
    group: string | null,
    delaySeconds: number,
  ): void {
    this.#made += 1;
    const visibleAt = this.#clock() + delaySeconds * 1000;
    this.#messages.push({ id: this.#made, queue, body, group, visibleAt, received: 0 });
  }
}
