import { DateTime } from 'luxon';

/** 31 January + 1 month: the last day of February, or spilling into March. */
export type MonthEnd = 'clamp' | 'spill';

function spilled(from: DateTime, months: number): DateTime {
  return from
    .set({ day: 1 })
    .plus({ months })
    .plus({ days: from.day - 1 });
}

/** An instant so many calendar months later, in a provider's zone. */
export function addMonths(
  from: number,
  months: number,
  { zone, monthEnd }: { readonly zone: string; readonly monthEnd: MonthEnd },
): DateTime {
  const old = DateTime.fromMillis(from, { zone });
  return monthEnd === 'clamp' ? old.plus({ months }) : spilled(old, months);
}
