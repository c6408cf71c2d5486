import { DateTime } from 'luxon';

import { resolveDate } from '../frame/world/world-date.ts';

/** The zone of the Domain API's texts and of Alibaba's days (Alibaba contract, section 1.5). */
export const PROVIDER_ZONE = 'UTC+8';

/** The instant (epoch milliseconds) a world date means when the sandbox starts at `start`. */
export function providerDate(text: string, start: number): number {
  return resolveDate(text, start, PROVIDER_ZONE);
}

/** `2019-04-09 17:07:03` in UTC+8, as the Domain API writes times (Alibaba contract, section 1.2). */
export function zonedText(instant: number): string {
  return DateTime.fromMillis(instant, { zone: PROVIDER_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
}

/** `Nov 02,2019 04:00:45` in UTC+8, the other way it has (Alibaba contract, section 1.5). */
export function namedMonthText(instant: number): string {
  const at = DateTime.fromMillis(instant, { zone: PROVIDER_ZONE, locale: 'en' });
  return at.toFormat('LLL dd,yyyy HH:mm:ss');
}

/** The day in UTC+8 that an instant falls on, such as `2019-04-09`. */
export function zonedDay(instant: number): string {
  return zonedText(instant).slice(0, 10);
}
