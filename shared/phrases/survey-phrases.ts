import type { LeftOutReason, RenewalMode, ResourceStatus } from '../survey/survey.ts';
import type { Language } from '../reasons/entry.ts';
import type { Term } from '../values/term.ts';
import { type Phrase, tell } from './phrase.ts';

/** What a provider says of a resource's life. */
export const STATUS_WORDS = {
  'in use': { en: 'in use', zh: '使用中' },
  expired: { en: 'expired', zh: '已过期' },
  frozen: { en: 'frozen', zh: '已冻结' },
  closed: { en: 'closed', zh: '已关闭' },
} as const satisfies Readonly<Record<ResourceStatus, Phrase>>;

/** What happens at a resource's expiry when nobody renews it. */
export const MODE_WORDS = {
  manual: { en: 'manual', zh: '手动续费' },
  'auto-renew': { en: 'auto-renew', zh: '自动续费' },
  'to pay-per-use': { en: 'to pay-per-use', zh: '到期转按需' },
  'ends at expiry': { en: 'ends at expiry', zh: '到期结束' },
} as const satisfies Readonly<Record<RenewalMode, Phrase>>;

/** Why a resource that was found is not offered. */
export const LEFT_OUT_WORDS = {
  'in an open job': { en: 'in an open job', zh: '在未结束的任务中' },
  'unpaid order': { en: 'unpaid order', zh: '有未支付订单' },
  'auto-renewing': { en: 'auto-renewing', zh: '自动续费' },
  'service type': { en: 'service type', zh: '服务类型' },
  'not found': { en: 'not found', zh: '未找到' },
} as const satisfies Readonly<Record<LeftOutReason, Phrase>>;

/** Why a resource is not offered, or has no price, where no reason of the catalogue says it. */
export const SURVEY_DETAILS = {
  coded: { en: '{reason} ({code})', zh: '{reason}（{code}）' },
  inJob: { en: 'Job {job} has it and is not over.', zh: '任务{job}包含该资源，尚未结束。' },
  notFound: {
    en: 'The account has no such resource, or it does not fit what else was asked.',
    zh: '账号没有该资源，或不符合其他查询条件。',
  },
  noAnswer: {
    en: 'The provider gave neither a price nor a reason for this resource.',
    zh: '云服务商既未给出该资源的价格，也未说明原因。',
  },
  lookThere: {
    en: 'Look in the console whether it can be renewed.',
    zh: '请在控制台查看其是否可以续费。',
  },
  endless: {
    en: 'The list of resources does not come to an end.',
    zh: '资源列表没有结尾。',
  },
  askForLess: {
    en: 'Ask for less at a time, such as fewer days or one service type.',
    zh: '请缩小范围，例如减少天数或只查询一种服务类型。',
  },
  renewsItself: { en: 'It renews itself.', zh: '会自动续费。' },
  ofService: {
    en: 'Resources of {service} are not exported.',
    zh: '不导出{service}的资源。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The end of advice about a job, and what it is of a survey, which is asked for again. */
export const THEN = {
  resume: { en: 'then resume', zh: '恢复任务' },
  askAgain: { en: 'then ask for the export again', zh: '重新申请导出' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What is asked of a survey, as its title. */
export const TITLES = {
  urgent: {
    en: 'expired or due within {days} {days|day|days}',
    zh: '已过期或{days}天内到期',
  },
  due: { en: 'due within {days} {days|day|days}', zh: '{days}天内到期' },
  byId: { en: '{count} {count|resource|resources} by id', zh: '按ID指定的{count}个资源' },
  order: { en: 'order {order}', zh: '订单{order}' },
  repriced: { en: 're-priced from {file}', zh: '由{file}重新定价' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** How near an expiry is. */
export const URGENCY_WORDS = {
  expired: { en: 'expired', zh: '已过期' },
  'within 7 days': { en: 'within 7 days', zh: '7天内' },
  'within 15 days': { en: 'within 15 days', zh: '15天内' },
  later: { en: 'later', zh: '更晚' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** A term. */
export const TERMS = {
  month: { en: '{count} {count|month|months}', zh: '{count}个月' },
  year: { en: '{count} {count|year|years}', zh: '{count}年' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** A term for people, as the reader knows it: "1 month", "3 years", "3年". */
export function termWords({ unit, count }: Term, language: Language): string {
  return tell(TERMS[unit], language, { count });
}
