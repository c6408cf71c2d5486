import type { HuaweiSandbox } from '../../infra/local/huawei-sandbox/server.ts';
import { exceeds, type Money, money, sum } from '../../shared/domain/money.ts';
import type { ResultsReport } from '../../shared/workbook/results-report.ts';

/**
 * What must hold after any run whatsoever, as a list of violations: nothing charged twice, no order
 * above the approved sum of its rows, the sheet equal to the ledger, no unpaid order of ours left
 * that the sheet does not name, and every row accounted for.
 */
export function violations(report: ResultsReport, sandbox: HuaweiSandbox): string[] {
  return [
    ...chargedTwice(sandbox),
    ...aboveApproval(report, sandbox),
    ...sheetAgainstLedger(report, sandbox),
    ...leftBehind(report, sandbox),
  ];
}

type Charge = ReturnType<HuaweiSandbox['ledger']>[number];

function chargesOf(sandbox: HuaweiSandbox, resourceId: string): Charge[] {
  return sandbox
    .ledger()
    .filter(({ resources }) => resources.some((one) => one.resourceId === resourceId));
}

function chargedTwice(sandbox: HuaweiSandbox): string[] {
  const ids = sandbox.ledger().flatMap(({ resources }) => resources.map((one) => one.resourceId));
  return [...new Set(ids)]
    .filter((id) => chargesOf(sandbox, id).length > 1)
    .map((id) => `${id} was charged ${chargesOf(sandbox, id).length} times`);
}

function aboveApproval({ rows }: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const approved = new Map(rows.map(({ row }) => [row.resourceId, row.approved] as const));
  return sandbox.ledger().flatMap(({ order, amount, currency, resources }) => {
    const limits = resources.flatMap(({ resourceId }) => approved.get(resourceId) ?? []);
    const limit = sum(limits, currency);
    return exceeds(money(amount, currency), limit)
      ? [`order ${order} was charged ${amount}, approved was ${limit.amount}`]
      : [];
  });
}

function sheetAgainstLedger({ rows, currency }: ResultsReport, sandbox: HuaweiSandbox): string[] {
  const found: string[] = [];
  const paid: Money[] = [];
  for (const { row, outcome } of rows) {
    const charges = row.resourceId === null ? [] : chargesOf(sandbox, row.resourceId);
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
  const unsure = rows.some(({ outcome }) => outcome.outcome === 'needs review');
  const charged = sum(
    sandbox.ledger().map((charge) => money(charge.amount, charge.currency)),
    currency,
  );
  const told = sum(paid, currency);
  if (!unsure && told.amount !== charged.amount) {
    found.push(`the sheet says ${told.amount} paid, the ledger says ${charged.amount}`);
  }
  return found;
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
