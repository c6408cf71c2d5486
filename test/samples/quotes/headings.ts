import { wordList } from '../../../shared/workbook/read/word-list.ts';
import type { CellIn } from '../../support/quote-workbook.ts';

/**
 * What a careful clerk makes of a column from its heading and what stands under it, written down
 * before the reader was: `understood` with the meaning, `harmless` (it may come back as it was), or
 * `refused`, since it looks like a decision, a price, a term or a currency and cannot be told.
 */
export type Expected = 'refused' | 'harmless' | `understood as ${string}`;

/** What the cells of a column may hold; a column is tried with each that its list names. */
export const CONTENTS = {
  decisions: ['yes', 'no', 'yes'],
  'chinese decisions': ['同意', '不同意', '同意'],
  verdicts: ['Approved', 'Rejected', 'Approved'],
  money: ['USD 80.00', 'USD 12.50', 'USD 7.00'],
  amounts: [80, 12.5, 7],
  terms: ['1 year', '12 months', '1 month'],
  'chinese terms': ['1年', '三个月', '半年'],
  currencies: ['CNY', 'CNY', 'CNY'],
  'chinese currencies': ['人民币', '人民币', '美元'],
  dates: ['2027-03-31', '2027-04-01', '2027-05-02'],
  statuses: ['In use', 'Expired', 'Frozen'],
  'chinese statuses': ['使用中', '已过期', '已冻结'],
  words: ['web-1', 'payments-db', 'Singapore'],
  numbers: [1, 2, 4],
  nothing: [null, null, null],
} as const satisfies Readonly<Record<string, readonly CellIn[]>>;

export type Content = keyof typeof CONTENTS;

/** Headings of one kind, what stands under them, and what is to become of the column. */
export type HeadingCase = readonly [
  expected: Expected,
  contents: readonly Content[],
  headings: readonly string[],
];

const ANY = Object.keys(CONTENTS) as Content[];

export const HEADING_CASES: readonly HeadingCase[] = [
  [
    'understood as approved',
    ANY,
    [
      ...wordList(`
      Approved | Approved? | APPROVED | Approval | Approve | Approve? | approved (y/n) |
      Approved (yes/no) | Renew? | Renew | Renew (Y/N) | Renew y/n | Decision | To renew |
      批准 | 是否批准 | 审批 | 核准 | 是否核准 | 是否续费 | 是否续费? | 同意 | 是否同意 |
      审批结果 | 审批意见 | 审核结果 | Approved 批准 | 批准 / Approved | Approved（批准） |
      是否批准(是/否) | 是否续费（Y/N） | Approval Status | Approved (Finance) | 审批 Approval |
      Ａｐｐｒｏｖｅｄ | Ap\u200bproved | Authorised | Authorized | OK to renew
    `),
      ' Approved ',
    ],
  ],
  [
    'refused',
    ['decisions', 'chinese decisions', 'verdicts', 'words', 'nothing'],
    wordList(`
      Aproved | Approvd | Aprooved | Apporved | Decison | Action | Actions | Go ahead |
      Accepted | Agreed | Confirmed | Consent | Sign-off | Sign off | Signoff | Verdict |
      Approved (draft) | Approved (old) | Approved (last year) | Approval (TBC) | Keep? |
      Finance approval | CFO approved | Approved by finance? | Pre-approved | Proceed? |
      领导批准 | 财务审核 | 领导意见 | 处理意见 | 是否需要 | 是否保留 | 决定 | 续费决定 | 确认 |
      客户确认 | 批复 | 续费否 | 续不续 | 同意与否 | Renewal | Yes/No | Y/N
    `),
  ],
  [
    'refused',
    ['decisions', 'chinese decisions', 'verdicts', 'words'],
    [
      'Rejected',
      'Declined',
      'Cancel',
      'Cancelled',
      'Exclude',
      'Skip',
      '取消',
      '驳回',
      '不续费',
      'Do not renew',
    ],
  ],
  [
    'refused',
    ['decisions', 'chinese decisions', 'verdicts'],
    [
      '',
      'Owner',
      'Column1',
      'Finance',
      'CFO',
      '财务',
      '领导',
      'Jane',
      'Tag',
      '标记',
      'Critical',
      'Check',
    ],
  ],
  ['understood as approved', ['verdicts'], ['Status', '状态']],
  [
    'harmless',
    ['decisions', 'chinese decisions', 'words', 'nothing'],
    [
      'Auto-renew',
      'Auto-renewal period',
      '自动续费周期',
      'Auto renewal',
      'Auto-renewal enabled',
      'AutoRenew',
      '自动续费',
      '是否自动续费',
      'Encrypted',
    ],
  ],
  [
    'understood as listPrice',
    ['money', 'amounts', 'nothing'],
    wordList(`
      List Price | List Price (USD) | list price | LIST PRICE | Listprice | Original Price |
      Renewal Price | 官网价 | 原价 | 续费价格 | 官网价(USD) | 官网价（美元） |
      List Price / USD | List Price, USD | USD List Price | List Price 官网价 |
      List Price (per month) | 官网价 / List Price | List Price (excl. VAT) |
      List Price (incl. tax) | 原价(含税) | Price | 价格 | 金额 | Amount
    `),
  ],
  [
    'understood as discountedPrice',
    ['money', 'amounts', 'nothing'],
    wordList(`
      Discounted Price | Discounted Amount | Amount Payable | 优惠后价格 | 折后价 | 应付金额 |
      折后价 ＄ | Discounted Price (US$) | Net Price | NetPrice | Discounted price\n(USD) |
      折后价格
    `),
  ],
  [
    'understood as approvedPrice',
    ['money', 'amounts', 'nothing'],
    [
      'Approved Price',
      'Approved Amount',
      'Price to approve',
      '批准价格',
      '批准金额',
      'Approved Price (USD)',
    ],
  ],
  [
    'refused',
    ['money', 'amounts'],
    wordList(`
      Net | Gross | Gross Price | Total | Total (USD) | Sum | Subtotal | Cost | Fee | Charges |
      Discunted Price | Discounted Prize | Prce | Unit Price | Best price | Final cost |
      BestPrice | Amount due | Quoted | To pay | Payment | Renewal fee | Annual cost |
      Monthly fee | USD | Paid | List Price (cents) | List Price (万元) |
      List Price (in thousands) | List Price (k USD) | List Price (draft) |
      Discounted Price (estimate) | Discounted Price (TBC) | List Price (千元) | 净价 | 成本 |
      费用 | 续费金额合计 | 合计 | 总价 | 实付 | 实付款 | 单价 | 报价(万元) | 小计 |
      官网价(分) | 应付金额（万元） | Approved cost | List Price (per unit) |
      List Price (x 1000)
    `),
  ],
  ['refused', ['money'], ['', 'Owner', 'Finance', 'Column1', '财务', 'Remark 2', 'Tag']],
  [
    'understood as term',
    ANY,
    wordList(`
      Renewal Duration | Required Duration | Duration | Duration (months) | Duration / months |
      续费时长 | 购买时长 | 时长 | 续费时长（月） | 时长(年) | Period | Term | Renewal Period |
      Renewal Term | 续费周期 | 续费期限 | 期限 | Renewal Duration 续费时长 |
      Duration in months
    `),
  ],
  [
    'refused',
    ['terms', 'chinese terms'],
    [
      ...wordList(`
      Duratoin | Length | Renewal Lenght | Months | Contract period | Tenor | How long |
      Validity | Subscription | Column1 | Owner | Cycle | 年限 | 租期 | 周期 | 使用年限 | 月数 |
      有效期 | Renewal Duration (estimate) | Period (draft) | Periode
    `),
      '',
    ],
  ],
  [
    'understood as currency',
    ANY,
    [
      'Currency',
      '币种',
      '货币',
      'CURRENCY',
      'Currency 币种',
      'Ccy',
      'Currency Code',
      '结算币种',
      '币别',
    ],
  ],
  [
    'refused',
    ['currencies', 'chinese currencies'],
    [
      'Curency',
      'Currencies',
      'Paid in',
      'Curr',
      '',
      'Column1',
      'Owner',
      '货币代号',
      '付款币',
      'Currency (old)',
    ],
  ],
  [
    'harmless',
    ['money', 'amounts', 'words', 'nothing', 'numbers'],
    wordList(`
      Discount | Usable discount | 可用折扣 | Paid (allocated) | Price now (USD) |
      Dearer by (USD) | List Price (last year) | List Price (old) | Old Price | Previous price |
      去年价格 | 上年金额
    `),
  ],
  [
    'harmless',
    ['statuses', 'chinese statuses', 'words', 'numbers', 'nothing', 'dates'],
    [
      ...wordList(`
      Product Code | ProductCode | Account | Tag | Tags | Department | Owner | 负责人 | 部门 |
      Charging mode | Charge Mode | Billing Mode | 计费模式 | 付费方式 | Payment method |
      Cost center | 成本中心 | Approval date | Approved on | 审批时间 | 批准日期 |
      Approval No. | 审批单号 | Countdown | Start Time | Service Provider | Quantity |
      Renewal mode | 续费方式 | Renewal type | RenewStatus | Renewal status | Order Type |
      Order status | 订单状态 | Grace period ends | 倒计时 | 剩余天数 | Operation | 操作 |
      Specification | vCPUs | Disk (GB) | 可用区 | Outcome | Order | Provider code |
      What to do next | Expected outcome | Days left | Attached | Mode | IP address |
      Mount point | Change No. | Current owner | Division | Team | Parent Resource ID |
      Resource ID (parent) | Host | Section | Term owner | Price list name
    `),
      '',
    ],
  ],
  [
    'understood as status',
    ['statuses', 'chinese statuses', 'words', 'nothing'],
    ['Status', '状态'],
  ],
  [
    'understood as id',
    ['words'],
    ['Resource ID', '资源ID', 'Instance ID', 'InstanceID', '实例ID', 'resource_id'],
  ],
  [
    'understood as id',
    ['words'],
    ['Instance Name/ID', '实例名称/ID', 'ID', '资源ID Resource ID', 'Domain Name'],
  ],
  ['understood as name', ['words'], ['Resource Name', '资源名称', 'Name', '名称', 'Instance Name']],
  [
    'understood as expiry',
    ['dates'],
    wordList(`
      Expires | Expires On | 到期时间 | Expiration Time | Expiry | Expiry Date |
      Expiration Date | Provisioned/Expires | 开通/到期时间 | Expires (Asia/Shanghai) |
      到期日期 | 到期日 | End Time | Expires 到期时间 | EndTime | Expires At
    `),
  ],
  [
    'understood as product',
    ['words'],
    ['Product Type', '产品类型', 'Product', 'Specifications', '规格', 'Service', '云服务'],
  ],
  ['understood as region', ['words'], ['Region', '区域', '地域']],
  ['understood as project', ['words'], ['Enterprise Project', '企业项目']],
  [
    'understood as order',
    ['words', 'numbers'],
    ['Order No.', 'Order ID', '订单号', 'Portfolio Transaction Order No'],
  ],
  ['understood as childOf', ['words', 'nothing'], ['Homing Relationship', '归属关系']],
  ['understood as approvedBy', ['words'], ['Approved by', '批准人', 'Approver', '审批人']],
  ['understood as reference', ['words', 'numbers'], ['Reference', '参考号', 'PO', 'PO Number']],
  [
    'understood as note',
    ['words', 'nothing'],
    ['Note', 'Notes', 'Remark', '备注', 'Comment', 'Approval comment'],
  ],
  ['understood as unit', ['words'], ['Unit', '单位']],
];
