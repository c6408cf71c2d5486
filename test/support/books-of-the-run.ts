import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import { compare, exceeds, type Money, money, plus, sum } from '../../shared/values/money.ts';
import { OUTCOMES } from '../../shared/renewal/outcome.ts';
import { wallTime } from '../../shared/values/wall-time.ts';
import type { ResultsReport } from '../../shared/workbook/results/results-report.ts';
import { givesNoFigure, told } from './told.ts';

/**
 * What must hold after any run whatsoever, as a list of violations: nothing charged twice, no order
 * and no job above the approved sum of its rows, the sheet equal to the ledger, no unpaid order of
 * ours left that the sheet does not name, every row accounted for, and nothing called renewed that
 * the provider did not renew.
 */
export function violations(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const books = booksOf(report, sandbox);
  return [
    ...chargedTwice(books),
    ...aboveApproval(books),
    ...jobAboveApproval(books),
    ...afterAnotherRenewal(books),
    ...sheetAgainstLedger(books),
    ...ordersAgainstLedger(books),
    ...saidOfTheProvider(books, sandbox),
    ...rowsInAndOut(report),
    ...leftBehind(report, sandbox),
  ];
}

type Charge = ReturnType<HuaweiSandbox['ledger']>[number];

interface Books {
  readonly report: ResultsReport;
  /**
   * Charges that we made, or that somebody else made for an order the sheet lists. What colleagues
   * order, or pay although nobody knows its number here, is their own business; so is an order of theirs
   * that the sheet only names because it was unpaid when we looked.
   */
  readonly charges: readonly Charge[];
  /** Those of them that we paid. */
  readonly ours: readonly Charge[];
}

function booksOf(report: ResultsReport, sandbox: HuaweiSandbox): Books {
  const byHand = new Set(
    sandbox.orders().flatMap(({ id, through }) => (through === 'api' ? [] : [id])),
  );
  const listed = new Set(
    report.orders.flatMap(({ id, charged }) => (charged === null && byHand.has(id) ? [] : [id])),
  );
  const charges = sandbox
    .ledger()
    .filter(({ through, order }) => through === 'pay' || listed.has(order));
  return { report, charges, ours: charges.filter(({ through }) => through === 'pay') };
}

/** A row is paid for on the approved expiry only: a later one was bought by somebody else. */
function afterAnotherRenewal({ report: { rows, expiryZone }, ours }: Books): string[] {
  const days = new Map(rows.map(({ row }) => [row.resourceId, row.expiry?.day] as const));
  return ours.flatMap(({ order, resources }) =>
    resources
      .filter(({ resourceId, expiryBefore }) => {
        return wallTime(Date.parse(expiryBefore), expiryZone).day !== days.get(resourceId);
      })
      .map(({ resourceId }) => `${resourceId} was charged by ${order} on another expiry`),
  );
}

function chargesOf({ charges }: Books, resourceId: string): Charge[] {
  return charges.filter(({ resources }) => resources.some((one) => one.resourceId === resourceId));
}

const BY_US: ReadonlySet<Charge['through']> = new Set(['pay', 'renew']);

/** A colleague may pay two orders of one call that hold the same row: that is none of our doing. */
function isTwice(charges: readonly Charge[]): boolean {
  return charges.length > 1 && charges.some(({ through }) => BY_US.has(through));
}

function chargedTwice(books: Books): string[] {
  const ids = books.charges.flatMap(({ resources }) => resources.map((one) => one.resourceId));
  return [...new Set(ids)]
    .filter((id) => isTwice(chargesOf(books, id)))
    .map((id) => `${id} was charged ${chargesOf(books, id).length} times`);
}

function aboveApproval({ report: { rows }, ours }: Books): string[] {
  const approved = new Map(rows.map(({ row }) => [row.resourceId, row.approved] as const));
  return ours.flatMap(({ order, amount, currency, resources }) => {
    const limits = resources.flatMap(({ resourceId }) => approved.get(resourceId) ?? []);
    const limit = sum(limits, currency);
    return exceeds(money(amount, currency), limit)
      ? [`order ${order} was charged ${amount}, approved was ${limit.amount}`]
      : [];
  });
}

/** The whole job within the whole approval, counted once for each resource. */
function jobAboveApproval({ report: { rows, currency }, ours }: Books): string[] {
  const approved = new Map(rows.map(({ row }) => [row.resourceId, row.approved] as const));
  const limit = sum(
    [...approved.values()].flatMap((one) => one ?? []),
    currency,
  );
  const charged = sum(
    ours.map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
  return exceeds(charged, limit)
    ? [`the job was charged ${charged.amount}, approved was ${limit.amount}`]
    : [];
}

/** What the sheet says an order was charged is what the ledger says of that very order. */
function ordersAgainstLedger({ report: { orders }, charges }: Books): string[] {
  return orders.flatMap(({ id, charged }) => {
    if (charged === null) return [];
    const amounts = charges.filter(({ order }) => order === id);
    const real = sum(
      amounts.map((charge) => money(charge.amount, charge.currency)),
      charged.currency,
    );
    return compare(real, charged) === 0
      ? []
      : [`order ${id} is said to have cost ${charged.amount}, the ledger says ${real.amount}`];
  });
}

/** What is called renewed is renewed at the provider, whoever else did what. */
function saidOfTheProvider(
  { report: { rows, expiryZone } }: Books,
  sandbox: HuaweiSandbox,
): string[] {
  const expiries = new Map(sandbox.resources().map(({ id, expires }) => [id, expires]));
  return rows.flatMap(({ row, outcome }) => {
    const expires = expiries.get(row.resourceId ?? '');
    if (row.expiry === null || expires === undefined || row.verdict !== null) return [];
    const later = wallTime(Date.parse(expires), expiryZone).day > row.expiry.day;
    const claimed = outcome.outcome === 'renewed' || outcome.outcome === 'already renewed';
    return claimed && !later
      ? [`${row.resourceId} is called ${outcome.outcome} and expires as before`]
      : [];
  });
}

/** Every row of the quote once, each with one of the eight words. */
function rowsInAndOut({ rows, quoted }: ResultsReport): string[] {
  const positions = new Set(rows.map(({ row }) => row.position));
  const planned = quoted?.rows ?? rows.length;
  return [
    ...(rows.length === planned ? [] : [`${planned} rows went in, ${rows.length} came out`]),
    ...(positions.size === rows.length ? [] : ['a row came out twice']),
    ...rows
      .filter(({ outcome }) => !OUTCOMES.includes(outcome.outcome))
      .map(({ row }) => `${row.resourceId} has no outcome`),
  ];
}

function sheetAgainstLedger(books: Books): string[] {
  const { rows, currency, orders } = books.report;
  const found: string[] = [];
  const paid: Money[] = [];
  for (const { row, outcome } of rows) {
    const charges = row.resourceId === null ? [] : chargesOf(books, row.resourceId);
    if (outcome.paid !== null) paid.push(outcome.paid);
    const { resourceId } = row;
    if (outcome.outcome === 'renewed' && (charges.length === 0 || isTwice(charges))) {
      found.push(`${resourceId} is called renewed and was charged ${charges.length} times`);
    }
    const open = outcome.outcome === 'renewed' || outcome.outcome === 'needs review';
    // A repeated row names a resource that its first row has renewed.
    if (charges.length > 0 && !open && row.verdict === null) {
      found.push(`${resourceId} is called ${outcome.outcome} and was charged`);
    }
  }
  const charged = sum(
    books.charges.map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
  const told = sum(paid, currency);
  if (exceeds(told, charged) || exceeds(charged, plus(told, unanswered(books)))) {
    found.push(`the sheet says ${told.amount} paid, the ledger says ${charged.amount}`);
  }
  const listed = sum(
    orders.flatMap((order) => order.charged ?? []),
    currency,
  );
  if (listed.amount !== told.amount) {
    found.push(`the rows say ${told.amount} paid, the orders say ${listed.amount}`);
  }
  return found;
}

/**
 * Charges of orders whose rows ask a person whether they are paid, or say that the provider gives no
 * single figure for them: only these may be missing.
 */
function unanswered({ report: { rows, currency }, charges: all }: Books): Money {
  const open = rows.filter(
    ({ outcome: { outcome, paid, reason } }) =>
      paid === null && (outcome === 'needs review' || givesNoFigure(reason)),
  );
  const named = new Set(open.flatMap(({ outcome }) => outcome.order?.split(', ') ?? []));
  const charges = all.filter(({ order }) => named.has(order));
  return sum(
    charges.map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
}

function leftBehind({ rows, status }: ResultsReport, sandbox: HuaweiSandbox): string[] {
  if (status === 'suspended') return [];
  const named = rows
    .map(({ outcome }) => `${outcome.order ?? ''} ${told(outcome).advice}`)
    .join(' ');
  return sandbox
    .orders()
    .filter(({ status: state, through }) => state === 6 && through === 'api')
    .filter(({ id }) => !named.includes(id))
    .map(({ id }) => `the unpaid order ${id} was left behind`);
}
