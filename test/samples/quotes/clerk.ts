import type { TextSample } from './text-sample.ts';

/** Quotes as they come from people, with several things at once. */
export const CLERK: readonly TextSample[] = [
  [
    'a quote with a title, who approved, a total and a remark',
    `Renewals due in March 2027
     Approved by: Jane Doe | Reference: PO-7
     ·
     No. | Resource ID | Resource Name | Expires On | Renewal Duration | List Price (USD) | Discount | Net Price (USD) | Approved (Y/N) | Remarks
     1 | r1 | web | 2027-03-31 | 1 year | 1,200.00 | 10% | 1,080.00 | Y | keep
     2 | r2 | db | 2027-03-31 | 1 year | 2,400.00 | 10% | 2,160.00 | N | moved
     3 | r3 | old | 2027-03-31 | 1 month | 20.00 | · | 20.00 | Y | not yet approved by the owner
     · | Total | · | · | · | 3,620.00 | · | 3,260.00
     Prices do not include tax.`,
    ['pay 1080 for 1 year', 'no', 'no'],
  ],
  [
    'a Chinese quote with a title, units and signatures',
    `2027年3月续费清单
     单位：元 | · | 币种：人民币
     序号 | 资源ID | 资源名称 | 区域 | 到期时间 | 续费时长 | 官网价（元） | 折后价（元） | 是否同意续费 | 备注
     1 | r1 | 网站 | 上海 | 2027年3月31日 23:59:59 | 一年 | 1,200.00 | 1,080.00 | 同意 | ·
     2 | r2 | 数据库 | 上海 | 2027/3/31 | 3个月 | 600.00 | 540.00 | 不同意 | ·
     3 | r3 | 测试 | 上海 | 2027-03-31 | 1个月 | 20.00 | 18.00 | 同意 | 停用，不再续费
     合计 | · | · | · | · | · | 1,820.00 | 1,638.00
     批准人：王芳 | · | 日期：2026-11-29`,
    ['pay 1080 for 1 year', 'no', 'no'],
    { currency: 'CNY' },
  ],
  [
    'a bilingual quote',
    `资源ID Resource ID | 到期时间 Expires | 续费时长 Renewal Duration | 折后价 Discounted Price (USD) | 是否批准 Approved | 状态 Status
     r1 | 2027-03-31 | 1个月 | 10.00 | 是 Yes | 使用中
     r2 | 2027-03-31 | 1 month | 10.00 | 否 No | In use`,
    ['pay 10 for 1 month', 'no'],
  ],
  [
    'a quote in US dollars for an account in yuan',
    `资源ID | 到期时间 | 续费时长 | 官网价(USD)
     r1 | 2027-03-31 | 1个月 | 100.00`,
    ['invalid: "USD"'],
    { currency: 'CNY' },
  ],
  [
    'a column of the owner’s own decision beside the approval',
    `Resource ID | Expires | Term | List Price | Owner wants it? | Approved
     r1 | 2027-03-31 | 1 month | 10.00 | no | yes`,
    'refused: "Owner wants it?"',
  ],
  [
    'a cost per month that is not the price of the term',
    `Resource ID | Expires | Term | List Price | Monthly cost
     r1 | 2027-03-31 | 1 year | 100.00 | 8.33`,
    'refused: "Monthly cost"',
  ],
  [
    'the days and the term that are left',
    `Resource ID | Expires | Days left | Remaining period | Term | List Price
     r1 | 2027-03-31 | 12 | 1 month | 1 year | 100.00`,
    ['pay 100 for 1 year'],
  ],
  [
    'an approval with a date of its own',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 10.00 | 2026-11-02`,
    ['no: "2026-11-02"'],
  ],
  [
    'a decision with words for keeping and dropping',
    `Resource ID | Expires | Term | List Price | Decision
     r1 | 2027-03-31 | 1 month | 10.00 | Renew
     r2 | 2027-03-31 | 1 month | 10.00 | Cancel
     r3 | 2027-03-31 | 1 month | 10.00 | pending`,
    ['pay 10', 'no', 'no'],
  ],
  [
    'ticks and crosses',
    `Resource ID | Expires | Term | List Price | 审批
     r1 | 2027-03-31 | 1 month | 10.00 | √
     r2 | 2027-03-31 | 1 month | 10.00 | ×
     r3 | 2027-03-31 | 1 month | 10.00 | ☑
     r4 | 2027-03-31 | 1 month | 10.00 | ☐`,
    ['pay 10', 'no', 'pay 10', 'no'],
  ],
  [
    'headings of an interface',
    `resource_id,resource_name,expire_time
     r1`,
    'refused: no column with resource ids',
  ],
  [
    'a European quote',
    `Resource ID | Expires | Term | List Price (EUR)
     r1 | 31.03.2027 | 12 months | 1.234,50
     r2 | 01.04.2027 | 1 month | 99,00 €`,
    ['pay 1234.5 for 1 year', 'pay 99 for 1 month'],
    { currency: 'EUR' },
  ],
  [
    'a sheet of rejected rows beside nothing else',
    `Rejected by the board
     Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 10.00 | yes`,
    ['no: "Rejected by the board"'],
  ],
];
