import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { JobBooks } from '../support/books-of-the-account.ts';
import { paidUnread } from '../support/first-payment.ts';
import { givesNoFigure } from '../support/told.ts';
import { notAskedFor } from '../support/orders-as-approved.ts';
import type { RunPlan } from './run-plan.ts';
import { CALLER_REFUSED } from './second-reading.ts';

/** More orders of one row than any job needs. */
const MOST_ORDERS = 8;

/**
 * What must hold besides where kinds of the second reading are at work, as a list of violations:
 * nobody's order taken for ours, no ordering in circles, no second payment before a first charge is read, and a refusal of the caller never told as one of the rows. Empty without such kinds.
 */
export function secondViolations(
  plan: RunPlan,
  books: readonly JobBooks[],
  sandbox: HuaweiSandbox,
): string[] {
  const { kinds } = plan.second;
  if (kinds.length === 0) return [];
  return [
    ...takenForOurs(books, sandbox),
    ...inCircles(plan, books, sandbox),
    ...(kinds.includes('caller-refused') ? blamedOnRows(books) : []),
    ...(kinds.includes('discount-dropped') ? paidUnread(sandbox) : []),
    ...(kinds.some((kind) => FIGURES.includes(kind)) ? [] : withoutFigure(books)),
  ];
}

/** Kinds in which the provider's figures of one charge differ, or are none in whole cents. */
const FIGURES: readonly string[] = ['consumed', 'paid-amount', 'decimals', 'discount-figures'];

/** Rows of which it is said that the provider gives no figure, although it does. */
function withoutFigure(books: readonly JobBooks[]): string[] {
  return books.flatMap(({ job, report }) => {
    const rows = report?.rows ?? [];
    const told = rows.filter(({ outcome }) => givesNoFigure(outcome.reason));
    return told.map(({ row }) => `job ${job.id} gives no figure for ${row.resourceId}`);
  });
}

/** Whether a violation of the books is one that this plan's world forces on any engine. */
export function isForced(plan: RunPlan, violation: string): boolean {
  // The first charge cannot be known; that it is the only one is checked above.
  return plan.second.kinds.includes('discount-dropped') && violation.includes('approved was');
}

/** Orders made by hand that we cancelled although they are others than we could have made. */
function takenForOurs(books: readonly JobBooks[], sandbox: HuaweiSandbox): string[] {
  const quotes = books.map(({ quote }) => quote);
  const cancels = sandbox.calls().filter(({ api, ran }) => ran && api === 'cancel');
  return sandbox
    .orders()
    .filter(({ through }) => through !== 'api')
    .filter(({ id }) => cancels.some(({ ids }) => ids.includes(id)))
    .filter((order) => notAskedFor(order, quotes).length > 0)
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

/** Rows that are given up with what refuses the caller; what else is laid over a run may refuse a row. */
function blamedOnRows(books: readonly JobBooks[]): string[] {
  const ofCaller = new Set<string | null>(
    CALLER_REFUSED.map(({ status, code }) => code ?? `HTTP ${status}`),
  );
  return books.flatMap(({ job, report }) => {
    const rows = report?.rows ?? [];
    const blamed = rows.filter(
      ({ outcome }) => outcome.outcome === 'not renewable' && ofCaller.has(outcome.code),
    );
    return blamed.length === 0
      ? []
      : [`job ${job.id} calls ${blamed.length} rows not renewable: the caller was refused`];
  });
}
