import type { Phrase } from './phrase.ts';

/** The sentences of the banner: what was done, what is not known, what is left to do. */
export const BANNER = {
  calm: { en: 'Done: {known}.', zh: '已完成：{known}。' },
  done: { en: 'Ended: {known}.', zh: '已结束：{known}。' },
  suspended: {
    en: 'Suspended (interim results): so far {known}.',
    zh: '已暂停（中期结果）：目前{known}。',
  },
  rejected: { en: 'Rejected: {known}.', zh: '已拒绝：{known}。' },
  cancelled: { en: 'Cancelled: {known}.', zh: '已取消：{known}。' },
  expired: { en: 'Expired: {known}.', zh: '已过期：{known}。' },
  untouched: { en: 'nothing was ordered and nothing was paid', zh: '未下单，也未付款' },
  noRows: { en: 'the quote has no rows', zh: '报价单没有任何行' },
  some: {
    en: '{renewed} of {rows} {rows|row|rows} renewed',
    zh: '{rows}行中已续费{renewed}行',
  },
  only: { en: 'the only row renewed', zh: '唯一一行已续费' },
  all: { en: 'all {rows} {rows|row|rows} renewed', zh: '{rows}行全部续费' },
  paid: { en: '{paid} paid', zh: '已支付{paid}' },
  before: { en: '{rows} had been renewed already', zh: '此前已续费{rows}行' },
  declined: { en: '{rows} not approved', zh: '未批准{rows}行' },
  unbalanced: { en: 'The books do not balance.', zh: '账目不平。' },
  doubts: {
    en: '{rows} renewed {rows|row|rows} could not be confirmed in full at the provider.',
    zh: '有{rows}行已续费的结果未能在云服务商处完全确认。',
  },
  review: {
    en: '{rows} {rows|row needs|rows need} review: what became of {rows|it|them} is not known.',
    zh: '有{rows}行需要核查，其结果未知。',
  },
  stopped: {
    en: 'Nothing more is paid until the job is resumed.',
    zh: '任务恢复之前不会再付款。',
  },
  nothingLeft: { en: 'Nothing is left to do.', zh: '没有待办事项。' },
  needs: {
    en: '{rows} {rows|row needs|rows need} you{hurry}.',
    zh: '有{rows}行需要您处理{hurry}。',
  },
  itIsSoon: { en: ' and expires within {days} {days|day|days}', zh: '，将在{days}天内到期' },
  itExpired: { en: ' and has expired', zh: '，已到期' },
  soon: {
    en: ', {rows} of them {rows|expires|expire} within {days} {days|day|days}',
    zh: '，其中{rows}行将在{days}天内到期',
  },
  expiredOfThem: {
    en: ', {rows} of them {rows|has|have} expired',
    zh: '，其中{rows}行已到期',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
