import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../shared/notices/notice.ts';
import { PLAIN } from '../../../shared/notices/notice-words.ts';
import {
  noticeSubject,
  plainSubject,
  SUBJECT_LIMIT,
} from '../../../shared/notices/notice-subject.ts';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { EVERY_NOTICE, finished } from '../../support/notice-sample.ts';

const SUSPENDED = EVERY_NOTICE.find(
  (one): one is Extract<Notice, { kind: 'suspended' }> => one.kind === 'suspended',
)!;

test('a subject says account, what happened, file and job', () => {
  expect(EVERY_NOTICE.map((one) => noticeSubject(one, PLAIN))).toEqual([
    '[main] Accepted, 224 of 241 rows to renew: december.xlsx (job job0000001)',
    '[main] Started, 224 of 241 rows to renew: december.xlsx (job job0000001)',
    '[main] Waiting for job job0000000, place 2 in line: december.xlsx (job job0000001)',
    '[main] Suspended, at most 12.50 USD missing: december.xlsx (job job0000001)',
    '[main] Resumed, 41 rows to go: december.xlsx (job job0000001)',
    '[main] Rejected, nothing was paid: december.xlsx (job job0000001)',
    '[main] Done, 241 of 241 rows renewed: december.xlsx (job job0000001)',
    '[main] File removed, the job goes on: december.xlsx (job job0000001)',
    '[main] Approval ends 2026-12-04 02:00 UTC, 41 rows open: december.xlsx (job job0000001)',
    '[main] Nothing moves since 2026-12-04 02:00 UTC: december.xlsx (job job0000001)',
    '[main] 3 rows still need review: december.xlsx (job job0000001)',
  ]);
});

describe('the end of a job', () => {
  test('is never called done where an outcome is unknown', () => {
    expect(noticeSubject(finished('done', { renewed: 239, 'needs review': 2 }), PLAIN)).toContain(
      'Ended, 2 of 241 rows need review',
    );
  });

  test.each([
    ['cancelled', 'Cancelled, 5 of 241 rows renewed'],
    ['expired', 'Expired, 5 of 241 rows renewed'],
  ] as const)('by being %s says how far it came', (ending, words) => {
    expect(noticeSubject(finished(ending, { renewed: 5 }), PLAIN)).toContain(words);
  });
});

test('a suspension names no sum that is not known, and no balance that is not the reason', () => {
  expect(
    noticeSubject({ ...SUSPENDED, short: { left: null, missing: null, basis: 'start' } }, PLAIN),
  ).toContain('balance too low');
  expect(noticeSubject({ ...SUSPENDED, short: null }, PLAIN)).toContain('somebody must act');
});

test('a name keeps its script, and is left out where only ASCII will do', () => {
  const notice = { ...EVERY_NOTICE[0]!, key: 'approved/main/续费报价.xlsx' };

  expect(noticeSubject(notice, { language: 'zh', zone: 'Asia/Shanghai' })).toBe(
    '[main] 已接受，241行中224行待续费：续费报价.xlsx（任务job0000001）',
  );
  expect(noticeSubject(notice, PLAIN)).toBe(
    '[main] Accepted, 224 of 241 rows to renew: 续费报价.xlsx (job job0000001)',
  );
  expect(plainSubject(notice, { language: 'zh', zone: 'Asia/Shanghai' })).toBe(
    '[main] Accepted, 224 of 241 rows to renew (job job0000001)',
  );
});

test('tells the hour on the clock of the account, which is named', () => {
  const ends = EVERY_NOTICE.find(({ kind }) => kind === 'approval ends')!;

  expect(noticeSubject(ends, { language: 'en', zone: 'Asia/Shanghai' })).toContain(
    'Approval ends 2026-12-04 10:00 Asia/Shanghai, 41 rows open',
  );
});

test('a long name is cut, and job and news stay', () => {
  const key = `approved/main/${'very long '.repeat(20)}.xlsx`;
  const subject = noticeSubject({ ...SUSPENDED, key }, PLAIN);

  expect(subject).toBe(
    '[main] Suspended, at most 12.50 USD missing: very long very long very long very... (job job0000001)',
  );
});

test('SNS takes every subject, whatever folder and file are called', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(
      fc.constantFrom(...EVERY_NOTICE),
      text,
      text,
      fc.constantFrom(...LANGUAGES),
      (notice, account, key, language) => {
        const voice = { language, zone: 'Asia/Shanghai' };
        const [subject, plain] = [noticeSubject, plainSubject].map((of) =>
          of({ ...notice, account, key }, voice),
        );

        expect(subject!.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
        expect(subject).toMatch(/^\[\P{C}+$/u);
        expect(subject!.isWellFormed()).toBe(true);
        expect(subject).toContain('job0000001');
        expect(plain!.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
        expect(plain).toMatch(/^\[[\x20-\x7E]+$/u);
        expect(plain).toContain('job0000001');
      },
    ),
  );
});
