/** The states of a chunk. */
export type ChunkState =
  /** Work to do. */
  | 'open'
  /** Nothing new is ordered or paid; what is unpaid is cancelled, what is unclear looked up. */
  | 'sealed'
  /** Every row has an outcome, or waits for a paid order alone; counted on the job. */
  | 'finished';

export const CHUNK_STATES = ['open', 'sealed', 'finished'] as const satisfies readonly ChunkState[];

/** Who works on a chunk, or what it waits for. Instants are epoch milliseconds. */
export type Work =
  /** Nobody; a message is or may be on its way. */
  | { readonly kind: 'idle' }
  /** One worker, until its lease ends. */
  | { readonly kind: 'leased'; readonly owner: string; readonly until: number }
  /** Nobody before then: the provider was busy, or an order is not visible yet. */
  | { readonly kind: 'backing off'; readonly until: number }
  /** Nobody before then: every run at it failed. */
  | { readonly kind: 'resting'; readonly until: number };

export type WorkKind = Work['kind'];

/** The states of the work on a chunk: when the tick may send it on, where no message does. */
export const WORK_STATES: readonly WorkKind[] = ['idle', 'leased', 'backing off', 'resting'];

/** When the chunk is to go on although no message stands for it; null: a message does, or a worker. */
export function dueAt(work: Work): number | null {
  switch (work.kind) {
    case 'idle':
    case 'leased':
      return null;
    case 'backing off':
    case 'resting':
      return work.until;
  }
}

/** Whether somebody works on the chunk at that instant. */
export function isLeased(work: Work, now: number): boolean {
  return work.kind === 'leased' && work.until > now;
}
