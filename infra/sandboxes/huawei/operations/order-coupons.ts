import { refuse, type Operation } from '../gateway/answer.ts';
import { readAt } from '../orders/as-seen.ts';
import { findSeenOrder } from '../orders/find-order.ts';
import { utcText } from '../../frame/world/utc-text.ts';

/** The coupons an order can be paid with (Huawei contract, section 5.5); absent on some sites. */
export const orderCoupons: Operation = (state, { query, now }) => {
  if (!state.behaviour.couponApi) return refuse(state, 'orderCoupons', 'APIGW.0101');
  const orderId = query.get('order_id') ?? '';
  if (orderId === '' || orderId.length > 64) return refuse(state, 'orderCoupons', 'CBC.0100');
  const found = findSeenOrder(state, orderId, readAt(state, 'orderDetails', now));
  if (found === undefined) {
    return refuse(state, 'orderCoupons', 'CBC.30000010');
  }
  const usable = state.account.coupons.filter(
    ({ usedBy, expires }) => usedBy === null && expires > now,
  );
  return {
    status: 200,
    body: {
      count: usable.length,
      user_coupons: usable.map((coupon) => ({
        coupon_id: coupon.id,
        coupon_code: coupon.id,
        status: 2,
        coupon_type: coupon.type,
        measure_id: 1,
        face_value: Number(coupon.balance.toFixed(2)),
        balance: Number(coupon.balance.toFixed(2)),
        expire_time: utcText(coupon.expires),
        plan_name: coupon.id,
        use_limits: coupon.withoutDiscount
          ? [
              { limit_key: 'simultaneousUseWithEmpowerDiscount', limit_value: '0' },
              { limit_key: 'simultaneousUseWithContractDiscount', limit_value: '0' },
              { limit_key: 'simultaneousUseWithPromotionDiscount', limit_value: '0' },
            ]
          : [],
      })),
      coupon_max_use_quantity: [],
    },
  };
};
