import type { Entry } from './entry.ts';

/** What the audit after the end says of rows that are called renewed. */
export const AUDIT_REASONS = {
  'audit-confirmed': {
    en: {
      reason:
        'The provider confirms that {rows} {rows|row is renewed with|rows are renewed, each with} one paid order, paid within the approval, and until at least the approved day plus the term.',
      advice: '',
    },
    zh: {
      reason:
        '云服务商确认{rows}行已续费：每行只有一个已支付订单，支付金额在批准范围内，到期日不早于批准的到期日加续费时长。',
      advice: '',
    },
  },
  'audit-uncharged': {
    en: {
      reason:
        'The provider tells no charge of {rows} {rows|row that is|rows that are} renewed until at least the approved day plus the term, so that what was paid could not be compared with the approval.',
      advice: '',
    },
    zh: {
      reason:
        '{rows}行已续费，到期日不早于批准的到期日加续费时长，但云服务商未提供扣款金额，支付金额无法与批准金额核对。',
      advice: '',
    },
  },
  'audit-not-confirmed': {
    en: {
      reason:
        'Of {rows} {rows|row that is|rows that are} called renewed the provider does not confirm everything: one paid order, paid within the approval, and the later expiry.',
      advice: 'Look at what is named below in the console before anybody relies on it.',
    },
    zh: {
      reason:
        '有{rows}行列为已续费，但云服务商未能证实其全部内容：唯一的已支付订单、扣款不超过批准金额、到期日已顺延。',
      advice: '请先在控制台核对下列内容，再以此结果为准。',
    },
  },
  'audit-not-read': {
    en: {
      reason: 'The provider could not be asked about it after the end ({said}).',
      advice: '',
    },
    zh: { reason: '任务结束后未能向云服务商查询（{said}）。', advice: '' },
  },
  'audit-no-order': {
    en: { reason: 'No order of this job is known for it.', advice: '' },
    zh: { reason: '本任务中没有与之对应的订单。', advice: '' },
  },
  'audit-several-orders': {
    en: { reason: 'More than one paid order may be for it: {orders}.', advice: '' },
    zh: { reason: '可能有多个已支付订单对应该资源：{orders}。', advice: '' },
  },
  'audit-order-not-shown': {
    en: { reason: 'The provider does not show order {order}.', advice: '' },
    zh: { reason: '云服务商未显示订单{order}。', advice: '' },
  },
  'audit-order-not-paid': {
    en: { reason: 'The provider does not show order {order} as paid.', advice: '' },
    zh: { reason: '云服务商未显示订单{order}已支付。', advice: '' },
  },
  'audit-charge-not-known': {
    en: {
      reason: 'What order {order} has cost is not known, for the figures of the provider differ.',
      advice: '',
    },
    zh: { reason: '云服务商给出的金额不一致，无法确认订单{order}的实际扣款。', advice: '' },
  },
  'audit-charge-not-shown': {
    en: {
      reason:
        'The sheet gives what order {order} has cost, and the provider shows no charge for it.',
      advice: '',
    },
    zh: { reason: '表中列出了订单{order}的扣款，而云服务商未显示其扣款金额。', advice: '' },
  },
  'audit-charge-above': {
    en: {
      reason:
        'Order {order} has cost {charged} {currency}, and at most {most} was approved for its rows.',
      advice: '',
    },
    zh: {
      reason: '订单{order}实际扣款{charged} {currency}，而其各行批准的金额最多为{most}。',
      advice: '',
    },
  },
  'audit-resource-not-shown': {
    en: { reason: 'The provider does not show this resource with an expiry date.', advice: '' },
    zh: { reason: '云服务商未显示该资源或其到期时间。', advice: '' },
  },
  'audit-expiry-early': {
    en: { reason: 'Its expiry is {expiry}, and {expected} was bought ({zone}).', advice: '' },
    zh: { reason: '其到期日为{expiry}，而续费后应为{expected}（{zone}）。', advice: '' },
  },
  'audit-expiry-late': {
    en: {
      reason:
        'Its expiry is {expiry}, later than the one renewal to {expected} explains ({zone}): it may have been renewed twice.',
      advice: '',
    },
    zh: {
      reason: '其到期日为{expiry}，晚于一次续费应有的{expected}（{zone}）：可能已被续费两次。',
      advice: '',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
