import type { Phrase } from './phrase.ts';

/** Who must act and what to do, in the last paragraph of a notice. */
export const ACTIONS = {
  nobody: {
    en: 'Nobody needs to act: you are told when the job ends or cannot go on. To stop it, operations: cancel job {job}; removing the file does not.',
    zh: '无需处理：任务结束或无法继续时会通知您。如需停止，请运维取消任务{job}；移除文件不会停止任务。',
  },
  nobodyUntil: {
    en: 'Nobody needs to act: you are told when the job ends or cannot go on, at the latest after {until}. To stop it, operations: cancel job {job}; removing the file does not.',
    zh: '无需处理：任务结束或无法继续时会通知您，最迟在{until}之后。如需停止，请运维取消任务{job}；移除文件不会停止任务。',
  },
  fileChanged: {
    en: 'If it is to stop, operations: cancel job {job}, which cancels what is not paid; what is paid stays paid. Otherwise nobody needs to act.',
    zh: '如需停止，请运维取消任务{job}：未付款的将取消，已付款的保持不变。否则无需处理。',
  },
  suspendedFirst: {
    en: 'Operations: resume or cancel the suspended job {job} ({file}); this one starts by itself after it.',
    zh: '运维：请恢复或取消已暂停的任务{job}（{file}）；之后本任务会自动开始。',
  },
  itsTurn: {
    en: 'Nobody needs to act: the job starts by itself when it is its turn.',
    zh: '无需处理：轮到该任务时会自动开始。',
  },
  takeBackWaiting: {
    en: 'To take it back, remove or replace the file before its turn comes.',
    zh: '如需撤回，请在轮到之前移除或替换文件。',
  },
  takeBack: {
    en: 'To take it back instead, remove the file or have the job cancelled.',
    zh: '如需撤回，请移除文件或取消任务。',
  },
  resume: {
    en: 'Operations: remove the cause named above, then resume job {job}.',
    zh: '运维：请消除上述原因，然后恢复任务{job}。',
  },
  resumeBefore: {
    en: 'Operations: remove the cause named above, then resume job {job} before {until}, when it expires.',
    zh: '运维：请消除上述原因，然后在{until}任务过期之前恢复任务{job}。',
  },
  topUp: {
    en: 'Finance: top up account {account}; operations: then resume job {job}.',
    zh: '财务：请为账号{account}充值；运维：然后恢复任务{job}。',
  },
  topUpBefore: {
    en: 'Finance: top up account {account}; operations: then resume job {job} before {until}, when it expires.',
    zh: '财务：请为账号{account}充值；运维：然后在{until}任务过期之前恢复任务{job}。',
  },
  topUpSum: {
    en: 'Finance: top up account {account} (at most {sum} is missing); operations: then resume job {job}.',
    zh: '财务：请为账号{account}充值（最多缺{sum}）；运维：然后恢复任务{job}。',
  },
  topUpSumBefore: {
    en: 'Finance: top up account {account} (at most {sum} is missing); operations: then resume job {job} before {until}, when it expires.',
    zh: '财务：请为账号{account}充值（最多缺{sum}）；运维：然后在{until}任务过期之前恢复任务{job}。',
  },
  resumeInTime: {
    en: 'Operations: remove the cause and resume job {job} before then, or have its open rows approved again in a new file.',
    zh: '运维：请消除原因并在此之前恢复任务{job}，或将未完成的行重新批准为新文件。',
  },
  lookInTime: {
    en: 'Operations: look whether job {job} moves; what it has not done by then has to be approved again in a new file.',
    zh: '运维：请查看任务{job}是否有进展；届时未完成的行须重新批准为新文件。',
  },
  lookAtProvider: {
    en: 'Operations: look whether the provider answers (its status page and console), and at npm run jobs -- status {job}; it is asked on by itself, and you are told when it is suspended or ends.',
    zh: '运维：请查看云服务商是否有答复（状态页和控制台），以及 npm run jobs -- status {job}；系统会自行继续查询，暂停或结束时会通知您。',
  },
  settle: {
    en: 'Operations: look at each order, then settle its rows: npm run jobs -- rows {job} --outcome "needs review" says every step.',
    zh: '运维：请查看每个订单，然后说明各行结果：npm run jobs -- rows {job} --outcome "needs review" 会列出每一步。',
  },
  correct: {
    en: 'Whoever dropped the file: correct what is named above and drop it again.',
    zh: '提交人：请改正上述问题后重新提交文件。',
  },
  dropOther: {
    en: 'Whoever dropped the file: drop the one that is named above in its place.',
    zh: '提交人：请改为提交上述文件。',
  },
  noResults: {
    en: 'Operations: see what kept the results from being written (runbook, "Results cannot be written"), then send job {job} again with redrive; nobody should renew its rows by other ways before.',
    zh: '运维：请查明结果未能写出的原因（运维手册“Results cannot be written”），然后用redrive重新发送任务{job}；在此之前请勿以其他方式续费这些行。',
  },
  operations: { en: 'Operations: {what}', zh: '运维：{what}' },
  finance: { en: 'Finance: {what}', zh: '财务：{what}' },
  thenFinance: { en: 'finance: {what}', zh: '财务：{what}' },
  review: {
    en: 'look at the {rows} {rows|row|rows} that {rows|needs|need} review at the provider before anything else is done with {rows|it|them}',
    zh: '请先在云服务商处查看需要核查的{rows}行，再作其他处理',
  },
  dropAgain: {
    en: 'drop those of the {rows} {rows|row|rows} not renewed that are still wanted in a new file',
    zh: '未续费的{rows}行中仍需续费的，请作为新文件提交',
  },
  dropChanged: {
    en: 'drop those of the {rows} {rows|row|rows} not renewed that are still wanted in a new file (the sheet {sheet} says what to change)',
    zh: '未续费的{rows}行中仍需续费的，请作为新文件提交（工作表“{sheet}”说明须作何修改）',
  },
  retry: {
    en: 'say yes to what is wanted of the {rows} {rows|row|rows} in the retry file beside the results, and drop it',
    zh: '请在结果旁的重试文件（{rows}行）中批准仍需续费的行，然后提交',
  },
  reviewFile: {
    en: 'see to the {rows} {rows|row|rows} in the review file',
    zh: '请处理核查文件中的{rows}行',
  },
  reviewFileBeside: {
    en: 'see to the {rows} {rows|row|rows} in the review file beside the results',
    zh: '请处理结果旁的核查文件中的{rows}行',
  },
  end: { en: '{acts}.', zh: '{acts}。' },
  nobodyAtAll: { en: 'Nobody needs to act.', zh: '无需处理。' },
  noRowLeft: { en: 'Nobody needs to act: no row is left over.', zh: '无需处理：没有剩余的行。' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What a job waits for, inside a sentence. */
export const WAITS = {
  'its file to be read': { en: 'its file to be read', zh: '读取文件' },
  'its turn': { en: 'its turn', zh: '轮到自己' },
  'the answer to a payment': { en: 'the answer to a payment', zh: '付款的答复' },
  'the answer to a renew call': { en: 'the answer to a renew call', zh: '续费请求的答复' },
  'orders to be completed': { en: 'orders to be completed', zh: '订单完成' },
  'orders to be cancelled': { en: 'orders to be cancelled', zh: '订单取消' },
  'a person': {
    en: 'a person to remove the cause and resume it',
    zh: '有人消除原因并恢复任务',
  },
  'work in progress': { en: 'what is being done just now', zh: '正在进行的处理' },
  'an answer': { en: 'an answer of the provider', zh: '云服务商的答复' },
  'the provider': {
    en: 'the provider, which was busy or does not show something yet, or another job that has a row in hand',
    zh: '云服务商（繁忙或尚未显示某些信息），或另一个正在处理其中某行的任务',
  },
  'a chunk that rests': {
    en: 'the end of a pause, for every run at some of its rows failed',
    zh: '暂歇结束，因为处理其中部分行时每次都失败',
  },
  'a message': { en: 'its next message', zh: '下一条消息' },
  'its results': { en: 'its results to be written', zh: '写出结果' },
  named: { en: '{what} ({names})', zh: '{what}（{names}）' },
  namesAndMore: { en: '{names}, and {more} more', zh: '{names}等，另有{more}个' },
  about: { en: '{what} about {parts}', zh: '{what}，涉及{parts}' },
  orders: { en: '{count} {count|order|orders} ({names})', zh: '{count}个订单（{names}）' },
  resources: { en: '{count} {count|resource|resources}', zh: '{count}个资源' },
  and: { en: '{one} and {other}', zh: '{one}和{other}' },
  lastAnswer: { en: ' (last answer: {said})', zh: '（最近答复：{said}）' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What people are told of an export. */
export const EXPORTED = {
  ready: {
    en: 'Export ready, {count} {count|resource|resources}, {sum}',
    zh: '导出完成，{count}个资源，{sum}',
  },
  failed: { en: 'Export failed, somebody must act', zh: '导出失败，需要人工处理' },
  bySchedule: { en: 'by the schedule', zh: '定时任务' },
  byPerson: { en: 'by {by}', zh: '{by}' },
  whatFailed: {
    en: 'The export of account {account} ({title}), asked for {asked}, failed: {why}',
    zh: '账号{account}的导出（{title}，由{asked}发起）失败：{why}',
  },
  noFile: {
    en: 'No file was written; other accounts are not concerned.',
    zh: '未写出任何文件；其他账号不受影响。',
  },
  operations: { en: 'Operations: {what}', zh: '运维：{what}' },
  happened: {
    en: 'What is {title} in account {account} was exported, asked for {asked} (quote {id}).',
    zh: '已导出账号{account}的续费报价单（{title}，由{asked}发起，报价单{id}）。',
  },
  resources: { en: 'Resources', zh: '资源' },
  countAndSum: { en: '{count}, {sum}', zh: '{count}个，{sum}' },
  untold: {
    en: 'Price to be typed, for the provider tells none',
    zh: '需填写价格（云服务商不提供）',
  },
  unpriced: { en: 'Cannot be renewed', zh: '无法续费' },
  leftOut: { en: 'Left out', zh: '未列入' },
  seeFile: { en: '{count} {count|resource|resources}, see the file', zh: '{count}个资源，见文件' },
  missing: { en: 'Missing in the balance', zh: '余额缺少' },
  quote: { en: 'Quote', zh: '报价单' },
  open: { en: 'Open', zh: '打开' },
  nothing: {
    en: 'Nobody needs to act: there is nothing to renew.',
    zh: '无需处理：没有需要续费的资源。',
  },
  approve: {
    en: 'Finance: say yes or no in the column {approved} and drop the file under approved/{account}/.',
    zh: '财务：请在“{approved}”列中填写是或否，然后将文件提交到approved/{account}/。',
  },
  noAccount: {
    en: 'there is no account "{account}" in the settings.',
    zh: '设置中没有账号“{account}”。',
  },
  nameOne: {
    en: 'name one of {known}, or deploy again with the account in infra/accounts.json.',
    zh: '请指定以下账号之一：{known}，或将该账号加入infra/accounts.json后重新部署。',
  },
  allDue: { en: 'all that falls due', zh: '所有到期资源' },
} as const satisfies Readonly<Record<string, Phrase>>;
