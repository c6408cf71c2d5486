import type { Phrase } from './phrase.ts';

/** What the cover of a quote says. */
export const COVER = {
  bookTitle: { en: 'Renewal quote: {title}', zh: '续费报价单：{title}' },
  footer: {
    en: 'Quote {id} - account {account} - {title}',
    zh: '报价单{id} - 账号{account} - {title}',
  },
  footerOf: {
    en: 'Quote {id}, file {number} of {of} - account {account} - {title}',
    zh: '报价单{id}，第{number}个文件，共{of}个 - 账号{account} - {title}',
  },
  title: { en: 'Renewal quote', zh: '续费报价单' },
  toBeApproved: {
    en: 'To be approved. Nothing is ordered or paid before that.',
    zh: '待批准。批准之前不会下单或付款。',
  },
  asked: {
    en: '{rows} {rows|row costs something else now and waits|rows cost something else now and wait} for a yes.',
    zh: '{rows}行价格有变，待批准。',
  },
  askedOfAll: {
    en: '{rows} {rows|row waits|rows wait} for a yes, {changed} of them at another price than the file had.',
    zh: '{rows}行待批准，其中{changed}行价格有变。',
  },
  askedAndKept: {
    en: '{rows} {rows|row costs something else now and waits|rows cost something else now and wait} for a yes, {kept} {kept|row keeps its|rows keep their} approval.',
    zh: '{rows}行价格有变，待批准；{kept}行保留原批准。',
  },
  account: { en: 'Account', zh: '账号' },
  reference: { en: 'Reference', zh: '参考号' },
  file: { en: 'File', zh: '文件' },
  fileOf: { en: '{number} of {of}', zh: '第{number}个，共{of}个' },
  askedFor: { en: 'Asked for', zh: '申请时间' },
  pricesOf: { en: 'Prices of', zh: '价格时间' },
  approvedBy: { en: 'Approved by', zh: '批准人' },
  cost: { en: 'What it costs', zh: '费用' },
  due: { en: 'When it falls due', zh: '到期情况' },
  toDo: { en: 'What to do', zh: '操作步骤' },
  notIn: { en: 'Not in this quote', zh: '未列入本报价单' },
  unpriced: {
    en: '{count} {count|resource|resources} that cannot be renewed: on the sheet "{sheet}", each with the reason.',
    zh: '{count}个资源无法续费：见工作表“{sheet}”，各附原因。',
  },
  leftOut: {
    en: '{count} {count|resource|resources} left out: on the sheet "{sheet}", each with why.',
    zh: '{count}个资源未列入：见工作表“{sheet}”，各附原因。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What to do with a quote. */
export const STEPS = {
  choose: {
    en: '1. On the sheet "{quote}", choose {yes} under "{approved}" for each resource to renew. Blank is a {no}; so is a row that is hidden or filtered out. The first line adds up what is approved so far; only the yellow cells can be changed (protected without a password).',
    zh: '1. 在工作表“{quote}”的“{approved}”列中，为每个要续费的资源选择“{yes}”。留空表示“{no}”，隐藏或被筛选掉的行也一样。首行累计目前已批准的金额；只能修改黄色单元格（保护不设密码）。',
  },
  chooseChanged: {
    en: '1. On the sheet "{quote}", the rows whose price has changed come first: choose {yes} in the yellow cell of each that is approved at the price that stands there. Blank is a {no}.',
    zh: '1. 在工作表“{quote}”中，价格有变的行排在最前：按所列价格批准的，请在其黄色单元格中选择“{yes}”。留空表示“{no}”。',
  },
  othersKeep: {
    en: 'The others keep the {yes} that they had; blank it to leave them out.',
    zh: '其余各行保留原有的“{yes}”；清空即不再续费。',
  },
  most: {
    en: '2. "{price}" is the most that is paid for a row: if it costs more by then, the row is held and nothing is paid for it. Leave ids and expiry dates as they are.',
    zh: '2. “{price}”是每行最多支付的金额：届时如价格更高，该行将被搁置，不会付款。请勿改动ID和到期时间。',
  },
  mostChanged: {
    en: '2. The price is the most that is paid for a row: if it costs more by then, the row is held and nothing is paid for it. Leave ids and expiry dates as they are.',
    zh: '2. 所列价格是每行最多支付的金额：届时如价格更高，该行将被搁置，不会付款。请勿改动ID和到期时间。',
  },
  drop: {
    en: '3. Save, and drop the file into approved/{account}/. That is the order to pay.',
    zh: '3. 保存，并将文件提交到approved/{account}/。提交即为付款指令。',
  },
  untold: {
    en: '{count} {count|resource|resources} with an empty {price}, not in the sums above: the provider tells no price before it renews. Type what it may cost; the charge is compared with that afterwards, and what is above it stops the account.',
    zh: '{count}个资源的{price}为空，不在上述合计中：云服务商在续费前不提供价格。请填写可接受的金额；扣款后会与之核对，超出则停止该账号的付款。',
  },
  priceQuoted: { en: '"{price}"', zh: '“{price}”' },
  thePrice: { en: 'price', zh: '价格' },
  otherDuration: {
    en: 'Another renewal duration: change it in its column and drop the file into check/{account}/ first. A quote with the prices for it comes back in exports/{account}/, beside a report of what would happen.',
    zh: '如需其他续费时长：请在其列中修改，并先将文件提交到check/{account}/。相应价格的报价单会出现在exports/{account}/，并附将会发生什么的报告。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What a quote adds up to, and when it falls due. */
export const COSTS = {
  currency: { en: 'Currency', zh: '币种' },
  resources: { en: 'Resources', zh: '资源数' },
  listIn: { en: 'List price ({currency})', zh: '官网价（{currency}）' },
  discountIn: { en: 'Discount ({currency})', zh: '优惠金额（{currency}）' },
  totalIn: { en: 'Total ({currency})', zh: '合计（{currency}）' },
  thisFile: { en: '{currency}, this file', zh: '{currency}，本文件' },
  allFiles: { en: '{currency}, all {of} {of|file|files}', zh: '{currency}，全部{of}个文件' },
  noBalance: { en: 'The balance of the account is not known.', zh: '账号余额未知。' },
  enough: {
    en: 'The account has {currency} {balance}, enough for all of it.',
    zh: '账号余额{currency} {balance}，足以支付全部。',
  },
  missingForTold: {
    en: 'The account has {balanceCurrency} {balance}: {currency} {missing} would be missing for the sum above.',
    zh: '账号余额{balanceCurrency} {balance}：支付上述合计尚缺{currency} {missing}。',
  },
  enoughForTold: {
    en: 'The account has {currency} {balance}, enough for the sum above.',
    zh: '账号余额{currency} {balance}，足以支付上述合计。',
  },
  untold: {
    en: '{count} {count|resource|resources} of which the provider tells no price: not in these sums.',
    zh: '{count}个资源云服务商不提供价格：不计入上述合计。',
  },
  missing: {
    en: 'The account has {balanceCurrency} {balance}: {currency} {missing} would be missing for all of it.',
    zh: '账号余额{balanceCurrency} {balance}：支付全部尚缺{currency} {missing}。',
  },
  lastUnread: {
    en: 'Not all last renewals and prices could be read: where they are empty, they are not known. Ask for the export again if you need them.',
    zh: '上次续费和上次价格未能全部读取：留空处表示未知。如有需要，请重新申请导出。',
  },
  expiry: { en: 'Expiry', zh: '到期' },
  nothingDue: {
    en: '0 resources: nothing that was asked for falls due.',
    zh: '0个资源：所查询的范围内没有到期的资源。',
  },
  weekFrom: { en: 'Week from', zh: '周（起始日）' },
  month: { en: 'Month', zh: '月份' },
} as const satisfies Readonly<Record<string, Phrase>>;

/** What whoever approves should know of a row; the reader of notes must find no refusal in them. */
export const NOTES = {
  untold: {
    en: 'The provider tells no price before it renews: type the price to approve.',
    zh: '云服务商在续费前不提供价格：请填写待批准价格。',
  },
  ends: { en: 'Set to end with its term.', zh: '已设为到期结束。' },
  auto: { en: 'Auto-renewal is on.', zh: '已开启自动续费。' },
  expired: {
    en: 'Has expired; deleted when its grace period ends.',
    zh: '已过期；宽限期结束后会被云服务商清理。',
  },
  frozen: {
    en: 'Frozen; deleted when its retention period ends.',
    zh: '已冻结；保留期结束后会被云服务商清理。',
  },
} as const satisfies Readonly<Record<string, Phrase>>;
