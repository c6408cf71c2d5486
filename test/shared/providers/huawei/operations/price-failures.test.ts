import { describe, expect, it } from 'vitest';
import type { PriceReading } from '../../../../../shared/ports/provider.ts';
import { opened } from '../opened.ts';
import { json, refusal } from '../../scripted-fetch.ts';
import { answer, idsOf, one, onlyAlone, usd } from './price-answers.ts';
import { reason } from '../../../../../shared/reasons/reason.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const TOGETHER = { alone: false };

describe('prices that are not given', () => {
  it('names resources that have no price, with what the provider says', async () => {
    const fails = [
      { resource_id: 'B', error_code: 'CBC.30050010', error_msg: 'unpaid' },
      { resource_id: 'c', error_code: 'CBC.88888', error_msg: 'new' },
    ];
    const { provider, sent } = opened(
      json(answer({ a: '10' }, '10', {}, { fail_resource_infos: fails })),
    );
    const given = await provider.resources.prices(['a', 'b', 'c'], MONTH, TOGETHER);
    const readings = given.kind === 'done' ? given.value : [];
    const of = (id: string): PriceReading | undefined =>
      readings.find(({ resourceId }) => resourceId === id);
    expect(of('a')).toMatchObject({ kind: 'priced', price: usd('10') });
    expect(of('b')).toMatchObject({
      kind: 'failed',
      locked: true,
      refusal: { code: 'CBC.30050010', remedy: 'row', message: 'unpaid' },
    });
    expect(of('c')).toMatchObject({
      kind: 'failed',
      locked: false,
      refusal: { remedy: 'unlisted' },
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['CBC.0100', 400],
    ['CBC.99006016', 400],
    ['CBC.30050009', 200],
    ['CBC.30050012', 400],
    ['CBC.31313131', 400],
  ])('asks id by id when %s refuses several as a whole', async (code, status) => {
    const { provider, sent } = opened(
      onlyAlone(refusal(code, status), (id) => (id === 'b' ? refusal(code, status) : one(id, '5'))),
    );
    expect(await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).toMatchObject({
      kind: 'done',
      value: [
        { kind: 'priced', resourceId: 'a', price: usd('5'), alone: true },
        { kind: 'failed', resourceId: 'b', refusal: { code } },
      ],
    });
    expect(sent.map(idsOf)).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('gives up a single id that would be split', async () => {
    const { provider } = opened(refusal('CBC.0100'));
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ kind: 'failed', refusal: { code: 'CBC.0100', remedy: 'row' } }],
    });
  });

  it.each([
    ['leaves an id out', answer({ a: '10' }, '30')],
    ['has a row without a readable amount', answer({ a: '10', b: 'n/a' }, '30')],
    ['has nothing to share the total by', answer({ a: '0', b: '0' }, '30')],
    [
      'is unclear about one id',
      answer(
        { a: '10' },
        '30',
        {},
        { fail_resource_infos: [{ resource_id: 'b', error_code: 'CBC.0999' }] },
      ),
    ],
  ])('asks id by id when the answer %s', async (_, body) => {
    const { provider, sent } = opened(onlyAlone(json(body), (id) => one(id, '15')));
    expect(await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).toMatchObject({
      value: [{ price: usd('15') }, { price: usd('15') }],
    });
    expect(sent).toHaveLength(3);
  });

  it('fails a resource for which there is neither a price nor a reason', async () => {
    const { provider } = opened(json({ currency: 'USD' }));
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ kind: 'failed', resourceId: 'a', refusal: { remedy: 'later' } }],
    });
  });

  it.each([
    ['of the whole call', refusal('CBC.7281')],
    [
      'named at one resource',
      json(
        answer(
          { a: '1' },
          '1',
          {},
          { fail_resource_infos: [{ resource_id: 'b', error_code: 'CBC.7281' }] },
        ),
      ),
    ],
    ['found id by id', onlyAlone(refusal('CBC.0100'), () => refusal('CBC.7281'))],
  ])('is refused by a problem of the account %s', async (_, reply) => {
    const { provider } = opened(reply);
    expect(await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'suspend', code: 'CBC.7281' },
    });
  });

  it('is refused when the provider bills in another currency than the settings say', async () => {
    const { provider } = opened(json(answer({ a: '1' }, '1', {}, { currency: 'CNY' })));
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      kind: 'refused',
      refusal: {
        remedy: 'suspend',
        reason: reason('other-currency', { billed: 'CNY', currency: 'USD' }),
      },
    });
  });

  it('takes a success code in the answer for success', async () => {
    const { provider } = opened(
      json(answer({ a: '1' }, '1', {}, { error_code: 'CBC.0000', error_msg: 'ok' })),
    );
    expect(await provider.resources.prices(['a'], MONTH, TOGETHER)).toMatchObject({
      value: [{ price: usd('1') }],
    });
  });

  it('is unknown when one of its calls is', async () => {
    const { provider } = opened(
      onlyAlone(refusal('CBC.0100'), (id) => (id === 'a' ? refusal('CBC.0999') : one(id, '1'))),
    );
    expect((await provider.resources.prices(['a', 'b'], MONTH, TOGETHER)).kind).toBe('unknown');
  });
});
