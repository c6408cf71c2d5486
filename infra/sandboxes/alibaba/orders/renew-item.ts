import type { Instance } from '../items/item.ts';
import { isGone } from '../items/item.ts';
import type { SandboxState } from '../state.ts';
import type { PlantedError } from '../../frame/world/planted-error.ts';
import { isProcessing, type Order } from './order.ts';
import { cancelOrder, payOrder } from './pay-order.ts';
import { lastOrder, placeOrder } from './place-order.ts';

/** How one API says what is wrong with an instance. */
export interface RenewCodes {
  readonly gone: string;
  readonly payAsYouGo: string;
  readonly wrongStatus: string;
  /** The order before is not over. */
  readonly busy: string;
  readonly unpaid: string;
}

/** What a renewal call came to; a refusal may have left an order behind. */
export type Renewal =
  | { readonly kind: 'ordered'; readonly order: Order; readonly item: Instance }
  | { readonly kind: 'refused'; readonly error: PlantedError; readonly order: Order | null };

/** What is to be renewed, by whom it is sold, and how. */
interface Asked {
  readonly item: Instance | undefined;
  readonly months: number;
  readonly pays: boolean;
  readonly codes: RenewCodes;
  /** What is left of an order that cannot be paid. */
  readonly whenUnpaid: 'cancelled' | 'left unpaid' | 'never made';
}

function refusalOf(
  state: SandboxState,
  item: Instance | undefined,
  codes: RenewCodes,
  now: number,
): PlantedError | undefined {
  if (state.account.blocked !== null) return state.account.blocked;
  if (item === undefined || isGone(item, state.behaviour, now)) return codes.gone;
  if (item.errors.renew !== undefined) return item.errors.renew;
  if (item.subscriptionType === 'PayAsYouGo') return codes.payAsYouGo;
  if (item.fixedStatus === 'Creating') return codes.wrongStatus;
  if (lastOrder(state, item.id, isProcessing) !== undefined) return codes.busy;
  const unpaid = lastOrder(state, item.id, ({ status }) => status === 'Unpaid');
  return unpaid !== undefined && state.behaviour.unpaidOrder === 'blocks'
    ? codes.unpaid
    : undefined;
}

/** Checks, orders and, where the call pays, pays a renewal of one instance, at an instant. */
export function renewItem(
  state: SandboxState,
  { item, months, pays, codes, whenUnpaid }: Asked,
  now: number,
): Renewal {
  const refusal = refusalOf(state, item, codes, now);
  if (refusal !== undefined || item === undefined) {
    return { kind: 'refused', error: refusal ?? codes.gone, order: null };
  }
  const by = state.world.userName;
  const order = placeOrder(state, { item, periods: months, by, through: 'api' }, now);
  if (!pays) return { kind: 'ordered', order, item };
  const paid = payOrder(state, order, now, 'renew');
  if (paid.kind === 'paid') return { kind: 'ordered', order, item };
  if (whenUnpaid === 'never made') state.orders.delete(order.id);
  if (whenUnpaid === 'cancelled') cancelOrder(order, now);
  return {
    kind: 'refused',
    error: paid.error,
    order: whenUnpaid === 'never made' ? null : order,
  };
}
