import type { Entry } from './entry.ts';

/** What is said of rows whose renewal is ordered and paid in one call, or carried out as a task. */
export const PURCHASE_REASONS = {
  'purchase-not-clear': {
    en: {
      reason:
        'The provider did not answer clearly whether this resource was renewed, and neither its expiry nor an order shows it yet.',
      advice:
        'Look in the console whether its expiry has moved and which orders it has, before it is renewed by anybody.',
    },
    zh: {
      reason: '云服务商未明确答复该资源是否已续费，到期时间和订单目前均未显示。',
      advice: '在任何人再次续费之前，请在控制台查看其到期时间是否变化以及有哪些订单。',
    },
  },
  'purchase-never-shown': {
    en: {
      reason:
        'The provider did not answer clearly whether this resource was renewed; half an hour later nothing shows that it was.',
      advice: 'Look at its expiry and its orders in the console.',
    },
    zh: {
      reason: '云服务商未明确答复该资源是否已续费；半小时后仍无任何记录显示已续费。',
      advice: '请在控制台查看其到期时间和订单。',
    },
  },
  'purchase-moved-otherwise': {
    en: {
      reason:
        'Its expiry is {expiry} now, which is not what our renewal would make it: somebody else may have renewed it, beside us or in place of us.',
      advice: 'Look at the orders of this resource in the console.',
    },
    zh: {
      reason: '其到期时间现为{expiry}，与本次续费的结果不符：可能有其他人也续费了该资源。',
      advice: '请在控制台查看该资源的订单。',
    },
  },
  'purchase-moved-without-us': {
    en: {
      reason:
        'Its expiry is {expiry} now, as our renewal would make it, but no order or task of our call is shown: somebody else may have renewed it.',
      advice: 'Look in the console who renewed this resource, and which order was paid for it.',
    },
    zh: {
      reason:
        '其到期时间现为{expiry}，与本次续费的结果一致，但未显示本次调用的订单或任务：可能由其他人续费。',
      advice: '请在控制台查看由谁续费了该资源，以及为其支付的是哪个订单。',
    },
  },
  'purchase-many-orders': {
    en: {
      reason: 'Several orders for this resource were made at the time of our call: {orders}.',
      advice: 'Look in the console which of them are paid.',
    },
    zh: {
      reason: '在本次调用期间，该资源产生了多个订单：{orders}。',
      advice: '请在控制台查看其中哪些已支付。',
    },
  },
  'purchase-order-not-ours': {
    en: {
      reason:
        'Order {order} for this resource was paid around the time of our call, and is not shown to be of that call.',
      advice:
        'Look in the console who made the order, and whether the resource was renewed once or twice.',
    },
    zh: {
      reason: '该资源的订单{order}在本次调用前后已支付，但无法确认属于本次调用。',
      advice: '请在控制台查看该订单由谁创建，以及该资源续费了一次还是两次。',
    },
  },
  'purchase-left-unpaid': {
    en: {
      reason:
        'The provider made order {order} and did not pay it: the account has no means of payment that works.',
      advice: 'Top up the account or mend its means of payment, then resume the job.',
    },
    zh: {
      reason: '云服务商已生成订单{order}但未支付：账号没有可用的付款方式。',
      advice: '请充值或修复付款方式，然后恢复任务。',
    },
  },
  'not-carried-out': {
    en: {
      reason: 'The provider did not carry out the renewal; nothing was paid.',
      advice: 'Look at the order or task in the console, then drop the row again.',
    },
    zh: {
      reason: '云服务商未执行该续费；未发生扣款。',
      advice: '请在控制台查看该订单或任务，然后重新提交此行。',
    },
  },
  'not-carried-out-yet-moved': {
    en: {
      reason:
        'The provider says that order or task {order} was not carried out, and yet the expiry has moved.',
      advice: 'Look in the console who renewed this resource and what was charged.',
    },
    zh: {
      reason: '云服务商称订单或任务{order}未执行，但到期时间已变化。',
      advice: '请在控制台查看由谁续费以及扣款金额。',
    },
  },
  'renewal-not-carried-out-in-time': {
    en: {
      reason:
        'The provider took the renewal and has not shown in time that it was carried out; whether it was paid is not known.',
      advice: 'Look at the expiry and the orders of this resource in the console.',
    },
    zh: {
      reason: '云服务商已受理该续费，但未按时显示其已完成；是否已支付未知。',
      advice: '请在控制台查看该资源的到期时间和订单。',
    },
  },
  'bought-above-approval': {
    en: {
      reason:
        'Renewed and paid by order {order}, which was charged {charged} {currency}: more than the {approved} {currency} approved.',
      advice:
        'Look at order {order} in the bills of the console; have the difference approved, or refunded by the provider.',
    },
    zh: {
      reason:
        '已由订单{order}续费并支付，实际扣款{charged} {currency}，高于批准的{approved} {currency}。',
      advice: '请在控制台账单中查看订单{order}；请就差额补办审批，或请云服务商退还。',
    },
  },
  'renewed-not-priced': {
    en: {
      reason: 'Renewed; the provider tells no charge for it.',
      advice: 'Look up the charge in the bill of the account.',
    },
    zh: {
      reason: '已续费；云服务商未提供其扣款金额。',
      advice: '请在账号账单中查询扣款金额。',
    },
  },
  'renewed-though-ending': {
    en: {
      reason: 'Renewed, although it was set to end with its term.',
      advice: 'Set it to renew in the console if it is to go on after that.',
    },
    zh: {
      reason: '已续费，尽管该资源设置为到期不续费。',
      advice: '如需继续使用，请在控制台更改其续费设置。',
    },
  },
  'renewed-by-others-seen': {
    en: {
      reason:
        'Order {order} for this resource was paid by somebody else a short while ago, and the expiry does not show it yet.',
      advice:
        'Look at the expiry in the console; drop the row again if it has not moved by tomorrow.',
    },
    zh: {
      reason: '该资源的订单{order}刚由他人支付，到期时间尚未更新。',
      advice: '请在控制台查看到期时间；如明天仍未变化，请重新提交此行。',
    },
  },
  'product-differs': {
    en: {
      reason: 'The row says {said}, and the provider shows {resource} as {product}.',
      advice:
        'Find out which of the two was approved, mend the id or the product, and drop the row again.',
    },
    zh: {
      reason: '此行写明{said}，而云服务商显示{resource}为{product}。',
      advice: '请确认批准的是哪一个，更正资源ID或产品后重新提交此行。',
    },
  },
  'term-not-of-product': {
    en: {
      reason:
        'A renewal of {product} for {months} {months|month|months} is not offered: what it takes, in months, is {terms}.',
      advice: 'Put one of these terms into the row and drop it again.',
    },
    zh: {
      reason: '{product}不支持续费{months}个月；可选月数：{terms}。',
      advice: '请将此行改为可选时长之一后重新提交。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
