import type { Route } from '../frame/calls/answer.ts';

/** Short names of the operations the sandbox answers; worlds, faults and the call log use them. */
export const API_NAMES = [
  'renew',
  'query',
  'price',
  'pay',
  'payOld',
  'orders',
  'orderDetails',
  'cancel',
  'orderDiscounts',
  'orderCoupons',
  'balances',
  'autoRenewOn',
  'autoRenewOff',
] as const;

export type ApiName = (typeof API_NAMES)[number];

/** Fixed paths (Huawei contract, sections 1 to 6); "suscriptions" is Huawei's own spelling. */
const FIXED: Readonly<Record<string, ApiName>> = {
  'POST /v2/orders/subscriptions/resources/renew': 'renew',
  'POST /v2/orders/suscriptions/resources/query': 'query',
  'POST /v2/bills/ratings/period-resources/renew-rate': 'price',
  'POST /v3/orders/customer-orders/pay': 'pay',
  'POST /v2/orders/customer-orders/pay': 'payOld',
  'GET /v2/orders/customer-orders': 'orders',
  'PUT /v2/orders/customer-orders/cancel': 'cancel',
  'GET /v2/orders/customer-orders/order-discounts': 'orderDiscounts',
  'GET /v2/orders/customer-orders/order-coupons': 'orderCoupons',
  'GET /v2/accounts/customer-accounts/balances': 'balances',
};

const WITH_ID: ReadonlyArray<readonly [prefix: string, api: ApiName]> = [
  ['GET /v2/orders/customer-orders/details/', 'orderDetails'],
  ['POST /v2/orders/subscriptions/resources/autorenew/', 'autoRenewOn'],
  ['DELETE /v2/orders/subscriptions/resources/autorenew/', 'autoRenewOff'],
];

/** Finds the operation of a method and path, or nothing (answered 404, section 8.2). */
export function matchRoute(method: string, path: string): Route<ApiName> | undefined {
  const line = `${method} ${path}`;
  const fixed = FIXED[line];
  if (fixed !== undefined) return { api: fixed, pathId: undefined };
  for (const [prefix, api] of WITH_ID) {
    const id = line.startsWith(prefix) ? line.slice(prefix.length) : '';
    if (id !== '' && !id.includes('/')) return { api, pathId: decodeURIComponent(id) };
  }
  return undefined;
}
