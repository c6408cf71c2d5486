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
    lease: null,
    version: 0,
    nonce: '',
    claims: 0,
    savedAt: job.createdAt,
    again: null,
    continuations: 0,
    balance: null,
    rows: planned.rows.map((row) => ({
      ...row,
      rung: 100,
      priceAlone: false,
      price: null,
      list: null,
      outcome: null,
    })),
    parts: [],
  };
}
