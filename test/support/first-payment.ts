import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';

/**
 * One order alone may show what is really charged: between two charges without their discount, of
 * whichever terms, the first of them was looked at.
 */
export function paidUnread(sandbox: HuaweiSandbox): string[] {
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
