import { describe, expect, test } from 'vitest';
import type { DiscountLook } from '../../../../../shared/renewal/decide/facts.ts';
import { type OrderVerdict } from '../../../../../shared/renewal/decide/judge-order.ts';
import { asked, offered } from '../../../../support/facts-sample.ts';
import { usd } from '../../../../support/journal-sample.ts';
import { testPolicy } from '../../../../support/quote-rows.ts';
import { cancel, id, listed, offer, ready, verdict } from './judged-order.ts';

describe('the discount of an order', () => {
  const DISCOUNTED = { list: usd('20') };

  test.each<[string, string, DiscountLook, OrderVerdict]>([
    [
      'is the cheapest',
      'best',
      offered([offer('a', '19'), offer('b', '18')]),
      ready('18', id('b')),
    ],
    ['is the named one', 'a', offered([offer('a', '19'), offer('b', '18')]), ready('19', id('a'))],
    ['is none where none is wanted', 'none', offered([offer('a', '19')]), ready('20')],
    [
      'is the one that the provider insists on, and dearer: the order is cancelled',
      'none',
      offered([offer('m', '21', true)]),
      cancel('dearer than approved', [0, 1]),
    ],
    [
      'that is named and not offered means cancelling the order',
      'x',
      offered([offer('a', '1')]),
      cancel('discount refused', [0, 1]),
    ],
    [
      'that must be sent and cannot be read means cancelling the order',
      'best',
      offered([offer('m', null, true)]),
      cancel('discount refused', [0, 1]),
    ],
    ['that cannot be read is not counted on', 'best', offered([offer('a', null)]), ready('20')],
  ])('%s', (_, discount, discounts, expected) => {
    const facts = listed(DISCOUNTED, discounts, '20');

    expect(verdict(facts, { policy: testPolicy({ discount }) })).toEqual(expected);
  });

  test.each<[string, DiscountLook]>([
    ['others are offered', offered([offer('a', null)])],
    ['the provider does not tell which there are', { ...asked(), kind: 'unsure' }],
  ])('is not taken for kept by a payment that names none, where %s', (_, discounts) => {
    const facts = listed({ list: usd('25') }, discounts, '20');

    expect(verdict(facts)).toEqual(cancel('dearer than approved', [0, 1]));
  });

  test('is kept where it is shown to be the only one: the amount counts, not the list price', () => {
    expect(verdict(listed({ list: usd('25') }))).toEqual(ready('20'));
  });
});
