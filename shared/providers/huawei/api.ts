/**
 * The calls of the billing API that are used, by the names under which they are throttled and their
 * error codes are looked up. Paths as in the Huawei contract, sections 1 to 6.
 */
export const APIS = {
  query: { method: 'POST', path: '/v2/orders/suscriptions/resources/query', changes: false },
  price: { method: 'POST', path: '/v2/bills/ratings/period-resources/renew-rate', changes: false },
  renew: { method: 'POST', path: '/v2/orders/subscriptions/resources/renew', changes: true },
  orders: { method: 'GET', path: '/v2/orders/customer-orders', changes: false },
  details: { method: 'GET', path: '/v2/orders/customer-orders/details', changes: false },
  discounts: {
    method: 'GET',
    path: '/v2/orders/customer-orders/order-discounts',
    changes: false,
  },
  pay: { method: 'POST', path: '/v3/orders/customer-orders/pay', changes: true },
  cancel: { method: 'PUT', path: '/v2/orders/customer-orders/cancel', changes: true },
  balance: { method: 'GET', path: '/v2/accounts/customer-accounts/balances', changes: false },
} as const satisfies Record<string, ApiFacts>;

interface ApiFacts {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Whether the call changes anything at the provider: such a call is never tried again unclear. */
  readonly changes: boolean;
}

/** The name of one API. */
export type Api = keyof typeof APIS;

/** APIs whose success has no body at all (Huawei contract, sections 4 and 5.3). */
export const BODILESS: ReadonlySet<Api> = new Set<Api>(['pay', 'cancel']);
