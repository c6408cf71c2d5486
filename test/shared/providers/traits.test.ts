import { describe, expect, test } from 'vitest';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';
import { traitsOf } from '../../../shared/providers/traits.ts';
import { testAccount } from '../../support/quote-rows.ts';

test('an account has the traits of its provider', () => {
  expect(traitsOf(testAccount())).toBe(HUAWEI);
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
