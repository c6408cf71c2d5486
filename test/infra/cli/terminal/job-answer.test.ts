import { expect, test } from 'vitest';
import { exitCode, jobAnswer } from '../../../../infra/cli/terminal/job-answer.ts';
import { JOB_STATES, type Job } from '../../../../shared/jobs/job.ts';
import { money } from '../../../../shared/values/money.ts';
import { noOutcomes } from '../../../../shared/renewal/outcome.ts';

const JOB: Job = {
  id: 'abcdefghjk',
  status: 'done',
  epoch: 1,
  account: 'main',
  source: { bucket: 'b', key: 'approved/main/q.xlsx', versionId: null, eTag: 'e', sequencer: 's' },
  name: 'q',
  droppedBy: null,
  droppedAt: 0,
  createdAt: 0,
  planKey: 'jobs/x',
  rows: 3,
  chunkCount: 1,
  finishedChunks: [0],
  activeAt: 0,
  validUntil: 1,
  reason: null,
  ending: 'done',
  totals: {
    rows: 3,
    outcomes: { ...noOutcomes(), renewed: 2, invalid: 1 },
    approved: [money('12.5', 'USD')],
    paid: [money('10', 'USD')],
  },
  resultsKey: 'results/main/q.abcdefghjk.results.xlsx',
  history: [],
  endedAt: 2,
};

const FILES = { results: '/out/q.results.xlsx', retry: '/out/q.x.retry.xlsx', review: null };

test('answers with all eight outcome words and amounts of at least two fraction digits', () => {
  const answer = jobAnswer(JOB, 'USD', FILES);

  expect(answer).toEqual({
    jobId: 'abcdefghjk',
    status: 'done',
    reason: null,
    rows: 3,
    outcomes: { ...noOutcomes(), renewed: 2, invalid: 1 },
    approved: { USD: '12.50' },
    paid: { USD: '10.00' },
    ...FILES,
  });
});

test('says 0.00 where nothing was paid, also of a currency without cents', () => {
  const nothing = { ...JOB, totals: null };

  expect(jobAnswer(nothing, 'USD', FILES).paid).toEqual({ USD: '0.00' });
  expect(jobAnswer(nothing, 'JPY', FILES).paid).toEqual({ JPY: '0.00' });
});

test('ends with the exit code of the state', () => {
  const codes = Object.fromEntries(JOB_STATES.map((status) => [status, exitCode(status)]));

  expect(codes).toEqual({
    planning: 1,
    waiting: 1,
    running: 1,
    suspended: 3,
    finishing: 1,
    done: 0,
    rejected: 2,
    cancelled: 4,
    expired: 4,
  });
});
