import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN, type Voice } from '../../../shared/notices/notice-words.ts';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { reason } from '../../../shared/reasons/reason.ts';
import { noticeText } from '../../../shared/notices/notice-text.ts';
import { EVERY_NOTICE, FACTS, finished } from '../../support/notice-sample.ts';

const REGION = 'ap-southeast-1';
const SHANGHAI: Voice = { language: 'zh', zone: 'Asia/Shanghai' };

function textOf(kind: string): string {
  return noticeText(
    EVERY_NOTICE.find((one) => one.kind === kind)!,
    REGION,
    PLAIN,
  );
}

function actionOf(text: string): string {
  return text.trim().split('\n').at(-1)!;
}

test('a suspension says why, how far it came, what is missing, where the sheet is and who must act', () => {
  expect(textOf('suspended')).toBe(`\
Job job0000001 of account main is suspended, and nothing more is ordered or paid until it is resumed: The balance of the account does not suffice. Top up the account, then resume.

File: quotes/approved/main/december.xlsx
Dropped by: AWS:finance
Rows: 241: 200 renewed, 41 not attempted
In the file: 2410.00 USD
Approved in it: 2400.00 USD
Paid: 1999.50 USD
Still open: 41 rows, approved 410.00 USD
Missing: at most 12.50 USD, going by the approved prices and the balance when the job was suspended
Results: s3://quotes/results/main/december.job0000001.results.xlsx
Open: https://ap-southeast-1.console.aws.amazon.com/s3/object/quotes?region=ap-southeast-1&prefix=results/main/december.job0000001.results.xlsx

Finance: top up account main (at most 12.50 USD is missing); operations: then resume job job0000001 before 2026-12-04 02:00 UTC, when it expires. To take it back instead, remove the file or have the job cancelled.
`);
});

test('a missing sum that rests on the balance at the start says so', () => {
  const suspended = EVERY_NOTICE.find(({ kind }) => kind === 'suspended');
  if (suspended?.kind !== 'suspended') throw new Error('there is none');
  const short = { ...suspended.short!, basis: 'start' } as const;

  expect(noticeText({ ...suspended, short }, REGION, PLAIN)).toContain(
    'Missing: at most 12.50 USD, going by the approved prices, the balance when the job began and what it has paid since\n',
  );
});

test('a waiting job names the one it waits for and its place in the line', () => {
  const text = textOf('waiting');

  expect(text).toContain('waits for job job0000000 (november.xlsx), which is running');
  expect(text).toContain('it is number 2 in the line');
  expect(actionOf(text)).toBe(
    'Nobody needs to act: the job starts by itself when it is its turn. To take it back, remove or replace the file before its turn comes.',
  );
});

test('a job that waits for a suspended one says who must act', () => {
  const waiting = EVERY_NOTICE.find(({ kind }) => kind === 'waiting');
  if (waiting?.kind !== 'waiting') throw new Error('there is none');
  const text = noticeText(
    { ...waiting, waitsFor: { ...waiting.waitsFor, status: 'suspended' } },
    REGION,
    PLAIN,
  );

  expect(actionOf(text)).toMatch(/^Operations: resume or cancel the suspended job job0000000/u);
});

describe('the end of a job says who must act', () => {
  test.each([
    ['done', { renewed: 3 }, 'Nobody needs to act.'],
    ['done', { 'needs review': 1 }, 'Operations: look at the 1 row'],
    ['done', { 'held: price changed': 2, invalid: 1 }, 'Finance: drop those of the 3 rows'],
    ['expired', { 'not attempted': 2 }, 'Finance: drop those of the 2 rows'],
    ['cancelled', { renewed: 2 }, 'Nobody needs to act: no row is left over.'],
  ] as const)('%s with %o', (ending, outcomes, says) => {
    const action = actionOf(noticeText(finished(ending, outcomes), REGION, PLAIN));

    expect(action.startsWith(says)).toBe(true);
    expect(action.match(/\./gu)).toHaveLength(1);
  });

  test.each([
    [
      5,
      1,
      'say yes to what is wanted of the 5 rows in the retry file beside the results, and drop it; see to the 1 row in the review file',
    ],
    [0, 2, 'see to the 2 rows in the review file beside the results'],
  ])('with the files that lie beside its results: %i, %i', (retry, review, says) => {
    const outcomes = { 'held: price changed': retry, 'not renewable': review };
    const notice = { ...finished('done', outcomes), again: { retry, review } };
    const text = noticeText(notice, REGION, PLAIN);

    expect(actionOf(text)).toBe(`Finance: ${says}.`);
    expect(text.includes('Another try: ')).toBe(retry > 0);
    expect(text).toMatch(/For review: https:.*\.review\.xlsx/u);
  });

  test('both of them where both must', () => {
    const outcomes = { 'needs review': 2, 'not renewable': 1 };
    const action = actionOf(noticeText(finished('done', outcomes), REGION, PLAIN));

    expect(action).toMatch(/^Operations: .*; finance: /u);
  });
});

test('a file nobody could read is told with its reason, and without figures where there are none', () => {
  const rejected = EVERY_NOTICE.find(({ kind }) => kind === 'rejected');
  if (rejected?.kind !== 'rejected') throw new Error('there is none');
  const text = noticeText({ ...rejected, totals: null, resultsKey: null }, REGION, PLAIN);

  expect(text).toContain('december.xlsx cannot be carried out for account main: The file has no');
  expect(text).not.toMatch(/Rows:|Results:/u);
});

test.each(['own-report', 'own-report-of'] as const)(
  'whoever drops a report of ours is not asked to correct it: %s',
  (id) => {
    const rejected = EVERY_NOTICE.find(({ kind }) => kind === 'rejected');
    if (rejected?.kind !== 'rejected') throw new Error('there is none');
    const why = id === 'own-report' ? reason(id) : reason(id, { file: 'a.retry.xlsx' });

    expect(actionOf(noticeText({ ...rejected, reason: why }, REGION, PLAIN))).toBe(
      'Whoever dropped the file: drop the one that is named above in its place.',
    );
  },
);

test('every text has three paragraphs, and text from outside adds no line to it', () => {
  const outside = fc.string({ unit: 'binary', maxLength: 100 });
  fc.assert(
    fc.property(fc.constantFrom(...EVERY_NOTICE), outside, (notice, text) => {
      const usual = noticeText({ ...notice, ...FACTS }, REGION, PLAIN);
      const odd = noticeText(
        { ...notice, account: `a${text}`, key: `k${text}`, droppedBy: `b${text}` },
        REGION,
        PLAIN,
      );

      expect(odd.split('\n')).toHaveLength(usual.split('\n').length);
      expect(odd.trim().split('\n\n')).toHaveLength(3);
    }),
  );
});

test.each([
  ['gone', 'was removed from its folder'],
  ['replaced', 'was replaced by another file'],
] as const)('a file of a running job that is %s says how the job is stopped', (standing, says) => {
  const changed = EVERY_NOTICE.find(({ kind }) => kind === 'file changed');
  if (changed?.kind !== 'file changed') throw new Error('there is none');
  const text = noticeText({ ...changed, standing }, REGION, PLAIN);

  expect(text).toContain(says);
  expect(actionOf(text)).toMatch(/cancel job job0000001, .*what is paid stays paid\./u);
});

describe('an end without a workbook', () => {
  const done = EVERY_NOTICE.find(({ kind }) => kind === 'finished');
  if (done?.kind !== 'finished') throw new Error('there is none');

  test('tells no figures that nobody has, and who must see to it', () => {
    const text = noticeText(
      { ...done, sheet: 'none', totals: null, resultsKey: null },
      REGION,
      PLAIN,
    );

    expect(text).toContain('has ended, but its figures could not be put together here');
    expect(text).not.toMatch(/\d+ of \d+ rows renewed/u);
    expect(actionOf(text)).toMatch(/runbook, "Results cannot be written".* redrive/u);
  });

  test('names the text with the rows where there is one', () => {
    const text = noticeText(
      { ...done, sheet: 'rows only', resultsKey: 'results/a.csv' },
      REGION,
      PLAIN,
    );

    expect(text).toContain(
      'Results: s3://quotes/results/a.csv (the rows only: the workbook could not be written)\n',
    );
  });

  test('of a file that was not read says that nothing was ordered', () => {
    const unread = { ...done, ending: 'cancelled', sheet: 'not begun', totals: null } as const;

    expect(noticeText({ ...unread, resultsKey: null }, REGION, PLAIN)).toContain(
      'was cancelled: its file was not read yet, and nothing was ordered or paid.',
    );
  });
});

test('reminders say what ends or waits, and what to do', () => {
  const approval = textOf('approval ends');
  const rows = textOf('rows unsettled');

  expect(approval).toContain(
    'The approval of job job0000001 of account main ends at 2026-12-04 02:00 UTC, and it is suspended',
  );
  expect(approval).toContain('Operations: remove the cause and resume job job0000001 before then');
  expect(rows).toContain('nobody has said yet what became of the 3 rows that need review');
  expect(rows).toContain('Results: s3://quotes/results/main/december');
  expect(rows).toContain('npm run jobs -- rows job0000001 --outcome "needs review"');
});

test('a job that comes no step on is told of with what is waited for and what came last', () => {
  const text = textOf('no progress');

  expect(text).toContain(
    'Nothing of job job0000001 of account main has come on since 2026-12-04 02:00 UTC: it waits for an answer of the provider about 2 resources.',
  );
  expect(text).toContain('Last answer of the provider: no answer came in time\n');
  expect(text).toContain('Looked at next: 2026-12-04 02:15 UTC\n');
  expect(text).toContain('npm run jobs -- status job0000001');
});

/** What stands in a notice whatever its language: addresses, keys, names, commands and codes. */
const ALIKE =
  /\S*(?:[:/]\/|\/)\S*|npm run[^；。]*|--\S+|AWS:finance|job\d+|main|\w+\.xlsx|USD|Asia\/Shanghai|"needs review"|redrive|Results cannot be written/gu;

describe.each(EVERY_NOTICE.map((notice) => [notice.kind, notice] as const))(
  'a notice of the kind %s',
  (_, notice) => {
    const told = { ...notice, ...('reason' in notice && { reason: reason('short-balance') }) };

    test('is told in Chinese as a whole', () => {
      const words = noticeText(told, REGION, SHANGHAI)
        .replaceAll(ALIKE, '')
        .replace('no answer came in time', '');

      expect(words).toMatch(/\p{Script=Han}/u);
      expect(words).not.toMatch(/[a-z]{2,}/iu);
    });

    test("names the clock of each hour that it tells, which is the account's", () => {
      for (const language of LANGUAGES) {
        const text = noticeText(notice, REGION, { ...SHANGHAI, language });

        expect(text).not.toMatch(/\d\d:\d\d(?! Asia\/Shanghai)/u);
      }
    });
  },
);
