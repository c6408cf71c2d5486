import type { Operation } from '../gateway/answer.ts';
import type { ApiName } from '../api.ts';
import { autoRenewOff, autoRenewOn } from './auto-renew.ts';
import { balances } from './balances.ts';
import { cancelOrder } from './cancel-order.ts';
import { listOrders } from './list-orders.ts';
import { orderCoupons } from './order-coupons.ts';
import { orderDetails } from './order-details.ts';
import { orderDiscounts } from './order-discounts.ts';
import { payOrder, payOrderOld } from './pay-order.ts';
import { queryResources } from './query-resources.ts';
import { renewRate } from './renew-rate.ts';
import { renew } from './renew.ts';

/** The operation behind each API. */
export const operations: Readonly<Record<ApiName, Operation>> = {
  renew,
  query: queryResources,
  price: renewRate,
  pay: payOrder,
  payOld: payOrderOld,
  orders: listOrders,
  orderDetails,
  cancel: cancelOrder,
  orderDiscounts,
  orderCoupons,
  balances,
  autoRenewOn,
  autoRenewOff,
};
