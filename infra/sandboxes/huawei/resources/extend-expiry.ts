import type { DateTime } from 'luxon';

import { addMonths } from '../../frame/world/add-months.ts';
import type { Behaviour } from '../world/behaviour.ts';
import type { PeriodType } from './pricing.ts';
import { BILLING_ZONE } from '../billing-time.ts';

function commonDay(at: DateTime, day: number): DateTime {
  const inMonth = (month: DateTime): DateTime =>
    month.set({ day: day === -1 ? (month.daysInMonth ?? 28) : day });
  const here = inMonth(at);
  return here < at ? inMonth(at.set({ day: 1 }).plus({ months: 1 })) : here;
}

/**
 * The expiry after a renewal: calendar months in GMT+08:00 from the old expiry, never from now
 * (Huawei contract, section 1.1), then on to the account's common expiry day where one is set.
 * Month-end arithmetic is not documented, so both ways exist.
 */
export function extendExpiry(
  from: number,
  periodType: PeriodType,
  count: number,
  { monthEnd, commonExpiryDay }: Pick<Behaviour, 'monthEnd' | 'commonExpiryDay'>,
): number {
  const months = periodType === 2 ? count : 12 * count;
  const extended = addMonths(from, months, { zone: BILLING_ZONE, monthEnd });
  const settled = commonExpiryDay === null ? extended : commonDay(extended, commonExpiryDay);
  return settled.toMillis();
}
