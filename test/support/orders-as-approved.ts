import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Quote } from '../../shared/jobs/quote.ts';
import type { Term } from '../../shared/values/term.ts';

type Order = ReturnType<HuaweiSandbox['orders']>[number];

/** As the sandbox has a term: period type 2 is months, 3 is years. */
function textOf({ unit, count }: Term): string {
  return `${count} ${unit}`;
}

function termOf({ periodType, periodNum }: Order): string {
  return textOf({ unit: periodType === 2 ? 'month' : 'year', count: periodNum });
}

/** What an order has that no file asks for, in words: resources in none, and other terms. */
export function notAskedFor(order: Order, quotes: readonly Quote[]): string[] {
  const rows = quotes.flatMap((quote) => quote.rows);
  return order.resources.flatMap((resource) => {
    const asked = rows.filter(({ resourceId }) => resourceId === resource);
    if (asked.length === 0) return [`${resource}, which is in no file`];
    const terms = asked.flatMap(({ term }) => (term === null ? [] : [textOf(term)]));
    const [first = 'no term'] = terms;
    if (terms.includes(termOf(order))) return [];
    return [`${resource} for ${termOf(order)}, approved was ${first}`];
  });
}

/** Whatever we paid for, some file asks for, and for that term. */
export function paidButNotAskedFor(sandbox: HuaweiSandbox, quotes: readonly Quote[]): string[] {
  const paid = new Set(
    sandbox.ledger().flatMap(({ through, order }) => (through === 'pay' ? [order] : [])),
  );
  return sandbox
    .orders()
    .filter(({ id }) => paid.has(id))
    .flatMap((order) =>
      notAskedFor(order, quotes).map((one) => `order ${order.id} was paid for ${one}`),
    );
}
