import { describe, expect, it } from 'vitest';
import {
  noteRefuses,
  plainlyRefuses,
  statusRefuses,
  takesAllBack,
  titleSays,
} from '../../../../shared/workbook/read/notes-and-titles.ts';
import { wordList } from '../../../../shared/workbook/read/word-list.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

const AGAINST = wordList(`
  do NOT renew | don't renew | please do not extend | never renew this | no renewal | cancelled |
  let it expire | let the old one lapse | decommission in March | to be decommissioned in May |
  will be switched off | no longer needed | not needed any more | stop this one | drop it |
  on hold | On hold until June | waiting for approval | pending CFO approval |
  subject to sign-off | to be confirmed | under discussion | TBD | pending | not yet approved |
  不续费 | 不要续 | 勿续 | 已迁移，勿续 | 别续了 | 暂不续费 | 待定 | 价格待确认 | 暂缓 |
  准备下线 | 已下线 | 到期释放 | 到期后自动释放 | 退订 | 不再使用 | 停用 | 已取消 | 作废
`);

const HARMLESS = wordList(`
  renewed last year as well | urgent | no change | none | the shop's database | keep | x |
  replaces the decommissioned web-003 | PO not required | migration postponed, renew for now |
  Drop it again. | The price rose. | open | extended warranty | expires soon | 去年已续费 | 无 |
  重要 | 请续费 | 手续已办 | 陆续上线 | 不可退订 | 支持退订 | 线下合同 | 未下线 | 到期前续费 | 续航
`);

describe('a note', () => {
  it.each(AGAINST)('"%s" takes its row back', (words) => {
    expect(noteRefuses(text(words))).toBe(true);
  });

  it.each(HARMLESS)('"%s" does not', (words) => {
    expect(noteRefuses(text(words))).toBe(false);
  });
});

describe('a status', () => {
  it.each(['On hold', 'TBD', '待确认', 'Pending approval', 'Cancelled', '勿续'])(
    '"%s" is a decision not to renew, or none yet',
    (words) => {
      expect(statusRefuses(text(words))).toBe(true);
    },
  );

  it.each([
    'In use',
    'Stopped',
    'Frozen',
    'Expired',
    'Open',
    '使用中',
    '已停用',
    '已关机',
    '已过期',
  ])('"%s" is about the resource alone', (words) => {
    expect(statusRefuses(text(words))).toBe(false);
  });
});

describe('a cell of which nothing is known', () => {
  it('counts where it is about the renewal itself', () => {
    expect(plainlyRefuses(text('Sam says: do not renew'))).toBe(true);
    expect(plainlyRefuses(text('已迁移，勿续'))).toBe(true);
    expect(plainlyRefuses(text('ｄｏ ｎｏｔ ｒｅｎｅｗ'))).toBe(true);
    expect(plainlyRefuses(text('the cancelled-orders database'))).toBe(false);
    expect(plainlyRefuses(text('on hold'))).toBe(false);
  });
});

describe('a title', () => {
  it.each(
    wordList(`
      Pending | On hold | 3. On hold | Hold list | Under discussion | Not needed | Decommission |
      To be approved | Pending approval (4) | Rejected by finance | 待确认 | 二、待审批 |
      （三）暂缓 | 四、退订 | 五、下线清单 | 待批准清单 | 暂不续费
    `),
  )('"%s" says no', (words) => {
    expect(titleSays(words)).toBe('no');
  });

  it.each(wordList('To be renewed | Approved late additions | 一、同意续费 | 待续费清单 | 已批准'))(
    '"%s" says yes',
    (words) => {
      expect(titleSays(words)).toBe('yes');
    },
  );

  it.each(wordList('Pending renewals | Open | No | X | 1 | Sheet1 | Resources | 使用中 | 说明'))(
    '"%s" says nothing',
    (words) => {
      expect(titleSays(words)).toBeNull();
    },
  );
});

describe('a line beside a table', () => {
  it.each([
    ['Note: rows above are NOT approved yet', false],
    ['All items are subject to approval', false],
    ['This quotation was rejected', true],
    ['以上资源暂不批准', false],
    ['本清单待审批', true],
  ])('"%s" takes all rows back', (words, decidedByRow) => {
    expect(takesAllBack(words, decidedByRow)).toBe(true);
  });

  it.each([
    ['All rows not approved are left out', true],
    ['All rows that are not approved will be left out', false],
    ['Rejected: none', false],
    ['Prices above in US dollars', false],
    ['以上均已批准', false],
  ])('"%s" does not', (words, decidedByRow) => {
    expect(takesAllBack(words, decidedByRow)).toBe(false);
  });
});

it('reads long texts in a moment', () => {
  const long = ['let ', 'to be ', 'waiting for ', '不', '-', 'requires a b ', 'on hold '];
  const begun = performance.now();
  for (const part of long) noteRefuses(text(part.repeat(32_767 / part.length)));

  expect(performance.now() - begun).toBeLessThan(500);
});
