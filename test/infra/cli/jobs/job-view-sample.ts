import { noOutcomes } from '../../../../shared/renewal/outcome.ts';
import type { JobView } from '../../../../shared/messages/operate-answer.ts';

/** A job as `operate` shows it, with what a test wants to be different. */
export function jobView(more: Partial<JobView> = {}): JobView {
  return {
    id: 'k7m2xq9d4a',
    account: 'main',
    file: 'quote',
    status: 'running',
    reason: null,
    rows: 100,
    decided: 0,
    outcomes: noOutcomes(),
    approved: { USD: '1000.00' },
    paid: {},
    paidAndWaiting: 0,
    chunks: { finished: 0, all: 1 },
    droppedBy: 'finance',
    droppedAt: '2026-11-22T10:00:00.000Z',
    validUntil: '2026-11-25T10:00:00.000Z',
    endedAt: null,
    results: null,
    waitsFor: null,
    history: [],
    ...more,
  };
}
