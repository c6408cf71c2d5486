import { describe, expect, test } from 'vitest';
import { JOB_STATES } from '../../../shared/jobs/job.ts';
import { dueNotice } from '../../../shared/notices/notice.ts';
import { jobOf } from '../../support/job-sample.ts';

describe('the notice that a job asks for', () => {
  test.each([
    [{ status: 'waiting' }, 'waiting'],
    [{ status: 'running' }, 'accepted'],
    [{ status: 'running', noticed: 'waiting' }, 'started'],
    [{ status: 'running', epoch: 2, noticed: 'suspended#1' }, 'resumed'],
    [{ status: 'suspended', interim: 1 }, 'suspended'],
    [{ status: 'rejected' }, 'rejected'],
    [{ status: 'done' }, 'finished'],
    [{ status: 'cancelled' }, 'finished'],
    [{ status: 'expired' }, 'finished'],
    [{ status: 'done', sheet: 'workbook' }, 'finished'],
    [{ status: 'done', sheet: 'none' }, 'finished'],
    // Told without them before, and with them now.
    [{ status: 'done', sheet: 'workbook', noticed: 'done#none' }, 'finished'],
  ] as const)('that is %o', (state, kind) => {
    expect(dueNotice(jobOf(state))?.kind).toBe(kind);
  });

  test.each([
    { status: 'planning' },
    { status: 'finishing' },
    { status: 'done', sheet: 'owed' },
    { status: 'rejected', sheet: 'owed' },
    { status: 'suspended' },
    { status: 'suspended', epoch: 2, interim: 1 },
  ] as const)('that is %o is none: there is nothing to read yet', (state) => {
    expect(dueNotice(jobOf(state))).toBeNull();
  });

  test('is told once in each state, and once more in each epoch that can be suspended', () => {
    for (const status of JOB_STATES) {
      for (const epoch of [1, 2, 3]) {
        const job = jobOf({ status, epoch, interim: epoch });
        const due = dueNotice(job);
        if (due === null) continue;

        expect(dueNotice({ ...job, noticed: due.mark })).toBeNull();
      }
    }
    const again = jobOf({ status: 'suspended', epoch: 2, interim: 2, noticed: 'suspended#1' });

    expect(dueNotice(again)).toEqual({ kind: 'suspended', mark: 'suspended#2' });
  });

  test('of the start is not told again as an acceptance', () => {
    expect(dueNotice(jobOf({ status: 'running', noticed: 'started' }))).toBeNull();
    expect(dueNotice(jobOf({ status: 'running', noticed: 'accepted' }))).toBeNull();
  });
});
