import type { Phrase } from './phrase.ts';

/** What the Summary of a job says: its head, figures, and lists. */
export const SUMMARY = {
  bookTitle: { en: 'Renewal results: {file}', zh: '续费结果：{file}' },
  title: { en: 'Renewal results', zh: '续费结果' },
  interim: { en: 'Renewal results (interim)', zh: '续费结果（中期）' },
  which: {
    en: 'Account {account} ({currency}), job {job}, as of {at} {zone}',
    zh: '账号{account}（{currency}），任务{job}，截至{at} {zone}',
  },
  missing: { en: 'At most {missing} {currency} is missing.', zh: '最多缺{missing} {currency}。' },
  whoAndWhen: { en: 'Who and when', zh: '经办人与时间' },
  account: { en: 'Account', zh: '账号' },
  accountIn: { en: '{account} ({currency})', zh: '{account}（{currency}）' },
  job: { en: 'Job', zh: '任务' },
  approvedBy: { en: 'Approved by', zh: '批准人' },
  reference: { en: 'Reference', zh: '参考号' },
  droppedBy: { en: 'Dropped by', zh: '提交人' },
  dropped: { en: 'Dropped', zh: '提交时间' },
  started: { en: 'Started', zh: '开始时间' },
  ended: { en: 'Ended', zh: '结束时间' },
  asItStood: { en: 'As it stood at', zh: '截至时间' },
  zone: {
    en: 'All times and expiry dates are those of {zone}.',
    zh: '所有时间和到期时间均为{zone}时间。',
  },
  rowsAndAmounts: { en: 'Rows and amounts', zh: '行数与金额' },
  meaning: { en: 'What it means', zh: '含义' },
  inTheFileIn: { en: 'In the file ({currency})', zh: '文件金额（{currency}）' },
  paidIn: { en: 'Paid ({currency})', zh: '已付（{currency}）' },
  savedIn: { en: 'Saved ({currency})', zh: '节省（{currency}）' },
  withoutNo: { en: 'Without the rows that say no.', zh: '不含标明“否”的行。' },
  unpriced: {
    en: '{rows} {rows|row has|rows have} no readable price: counted, and in no amount.',
    zh: '{rows}行没有可读取的价格：计入行数，不计入任何金额。',
  },
  uncharged: {
    en: '{rows} {rows|renewed row has|renewed rows have} no charge that the provider tells: not in "Paid" and not in "Saved".',
    zh: '{rows}行已续费，但云服务商未提供扣款金额：不计入“已付”和“节省”。',
  },
  otherCurrency: {
    en: 'Of these, {rows} {rows|row|rows} priced in {currency}. Currencies are never added together.',
    zh: '其中{rows}行以{currency}计价。不同币种从不相加。',
  },
  grouped: {
    en: 'The sheet "{sheet}" has the same by {by}; each adds up to these sums.',
    zh: '按{by}的合计（各类相加均等于以上合计）见工作表“{sheet}”。',
  },
  held: {
    en: 'To renew {rows} held {rows|row|rows} takes {currency} {now} at the price read last, {more} more than approved.',
    zh: '续费被搁置的{rows}行，按最近读取的价格共需{currency} {now}，比批准金额多{more}。',
  },
  smallPrint: {
    en: 'Order amounts are the figures of record. What a single row has cost is allocated from its order by price, so that the rows of an order add up to it exactly.',
    zh: '以订单金额为准。每行的费用按价格从其订单中分摊，因此同一订单各行之和恰好等于订单金额。',
  },
  audit: { en: 'Checked with the provider after the end', zh: '结束后与云服务商核对' },
  andMore: { en: 'And {rows} {rows|row|rows} more.', zh: '另有{rows}行。' },
  namedAndMore: { en: '{names} and {count} more', zh: '{names}等，另有{count}个' },
  orders: { en: 'Orders at the provider', zh: '云服务商处的订单' },
  ordersListed: {
    en: '{count} {count|order|orders}, listed on the sheet "{sheet}".',
    zh: '共{count}个订单，见工作表“{sheet}”。',
  },
  stateAndNote: { en: '{state}: {note}', zh: '{state}：{note}' },
  loose: {
    en: 'Not counted: rows with neither id nor expiry date',
    zh: '未计入：既无ID也无到期时间的行',
  },
  looseListed: {
    en: '{rows} {rows|row|rows}, named on the sheet "{sheet}".',
    zh: '共{rows}行，见工作表“{sheet}”。',
  },
  history: { en: 'History', zh: '历史记录' },
  when: { en: 'When ({zone})', zh: '时间（{zone}）' },
  what: { en: 'What', zh: '事件' },
  who: { en: 'Who', zh: '操作人' },
  why: { en: 'Why', zh: '原因' },
  earlier: {
    en: '{count} earlier {count|entry is|entries are} left out here.',
    zh: '此处省略更早的{count}条记录。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What needs a person. */
export const NEEDS = {
  title: { en: 'What needs you', zh: '需要您处理' },
  soonest: { en: 'Soonest expiry', zh: '最早到期' },
  why: { en: 'Why', zh: '原因' },
  whatToDo: { en: 'What to do', zh: '处理办法' },
  lineOfSheet: { en: '{line} ({sheet})', zh: '{line}（{sheet}）' },
  lines: { en: '{count|Line|Lines} {names}', zh: '第{names}行' },
  linesAndMore: {
    en: '{count|Line|Lines} {names} and {more} more',
    zh: '第{names}行，另有{more}行',
  },
  sameWhy: { en: '{lines}: {why}', zh: '{lines}：{why}' },
  firstWhy: { en: '{lines}. The first of them: {why}', zh: '{lines}。其中第一行：{why}' },
  declined: {
    en: '{rows} {rows|row|rows} not approved, and left alone. {why} {step}',
    zh: '{rows}行未批准，未作处理。{why}{step}',
  },
  more: {
    en: '{rows} {rows|row|rows} more: see "{next}" on the sheet "{sheet}".',
    zh: '另有{rows}行：见工作表“{sheet}”中的“{next}”。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The big figures, and how they are known. */
export const CARDS = {
  inTheFile: { en: 'In the file, {currency}', zh: '文件金额，{currency}' },
  approvedInIt: { en: 'Approved in it', zh: '其中已批准' },
  paid: { en: 'Paid', zh: '已付' },
  saved: { en: 'Saved', zh: '节省' },
  open: { en: 'Open', zh: '未完成' },
  balanceBefore: { en: 'Balance before', zh: '付款前余额' },
  balanceAfter: { en: 'Balance after', zh: '付款后余额' },
  topUp: { en: 'Top up, at most', zh: '最多需充值' },
  readAtSuspension: {
    en: 'Balance after: as it was read when the job was suspended.',
    zh: '付款后余额：任务暂停时读取的余额。',
  },
  lessPaid: {
    en: 'Balance after: the balance before, less what stands under Paid; what else the account was charged or topped up is not in it.',
    zh: '付款后余额：付款前余额减去“已付”；账号的其他扣款或充值不在其中。',
  },
  wentOn: {
    en: 'Balance after: not known, for the job was resumed, and what was topped up before is not recorded.',
    zh: '付款后余额：未知，因为任务曾恢复执行，此前的充值未作记录。',
  },
  topUpNote: {
    en: 'Top up, at most: what is still to be paid at the approved prices, less the balance after; rows that cannot be renewed are not in it.',
    zh: '最多需充值：按批准价格仍需支付的金额减去付款后余额；不含无法续费的行。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** The books: what must add up. */
export const BOOKS = {
  balance: { en: 'The books balance', zh: '账目平衡' },
  doNotBalance: { en: 'The books do NOT balance', zh: '账目不平' },
  wrong: {
    en: '✗ Does not add up, please tell operations: {text}',
    zh: '✗ 不相符，请告知运维：{text}',
  },
  byCount: {
    en: '{rows} {rows|row|rows} in the quote {sign} {terms}',
    zh: '报价单共{rows}行 {sign} {terms}',
  },
  foundRows: { en: ' ({rows} {rows|row|rows} accounted for)', zh: '（已说明{rows}行）' },
  byAmount: {
    en: '{currency} {sum} in the file {sign} {terms}',
    zh: '文件金额{currency} {sum} {sign} {terms}',
  },
  foundSum: { en: ' ({sum} accounted for)', zh: '（已说明{sum}）' },
  term: { en: '{figure} {word}', zh: '{word} {figure}' },
  byPayment: {
    en: '{currency} {charged} charged by {orders} {orders|order|orders} {sign} {paid} allocated to rows',
    zh: '{orders}个订单扣款{currency} {charged} {sign} 分摊到各行{paid}',
  },
  tooMuch: {
    en: '{currency} {paid} paid for {rows} {rows|row|rows}, of {approved} approved for the same: more than approved by {names}',
    zh: '{rows}行已付{currency} {paid}，批准金额{approved}：以下超出批准金额：{names}',
  },
  withinApproval: {
    en: '{currency} {paid} paid for {rows} {rows|row|rows}, of {approved} approved for the same',
    zh: '{rows}行已付{currency} {paid}，未超出其批准金额{approved}',
  },
  withinTolerance: {
    en: '{currency} {paid} paid for {rows} {rows|row|rows}, within the tolerance of {approved} approved for the same',
    zh: '{rows}行已付{currency} {paid}，在其批准金额{approved}的容差之内',
  },
  noRow: {
    en: '{currency} {sum} in the file ≠ 0 (no row has this currency)',
    zh: '文件金额{currency} {sum} ≠ 0（没有该币种的行）',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Which files lie beside the results. */
export const BESIDE = {
  noRetry: {
    en: 'No file for another try could be made of the {rows} {rows|row that is|rows that are} worth one: put them into a new file by hand.',
    zh: '未能为值得重试的{rows}行生成文件：请手动将其放入新文件。',
  },
  retry: {
    en: 'Another try: drop "{file}", which lies beside this file. Of {rows} {rows|row|rows} in it {which}.',
    zh: '重试：请提交与本文件放在一起的“{file}”。其中共{rows}行，{which}。',
  },
  asked: {
    en: '{rows} {rows|waits|wait} for a yes at the price that stands there',
    zh: '{rows}行待按所列价格批准',
  },
  kept: { en: '{rows} {rows|keeps its|keep their} approval', zh: '{rows}行保留原批准' },
  noReview: {
    en: 'No file could be made of the {rows} {rows|row that waits|rows that wait} for a person: see the sheet "{sheet}".',
    zh: '未能为等待人工处理的{rows}行生成文件：请见工作表“{sheet}”。',
  },
  review: {
    en: '"{file}" has the {rows} {rows|row that waits|rows that wait} for a person, the step first: once {rows|it is|they are} done, say yes there to what is still to be renewed, and drop it.',
    zh: '“{file}”列有等待人工处理的{rows}行，处理步骤在最前：处理完成后，请在其中为仍需续费的行填写“是”并提交。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** How a person resumes, cancels or settles. */
export const ACTS = {
  title: { en: 'To resume or to cancel this job', zh: '恢复或取消本任务' },
  /** What stands where a person has to put theirs. */
  yourName: { en: 'your name', zh: '您的姓名' },
  resume: { en: 'Resume it', zh: '恢复' },
  cancel: { en: 'Cancel it', zh: '取消' },
  paste: {
    en: 'In the Lambda console: open the function whose name ends in "-operate", tab "Test", paste the line as the event, put in your name, press "Test".',
    zh: '在Lambda控制台中：打开名称以“-operate”结尾的函数，进入“测试”页签，将该行粘贴为事件，填入您的姓名，点击“测试”。',
  },
  byCommand: {
    en: 'On the command line: npm run jobs -- {words}',
    zh: '命令行：npm run jobs -- {words}',
  },
  settle: {
    en: 'Rows that need review: once you have found out what became of one, say so with its line on the sheet "{sheet}". "as" is "paid" (it is renewed, or it is paid and will be), "not paid" (nothing was paid, leave it) or "renew again" (nothing was paid, it may be dropped once more).',
    zh: '需要核查的行：查明结果后，请用工作表“{sheet}”中该行的命令说明。"as"为"paid"（已续费，或已付款、将会续费）、"not paid"（未付款，不再处理）或"renew again"（未付款，可再次提交）。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
