import { expect, it } from 'vitest';
import { billed, opened, refused } from '../opened.ts';
import { json, type Reply } from '../../scripted-fetch.ts';

const balance = (AvailableAmount: unknown, Currency: unknown = 'USD'): Reply =>
  billed({ AvailableAmount, Currency });

it.each<[string, Reply, string | null]>([
  ['as text', balance('10000.00'), '10000'],
  ['with thousands', balance('1,234,567.80'), '1234567.8'],
  ['as a number', balance(12.5), '12.5'],
  ['below nothing', balance('-3.20'), '-3.2'],
  ['without a currency', balance('5', null), '5'],
  [
    'under the code 200',
    json({ Code: '200', Success: true, Data: { AvailableAmount: '7', Currency: 'USD' } }),
    '7',
  ],
  ['not at all', balance(null), null],
  ['in words', balance('much'), null],
])('the balance is read %s', async (_, reply, amount) => {
  const { provider } = opened(reply);

  expect(await provider.resources.balance()).toEqual({
    kind: 'done',
    value: amount === null ? null : { available: { amount, currency: 'USD' } },
  });
});

it.each<[string, Reply, string]>([
  ['in another currency', balance('5', 'CNY'), 'other-currency'],
  ['of another site', refused('NotApplicable'), 'alibaba-other-site'],
  ['of another site, in other words', refused('AuthSiteFail'), 'alibaba-other-site'],
  ['without permission', refused('NoPermission'), 'alibaba-no-permission'],
])('a balance %s suspends', async (_, reply, id) => {
  const { provider } = opened(reply);

  expect(await provider.resources.balance()).toMatchObject({
    kind: 'refused',
    refusal: { remedy: 'suspend', reason: { id } },
  });
});
