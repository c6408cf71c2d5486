import { describe, expect, it } from 'vitest';
import { allowUnpricedOf, orderUrlOf } from '../../../../shared/providers/settled-settings.ts';
import { policyOf } from '../../../../shared/settings/account.ts';
import { readAccounts } from '../../../../shared/settings/accounts.ts';
import {
  readSettledAccounts,
  settledAccountsText,
} from '../../../../shared/settings/settled-accounts.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { ACCOUNT } from './opened.ts';

/** What a file with one account at Alibaba Cloud comes to: the account, or the sentence. */
function read(entry: object): unknown {
  const json = [{ name: 'main', provider: 'alibaba', ...entry }];
  const reading = readAccounts(json, { keys: 'ignored' });
  return reading.kind === 'unreadable' ? reading.problem : reading.accounts[0];
}

describe('an account at Alibaba Cloud', () => {
  it('needs nothing but its name', () => {
    expect(read({})).toMatchObject({
      provider: 'alibaba',
      endpoint: null,
      site: 'international',
      allowUnpriced: false,
      domainTasks: 'single',
      callsPerSecond: 5,
      hosts: {},
    });
  });

  it('has what it says', () => {
    const entry = {
      endpoint: 'http://127.0.0.1:8080/',
      site: 'china',
      allowUnpriced: true,
      domainTasks: 'batch',
      callsPerSecond: 50,
      hosts: { swas: 'swas.{region}.example.com' },
    };

    expect(read(entry)).toMatchObject({ ...entry, endpoint: 'http://127.0.0.1:8080' });
    expect(read({ endpoint: 'none', hosts: 'none' })).toMatchObject({ endpoint: null, hosts: {} });
  });

  it.each<[object, RegExp]>([
    [{ site: 'europe' }, /"site" must be "international" or "china", .*, not "europe"\.$/u],
    [{ endpoint: 'alibaba' }, /"endpoint" must be the base URL .*, not "alibaba"\.$/u],
    [{ allowUnpriced: 'yes' }, /"allowUnpriced" must be true or false, not "yes"\.$/u],
    [{ domainTasks: 'all' }, /"domainTasks" must be "single" or "batch", not "all"\.$/u],
    [{ hosts: { swaz: 'x.example.com' } }, /"hosts" must be such as/u],
    [{ hosts: { swas: 'https://x.example.com' } }, /"hosts" must be such as/u],
    [{ hosts: [] }, /"hosts" must be such as/u],
    [
      { iamUser: 'renewer' },
      /"iamUser" is a setting of accounts whose provider is "huawei", not "alibaba"; remove it\.$/u,
    ],
    [
      { domainTask: 'single' },
      /there is no setting "domainTask"; the nearest one is "domainTasks"/u,
    ],
  ])('is refused in one sentence for %j', (entry, problem) => {
    expect(read(entry)).toMatch(problem);
  });

  it('is written beside a function and read again as it is', () => {
    const account = { ...ACCOUNT, hosts: { hbase: 'h.example.com' } };

    expect(readSettledAccounts(settledAccountsText([account]))).toEqual([account]);
  });

  it('renews without a price only where it says so', () => {
    expect(policyOf(ACCOUNT)).toMatchObject({ allowUnpriced: false, ownUser: null });
    expect(policyOf({ ...ACCOUNT, allowUnpriced: true }).allowUnpriced).toBe(true);
    expect(allowUnpricedOf(testAccount())).toBe(false);
    expect(orderUrlOf(ACCOUNT)).toBeNull();
  });
});
