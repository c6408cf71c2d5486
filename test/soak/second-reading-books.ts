import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { JobBooks } from '../support/books-of-the-account.ts';
import type { RowPlan } from './file-plans.ts';
import type { RunPlan } from './run-plan.ts';

/** As an order of the sandbox has it: 2 is months, 3 is years. */
const TERMS: Readonly<Record<RowPlan['term'], string>> = {
  month: '2 x 1',
  quarter: '2 x 3',
  year: '3 x 1',
};
/** More orders of one row than any job needs. */
const MOST_ORDERS = 8;

/**
 * What must hold besides where kinds of the second reading are at work, as a list of violations:
 * nothing paid that is in no file or for another term, nobody's order taken for ours, no ordering in
 * circles, and a refusal of the caller never told as one of the rows. Empty without such kinds.
 */
export function secondViolations(
  plan: RunPlan,
  books: readonly JobBooks[],
  sandbox: HuaweiSandbox,
): string[] {
  const { kinds } = plan.second;
  if (kinds.length === 0) return [];
  return [
    ...notAsApproved(plan, sandbox),
    ...takenForOurs(plan, sandbox),
    ...inCircles(plan, books, sandbox),
    ...(kinds.includes('caller-refused') ? blamedOnRows(books) : []),
    ...(kinds.includes('discount-dropped') ? overcharged(sandbox) : []),
  ];
}

/** Whether a violation of the books is one that this plan's world forces on any engine. */
export function isForced(plan: RunPlan, violation: string): boolean {
  // The first charge cannot be known; that it is the only one is checked above.
  return plan.second.kinds.includes('discount-dropped') && violation.includes('approved was');
}

type Order = ReturnType<HuaweiSandbox['orders']>[number];

function termOf({ periodType, periodNum }: Order): string {
  return `${periodType} x ${periodNum}`;
}

/** The approved term of each resource of the files. */
function approvedTerms({ rows }: RunPlan): ReadonlyMap<string, string> {
  return new Map(rows.map(({ resource, term }) => [`r${resource}`, TERMS[term]]));
}

/** What differs from the approval of the order's rows, in words. */
function differences(plan: RunPlan, order: Order): string[] {
  const terms = approvedTerms(plan);
  return order.resources.flatMap((resource) => {
    const term = terms.get(resource);
    if (term === undefined) return [`${resource}, which is in no file`];
    return term === termOf(order) ? [] : [`${resource} for ${termOf(order)}, approved ${term}`];
  });
}

function notAsApproved(plan: RunPlan, sandbox: HuaweiSandbox): string[] {
  const paid = new Set(
    sandbox.ledger().flatMap(({ through, order }) => (through === 'pay' ? [order] : [])),
  );
  return sandbox
    .orders()
    .filter(({ id }) => paid.has(id))
    .flatMap((order) => differences(plan, order).map((one) => `order ${order.id} paid for ${one}`));
}

/** Orders made by hand that we cancelled although they are others than we could have made. */
function takenForOurs(plan: RunPlan, sandbox: HuaweiSandbox): string[] {
  const cancels = sandbox.calls().filter(({ api, ran }) => ran && api === 'cancel');
  return sandbox
    .orders()
    .filter(({ through }) => through !== 'api')
    .filter(({ id }) => cancels.some(({ ids }) => ids.includes(id)))
    .filter((order) => differences(plan, order).length > 0)
    .map(({ id, by }) => `order ${id}, made by hand by ${by}, was cancelled by us`);
}

function inCircles(plan: RunPlan, books: readonly JobBooks[], sandbox: HuaweiSandbox): string[] {
  const orders = sandbox.orders().filter(({ through }) => through === 'api');
  const calls = new Map<string, number>();
  for (const { resources, createdAt } of orders) {
    for (const resource of resources) {
      // Several orders of one call count once.
      const key = `${resource} ${createdAt}`;
      calls.set(key, 1);
    }
  }
  return plan.world.resources.flatMap((_, index) => {
    const times = [...calls.keys()].filter((key) => key.startsWith(`r${index} `)).length;
    return times > MOST_ORDERS * Math.max(1, books.length)
      ? [`r${index} was ordered ${times} times in ${books.length} jobs`]
      : [];
  });
}

function blamedOnRows(books: readonly JobBooks[]): string[] {
  return books.flatMap(({ job, report }) => {
    const blamed = report?.rows.filter(({ outcome }) => outcome.outcome === 'not renewable') ?? [];
    return blamed.length === 0
      ? []
      : [`job ${job.id} calls ${blamed.length} rows not renewable: the caller was refused`];
  });
}

/**
 * One order alone may show what is really charged: between two charges without their discount the
 * first of them was looked at.
 */
function overcharged(sandbox: HuaweiSandbox): string[] {
  const official = new Map(sandbox.orders().map(({ id, official: amount }) => [id, amount]));
  const dear = new Set(
    sandbox
      .ledger()
      .filter(({ through, order, amount }) => through === 'pay' && official.get(order) === amount)
      .map(({ order }) => order),
  );
  let unread: string | null = null;
  const found: string[] = [];
  for (const { api, ids, ran } of sandbox.calls()) {
    const [id = ''] = ids;
    if (api === 'orders' || (api === 'orderDetails' && id === unread)) unread = null;
    if (api !== 'pay' || !ran || !dear.has(id) || id === unread) continue;
    if (unread !== null) found.push(`order ${id} was paid before the charge of ${unread} was read`);
    unread = id;
  }
  return found;
}
