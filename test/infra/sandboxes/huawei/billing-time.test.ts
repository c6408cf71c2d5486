import { expect, test } from 'vitest';

import { utcText } from '../../../../infra/sandboxes/frame/world/utc-text.ts';
import { billingDate } from '../../../../infra/sandboxes/huawei/billing-time.ts';
import { START } from './sandbox-fixture.ts';

test('the days of a world end at midnight of the billing zone, and are told in UTC', () => {
  expect(utcText(billingDate('in 20 days', START))).toBe('2026-12-05T15:59:59Z');
});
