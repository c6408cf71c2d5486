import type { Entry } from './entry.ts';

/** What is said of an order, and of the rows that it is about. */
export const ORDER_REASONS = {
  'order-terms-changed': {
    en: {
      reason: "The order's terms changed at the provider before it was paid.",
      advice: 'Renew this resource by hand in the console, or drop a fresh quote for it.',
    },
    zh: {
      reason: '订单条件在支付之前已发生变化。',
      advice: '请在控制台手动续费，或为该资源提交新的报价单。',
    },
  },
  'payment-refused': {
    en: {
      reason: 'The provider refused the payment of the order.',
      advice: 'Renew this resource by hand in the console.',
    },
    zh: { reason: '云服务商拒绝了该订单的支付。', advice: '请在控制台对该资源手动续费。' },
  },
  'order-payment-refused': {
    en: {
      reason:
        'The provider refused the payment of the order and said: {first.reason} The order was cancelled, and nothing was paid.',
      advice:
        'Drop the row again; if that is refused as well, renew this resource by hand in the console.',
    },
    zh: {
      reason: '云服务商拒绝了该订单的支付，其说明为：{first.reason}该订单已取消，未发生扣款。',
      advice: '请重新提交此行；如再次被拒绝，请在控制台对该资源手动续费。',
    },
  },
  'provider-silent-of-order': {
    en: {
      reason:
        'The provider gave no answer about order {order} for three quarters of an hour, although it answered about others ({said}): whether it is paid is not known.',
      advice:
        'Look at order {order} in the console: cancel it there if it is unpaid, then settle its rows.',
    },
    zh: {
      reason:
        '云服务商对订单{order}连续45分钟没有答复，而对其他订单有答复（{said}）：无法确认该订单是否已支付。',
      advice: '请在控制台查看订单{order}：如未支付请取消，然后说明相关行的结果。',
    },
  },
  'paid-row-not-shown': {
    en: {
      reason:
        'Order {order} is paid and completed, but the provider gives no answer about this resource.',
      advice: 'Look in the console whether its expiry has moved, then settle the row.',
    },
    zh: {
      reason: '订单{order}已支付并完成，但云服务商对该资源没有答复。',
      advice: '请在控制台核对其到期时间是否已更新，然后说明此行的结果。',
    },
  },
  'order-begins-late': {
    en: {
      reason:
        "The provider's order for it would have begun long after the approved expiry, as if somebody had renewed it; its expiry does not show that.",
      advice:
        'Look at the orders of this resource in the console; drop the row again if none renewed it. Order {order} was cancelled unpaid.',
    },
    zh: {
      reason: '订单的生效时间远晚于批准时的到期时间，似乎已被其他人续费，但到期时间并未更新。',
      advice: '请在控制台查看该资源的订单；如均未续费，请重新提交此行。订单{order}已取消，未支付。',
    },
  },
  'order-cancelled-by-somebody': {
    en: {
      reason:
        'Our unpaid order {order} was cancelled without a request of this job for it, and the expiry does not show that the resource was renewed.',
      advice:
        'Find out in the console whether somebody is at work on this resource; drop the row again if nobody renews it. Nothing was paid.',
    },
    zh: {
      reason:
        '我们的未支付订单{order}并非由本任务申请取消，却已被取消，而到期时间未显示该资源已续费。',
      advice: '请在控制台查明是否有人处理该资源；如无人续费，请重新提交此行。未发生扣款。',
    },
  },
  'order-of-others-found': {
    en: {
      reason:
        'Another order for this resource was seen beside our order {order}, which was cancelled unpaid.',
      advice:
        'Look at the orders of this resource in the console; drop the row again if none renewed it.',
    },
    zh: {
      reason: '除我们的订单{order}（已取消，未支付）外，该资源还有其他订单。',
      advice: '请在控制台查看该资源的订单；如均未续费，请重新提交此行。',
    },
  },
  'seen-renewed-before-payment': {
    en: {
      reason:
        'Its expiry was seen later than approved right before our order {order} was to be paid, which is taken back for that; who has renewed it is not known.',
      advice:
        'Look at the expiry and the orders of this resource in the console; drop the row again if none of them has renewed it.',
    },
    zh: {
      reason:
        '在支付我们的订单{order}之前曾看到该资源的到期时间晚于批准时间，该订单因此被撤回；尚不清楚由谁续费。',
      advice: '请在控制台查看该资源的到期时间和订单；如均未续费，请重新提交此行。',
    },
  },
  'found-order-taken-back': {
    en: {
      reason: 'An unpaid order of our own for it showed late and is taken back; nothing was paid.',
      advice: 'Drop the row again; look at order {order} in the console if it is still unpaid.',
    },
    zh: {
      reason: '我方的一个未支付订单延迟出现，现予取消；未发生扣款。',
      advice: '请重新提交此行；如订单{order}仍未支付，请在控制台查看。',
    },
  },
  'unpaid-order-found': {
    en: {
      reason: 'An unpaid order was found that no renewal call was answered with.',
      advice:
        'Look at order {order} in the console and cancel it there if nobody needs it; nothing of it was paid by this job.',
    },
    zh: {
      reason: '发现一个未支付订单，没有任何续费请求返回过它。',
      advice: '请在控制台查看订单{order}，如无人需要请取消；本任务未支付该订单。',
    },
  },
  'renewed-beside-unpaid-order': {
    en: {
      reason: 'Renewed and paid; another unpaid order for it was found, which is not needed.',
      advice: 'Cancel order {order} in the console, so that nobody pays it.',
    },
    zh: {
      reason: '已续费并支付；另发现一个不再需要的未支付订单。',
      advice: '请在控制台取消订单{order}，以免有人支付。',
    },
  },
  'beside-unpaid-order': {
    en: {
      reason:
        '{first.reason} An unpaid order was found beside it that no renewal call was answered with.',
      advice:
        '{first.advice} Look at order {order} in the console, too, and cancel it there if nobody needs it; nothing of it was paid by this job.',
    },
    zh: {
      reason: '{first.reason}另发现一个未支付订单，没有任何续费请求返回过它。',
      advice: '{first.advice}请同时在控制台查看订单{order}，如无人需要请取消；本任务未支付该订单。',
    },
  },
  'renewed-above-approval': {
    en: {
      reason:
        'Renewed by order {order}, which somebody else paid: {charged} {currency}, more than the {approved} {currency} approved.',
      advice: 'Find out in the console who paid it, and have the difference approved.',
    },
    zh: {
      reason:
        '已由订单{order}续费，该订单由他人支付：{charged} {currency}，高于批准的{approved} {currency}。',
      advice: '请在控制台查明付款人，并就差额补办审批。',
    },
  },
  'renewed-charged-above': {
    en: {
      reason:
        'Renewed and paid by order {order}, which was charged {charged} {currency}: more than it showed when it was paid, and than the {approved} {currency} approved.',
      advice:
        'Look at order {order} in the bills of the console; have the difference refunded by the provider, or approved.',
    },
    zh: {
      reason:
        '已由订单{order}续费并支付，实际扣款{charged} {currency}：高于支付时订单所示金额，也高于批准的{approved} {currency}。',
      advice: '请在控制台账单中核对订单{order}，并要求云服务商退还差额，或就差额补办审批。',
    },
  },
  'renewed-charge-perhaps-above': {
    en: {
      reason:
        'Renewed and paid; the provider gives no single exact figure for what order {order} has cost, and the highest, {charged} {currency}, is more than the {approved} {currency} approved.',
      advice:
        'Look at order {order} in the bills of the console; if that much was charged, have the difference refunded by the provider, or approved.',
    },
    zh: {
      reason:
        '已续费并支付；云服务商未给出订单{order}唯一的准确金额，其中最高的{charged} {currency}高于批准的{approved} {currency}。',
      advice:
        '请在控制台账单中核对订单{order}；如确实扣款如此之多，请要求云服务商退还差额，或就差额补办审批。',
    },
  },
  'renewed-charge-not-known': {
    en: {
      reason:
        'Renewed and paid; the provider gives no single exact figure for what order {order} has cost.',
      advice:
        'Look at order {order} in the bills of the console; it was within the approval when it was paid.',
    },
    zh: {
      reason: '已续费并支付；云服务商未给出订单{order}唯一的准确金额。',
      advice: '请在控制台账单中核对订单{order}；支付时金额在批准范围内。',
    },
  },
  'budget-used-up': {
    en: {
      reason: "The budget of the resource's enterprise project or organization is used up.",
      advice: 'Raise the budget, then drop these rows again.',
    },
    zh: {
      reason: '该资源所属企业项目或组织的预算已用完。',
      advice: '请调整预算后重新提交这些行。',
    },
  },
  'coverage-not-shown': {
    en: {
      reason:
        'The provider does not show what its order for this resource covers; it was cancelled unpaid.',
      advice: 'Renew this resource by hand in the console.',
    },
    zh: {
      reason: '云服务商未显示该资源的订单包含哪些内容；订单已取消，未支付。',
      advice: '请在控制台对该资源手动续费。',
    },
  },
  'orders-cancelled-each-time': {
    en: {
      reason:
        'Each of several orders for this resource was cancelled at the provider before it could be paid.',
      advice:
        'Find out in the console who or what cancels them, then drop the row again; nothing was paid.',
    },
    zh: {
      reason: '该资源的多个订单均在支付之前被取消。',
      advice: '请在控制台查明取消的原因，然后重新提交此行；未发生扣款。',
    },
  },
  'order-not-cancelled': {
    en: {
      reason: 'The order should be cancelled, and the provider does not cancel it.',
      advice:
        'Look at order {order} in the console and cancel it there; it was unpaid when last seen.',
    },
    zh: {
      reason: '订单应当取消，但云服务商未予取消。',
      advice: '请在控制台查看并取消订单{order}；最近一次查询时该订单未支付。',
    },
  },
  'order-in-unknown-state': {
    en: {
      reason: 'The order is neither unpaid nor paid nor cancelled.',
      advice: 'Look at order {order} in the console; nothing of it was paid by this job.',
    },
    zh: {
      reason: '订单既不是未支付，也不是已支付或已取消。',
      advice: '请在控制台查看订单{order}；本任务未支付该订单。',
    },
  },
  'payment-undone': {
    en: {
      reason: 'The order was paid, and the provider shows it neither processing nor completed.',
      advice: 'Look at order {order} in the console: was it refunded?',
    },
    zh: {
      reason: '订单已支付，但云服务商显示其既未在处理中，也未完成。',
      advice: '请在控制台查看订单{order}是否已退款。',
    },
  },

  'paid-not-seen-since': {
    en: {
      reason: 'Paid, and not seen since: at most {most} {currency} for the whole order.',
      advice: 'Look at order {order} in the console.',
    },
    zh: {
      reason: '已支付，此后未能查询到：整个订单最多为{most} {currency}。',
      advice: '请在控制台查看订单{order}。',
    },
  },
  'paid-not-renewed-in-time': {
    en: {
      reason: 'Paid, but the provider has not renewed it in time.',
      advice: 'Look at order {order} in the console.',
    },
    zh: { reason: '已支付，但云服务商未按时完成续费。', advice: '请在控制台查看订单{order}。' },
  },
  'paid-not-told-for-what': {
    en: {
      reason:
        'Somebody else paid order {order}, and nothing shows whether it was for this resource.',
      advice:
        'Look at the order in the console for what it has renewed, then settle the row as paid or not paid.',
    },
    zh: {
      reason: '订单{order}由他人支付，无法确认是否包含该资源。',
      advice: '请在控制台查看该订单续费了哪些资源，再将此行核销为已支付或未支付。',
    },
  },
  'paid-order-shown-unpaid': {
    en: {
      reason: 'The payment was accepted, and the provider still shows the order unpaid.',
      advice: 'Look at order {order} in the console.',
    },
    zh: {
      reason: '支付已被受理，但云服务商仍显示订单未支付。',
      advice: '请在控制台查看订单{order}。',
    },
  },
  'paid-not-completed': {
    en: {
      reason: 'Paid, but the provider has not completed the order.',
      advice: 'Look at order {order} in the console.',
    },
    zh: { reason: '已支付，但云服务商未完成该订单。', advice: '请在控制台查看订单{order}。' },
  },
  'paid-not-completed-yet': {
    en: {
      reason: 'Paid; the provider has not completed the order yet.',
      advice: 'Look at order {order} in the console.',
    },
    zh: { reason: '已支付；云服务商尚未完成该订单。', advice: '请在控制台查看订单{order}。' },
  },
  'payment-not-clear': {
    en: {
      reason: 'The provider did not answer clearly whether the order is paid.',
      advice: 'Look at order {order} in the console.',
    },
    zh: { reason: '云服务商未明确答复订单是否已支付。', advice: '请在控制台查看订单{order}。' },
  },
  'payment-refused-not-read': {
    en: {
      reason:
        'The payment was refused, and the order could not be read since: it is not known yet whether anything was paid.',
      advice:
        'Resume the job once the account is in order, or look at order {order} in the console.',
    },
    zh: {
      reason: '支付被拒绝，此后未能查询订单：尚不清楚是否已扣款。',
      advice: '请在账号恢复正常后恢复任务，或在控制台查看订单{order}。',
    },
  },

  'order-left-unpaid': {
    en: {
      reason: 'The order was unpaid when last seen, and could not be cancelled.',
      advice: 'Cancel order {order} in the console; nothing of it was paid by this job.',
    },
    zh: {
      reason: '最近一次查询时订单未支付，且未能取消。',
      advice: '请在控制台取消订单{order}；本任务未支付该订单。',
    },
  },
  'order-left-behind': {
    en: {
      reason: 'An unpaid order for this resource was left behind.',
      advice: 'Cancel order {order} in the console; nothing of it was paid by this job.',
    },
    zh: {
      reason: '该资源留有一个未支付订单。',
      advice: '请在控制台取消订单{order}；本任务未支付该订单。',
    },
  },
  'order-not-clear': {
    en: {
      reason:
        'The provider did not answer clearly whether it made an unpaid order for this resource.',
      advice:
        'Look for an unpaid order of this resource in the console; nothing of it was paid by this job.',
    },
    zh: {
      reason: '云服务商未明确答复是否已为该资源生成未支付订单。',
      advice: '请在控制台查找该资源的未支付订单；本任务未支付该订单。',
    },
  },
  'renewal-never-clear': {
    en: {
      reason:
        'The provider gave no clear answer to several renewal calls for this resource; it shows no order of them.',
      advice:
        'Look for orders of this resource in the console; nothing of it was paid by this job.',
    },
    zh: {
      reason: '对该资源的多次续费请求均未得到明确答复，云服务商也未显示相应订单。',
      advice: '请在控制台查找该资源的订单；本任务未支付任何订单。',
    },
  },
  'locked-by-unknown-order': {
    en: {
      reason: 'An unpaid order locks this resource since a renewal call that told of no order.',
      advice:
        'Look for an unpaid order of this resource in the console; cancel it, then drop the row again.',
    },
    zh: {
      reason: '自一次未告知订单的续费请求以来，该资源被一个未支付订单锁定。',
      advice: '请在控制台查找并取消该资源的未支付订单，然后重新提交此行。',
    },
  },
  'locked-by-orders': {
    en: {
      reason: 'An unpaid order locks this resource since a renewal call that told of no order.',
      advice:
        'Look at these unpaid orders in the console: {orders}. Cancel the one of this resource, then drop the row again.',
    },
    zh: {
      reason: '自一次未告知订单的续费请求以来，该资源被一个未支付订单锁定。',
      advice:
        '请在控制台查看这些未支付订单：{orders}。请取消其中属于该资源的订单，然后重新提交此行。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
