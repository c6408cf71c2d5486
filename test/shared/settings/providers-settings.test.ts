import { describe, expect, test } from 'vitest';
import { PROVIDER_SETTINGS } from '../../../shared/providers/settings.ts';
import type { ProviderSettings } from '../../../shared/providers/settled-settings.ts';
import { generalWritten } from '../../../shared/settings/account-entry.ts';
import { readAccounts } from '../../../shared/settings/accounts.ts';
import { policyOf } from '../../../shared/settings/account.ts';
import {
  isBaseUrl,
  text,
  type WrittenSettings,
  writtenSettings,
} from '../../../shared/settings/setting-kinds.ts';
import { testAccount } from '../../support/quote-rows.ts';

/** A provider that is made up: it has shops, and asks for no user. */
const shop = writtenSettings({
  fields: {
    endpoint: text('must be the base URL of the shop', isBaseUrl),
    shelf: text('must be the letter of a shelf', (letter) => /^[A-Z]$/u.test(letter)),
  },
  optional: [],
  complete: (entry) => ({ provider: 'shop', callsPerSecond: 1, ...entry }),
}) as unknown as WrittenSettings<ProviderSettings>;

const providers = { ...PROVIDER_SETTINGS, shop };
const ENDPOINT = 'https://shop.example.com';

/** What a file with one account comes to: the account, or the sentence. */
function read(entry: object): unknown {
  const reading = readAccounts([{ name: 'main', ...entry }], { keys: 'ignored', providers });
  return reading.kind === 'unreadable' ? reading.problem : reading.accounts[0];
}

describe('an account has what all accounts have, and what its provider brings', () => {
  test('and nothing that another provider brings', () => {
    const account = read({ provider: 'shop', endpoint: ENDPOINT, shelf: 'A' });

    expect(account).toMatchObject({
      provider: 'shop',
      shelf: 'A',
      callsPerSecond: 1,
      maxRows: 10_000,
    });
    expect(account).not.toHaveProperty('iamUser');
    expect(read({ provider: 'huawei', endpoint: ENDPOINT })).not.toHaveProperty('shelf');
  });

  test.each<[string, object, string]>([
    [
      'a setting of another provider',
      { provider: 'shop', endpoint: ENDPOINT, shelf: 'A', iamUser: 'renewer' },
      '"iamUser" is a setting of accounts whose provider is "huawei", not "shop"; remove it.',
    ],
    [
      'such a setting, whatever it says',
      { provider: 'huawei', endpoint: ENDPOINT, shelf: null },
      '"shelf" is a setting of accounts whose provider is "shop", not "huawei"; remove it.',
    ],
    [
      'a mistyped setting, with the nearest that this provider has',
      { provider: 'shop', endpoint: ENDPOINT, shelv: 'A' },
      'there is no setting "shelv"; the nearest one is "shelf".',
    ],
    [
      'a mistyped name of the provider',
      { providr: 'shop', endpoint: ENDPOINT, shelf: 'A' },
      'there is no setting "providr"; the nearest one is "provider".',
    ],
    [
      'a provider that there is not',
      { provider: 'kiosk', endpoint: ENDPOINT, shelf: 'A' },
      '"provider" must be one of "huawei", "alibaba", "shop", not "kiosk".',
    ],
    [
      'a provider that is no more than a word of the language',
      { provider: 'constructor', endpoint: ENDPOINT },
      '"provider" must be one of "huawei", "alibaba", "shop", not "constructor".',
    ],
    [
      'no provider',
      { endpoint: ENDPOINT },
      '"provider" is missing; it must be one of "huawei", "alibaba", "shop".',
    ],
    [
      "what the provider's own setting may not be",
      { provider: 'shop', endpoint: ENDPOINT, shelf: 'low' },
      '"shelf" must be the letter of a shelf, not "low".',
    ],
  ])('%s is refused in one sentence', (_, entry, problem) => {
    expect(read(entry)).toBe(`Account "main": ${problem}`);
  });
});

test('no provider brings a setting under the name of a general one', () => {
  const general = new Set(generalWritten.names);
  const names = Object.values(PROVIDER_SETTINGS).flatMap((brought) => brought.names);

  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => general.has(name))).toEqual([]);
});

test('the law asks for our own user, and not for a setting of some provider', () => {
  expect(policyOf(testAccount({ iamUser: 'renewer' })).ownUser).toBe('renewer');
  expect(policyOf(testAccount()).ownUser).toBeNull();
});
