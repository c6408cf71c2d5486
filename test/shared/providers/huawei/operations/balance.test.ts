import { describe, expect, it } from 'vitest';
import { money } from '../../../../../shared/values/money.ts';
import { opened } from '../opened.ts';
import { json, refusal } from '../../scripted-fetch.ts';
import { reason } from '../../../../../shared/reasons/reason.ts';

const entry = (account_type: number, amount: unknown, more: object = {}) => ({
  account_type,
  amount,
  currency: 'USD',
  measure_id: 1,
  ...more,
});

const balance = async (account_balances: unknown) =>
  await opened(
    json({ account_balances, debt_amount: '7', currency: 'USD' }),
  ).provider.resources.balance();

const available = (amount: string) => ({
  kind: 'done',
  value: { available: money(amount, 'USD') },
});

describe('the balance', () => {
  it('is cash and credit, and nothing taken off', async () => {
    const { provider, sent } = opened(json({ account_balances: [entry(1, 1)] }));
    await provider.resources.balance();
    expect(`${sent[0]!.method} ${sent[0]!.url.pathname}${sent[0]!.url.search}`).toBe(
      'GET /v2/accounts/customer-accounts/balances',
    );
    expect(
      await balance([
        entry(1, 0.1, { designated_amount: 5 }),
        entry(2, '0.2', { credit_amount: 1000 }),
        entry(5, 50),
        entry(7, 70),
      ]),
    ).toEqual(available('0.3'));
  });

  it('passes over entries in another currency or without an amount', async () => {
    expect(await balance([entry(1, 5), entry(1, 9, { currency: 'CNY' }), entry(2, null)])).toEqual(
      available('5'),
    );
  });

  it('shows a debt that the cash account is in', async () => {
    expect(await balance([entry(1, -3.5)])).toEqual(available('-3.5'));
  });

  it('does not exist for a customer of a reseller', async () => {
    const { provider } = opened(refusal('CBC.99000049'));
    expect(await provider.resources.balance()).toEqual({ kind: 'done', value: null });
  });

  it.each([[[]], [null], [[entry(5, 50)]]])('is not known from %o', async (entries) => {
    expect(await balance(entries)).toEqual({ kind: 'done', value: null });
  });

  it('is refused when all of it is in another currency than the settings say', async () => {
    expect(await balance([entry(1, 9, { currency: 'CNY' })])).toMatchObject({
      kind: 'refused',
      refusal: {
        remedy: 'suspend',
        reason: reason('other-currency', { billed: 'CNY', currency: 'USD' }),
      },
    });
  });
});
