import { describe, expect, it } from 'vitest';
import { money } from '../../../../../shared/values/money.ts';
import { opened } from '../opened.ts';
import { json, refusal, type Reply } from '../../scripted-fetch.ts';
import { reason } from '../../../../../shared/reasons/reason.ts';

const usd = (amount: string) => money(amount, 'USD');

const INFO = {
  order_id: 'CS1',
  status: 6,
  order_type: 2,
  source_type: 1,
  user_name: 'renewer',
  amount_after_discount: 80.1,
  official_amount: 100,
  currency: 'USD',
  measure_id: 1,
  create_time: '2026-08-01T00:00:00Z',
  pending_payment_end_time: '2026-08-08T00:00:00Z',
};

const READING = {
  id: 'CS1',
  state: 'unpaid',
  amount: usd('80.1'),
  list: usd('100'),
  charged: usd('80.1'),
  most: usd('80.1'),
  term: null,
  createdAt: Date.UTC(2026, 7, 1),
  paidAt: null,
  deadline: Date.UTC(2026, 7, 8),
  userName: 'renewer',
  automatic: false,
  starts: null,
};

const order = async (info: Readonly<Record<string, unknown>>) =>
  await opened(json({ order_info: { ...INFO, ...info } })).provider.renewals.order('CS1');

describe('reading an order', () => {
  it('asks for its details by its id', async () => {
    const { provider, sent } = opened(
      json({ total_count: 9, order_info: INFO, order_line_items: [] }),
    );
    expect(await provider.renewals.order('CS1')).toEqual({ kind: 'done', value: READING });
    expect(`${sent[0]!.method} ${sent[0]!.url.pathname}${sent[0]!.url.search}`).toBe(
      'GET /v2/orders/customer-orders/details/CS1?offset=0&limit=100',
    );
    expect(sent).toHaveLength(1);
  });

  it('shows nothing for an order that the provider does not show (yet)', async () => {
    for (const status of [400, 500, 200]) {
      const { provider } = opened(refusal('CBC.30000010', status));
      expect(await provider.renewals.order('CS1')).toEqual({ kind: 'done', value: null });
    }
  });

  it.each([
    [6, 'unpaid'],
    ['6', 'unpaid'],
    [3, 'processing'],
    [5, 'completed'],
    [4, 'cancelled'],
    [1, 'other'],
    [9, 'other'],
    [2, 'other'],
    [null, 'other'],
    ['new', 'other'],
  ])('reads status %s as %s', async (status, state) => {
    expect(await order({ status })).toMatchObject({ value: { state } });
  });

  it('keeps amounts exact, given as numbers or as text', async () => {
    for (const amount of [12345.67, '12345.67', '12345.670']) {
      expect(await order({ amount_after_discount: amount })).toMatchObject({
        value: { amount: usd('12345.67') },
      });
    }
  });

  it('takes the list price for an order that shows no other amount', async () => {
    expect(await order({ amount_after_discount: null })).toMatchObject({
      value: { amount: usd('100'), list: usd('100') },
    });
  });

  it('is unknown without any readable amount', async () => {
    const given = await order({ amount_after_discount: 'free', official_amount: undefined });
    expect(given.kind).toBe('unknown');
  });

  it('survives an order with a state and an amount only', async () => {
    const { provider } = opened(json({ order_info: { status: 6, amount_after_discount: '5' } }));
    expect(await provider.renewals.order('CS1')).toEqual({
      kind: 'done',
      value: {
        id: 'CS1',
        state: 'unpaid',
        amount: usd('5'),
        list: null,
        charged: usd('5'),
        most: usd('5'),
        term: null,
        paidAt: null,
        createdAt: null,
        deadline: null,
        userName: null,
        automatic: false,
        starts: null,
      },
    });
  });

  it.each([
    [
      'of every line',
      [{ effective_time: '2026-12-01T15:59:59Z' }],
      [Date.UTC(2026, 11, 1, 15, 59, 59)],
    ],
    ['of no line', [{}], null],
    ['of some lines only', [{ effective_time: '2026-12-01T15:59:59Z' }, {}], null],
    ['of something that is no list', 'none', null],
  ])('tells when its periods begin, shown %s', async (_, lines, starts) => {
    const { provider } = opened(json({ order_info: INFO, order_line_items: lines }));

    expect(await provider.renewals.order('CS1')).toMatchObject({ value: { id: 'CS1', starts } });
  });

  it('tells when the periods of more lines begin than fit on a page', async () => {
    const lines = Array.from({ length: 130 }, (_, index) => ({
      order_line_item_id: `L${index}`,
      effective_time: '2026-12-01T15:59:59Z',
    }));
    const page = (from: number): Reply =>
      json({ order_info: INFO, total_count: 130, order_line_items: lines.slice(from, from + 100) });
    const { provider } = opened([page(0), page(0), page(100)]);
    const answer = await provider.renewals.order('CS1');

    expect(answer.kind === 'done' && answer.value?.starts).toHaveLength(130);
  });

  it('is unknown when another order is shown than the one asked for', async () => {
    expect((await order({ order_id: 'CS2' })).kind).toBe('unknown');
  });

  it.each([
    [
      'in another currency',
      { currency: 'CNY' },
      reason('other-currency', { billed: 'CNY', currency: 'USD' }),
    ],
    ['in another unit', { measure_id: 3 }, reason('other-unit', { unit: '3', currency: 'USD' })],
  ])('is refused for the whole account with amounts %s', async (_, info, why) => {
    expect(await order(info)).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'suspend', reason: why },
    });
  });

  it.each([
    ['its source', { source_type: 8 }],
    ['its maker', { user_name: 'SYSTEM' }],
  ])('knows an order of the system by %s', async (_, info) => {
    expect(await order(info)).toMatchObject({ value: { automatic: true } });
  });

  it.each([
    ['a completed order whose figures agree', 5, { consumed_amount: 80.1 }, '80.1', '80.1'],
    ['a completed order that consumed less', 5, { consumed_amount: 79.5 }, null, '80.1'],
    ['an order in processing that consumed more', 3, { consumed_amount: '90' }, null, '90'],
    ['an unpaid order', 6, { consumed_amount: 79.5 }, '80.1', '80.1'],
    ['a cancelled order', 4, { consumed_amount: 79.5 }, '80.1', '80.1'],
    ['an order charged elsewhere, such as by month', 5, { consumed_amount: 0 }, '80.1', '80.1'],
    ['an order that does not say', 5, {}, '80.1', '80.1'],
    ['an order without amounts', 5, null, '80.1', '80.1'],
  ])(
    'tells what was charged only where all figures agree, and the highest of them: %s',
    async (_, status, info, charged, most) => {
      expect(await order({ status, amount_info: info })).toMatchObject({
        value: { charged: charged === null ? null : usd(charged), most: usd(most) },
      });
    },
  );

  it.each([
    ['rounded up to the cent', 80.101, 80.11, '80.11'],
    ['rounded down to the cent', 80.101, 80.1, '80.1'],
    ['a cent beside that', 80.101, 80.12, null],
    ['told with fractions of a cent only', 80.101, 80.101, null],
    ['told with fractions of a cent by what was consumed', 80.1, 80.0956, '80.1'],
    ['not told besides the amount, which has fractions of a cent', 80.101, 0, null],
  ])('knows a charge that is %s', async (_, amount, consumed, charged) => {
    const info = {
      status: 5,
      amount_after_discount: amount,
      amount_info: { consumed_amount: consumed },
    };
    expect(await order(info)).toMatchObject({
      value: { charged: charged === null ? null : usd(charged) },
    });
  });

  it.each([
    ['months', [{ period_type: 2, period_num: 3 }], { unit: 'month', count: 3 }],
    [
      'twelve months, which are a year',
      [{ period_type: 2, period_num: 12 }],
      { unit: 'year', count: 1 },
    ],
    [
      'a year in two spellings',
      [
        { period_type: 3, period_num: 1 },
        { period_type: 2, period_num: '12' },
      ],
      { unit: 'year', count: 1 },
    ],
    [
      'lines that differ',
      [
        { period_type: 2, period_num: 1 },
        { period_type: 2, period_num: 2 },
      ],
      null,
    ],
    ['a line that does not say', [{ period_type: 2, period_num: 1 }, {}], null],
    ['days', [{ period_type: 0, period_num: 30 }], null],
    ['no line at all', [], null],
  ])('reads the term of its lines: %s', async (_, lines, term) => {
    const { provider } = opened(json({ order_info: INFO, order_line_items: lines }));

    expect(await provider.renewals.order('CS1')).toMatchObject({ value: { term } });
  });

  it.each([
    '2026-08-01T00:00:00Z',
    '2026-08-01T00:00Z',
    '2026-08-01 00:00:00',
    '2026-08-01T08:00:00+0800',
    '2026-08-01T08:00+08',
    '2026-08-01T08:00:00.000+08:00',
    '2026-08-01t00:00:00z',
  ])('reads the instant %s', async (text) => {
    expect(await order({ create_time: text })).toMatchObject({
      value: { createdAt: Date.UTC(2026, 7, 1) },
    });
  });

  it.each(['2026-13-01T00:00:00Z', 'yesterday', '2026-08-01', '1785542400'])(
    'knows no instant by %s',
    async (text) => {
      expect(await order({ create_time: text })).toMatchObject({ value: { createdAt: null } });
    },
  );

  it('believes a nil charge for an order that costs nothing', async () => {
    const info = { status: 5, amount_after_discount: 0, amount_info: { consumed_amount: 0 } };
    expect(await order(info)).toMatchObject({ value: { amount: usd('0'), charged: usd('0') } });
  });
});

const listed = (index: number) => ({
  ...INFO,
  order_id: `CS${index}`,
  create_time: new Date(Date.UTC(2026, 7, 1) - index * 60_000).toISOString(),
});

/** A provider with so many renewal orders, newest first. */
const has =
  (count: number, total: unknown = count): Reply =>
  async (sent) => {
    const offset = Number(sent.url.searchParams.get('offset'));
    const limit = Number(sent.url.searchParams.get('limit'));
    const all = Array.from({ length: count }, (_, index) => listed(index));
    return await json({ total_count: total, order_infos: all.slice(offset, offset + limit) })(sent);
  };

describe('listing renewal orders', () => {
  it('asks for renewals of a window of time, newest first, in whole seconds', async () => {
    const { provider, sent } = opened(has(1));
    const from = Date.UTC(2026, 7, 1, 3, 4, 5, 999);
    await provider.renewals.renewalOrders(from, from + 2);
    const [{ method, url }] = sent as [(typeof sent)[0]];
    expect(`${method} ${url.pathname}`).toBe('GET /v2/orders/customer-orders');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      order_type: '2',
      create_time_begin: '2026-08-01T03:04:05Z',
      create_time_end: '2026-08-01T03:04:07Z',
      order_by: '-createTime',
      limit: '100',
      offset: '0',
    });
  });

  it.each([
    ['with the total', has(250), 3],
    ['without a total', has(250, null), 4],
    ['with a total that is too large', has(250, 300), 4],
  ])('reads all pages %s', async (_, reply, calls) => {
    const { provider, sent } = opened(reply);
    const given = await provider.renewals.renewalOrders(0, 1);
    expect(given.kind === 'done' && given.value.map(({ id }) => id)).toEqual(
      Array.from({ length: 250 }, (_, index) => `CS${index}`),
    );
    expect(sent).toHaveLength(calls);
  });

  it('shows an order once that slips onto the next page when a new one is made', async () => {
    const { provider } = opened([
      json({ total_count: 3, order_infos: [listed(1), listed(2)] }),
      json({ total_count: 4, order_infos: [listed(2), listed(3)] }),
    ]);
    const given = await provider.renewals.renewalOrders(0, 1);
    expect(given.kind === 'done' && given.value.map(({ id }) => id)).toEqual(['CS1', 'CS2', 'CS3']);
  });

  it('sorts the newest first, and passes over orders of another type', async () => {
    const infos = [listed(2), { ...listed(3), order_type: 1 }, listed(1)];
    const { provider } = opened(json({ total_count: 3, order_infos: infos }));
    const given = await provider.renewals.renewalOrders(0, 1);
    expect(given.kind === 'done' && given.value.map(({ id }) => id)).toEqual(['CS1', 'CS2']);
  });

  it.each([
    ['has no id', { order_id: null }],
    ['has no amount', { amount_after_discount: null, official_amount: null }],
  ])('is unknown rather than with a hole when an order %s', async (_, info) => {
    const infos = [listed(1), { ...listed(2), ...info }];
    const { provider } = opened(json({ total_count: 2, order_infos: infos }));
    expect((await provider.renewals.renewalOrders(0, 1)).kind).toBe('unknown');
  });

  it('is unknown when a later page is', async () => {
    const { provider } = opened(
      async (sent) =>
        await (sent.url.searchParams.get('offset') === '0' ? has(150) : refusal('CBC.0999', 500))(
          sent,
        ),
    );
    expect((await provider.renewals.renewalOrders(0, 1)).kind).toBe('unknown');
  });

  it('is an empty list where there are none', async () => {
    const { provider } = opened(json({ total_count: 0 }));
    expect(await provider.renewals.renewalOrders(0, 1)).toEqual({ kind: 'done', value: [] });
  });
});
