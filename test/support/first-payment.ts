import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';

/**
 * One order alone may show what is really charged: between two charges of a term without their discount
 * the first of them was looked at.
 */
export function paidUnread(sandbox: HuaweiSandbox): string[] {
  const orders = sandbox.orders();
  const official = new Map(orders.map(({ id, official: amount }) => [id, amount]));
  const terms = new Map(orders.map((one) => [one.id, `${one.periodNum} of ${one.periodType}`]));
  const dear = new Set(
    sandbox
      .ledger()
      .filter(({ through, order, amount }) => through === 'pay' && official.get(order) === amount)
      .map(({ order }) => order),
  );
  const unread = new Map<string | undefined, string>();
  const found: string[] = [];
  for (const { api, ids, ran } of sandbox.calls()) {
    const [id = ''] = ids;
    const term = terms.get(id);
    if (api === 'orders') unread.clear();
    if (api === 'orderDetails' && id === unread.get(term)) unread.delete(term);
    const before = unread.get(term);
    if (api !== 'pay' || !ran || !dear.has(id) || id === before) continue;
    if (before !== undefined)
      found.push(`order ${id} was paid before the charge of ${before} was read`);
    unread.set(term, id);
  }
  return found;
}
