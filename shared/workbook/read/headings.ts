/**
 * The headings that are understood, by what the column means, in English and Chinese (Huawei
 * contract, section 10). This is the one place to add a heading of yours.
 *
 * Written as people read them: case, spaces, full-width letters, punctuation, line breaks, units and
 * anything in brackets make no difference, so "List Price (USD)" is "List Price". Where a sheet has
 * several columns of one meaning, the one that stands earlier in this list counts. A heading with a
 * slash ("Instance Name/ID", "Provisioned/Expires") is over cells with two values, of which the
 * second one is meant.
 */
export const HEADINGS = {
  id: [
    'Resource ID',
    '资源ID',
    'Instance ID',
    '实例ID',
    'Instance Name/ID',
    '实例名称/ID',
    'Resource Name/ID',
    '资源名称/ID',
    'ID',
  ],
  name: ['Resource Name', '资源名称', 'Instance Name', '实例名称', 'Name', '名称'],
  product: [
    'Product Type',
    '产品类型',
    'Service Type',
    '服务类型',
    'Product',
    '产品',
    'Resource Type',
    '资源类型',
    'Specifications',
    '规格',
  ],
  region: ['Region', '区域'],
  expiry: [
    'Expires',
    '到期时间',
    'Expires On',
    'Expiration Time',
    'Expired',
    'Provisioned/Expires',
    '开通/到期时间',
  ],
  term: ['Renewal Duration', '续费时长', 'Required Duration', '购买时长', 'Duration', '时长'],
  /** The price somebody approved in so many words; where it stands, no other price counts. */
  approvedPrice: [
    'Approved Price',
    '批准价格',
    'Approved Amount',
    '批准金额',
    'Price to approve',
    '待批准价格',
  ],
  discountedPrice: [
    'Discounted Price',
    '优惠后价格',
    '折后价',
    'Discounted Amount',
    'Amount Payable',
    '应付金额',
  ],
  listPrice: ['List Price', '官网价', 'Original Price', '原价', 'Renewal Price', '续费价格'],
  currency: ['Currency', '币种', '货币'],
  status: ['Status', '状态'],
  project: ['Enterprise Project', '企业项目'],
  order: ['Order No.', 'Order ID', '订单号'],
  childOf: ['Homing Relationship', '归属关系'],
  approved: ['Approved', 'Approval', '批准', '是否批准', '审批'],
  approvedBy: ['Approved by', '批准人', 'Approver', '审批人'],
  reference: ['Reference', '参考号', 'Reference No.', 'PO', 'PO No.', 'PO Number'],
  note: ['Note', 'Notes', 'Remark', 'Remarks', 'Comment', 'Comments', '备注'],
} as const satisfies Record<string, readonly string[]>;

/** What a column is about. */
export type Meaning = keyof typeof HEADINGS;
