import type { AlibabaSandbox } from '../../infra/sandboxes/alibaba/sandbox.ts';
import { isOver } from '../../shared/jobs/job.ts';
import type { QuoteRow } from '../../shared/jobs/quote.ts';
import type { RowOutcome } from '../../shared/renewal/outcome.ts';
import type { Account } from '../../shared/settings/account.ts';
import { exceeds, money, sum } from '../../shared/values/money.ts';
import { wallTime } from '../../shared/values/wall-time.ts';
import type { InProcess } from './in-process.ts';
import { told } from './told.ts';

/**
 * What must hold after any run with a provider that pays at once, as a list of violations: one charge
 * of ours a resource and expiry; a row that we were charged for is renewed or a person's, never
 * anything that says otherwise; one called renewed was charged once and moved by its term; what the
 * sheet says was paid is what the ledger says; an unpaid order of ours is named; no row is lost.
 */
export function purchaseViolations(
  app: InProcess,
  sandbox: AlibabaSandbox,
  rows: readonly QuoteRow[],
  account: Account,
): string[] {
  const wrong: string[] = [];
  const ours = sandbox.ledger().filter(({ through }) => through === 'renew' || through === 'pay');
  for (const { status, id } of app.jobs.all()) {
    if (!isOver(status)) wrong.push(`job ${id} never ended: it is ${status}`);
  }
  const reports = app.jobs
    .all()
    .flatMap(({ id }) => app.reports.findLast(({ job }) => job === id) ?? []);
  if (reports.length < app.jobs.all().length) wrong.push('a job has no results');
  for (const report of reports) {
    const ids = new Set(report.rows.map(({ row }) => row.resourceId));
    const lost = rows.filter(({ resourceId }) => !ids.has(resourceId));
    if (lost.length > 0 || report.rows.length !== rows.length) {
      wrong.push(`${rows.length} rows in, ${report.rows.length} out`);
    }
  }
  for (const row of rows) {
    const charges = ours.filter(({ resources }) =>
      resources.some(({ resourceId }) => resourceId === row.resourceId),
    );
    const days = charges.map(({ resources }) => {
      const { expiryBefore } = resources.find((one) => one.resourceId === row.resourceId)!;
      return wallTime(Date.parse(expiryBefore), account.expiryZone).day;
    });
    if (charges.length > 1) wrong.push(`${row.resourceId} was charged ${charges.length} times`);
    if (days.some((day) => day !== row.expiry?.day)) {
      wrong.push(`${row.resourceId} was charged on another expiry: ${days.join(', ')}`);
    }
    const outcomes = reports.flatMap((report) =>
      report.rows.filter((one) => one.row.resourceId === row.resourceId),
    );
    wrong.push(
      ...ofRow(
        row,
        outcomes.map(({ outcome }) => outcome),
        charges,
      ),
    );
  }
  return [
    ...wrong,
    ...leftUnpaid(
      reports.flatMap((one) => one.rows),
      sandbox,
    ),
  ];
}

type Charge = ReturnType<AlibabaSandbox['ledger']>[number];

function ofRow(
  { resourceId, approved }: QuoteRow,
  outcomes: readonly RowOutcome[],
  charges: readonly Charge[],
): string[] {
  const wrong: string[] = [];
  const words = outcomes.map(({ outcome }) => outcome);
  const renewed = outcomes.filter(({ outcome }) => outcome === 'renewed');
  if (renewed.length > 1) wrong.push(`${resourceId} is called renewed twice`);
  if (charges.length > 0 && !words.some((one) => one === 'renewed' || one === 'needs review')) {
    wrong.push(`${resourceId} was charged, and is called ${words.join(', ')}`);
  }
  for (const { paid, newExpiry } of renewed) {
    if (charges.length === 0) wrong.push(`${resourceId} is called renewed, and was not charged`);
    if (newExpiry === null) wrong.push(`${resourceId} is called renewed without an expiry`);
    const amount = sum(
      charges.map((one) => money(one.amount, one.currency)),
      approved!.currency,
    );
    if (paid !== null && (exceeds(paid, amount) || exceeds(amount, paid))) {
      wrong.push(`${resourceId} was charged ${amount.amount}, the sheet says ${paid.amount}`);
    }
  }
  return wrong;
}

/** An unpaid order that came of a call of ours is named, or its row is a person's. */
function leftUnpaid(
  rows: readonly { readonly row: QuoteRow; readonly outcome: RowOutcome }[],
  sandbox: AlibabaSandbox,
): string[] {
  return sandbox
    .orders()
    .filter(({ status, through }) => status === 'Unpaid' && through === 'api')
    .filter(({ id, resources }) => {
      const own = rows.filter(
        ({ row }) => row.resourceId !== null && resources.includes(row.resourceId),
      );
      return !own.some(
        ({ outcome }) =>
          outcome.outcome === 'needs review' ||
          `${outcome.order ?? ''} ${told(outcome).advice}`.includes(id),
      );
    })
    .map(({ id }) => `the unpaid order ${id} was left behind`);
}
