import type { Phrase } from './phrase.ts';

/** The names of sheets, by what stands on them. */
export const SHEETS = {
  summary: { en: 'Summary', zh: '汇总' },
  firstRows: { en: 'First rows', zh: '文件前几行' },
  results: { en: 'Results', zh: '结果' },
  needsAction: { en: 'Needs action', zh: '待处理' },
  totals: { en: 'Totals', zh: '合计' },
  orders: { en: 'Orders', zh: '订单' },
  notCounted: { en: 'Not counted', zh: '未计入' },
  about: { en: 'About', zh: '说明' },
  cover: { en: 'Cover', zh: '封面' },
  quote: { en: 'Quote', zh: '报价' },
  rows: { en: 'Rows', zh: '待核查行' },
  cannotBeRenewed: { en: 'Cannot be renewed', zh: '无法续费' },
  leftOut: { en: 'Left out', zh: '未列入' },
} as const satisfies Readonly<Record<string, Phrase>>;

/**
 * Headings of the columns that are ours. What stands under those that are also in the reader's list of
 * harmless ones is no matter of a renewal when a report comes back.
 */
export const HEADINGS = {
  outcome: { en: 'Outcome', zh: '处理结果' },
  expected: { en: 'Expected outcome', zh: '预计结果' },
  reason: { en: 'Reason', zh: '原因' },
  next: { en: 'What to do next', zh: '下一步' },
  line: { en: 'Line', zh: '行号' },
  sheet: { en: 'Sheet', zh: '工作表' },
  resource: { en: 'Resource', zh: '资源' },
  resourceId: { en: 'Resource ID', zh: '资源ID' },
  idOfResource: { en: 'Resource id', zh: '资源ID' },
  resourceName: { en: 'Resource Name', zh: '资源名称' },
  name: { en: 'Name', zh: '名称' },
  service: { en: 'Service', zh: '云服务' },
  region: { en: 'Region', zh: '区域' },
  project: { en: 'Enterprise Project', zh: '企业项目' },
  status: { en: 'Status', zh: '状态' },
  mode: { en: 'Mode', zh: '续费方式' },
  attached: { en: 'Attached', zh: '附属资源数' },
  approved: { en: 'Approved', zh: '批准' },
  approvedIn: { en: 'Approved ({currency})', zh: '批准金额（{currency}）' },
  priceToApprove: { en: 'Price to approve ({currency})', zh: '待批准价格（{currency}）' },
  duration: { en: 'Renewal Duration', zh: '续费时长' },
  note: { en: 'Note', zh: '备注' },
  expires: { en: 'Expires ({zone})', zh: '到期时间（{zone}）' },
  daysLeft: { en: 'Days left', zh: '剩余天数' },
  listPrice: { en: 'List Price ({currency})', zh: '官网价（{currency}）' },
  discount: { en: 'Discount ({currency})', zh: '优惠金额（{currency}）' },
  lastRenewed: { en: 'Last renewed', zh: '上次续费' },
  lastPrice: { en: 'Last price ({currency})', zh: '上次价格（{currency}）' },
  sinceThen: { en: 'Change since then', zh: '较上次变动' },
  currency: { en: 'Currency', zh: '币种' },
  priceNow: { en: 'Price now ({currency})', zh: '现价（{currency}）' },
  dearerBy: { en: 'Dearer by ({currency})', zh: '涨价（{currency}）' },
  was: { en: 'Was ({currency})', zh: '此前（{currency}）' },
  change: { en: 'Change', zh: '变动' },
  paid: { en: 'Paid (allocated)', zh: '已付（分摊）' },
  paidIn: { en: 'Paid (allocated, {currency})', zh: '已付（分摊，{currency}）' },
  order: { en: 'Order', zh: '订单' },
  newExpiry: { en: 'New expiry ({zone})', zh: '新到期时间（{zone}）' },
  expiryNow: { en: 'Expiry now ({zone})', zh: '当前到期时间（{zone}）' },
  providerCode: { en: 'Provider code', zh: '云服务商代码' },
  state: { en: 'State', zh: '状态' },
  rows: { en: 'Rows', zh: '行数' },
  amountIn: { en: 'Amount ({currency})', zh: '金额（{currency}）' },
  chargedIn: { en: 'Charged ({currency})', zh: '扣款（{currency}）' },
  standsThere: { en: 'What stands there', zh: '内容' },
  whyNot: { en: 'Why it cannot be renewed', zh: '无法续费的原因' },
  whatToDo: { en: 'What to do', zh: '处理办法' },
  whyLeftOut: { en: 'Why it is left out', zh: '未列入的原因' },
  inDetail: { en: 'In detail', zh: '详情' },
  by: { en: 'By', zh: '按' },
  which: { en: 'Which', zh: '分类' },
  renewed: { en: 'Renewed', zh: '已续费' },
  wouldBeRenewed: { en: 'Would be renewed', zh: '将续费' },
  inTheFile: { en: 'In the file', zh: '文件金额' },
  approvedInIt: { en: 'Approved in it', zh: '其中已批准' },
  paidSum: { en: 'Paid', zh: '已付' },
  wouldBePaid: { en: 'Would be paid', zh: '将付' },
  saved: { en: 'Saved', zh: '节省' },
  expiryApproved: { en: 'Expiry (approved)', zh: '到期时间（批准时）' },
  paidCurrency: { en: 'Paid in', zh: '付款币种' },
  settle: {
    en: 'Once checked: for the function "operate" ("as": "paid", "not paid" or "renew again")',
    zh: '核查之后：用于operate函数（"as"填"paid"、"not paid"或"renew again"）',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What a heading of ours is marked with where the uploader has the same one. */
export const MARKS = {
  result: { en: '{heading} (result)', zh: '{heading}（结果）' },
  'dry run': { en: '{heading} (dry run)', zh: '{heading}（试运行）' },
  again: { en: '{heading} (again)', zh: '{heading}（重试）' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What a person fills in, and what the spreadsheet program says of a slip of the pen. */
export const FORM = {
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  priceToApprove: { en: 'Price to approve', zh: '待批准价格' },
  chooseTitle: { en: 'Approved', zh: '批准' },
  choose: {
    en: 'Please choose {yes} or {no}, or leave the cell empty, which is a no.',
    zh: '请选择{yes}或{no}；留空表示{no}。',
  },
  durationTitle: { en: 'Renewal Duration', zh: '续费时长' },
  duration: {
    en: 'Please choose one of the list, or write one such as "4 months" where the provider has it.',
    zh: '请从列表中选择，或填写云服务商支持的时长，例如“4个月”。',
  },
  soFar: { en: 'Approved so far ({currency})', zh: '目前已批准（{currency}）' },
  soFarRows: {
    en: '[=1]0" row";#,##0" rows"',
    zh: '#,##0"行"',
  },
  left: {
    en: '"Left of the balance: "{format};[Red]"Lacking: "{format}',
    zh: '"余额剩余："{format};[Red]"余额不足："{format}',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Sentences on the sheets themselves. */
export const ON_SHEETS = {
  footer: {
    en: '{file} - account {account} - job {job}',
    zh: '{file} - 账号{account} - 任务{job}',
  },
  unread: { en: 'No row was read of the sheet. {why}', zh: '未从该工作表读取任何行。{why}' },
  blank: { en: '(blank)', zh: '（空）' },
  allOthers: { en: 'all others', zh: '其余全部' },
  theSameOrder: {
    en: 'The same order as line {line}: the steps that stand there are for this row, too.',
    zh: '与第{line}行是同一订单：那里的步骤也适用于本行。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
