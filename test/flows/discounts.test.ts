import { describe, expect, test } from 'vitest';
import { quoteRow } from '../support/quote-rows.ts';
import { type Flow, resources, rowsFor, runFlow } from './run-flow.ts';

const RENEWED = ['renewed', 'renewed', 'renewed'];
const HELD = ['held: price changed', 'held: price changed', 'held: price changed'];

/** Three ways to take ten per cent off ten dollars. */
const WAYS = {
  ratio: { id: 'c1', ratio: '0.9' },
  'fixed price': { id: 'c1', fixedPrice: '9.00' },
  reduction: { id: 'c1', reduction: '1.00' },
} as const;

const SHOWN = (['list', 'discounted'] as const).flatMap((priceAmount) =>
  (['list', 'discounted', 'discounted until paid'] as const).flatMap((unpaidOrderAmount) =>
    (Object.keys(WAYS) as (keyof typeof WAYS)[]).map(
      (way) => [priceAmount, unpaidOrderAmount, way] as const,
    ),
  ),
);

/** What was charged, and with which discount. */
function charged(flow: Flow): (readonly [string, string | null])[] {
  return flow.sandbox.ledger().map(({ amount, discount }) => [amount, discount] as const);
}

describe('whatever price and unpaid order show', () => {
  test.each(SHOWN)(
    '(price: %s, order: %s, by %s) the best discount is used and exactly its price paid',
    async (priceAmount, unpaidOrderAmount, way) => {
      const flow = await runFlow(
        {
          resources: resources(3),
          discounts: [WAYS[way]],
          behaviour: { priceAmount, unpaidOrderAmount },
        },
        { rows: rowsFor(3, '9.00') },
      );

      expect(flow.words).toEqual(RENEWED);
      expect(charged(flow)).toEqual([['27.00', 'c1']]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(SHOWN)(
    '(price: %s, order: %s, by %s) the named discount is used, although another one is better',
    async (priceAmount, unpaidOrderAmount, way) => {
      const flow = await runFlow(
        {
          resources: resources(3),
          discounts: [WAYS[way], { id: 'better', ratio: '0.5' }],
          behaviour: { priceAmount, unpaidOrderAmount },
        },
        { rows: rowsFor(3, '9.00'), settings: { discount: 'c1' } },
      );

      expect(flow.words).toEqual(RENEWED);
      expect(charged(flow)).toEqual([['27.00', 'c1']]);
      expect(flow.wrong).toEqual([]);
    },
  );

  test.each(['list', 'discounted', 'discounted until paid'] as const)(
    '(order: %s) no discount at all is never charged more than was approved',
    async (unpaidOrderAmount) => {
      const flow = await runFlow(
        { resources: resources(3), discounts: [WAYS.ratio], behaviour: { unpaidOrderAmount } },
        { settings: { discount: 'none' } },
      );

      expect(flow.words).toEqual(RENEWED);
      expect(flow.app.job.status).toBe('done');
      expect(flow.wrong).toEqual([]);
    },
  );
});

describe('the choice of a discount', () => {
  test('none pays the list price and sends none', async () => {
    const flow = await runFlow(
      { resources: resources(3), discounts: [WAYS.ratio] },
      { settings: { discount: 'none' } },
    );

    expect(flow.words).toEqual(RENEWED);
    expect(charged(flow)).toEqual([['30.00', null]]);
    expect(flow.calls('pay').map(({ body }) => body)).toMatchObject([{ use_discount: 'NO' }]);
  });

  test('none holds rows that were approved at a discounted price, and orders nothing', async () => {
    const flow = await runFlow(
      { resources: resources(3), discounts: [WAYS.ratio] },
      { settings: { discount: 'none' }, rows: rowsFor(3, '9.00') },
    );

    expect(flow.words).toEqual(HELD);
    expect(flow.calls('renew')).toEqual([]);
  });

  test('best takes a promotion that only the order is offered', async () => {
    const discounts = [WAYS.ratio, { id: 'promo', kind: 'promotion', ratio: '0.8' }];
    const flow = await runFlow(
      { resources: resources(3), discounts },
      { rows: rowsFor(3, '9.00') },
    );

    expect(flow.words).toEqual(RENEWED);
    expect(charged(flow)).toEqual([['24.00', 'promo']]);
    expect(flow.wrong).toEqual([]);
  });

  test('named holds the rows of an order that is not offered it, and cancels the order', async () => {
    const flow = await runFlow(
      { resources: resources(3), discounts: [WAYS.ratio] },
      { settings: { discount: 'framework-2026' } },
    );

    expect(flow.words).toEqual(HELD);
    expect(flow.outcomes[0]!.reason).toContain('discount');
    expect(flow.calls('pay')).toEqual([]);
    expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(flow.wrong).toEqual([]);
  });

  test('pays what the console rounded row by row', async () => {
    const list = ['9.99', '0.03', '17.77', '1234.56', '5.55', '33.35', '0.99'];
    const approved = ['8.69', '0.03', '15.46', '1074.07', '4.83', '29.01', '0.86'];
    const flow = await runFlow(
      {
        resources: resources(7, (at) => ({ prices: { month: list[at] } })),
        discounts: [{ id: 'c1', ratio: '0.87' }],
      },
      { rows: approved.map((amount, at) => quoteRow(at, { approved: amount })) },
    );

    expect(flow.words).toEqual(Array.from({ length: 7 }, () => 'renewed'));
    expect(charged(flow)).toEqual([['1132.95', 'c1']]);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a price adjustment of the order', () => {
  test.each(['best', 'none', 'c1'])('is always sent, also where %s is set', async (discount) => {
    const adjustment = { id: 'adjusted', kind: 'adjustment', ratio: '0.95' };
    const flow = await runFlow(
      { resources: resources(3), discounts: [adjustment, { id: 'c1', ratio: '0.99' }] },
      { settings: { discount } },
    );

    expect(flow.words).toEqual(RENEWED);
    expect(charged(flow)).toEqual([['28.50', 'adjusted']]);
    expect(flow.calls('pay').map(({ body }) => body)).toMatchObject([
      { use_discount: 'YES', discount_infos: [{ id: 'adjusted', type: 609 }] },
    ]);
    expect(flow.wrong).toEqual([]);
  });

  test.each([{ ratio: '1.1' }, { fixedPrice: '10.50' }])(
    'that makes the order dearer than approved (%j) is never paid',
    async (dearer) => {
      const flow = await runFlow({
        resources: resources(3),
        discounts: [{ id: 'adjusted', kind: 'adjustment', ...dearer }],
      });

      expect(flow.words).toEqual(HELD);
      expect(flow.calls('pay')).toEqual([]);
      expect(flow.sandbox.orders().every(({ status }) => status === 4)).toBe(true);
      expect(flow.wrong).toEqual([]);
    },
  );

  test('that makes the order dearer within the approval is paid', async () => {
    const flow = await runFlow(
      {
        resources: resources(3),
        discounts: [{ id: 'adjusted', kind: 'adjustment', ratio: '1.1' }],
      },
      { rows: rowsFor(3, '11.00') },
    );

    expect(flow.words).toEqual(RENEWED);
    expect(charged(flow)).toEqual([['33.00', 'adjusted']]);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a discount that is lost on the way', () => {
  test('at pay: the order is cancelled and its rows held, never paid without it', async () => {
    const flow = await runFlow(
      {
        resources: resources(3),
        discounts: [WAYS.ratio],
        faults: [{ api: 'pay', call: 1, what: { code: 'CBC.99003108' } }],
      },
      { rows: rowsFor(3, '10.00') },
    );

    expect(flow.words).toEqual(HELD);
    expect(flow.calls('pay')).toHaveLength(1);
    expect(flow.sandbox.orders().map(({ status }) => status)).toEqual([4]);
    expect(flow.outcomes[0]!.order).toBe(flow.sandbox.orders()[0]!.id);
    expect(flow.sandbox.ledger()).toEqual([]);
    expect(flow.wrong).toEqual([]);
  });

  test.each([
    ['before it is ordered', 'renew'],
    ['before the order is compared', 'orderDetails'],
  ] as const)('%s is not made up for by paying the list price', async (_, when) => {
    const flow = await runFlow(
      { resources: resources(3), discounts: [WAYS.ratio] },
      {
        rows: rowsFor(3, '9.00'),
        prepare: (sandbox) => {
          sandbox.onCall(({ api, phase, number }) => {
            if (api !== when || phase !== 'before' || number !== 1) return;
            for (const resource of ['r0', 'r1', 'r2']) {
              sandbox.act.setDiscounts({ resource, discounts: [] });
            }
            for (const { id, status } of sandbox.orders()) {
              if (status === 6) sandbox.act.cancelOrder({ order: id });
            }
          });
        },
      },
    );

    // Where somebody has cancelled an order as well, the rows are left to whoever that is.
    const word = when === 'renew' ? HELD : ['needs review', 'needs review', 'needs review'];
    expect(flow.words).toEqual(word);
    expect(flow.sandbox.ledger()).toEqual([]);
    expect(flow.wrong).toEqual([]);
  });

  test('for one row of several holds that row only', async () => {
    const flow = await runFlow(
      { resources: resources(3), discounts: [WAYS.ratio] },
      {
        rows: rowsFor(3, '9.00'),
        prepare: (sandbox) => {
          sandbox.act.setDiscounts({ resource: 'r1', discounts: [] });
        },
      },
    );

    expect(flow.words).toEqual(['renewed', 'held: price changed', 'renewed']);
    expect(charged(flow)).toEqual([['18.00', 'c1']]);
    expect(flow.wrong).toEqual([]);
  });
});

describe('a payment', () => {
  test.each(
    (['200 {}', '200 empty', '204'] as const).flatMap((paySuccess) =>
      (['refused', 'ignored'] as const).map((payListsWithNo) => [paySuccess, payListsWithNo]),
    ),
  )('answered with %s, lists beside a NO being %s, is one payment', async (paySuccess, lists) => {
    for (const discounts of [[], [WAYS.ratio]]) {
      const flow = await runFlow({
        resources: resources(3),
        discounts,
        behaviour: { paySuccess, payListsWithNo: lists },
      });

      expect(flow.words).toEqual(RENEWED);
      expect(flow.calls('pay')).toHaveLength(1);
      expect(flow.wrong).toEqual([]);
    }
  });

  test('never uses a coupon of the account', async () => {
    const flow = await runFlow({
      resources: resources(3),
      coupons: [{ id: 'cash', balance: '100' }],
    });

    expect(flow.words).toEqual(RENEWED);
    expect(flow.sandbox.ledger()).toMatchObject([{ amount: '30.00', coupon: '0.00' }]);
  });
});
