import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../../shared/providers/alibaba/operations/instance-shape.ts';
import { routeOf } from '../../../../shared/providers/alibaba/routes.ts';
import { fromSent, toSent } from '../../../../shared/providers/alibaba/sent-words.ts';
import { ACCOUNT, instance } from './opened.ts';

const AT = { ...ACCOUNT, endpoint: 'http://127.0.0.1:1' };

function of(code: string | null, type: string | null, more: Partial<Instance> = {}): Instance {
  const shown = instance('x', { ProductCode: code, ProductType: type });
  return { ...(shown as unknown as Instance), EndTime: 0, ...more };
}

const UP_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const USUAL = [...UP_TO_NINE, 12, 24, 36];

/** Products of the Alibaba contract, sections 3 and 4. */
const ROUTES: readonly (readonly [string, string | null, string, readonly number[], string])[] = [
  ['ecs', 'ecs', 'ecs/ap-southeast-1//', [...UP_TO_NINE, 12], 'same token'],
  ['ECS', null, 'ecs/ap-southeast-1//', [...UP_TO_NINE, 12], 'same token'],
  ['rds', 'rds_intl', 'rds/ap-southeast-1//', [...USUAL, 48, 60], 'never'],
  ['rds', 'rds_rordspre_public_intl', 'rds/ap-southeast-1//', [...USUAL, 48, 60], 'never'],
  ['redisa', 'redisa_prepaid', 'kvstore/ap-southeast-1//', USUAL, 'never'],
  ['kvstore', null, 'kvstore/ap-southeast-1//', USUAL, 'never'],
  ['what', 'tair_intl', 'kvstore/ap-southeast-1//', USUAL, 'never'],
  ['what', 'badds_intl', 'dds/ap-southeast-1//', USUAL, 'never'],
  ['dds', 'badds', 'dds/ap-southeast-1//', USUAL, 'never'],
  ['swas', 'swas_intl', 'swas/ap-southeast-1//', [1, 3, 6, 12, 24, 36], 'never'],
  ['hbase', 'hbasepre', 'hbase/ap-southeast-1//', USUAL, 'never'],
  ['ddos', 'ddoscoo_intl', 'bss//ddos/ddoscoo_intl', USUAL, 'never'],
  ['ddos', 'ddosbgp', 'bss//ddos/ddosbgp', USUAL, 'never'],
  ['waf', 'waf_v3prepay_public_intl', 'bss//waf/waf_v3prepay_public_intl', USUAL, 'never'],
  ['polardb', 'polardb_sub_intl', 'bss//polardb/polardb_sub_intl', USUAL, 'never'],
  ['polardb', null, 'bss//polardb/', USUAL, 'never'],
];

describe('the way of an instance', () => {
  it.each(ROUTES)('of %s / %s is %s', (code, type, sent, months, repeat) => {
    expect(routeOf(of(code, type), AT)).toMatchObject({
      kind: 'purchase',
      sent,
      months: months.toSorted((a, b) => a - b),
      repeat,
      together: 1,
    });
  });

  it.each(['ecs', 'rds', 'redisa', 'kvstore', 'r-kvstore', 'tair', 'dds', 'swas', 'hbase'])(
    'of %s never goes through billing, whatever its type is',
    (code) => {
      for (const type of [null, 'ddoscoo_intl', 'polardb_sub', 'what']) {
        expect(routeOf(of(code, type), AT)).toMatchObject({
          sent: expect.not.stringMatching(/^bss/u) as string,
        });
      }
    },
  );

  it.each([
    ['nas', 'nas_intl', 'nas / nas_intl'],
    ['slb', null, 'slb'],
    ['eip', 'eip', 'eip / eip'],
    ['edas', 'edas', 'edas / edas'],
    ['addsomething', null, 'addsomething'],
    [null, null, '?'],
  ])('of %s / %s is not confirmed, which is said with its name', (code, type, product) => {
    expect(routeOf(of(code, type), AT)).toMatchObject({
      remedy: 'row',
      reason: { id: 'no-confirmed-way', values: { product } },
    });
  });

  it('of what is paid as it goes is that there is nothing to renew', () => {
    expect(routeOf(of('ecs', 'ecs', { SubscriptionType: 'PayAsYouGo' }), AT)).toMatchObject({
      reason: { id: 'not-a-subscription' },
    });
  });

  it.each([
    ['swas', 'me-east-1', ACCOUNT],
    ['hbase', 'me-east-1', ACCOUNT],
    ['ecs', null, ACCOUNT],
    ['swas', null, AT],
  ])('of %s in region %s leads nowhere without an address', (code, Region, account) => {
    expect(routeOf(of(code, null, { Region }), account)).toMatchObject({
      reason: { id: 'address-not-known' },
    });
  });

  it('of HBase leads to the host that the account names', () => {
    const account = { ...ACCOUNT, hosts: { hbase: 'hbase.example.com' } };

    expect(routeOf(of('hbase', null), account)).toMatchObject({ kind: 'purchase' });
  });
});

describe('what is frozen with an intent', () => {
  it.each([
    { way: 'bss', region: null, code: 'a/b', type: 'c d' },
    { way: 'ecs', region: 'eu-central-1', code: null, type: null },
  ] as const)('is read as it was written: %o', (words) => {
    expect(fromSent(toSent(words))).toEqual(words);
  });

  it.each(['', 'nothing', 'toString///', '/ecs'])('is never %j', (sent) => {
    expect(() => fromSent(sent)).toThrow('no way to renew');
  });
});
