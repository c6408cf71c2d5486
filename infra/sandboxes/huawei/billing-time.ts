import { resolveDate } from '../frame/world/world-date.ts';

/** GMT+08:00: Huawei's billing days and its console's clock (Huawei contract, section 0). */
export const BILLING_ZONE = 'UTC+8';

/**
 * The instant (epoch milliseconds) a world date means when the sandbox starts at `start`: its days
 * end in GMT+08:00, as the provider's do (Huawei contract, section 0).
 */
export function billingDate(text: string, start: number): number {
  return resolveDate(text, start, BILLING_ZONE);
}
