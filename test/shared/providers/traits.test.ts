import { describe, expect, test } from 'vitest';
import { ALIBABA } from '../../../shared/providers/alibaba/traits.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { traitsOf } from '../../../shared/providers/traits.ts';
import { ACCOUNT } from './alibaba/opened.ts';
import { testAccount } from '../../support/quote-rows.ts';

test('an account has the traits of its provider', () => {
  expect(traitsOf(testAccount())).toBe(HUAWEI);
  expect(traitsOf(ACCOUNT)).toBe(ALIBABA);
});

describe('two spellings at Huawei Cloud', () => {
  test.each([
    ['in capitals', 'ECS-1', 'ecs-1', true],
    [
      'without the dashes of a UUID',
      '96308D5E-FD78-41B9-A4DA-C673D84D0E14',
      '96308d5efd7841b9a4dac673d84d0e14',
      true,
    ],
    ['without the dashes of a name: rather one too few than one twice', 'vm-1-1', 'vm-11', true],
    [
      'of two UUIDs',
      '96308d5e-fd78-41b9-a4da-c673d84d0e14',
      '96308d5efd7841b9a4dac673d84d0e15',
      false,
    ],
  ])('%s are one resource, or not: %s and %s', (_, one, other, same) => {
    expect(HUAWEI.idKey(one) === HUAWEI.idKey(other)).toBe(same);
  });
});

describe('two spellings at Alibaba Cloud', () => {
  test.each([
    ['in capitals', 'I-BP1', 'i-bp1', true],
    ['of a domain with the dot of the root', 'Example.COM.', 'example.com', true],
    ['with blanks around', ' example.com ', 'example.com', true],
    ['in Chinese, and as it is encoded', '例子.中国', 'XN--fsqu00a.xn--fiqs8s', true],
    ['of two names in Chinese', '例子.com', '例字.com', false],
    ['that looks like a number', '0x1.2', '1.0.0.2', false],
    ['with and without a dash', 'i-1', 'i1', false],
    ['of two domains', 'a-b.com', 'ab.com', false],
  ])('%s are one resource, or not: %s and %s', (_, one, other, same) => {
    expect(ALIBABA.idKey(one) === ALIBABA.idKey(other)).toBe(same);
  });
});

describe('what is not written in plain letters', () => {
  test.each([
    ['例子.com', true],
    ['例子.中国', true],
    ['我的-shop.公司', true],
    ['example.com', false],
    ['例子', false],
    ['合计：3.com', false],
    ['例子。com', false],
    // A letter of another script that looks like a plain one.
    ['аpple.com', false],
    ['例子 .com', false],
  ])('%s is a name at Alibaba Cloud: %s', (text, isName) => {
    expect(ALIBABA.isName?.(text)).toBe(isName);
    expect(HUAWEI.isName?.(text)).toBeUndefined();
  });
});
