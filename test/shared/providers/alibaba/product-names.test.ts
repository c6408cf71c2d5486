import { describe, expect, test } from 'vitest';
import { productKey } from '../../../../shared/providers/alibaba/product-names.ts';
import { WAYS, wayOf } from '../../../../shared/providers/alibaba/ways.ts';

describe('a product by one of its names', () => {
  test.each([
    ['ecs', 'Elastic Compute Service'],
    ['云服务器ECS', 'Elastic Compute Service'],
    ['云服务器 ECS', 'Elastic Compute Service'],
    ['ＥＣＳ', 'Elastic Compute Service'],
    ['云数据库RDS', 'ApsaraDB RDS'],
    ['云数据库 Tair', 'Tair (Redis)'],
    ['redis', 'Tair (Redis)'],
    ['云数据库 MongoDB 版', 'ApsaraDB for MongoDB'],
    ['SAS', 'Simple Application Server'],
    ['轻量应用服务器', 'Simple Application Server'],
    ['云数据库HBase', 'HBase'],
    ['域名', 'Domain Names'],
    ['云虚拟主机', 'Cloud Web Hosting'],
    ['EIP', 'Elastic IP Address'],
  ])('%s is %s', (name, product) => {
    expect(productKey(name)).not.toBeNull();
    expect(productKey(name)).toBe(productKey(product));
  });

  test.each(['', 'ecs.g6.large', 'Production', '2 vCPU'])('"%s" is none', (name) => {
    expect(productKey(name)).toBeNull();
  });

  test('each way is known by the name that people are shown', () => {
    const bss = ['ddos', 'waf', 'polardb'].map((code) =>
      wayOf({ ProductCode: code, ProductType: null }),
    );
    const { bss: _, ...own } = WAYS;
    const names = [...Object.values(own), ...bss].map((way) => way!.name);

    expect(new Set(names.map(productKey)).size).toBe(names.length);
    expect(names.map(productKey)).not.toContain(null);
  });
});
