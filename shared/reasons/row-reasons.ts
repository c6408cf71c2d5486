import type { Entry } from './entry.ts';

/** What is said of a row: by the look at its resource, by its price, and by the end of its job. */
export const ROW_REASONS = {
  renewed: {
    en: { reason: 'Renewed and paid.', advice: '' },
    zh: { reason: '已续费并支付。', advice: '' },
  },

  'no-expiry-shown': {
    en: {
      reason: 'The provider shows no expiry date for this resource.',
      advice: 'Check the resource in the console; it may not be a yearly or monthly one.',
    },
    zh: {
      reason: '云服务商未显示该资源的到期时间。',
      advice: '请在控制台核对该资源，它可能不是包年/包月资源。',
    },
  },
  'renewed-elsewhere': {
    en: {
      reason: "The approved expiry is {approved}, the provider's is {now} ({zone}).",
      advice: '',
    },
    zh: { reason: '批准时的到期时间为{approved}，云服务商处为{now}（{zone}）。', advice: '' },
  },
  'expiry-mismatch': {
    en: {
      reason: "The approved expiry is {approved}, the provider's is {now} ({zone}).",
      advice: 'Export a fresh quote for this resource and have it approved.',
    },
    zh: {
      reason: '批准时的到期时间为{approved}，云服务商处为{now}（{zone}）。',
      advice: '请为该资源重新导出报价单并获批。',
    },
  },
  'auto-renewal-due': {
    en: {
      reason: 'Auto-renewal is switched on for this resource and will take it within days.',
      advice:
        'Leave it to auto-renewal, or switch auto-renewal off in the console and drop the row again.',
    },
    zh: {
      reason: '该资源已开启自动续费，几天内将自动续费。',
      advice: '请等待自动续费，或在控制台关闭自动续费后重新提交此行。',
    },
  },
  'attached-to': {
    en: {
      reason: 'This is an attached resource; it is renewed together with its main resource.',
      advice: 'Renew {main} instead.',
    },
    zh: { reason: '这是附属资源，随其主资源一起续费。', advice: '请改为对{main}续费。' },
  },
  'attached-to-another': {
    en: {
      reason: 'This is an attached resource; it is renewed together with its main resource.',
      advice: 'Renew its main resource instead.',
    },
    zh: { reason: '这是附属资源，随其主资源一起续费。', advice: '请改为对其主资源续费。' },
  },
  'provider-silent-of-row': {
    en: {
      reason:
        'The provider gave no answer about this resource for three quarters of an hour, although it answered about others ({said}); nothing was paid.',
      advice: 'Look at the resource in the console; once it is shown there, drop the row again.',
    },
    zh: {
      reason: '云服务商对该资源连续45分钟没有答复，而对其他资源有答复（{said}）；未发生扣款。',
      advice: '请在控制台查看该资源，能正常显示后重新提交此行。',
    },
  },
  'not-in-account': {
    en: {
      reason: 'This resource is not among the yearly/monthly resources of the account.',
      advice: 'Check the resource id and the account; drop the row again once they are right.',
    },
    zh: {
      reason: '该账号的包年/包月资源中没有此资源。',
      advice: '请核对资源ID和账号，更正后重新提交此行。',
    },
  },
  'maybe-paid-before': {
    en: {
      reason: 'Job {job} may have paid for this very renewal, and it is not proved either way.',
      advice:
        'Look at the orders of resource {resource} in the console, then settle the row in job {job} as paid or not paid; once it is not paid, drop it again.',
    },
    zh: {
      reason: '任务{job}可能已为同一次续费付款，目前无法确认。',
      advice:
        '请在控制台查看资源{resource}的订单，再将任务{job}中的此行说明为已支付或未支付；说明为未支付后可重新提交此行。',
    },
  },
  'renewed-in-job': {
    en: {
      reason:
        'Job {job} has paid for this very renewal with order {order} of {day}; a console that still shows the old expiry is late.',
      advice: '',
    },
    zh: {
      reason:
        '任务{job}已用{day}的订单{order}为同一次续费付款；若控制台仍显示旧的到期日，是更新延迟所致。',
      advice: '',
    },
  },
  'paid-in-job': {
    en: {
      reason: 'This very renewal is settled as paid in job {job}.',
      advice: 'If it is not, settle the row in job {job} as not paid, and drop it again.',
    },
    zh: {
      reason: '同一次续费在任务{job}中已说明为已支付。',
      advice: '如并未支付，请将任务{job}中的此行说明为未支付，再重新提交此行。',
    },
  },
  'in-hand-elsewhere': {
    en: {
      reason: 'Job {job} has this very renewal in hand and may pay for it at any moment.',
      advice:
        'Wait until job {job} is over, or cancel it; drop the row again if it was not renewed there.',
    },
    zh: {
      reason: '任务{job}正在处理同一次续费，随时可能付款。',
      advice: '请等待任务{job}结束或将其取消；若该任务未续费此行，再重新提交。',
    },
  },

  'no-price-given': {
    en: {
      reason: 'The provider gave neither a price nor a reason for this resource.',
      advice: 'Check in the console that the resource exists in this account.',
    },
    zh: {
      reason: '云服务商既未给出该资源的价格，也未说明原因。',
      advice: '请在控制台确认该账号中存在此资源。',
    },
  },
  'price-not-told': {
    en: {
      reason: 'The provider tells no price for this resource before it is renewed.',
      advice:
        'Renew it in the console, or have "allowUnpriced" set for the account and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '云服务商在续费前不提供此资源的价格。',
      advice:
        '请在控制台续费，或为该账号启用"allowUnpriced"设置后，为此行提交新的报价单；未发生扣款。',
    },
  },
  'price-to-be-typed': {
    en: {
      reason: 'The provider tells no price for this resource before it is renewed.',
      advice: 'Type the price to approve into the row and drop it again; nothing was paid.',
    },
    zh: {
      reason: '云服务商在续费前不提供此资源的价格。',
      advice: '请在该行填写要批准的价格，然后重新提交该行；未发生扣款。',
    },
  },
  'above-approval': {
    en: {
      reason: 'It would cost more than the approved {approved} {currency}.',
      advice: 'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '续费价格高于批准的{approved} {currency}。',
      advice: '请将新价格送审获批，并为此行提交新的报价单；未发生扣款。',
    },
  },
  'price-above-approval': {
    en: {
      reason: 'It would cost {price} {currency} now; {approved} {currency} was approved.',
      advice: 'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '现价为{price} {currency}，批准的价格为{approved} {currency}。',
      advice: '请将新价格送审获批，并为此行提交新的报价单；未发生扣款。',
    },
  },
  'price-above-approval-for-months': {
    en: {
      reason:
        'It would cost {price} {currency} for {months} {months|month|months} now; {approved} {currency} was approved.',
      advice: 'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '续费{months}个月的现价为{price} {currency}，批准的价格为{approved} {currency}。',
      advice: '请将新价格送审获批，并为此行提交新的报价单；未发生扣款。',
    },
  },
  'price-above-approval-for-years': {
    en: {
      reason:
        'It would cost {price} {currency} for {years} {years|year|years} now; {approved} {currency} was approved.',
      advice: 'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '续费{years}年的现价为{price} {currency}，批准的价格为{approved} {currency}。',
      advice: '请将新价格送审获批，并为此行提交新的报价单；未发生扣款。',
    },
  },
  'approved-discount-not-accepted': {
    en: {
      reason: 'The discount that the approved price counts on is not accepted for this order.',
      advice: 'Have the new price approved and drop a fresh quote for this row; nothing was paid.',
    },
    zh: {
      reason: '批准的价格所依据的折扣不能用于此订单。',
      advice: '请将新价格送审获批，并为此行提交新的报价单；未发生扣款。',
    },
  },

  'job-ended': {
    en: {
      reason: 'The job ended before this row was paid.',
      advice: 'Nothing was paid for it; drop it again to renew it.',
    },
    zh: { reason: '任务在此行付款之前已结束。', advice: '未发生扣款；如需续费，请重新提交此行。' },
  },
  'job-ended-order-cancelled': {
    en: {
      reason: 'The job ended before this row was paid, and its order was cancelled.',
      advice: 'Nothing was paid for it; drop it again to renew it.',
    },
    zh: {
      reason: '任务在此行付款之前已结束，其订单已取消。',
      advice: '未发生扣款；如需续费，请重新提交此行。',
    },
  },
  'put-aside': {
    en: {
      reason: 'The work on this part of the file failed again and again and was put aside.',
      advice: 'Nothing was paid for it; drop it again to renew it.',
    },
    zh: {
      reason: '文件的这一部分多次处理失败，已被搁置。',
      advice: '未发生扣款；如需续费，请重新提交此行。',
    },
  },
  'not-paid-yet': {
    en: {
      reason: 'The job stopped before it paid for this row.',
      advice: 'This job has paid nothing for it; its approval stands while the job is valid.',
    },
    zh: {
      reason: '任务在为此行付款之前已停止。',
      advice: '本任务未为此行付款；任务有效期内，批准仍然有效。',
    },
  },

  'checked-paid': {
    en: { reason: 'Checked by {by}: it is paid.', advice: '' },
    zh: { reason: '经{by}核对：已支付。', advice: '' },
  },
  'checked-not-paid': {
    en: { reason: 'Checked by {by}: nothing was paid for it.', advice: '' },
    zh: { reason: '经{by}核对：未发生扣款。', advice: '' },
  },
  'checked-renew-again': {
    en: {
      reason: 'Checked by {by}: nothing was paid for it.',
      advice: 'Drop it again to renew it.',
    },
    zh: { reason: '经{by}核对：未发生扣款。', advice: '如需续费，请重新提交此行。' },
  },
} as const satisfies Readonly<Record<string, Entry>>;
