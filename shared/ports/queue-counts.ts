/** How many messages a queue holds. Approximate, as queues count. */
export interface QueueCounts {
  /** Its name for people. */
  readonly queue: string;
  readonly waiting: number;
  readonly inWork: number;
  /** Sent, and to be seen later. */
  readonly later: number;
  /** Put aside because every try failed. */
  readonly deadLetters: number;
}

/** Looking at the queues, without taking anything from them. */
export interface QueueGauge {
  count(): Promise<readonly QueueCounts[]>;
}
