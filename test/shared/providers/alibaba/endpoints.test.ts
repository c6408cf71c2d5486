import { describe, expect, it } from 'vitest';
import { baseUrl } from '../../../../shared/providers/alibaba/endpoints.ts';
import type { Product } from '../../../../shared/providers/alibaba/settled-settings.ts';
import { ACCOUNT, opened, refused } from './opened.ts';

/** The map of the Alibaba contract, section 0. */
const MAP: readonly (readonly [Product, string | null, string | null, string | null])[] = [
  ['domain', null, 'domain.aliyuncs.com', 'domain.aliyuncs.com'],
  ['bss', 'cn-hongkong', 'business.ap-southeast-1.aliyuncs.com', 'business.aliyuncs.com'],
  ['ecs', 'eu-central-1', 'ecs.eu-central-1.aliyuncs.com', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['ecs', null, null, 'ecs-cn-hangzhou.aliyuncs.com'],
  ['rds', 'ap-southeast-1', 'rds.aliyuncs.com', 'rds.aliyuncs.com'],
  ['rds', 'us-east-1', 'rds.aliyuncs.com', 'rds.aliyuncs.com'],
  ['rds', 'eu-central-1', 'rds.eu-central-1.aliyuncs.com', 'rds.aliyuncs.com'],
  ['kvstore', 'me-east-1', 'r-kvstore.me-east-1.aliyuncs.com', 'r-kvstore.aliyuncs.com'],
  ['dds', 'me-east-1', 'mongodb.me-east-1.aliyuncs.com', 'mongodb.aliyuncs.com'],
  ['swas', 'me-east-1', null, null],
  ['hbase', 'me-east-1', null, null],
];

const url = (host: string | null) => (host === null ? null : `https://${host}`);

describe('the host of a product', () => {
  it.each(MAP)('%s in %s is %s, in China %s', (product, region, international, china) => {
    expect(baseUrl(ACCOUNT, product, region)).toBe(url(international));
    expect(baseUrl({ ...ACCOUNT, site: 'china' }, product, region)).toBe(url(china));
  });

  it.each(MAP)('%s in %s is the one endpoint where there is one', (product, region) => {
    const at = { ...ACCOUNT, endpoint: 'http://127.0.0.1:8080' };

    expect(baseUrl(at, product, region)).toBe('http://127.0.0.1:8080');
  });

  it('is the one that the account names', () => {
    const at = {
      ...ACCOUNT,
      hosts: { swas: 'swas.{region}.example.com', domain: 'd.example.com' },
    };

    expect(baseUrl(at, 'swas', 'me-east-1')).toBe('https://swas.me-east-1.example.com');
    expect(baseUrl(at, 'swas', null)).toBeNull();
    expect(baseUrl(at, 'domain', null)).toBe('https://d.example.com');
    expect(baseUrl(at, 'hbase', 'me-east-1')).toBeNull();
  });

  it('that is not known is no host to send a renewal to', async () => {
    const { provider, sent } = opened(refused('x'));
    const resources = [{ resourceId: 'hb-1', sent: 'hbase/me-east-1//', expiry: 0 }];
    const { answer } = await provider.renewals.purchase(
      resources,
      { unit: 'month', count: 1 },
      'a'.repeat(40),
    );

    expect(answer).toMatchObject({ refusal: { reason: { id: 'address-not-known' } } });
    expect(sent).toEqual([]);
  });
});
