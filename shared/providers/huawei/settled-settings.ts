import * as z from 'zod/mini';

/** The settings that only accounts at Huawei Cloud have. */
export interface HuaweiSettings {
  readonly provider: 'huawei';
  /** Base URL of the billing API. */
  readonly endpoint: string;
  /** Calls per second and API. */
  readonly callsPerSecond: number;
  /** The user whose name the provider shows on our orders, where it is a dedicated one. */
  readonly iamUser: string | null;
  /** Sent with renew calls where set; the provider declared it without effect (contract, section 1). */
  readonly expirePolicy: number | null;
  /** A link to one order in the provider's console, with `{order}` for its id. */
  readonly orderUrl: string | null;
  /** The host that the endpoint stands for, where it is a proxy's; null: its own. */
  readonly site: string | null;
}

/** The settings as they are written beside a function's code. */
export const huaweiSettled = z.object({
  provider: z.literal('huawei'),
  endpoint: z.string(),
  callsPerSecond: z.number(),
  iamUser: z.nullable(z.string()),
  expirePolicy: z.nullable(z.number()),
  orderUrl: z.nullable(z.string()),
  site: z.nullable(z.string()),
});
