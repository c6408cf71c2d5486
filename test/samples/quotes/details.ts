import type { TextSample } from './text-sample.ts';

/** Quotes about terms, dates, ids and how a sheet is laid out. */
export const DETAILS: readonly TextSample[] = [
  [
    'terms as people write them',
    `Resource ID | Expires | Renewal Duration | List Price
     r1 | 2027-03-31 | 1 Month(s) | 1.00
     r2 | 2027-03-31 | 一年 | 1.00
     r3 | 2027-03-31 | 半年 | 1.00
     r4 | 2027-03-31 | 三个月 | 1.00
     r5 | 2027-03-31 | P1M | 1.00
     r6 | 2027-03-31 | 6 mos | 1.00
     r7 | 2027-03-31 | one year | 1.00
     r8 | 2027-03-31 | 12 mths. | 1.00
     r9 | 2027-03-31 | 1 year (12 months) | 1.00`,
    [
      'pay 1 for 1 month',
      'pay 1 for 1 year',
      'pay 1 for 6 months',
      'pay 1 for 3 months',
      'pay 1 for 1 month',
      'pay 1 for 6 months',
      'pay 1 for 1 year',
      'pay 1 for 1 year',
      'pay 1 for 1 year',
    ],
  ],
  [
    'no terms',
    `Resource ID | Expires | Renewal Duration | List Price
     r1 | 2027-03-31 | 1 | 1.00
     r2 | 2027-03-31 | 1 year or 2 years | 1.00
     r3 | 2027-03-31 | 13 months | 1.00
     r4 | 2027-03-31 | 1 month (1 year) | 1.00
     r5 | 2027-03-31 | as before | 1.00`,
    ['invalid', 'invalid', 'invalid', 'invalid', 'invalid'],
  ],
  [
    'a period is a term, not the account’s usual one',
    `Resource ID | Expires | Period | List Price
     r1 | 2027-03-31 | 1 year | 100.00`,
    ['pay 100 for 1 year'],
    { defaultTerm: { unit: 'month', count: 1 } },
  ],
  [
    'a term under a heading that nobody knows',
    `Resource ID | Expires | How long? | List Price
     r1 | 2027-03-31 | 1 year | 100.00`,
    'refused: "How long?"',
    { defaultTerm: { unit: 'month', count: 1 } },
  ],
  [
    'a term above the table',
    `Period: 1 year
     Resource ID | Expires | List Price
     r1 | 2027-03-31 | 100.00`,
    'refused: Period: 1 year',
    { defaultTerm: { unit: 'month', count: 1 } },
  ],
  [
    'a figure and its unit in two columns',
    `InstanceID | ProductCode | Region | EndTime | RenewStatus | Period | Unit | List Price
     i-bp1 | ecs | cn-hangzhou | 2027-03-31T16:00:00Z | ManualRenewal | 1 | Month | 10.00
     i-bp2 | ecs | cn-hangzhou | 2027-03-31T16:00:00Z | AutoRenewal | 2 | Year | 10.00`,
    ['pay 10 for 1 month', 'pay 10 for 2 years'],
  ],
  [
    'two terms that disagree',
    `Resource ID | Expires | Renewal Duration | Required Duration | List Price
     r1 | 2027-03-31 | 1 month | 1 year | 1.00
     r2 | 2027-03-31 | 12 months | 1 year | 1.00`,
    ['invalid: "Required Duration" says otherwise', 'pay 1 for 1 year'],
  ],
  [
    'dates as people write them',
    `Resource ID | Expires | Term | List Price
     r1 | 31/03/2027 | 1 month | 1.00
     r2 | 20270331 | 1 month | 1.00
     r3 | 31-Mar-27 | 1 month | 1.00
     r4 | Wed, 31 Mar 2027 | 1 month | 1.00
     r5 | 2027年3月31日 星期三 | 1 month | 1.00
     r6 | 2027-03-31 11:30 pm | 1 month | 1.00
     r7 | 2027年3月31日 下午3:30 | 1 month | 1.00
     r8 | 31st March 2027 | 1 month | 1.00
     r9 | Mar. 31, 2027 | 1 month | 1.00`,
    ['pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1'],
  ],
  [
    'a day and a month that nobody can tell apart',
    `Resource ID | Expires | Term | List Price
     r1 | 01/02/2027 | 1 month | 1.00
     r2 | 3月31日 | 1 month | 1.00
     r3 | 31 Mar | 1 month | 1.00
     r4 | 01/02/27 | 1 month | 1.00
     r5 | 31/31/2027 | 1 month | 1.00`,
    ['invalid: which figure', 'invalid: the year', 'invalid: the year', 'invalid', 'invalid'],
  ],
  [
    'a column that shows that its days come first',
    `Resource ID | Expires | Term | List Price
     r1 | 01/02/2027 | 1 month | 1.00
     r2 | 31/03/2027 | 1 month | 1.00`,
    ['pay 1', 'pay 1'],
  ],
  [
    'a column that contradicts itself',
    `Resource ID | Expires | Term | List Price
     r1 | 01/02/2027 | 1 month | 1.00
     r2 | 31/03/2027 | 1 month | 1.00
     r3 | 03/31/2027 | 1 month | 1.00`,
    ['invalid', 'pay 1', 'pay 1'],
  ],
  [
    'ids with signs that no id has',
    `Resource ID | Expires | Term | List Price
     'abc-1' | 2027-03-31 | 1 month | 1.00
     [abc-2] | 2027-03-31 | 1 month | 1.00
     abc-3;abc-4 | 2027-03-31 | 1 month | 1.00
     abc\u200b-5 | 2027-03-31 | 1 month | 1.00
     \u200babc-6\u00a0 | 2027-03-31 | 1 month | 1.00
     ａbc-7 | 2027-03-31 | 1 month | 1.00
     abc -8 | 2027-03-31 | 1 month | 1.00`,
    [
      'invalid: "\'"',
      'invalid: "["',
      'invalid: ";"',
      'invalid: zero width',
      'pay 1',
      'invalid',
      'invalid: space',
    ],
  ],
  [
    'a parent’s id is another one',
    `Parent Resource ID | Resource ID | Expires | Term | List Price
     p1 | r1 | 2027-03-31 | 1 month | 1.00`,
    ['pay 1'],
  ],
  [
    'a column that counts the lines',
    `ID | Resource ID | Expires | Term | List Price
     1 | r1 | 2027-03-31 | 1 month | 1.00
     2 | r2 | 2027-03-31 | 1 month | 1.00`,
    ['pay 1', 'pay 1'],
  ],
  [
    'two ids that disagree',
    `Resource ID | Instance ID | Expires | Term | List Price
     r1 | r9 | 2027-03-31 | 1 month | 1.00`,
    ['invalid: says otherwise'],
  ],
  [
    'a second table with columns in another order',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00
     ·
     List Price | Term | Expires | Resource ID | Approved
     50.00 | 1 year | 2027-04-30 | r2 | yes
     60.00 | 1 year | 2027-04-30 | r3 | no`,
    ['no: says yes for this resource', 'pay 50 for 1 year', 'no'],
  ],
  [
    'a table of what is not renewed below the one that is',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00
     ·
     Not to be renewed
     Resource ID | Expires | Term | List Price | Note
     r2 | 2027-03-31 | 1 month | 100.00 | ·`,
    ['pay 100', 'no: Not to be renewed'],
  ],
  [
    'headings that were sorted among the rows',
    `r1 | 2027-03-31 | 1 month | 100.00
     Resource ID | Expires | Term | List Price
     r2 | 2027-04-30 | 1 month | 100.00`,
    ['pay 100', 'pay 100'],
  ],
  [
    'headings said again on each page',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00
     Resource ID | Expires | Term | List Price
     r2 | 2027-04-30 | 1 month | 100.00`,
    ['pay 100', 'pay 100'],
  ],
  [
    'the provider’s own list in English',
    `Resource Name | Resource ID | Product Type | Specifications | Region | Enterprise Project | Status | Provisioned/Expires | Countdown | Order No. | Renewal Duration | List Price (USD) | Usable discounts | Discounted Price (USD) | Homing Relationship
     web | r1 | ECS | s6.large | ap-southeast-1 | default | In use | 2026-03-31\\n2027-03-31 | 15 days | CS1 | 1 month | 10.00 | 10% off | 9.00 | ·`,
    ['pay 9 for 1 month'],
  ],
  [
    'the provider’s own list in Chinese',
    `实例名称/ID | 产品类型 | 规格 | 区域 | 企业项目 | 状态 | 开通/到期时间 | 倒计时 | 订单号 | 续费方式 | 购买时长 | 原价 | 优惠后价格 | 应付金额 | 归属关系
     web\\nr1 | ECS | s6 | 上海 | default | 使用中 | 2026-03-31\\n2027-03-31 | 15天 | CS1 | 到期不续费 | 1个月 | 10.00 | 9.00 | 9.00 | ·`,
    ['pay 9 for 1 month'],
  ],
  [
    'the provider’s list of orders',
    `Portfolio Transaction Order No | Specification | Charging mode | Start Time | End Time | Service Provider | Quantity | Resource ID | Required Duration | Amount Payable
     CS1 | s6 | Yearly/Monthly | 2026-03-31 | 2027-03-31 | Huawei Cloud | 1 | r1 | 1 year | 10.00`,
    ['pay 10 for 1 year'],
  ],
  [
    'our own results, dropped again',
    `Resource ID | Expires | Renewal Duration | List Price | Currency | Approved | Note | Outcome | Order | Paid (allocated) | Currency (result) | New expiry (Asia/Shanghai) | Provider code | Reason | What to do next
     r1 | 2027-03-31 | 1 month | 10.00 | USD | yes | · | not approved | · | · | · | · | · | The Approved column does not say yes. | To renew it, write yes.
     r2 | 2027-03-31 | 1 month | 10.00 | USD | · | · | renewed | CS7 | 10.00 | USD | 2027-04-30 | · | Renewed. | ·`,
    'refused: is a report of ours and no quote',
  ],
  [
    'our own results of which somebody has kept the reasons alone',
    `Resource ID | Expires | Renewal Duration | List Price | Currency | Approved | Note | Outcome | Reason | What to do next
     r1 | 2027-03-31 | 1 month | 10.00 | USD | yes | · | not approved | The Approved column does not say yes. | To renew it, write yes.
     r2 | 2027-03-31 | 1 month | 10.00 | USD | · | · | renewed | Renewed. | ·`,
    ['pay 10', 'no'],
  ],
  [
    'our own dry run, dropped again',
    `Resource ID | Expires | Renewal Duration | List Price | Approved | Expected outcome | Price now (USD) | Dearer by (USD) | Expiry now (Asia/Shanghai) | Provider code | Reason | What to do next
     r1 | 2027-03-31 | 1 month | 10.00 | yes | held: price changed | 11.00 | 1.00 | 2027-03-31 | · | It is not approved at that price. | Have it approved.`,
    'refused: is a report of ours and no quote',
  ],
  [
    'a zone in the heading',
    `Resource ID | Expires (UTC) | Term | List Price
     r1 | 2027-03-31 23:59:59 | 1 month | 10.00`,
    ['pay 10 until 2027-04-01'],
  ],
];
