import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';

import {
  bestDiscount,
  priceLine,
  totalOf,
  type PricedLine,
} from '../../../../../infra/sandboxes/huawei/resources/pricing.ts';
import { resourcesOf } from '../../../../../infra/sandboxes/huawei/resources/resource.ts';
import {
  resourceSchema,
  type Discount,
} from '../../../../../infra/sandboxes/huawei/world/world-resource.ts';
import { START, vm } from '../sandbox-fixture.ts';

function lines(discounts: Discount[], count = 1): PricedLine[] {
  const given = resourceSchema.parse(
    vm('vm-1', { attached: [{ id: 'disk-1', prices: { month: '4.99' } }, { id: 'free' }] }),
  );
  return resourcesOf(given, discounts, START).map((one) => priceLine(one, discounts, 2, count)!);
}

const ratio: Discount = { id: 'r', kind: 'commercial', ratio: '0.85' };
const fixed: Discount = { id: 'f', kind: 'contract', fixedPrice: '6.50' };
const off: Discount = { id: 'o', kind: 'partner', reduction: '3.00' };

describe('pricing', () => {
  it('multiplies the list price of main and attached resources', () => {
    expect(totalOf(lines([], 3), null).toFixed(2)).toBe('44.97');
  });

  it('applies a ratio to every line, rounded half up line by line', () => {
    expect(lines([ratio]).map(({ offers }) => offers[0]?.amount.toFixed(2))).toEqual([
      '8.50',
      '4.24',
      '0.00',
    ]);
  });

  it('applies a fixed price and a reduction to the main resource only, per period', () => {
    const priced = lines([fixed, off], 2);
    expect(totalOf(priced, 'f').toFixed(2)).toBe('22.98');
    expect(totalOf(priced, 'o').toFixed(2)).toBe('23.98');
  });

  it('never reduces below nothing', () => {
    const priced = lines([{ id: 'big', kind: 'promotion', reduction: '99' }]);
    expect(priced[0]?.offers[0]?.amount.eq(new Big(0))).toBe(true);
  });

  it('finds the best discount, none where none helps, and an adjustment before all', () => {
    expect(bestDiscount(lines([ratio, fixed, off]))).toBe('f');
    expect(bestDiscount(lines([{ ...ratio, ratio: '1' }]))).toBeNull();
    const adjustment: Discount = { id: 'a', kind: 'adjustment', ratio: '0.99' };
    expect(bestDiscount(lines([ratio, adjustment]))).toBe('a');
  });

  it('has no price for a period that is not offered', () => {
    const [main] = resourcesOf(
      resourceSchema.parse(vm('vm-1', { prices: { month: '1.00' } })),
      [],
      START,
    );
    expect(priceLine(main!, [], 3, 1)).toBeNull();
  });
});
