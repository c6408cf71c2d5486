import type { Entry } from './entry.ts';

/** What Huawei Cloud's codes about the resources of a call mean. */
export const HUAWEI_RESOURCE_REASONS = {
  'call-rejected': {
    en: {
      reason: 'Huawei Cloud rejected the request as invalid.',
      advice: 'Check the resource ID and the renewal term.',
    },
    zh: { reason: '请求被判定为无效。', advice: '请检查资源ID和续费时长。' },
  },
  'resource-gone': {
    en: {
      reason: 'The resource has expired and been deleted, or does not exist.',
      advice: 'Check the resource ID. A deleted resource can only be bought anew.',
    },
    zh: {
      reason: '资源已到期删除或不存在。',
      advice: '请检查资源ID；已删除的资源只能重新购买。',
    },
  },
  'held-by-unpaid-order': {
    en: {
      reason: 'An unpaid order already holds this resource.',
      advice: 'Pay or cancel that order in the console first, then drop the row again.',
    },
    zh: {
      reason: '该资源已有未支付订单。',
      advice: '请先在控制台支付或取消该订单，再重新提交此行。',
    },
  },
  'other-order-in-progress': {
    en: {
      reason: 'Another order on this resource is in progress.',
      advice: 'Wait until that order is completed, then drop the row again.',
    },
    zh: {
      reason: '该资源有其他订单正在处理。',
      advice: '请等待其完成后再重新提交此行。',
    },
  },
  'part-of-package': {
    en: {
      reason: 'The resource is part of a discount package, which can only be renewed whole.',
      advice: 'Renew the whole package together in the console.',
    },
    zh: {
      reason: '该资源属于优惠套餐，只能整体续费。',
      advice: '请在控制台对整个套餐一起续费。',
    },
  },
  'attached-resource': {
    en: {
      reason: 'This is an attached resource, which cannot be renewed by itself.',
      advice: 'Renew its main resource instead.',
    },
    zh: { reason: '这是附属资源，不能单独续费。', advice: '请对其主资源续费。' },
  },
  'term-not-offered': {
    en: {
      reason: 'This renewal term is not offered for the product.',
      advice: 'Choose another renewal term.',
    },
    zh: { reason: '该产品不支持此续费时长。', advice: '请选择其他时长。' },
  },
  'term-refused': {
    en: {
      reason: 'The renewal term was refused for this product.',
      advice: 'Choose another renewal term.',
    },
    zh: { reason: '该产品的续费时长校验未通过。', advice: '请选择其他时长。' },
  },
  'beyond-longest-duration': {
    en: {
      reason: 'The total subscription would exceed its maximum duration.',
      advice: 'Choose a shorter renewal term.',
    },
    zh: { reason: '累计订购时长将超过上限。', advice: '请选择更短的续费时长。' },
  },
  'locked-by-operation': {
    en: {
      reason: 'The resource is locked by another operation.',
      advice: 'Wait until that operation has ended, then drop the row again.',
    },
    zh: {
      reason: '资源正被其他操作锁定。',
      advice: '请等待操作结束后再重新提交此行。',
    },
  },
  'others-depend-on-it': {
    en: {
      reason: 'Other resources depend on this one.',
      advice: 'Renew it together with them in the console.',
    },
    zh: { reason: '有其他资源依赖于该资源。', advice: '请在控制台一起续费。' },
  },
  'still-provisioned': {
    en: {
      reason: 'The resource is still being provisioned.',
      advice: 'Wait until it is in use, then drop the row again.',
    },
    zh: { reason: '资源仍在开通中。', advice: '请等待开通完成后再重新提交此行。' },
  },
  'not-renewable-this-way': {
    en: {
      reason: 'This product cannot be renewed this way.',
      advice: 'See in the console whether and how it can be renewed.',
    },
    zh: {
      reason: '该产品不支持以此方式续费。',
      advice: '请在控制台查看是否可以续费及续费方式。',
    },
  },
  unsubscribed: {
    en: {
      reason: 'The resource has been unsubscribed.',
      advice: 'Nothing can be renewed; remove the row from the quote.',
    },
    zh: { reason: '资源已退订。', advice: '无法续费；请从报价单中删除此行。' },
  },
  'being-changed': {
    en: {
      reason: 'The resource is being unsubscribed or changed.',
      advice: 'Wait until that has ended, then drop the row again.',
    },
    zh: { reason: '资源正在退订或变更中。', advice: '请等待完成后再重新提交此行。' },
  },
  'asked-for-twice': {
    en: {
      reason: 'The same resource was asked for twice in one call.',
      advice: 'Report this to the operator.',
    },
    zh: { reason: '同一资源在一次请求中重复出现。', advice: '请反馈给运维人员。' },
  },
  'never-renewable': {
    en: {
      reason: 'This product cannot be renewed.',
      advice: 'See in the console whether and how it can be renewed.',
    },
    zh: {
      reason: '该产品不支持续费。',
      advice: '请在控制台查看是否可以续费及续费方式。',
    },
  },
  'price-not-calculated': {
    en: {
      reason: 'Huawei Cloud could not calculate the price.',
      advice: 'Renew it in the console, where its price can be looked at and approved.',
    },
    zh: { reason: '无法计算价格。', advice: '请在控制台确认价格并获批后续费。' },
  },
  'huawei-gave-no-price': {
    en: {
      reason: 'Huawei Cloud gave neither a price nor a reason for this resource.',
      advice: 'Check in the console whether it can be renewed, then drop the row again.',
    },
    zh: {
      reason: '华为云既未给出该资源的价格，也未说明原因。',
      advice: '请在控制台确认是否可以续费，然后重新提交此行。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
