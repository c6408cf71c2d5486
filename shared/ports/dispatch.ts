/** Work on one chunk. Of another epoch than the job's it is acknowledged unread. */
export interface ChunkMessage {
  readonly job: string;
  readonly account: string;
  readonly chunk: number;
  readonly epoch: number;
  /** Makes the deduplication id of a continuation another one. */
  readonly turn: number;
}

/** Write the results: at the job's end, or as an interim sheet while it is suspended. */
export interface FinishMessage {
  readonly job: string;
  readonly kind: 'finish' | 'interim';
  /** Counts looks at orders that are paid and not completed yet; the tick goes on from the last. */
  readonly attempt: number;
}

/** Sending work onwards. Every send is checked; what was not taken throws. */
export interface Dispatch {
  chunks(messages: readonly ChunkMessage[]): Promise<void>;
  finish(message: FinishMessage, delaySeconds: number): Promise<void>;
}
