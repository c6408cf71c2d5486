import type { Ending } from '../../shared/jobs/job.ts';
import { money } from '../../shared/values/money.ts';
import type { Notice, NoticeFacts } from '../../shared/notices/notice.ts';
import type { Notices } from '../../shared/ports/notices.ts';
import { noOutcomes, type Outcome } from '../../shared/renewal/outcome.ts';
import { asTold } from '../../shared/reasons/reason.ts';

/** What notices say of a job of 241 rows. */
export const FACTS: NoticeFacts = {
  job: 'job0000001',
  account: 'main',
  bucket: 'quotes',
  key: 'approved/main/december.xlsx',
  droppedBy: 'AWS:finance',
  rows: 241,
};

const SHEET = 'results/main/december.job0000001.results.xlsx';
const UNTIL = Date.parse('2026-12-04T02:00:00Z');
const REASON = asTold(
  'The balance of the account does not suffice.',
  'Top up the account, then resume.',
);

/** Figures of a job with these outcomes. */
export function totalsWith(outcomes: Partial<Record<Outcome, number>>) {
  const all = { ...noOutcomes(), ...outcomes };
  const rows = Object.values(all).reduce((a, b) => a + b, 0);
  return {
    rows,
    outcomes: all,
    approved: [money('2410', 'USD')],
    approvedInIt: [money('2400', 'USD')],
    paid: [money('1999.5', 'USD')],
  };
}

/** A finished one. */
export function finished(
  ending: Exclude<Ending, 'rejected'>,
  outcomes: Partial<Record<Outcome, number>>,
): Notice {
  const totals = totalsWith(outcomes);
  return {
    ...FACTS,
    kind: 'finished',
    ending,
    totals,
    reason: null,
    resultsKey: SHEET,
    sheet: 'workbook',
  };
}

const toRenew = { rows: 224, approved: [money('2240', 'USD')] };
const open = { rows: 41, approved: [money('410', 'USD')] };
const soFar = totalsWith({ renewed: 200, 'not attempted': 41 });

/** One notice of each kind. */
export const EVERY_NOTICE: readonly Notice[] = [
  { ...FACTS, kind: 'accepted', toRenew, validUntil: UNTIL },
  { ...FACTS, kind: 'started', toRenew, validUntil: UNTIL },
  {
    ...FACTS,
    kind: 'waiting',
    toRenew,
    place: 2,
    waitsFor: { job: 'job0000000', key: 'approved/main/november.xlsx', status: 'running' },
  },
  {
    ...FACTS,
    kind: 'suspended',
    reason: REASON,
    totals: soFar,
    open,
    short: { left: money('2.5', 'USD'), missing: money('12.5', 'USD'), basis: 'suspension' },
    resultsKey: SHEET,
    sheet: 'workbook',
    validUntil: UNTIL,
  },
  { ...FACTS, kind: 'resumed', totals: soFar, open, validUntil: UNTIL },
  {
    ...FACTS,
    kind: 'rejected',
    reason: asTold('The file has no column for the price: add one.'),
    totals: totalsWith({ 'not attempted': 241 }),
    resultsKey: SHEET,
    sheet: 'workbook',
  },
  finished('done', { renewed: 241 }),
  { ...FACTS, kind: 'file changed', standing: 'gone' },
  { ...FACTS, kind: 'approval ends', status: 'suspended', open, validUntil: UNTIL },
  {
    ...FACTS,
    kind: 'no progress',
    status: 'running',
    open,
    wait: {
      kind: 'an answer',
      since: UNTIL,
      until: UNTIL + 900_000,
      orders: [],
      resources: 2,
      said: 'no answer came in time',
    },
  },
  { ...FACTS, kind: 'rows unsettled', unsettled: 3, resultsKey: SHEET, sheet: 'workbook' },
];

/** A topic that takes nothing. */
export const BROKEN_TOPIC: Notices = {
  send: async () => {
    throw new Error('topic');
  },
};
