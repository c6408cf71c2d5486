import type { ListedError } from './listed-error.ts';

/** Codes about one order, of pay, cancel and the order queries (contract, sections 4, 5 and 12). */
export const ORDER_ERRORS: readonly ListedError[] = [
  {
    codes: ['CBC.30000010'],
    remedy: 'read order',
    reason: 'Huawei Cloud did not find the order.',
    advice: 'Look for the order in the console.',
    adviceZh: '未找到该订单。请在控制台查询订单。',
    section: '4, 5.2, 12',
  },
  {
    codes: ['CBC.99003106'],
    remedy: 'read order',
    reason: 'The order was already paid or cancelled.',
    advice: 'See in the console which of the two it was.',
    adviceZh: '订单已支付或已取消。请在控制台确认订单状态。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000088'],
    remedy: 'read order',
    reason: 'The payment of the order is already in progress.',
    advice: 'Wait for it; do not pay the order a second time.',
    adviceZh: '订单正在支付中。请等待结果,切勿重复支付。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003110'],
    remedy: 'read order',
    reason: 'The order expired before it was paid.',
    advice: 'Nothing was paid; drop the row again.',
    adviceZh: '订单已超过支付期限,未发生扣款。请重新提交此行。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000089'],
    remedy: 'read order',
    reason: 'The order is part of a combined order and is handled under its number.',
    advice: 'Look at the combined order in the console.',
    adviceZh: '该订单属于组合订单,须按组合订单号处理。请在控制台查看。',
    section: '4, 5.3, 12',
  },
  {
    codes: ['CBC.99005010'],
    remedy: 'read order',
    reason: 'The order can no longer be cancelled.',
    advice: 'See in the console whether it was paid.',
    adviceZh: '订单已无法取消。请在控制台确认是否已支付。',
    section: '5.3, 12',
  },
  {
    codes: [
      'CBC.99003108',
      'CBC.99003112',
      'CBC.99003116',
      'CBC.99003117',
      'CBC.99003147',
      'CBC.99003156',
    ],
    remedy: 'refuse discount',
    reason: 'The discount or coupon cannot be used for this order.',
    advice: 'Check the discount in the console; have the price without it approved if need be.',
    adviceZh: '该订单无法使用此折扣或优惠券。请在控制台核对,必要时按无折扣价格重新审批。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003141', 'CBC.99003162', 'CBC.99006093'],
    remedy: 'drop order',
    reason: "The order's terms changed.",
    advice: 'Renew the resource by hand in the console.',
    adviceZh: '订单条件已变化(配额、规格、生效时间或税率)。请在控制台手动续费。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003155', 'CBC.99003198'],
    remedy: 'hold project',
    reason: 'The budget of the enterprise project or organization is used up.',
    advice: 'Raise the budget of that project or organization, then drop the row again.',
    adviceZh: '企业项目或组织的预算已用完。请调整预算后重新提交此行。',
    section: '4, 12',
  },
  {
    codes: ['CBC.99008040'],
    remedy: 'later',
    reason: 'There were too many operations in a short time.',
    advice: 'Nothing to do: the same order is paid later.',
    adviceZh: '短时间内操作过于频繁。无需处理,稍后会对同一订单重试。',
    section: '4, 12',
  },
];

/** Parameter errors of calls that name an order or nothing: no resource can be blamed (section 4). */
export const CALL_REJECTED: readonly ListedError[] = [
  {
    codes: ['CBC.0100', 'CBC.0101'],
    remedy: 'suspend',
    reason: 'Huawei Cloud rejected a billing request as invalid.',
    advice: 'Report this to the operator; nothing is paid until it is solved.',
    adviceZh: '账务请求被判定为无效。请反馈给运维人员,问题解决前不会扣款。',
    section: '4, 5, 6',
  },
];
