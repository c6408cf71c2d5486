import { expect, test, vi } from 'vitest';
import type * as ExpiryVerdict from '../../shared/renewal/rules/expiry-verdict.ts';
import type * as PriceVerdict from '../../shared/renewal/rules/price-verdict.ts';
import { money } from '../../shared/values/money.ts';
import type { Promised } from './end-of-run.ts';
import { walk } from './walk.ts';

/** Set, one rule of the law is not kept. */
const careless = vi.hoisted(() => ({ paysAnyAmount: false, ignoresExpiries: false }));

vi.mock('../../shared/renewal/rules/price-verdict.ts', async (original) => {
  const honest = await original<typeof PriceVerdict>();
  const orderCeiling: typeof honest.orderCeiling = (rows, account) =>
    careless.paysAnyAmount
      ? money('1000000', account.currency)
      : honest.orderCeiling(rows, account);
  return { ...honest, orderCeiling };
});

vi.mock('../../shared/renewal/rules/expiry-verdict.ts', async (original) => {
  const honest = await original<typeof ExpiryVerdict>();
  const judgeExpiry: typeof honest.judgeExpiry = (row, expiry, zone) =>
    careless.ignoresExpiries ? null : honest.judgeExpiry(row, expiry, zone);
  return { ...honest, judgeExpiry };
});

async function brokenBy(only: readonly string[], again = false): Promise<Set<Promised>> {
  const play = { rows: 2, again, ownUser: true, months: 1, only } as const;
  const { found } = await walk(play, { depth: only.length, until: Infinity });
  return new Set(found.map(({ promise }) => promise));
}

test('a law that pays any amount is told on', async () => {
  const mishap = ['the order is dearer than its prices'];
  expect(await brokenBy(mishap)).toEqual(new Set());

  careless.paysAnyAmount = true;
  const broken = await brokenBy(mishap);
  careless.paysAnyAmount = false;

  expect(broken).toContain('never above approval');
});

test('a law that does not mind a later expiry is told on', async () => {
  const mishaps = [
    'a colleague renews a row',
    'lines of orders never say when their period begins',
  ];
  expect(await brokenBy(mishaps)).toEqual(new Set());

  careless.ignoresExpiries = true;
  const broken = await brokenBy(mishaps);
  const twice = await brokenBy(mishaps.slice(1), true);
  careless.ignoresExpiries = false;

  expect(broken).toContain('never after another, as shown');
  expect(twice).toContain('never twice');
});
