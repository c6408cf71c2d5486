/** What the databases take for "no coupon"; left out, coupons are used (Alibaba contract, section 3). */
export const NO_COUPON = 'youhuiquan_promotion_option_id_for_blank';
