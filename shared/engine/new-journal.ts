import type { Journal } from '../renewal/journal.ts';
import type { PlannedChunk } from '../jobs/plan-chunks.ts';

/** The journal of a chunk on which nothing was done yet. */
export function newJournal(
  job: { readonly id: string; readonly account: string; readonly createdAt: number },
  chunk: number,
  planned: PlannedChunk,
): Journal {
  return {
    job: job.id,
    chunk,
    account: job.account,
    term: planned.term,
    state: 'open',
    work: { kind: 'idle' },
    version: 0,
    nonce: '',
    claims: 0,
    rests: 0,
    waits: 0,
    savedAt: job.createdAt,
    continuations: 0,
    balance: null,
    left: null,
    rows: planned.rows.map((row) => ({
      ...row,
      rung: 100,
      pricing: { kind: 'together' },
      price: null,
      list: null,
      outcome: null,
    })),
    parts: [],
  };
}
