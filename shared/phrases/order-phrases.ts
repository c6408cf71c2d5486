import type { CancelReason } from '../renewal/states/order-state.ts';
import type { Phrase } from './phrase.ts';

/** How an order stands at the provider. */
export const ORDER_STATES = {
  completed: { en: 'paid and completed', zh: '已支付并完成' },
  paid: { en: 'paid, not completed yet', zh: '已支付，尚未完成' },
  taken: { en: 'taken, not carried out yet', zh: '已受理，尚未完成' },
  notConfirmed: { en: 'payment not confirmed', zh: '付款未确认' },
  unpaid: { en: 'unpaid', zh: '未支付' },
  toBeCancelled: { en: 'to be cancelled', zh: '待取消' },
  cancelled: { en: 'cancelled, nothing paid', zh: '已取消，未付款' },
  unclear: { en: 'unclear', zh: '不明' },
  tax: { en: '{tax} {currency} tax was charged besides', zh: '另扣税款{tax} {currency}' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What happened to a job, in its history. */
export const EVENTS = {
  planning: { en: 'reading the file', zh: '读取文件' },
  waiting: { en: 'waiting', zh: '等待' },
  running: { en: 'running', zh: '执行' },
  suspended: { en: 'suspended', zh: '暂停' },
  finishing: { en: 'finishing', zh: '收尾' },
  done: { en: 'done', zh: '完成' },
  rejected: { en: 'rejected', zh: '拒绝' },
  cancelled: { en: 'cancelled', zh: '取消' },
  expired: { en: 'expired', zh: '过期' },
  redrive: { en: 'redrive', zh: '重新发送' },
  settle: { en: 'settle', zh: '说明结果' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Why an order was not paid, behind its state. */
export const CANCELLED_FOR = {
  'dearer than approved': { en: 'dearer than approved', zh: '高于批准金额' },
  'expiry moved': { en: 'the expiry date had moved', zh: '到期时间已变动' },
  'expiry not shown': { en: 'the expiry date was not shown', zh: '未显示到期时间' },
  'renewed elsewhere': { en: 'renewed elsewhere', zh: '已在别处续费' },
  'held elsewhere': { en: 'another order has its rows', zh: '其他订单已包含这些行' },
  'cancelled by somebody': { en: 'cancelled by somebody', zh: '被他人取消' },
  'coverage not proven': {
    en: 'which resources it is for could not be proven',
    zh: '无法证实订单包含哪些资源',
  },
  'discount refused': { en: 'its discount was refused', zh: '优惠被拒绝' },
  'terms changed': { en: 'its terms had changed', zh: '订单条件已变动' },
  'payment refused': { en: 'its payment was refused', zh: '付款被拒绝' },
  'deadline passed': { en: 'its deadline had passed', zh: '已超过支付期限' },
  'budget used up': { en: 'the ceiling of the job was reached', zh: '已达到任务限额' },
  'not asked for': { en: 'it was not asked for', zh: '并非所需订单' },
  'job ended': { en: 'the job had ended', zh: '任务已结束' },
  'left unpaid': { en: 'it was left unpaid', zh: '未完成支付' },
  'not carried out': { en: 'it was not carried out', zh: '未执行' },
} as const satisfies Readonly<Record<CancelReason, Phrase>>;
