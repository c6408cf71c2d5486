import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startHuaweiSandbox } from '../../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../../infra/sandboxes/huawei/sandbox.ts';
import { PAY, RENEW, START, vm } from './sandbox-fixture.ts';
import { factsOf, newHistory } from '../frame/kept.ts';
import type { Reply } from '../frame/reply.ts';
import { signedCall } from './signed-client.ts';

const KEYS = { accessKey: 'AKTEST', secretKey: 'SKTEST' };
const WORLD = {
  ...KEYS,
  balance: '100.00',
  resources: [vm('vm-1', { locked: 'unpaid' }), vm('vm-2'), vm('vm-3'), vm('vm-4')],
  behaviour: { completionDelayMs: 5000, unpaidOrderDays: 1 },
};

let now = START;

async function open(history: string, world: object = WORLD): Promise<HuaweiSandbox> {
  return await startHuaweiSandbox({ world, history, clock: () => now });
}

async function call(
  sandbox: HuaweiSandbox,
  line: string,
  body: unknown,
  secretKey = KEYS.secretKey,
): Promise<Reply | null> {
  const options = { url: sandbox.url, ...KEYS, clock: () => now };
  return await signedCall(options, line, body, { secretKey }).catch(() => null);
}

async function renew(sandbox: HuaweiSandbox, ...ids: string[]): Promise<string> {
  const reply = await call(sandbox, RENEW, { resource_ids: ids, period_type: 2, period_num: 1 });
  return (reply?.json['order_ids'] as string[] | undefined)?.[0] ?? '';
}

async function pay(
  sandbox: HuaweiSandbox,
  order: string,
  secretKey?: string,
): Promise<Reply | null> {
  const body = { order_id: order, use_coupon: 'NO', use_discount: 'NO' };
  return await call(sandbox, PAY, body, secretKey);
}

const ID = fc.constantFrom('vm-1', 'vm-2', 'vm-3', 'vm-4', 'vm-9');
const STEP = fc.oneof(
  fc.record({ kind: fc.constant('renew'), id: ID }),
  fc.record({ kind: fc.constant('pay'), order: fc.nat(5) }),
  fc.record({ kind: fc.constant('cancel'), order: fc.nat(5) }),
  fc.record({ kind: fc.constant('renewOutside'), id: ID }),
  fc.record({ kind: fc.constant('unlock'), id: ID }),
  fc.record({ kind: fc.constant('topUp'), amount: fc.constantFrom('10.00', '25.50') }),
  fc.record({ kind: fc.constant('slow'), days: fc.nat(2) }),
  fc.record({ kind: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 2000 }) }),
);
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

async function take(sandbox: HuaweiSandbox, step: Step): Promise<void> {
  const orders = sandbox.orders();
  const orderAt = (index: number): string => orders[index % orders.length]?.id ?? 'none';
  try {
    if ('minutes' in step) now += step.minutes * 60_000;
    else if ('amount' in step) sandbox.act.topUp({ amount: step.amount });
    else if ('days' in step) sandbox.act.setBehaviour({ expiryVisibilityDelayMs: step.days });
    else if ('order' in step && step.kind === 'pay') await pay(sandbox, orderAt(step.order));
    else if ('order' in step) sandbox.act.cancelOrder({ order: orderAt(step.order) });
    else if (step.kind === 'renew') await renew(sandbox, step.id);
    else if (step.kind === 'unlock') sandbox.act.unlock({ resource: step.id });
    else sandbox.act.renewOutside({ resource: step.id });
  } catch {
    // Refusals are part of a history too.
  }
}

test('whatever happened, a sandbox that is started again holds the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 25 }), async (steps) => {
      now = START;
      const history = newHistory();
      const sandbox = await open(history);
      for (const step of steps) await take(sandbox, step);
      const before = factsOf(sandbox);
      await sandbox.close();
      const again = await open(history, { ignored: 'the history has its own world' });
      expect(factsOf(again)).toEqual(before);
      await again.close();
    }),
    { numRuns: 40, verbose: 1 },
  );
});

test('a charge is in the file when its answer comes, and a line that is not whole does not count', async () => {
  now = START;
  const history = newHistory();
  const sandbox = await open(history);
  const order = await renew(sandbox, 'vm-2');
  expect((await pay(sandbox, order))?.status).toBe(200);
  // What stands in the file now is what a process that is killed now leaves.
  const copy = `${history}.copy`;
  writeFileSync(copy, `${readFileSync(history, 'utf8')}{"kind":"operation","at":17951`);
  await sandbox.close();

  const again = await open(copy);
  expect(again.ledger()).toMatchObject([{ order, amount: '10.00' }]);
  expect((await pay(again, order))?.json['error_code']).toBe('CBC.99000088');
  await again.close();
  const third = await open(copy);
  expect(third.ledger()).toHaveLength(1);
  await third.close();
});

test('faults that count calls and a blocked key go on counting', async () => {
  now = START;
  const history = newHistory();
  const faults = [{ api: 'pay', call: 1, when: 'after', what: 'reset' }];
  const sandbox = await open(history, { ...WORLD, faults });
  const order = await renew(sandbox, 'vm-2');
  expect(await pay(sandbox, order)).toBeNull();
  for (let failure = 0; failure < 4; failure += 1) await pay(sandbox, order, 'WRONG');
  await sandbox.close();

  const again = await open(history);
  expect((await pay(again, order))?.status).not.toBe(401);
  for (let failure = 0; failure < 5; failure += 1) await pay(again, order, 'WRONG');
  await again.close();
  const blocked = await open(history);
  expect((await pay(blocked, order))?.text).toContain('failed to reach the limit');
  await blocked.close();
});

test('a history that leads elsewhere, or cannot be read, stops the start', async () => {
  now = START;
  const history = newHistory();
  const sandbox = await open(history);
  sandbox.act.topUp({ amount: '1.00' });
  await renew(sandbox, 'vm-2');
  await sandbox.close();
  const text = readFileSync(history, 'utf8');

  writeFileSync(history, text.replace('"status":200', '"status":400'));
  await expect(open(history)).rejects.toThrow(/written by another version of it \(line 4\)/u);
  appendFileSync(history, 'no json\n');
  await expect(open(history)).rejects.toThrow(/line 5 cannot be read\.$/u);
});
