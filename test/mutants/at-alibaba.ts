import type { Mutant } from './mutant.ts';

const TESTS = 'test/shared/providers/alibaba';

/** Mistakes in how Alibaba Cloud is called and heard, where one call orders and pays. */
export const AT_ALIBABA: readonly Mutant[] = [
  {
    name: 'an order number that may go on is taken for a whole one',
    rule: 1,
    file: 'shared/providers/alibaba/operations/purchase.ts',
    find: String.raw`"?(\d+)(?=["\s,}\]])/iu`,
    replace: String.raw`"?(\d+)/iu`,
    tests: [`${TESTS}/operations/purchase.test.ts`],
  },
  {
    name: 'an unlisted code of a call that spends counts as a refusal',
    rule: 2,
    file: 'shared/providers/alibaba/errors/error-table.ts',
    find: '(spends || status >= 500)',
    replace: 'status >= 500',
    tests: [`${TESTS}/answers.test.ts`],
  },
  {
    name: 'a call that spends is sent again after throttling',
    rule: 2,
    file: 'shared/providers/alibaba/client.ts',
    find: `throttled: effect !== 'spends',`,
    replace: 'throttled: true,',
    tests: [`${TESTS}/answers.test.ts`],
  },
  {
    name: 'a call that spends goes through a fetch that sends it twice',
    rule: 2,
    file: 'shared/providers/alibaba/client.ts',
    find: '(reads ? globalThis.fetch : sendOnce)',
    replace: 'globalThis.fetch',
    tests: [`${TESTS}/wire.test.ts`],
  },
  {
    name: "a year is priced by MongoDB's price of a month",
    rule: 3,
    file: 'shared/providers/alibaba/price-call.ts',
    find: 'return months === 1 ?',
    replace: 'return months > 0 ?',
    tests: [`${TESTS}/operations/prices.test.ts`],
  },
  {
    name: 'a renewed domain is sent another date than the one that was looked at',
    rule: 4,
    file: 'shared/providers/alibaba/renewal-call.ts',
    find: 'CurrentExpirationDate: `${expiry}`,',
    replace: 'CurrentExpirationDate: `${expiry + 1}`,',
    tests: [`${TESTS}/operations/purchase.test.ts`],
  },
  {
    name: 'a lost task is looked for in its own hours only, though lists are cut by days',
    rule: 5,
    file: 'shared/providers/alibaba/operations/renewal-tasks.ts',
    find: '`${from - DAY_MS}`',
    replace: '`${from}`',
    tests: [`${TESTS}/operations/tasks.test.ts`],
  },
  {
    name: 'a task that could not be paid is one row’s affair',
    rule: 7,
    file: 'shared/providers/alibaba/operations/task-shape.ts',
    find: `remedy: 'suspend', reason: reason('task-not-paid'`,
    replace: `remedy: 'row', reason: reason('task-not-paid'`,
    tests: [`${TESTS}/operations/tasks.test.ts`],
  },
  {
    name: 'a charge is believed although its tax does not add up',
    rule: 10,
    file: 'shared/providers/alibaba/operations/order-shape.ts',
    find: 'charged: agreed ? amount : null,',
    replace: 'charged: amount,',
    tests: [`${TESTS}/operations/orders.test.ts`],
  },
];
