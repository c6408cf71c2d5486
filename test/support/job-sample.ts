import type { Job } from '../../shared/jobs/job.ts';

/** A job that was dropped and not planned yet, with what a test wants to be different. */
export function jobOf(more: Partial<Job> = {}): Job {
  return {
    id: 'job0000001',
    status: 'planning',
    epoch: 1,
    account: 'main',
    source: {
      bucket: 'quotes',
      key: 'approved/main/quote.xlsx',
      versionId: 'v1',
      eTag: 'e1',
      sequencer: '1',
    },
    name: 'quote',
    droppedBy: 'finance',
    droppedAt: 1000,
    createdAt: 2000,
    planKey: null,
    rows: 0,
    chunkCount: 0,
    finishedChunks: [],
    activeAt: null,
    validUntil: null,
    reason: null,
    ending: null,
    totals: null,
    resultsKey: null,
    endedAt: null,
    history: [],
    ...more,
  };
}
