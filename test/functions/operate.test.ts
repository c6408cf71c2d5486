import { beforeEach, describe, expect, test } from 'vitest';
import { operate } from '../../functions/operate/operate.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { rowOutcome } from '../../shared/renewal/outcome.ts';
import { operateAnswerSchema } from '../../shared/messages/operate-answer.ts';
import { FunctionServices } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import { journalOf, journalRow, part } from '../support/journal-sample.ts';
import { testAccount } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { told, wordsOf } from '../support/told.ts';

const REVIEW = rowOutcome('needs review', asTold('Nobody knows.', 'Look.'), { order: 'CS1' });
const FAR = 4_000_000_000_000;

let given: FunctionServices;

beforeEach(() => {
  given = new FunctionServices([testAccount(), testAccount({ name: 'second' })]);
});

async function ask(event: unknown) {
  const answer = await operate(event, { ...given.services(), settings: given.settings });
  return operateAnswerSchema.parse(JSON.parse(JSON.stringify(answer)));
}

async function start(job: Partial<Job> = {}, journal: Partial<Journal> = {}): Promise<void> {
  const whole = jobOf({ id: 'abcdefghij', rows: 2, chunkCount: 1, planKey: 'plan', ...job });
  await given.given(whole, [journalOf(2, journal)]);
}

async function jobNow(): Promise<Job> {
  return (await given.jobs.read('abcdefghij'))!;
}

const OVER = { status: 'done', ending: 'done', endedAt: 1 } as const;
const UNPROVED: Partial<Journal> = {
  state: 'finished',
  rows: [journalRow(0, { outcome: REVIEW }), journalRow(1)],
  parts: [part(0, [0, 1])],
};

describe('a request that cannot be carried out is told so in one line, and changes nothing', () => {
  test.each([
    ['nothing at all', undefined],
    ['a text', 'list'],
    ['an unknown command', { command: 'pay', job: 'abcdefghij' }],
    ['a field nobody knows', { command: 'status', job: 'abcdefghij', force: true }],
    ['no person', { command: 'resume', job: 'abcdefghij' }],
    ['an id that is none', { command: 'status', job: '../x' }],
    ['an id that is too short', { command: 'cancel', job: 'ab', by: 'ops' }],
    ['an unknown settlement', { command: 'settle', job: 'abc', resource: 'r0', as: 'x', by: 'o' }],
    ['an account that is none', { command: 'list', account: 'third' }],
    ['a job that is none', { command: 'resume', job: 'zzz', by: 'ops' }],
    ['an export of an account that is none', { command: 'export', account: 'third', by: 'o' }],
    [
      'an export for a term that is none',
      { command: 'export', account: 'main', term: '5y', by: 'o' },
    ],
    ['an export of no ids', { command: 'export', account: 'main', ids: [], by: 'o' }],
    ['an export due some day', { command: 'export', account: 'main', due: 'soon', by: 'o' }],
  ])('%s', async (_, event) => {
    await start({ status: 'running', validUntil: FAR });
    const before = await jobNow();
    const answer = await ask(event);

    expect(answer.ok).toBe(false);
    expect(answer.line).toMatch(/^[^\n]{10,200}\.$/u);
    expect(await jobNow()).toEqual(before);
    expect([given.sentChunks, given.sentFinishes]).toEqual([[], []]);
  });

  test.each([
    ['resume', 'running', 'only a suspended job can be resumed'],
    ['resume', 'done', 'only a suspended job can be resumed'],
    ['cancel', 'done', 'there is nothing to cancel'],
    ['cancel', 'planning', 'still being read'],
    ['redrive', 'suspended', 'resume it instead'],
    ['redrive', 'expired', 'nothing to send again'],
  ] as const)('%s of a job that is %s', async (command, status, says) => {
    await start({ status, validUntil: FAR });
    const before = await jobNow();
    const answer = await ask({ command, job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: false, line: expect.stringContaining(says) });
    expect(await jobNow()).toEqual(before);
  });

  test('the first characters of two jobs: both are named', async () => {
    await start();
    await given.jobs.create(jobOf({ id: 'abcdezzzzz', account: 'second' }));
    const answer = await ask({ command: 'status', job: 'abcde' });

    expect(answer).toMatchObject({ ok: false });
    expect(answer.line).toContain('abcdefghij');
    expect(answer.line).toContain('abcdezzzzz');
  });
});

describe('status', () => {
  test('finds a job by its first characters and tells all of it', async () => {
    await start({ status: 'running', validUntil: FAR }, UNPROVED);
    const answer = await ask({ command: 'status', job: 'abc' });

    expect(answer.line).toBe(
      'Job abcdefghij (quote, main) is running; 1 of 2 rows decided: 1 needs review.',
    );
    expect(answer.job).toMatchObject({ id: 'abcdefghij', decided: 1, chunks: { all: 1 } });
  });

  test('of a job that waits names the one that it waits for, and its place', async () => {
    await given.jobs.create(jobOf({ id: 'first00000', status: 'running' }));
    await given.accounts.enlist('main', 'first00000');
    await start({ status: 'waiting' });
    const answer = await ask({ command: 'status', job: 'abc' });

    expect(answer.line).toContain('is waiting, number 1 in line behind first00000');
    expect(answer.job?.waitsFor).toEqual({ job: 'first00000', place: 1 });
  });

  test('of a resumed job does not show the figures of its interim workbook', async () => {
    const totals = {
      rows: 2,
      outcomes: { ...zeros(), 'not attempted': 2 },
      approved: [],
      paid: [],
    };
    await start({ status: 'running', validUntil: FAR, totals }, UNPROVED);

    expect((await ask({ command: 'status', job: 'abc' })).job?.outcomes).toMatchObject({
      'needs review': 1,
      'not attempted': 0,
    });
  });
});

function zeros() {
  return {
    renewed: 0,
    'already renewed': 0,
    'held: price changed': 0,
    'not renewable': 0,
    invalid: 0,
    'not approved': 0,
    'not attempted': 0,
    'needs review': 0,
  };
}

describe('list', () => {
  test('shows the jobs of all accounts, the newest first, or of one', async () => {
    await start({ createdAt: 5, status: 'running' });
    await given.jobs.create(jobOf({ id: 'second0000', account: 'second', createdAt: 9 }));
    const all = await ask({ command: 'list' });

    expect(all.jobs?.map(({ id }) => id)).toEqual(['second0000', 'abcdefghij']);
    expect(all.line).toBe('2 jobs, 2 not over.');
    expect((await ask({ command: 'list', account: 'second' })).jobs).toHaveLength(1);
  });
});

describe('acts', () => {
  test('resume lets the job go on, tells people, and says who did it', async () => {
    await start({ status: 'suspended', epoch: 3, validUntil: FAR, reason: asTold('no money') });
    const answer = await ask({ command: 'resume', job: 'abc', by: 'Ada' });

    expect(answer).toEqual({ ok: true, line: 'Job abcdefghij goes on at its first unpaid row.' });
    expect(await jobNow()).toMatchObject({ status: 'running', epoch: 4, reason: null });
    expect((await jobNow()).history.at(-1)).toMatchObject({ event: 'running', by: 'Ada' });
    expect(given.sentChunks).toMatchObject([{ chunk: 0, epoch: 4 }]);
    expect(given.told.map(({ kind }) => kind)).toEqual(['resumed']);
  });

  test('cancel ends the job, and a second one hurries it', async () => {
    await start({ status: 'running', validUntil: FAR });

    expect((await ask({ command: 'cancel', job: 'abc', by: 'Ada' })).ok).toBe(true);
    expect((await ask({ command: 'cancel', job: 'abc', by: 'Bob' })).ok).toBe(true);
    expect((await jobNow()).status).toBe('finishing');
    expect(wordsOf((await jobNow()).reason)).toBe('Cancelled by Ada.');
    expect(given.sentFinishes).toHaveLength(2);
  });
});

async function outcome() {
  return (await given.journals.read('abcdefghij', 0))!.rows[0]!.outcome;
}

async function blocked(): Promise<number> {
  return (await given.accounts.unproved('main', 'another')).length;
}

describe('settling a row that needs review', () => {
  beforeEach(async () => {
    await start(OVER, UNPROVED);
    const pair = { resourceId: 'r0', expiryDay: journalRow(0).expiry.day };
    await given.accounts.rememberUnproved('main', [{ ...pair, job: 'abcdefghij', at: Date.now() }]);
  });

  const settle = { command: 'settle', job: 'abc', resource: 'R0', by: 'Ada' };

  test.each([
    ['paid', 'already renewed', 1],
    ['not paid', 'not attempted', 0],
    ['renew again', 'not attempted', 0],
  ])('as "%s" makes it "%s", leaving %d block', async (as, word, blocks) => {
    const answer = await ask({ ...settle, as });

    expect(answer.ok).toBe(true);
    expect(await outcome()).toMatchObject({ outcome: word, order: 'CS1' });
    expect(told((await outcome())!).reason).toContain('Checked by Ada');
    expect(await blocked()).toBe(blocks);
    expect(given.sentFinishes).toMatchObject([{ kind: 'report' }]);
    expect((await jobNow()).history.at(-1)).toMatchObject({
      event: 'settle',
      by: 'Ada',
      note: asTold(`r0: ${as}`),
    });
  });

  test('may be made again, and otherwise', async () => {
    await ask({ ...settle, as: 'paid' });
    await ask({ ...settle, as: 'not paid' });

    expect(await outcome()).toMatchObject({ outcome: 'not attempted' });
    expect(await blocked()).toBe(0);
  });

  test.each([
    ['a row that the engine decided', { ...settle, resource: 'r1' }],
    ['a resource that is not in the job', { ...settle, resource: 'r9' }],
  ])('is refused for %s', async (_, event) => {
    expect((await ask({ ...event, as: 'paid' })).ok).toBe(false);
    expect(given.sentFinishes).toEqual([]);
    expect(await blocked()).toBe(1);
  });

  test.each([
    ['as its provider spells ids', 'main', true],
    ['only as it stands there, where its account has left the settings', 'gone', false],
  ])('finds it %s', async (_, account, ok) => {
    const dashed = '96308d5e-fd78-41b9-a4da-c673d84d0e14';
    const rows = [journalRow(0, { resourceId: dashed, outcome: REVIEW })];
    await given.given(jobOf({ ...OVER, id: 'zyxwvuts', account, rows: 1 }), [
      { ...journalOf(1, { state: 'finished', rows }), job: 'zyxwvuts' },
    ]);
    const typed = { ...settle, job: 'zyxwvuts', as: 'paid' };

    expect((await ask({ ...typed, resource: '96308D5EFD7841B9A4DAC673D84D0E14' })).ok).toBe(ok);
    expect((await ask({ ...typed, resource: dashed })).ok).toBe(true);
  });

  test('is refused while the job is not over', async () => {
    await given.jobs.create(jobOf({ id: 'running000', status: 'running' }));

    expect(await ask({ ...settle, job: 'running000', as: 'paid' })).toEqual({
      ok: false,
      line: expect.stringContaining('rows are settled when it is over'),
    });
  });
});

describe('asking for an export', () => {
  test('sends what was asked and says where the file will stand', async () => {
    const answer = await ask({
      command: 'export',
      account: 'second',
      due: '7d',
      term: '1y',
      names: ['shop'],
      by: 'ada',
    });

    expect(answer.ok).toBe(true);
    expect(answer.line).toMatch(/exports\/second\/2026-12-01-due-7d\.[\da-z]{10}\.xlsx/u);
    expect(given.sentExports).toEqual([
      {
        kind: 'ask',
        account: 'second',
        request: { due: { days: 7 }, term: { unit: 'year', count: 1 }, names: ['shop'] },
        at: given.clock.now,
        by: 'ada',
      },
    ]);
  });

  test('changes nothing else', async () => {
    await start({ status: 'running', validUntil: FAR });
    const before = await jobNow();
    await ask({ command: 'export', account: 'main', by: 'ada' });
    expect(await jobNow()).toEqual(before);
    expect(given.sentChunks).toEqual([]);
  });
});
