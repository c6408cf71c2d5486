import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../../../../shared/values/money.ts';
import { opened } from '../opened.ts';
import { json, refusal } from '../../scripted-fetch.ts';
import { answer, idsOf, one, onlyAlone, rows, usd } from './price-answers.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const TOGETHER = { alone: false };

describe('asking for prices', () => {
  it.each([
    [{ unit: 'month', count: 11 } as const, { period_type: 2, period_num: 11 }],
    [{ unit: 'year', count: 3 } as const, { period_type: 3, period_num: 3 }],
  ])('sends %o with at most ten ids, once each', async (term, period) => {
    const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
    const { provider, sent } = opened(
      async (sent) =>
        await json(
          answer(Object.fromEntries(idsOf(sent).map((id) => [id, '1'])), idsOf(sent).length),
        )(sent),
    );
    const given = await provider.resources.prices([...ids, 'r0'], term, TOGETHER);
    expect(given.kind === 'done' && given.value.map(({ resourceId }) => resourceId)).toEqual(ids);
    expect(sent.map(({ method, url, body }) => ({ method, path: url.pathname, body }))).toEqual(
      [ids.slice(0, 10), ids.slice(10)].map((some) => ({
        method: 'POST',
        path: '/v2/bills/ratings/period-resources/renew-rate',
        body: { resource_ids: some, ...period },
      })),
    );
  });

  it('asks nothing without ids', async () => {
    const { provider, sent } = opened(json({}));
    expect(await provider.resources.prices([], MONTH, TOGETHER)).toEqual({
      kind: 'done',
      value: [],
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['list amounts', { a: '30.00', b: '90.00' }, { shared: true }],
    ['discounted amounts', { a: 24, b: 72 }, {}],
    ['amounts of another discount', { a: '27', b: '81' }, { shared: true }],
  ])('makes list and price out of the totals when rows show %s', async (_, amounts, shared) => {
    const { provider } = opened(json(answer(amounts, '120.00', { d1: '108', d2: '96.00' })));
    expect(await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).toEqual({
      kind: 'done',
      value: [
        {
          kind: 'priced',
          resourceId: 'a',
          list: usd('30'),
          price: usd('24'),
          alone: false,
          ...shared,
        },
        {
          kind: 'priced',
          resourceId: 'b',
          list: usd('90'),
          price: usd('72'),
          alone: false,
          ...shared,
        },
      ],
    });
  });

  it.each([
    ['best', '96'],
    ['none', '120'],
    ['d1', '108'],
    ['d9', '120'],
  ])('with the discount setting %s the price is %s', async (discount, price) => {
    const { provider } = opened(json(answer({ a: '96' }, '120.00', { d1: '108', d2: '96.00' })), {
      discount,
    });
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ list: usd('120'), price: usd(price), alone: true }],
    });
  });

  it('takes the list price where a discount would be dearer or cannot be read', async () => {
    const { provider } = opened(
      json(answer({ a: '120' }, '120', { dear: '130', bad: 'much', negative: '-5' })),
    );
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ price: usd('120') }],
    });
  });

  it('works a discount out of list and reduction where its amount is missing', async () => {
    const discounts = [
      { discount_id: 'd', official_website_amount: '120', discount_amount: '20.5' },
    ];
    const { provider } = opened(
      json(answer({ a: '120' }, '120', {}, { optional_discount_rating_results: discounts })),
    );
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ price: usd('99.5') }],
    });
  });

  it('takes the row for the price where there are no totals at all', async () => {
    const { provider } = opened(json({ renew_inquiry_results: rows({ a: '10.005', b: '2' }) }));
    expect(await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).toMatchObject({
      value: [
        { list: null, price: usd('10.01') },
        { list: null, price: usd('2') },
      ],
    });
  });

  it('takes the totals for the price of a single resource whose row is missing', async () => {
    const { provider } = opened(json(answer({}, '120', { d: '90' })));
    expect(await provider.resources.prices(['a'], MONTH, { alone: true })).toMatchObject({
      value: [{ kind: 'priced', list: usd('120'), price: usd('90'), alone: true }],
    });
  });

  it('rounds each price to the cent so that the prices add up to the total', async () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2));
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { minLength: 2, maxLength: 10 }),
        amount,
        async (list, total) => {
          const amounts = Object.fromEntries(list.map((value, index) => [`r${index}`, value]));
          const { provider } = opened(json(answer(amounts, total)));
          const given = await provider.resources.prices(Object.keys(amounts), MONTH, TOGETHER);
          const readings = given.kind === 'done' ? given.value : [];
          const prices = readings.flatMap((reading) =>
            reading.kind === 'priced' ? [reading.price] : [],
          );
          expect(sum(prices, 'USD')).toEqual(usd(total));
          expect(prices.every((price) => /^\d+(?:\.\d{1,2})?$/u.test(price.amount))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks each id alone when told to', async () => {
    const { provider, sent } = opened(onlyAlone(refusal('CBC.0999'), (id) => one(id, '5')));
    const given = await provider.resources.prices(['a', 'b'], MONTH, { alone: true });
    expect(given).toMatchObject({ value: [{ alone: true }, { alone: true }] });
    expect(sent.map(idsOf)).toEqual([['a'], ['b']]);
  });
});
