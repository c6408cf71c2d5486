import type { RowOutcome } from '../../shared/renewal/outcome.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { type Broken, covers, type EndOfRun, wordOf } from './end-of-run.ts';
import { APPROVED_EXPIRY } from './witness.ts';

/** What the last sheet says that is not true at the moment of it; `final`: its job is over. */
export function brokenBySheet(end: EndOfRun, final: boolean): Broken[] {
  const job = end.reports.length - 1;
  const report = end.reports[job]!;
  return [...untrueIn(end, report, job, final), ...(final ? figuresIn(end, report, job) : [])];
}

function untrueIn(end: EndOfRun, report: ResultsReport, job: number, final: boolean): Broken[] {
  return report.rows.flatMap(({ row, outcome }): Broken[] => {
    const id = row.resourceId!;
    // An interim sheet tells what was read last, of an order that it names.
    if (!final && outcome.reason.id === 'not-paid-yet' && outcome.order !== null) return [];
    const why = whyUntrue(end, job, id, outcome) ?? noLock(end, id, outcome.reason.id);
    const what = `job ${job + 1} calls ${id} "${outcome.outcome}" (${outcome.reason.id}), ${why ?? ''}`;
    return why === null ? [] : [{ promise: 'no untrue sentence', what }];
  });
}

/** What speaks against a word; null: it is true. */
function whyUntrue(
  end: EndOfRun,
  job: number,
  id: string,
  { outcome: word, reason }: RowOutcome,
): string | null {
  const { world, testimony, reports } = end;
  const listed = new Set(reports[job]!.orders.map((order) => order.id));
  const orders = world.orders.filter(
    (order) => (order.job === job || listed.has(order.id)) && covers(order, id),
  );
  const paid = orders.filter(({ paidBy }) => paidBy === 'renewsheet');
  const later = world.expiries[id]! > APPROVED_EXPIRY;
  switch (word) {
    case 'renewed': {
      if (!orders.some(({ state, paidBy }) => state === 'completed' && paidBy !== null)) {
        return 'but no order of ours for it is paid and completed';
      }
      return later ? null : 'but its expiry is the old one';
    }
    case 'already renewed': {
      if (paid.length > 0) return 'but we have paid for it';
      const before = reports.slice(0, job).some((report) => wordOf(report, id) === 'renewed');
      if (!later) return 'but its expiry is the old one';
      return testimony.wasShown(id, job) || before ? null : 'but no later expiry was ever shown';
    }
    case 'needs review':
      return null;
    case 'held: price changed':
    case 'not renewable':
    case 'invalid':
    case 'not approved':
    case 'not attempted': {
      // That this job has not paid for it says nothing of others.
      const ofUs = reason.id === 'not-paid-yet';
      const open = orders.find(
        ({ id: order, paidBy }) =>
          paidBy === 'renewsheet' || (!ofUs && paidBy !== null && listed.has(order)),
      );
      return open === undefined ? null : `but ${open.id} for it is ${open.state}`;
    }
  }
}

/** Reasons that send people to an unpaid order. */
const LOCKED: ReadonlySet<string> = new Set([
  'held-by-unpaid-order',
  'locked-by-unknown-order',
  'locked-by-orders',
]);

/** What speaks against sending people to an unpaid order: all there ever was we cancelled ourselves. */
function noLock({ world }: EndOfRun, id: string, reason: string): string | null {
  const orders = world.orders.filter((order) => covers(order, id));
  const some = orders.some(({ cancelledBy }) => cancelledBy !== 'renewsheet');
  return !LOCKED.has(reason) || some ? null : 'but all of its orders we have cancelled ourselves';
}

/** Words that may stand without a figure: what was paid is said to be not known. */
const UNKNOWN_PAID: ReadonlySet<string> = new Set(['renewed', 'needs review']);

/**
 * What the rows say was paid is what our orders were charged, unless a row says that it is not known. What
 * somebody else paid counts where the sheet lists the order.
 */
function figuresIn({ world }: EndOfRun, report: ResultsReport, job: number): Broken[] {
  const told = new Set(report.orders.filter((one) => one.charged !== null).map(({ id }) => id));
  const ours = world.orders.filter(
    ({ job: by, paidBy, id }) => (by === job && paidBy === 'renewsheet') || told.has(id),
  );
  const charged = ours.reduce((all, order) => all + (order.charged ?? 0), 0);
  const said = report.rows.reduce(
    (all, { outcome }) => all + Math.round(Number(outcome.paid?.amount ?? 0) * 100),
    0,
  );
  const open = report.rows.some(
    ({ outcome: { outcome, paid } }) => UNKNOWN_PAID.has(outcome) && paid === null,
  );
  if (said === charged || (open && said < charged)) return [];
  const what = `job ${job + 1} says ${said} paid, ${charged} were charged`;
  return [{ promise: 'the figures are the ledger', what }];
}
