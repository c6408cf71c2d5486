import type { Entry } from './entry.ts';

/** What Huawei Cloud's codes about one order mean. */
export const HUAWEI_ORDER_REASONS = {
  'order-not-found': {
    en: {
      reason: 'Huawei Cloud did not find the order.',
      advice: 'Look for the order in the console.',
    },
    zh: { reason: '未找到该订单。', advice: '请在控制台查询订单。' },
  },
  'order-paid-or-cancelled': {
    en: {
      reason: 'The order was already paid or cancelled.',
      advice: 'See in the console which of the two it was.',
    },
    zh: { reason: '订单已支付或已取消。', advice: '请在控制台确认订单状态。' },
  },
  'payment-in-progress': {
    en: {
      reason: 'The payment of the order is already in progress.',
      advice: 'Wait for it; do not pay the order a second time.',
    },
    zh: { reason: '订单正在支付中。', advice: '请等待结果，切勿重复支付。' },
  },
  'order-expired': {
    en: {
      reason: 'The order expired before it was paid.',
      advice: 'Nothing was paid; drop the row again.',
    },
    zh: { reason: '订单已超过支付期限。', advice: '未发生扣款；请重新提交此行。' },
  },
  'combined-order': {
    en: {
      reason: 'The order is part of a combined order and is handled under its number.',
      advice: 'Look at the combined order in the console.',
    },
    zh: {
      reason: '该订单属于组合订单，须按组合订单号处理。',
      advice: '请在控制台查看组合订单。',
    },
  },
  'too-late-to-cancel': {
    en: {
      reason: 'The order can no longer be cancelled.',
      advice: 'See in the console whether it was paid.',
    },
    zh: { reason: '订单已无法取消。', advice: '请在控制台确认是否已支付。' },
  },
  'discount-not-usable': {
    en: {
      reason: 'The discount or coupon cannot be used for this order.',
      advice: 'Check the discount in the console; have the price without it approved if need be.',
    },
    zh: {
      reason: '该订单无法使用此折扣或优惠券。',
      advice: '请在控制台核对，必要时按无折扣价格重新审批。',
    },
  },
  'terms-changed': {
    en: {
      reason: "The order's terms changed.",
      advice: 'Renew the resource by hand in the console.',
    },
    zh: {
      reason: '订单条件已变化（配额、规格、生效时间或税率）。',
      advice: '请在控制台手动续费。',
    },
  },
  'project-budget-used-up': {
    en: {
      reason: 'The budget of the enterprise project or organization is used up.',
      advice: 'Raise the budget of that project or organization, then drop the row again.',
    },
    zh: {
      reason: '企业项目或组织的预算已用完。',
      advice: '请调整预算后重新提交此行。',
    },
  },
  'too-many-operations': {
    en: {
      reason: 'There were too many operations in a short time.',
      advice: 'Nothing to do: the same order is paid later.',
    },
    zh: {
      reason: '短时间内操作过于频繁。',
      advice: '无需处理，稍后会对同一订单重试。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
