import type { HuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import { exceeds, type Money, money, plus, sum } from '../../shared/domain/money.ts';
import { wallTime } from '../../shared/domain/wall-time.ts';
import type { ResultsReport } from '../../shared/workbook/results-report.ts';

/**
 * What must hold after any run whatsoever, as a list of violations: nothing charged twice, no order
 * above the approved sum of its rows, the sheet equal to the ledger, no unpaid order of ours left
 * that the sheet does not name, and every row accounted for.
 */
export function violations(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  return [
    ...chargedTwice(report, sandbox),
    ...aboveApproval(report, sandbox),
    ...afterAnotherRenewal(report, sandbox),
    ...sheetAgainstLedger(report, sandbox),
    ...leftBehind(report, sandbox),
  ];
}

type Charge = ReturnType<HuaweiSandbox['ledger']>[number];

/**
 * Charges that we made, or that somebody else made for an order the sheet lists. What colleagues
 * order, or pay although nobody knows its number here, is their own business.
 */
function ledgerOf({ orders }: ResultsReport, sandbox: HuaweiSandbox): Charge[] {
  const listed = new Set(orders.map(({ id }) => id));
  return sandbox.ledger().filter(({ through, order }) => through === 'pay' || listed.has(order));
}

/** A row is paid for on the approved expiry only: a later one was bought by somebody else. */
function afterAnotherRenewal(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const { rows, expiryZone } = report;
  const days = new Map(rows.map(({ row }) => [row.resourceId, row.expiry?.day] as const));
  const ours = ledgerOf(report, sandbox).filter(({ through }) => through === 'pay');
  return ours.flatMap(({ order, resources }) =>
    resources
      .filter(({ resourceId, expiryBefore }) => {
        return wallTime(Date.parse(expiryBefore), expiryZone).day !== days.get(resourceId);
      })
      .map(({ resourceId }) => `${resourceId} was charged by ${order} on another expiry`),
  );
}

function chargesOf(report: ResultsReport, sandbox: HuaweiSandbox, resourceId: string): Charge[] {
  return ledgerOf(report, sandbox).filter(({ resources }) =>
    resources.some((one) => one.resourceId === resourceId),
  );
}

function chargedTwice(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const ids = ledgerOf(report, sandbox).flatMap(({ resources }) =>
    resources.map((one) => one.resourceId),
  );
  return [...new Set(ids)]
    .filter((id) => chargesOf(report, sandbox, id).length > 1)
    .map((id) => `${id} was charged ${chargesOf(report, sandbox, id).length} times`);
}

function aboveApproval(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const { rows } = report;
  const approved = new Map(rows.map(({ row }) => [row.resourceId, row.approved] as const));
  const ours = ledgerOf(report, sandbox).filter(({ through }) => through === 'pay');
  return ours.flatMap(({ order, amount, currency, resources }) => {
    const limits = resources.flatMap(({ resourceId }) => approved.get(resourceId) ?? []);
    const limit = sum(limits, currency);
    return exceeds(money(amount, currency), limit)
      ? [`order ${order} was charged ${amount}, approved was ${limit.amount}`]
      : [];
  });
}

function sheetAgainstLedger(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const { rows, currency, orders } = report;
  const found: string[] = [];
  const paid: Money[] = [];
  for (const { row, outcome } of rows) {
    const charges = row.resourceId === null ? [] : chargesOf(report, sandbox, row.resourceId);
    if (outcome.paid !== null) paid.push(outcome.paid);
    const { resourceId } = row;
    if (outcome.outcome === 'renewed' && charges.length !== 1) {
      found.push(`${resourceId} is called renewed and was charged ${charges.length} times`);
    }
    const open = outcome.outcome === 'renewed' || outcome.outcome === 'needs review';
    // A repeated row names a resource that its first row has renewed.
    if (charges.length > 0 && !open && row.verdict === null) {
      found.push(`${resourceId} is called ${outcome.outcome} and was charged`);
    }
  }
  const charged = sum(
    ledgerOf(report, sandbox).map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
  const told = sum(paid, currency);
  if (exceeds(told, charged) || exceeds(charged, plus(told, unanswered(report, sandbox)))) {
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

/** Charges of orders whose rows ask a person whether they are paid: only these may be missing. */
function unanswered(report: ResultsReport, sandbox: HuaweiSandbox): Money {
  const { rows, currency } = report;
  const open = rows.filter(
    ({ outcome }) => outcome.outcome === 'needs review' && outcome.paid === null,
  );
  const named = new Set(open.flatMap(({ outcome }) => outcome.order?.split(', ') ?? []));
  const charges = ledgerOf(report, sandbox).filter(({ order }) => named.has(order));
  return sum(
    charges.map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
}

function leftBehind({ rows, status }: ResultsReport, sandbox: HuaweiSandbox): string[] {
  if (status === 'suspended') return [];
  const named = rows.map(({ outcome }) => `${outcome.order ?? ''} ${outcome.advice}`).join(' ');
  return sandbox
    .orders()
    .filter(({ status: state, by }) => state === 6 && by === 'renewsheet')
    .filter(({ id }) => !named.includes(id))
    .map(({ id }) => `the unpaid order ${id} was left behind`);
}
