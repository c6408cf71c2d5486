import { expect, test } from 'vitest';
import { memorySiteOf } from '../../../shared/providers/settled-settings.ts';
import { ACCOUNT } from './alibaba/opened.ts';
import { testAccount } from '../../support/quote-rows.ts';

const INTL = 'https://bss-intl.myhuaweicloud.com';
const CHINA = 'https://bss.myhuaweicloud.com';

test('accounts at one site share a memory, whatever they are called and wherever it is called from', () => {
  const sites = [
    testAccount({ endpoint: INTL }),
    testAccount({ endpoint: INTL, name: 'twin', expiryZone: 'UTC' }),
    testAccount({ endpoint: 'http://proxy.example.com', site: 'bss-intl.myhuaweicloud.com' }),
  ].map(memorySiteOf);

  expect(new Set(sites)).toEqual(new Set(['huawei@bss-intl.myhuaweicloud.com']));
  expect(memorySiteOf(testAccount({ endpoint: CHINA }))).not.toBe(sites[0]);
});

test('accounts of Alibaba Cloud are remembered by their site, whatever is called in its place', () => {
  expect(memorySiteOf(ACCOUNT)).toBe('alibaba@international');
  expect(memorySiteOf({ ...ACCOUNT, endpoint: 'http://127.0.0.1:1' })).toBe(
    'alibaba@international',
  );
  expect(memorySiteOf({ ...ACCOUNT, site: 'china' })).toBe('alibaba@china');
});
