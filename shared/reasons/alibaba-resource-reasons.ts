import type { Entry } from './entry.ts';

/** What is said of resources and renewal tasks at Alibaba Cloud. */
export const ALIBABA_RESOURCE_REASONS = {
  'no-confirmed-way': {
    en: {
      reason: 'There is no confirmed way to renew resources of the product {product} by a program.',
      advice: 'Renew this resource by hand in the console.',
    },
    zh: {
      reason: '没有经确认的方式可由程序续费产品{product}的资源。',
      advice: '请在控制台手动续费该资源。',
    },
  },
  'address-not-known': {
    en: {
      reason: 'It is not known at which address Alibaba Cloud renews this product.',
      advice:
        'Renew this resource by hand in the console, or have the address set under "hosts" of the account.',
    },
    zh: {
      reason: '不清楚阿里云在哪个地址续费此产品。',
      advice: '请在控制台手动续费该资源，或为该账号在"hosts"中设置地址。',
    },
  },
  'not-a-subscription': {
    en: {
      reason: 'This is not a subscription resource, so there is nothing to renew.',
      advice: 'Check the resource in the console.',
    },
    zh: { reason: '该资源不是包年包月资源，无需续费。', advice: '请在控制台核对该资源。' },
  },
  'state-forbids-renewal': {
    en: {
      reason: "The resource's present state does not allow its renewal.",
      advice: 'See to its state in the console, then drop the row again.',
    },
    zh: {
      reason: '资源当前状态不允许续费。',
      advice: '请在控制台处理其状态后重新提交此行。',
    },
  },
  'locked-for-security': {
    en: {
      reason: 'The resource is locked, for security or because of an overdue payment.',
      advice: 'Have it unlocked, then drop the row again.',
    },
    zh: {
      reason: '资源因安全原因或欠费被锁定。',
      advice: '请解除锁定后重新提交此行。',
    },
  },
  'region-closing': {
    en: {
      reason: 'Alibaba Cloud is closing the region of this resource and limits its renewal.',
      advice: 'Move the resource to another region, or renew it for a shorter term.',
    },
    zh: {
      reason: '阿里云即将关闭该资源所在的地域，续费受限。',
      advice: '请将资源迁移到其他地域，或选择更短的时长。',
    },
  },
  'coupon-refused': {
    en: {
      reason: 'A coupon does not apply, or an unpaid order has frozen it.',
      advice: 'Look at the coupons and the unpaid orders in the console, then drop the row again.',
    },
    zh: {
      reason: '优惠券不适用，或已被未支付订单冻结。',
      advice: '请在控制台查看优惠券和未支付订单，再重新提交此行。',
    },
  },
  'belongs-to-another-account': {
    en: {
      reason: 'The resource belongs to another account.',
      advice: 'Check the resource ID, and drop the row for the account that it belongs to.',
    },
    zh: {
      reason: '该资源属于其他账号。',
      advice: '请检查资源ID，并在其所属账号下提交此行。',
    },
  },
  'values-rejected': {
    en: {
      reason: 'Alibaba Cloud rejected the request as invalid.',
      advice: 'Check the resource ID and the renewal term.',
    },
    zh: { reason: '阿里云判定请求无效。', advice: '请检查资源ID和续费时长。' },
  },
  'domain-not-supported': {
    en: {
      reason: 'Alibaba Cloud does not support this domain name or its ending.',
      advice: 'Check the spelling of the domain name.',
    },
    zh: { reason: '阿里云不支持该域名或其后缀。', advice: '请检查域名拼写。' },
  },
  'registry-silent': {
    en: {
      reason: 'The registry of the domain name did not answer Alibaba Cloud.',
      advice: 'Drop the row again later.',
    },
    zh: { reason: '域名注册局未答复阿里云。', advice: '请稍后重新提交此行。' },
  },
  'task-failed': {
    en: {
      reason: 'Alibaba Cloud did not carry the renewal out: {said}.',
      advice: 'See to what it says, then drop the row again.',
    },
    zh: {
      reason: '阿里云未执行续费：{said}。',
      advice: '请据此处理后重新提交此行。',
    },
  },
  'task-failed-without-a-reason': {
    en: {
      reason: 'Alibaba Cloud did not carry the renewal out and does not say why.',
      advice: 'Look at the domain name in the console, then drop the row again.',
    },
    zh: {
      reason: '阿里云未执行续费，也未说明原因。',
      advice: '请在控制台查看该域名后重新提交此行。',
    },
  },
  'task-not-paid': {
    en: {
      reason: 'Alibaba Cloud could not collect the price of the renewal: {said}.',
      advice: 'Top up the account or correct its means of payment, then resume.',
    },
    zh: {
      reason: '阿里云未能收取续费款：{said}。',
      advice: '请充值或更正支付方式后恢复任务。',
    },
  },
  'task-not-cancellable': {
    en: {
      reason: 'A renewal that is already a task at Alibaba Cloud cannot be taken back.',
      advice: 'Wait until it is carried out, and see in the console what became of it.',
    },
    zh: {
      reason: '已在阿里云成为任务的续费无法撤回。',
      advice: '请等待其执行完毕，并在控制台查看结果。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
