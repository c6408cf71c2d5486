import type { Entry } from './entry.ts';

/** Why a job is suspended, rejected, cancelled or expired, where no provider says it. */
export const JOB_REASONS = {
  'cancelled-by': {
    en: { reason: 'Cancelled by {by}.', advice: '' },
    zh: { reason: '由{by}取消。', advice: '' },
  },
  'approval-over': {
    en: {
      reason:
        'The approval was valid for a few days only, and they were over before all rows were renewed.',
      advice: '',
    },
    zh: { reason: '批准仅在数日内有效，在所有行续费完成之前已过期。', advice: '' },
  },
  'charged-above-compared': {
    en: {
      reason:
        'Order {order} was charged {charged} {currency} although it was compared at {compared}: look at this order before anything more is paid.',
      advice: '',
    },
    zh: {
      reason:
        '订单{order}实际扣款{charged} {currency}，而核对时为{compared}：请先查看该订单，之后才能继续付款。',
      advice: '',
    },
  },
  'other-time-zone': {
    en: {
      reason:
        "The expiry dates of {rows} {rows|row|rows} differ from the provider's in the same way, as if they were in another time zone: check the account's expiryZone (now {zone}) against the zone of the sheet.",
      advice: '',
    },
    zh: {
      reason:
        '有{rows}行的到期时间与云服务商处的差异相同，像是处于另一个时区：请核对账号的expiryZone设置（当前为{zone}）与表格所用的时区。',
      advice: '',
    },
  },
  'file-gone': {
    en: {
      reason:
        'The file was replaced or removed before it could be read; the newer one is a job of its own.',
      advice: '',
    },
    zh: { reason: '文件在读取之前已被替换或删除；较新的文件另成一个任务。', advice: '' },
  },
  'no-such-account': {
    en: {
      reason:
        'There is no account "{account}": drop the file into the folder of one of {accounts}.',
      advice: '',
    },
    zh: {
      reason: '没有账号“{account}”：请将文件放入下列账号之一的文件夹：{accounts}。',
      advice: '',
    },
  },
  'file-outside-folders': {
    en: {
      reason:
        'The file lies directly under {folder}, and there are several accounts: drop it into the folder of one of {accounts}.',
      advice: '',
    },
    zh: {
      reason: '文件直接位于{folder}下，而账号有多个：请将其放入下列账号之一的文件夹：{accounts}。',
      advice: '',
    },
  },
  'file-rejected': {
    en: { reason: 'The file was rejected.', advice: '{first.whole}' },
    zh: { reason: '文件已被拒绝。', advice: '{first.whole}' },
  },
} as const satisfies Readonly<Record<string, Entry>>;
