/** Work on one chunk. Of another epoch than the job's it is acknowledged unread. */
export interface ChunkMessage {
  readonly job: string;
  readonly account: string;
  readonly chunk: number;
  readonly epoch: number;
  /** Makes the deduplication id of a continuation another one. */
  readonly turn: number;
}

/**
 * `finish`: end the job and write its results; `interim`: write a sheet while it is suspended;
 * `aside`: put one chunk aside, at which every run fails; `report`: write the results of a job anew
 * that is over, since a person has settled some of its rows.
 */
export type FinishMessage =
  | {
      readonly job: string;
      readonly kind: 'finish' | 'interim';
      /** Counts looks at orders that are paid and not completed yet; the tick goes on from the last. */
      readonly attempt: number;
    }
  | { readonly job: string; readonly kind: 'aside'; readonly chunk: number }
  | { readonly job: string; readonly kind: 'report' };

/** Sending work onwards. Every send is checked; what was not taken throws. */
export interface Dispatch {
  chunks(messages: readonly ChunkMessage[]): Promise<void>;
  finish(message: FinishMessage, delaySeconds: number): Promise<void>;
}
