import { expect, test } from 'vitest';
import { dueReminder, mayBeReminded, type RowsLeft } from '../../../shared/jobs/due-reminder.ts';
import type { Job } from '../../../shared/jobs/job.ts';
import { noOutcomes } from '../../../shared/renewal/outcome.ts';
import { jobOf } from '../../support/job-sample.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1000 * DAY;

const running = { status: 'running', validUntil: NOW + 20 * HOUR } as const;
const later = { status: 'running', validUntil: NOW + 40 * HOUR } as const;
const over = { status: 'done', endedAt: NOW - 2 * DAY } as const;
const left = { open: 3, unsettled: 0, stillSince: null };
const review = { open: 0, unsettled: 2, stillSince: null };
/** In the 5999th four hours of the calendar. */
const still = { ...left, stillSince: NOW - HOUR };

test.each<readonly [string, Partial<Job>, RowsLeft, string | null]>([
  ['an approval that ends tomorrow', running, left, 'approval#1'],
  ['a suspended one', { ...running, status: 'suspended' }, left, 'approval#1'],
  ['exactly a day before', { ...running, validUntil: NOW + DAY }, left, 'approval#1'],
  ['more than a day before', { ...running, validUntil: NOW + DAY + 1 }, left, null],
  ['told before', { ...running, reminded: 'approval#1' }, left, null],
  [
    'the last hours',
    { ...running, validUntil: NOW + 4 * HOUR, reminded: 'approval#1' },
    left,
    'approval#2',
  ],
  ['the last hours, nothing told yet', { ...running, validUntil: NOW + HOUR }, left, 'approval#2'],
  [
    'the last hours, told before',
    { ...running, validUntil: NOW + HOUR, reminded: 'approval#2' },
    left,
    null,
  ],
  ['an approval that is over', { ...running, validUntil: NOW }, left, null],
  ['nothing is left to do', running, { open: 0, unsettled: 1, stillSince: null }, null],
  ['it has not begun', { status: 'waiting', validUntil: null }, left, null],
  ['it is being ended', { ...running, status: 'finishing' }, left, null],
  ['rows of the day before yesterday', over, review, 'unsettled#2'],
  ['rows of an expired job', { ...over, status: 'expired' }, review, 'unsettled#2'],
  ['rows of today', { ...over, endedAt: NOW - DAY + 1 }, review, null],
  ['told today', { ...over, reminded: 'unsettled#2' }, review, null],
  ['told yesterday', { ...over, reminded: 'unsettled#1' }, review, 'unsettled#2'],
  ['told of its approval while it ran', { ...over, reminded: 'approval#2' }, review, 'unsettled#2'],
  ['the last day', { ...over, endedAt: NOW - 7 * DAY }, review, 'unsettled#7'],
  ['after a week', { ...over, endedAt: NOW - 8 * DAY }, review, null],
  ['every row is settled', over, { open: 0, unsettled: 0, stillSince: null }, null],
  ['nothing comes on', later, still, 'still#5999'],
  ['a file that is not read', { status: 'planning' }, still, 'still#5999'],
  ['nothing comes on, told before', { ...later, reminded: 'still#5999' }, still, null],
  ['it stands still again after hours', { ...later, reminded: 'still#5900' }, still, 'still#5999'],
  ['an approval that ends, and nothing comes on', running, still, 'approval#1'],
  [
    'the same, told of the approval',
    { ...running, reminded: 'approval#1' },
    still,
    'approval#1 still#5999',
  ],
  ['the same, told of both', { ...running, reminded: 'approval#1 still#5999' }, still, null],
  [
    'the same in the last hours',
    { ...running, validUntil: NOW + HOUR, reminded: 'approval#1 still#5999' },
    still,
    'still#5999 approval#2',
  ],
  ['ended at an unknown time', { ...over, endedAt: null }, review, null],
])('%s', (_, job, rows, mark) => {
  expect(dueReminder(jobOf(job), rows, NOW)?.mark ?? null).toBe(mark);
});

test('rows are read only of jobs that people may have to be reminded of', () => {
  const totals = { rows: 2, outcomes: noOutcomes(), approved: [], paid: [] };
  const outcomes = { ...noOutcomes(), 'needs review': 1 };

  expect(mayBeReminded(jobOf({ ...over, totals }), NOW)).toBe(false);
  expect(mayBeReminded(jobOf({ ...over, totals: { ...totals, outcomes } }), NOW)).toBe(true);
  expect(
    mayBeReminded(
      jobOf({ ...over, totals: { ...totals, outcomes }, reminded: 'unsettled#2' }),
      NOW,
    ),
  ).toBe(false);
  expect(mayBeReminded(jobOf(running), NOW)).toBe(true);
  expect(mayBeReminded(jobOf(later), NOW)).toBe(true);
  expect(mayBeReminded(jobOf({ ...later, status: 'suspended' }), NOW)).toBe(false);
  expect(mayBeReminded(jobOf({ status: 'waiting', validUntil: null }), NOW)).toBe(false);
  // Without results only its journals know, if it has any.
  expect(mayBeReminded(jobOf({ ...over, totals: null, chunkCount: 1 }), NOW)).toBe(true);
  expect(mayBeReminded(jobOf({ ...over, totals: null, chunkCount: 0 }), NOW)).toBe(false);
});
