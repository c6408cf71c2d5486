import { ownUserOf } from '../../shared/providers/settled-settings.ts';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Account } from '../../shared/settings/account.ts';
import { isOver, type Job } from '../../shared/jobs/job.ts';
import { type Money, money, plus, smaller, sum, times } from '../../shared/values/money.ts';
import type { Quote, QuoteRow } from '../../shared/jobs/quote.ts';
import { wallTime } from '../../shared/values/wall-time.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { violations } from './books-of-the-run.ts';
import { paidButNotAskedFor } from './orders-as-approved.ts';
import { told } from './told.ts';

/** A job with the file it was made of and the last results written for it. */
export interface JobBooks {
  readonly job: Job;
  readonly quote: Quote;
  /** Null where none was written, which is a violation in itself. */
  readonly report: ResultsReport | null;
}

type Charge = ReturnType<HuaweiSandbox['ledger']>[number];

/**
 * What must hold after any number of jobs of one provider account, of one deployment or of several,
 * as a list of violations: each job by itself ({@link violations}), and over all of them nothing
 * charged twice on one expiry, nothing paid that no file asks for, nothing charged that no sheet lists, no order of a colleague paid or
 * cancelled where ours carry a user of their own, no unpaid order of ours that no sheet names, every
 * job at its end and every row accounted for.
 */
export function violationsOfAll(
  books: readonly JobBooks[],
  sandbox: HuaweiSandbox,
  account: Account,
): string[] {
  const reports = books.flatMap(({ report }) => report ?? []);
  return [
    ...books.flatMap((one) => ofOneJob(one, reports, sandbox, account)),
    ...chargedTwice(sandbox, account),
    ...paidButNotAskedFor(
      sandbox,
      books.map(({ quote }) => quote),
    ),
    ...inNoSheet(reports, sandbox),
    ...meddledWith(sandbox, account),
    ...leftBehind(reports, sandbox),
  ];
}

function ofOneJob(
  books: JobBooks,
  reports: readonly ResultsReport[],
  sandbox: HuaweiSandbox,
  account: Account,
): string[] {
  const { job, report } = books;
  const found = isOver(job.status) ? [] : [`never ended: it is ${job.status}`];
  if (report === null) {
    // As text, where each run at a workbook has died; none of one that was cancelled while it was read.
    if (job.sheet !== 'rows only' && job.sheet !== 'not begun')
      found.push('no results were written');
  } else {
    found.push(
      ...violations(withTolerance(report, account), ownBusiness(report, reports, sandbox)),
      ...rowsLost(books, report),
    );
  }
  return found.map((one) => `job ${job.id} (${job.name}): ${one}`);
}

/**
 * The sandbox as far as it is this job's: the orders that its sheet lists, but for one that it only
 * found and that another sheet tells the charge of, or has renewed a row by. What other jobs and colleagues ordered is checked
 * over all jobs.
 */
function ownBusiness(
  report: ResultsReport,
  reports: readonly ResultsReport[],
  sandbox: HuaweiSandbox,
): HuaweiSandbox {
  const others = reports.filter((one) => one !== report);
  const charges = others.flatMap(({ orders }) => orders.filter(({ charged }) => charged !== null));
  // Or says that nobody tells it.
  const toldElsewhere = new Set([...charges.map(({ id }) => id), ...others.flatMap(renewedBy)]);
  const renewed = new Set(renewedBy(report));
  const own = new Set(
    report.orders
      .filter(({ id, charged }) => charged !== null || renewed.has(id) || !toldElsewhere.has(id))
      .map(({ id }) => id),
  );
  return {
    ...sandbox,
    ledger: () => sandbox.ledger().filter(({ order }) => own.has(order)),
    orders: () => sandbox.orders().filter(({ id }) => own.has(id)),
  };
}

/** The orders by which a sheet calls rows renewed. */
function renewedBy({ rows }: ResultsReport): (string | null)[] {
  return rows.flatMap(({ outcome }) => (outcome.outcome === 'renewed' ? [outcome.order] : []));
}

/** What a row may cost at most: the stricter of the two limits above what was approved. */
function ceiling(approved: Money, { priceTolerance }: Account): Money {
  const { percent, absolute } = priceTolerance;
  const byPercent = times(approved, 1 + percent / 100);
  return smaller(byPercent, plus(approved, money(absolute, approved.currency)));
}

function withTolerance(report: ResultsReport, account: Account): ResultsReport {
  const widened = (row: QuoteRow): QuoteRow =>
    row.approved === null ? row : { ...row, approved: ceiling(row.approved, account) };
  return { ...report, rows: report.rows.map((one) => ({ ...one, row: widened(one.row) })) };
}

/** Rows in = sum of outcomes, by count and by approved amount, and the very rows of the file. */
function rowsLost({ job, quote }: JobBooks, { rows, currency }: ResultsReport): string[] {
  const found: string[] = [];
  const dropped = idsOf(quote.rows);
  const reported = idsOf(rows.map(({ row }) => row));
  if (reported !== dropped) found.push(`the file has ${dropped}, the sheet ${reported}`);
  const { totals } = job;
  if (totals === null) return [...found, 'it has no totals'];
  const counted = Object.values(totals.outcomes).reduce((all, count) => all + count, 0);
  if (counted !== quote.rows.length || totals.rows !== counted) {
    found.push(`${quote.rows.length} rows in, ${counted} outcomes out of ${totals.rows}`);
  }
  const approved = sum(
    quote.rows.flatMap((row) => row.approved ?? []),
    currency,
  );
  const told = sum(totals.approved, currency);
  if (told.amount !== approved.amount) {
    found.push(`${approved.amount} approved in the file, ${told.amount} in the totals`);
  }
  return found;
}

function idsOf(rows: readonly QuoteRow[]): string {
  return rows.map(({ resourceId }) => resourceId).join(' ');
}

function paidByUs(sandbox: HuaweiSandbox): Charge[] {
  return sandbox.ledger().filter(({ through }) => through === 'pay' || through === 'renew');
}

/** One resource is paid for by us once on each expiry, whichever job it was. */
function chargedTwice(sandbox: HuaweiSandbox, { expiryZone }: Account): string[] {
  const orders = new Map<string, string[]>();
  for (const { order, resources } of paidByUs(sandbox)) {
    for (const { resourceId, expiryBefore } of resources) {
      const pair = `${resourceId} on ${wallTime(Date.parse(expiryBefore), expiryZone).day}`;
      orders.set(pair, [...(orders.get(pair) ?? []), order]);
    }
  }
  return [...orders]
    .filter(([, ids]) => ids.length > 1)
    .map(([pair, ids]) => `${pair} was charged by ${ids.join(' and ')}`);
}

function inNoSheet(reports: readonly ResultsReport[], sandbox: HuaweiSandbox): string[] {
  const listed = new Set(reports.flatMap(({ orders }) => orders.map(({ id }) => id)));
  return paidByUs(sandbox)
    .filter(({ order }) => !listed.has(order))
    .map(({ order, amount }) => `order ${order} was charged ${amount} and is in no sheet`);
}

/** With a user of our own, an order of anybody else is never taken for ours (money rule 5). */
function meddledWith(sandbox: HuaweiSandbox, account: Account): string[] {
  const iamUser = ownUserOf(account);
  if (iamUser === null) return [];
  const foreign = sandbox.orders().filter(({ by }) => by !== iamUser);
  const calls = sandbox
    .calls()
    .filter(({ api, ran }) => ran && (api === 'pay' || api === 'cancel'));
  return foreign
    .filter(({ id }) => calls.some(({ body }) => JSON.stringify(body).includes(id)))
    .map(({ id, by }) => `order ${id} of ${by} was paid or cancelled by us`);
}

/**
 * The sheet names every unpaid order of ours. One whose number never came back, because the answer
 * was lost and the order could not be found later, is named by its rows: a person is to look.
 */
function leftBehind(reports: readonly ResultsReport[], sandbox: HuaweiSandbox): string[] {
  const rows = reports.flatMap((report) => report.rows);
  const said = rows
    .map(({ outcome }) => `${outcome.order ?? ''} ${told(outcome).advice}`)
    .join(' ');
  const inFiles = new Set(rows.map(({ row }) => row.resourceId));
  const toReview = new Set(
    rows
      .filter(({ outcome }) => outcome.outcome === 'needs review' && outcome.order === null)
      .map(({ row }) => row.resourceId),
  );
  return sandbox
    .orders()
    .filter(({ status, through }) => status === 6 && through === 'api')
    .filter(({ id }) => !said.includes(id))
    .filter(({ resources }) => {
      // What was ordered along and stands in no file has no row to say it.
      const own = resources.filter((resource) => inFiles.has(resource));
      return own.length === 0 || !own.every((resource) => toReview.has(resource));
    })
    .map(({ id }) => `the unpaid order ${id} was left behind`);
}
