import { wordList } from './word-list.ts';
/**
 * The headings that are understood, by what the column means, in English and Chinese (Huawei
 * contract, section 10; the fields of Alibaba's lists). An account adds its own by its setting
 * `headings`; this is the one place to add a heading for all.
 *
 * Written as people read them: case, spaces, full-width letters, punctuation and line breaks make
 * no difference. Words in brackets are read as what they say, see `qualifiers.ts`. Where a sheet has
 * several columns of one meaning, they must agree. A heading with a slash ("Instance Name/ID",
 * "Provisioned/Expires") is over cells with two values, of which the second one is meant.
 */
export const HEADINGS = {
  id: wordList(`
    Resource ID | 资源ID | Instance ID | 实例ID | Instance Name/ID | 实例名称/ID |
    Resource Name/ID | 资源名称/ID | Domain Name | 域名 | 资源编号 | 实例编号 | ID |
    Domain
  `),
  name: ['Resource Name', '资源名称', 'Instance Name', '实例名称', 'Name', '名称'],
  product: wordList(`
    Product Type | 产品类型 | Service Type | 服务类型 | Product | 产品 | Resource Type |
    资源类型 | Specifications | 规格 | Service | 云服务
  `),
  region: ['Region', '区域', '地域'],
  expiry: wordList(`
    Expires | 到期时间 | Expires On | Expiration Time | Expired | Provisioned/Expires |
    开通/到期时间 | Expiry | Expiry Date | Expiration Date | Expiry Time | Expires At |
    到期日期 | 到期日 | 过期时间 | 失效时间 | 有效期至 | Expiration | End Time | 结束时间
  `),
  term: wordList(`
    Renewal Duration | 续费时长 | Required Duration | 购买时长 | Duration | 时长 |
    Renewal Period | Renewal Term | Period | Term | 续费周期 | 续费期限 | 期限 | 续费年限
  `),
  /** What a bare number in the term's column counts, in a column of its own (Alibaba: Period, Unit). */
  unit: ['Unit', '单位', 'Period Unit', '时长单位'],
  /** The price somebody approved in so many words; where it stands, no other price counts. */
  approvedPrice: wordList(`
    Approved Price | 批准价格 | Approved Amount | 批准金额 | Price to approve | 待批准价格 |
    核准价格 | 核准金额 | 审批金额 | 审批价格
  `),
  discountedPrice: wordList(`
    Discounted Price | 优惠后价格 | 折后价 | Discounted Amount | Amount Payable | 应付金额 |
    Net Price | 折后价格 | 优惠价 | 优惠后金额 | 折后金额
  `),
  listPrice: wordList(`
    List Price | 官网价 | Original Price | 原价 | Renewal Price | 续费价格 | 目录价 | 续费价 |
    续费金额 | Price | 价格 | Amount | 金额
  `),
  currency: wordList(`
    Currency | 币种 | 货币 | Ccy | Currency Code | 结算币种 | 币别 | 货币单位 | 货币种类
  `),
  status: ['Status', '状态', 'Resource Status', '资源状态', 'Instance Status', '实例状态'],
  project: ['Enterprise Project', '企业项目'],
  order: ['Order No.', 'Order ID', '订单号', 'Portfolio Transaction Order No', '订单编号'],
  childOf: ['Homing Relationship', '归属关系'],
  /** Several of them are all asked: a row needs a yes in each. */
  approved: wordList(`
    Approved | Approval | 批准 | 是否批准 | 审批 | Approve | Approval Status |
    Approval Result | Approval Decision | Authorised | Authorized | Renew | To Renew |
    Renew Y/N | Renew Yes/No | OK to renew | Approved Y/N | Decision | 核准 | 是否核准 |
    是否续费 | 是否续订 | 是否同意 | 同意 | 同意续费 | 审批结果 | 审批意见 | 审批状态 |
    审核结果 | 是否审批 | 是否审批通过 | 续费审批 | 是否同意续费 | 批准续费 | 核准结果
  `),
  approvedBy: ['Approved by', '批准人', 'Approver', '审批人', '核准人', '审核人', 'Authorised by'],
  reference: ['Reference', '参考号', 'Reference No.', 'PO', 'PO No.', 'PO Number'],
  note: wordList(`
    Note | Notes | Remark | Remarks | Comment | Comments | 备注 | 说明 | Approval Comment |
    Approval Comments | Approval Note | Approval Notes | 审批备注 | 注释 | Reason
  `),
} as const satisfies Record<string, readonly string[]>;

/** What a column is about. */
export type Meaning = keyof typeof HEADINGS;

/**
 * Headings that look like more than they are: of our own results and dry runs, and of the providers'
 * lists. Under `whatever` even yes and no, amounts and durations are none of a renewal.
 */
export const HARMLESS = {
  plain: wordList(`
    Line | 行号 | Sheet | 工作表 | Order | Provider code | 云服务商代码 | 下一步 | 当前到期时间 | 新到期时间 |
    剩余天数 | What to do next | Expiry now | New expiry | Days left | Mode |
    Renewal mode | Renew Status | Renewal Status | 续费方式 | 续费模式 | 续费状态 |
    Operation | 操作 | 倒计时 | Countdown | Renewal type | 续费类型 | Expire policy |
    Expiration policy | 到期策略 | 到期处理 | Last renewed | 上次续费 | Once checked: for the function "operate"
  `),
  whatever: wordList(`
    Price now | 现价 | Dearer by | 涨价 | Was | 此前 | Change | 变动 | Last price | 上次价格 |
    Change since then | 较上次变动 | Paid (allocated) | 已付 | Attached |
    附属资源数 | Quantity | 数量 | Age | Auto-renew |
    Auto renewal | Auto-renewal enabled | Auto renew enabled | Auto-renewed |
    Automatic renewal | 自动续费 | 是否自动续费 | 自动续费状态 | 是否开启自动续费 | Auto Pay |
    自动支付 | Discount | Discounts | Usable discount | Usable discounts |
    Available discounts | 折扣 | 可用折扣 | Discount Rate | 折扣率 | Discount value |
    优惠金额 | Coupon | 代金券 | Tax | VAT | 税额 | 税率 | Usage duration | 使用时长 |
    Encrypted | 是否加密 | Main resource | Is main resource | 是否主资源 | 是否主实例
  `),
  /** Of our own results: only the words of our own outcomes stand there. */
  outcomes: ['Outcome', 'Expected outcome', '处理结果', '预计结果'],
} as const;

/**
 * Harmless headings of discounts that a row has. One that is merely usable or available may not have
 * been meant.
 */
export const DISCOUNTS = wordList(`
  Discount | Discounts | Discount Rate | Discount value | Discount Amount | Rebate | 折扣 | 折扣率 |
  优惠金额 | 折扣金额 | 优惠
`);
