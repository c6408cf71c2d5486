import { z } from 'zod';

import { milliseconds } from './milliseconds.ts';

/** Reads that can be behind the truth, each by itself. */
export const READS = [
  'ecsInstances',
  'bssInstances',
  'bssOrders',
  'bssOrder',
  'domainTaskDetails',
  'domainTasks',
  'domainList',
  'domainInfo',
] as const;

/**
 * Switches for what no page excludes although one likes to believe it: reads that lag, orders that
 * hide, prices that are others than the charge. Part of the behaviour.
 */
export const disagreements = {
  /**
   * Reads that are answered as the world was so many milliseconds ago: every call, or a seeded
   * share of them. {"bssInstances": {"ms": 60000}} is a minute until a new expiry shows there.
   */
  lag: z
    .partialRecord(
      z.enum(READS),
      z.strictObject({ ms: milliseconds, chance: z.number().min(0).max(1).default(1) }),
    )
    .default({}),
  /** A renewal costs so many times what the price call says, tax aside: "1.1" is a tenth more. */
  chargeFactor: z
    .string()
    .regex(/^\d+(\.\d+)?$/u, 'write it as decimal text, such as "1.1"')
    .default('1'),
  /** What the price calls show as TradePrice: after the discount, as it will be charged, or not. */
  tradePrice: z.enum(['after discount', 'list']).default('after discount'),
  /** An InstanceIDs of an order's detail: JSON text, as the page has it, or nothing at all. */
  orderInstanceIds: z.enum(['json text', 'plain text', 'absent']).default('json text'),
  /** Instances that a list by ids leaves out without a word, though they are there. */
  hiddenFromLists: z.array(z.string()).default([]),
} as const;
