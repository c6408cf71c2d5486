import { z } from 'zod';

import { decimalText } from './world/decimal-text.ts';

const nothing = z.strictObject({});

/** What the acts take that every provider's sandbox has, by the provider's APIs. */
export function sharedActInputs<Api extends string>(apis: readonly Api[]) {
  return {
    /** Adds money to the cash balance. */
    topUp: z.strictObject({ amount: decimalText }),
    setBalance: z.strictObject({ amount: decimalText }),
    setCredit: z.strictObject({ amount: decimalText }),
    /** The access key stops and starts being accepted. */
    refuseKey: nothing,
    acceptKey: nothing,
    setPermission: z.strictObject({ api: z.enum(apis), allowed: z.boolean() }),
    /** Calls per second and API; "none" switches throttling off. */
    setRate: z.strictObject({
      api: z.enum(apis).optional(),
      ratePerSecond: z.union([z.literal('none'), z.int().min(1)]),
    }),
    clearFaults: nothing,
  };
}
