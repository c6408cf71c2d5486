import { describe, expect, test } from 'vitest';
import { JOB_STATES, type JobStatus } from '../../../shared/jobs/job.ts';
import { checkMove, JOB_TRANSITIONS } from '../../../shared/jobs/job-transitions.ts';
import { ForbiddenTransition } from '../../../shared/renewal/transitions/transition.ts';

/** Where each state may lead to (vocabulary, section 3). */
const LEADS_TO = {
  planning: ['waiting', 'rejected', 'cancelled'],
  waiting: ['running', 'suspended', 'finishing'],
  running: ['suspended', 'finishing'],
  suspended: ['running', 'finishing'],
  finishing: ['done', 'rejected', 'cancelled', 'expired'],
  done: [],
  rejected: [],
  cancelled: [],
  expired: [],
} as const satisfies Readonly<Record<JobStatus, readonly JobStatus[]>>;

describe.each(JOB_STATES)('a job that is %s', (from) => {
  test.each(JOB_STATES)('becomes %s only where that may follow', (to) => {
    expect(isPermitted(from, to)).toBe((LEADS_TO[from] as readonly JobStatus[]).includes(to));
  });
});

function isPermitted(from: JobStatus, to: JobStatus): boolean {
  try {
    checkMove({ from: [from], to });
    return true;
  } catch (error) {
    if (error instanceof ForbiddenTransition) return false;
    throw error;
  }
}

test('a change from several states is refused where one of them forbids it', () => {
  expect(() => {
    checkMove({ from: ['running', 'done'], to: 'finishing' });
  }).toThrow(ForbiddenTransition);
});

test('every state is reached from the drop of a file on', () => {
  const reached = new Set<string>(['none']);
  for (const _ of JOB_STATES) {
    for (const { from, to } of JOB_TRANSITIONS) if (reached.has(from)) reached.add(to);
  }

  expect(JOB_STATES.filter((state) => !reached.has(state))).toEqual([]);
});
