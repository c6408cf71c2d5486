import { describe, expect, it } from 'vitest';
import { json, type Reply } from '../../scripted-fetch.ts';
import type { Term } from '../../../../../shared/values/term.ts';
import { MONTH, YEAR } from '../every-call.ts';
import { byAction, instance, instances, opened, refused, said } from '../opened.ts';

const server = (price: unknown): Reply => json({ PriceInfo: { Price: price } });
const database = (price: unknown): Reply => json({ PriceInfo: price });
const PRICE = { Currency: 'USD', OriginalPrice: 12, DiscountPrice: 2, TradePrice: 10.1 };

const asked = async (code: string, term: Term, reply: Reply) => {
  const shown = instances(instance('x-1', { ProductCode: code, ProductType: code }));
  const adapter = opened(
    byAction({ QueryAvailableInstances: shown, DescribeRenewalPrice: reply }),
    { endpoint: 'http://127.0.0.1:1' },
  );
  const answer = await adapter.provider.resources.prices(['x-1'], term, { alone: false });
  return { answer, calls: adapter.sent.map(said).slice(1) };
};

describe('the price of', () => {
  const read = {
    kind: 'done',
    value: [
      {
        kind: 'priced',
        resourceId: 'x-1',
        list: { amount: '12', currency: 'USD' },
        price: { amount: '10.1', currency: 'USD' },
        alone: true,
      },
    ],
  };

  it.each<[Term, string, string]>([
    [MONTH, 'Month', '1'],
    [{ unit: 'month', count: 9 }, 'Month', '9'],
    [YEAR, 'Year', '1'],
    [{ unit: 'year', count: 3 }, 'Year', '3'],
  ])('a server for %o is asked for in %s', async (term, unit, count) => {
    const { answer, calls } = await asked('ecs', term, server(PRICE));

    expect(answer).toEqual(read);
    expect(calls).toEqual([
      {
        action: 'DescribeRenewalPrice',
        RegionId: 'ap-southeast-1',
        ResourceId: 'x-1',
        ResourceType: 'instance',
        Period: count,
        PriceUnit: unit,
      },
    ]);
  });

  it.each<[string, Reply]>([
    ['its own shape', json({ Order: { Currency: 'USD', OriginalAmount: 12, TradeAmount: 10.1 } })],
    ['that of RDS', database(PRICE)],
  ])('MongoDB for a month is read in %s', async (_, reply) => {
    const { answer, calls } = await asked('dds', MONTH, reply);

    expect(answer).toEqual(read);
    expect(calls).toEqual([
      {
        action: 'DescribeRenewalPrice',
        DBInstanceId: 'x-1',
        TimeType: 'Month',
        UsedTime: '1',
        CouponNo: 'youhuiquan_promotion_option_id_for_blank',
      },
    ]);
  });

  it('RDS is asked for in its own words', async () => {
    const { answer, calls } = await asked('rds', YEAR, database(PRICE));

    expect(answer).toEqual(read);
    expect(calls).toEqual([
      { action: 'DescribeRenewalPrice', DBInstanceId: 'x-1', TimeType: 'Year', UsedTime: '1' },
    ]);
  });

  it.each<[string, Term]>([
    // Its call prices a month, whatever the term is.
    ['dds', YEAR],
    ['kvstore', MONTH],
    ['swas', MONTH],
    ['hbase', MONTH],
    ['ddos', MONTH],
    ['nas', MONTH],
    ['rds', { unit: 'year', count: 5 }],
    ['ecs', { unit: 'month', count: 10 }],
  ])('%s for %o is told by no call', async (code, term) => {
    const { answer, calls } = await asked(code, term, server(PRICE));

    expect(answer).toEqual({ kind: 'done', value: [{ kind: 'not told', resourceId: 'x-1' }] });
    expect(calls).toEqual([]);
  });

  it('a domain, and what is not shown, is told by no call', async () => {
    const { provider, sent } = opened(instances());

    expect(await provider.resources.prices(['a.com', 'i-1'], YEAR, { alone: true })).toEqual({
      kind: 'done',
      value: [
        { kind: 'not told', resourceId: 'a.com' },
        { kind: 'not told', resourceId: 'i-1' },
      ],
    });
    expect(sent).toHaveLength(1);
  });

  it('what was looked at before needs no second look', async () => {
    const { provider, sent } = opened(
      byAction({
        QueryAvailableInstances: instances(instance('i-1')),
        DescribeRenewalPrice: server(PRICE),
      }),
    );
    await provider.resources.prices(['i-1'], MONTH, { alone: true });
    await provider.resources.prices(['I-1'], MONTH, { alone: true });

    expect(sent.map(said).map(({ action }) => action)).toEqual([
      'QueryAvailableInstances',
      'DescribeRenewalPrice',
      'DescribeRenewalPrice',
    ]);
  });

  it.each<[string, Reply, string, Record<string, unknown>]>([
    [
      'InvalidInstanceId.NotFound',
      refused('InvalidInstanceId.NotFound', 404),
      'row',
      { locked: false },
    ],
    ['Instance.UnPaidOrder', refused('Instance.UnPaidOrder', 403), 'row', { locked: true }],
    ['Whatever', refused('Whatever', 400), 'unlisted', { locked: false }],
    ['LastOrderProcessing', refused('LastOrderProcessing'), 'later', { locked: false }],
  ])('one that is refused with %s is that one affair', async (_, reply, remedy, more) => {
    const { answer } = await asked('ecs', MONTH, reply);

    expect(answer).toMatchObject({
      kind: 'done',
      value: [{ kind: 'failed', resourceId: 'x-1', refusal: { remedy }, ...more }],
    });
  });

  it.each<[string, Reply, string]>([
    ['permission', refused('Forbidden.RAM', 403), 'refused'],
    ['currency', server({ ...PRICE, Currency: 'CNY' }), 'refused'],
    ['silence', refused('InternalError', 500), 'unknown'],
    ['no price', server({ Currency: 'USD' }), 'unknown'],
    ['a negative price', server({ ...PRICE, TradePrice: '-1' }), 'unknown'],
    ['another shape', json({ Price: PRICE }), 'unknown'],
  ])('all is the answer where %s stops it', async (_, reply, kind) => {
    const { answer } = await asked('ecs', MONTH, reply);

    expect(answer.kind).toBe(kind);
  });
});
