import { z } from 'zod';

const milliseconds = z.int('write whole milliseconds, such as 200').min(0);

/** Reads that can be behind the truth, each by itself. `orderIdFilter` is the query by order id. */
const READ_KINDS = ['price', 'query', 'orders', 'orderDetails', 'orderIdFilter'] as const;

export type ReadKind = (typeof READ_KINDS)[number];

/** Answered as the world was so many milliseconds ago: every call, or a seeded share of them. */
const staleRead = z.strictObject({
  ms: milliseconds,
  chance: z.number().min(0).max(1).default(1),
});

/** A delay of its own for what the price call shows and for what renew itself goes by. */
const perReader = z.strictObject({
  price: milliseconds.default(0),
  renew: milliseconds.default(0),
});

/** Another number than the documented one for a while. */
const inPassing = {
  /** 1 pending approval, 9 pending confirmation, or a number that no page lists. */
  status: z.int().min(1).max(999),
  forMs: milliseconds,
};

/**
 * Switches for what no page excludes although one likes to believe it (Huawei contract, section
 * 14): a provider whose reads contradict each other, whose locks lag, whose orders are others than
 * were asked for, and whose figures mean something else. Part of the behaviour.
 */
export const disagreements = {
  /** Reads that are behind, such as {"price": {"ms": 60000, "chance": 0.5}}; none by default. */
  staleReads: z.partialRecord(z.enum(READ_KINDS), staleRead).default({}),
  /** From an order's creation until the price call shows its lock, and until renew heeds it. */
  lockShownAfterMs: perReader.default({ price: 0, renew: 0 }),
  /** From an order's end until the price call no longer shows its lock, and renew forgets it. */
  lockGoneAfterMs: perReader.default({ price: 0, renew: 0 }),
  /** With the filter "little by little": one main resource more after each of these spans. */
  orderIdFilterFillMs: milliseconds.default(60_000),
  /** So many of the ids of a renew call of several are not ordered, without a word. */
  leavesOut: z.int().min(0).default(0),
  /** The term in order lines: as it was asked for, years told in months, or not told. */
  lineItemTerm: z.enum(['as asked', 'in months', 'absent']).default('as asked'),
  /** What an unpaid order shows instead of 6 at first, and whether it can be paid meanwhile. */
  statusBeforePayment: z
    .union([z.strictObject({ ...inPassing, payable: z.boolean().default(true) }), z.null()])
    .default(null),
  /** What a paid order shows at first instead of 3 or 5. */
  statusAfterPayment: z.union([z.strictObject(inPassing), z.null()]).default(null),
  /** How times are written; "blank" has a blank for the T. */
  dateSpelling: z
    .enum(['Z', 'milliseconds', 'no seconds', '+08:00', '+0800', 'blank'])
    .default('Z'),
  /** What consumed_amount holds once an order is paid. */
  consumedAmount: z.enum(['zero', 'absent', 'charged', 'list', 'a tenth']).default('zero'),
  /** What amount_after_discount of a paid order holds. */
  paidOrderAmount: z.enum(['as paid', 'list', 'after coupons']).default('as paid'),
  /** Decimals of prices and orders; what is charged has two all the same, rounded this way. */
  amountDecimals: z.int().min(2).max(6).default(2),
  chargeRounding: z.enum(['half up', 'up']).default('half up'),
  /** false: a discount that pay names is accepted, and the list price charged. */
  discountKept: z.boolean().default(true),
  /** What discount_amount of an order's discounts holds: what comes off, or what is left to pay. */
  discountFigures: z.enum(['reduction', 'price after']).default('reduction'),
  /** HTTP status of a call that is refused for coming too often. */
  throttleStatus: z.literal([429, 200, 400, 503]).default(429),
  /** Code that a cancel of an unknown order meets. */
  cancelUnknown: z.enum(['CBC.0100', 'CBC.30000010']).default('CBC.0100'),
  /** "any": ids are known by every spelling of dashes and letters, and shown in the world's own. */
  idSpellings: z.enum(['exact', 'any']).default('exact'),
};
