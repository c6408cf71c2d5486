import { onTestFinished } from 'vitest';

import { startHuaweiSandbox } from '../../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../../infra/sandboxes/huawei/sandbox.ts';
import type { Reply } from '../frame/reply.ts';
import { signedCall, type Spoiled } from './signed-client.ts';

/** Noon UTC of a day in the middle of a month. */
export const START = Date.parse('2026-11-15T12:00:00Z');

export const RENEW = 'POST /v2/orders/subscriptions/resources/renew';
export const QUERY = 'POST /v2/orders/suscriptions/resources/query';
export const PRICE = 'POST /v2/bills/ratings/period-resources/renew-rate';
export const PAY = 'POST /v3/orders/customer-orders/pay';
export const PAY_OLD = 'POST /v2/orders/customer-orders/pay';
export const CANCEL = 'PUT /v2/orders/customer-orders/cancel';
export const ORDERS = 'GET /v2/orders/customer-orders';
export const BALANCES = 'GET /v2/accounts/customer-accounts/balances';

/** A sandbox with a clock the test moves, and a signed call with nothing to repeat. */
export interface Fixture {
  readonly sandbox: HuaweiSandbox;
  readonly call: (line: string, body?: unknown, spoiled?: Spoiled) => Promise<Reply>;
  readonly pass: (milliseconds: number) => void;
  /** Makes an unpaid order for the ids: one month. */
  readonly order: (...ids: string[]) => Promise<string>;
  readonly pay: (order: string) => Promise<Reply>;
}

/** One resource of 10.00 a month and 100.00 a year that expires on 1 December 2026. */
export function vm(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    expires: '2026-12-01T15:59:59Z',
    prices: { month: '10.00', year: '100.00' },
    ...more,
  };
}

/** Starts a sandbox that ends with the test. */
export async function fixture(world: Record<string, unknown> = {}): Promise<Fixture> {
  let now = START;
  const clock = (): number => now;
  const keys = { accessKey: 'AKTEST', secretKey: 'SKTEST' };
  const sandbox = await startHuaweiSandbox({
    world: { ...keys, resources: [vm('vm-1'), vm('vm-2'), vm('vm-3')], ...world },
    clock,
  });
  onTestFinished(async () => {
    await sandbox.close();
  });
  const options = { url: sandbox.url, ...keys, clock };
  const call: Fixture['call'] = async (line, body, spoiled) =>
    await signedCall(options, line, body, spoiled);
  return {
    sandbox,
    call,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    order: async (...ids) => {
      const reply = await call(RENEW, { resource_ids: ids, period_type: 2, period_num: 1 });
      return (reply.json['order_ids'] as string[])[0] ?? '';
    },
    pay: async (order) =>
      await call(PAY, { order_id: order, use_coupon: 'NO', use_discount: 'NO' }),
  };
}
