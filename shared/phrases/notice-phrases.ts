import type { Phrase } from './phrase.ts';

/** What happened to a job, in the first paragraph of a notice. */
export const HAPPENED = {
  job: { en: 'Job {job} of account {account}', zh: '账号{account}的任务{job}' },
  accepted: {
    en: '{job} was made of {file} and is being carried out.',
    zh: '已由{file}生成{job}，正在执行。',
  },
  waiting: {
    en: '{job} was made of {file} and waits for job {other} ({otherFile}), which is {status}; it is number {place} in the line.',
    zh: '已由{file}生成{job}，正在等待任务{other}（{otherFile}，{status}）；排在第{place}位。',
  },
  started: {
    en: '{job}, which had waited, is being carried out now.',
    zh: '此前等待的{job}现正执行。',
  },
  suspended: {
    en: '{job} is suspended, and nothing more is ordered or paid until it is resumed: {why}',
    zh: '{job}已暂停，恢复之前不再下单或付款：{why}',
  },
  resumed: {
    en: '{job} was resumed and goes on where it stopped.',
    zh: '{job}已恢复，从停止处继续。',
  },
  fileGone: {
    en: '{file} was removed from its folder, but {job} made of it is being carried out and goes on as it was approved.',
    zh: '{file}已被移出其文件夹，但由它生成的{job}正在执行，将按原批准继续。',
  },
  fileReplaced: {
    en: '{file} was replaced by another file, but {job} made of the former one is being carried out and goes on as it was approved; the newer one is a job of its own.',
    zh: '{file}已被另一文件替换，但由原文件生成的{job}正在执行，将按原批准继续；新文件另成一个任务。',
  },
  approvalEnds: {
    en: 'The approval of job {id} of account {account} ends at {at}, and it is {status}: nothing of it is paid after that.',
    zh: '账号{account}的任务{id}的批准将于{at}到期，任务目前{status}：此后不再付款。',
  },
  noProgress: {
    en: 'Nothing of job {id} of account {account} has come on since {at}: it waits for {what}.',
    zh: '账号{account}的任务{id}自{at}起没有进展：正在等待{what}。',
  },
  unsettled: {
    en: '{job} has ended, and nobody has said yet what became of the {rows} {rows|row|rows} that {rows|needs|need} review; until then other jobs pass over {rows|it|them}.',
    zh: '{job}已结束，但尚未有人说明需要核查的{rows}行的结果；在此之前，其他任务会跳过这些行。',
  },
  rejected: {
    en: '{file} cannot be carried out for account {account}: {why}',
    zh: '无法为账号{account}执行{file}：{why}',
  },
  ended: { en: '{job} has ended: {done}.', zh: '{job}已结束：{done}。' },
  endedUnknown: {
    en: '{job} has ended, but its figures could not be put together here.',
    zh: '{job}已结束，但此处无法汇总其数据。',
  },
  cancelled: { en: '{job} was cancelled: {before}.', zh: '{job}已取消：{before}。' },
  expired: { en: '{job} has expired: {before}.', zh: '{job}已过期：{before}。' },
  notRead: {
    en: 'its file was not read yet, and nothing was ordered or paid',
    zh: '其文件尚未读取，未下单也未付款',
  },
  noFigures: {
    en: 'its figures could not be put together here',
    zh: '此处无法汇总其数据',
  },
  beforeThat: { en: '{done} before that', zh: '此前{done}' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Figures and small words of notices. */
export const FIGURES = {
  rows: { en: '{rows} {rows|row|rows}', zh: '{rows}行' },
  renewed: { en: '{renewed} of {rows} {rows|row|rows} renewed', zh: '{rows}行中已续费{renewed}行' },
  rowSum: { en: '{rows} {rows|row|rows}, approved {sum}', zh: '{rows}行，批准金额{sum}' },
  outcome: { en: '{rows} {word}', zh: '{word}{rows}行' },
  ofAll: { en: '{all}: {parts}', zh: '{all}：{parts}' },
  nothing: { en: 'nothing', zh: '无' },
  labelled: { en: '{label}: {value}', zh: '{label}：{value}' },
  file: { en: 'File', zh: '文件' },
  droppedBy: { en: 'Dropped by', zh: '提交人' },
  rowsLabel: { en: 'Rows', zh: '行数' },
  toRenew: { en: 'To be renewed', zh: '待续费' },
  decidedByFile: { en: 'Decided by the file itself', zh: '文件自身已决定' },
  seeResults: { en: '{rows} {rows|row|rows}, see the results', zh: '{rows}行，见结果' },
  stillOpen: { en: 'Still open', zh: '未完成' },
  missing: { en: 'Missing', zh: '缺少' },
  missingAtSuspension: {
    en: 'at most {sum}, going by the approved prices and the balance when the job was suspended',
    zh: '最多{sum}，按批准价格和任务暂停时的余额计算',
  },
  missingSinceStart: {
    en: 'at most {sum}, going by the approved prices, the balance when the job began and what it has paid since',
    zh: '最多{sum}，按批准价格、任务开始时的余额及此后的付款计算',
  },
  lastAnswer: { en: 'Last answer of the provider', zh: '云服务商最近的答复' },
  lookedAtNext: { en: 'Looked at next', zh: '下次查看' },
  inReview: { en: 'Rows that need review', zh: '需要核查的行' },
  inTheFile: { en: 'In the file', zh: '文件金额' },
  approvedInIt: { en: 'Approved in it', zh: '其中已批准' },
  paid: { en: 'Paid', zh: '已付' },
  results: { en: 'Results', zh: '结果' },
  noResults: {
    en: 'could not be written; nothing of what is known is lost',
    zh: '未能写出；已知的内容没有丢失',
  },
  rowsOnly: {
    en: '{key} (the rows only: the workbook could not be written)',
    zh: '{key}（仅各行：工作簿未能写出）',
  },
  open: { en: 'Open', zh: '打开' },
  anotherTry: { en: 'Another try', zh: '重试' },
  forReview: { en: 'For review', zh: '核查' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The subject of a notice, in a few words. */
export const SUBJECTS = {
  accepted: {
    en: 'Accepted, {renew} of {rows} {rows|row|rows} to renew',
    zh: '已接受，{rows}行中{renew}行待续费',
  },
  waiting: {
    en: 'Waiting for job {job}, place {place} in line',
    zh: '等待任务{job}，排在第{place}位',
  },
  started: {
    en: 'Started, {renew} of {rows} {rows|row|rows} to renew',
    zh: '已开始，{rows}行中{renew}行待续费',
  },
  short: { en: 'Suspended, at most {sum} missing', zh: '已暂停，最多缺{sum}' },
  mustAct: { en: 'Suspended, somebody must act', zh: '已暂停，需要人工处理' },
  lowBalance: { en: 'Suspended, balance too low', zh: '已暂停，余额不足' },
  resumed: { en: 'Resumed, {rows} {rows|row|rows} to go', zh: '已恢复，剩余{rows}行' },
  fileGone: { en: 'File removed, the job goes on', zh: '文件已移除，任务继续' },
  fileReplaced: { en: 'File replaced, the job goes on', zh: '文件已替换，任务继续' },
  approvalEnds: {
    en: 'Approval ends {at}, {rows} {rows|row|rows} open',
    zh: '批准将于{at}到期，剩余{rows}行',
  },
  noProgress: { en: 'Nothing moves since {at}', zh: '自{at}起没有进展' },
  unsettled: {
    en: '{rows} {rows|row still needs|rows still need} review',
    zh: '仍有{rows}行需要核查',
  },
  rejectedUnpaid: { en: 'Rejected, nothing was paid', zh: '已拒绝，未付款' },
  rejected: { en: 'Rejected', zh: '已拒绝' },
  noResults: { en: 'Ended, but its results could not be written', zh: '已结束，但结果未能写出' },
  notBegun: { en: 'Cancelled, nothing was paid', zh: '已取消，未付款' },
  inReview: {
    en: 'Ended, {review} of {rows} {rows|row|rows} {review|needs|need} review',
    zh: '已结束，{rows}行中{review}行需要核查',
  },
  done: { en: 'Done, {done}', zh: '已完成，{done}' },
  cancelled: { en: 'Cancelled, {done}', zh: '已取消，{done}' },
  expired: { en: 'Expired, {done}', zh: '已过期，{done}' },
  unknownAccount: { en: 'unknown account', zh: '未知账号' },
  whole: { en: '[{account}] {headline}', zh: '[{account}] {headline}' },
  withFile: { en: '{start}: {file}', zh: '{start}：{file}' },
  ofJob: { en: ' (job {job})', zh: '（任务{job}）' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** How a job stands, inside a sentence. */
export const STANDING = {
  planning: { en: 'planning', zh: '正在读取文件' },
  waiting: { en: 'waiting', zh: '正在等待' },
  running: { en: 'running', zh: '正在执行' },
  suspended: { en: 'suspended', zh: '已暂停' },
  finishing: { en: 'finishing', zh: '正在收尾' },
  done: { en: 'done', zh: '已完成' },
  rejected: { en: 'rejected', zh: '已拒绝' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  expired: { en: 'expired', zh: '已过期' },
} as const satisfies Readonly<Record<string, Phrase>>;
