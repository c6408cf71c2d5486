import { z } from 'zod';

import type { HeldCoupon } from '../account.ts';
import type { Order } from './order.ts';
import { discountsOf } from '../resources/pricing.ts';
import type { SandboxState } from '../state.ts';

/** discount_type of orders and payments (Huawei contract, sections 4 and 5.5). */
export const ORDER_DISCOUNT_TYPES = {
  promotion: 0,
  contract: 1,
  distributor: 1,
  commercial: 2,
  partner: 3,
  adjustment: 609,
} as const;

const orderId = z.string().min(1).max(64);
const coupons = z.array(z.object({ id: z.string(), type: z.literal([300, 301, 302, 303]) })).max(3);
const discounts = z.array(z.object({ id: z.string(), type: z.literal([0, 1, 2, 3, 609]) })).max(1);
const use = z.enum(['YES', 'NO']);

/** What a pay body asks for; an absent discount or coupon is not used. */
export interface PayRequest {
  readonly orderId: string;
  readonly coupons: z.output<typeof coupons>;
  readonly discounts: z.output<typeof discounts>;
}

const payV3 = z.object({
  order_id: orderId,
  use_coupon: use,
  use_discount: use,
  coupon_infos: coupons.nullish(),
  discount_infos: discounts.nullish(),
});
const payV2 = z.object({
  order_id: orderId,
  coupon_infos: coupons.nullish(),
  discount_infos: discounts.nullish(),
});

/** The list that counts under a use flag; undefined means a parameter error. */
function chosen<T>(
  flag: 'YES' | 'NO',
  list: T[] | null | undefined,
  strict: boolean,
): T[] | undefined {
  const given = list ?? [];
  if (flag === 'YES') return given.length > 0 ? given : undefined;
  return given.length > 0 && strict ? undefined : [];
}

/** Reads a v3 pay body: use flags required, their lists needed with YES; undefined is CBC.0100. */
export function readPayV3(json: unknown, strict: boolean): PayRequest | undefined {
  const parsed = payV3.safeParse(json);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const coupons = chosen(data.use_coupon, data.coupon_infos, strict);
  const discounts = chosen(data.use_discount, data.discount_infos, strict);
  return coupons && discounts && { orderId: data.order_id, coupons, discounts };
}

/** Reads an old pay body: no use flags, an absent list is not used; undefined is CBC.0100. */
export function readPayV2(json: unknown): PayRequest | undefined {
  const parsed = payV2.safeParse(json);
  if (!parsed.success) return undefined;
  const { order_id, coupon_infos, discount_infos } = parsed.data;
  return { orderId: order_id, coupons: coupon_infos ?? [], discounts: discount_infos ?? [] };
}

/** The discount and coupons of a payment as the account has them, or the code that refuses them. */
export function resolveChoice(
  state: SandboxState,
  order: Order,
  { coupons, discounts }: PayRequest,
  now: number,
): { readonly discount: string | null; readonly coupons: HeldCoupon[] } | string {
  const known = discountsOf(order.lines);
  const [named] = discounts;
  const discount = known.find(({ id }) => id === named?.id);
  const type = discount && ORDER_DISCOUNT_TYPES[discount.kind];
  if (named !== undefined && named.type !== type) return 'CBC.99003108';
  const adjustment = known.find(({ kind }) => kind === 'adjustment');
  if (adjustment !== undefined && discount !== adjustment) return 'CBC.99003108';
  const held: HeldCoupon[] = [];
  for (const { id, type } of coupons) {
    const coupon = state.account.coupons.find((one) => one.id === id && one.type === type);
    if (coupon === undefined || coupon.usedBy !== null || coupon.expires <= now) {
      return 'CBC.99003112';
    }
    if (coupon.withoutDiscount && discount !== undefined) return 'CBC.99003116';
    held.push(coupon);
  }
  return { discount: discount?.id ?? null, coupons: held };
}
