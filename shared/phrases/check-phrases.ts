import type { Phrase } from './phrase.ts';

/** What the workbook of a dry run says. */
export const CHECK = {
  bookTitle: { en: 'Dry run: {file}', zh: '试运行：{file}' },
  footer: {
    en: 'Dry run of {file} - account {account} - {id}',
    zh: '{file}的试运行 - 账号{account} - {id}',
  },
  title: { en: 'What would happen', zh: '将会发生什么' },
  nothingHappened: {
    en: 'Dry run: nothing was ordered or paid.',
    zh: '试运行：未下单，也未付款。',
  },
  rejected: {
    en: 'Dropped under approved/, this file would be rejected.',
    zh: '如提交到approved/，该文件将被拒绝。',
  },
  suspended: {
    en: 'Dropped under approved/, its job would be suspended at once.',
    zh: '如提交到approved/，其任务将立即暂停。',
  },
  notKnown: {
    en: 'What would happen is not known: the provider did not answer.',
    zh: '无法得知将会发生什么：云服务商没有答复。',
  },
  ofRows: { en: 'Of {rows} {rows|row|rows}: {parts}.', zh: '共{rows}行：{parts}。' },
  balance: {
    en: 'The balance does not suffice, {missing} {currency} is missing: the job would be suspended when it is used up, and the rows that expire last would wait.',
    zh: '余额不足，缺{missing} {currency}：余额用尽时任务将暂停，到期最晚的行将等待。',
  },
  which: {
    en: 'Account {account} ({currency}), dry run {id}, as of {at} {zone}',
    zh: '账号{account}（{currency}），试运行{id}，截至{at} {zone}',
  },
  untold: {
    en: '{rows} {rows|row|rows} of which the provider tells no price: in "Would be paid" at the approved price, and not in "Price now".',
    zh: '{rows}行云服务商不提供价格：按批准价格计入“将付”，不计入“现价”。',
  },
  account: { en: 'Account', zh: '账号' },
  dryRun: { en: 'Dry run', zh: '试运行' },
  checked: { en: 'Checked', zh: '核对时间' },
  zone: {
    en: 'All times and expiry dates are those of {zone}. Prices and expiry dates are looked up again before anything is paid.',
    zh: '所有时间和到期时间均为{zone}时间。付款前会再次查询价格和到期时间。',
  },
  reprice: {
    en: "A fresh quote with today's prices, for the durations of this file, lies in {key}: it replaces this file once it is approved and dropped under approved/.",
    zh: '按本文件的续费时长、以今日价格重新制作的报价单位于{key}：批准后提交到approved/，即可替代本文件。',
  },
  wouldBePaid: { en: 'Would be paid', zh: '将付' },
  approvedForThese: { en: 'Approved for these', zh: '这些行的批准金额' },
  topUp: { en: 'Top up, as of now', zh: '目前需充值' },
  cheaper: {
    en: '{rows} {rows|row costs|rows cost} less today than the file says: the lower price is paid.',
    zh: '{rows}行今日价格低于文件所列：按较低价格付款。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
