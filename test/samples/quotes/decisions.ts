import type { TextSample } from './text-sample.ts';

/** Quotes about who said yes, and to what. */
export const DECISIONS: readonly TextSample[] = [
  [
    'no column of decisions at all',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100'],
  ],
  [
    'yes, no and nothing',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 100.00 | Yes
     r2 | 2027-03-31 | 1 month | 100.00 | No
     r3 | 2027-03-31 | 1 month | 100.00 | ·`,
    ['pay 100', 'no', 'no'],
  ],
  [
    'a misspelt heading',
    `Resource ID | Expires | Term | List Price | Aproved
     r1 | 2027-03-31 | 1 month | 100.00 | no`,
    'refused: "Aproved"',
  ],
  [
    'two languages in one heading',
    `资源ID | 到期时间 | 续费时长 | 官网价 | 是否批准 Approved (Y/N)
     r1 | 2027-03-31 | 1个月 | 100.00 | 是
     r2 | 2027-03-31 | 1个月 | 100.00 | 否`,
    ['pay 100', 'no'],
  ],
  [
    'an action',
    `Resource ID | Expires | Term | List Price | Action
     r1 | 2027-03-31 | 1 month | 100.00 | terminate`,
    'refused: "Action"',
  ],
  [
    'yes and no under a name',
    `Resource ID | Expires | Term | List Price | Jane
     r1 | 2027-03-31 | 1 month | 100.00 | yes
     r2 | 2027-03-31 | 1 month | 100.00 | no`,
    'refused: "Jane"',
  ],
  [
    'yes and no under no heading',
    `Resource ID | Expires | Term | List Price | ·
     r1 | 2027-03-31 | 1 month | 100.00 | ok
     r2 | 2027-03-31 | 1 month | 100.00 | no`,
    'refused: "E"',
  ],
  [
    'the same, with a heading that the account knows',
    `Resource ID | Expires | Term | List Price | CFO sign-off
     r1 | 2027-03-31 | 1 month | 100.00 | yes
     r2 | 2027-03-31 | 1 month | 100.00 | no`,
    ['pay 100', 'no'],
    { headings: { approved: ['CFO sign-off'] } },
  ],
  [
    'a column of yes and no that the account has ignored',
    `Resource ID | Expires | Term | List Price | Critical?
     r1 | 2027-03-31 | 1 month | 100.00 | yes
     r2 | 2027-03-31 | 1 month | 100.00 | no`,
    ['pay 100', 'pay 100'],
    { headings: { ignored: ['Critical?'] } },
  ],
  [
    'what is known to all cannot be ignored',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 100.00 | no`,
    ['no'],
    { headings: { ignored: ['Approved'] } },
  ],
  [
    'two columns of decisions',
    `Resource ID | Expires | Term | List Price | Approved | Approval
     r1 | 2027-03-31 | 1 month | 100.00 | yes | yes
     r2 | 2027-03-31 | 1 month | 100.00 | yes | no
     r3 | 2027-03-31 | 1 month | 100.00 | · | yes`,
    ['pay 100', 'no', 'no'],
  ],
  [
    'the provider’s status',
    `资源ID | 到期时间 | 续费时长 | 官网价 | 状态
     r1 | 2027-03-31 | 1个月 | 100.00 | 使用中
     r2 | 2027-03-31 | 1个月 | 100.00 | 已过期`,
    ['pay 100', 'pay 100'],
  ],
  [
    'a status that is a verdict',
    `Resource ID | Expires | Term | List Price | Status
     r1 | 2027-03-31 | 1 month | 100.00 | Approved
     r2 | 2027-03-31 | 1 month | 100.00 | Rejected
     r3 | 2027-03-31 | 1 month | 100.00 | In use`,
    ['pay 100', 'no', 'no'],
  ],
  [
    'a status of one row that says cancelled',
    `Resource ID | Expires | Term | List Price | Status
     r1 | 2027-03-31 | 1 month | 100.00 | In use
     r2 | 2027-03-31 | 1 month | 100.00 | Cancelled`,
    ['pay 100', 'no: "Cancelled" says'],
  ],
  [
    'a note that says no beside a yes',
    `Resource ID | Expires | Term | List Price | Approved | Note
     r1 | 2027-03-31 | 1 month | 100.00 | yes | urgent
     r2 | 2027-03-31 | 1 month | 100.00 | yes | do NOT renew, moved to Paris
     r3 | 2027-03-31 | 1 month | 100.00 | yes | 不续费
     r4 | 2027-03-31 | 1 month | 100.00 | yes | renewed last year too`,
    ['pay 100', 'no: "do NOT renew, moved to Paris" says', 'no', 'pay 100'],
  ],
  [
    'notes by which nobody has decided, or a resource is given up, beside a yes',
    `Resource ID | Expires | Term | List Price | Approved | Remarks
     r1 | 2027-03-31 | 1 month | 100.00 | yes | let it expire
     r2 | 2027-03-31 | 1 month | 100.00 | yes | decommission in March
     r3 | 2027-03-31 | 1 month | 100.00 | yes | waiting for approval
     r4 | 2027-03-31 | 1 month | 100.00 | 是 | 已迁移，勿续
     r5 | 2027-03-31 | 1 month | 100.00 | 是 | 待定
     r6 | 2027-03-31 | 1 month | 100.00 | 是 | 到期释放
     r7 | 2027-03-31 | 1 month | 100.00 | 是 | 去年已续费`,
    ['no: "let it expire" says', 'no', 'no', 'no: "已迁移，勿续" says', 'no', 'no', 'pay 100'],
  ],
  [
    'an unknown column in which a sentence is about the renewal',
    `Resource ID | Expires | Term | List Price | Owner
     r1 | 2027-03-31 | 1 month | 100.00 | Jane
     r2 | 2027-03-31 | 1 month | 100.00 | Sam, says do not renew as it moves to Paris`,
    ['pay 100', 'no'],
  ],
  [
    'titles of rows that nobody has decided on',
    `一、续费
     资源ID | 到期时间 | 续费时长 | 官网价
     r1 | 2027-03-31 | 1个月 | 100.00
     二、待审批
     r2 | 2027-03-31 | 1个月 | 100.00
     三、下线清单
     r3 | 2027-03-31 | 1个月 | 100.00
     On hold (1)
     r4 | 2027-03-31 | 1个月 | 100.00
     四、补充（已批准）
     r5 | 2027-03-31 | 1个月 | 100.00`,
    ['pay 100', 'no: "二、待审批"', 'no: "三、下线清单"', 'no: "On hold (1)"', 'pay 100'],
  ],
  [
    'a line under the table that takes all rows back',
    `Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00
     Note: rows above are NOT approved yet`,
    ['no: "Note: rows above are NOT approved yet"'],
  ],
  [
    'a line that tells how decisions are filled in',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 100.00 | yes
     r2 | 2027-03-31 | 1 month | 100.00 | ·
     All rows not approved are left out`,
    ['pay 100', 'no'],
  ],
  [
    'an unknown column in which one cell says no',
    `Resource ID | Expires | Term | List Price | Team says
     r1 | 2027-03-31 | 1 month | 100.00 | payments-db of the shop
     r2 | 2027-03-31 | 1 month | 100.00 | the web front end
     r3 | 2027-03-31 | 1 month | 100.00 | Do not renew!`,
    ['pay 100', 'pay 100', 'no'],
  ],
  [
    'words for a yes in both languages',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 1.00 | YES!
     r2 | 2027-03-31 | 1 month | 1.00 | ＯＫ
     r3 | 2027-03-31 | 1 month | 1.00 | 同意。
     r4 | 2027-03-31 | 1 month | 1.00 | 审批通过
     r5 | 2027-03-31 | 1 month | 1.00 | Approved / 批准
     r6 | 2027-03-31 | 1 month | 1.00 | ✔️
     r7 | 2027-03-31 | 1 month | 1.00 | 是（同意）
     r8 | 2027-03-31 | 1 month | 1.00 | "yes"
     r9 | 2027-03-31 | 1 month | 1.00 | ye\u200bs`,
    ['pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1', 'pay 1'],
  ],
  [
    'words that are no yes',
    `Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 1.00 | x
     r2 | 2027-03-31 | 1 month | 1.00 | yes?
     r3 | 2027-03-31 | 1 month | 1.00 | yes, if cheaper
     r4 | 2027-03-31 | 1 month | 1.00 | not yet
     r5 | 2027-03-31 | 1 month | 1.00 | yes no
     r6 | 2027-03-31 | 1 month | 1.00 | 不同意
     r7 | 2027-03-31 | 1 month | 1.00 | yes\u202eon
     r8 | 2027-03-31 | 1 month | 1.00 | sure`,
    ['no', 'no: "yes?"', 'no: "yes, if cheaper"', 'no', 'no', 'no', 'no', 'no: "sure" is not'],
  ],
  [
    'auto-renewal is the provider’s setting',
    `Resource ID | Expires | Term | List Price | Auto-renew | 是否自动续费
     r1 | 2027-03-31 | 1 month | 100.00 | no | 否`,
    ['pay 100'],
  ],
  [
    'a line that says no to all',
    `Approved: no
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['no: "Approved: no"'],
  ],
  [
    'a line that is still to be filled in',
    `Approval: | ·
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['no'],
  ],
  [
    'a line that says something of its own',
    `Decision: | see the minutes
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    'refused: see the minutes',
  ],
  [
    'a line that says yes',
    `Approved: yes | ·
     Approved by: Jane Doe
     Resource ID | Expires | Term | List Price
     r1 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100'],
  ],
  [
    'a title that says no, and one that says yes',
    `Resource ID | Expires | Term | List Price
     To be renewed
     r1 | 2027-03-31 | 1 month | 100.00
     Rejected
     r2 | 2027-03-31 | 1 month | 100.00
     Total | · | · | 200.00
     Approved
     r3 | 2027-03-31 | 1 month | 100.00`,
    ['pay 100', 'no: "Rejected"', 'pay 100'],
  ],
  [
    'a title over the table that says no',
    `不续费清单
     资源ID | 到期时间 | 续费时长 | 官网价
     r1 | 2027-03-31 | 1个月 | 100.00`,
    ['no: 不续费清单'],
  ],
  [
    'a sentence about how to fill in the table is no title',
    `Leave the cell blank for what is not approved.
     Resource ID | Expires | Term | List Price | Approved
     r1 | 2027-03-31 | 1 month | 100.00 | yes`,
    ['pay 100'],
  ],
  [
    'an approval that is a draft',
    `Resource ID | Expires | Term | List Price | Approved (draft)
     r1 | 2027-03-31 | 1 month | 100.00 | yes`,
    'refused: "draft"',
  ],
  [
    'who and when is no decision',
    `Resource ID | Expires | Term | List Price | Approved | Approved by | Approval date | 审批单号
     r1 | 2027-03-31 | 1 month | 100.00 | yes | Jane | 2026-11-02 | A-17`,
    ['pay 100'],
  ],
  [
    'a heading of two levels over two who approve',
    `Resource ID | Expires | Term | List Price | Approval | ·
     · | · | · | · | Finance | CTO
     r1 | 2027-03-31 | 1 month | 100.00 | yes | yes
     r2 | 2027-03-31 | 1 month | 100.00 | yes | no`,
    ['pay 100', 'no'],
  ],
];
