import type { OrderReading, UnpaidOrders } from '../ports/provider.ts';
import { ProviderSilent, type Stop, suspension } from './chunk-work.ts';

/** What the provider shows of an order; `hidden` when it does not show it (yet). */
export type OrderLook =
  | { readonly kind: 'shown'; readonly order: OrderReading }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'stopped'; readonly stop: Stop };

/** Reads one order. Throws {@link ProviderSilent} when no clear answer comes. */
export async function readOrder(renewals: UnpaidOrders, orderId: string): Promise<OrderLook> {
  const answer = await renewals.order(orderId);
  switch (answer.kind) {
    case 'unknown':
      throw new ProviderSilent(`order ${orderId}`, answer.detail);
    case 'refused':
      if (answer.refusal.remedy === 'suspend') {
        return { kind: 'stopped', stop: suspension(answer.refusal) };
      }
      return { kind: 'hidden' };
    case 'done':
      return answer.value === null ? { kind: 'hidden' } : { kind: 'shown', order: answer.value };
  }
}
