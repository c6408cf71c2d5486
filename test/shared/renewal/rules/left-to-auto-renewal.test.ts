import { expect, test } from 'vitest';
import { leftToAutoRenewal } from '../../../../shared/renewal/rules/left-to-auto-renewal.ts';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';

const DAY = 86_400_000;
const AT = Date.parse('2026-12-20T15:59:59Z');
const LEAVE = { autoRenewRows: 'leave' } as const;

function isDue(now: number, autoRenew = true, expiry: number | null = AT): boolean {
  return leftToAutoRenewal({ autoRenew, expiry }, LEAVE, HUAWEI, now);
}

test('auto-renewal is about to fire from seven days before the expiry on', () => {
  expect(isDue(AT - 7 * DAY - 1)).toBe(false);
  expect(isDue(AT - 7 * DAY)).toBe(true);
  expect(isDue(AT + DAY)).toBe(true);
});

test('auto-renewal takes nothing that is not in its mode, or shows no expiry', () => {
  expect(isDue(AT, false)).toBe(false);
  expect(isDue(AT, true, null)).toBe(false);
});

test('rows in auto-renewal are renewed all the same where the account says so', () => {
  const resource = { autoRenew: true, expiry: AT };

  expect(leftToAutoRenewal(resource, { autoRenewRows: 'renew' }, HUAWEI, AT)).toBe(false);
});
