import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, money } from '../../../../../shared/values/money.ts';
import type { OrderReading } from '../../../../../shared/ports/provider.ts';
import { UNPAID } from '../every-call.ts';
import { orderDiscounts } from '../../../../../shared/providers/huawei/operations/order-discounts.ts';
import { opened } from '../opened.ts';
import { hang, json, refusal, type Reply, reset } from '../../scripted-fetch.ts';

const usd = (amount: string) => money(amount, 'USD');
const LINES = [
  { order_line_item_id: 'l1', amount_after_discount: 60, official_amount: 60 },
  { order_line_item_id: 'l2', amount_after_discount: '40', official_amount: '40' },
];

const cents = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);

type Group = Readonly<Record<string, unknown>>;

const discount = (groups: readonly Group[], more: Group = {}): Group => ({
  discount_id: 'd',
  discount_type: 2,
  orders: [{ order_id: 'CS1', order_line_items: groups }],
  ...more,
});

const offers =
  (discounts: readonly Group[], lines: readonly Group[] = LINES): Reply =>
  async (sent) =>
    await (
      sent.url.pathname.endsWith('/order-discounts')
        ? json({ discounts })
        : json({ total_count: lines.length, order_line_items: lines })
    )(sent);

const all = { order_line_item_ids: ['l1', 'l2'] };

async function amountWith(
  groups: readonly Group[],
  reading: OrderReading = UNPAID,
  lines: readonly Group[] = LINES,
): Promise<string | null> {
  const { connection } = opened(offers([discount(groups)], lines));
  const given = await orderDiscounts(connection, 'CS1', reading);
  if (given.kind !== 'done') throw new Error(given.kind);
  return given.value[0]?.amount?.amount ?? null;
}

describe('the discounts of an order', () => {
  it('are asked for by the order, and its lines only where there are any', async () => {
    const { connection, sent } = opened(
      offers([discount([{ ...all, discount_mode: 2, discount_amount: 10 }])]),
    );
    expect(await orderDiscounts(connection, 'CS1', UNPAID)).toEqual({
      kind: 'done',
      value: [{ discount: { id: 'd', type: 2 }, amount: usd('90'), mandatory: false }],
    });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual([
      'GET /v2/orders/customer-orders/order-discounts?order_id=CS1',
      'GET /v2/orders/customer-orders/details/CS1?offset=0&limit=100',
    ]);
    const none = opened(json({}));
    expect(await orderDiscounts(none.connection, 'CS1', UNPAID)).toEqual({
      kind: 'done',
      value: [],
    });
    expect(none.sent).toHaveLength(1);
  });

  it('are mandatory where they adjust the price of the order', async () => {
    const group = { ...all, discount_mode: 2, discount_amount: 10 };
    const { connection } = opened(offers([discount([group], { discount_type: '609' })]));
    expect(await orderDiscounts(connection, 'CS1', UNPAID)).toMatchObject({
      value: [{ discount: { type: 609 }, mandatory: true }],
    });
  });

  it.each<[string, Group, string | null]>([
    ['mode 0 by amount', { discount_mode: 0, discount_amount: 20 }, '80'],
    ['mode 0 by the share that is paid', { discount_mode: 0, discount_ratio: 0.8 }, '80'],
    ['mode 0 by the share that is taken off', { discount_mode: 0, discount_ratio: '0.2' }, '80'],
    [
      'mode 0 by both, share paid',
      { discount_mode: 0, discount_amount: 20, discount_ratio: 0.8 },
      '80',
    ],
    [
      'mode 0 by both, share taken off',
      { discount_mode: 0, discount_amount: 20, discount_ratio: 0.2 },
      '80',
    ],
    [
      'mode 0 by both, mostly off',
      { discount_mode: 0, discount_amount: 80, discount_ratio: 0.2 },
      '80',
    ],
    [
      'mode 0 by both, at odds',
      { discount_mode: 0, discount_amount: 5, discount_ratio: 0.8 },
      '95',
    ],
    [
      'mode 0 by both, at odds the other way',
      { discount_mode: 0, discount_amount: 80, discount_ratio: 0.7 },
      '80',
    ],
    ['mode 0 with a ratio that is none', { discount_mode: 0, discount_ratio: 80 }, '8000'],
    ['mode 0 with nothing', { discount_mode: 0 }, null],
    ['mode 1, a high price', { discount_mode: 1, discount_amount: 45 }, '90'],
    ['mode 1, a low price', { discount_mode: 1, discount_amount: 5 }, '95'],
    ['mode 1 with nothing', { discount_mode: 1, discount_ratio: 0.8 }, null],
    ['mode 2', { discount_mode: 2, discount_amount: '12.348' }, '87.66'],
    ['mode 2 with a ratio only', { discount_mode: 2, discount_ratio: 0.8 }, null],
    ['mode 2 below nothing', { discount_mode: 2, discount_amount: 101 }, null],
    ['a negative amount, which makes it dearer', { discount_mode: 2, discount_amount: -5 }, '105'],
    ['an unknown mode', { discount_mode: 7, discount_amount: 5 }, null],
    ['no mode', { discount_amount: 5 }, null],
  ])('cost at most, by %s', async (_, fields, amount) => {
    expect(await amountWith([{ ...all, ...fields }])).toBe(amount);
  });

  it.each<[string, string, Group, string]>([
    ['80 off', '20', { discount_amount: 80, discount_ratio: 0.2 }, '20'],
    ['80 off, without a ratio', '20', { discount_amount: 80 }, '20'],
    ['80 after it', '80', { discount_amount: 80, discount_ratio: 0.8 }, '80'],
    ['neither', '55', { discount_amount: 80, discount_ratio: 0.2 }, '80'],
  ])('mean what the order shows already: %s', async (_, amount, fields, price) => {
    const shown = { ...UNPAID, amount: usd(amount), list: usd('100') };
    const group = { ...all, discount_mode: 0, ...fields };
    expect(await amountWith([group], shown)).toBe(price);
  });

  it('leave lines without a discount as they are', async () => {
    const group = { order_line_item_ids: ['l2'], discount_mode: 0, discount_ratio: 0.5 };
    expect(await amountWith([group])).toBe('80');
  });

  it('add up over the lines of the order', async () => {
    const groups = [
      { order_line_item_ids: ['l1'], discount_mode: 2, discount_amount: 10 },
      { order_line_item_ids: ['l2'], discount_mode: 0, discount_ratio: 0.9 },
    ];
    expect(await amountWith(groups)).toBe('86');
  });

  it('count from the list price where the order is already cheaper', async () => {
    const cheaper = { ...UNPAID, amount: usd('90') };
    const group = { ...all, discount_mode: 2, discount_amount: 20 };
    expect(await amountWith([group], cheaper)).toBe('80');
  });

  it('are about the whole order where a lone group names no lines', async () => {
    expect(await amountWith([{ discount_mode: 2, discount_amount: 20 }], UNPAID, [])).toBe('80');
  });

  it.each<[string, readonly Group[], readonly Group[]]>([
    [
      'is about lines of other orders',
      [{ order_line_item_ids: ['z'], discount_mode: 2, discount_amount: 1 }],
      LINES,
    ],
    [
      'mixes lines of several orders',
      [{ order_line_item_ids: ['l1', 'z'], discount_mode: 2, discount_amount: 1 }],
      LINES,
    ],
    [
      'is about a line twice',
      [
        { order_line_item_ids: ['l1'], discount_mode: 2, discount_amount: 1 },
        { order_line_item_ids: ['l1', 'l2'], discount_mode: 2, discount_amount: 1 },
      ],
      LINES,
    ],
    [
      'is about a line without an amount',
      [{ order_line_item_ids: ['l1'], discount_mode: 2, discount_amount: 1 }],
      [{ order_line_item_id: 'l1' }, { order_line_item_id: 'l2' }],
    ],
    ['says nothing', [], LINES],
  ])('have an unknown effect when one %s', async (_, groups, lines) => {
    expect(await amountWith(groups, UNPAID, lines)).toBeNull();
  });

  it('heed only what is said of this order', async () => {
    const orders = [
      { order_id: 'CS9', order_line_items: [{ ...all, discount_mode: 2, discount_amount: 90 }] },
      { order_id: 'CS1', order_line_items: [{ ...all, discount_mode: 2, discount_amount: 10 }] },
    ];
    const { connection } = opened(offers([discount([], { orders })]));
    expect(await orderDiscounts(connection, 'CS1', UNPAID)).toMatchObject({
      value: [{ amount: usd('90') }],
    });
  });

  it('are left out where all that is said is of other orders', async () => {
    const orders = [{ order_id: 'CS9', order_line_items: [{ ...all, discount_mode: 2 }] }];
    const { connection } = opened(offers([discount([], { orders })]));

    expect(await orderDiscounts(connection, 'CS1', UNPAID)).toEqual({ kind: 'done', value: [] });
  });

  it('stay in the list without an id or a type, though none can be sent', async () => {
    const group = { ...all, discount_mode: 2, discount_amount: 10 };
    const given = [
      discount([group], { discount_id: null }),
      discount([group], { discount_type: 'new' }),
      discount([group], { discount_id: 'ok', discount_type: 0 }),
    ];
    const { connection } = opened(offers(given));
    expect(await orderDiscounts(connection, 'CS1', UNPAID)).toMatchObject({
      value: [{ discount: null }, { discount: null }, { discount: { id: 'ok', type: 0 } }],
    });
  });

  it('are unknown when the lines are', async () => {
    const group = { ...all, discount_mode: 2, discount_amount: 10 };
    const { connection } = opened(
      async (sent) =>
        await (
          sent.url.pathname.endsWith('/order-discounts')
            ? json({ discounts: [discount([group])] })
            : refusal('CBC.0999', 500)
        )(sent),
    );
    expect((await orderDiscounts(connection, 'CS1', UNPAID)).kind).toBe('unknown');
  });

  it('never cost less than any single reading of the fields would give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 100 }), cents, async (percent, off) => {
        const ratio = percent / 100;
        const byRatio = await amountWith([{ ...all, discount_mode: 0, discount_ratio: ratio }]);
        const fixed = await amountWith([{ ...all, discount_mode: 1, discount_amount: off }]);
        for (const reading of [percent, 100 - percent]) {
          expect(compare(usd(byRatio!), money(reading, 'USD'))).toBeGreaterThanOrEqual(0);
        }
        for (const reading of [off, 100 - off]) {
          expect(compare(usd(fixed!), money(reading, 'USD'))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The order in a state, or hidden; and what is answered to the question for its discounts. */
function orderAnd(status: number | null, discounts: Reply): Reply {
  const info = { order_id: 'CS1', status, amount_after_discount: 100, currency: 'USD' };
  const details =
    status === null
      ? refusal('CBC.30000010')
      : json({ total_count: 2, order_info: info, order_line_items: LINES });
  return async (sent) =>
    await (sent.url.pathname.endsWith('/order-discounts') ? discounts : details)(sent);
}

describe('an order with its discounts', () => {
  const group = { ...all, discount_mode: 2, discount_amount: 10 };

  const offered = json({ discounts: [discount([group])] });

  it('are both told of one that is unpaid', async () => {
    const { provider, sent } = opened(orderAnd(6, offered));

    expect(await provider.renewals.orderWithDiscounts('CS1')).toMatchObject({
      order: { kind: 'done', value: { id: 'CS1', state: 'unpaid' } },
      discounts: { kind: 'done', value: [{ discount: { id: 'd' }, amount: usd('90') }] },
    });
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      '/v2/orders/customer-orders/details/CS1',
      '/v2/orders/customer-orders/order-discounts',
      '/v2/orders/customer-orders/details/CS1',
    ]);
  });

  it('are asked for at once: neither waits for the answer to the other', async () => {
    const { provider, sent } = opened([json({}), hang(), hang()]);
    // The first call with a key goes out alone.
    await provider.renewals.order('CS0');
    void provider.renewals.orderWithDiscounts('CS1');
    await new Promise(setImmediate);

    expect(sent).toHaveLength(3);
  });

  it.each([
    ['that the provider does not show', null],
    ['that is completed', 5],
    ['that is cancelled', 4],
  ])('are none of one %s, whatever is offered', async (_, status) => {
    for (const discounts of [offered, refusal('CBC.0999', 500)]) {
      const { provider } = opened(orderAnd(status, discounts));

      expect(await provider.renewals.orderWithDiscounts('CS1')).toMatchObject({
        order: { kind: 'done' },
        discounts: { kind: 'done', value: [] },
      });
    }
  });

  it.each([
    ['refused', refusal('CBC.0151', 403), 'refused'],
    ['unknown', reset(), 'unknown'],
  ])('are %s where only that answer is, beside the order', async (_, discounts, kind) => {
    const { provider } = opened(orderAnd(6, discounts));

    expect(await provider.renewals.orderWithDiscounts('CS1')).toMatchObject({
      order: { kind: 'done', value: { state: 'unpaid' } },
      discounts: { kind },
    });
  });
});
