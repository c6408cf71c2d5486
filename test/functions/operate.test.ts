import { beforeEach, describe, expect, test } from 'vitest';
import { operate } from '../../functions/operate/operate.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { Journal } from '../../shared/renewal/journal.ts';
import { type RowOutcome, rowOutcome } from '../../shared/renewal/outcome.ts';
import { operateAnswerSchema } from '../../shared/messages/operate-answer.ts';
import { FunctionServices } from '../support/function-services.ts';
import { jobOf } from '../support/job-sample.ts';
import {
  EVERY_ATTEMPT,
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../support/journal-sample.ts';
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
    ['rows from nowhere', { command: 'rows', job: 'abcdefghij', from: -1 }],
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
    ['redrive', 'suspended', 'resume it instead'],
    ['redrive', 'expired', 'nothing to send again'],
  ] as const)('%s of a job that is %s', async (command, status, says) => {
    await start({ status, validUntil: FAR });
    const before = await jobNow();
    const answer = await ask({ command, job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: false, line: expect.stringContaining(says) });
    expect(await jobNow()).toEqual(before);
  });

  test('resume of a job whose file is not visible: it stays suspended', async () => {
    await start({ status: 'suspended', validUntil: FAR });
    given.standing = { kind: 'unreadable', code: 'AccessDenied' };
    const answer = await ask({ command: 'resume', job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: false, line: expect.stringContaining('stays suspended') });
    expect(await jobNow()).toMatchObject({ status: 'suspended', epoch: 1 });
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

  test('of a job that is over names the files that lie beside its results', async () => {
    await start({
      status: 'done',
      resultsKey: 'results/main/quote.abcdefghij.results.xlsx',
      again: { retry: 3, review: 0 },
    });

    expect((await ask({ command: 'status', job: 'abc' })).job).toMatchObject({
      retry: 'results/main/quote.abcdefghij.retry.xlsx',
      review: null,
    });
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

describe('status of a job that has still to pay', () => {
  const paid = { kind: 'paid', compared: usd('10.00'), discount: null, at: 0 } as const;
  const orders = [order('CS1', paid)];
  const made = { ...order('CS2'), rows: [1] };
  const parts = [part(0, [0], orders), part(1, [1], [made])];
  const rows = [journalRow(0), journalRow(1), journalRow(2)];
  const balance = usd('25.00');

  test('that is suspended: what is missing, the balance, the deadline, unpaid orders, what next', async () => {
    const left = { epoch: 2, amount: usd('4.50') };
    await start(
      { status: 'suspended', epoch: 2, rows: 3, validUntil: FAR },
      { rows, parts, balance, left },
    );

    expect((await ask({ command: 'status', job: 'abc' })).job).toMatchObject({
      paid: { USD: '10.00' },
      stillToPay: { USD: '20.00' },
      balance: { USD: '4.50' },
      balanceBasis: 'suspension',
      missing: { USD: '15.50' },
      unpaidOrders: [{ order: 'CS2', rows: 1, amount: { USD: '10.00' }, state: 'made' }],
      validUntil: new Date(FAR).toISOString(),
      waits: { for: 'a person to remove the cause and resume it' },
      next: 'npm run jobs --silent -- resume abcdefghij',
    });
  });

  test('that runs: by the balance at its start, whatever was read at a suspension before', async () => {
    const left = { epoch: 1, amount: usd('4.50') };
    await start(
      { status: 'running', epoch: 2, rows: 3, validUntil: FAR },
      { rows, parts, balance, left },
    );

    expect((await ask({ command: 'status', job: 'abc' })).job).toMatchObject({
      balance: { USD: '15.00' },
      balanceBasis: 'start',
      missing: { USD: '5.00' },
    });
  });

  test('that has paid more than there was at its start: what it was topped up by is not known', async () => {
    await start(
      { status: 'running', epoch: 2, rows: 3, validUntil: FAR },
      { rows, parts, balance: usd('8.00') },
    );
    const { job } = await ask({ command: 'status', job: 'abc' });

    expect(job).toMatchObject({ stillToPay: { USD: '20.00' }, balance: null, missing: null });
    expect(job).not.toHaveProperty('balanceBasis');
  });
});

test('a job that was over with nothing paid has paid 0.00 of its currency', async () => {
  const totals = { rows: 2, outcomes: { ...zeros(), 'not renewable': 2 }, approved: [], paid: [] };
  await start({ ...OVER, totals });

  expect((await ask({ command: 'list' })).jobs?.[0]?.paid).toEqual({ USD: '0.00' });
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
    expect(all.line).toBe("2 jobs, 2 not over; 2 need somebody's attention.");
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
    given.accounts.leave('main', [{ ...pair, job: 'abcdefghij', at: Date.now() }]);
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

/** A row that needs review for this order. */
function review(order: string | null, more: Partial<RowOutcome> = {}): RowOutcome {
  return rowOutcome('needs review', asTold('Nobody knows.', 'Look.'), { order, ...more });
}

/** The outcomes of the job's rows. */
async function words(): Promise<(string | undefined)[]> {
  const all = await given.journals.list('abcdefghij');
  return all.flatMap(({ rows }) => rows.map((row) => row.outcome?.outcome));
}

describe('settling all rows of an order, or all that need review', () => {
  const journals = [
    journalOf(3, {
      state: 'finished',
      rows: [
        journalRow(0, { outcome: review('CS1') }),
        journalRow(1, { outcome: review('CS1, CS2') }),
        journalRow(2, { outcome: rowOutcome('renewed', asTold('')) }),
      ],
    }),
    journalOf(2, {
      chunk: 1,
      state: 'finished',
      rows: [
        journalRow(3, { outcome: review('CS1', { paid: usd('10.00') }) }),
        journalRow(4, { outcome: review(null) }),
      ],
    }),
  ];

  beforeEach(async () => {
    await given.given(jobOf({ id: 'abcdefghij', rows: 5, chunkCount: 2, ...OVER }), journals);
    for (const position of [0, 1, 3, 4]) {
      const { resourceId, expiry } = journalRow(position);
      const row = { resourceId, expiryDay: expiry.day, job: 'abcdefghij', at: Date.now() };
      given.accounts.leave('main', [row]);
    }
  });

  const settle = { command: 'settle', job: 'abc', by: 'Ada' };
  const [N, A, R, X] = ['needs review', 'already renewed', 'renewed', 'not attempted'];

  test.each([
    [
      'an order, paid',
      { order: 'cs1', as: 'paid' },
      [A, A, R, N, N],
      4,
      'order cs1 (3 rows): paid',
    ],
    [
      'an order, not paid',
      { order: 'CS1', as: 'not paid' },
      [X, X, R, N, N],
      2,
      'order CS1 (2 rows): not paid',
    ],
    [
      'one of two orders',
      { order: 'CS2', as: 'not paid' },
      [N, X, R, N, N],
      3,
      'order CS2 (1 row): not paid',
    ],
    ['all', { all: true, as: 'paid' }, [A, A, R, N, A], 4, 'all (4 rows): paid'],
    [
      'all that was not charged',
      { all: true, as: 'not paid' },
      [X, X, R, N, X],
      1,
      'all (3 rows): not paid',
    ],
  ])('%s', async (_, what, expected, blocks, note) => {
    const answer = await ask({ ...settle, ...what });

    expect(answer.ok).toBe(true);
    expect(await words()).toEqual(expected);
    expect(await blocked()).toBe(blocks);
    expect((await jobNow()).history.at(-1)?.note).toEqual(asTold(note));
    expect(given.sentFinishes).toMatchObject([{ kind: 'report' }]);
  });

  test('says which rows can only be settled as paid, and leaves them', async () => {
    expect((await ask({ ...settle, order: 'CS1', as: 'not paid' })).line).toContain(
      '(2 rows): now "not attempted". Checked by Ada',
    );
    expect((await ask({ ...settle, all: true, as: 'not paid' })).line).toContain(
      '1 row of it was charged for and can only be settled as "paid"',
    );
  });

  test('once more changes nothing that a person has said', async () => {
    await ask({ ...settle, order: 'CS2', as: 'not paid' });
    await ask({ ...settle, all: true, as: 'paid' });

    expect(await words()).toEqual([A, X, R, N, A]);
    expect((await ask({ ...settle, all: true, as: 'not paid' })).line).toContain(
      'has no row that needs review',
    );
  });

  test.each([
    ['nothing is named', {}],
    ['two things are named', { order: 'CS1', all: true }],
    ['a row and an order are named', { resource: 'r0', order: 'CS1' }],
    ['the order is not of the job', { order: 'CS9' }],
  ])('is refused where %s', async (_, what) => {
    expect((await ask({ ...settle, ...what, as: 'paid' })).ok).toBe(false);
    expect(given.sentFinishes).toEqual([]);
  });

  test('rows shows them by order, with every step in order and the figures of the job', async () => {
    const answer = await ask({ command: 'rows', job: 'abc', outcome: 'needs review' });

    expect(answer.line).toBe('Job abcdefghij is done: 4 rows "needs review".');
    expect(answer.rows?.map(({ resource, order }) => [resource, order])).toEqual([
      ['r0', 'CS1'],
      ['r3', 'CS1'],
      ['r1', 'CS1, CS2'],
      ['r4', null],
    ]);
    expect(answer.rows?.[0]?.steps).toEqual([
      'Look.',
      'It is paid, and the later expiry is shown: npm run jobs -- settle abcdefghij --order CS1 --as "paid".',
      expect.stringContaining('It is unpaid: cancel it in the console'),
      'It is cancelled or there is none, and the old expiry is shown: npm run jobs -- settle abcdefghij --order CS1 --as "not paid".',
      expect.stringContaining('drop the rows'),
    ]);
    expect(answer.rows?.[3]?.steps[1]).toContain('settle abcdefghij r4 --as "paid"');
    expect(answer.job).toMatchObject({ id: 'abcdefghij', next: expect.stringContaining('rows') });
  });
});

describe('looking closer', () => {
  test('rows lists all, those of one outcome or the open ones, and says what is not in a chunk', async () => {
    const decidedByFile = { ...zeros(), invalid: 2, 'not approved': 1 };
    await start({ status: 'running', validUntil: FAR, rows: 5, decidedByFile }, UNPROVED);
    const resources = async (outcome?: string) => {
      const { rows, line } = await ask({
        command: 'rows',
        job: 'abc',
        ...(outcome && { outcome }),
      });
      return [rows?.map(({ resource }) => resource), line];
    };

    expect(await resources()).toEqual([
      ['r0', 'r1'],
      'Job abcdefghij is running: 2 rows, and 3 that the file itself decided: they stand in the results.',
    ]);
    expect(await resources('open')).toEqual([
      ['r1'],
      'Job abcdefghij is running: 1 row still open.',
    ]);
    expect(await resources('not approved')).toEqual([
      [],
      'Job abcdefghij is running: 0 rows "not approved", and 1 that the file itself decided: it stands in the results.',
    ]);
    expect((await ask({ command: 'rows', job: 'abc', outcome: 'lost' })).line).toContain(
      '"outcome"',
    );
  });

  test('rows come a thousand at a time', async () => {
    await given.given(
      jobOf({ id: 'abcdefghij', rows: 1100, chunkCount: 11, status: 'running' }),
      Array.from({ length: 11 }, (_, chunk) =>
        journalOf(0, {
          chunk,
          rows: Array.from({ length: 100 }, (__, at) => journalRow(100 * chunk + at)),
        }),
      ),
    );
    const first = await ask({ command: 'rows', job: 'abc' });
    const second = await ask({ command: 'rows', job: 'abc', from: first.nextFrom! });

    expect([first.rows?.length, first.nextFrom]).toEqual([1000, 1000]);
    expect([second.rows?.length, second.nextFrom]).toEqual([100, null]);
    expect(second.rows?.[0]?.resource).toBe('r1000');
  });

  test('queues counts what waits, and what was put aside', async () => {
    given.queues = [
      { queue: 'chunks', waiting: 2, inWork: 1, later: 1, deadLetters: 0 },
      { queue: 'finish', waiting: 0, inWork: 0, later: 0, deadLetters: 1 },
    ];

    expect(await ask({ command: 'queues' })).toEqual({
      ok: true,
      line: '3 messages wait, 1 was put aside: the runbook says what to do.',
      queues: given.queues,
    });
  });

  test('journal tells every state of calls and orders in words', async () => {
    const states = Object.values(EVERY_STATE);
    const parts = [
      part(
        0,
        [0, 1],
        states.map((state, at) => order(`CS${at}`, state)),
      ),
      ...Object.values(EVERY_ATTEMPT).map((attempt, at) => part(at + 1, [1], [], attempt)),
    ];
    await start({ status: 'running', validUntil: FAR }, { parts });
    const { journal, line } = await ask({ command: 'journal', job: 'abc' });
    const lines = journal?.[0]?.lines ?? [];

    expect(line).toBe(`Job abcdefghij is running: 1 chunk, ${states.length} orders.`);
    expect(lines[0]).toBe('2 rows for 1 month: 2 open');
    expect(lines).toContain(
      'Call 1 for 2 rows, priced 20.00 USD: accepted at 1970-01-01 00:00 UTC',
    );
    expect(lines).toContain('  Order CS0, perhaps for r0, r1: unpaid');
    expect(lines.filter((one) => one.includes('undefined'))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toHaveLength(2 + states.length + parts.length);
  });

  test.each([
    ['running', 'open', 'idle', 'open, nobody works on it, a message is on its way'],
    ['waiting', 'open', 'idle', 'open, nobody works on it before it is the turn of the job'],
    ['suspended', 'open', 'idle', 'open, nobody works on it until the job is resumed'],
    ['finishing', 'sealed', 'idle', 'sealed, nobody works on it, the end of the job sees to it'],
    ['cancelled', 'sealed', 'idle', 'sealed, nobody works on it any more'],
    ['done', 'finished', 'idle', 'finished'],
    ['running', 'finished', 'idle', 'finished'],
    ['running', 'open', 'resting', 'open, every run failed: rests until 1970-01-01 00:00 UTC'],
    [
      'suspended',
      'open',
      'resting',
      'open, nobody works on it until the job is resumed; every run failed',
    ],
    [
      'suspended',
      'open',
      'backing off',
      'open, nobody works on it until the job is resumed; the provider was busy or did not show something',
    ],
  ] as const)(
    'journal says who goes on with a chunk: of a job that is %s, %s and %s',
    async (status, state, kind, says) => {
      const work = kind === 'idle' ? { kind } : { kind, until: 0 };
      await start({ status, validUntil: FAR }, { state, work });
      const { journal } = await ask({ command: 'journal', job: 'abc' });

      expect(journal?.[0]?.lines[1]).toBe(`${says}; last written 1970-01-01 00:00 UTC`);
    },
  );

  test('tells what got no answer: what it is about, since when, how often, and what came last', async () => {
    const since = Date.parse('2026-12-01T00:00:00Z');
    const silence = { since, tries: 1, heard: null, said: 'timeout' };
    await start(
      { status: 'running' },
      {
        silences: [
          { question: 'resources', rows: [1], ...silence },
          { question: 'unpaid orders', rows: [], ...silence, tries: 3 },
        ],
      },
    );
    const { journal } = await ask({ command: 'journal', job: 'abc' });

    expect(journal?.[0]?.lines.slice(2)).toEqual([
      'No answer since 2026-12-01 00:00 UTC, asked once (resources of r1): timeout',
      'No answer since 2026-12-01 00:00 UTC, asked 3 times (unpaid orders): timeout',
    ]);
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

describe('cancelling', () => {
  test('ends a job whose file is being read at once, and people are told that nothing was ordered', async () => {
    await start({ status: 'planning', planKey: null });
    const answer = await ask({ command: 'cancel', job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: true, line: expect.stringContaining('nothing was ordered') });
    expect(await jobNow()).toMatchObject({ status: 'cancelled', endedAt: given.clock.now });
    expect(given.told).toMatchObject([
      { kind: 'finished', ending: 'cancelled', sheet: 'not begun' },
    ]);
    expect(given.sentFinishes).toEqual([]);
  });

  test.each(['waiting', 'running', 'suspended'] as const)(
    'takes a job that is %s to its end as cancelled',
    async (status) => {
      await start({ status, validUntil: FAR });
      const answer = await ask({ command: 'cancel', job: 'abcdefghij', by: 'ops' });

      expect(answer.ok).toBe(true);
      expect(await jobNow()).toMatchObject({ status: 'finishing', ending: 'cancelled' });
      expect(given.sentFinishes).toMatchObject([{ kind: 'finish' }]);
    },
  );

  test('hurries a job that is ending, and says that it ends', async () => {
    await start({ status: 'finishing', ending: 'done' });
    const answer = await ask({ command: 'cancel', job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: false, line: expect.stringContaining('ending already') });
    expect(given.sentFinishes).toMatchObject([{ kind: 'finish' }]);
  });
});

describe('resuming a job whose file', () => {
  test.each([
    [{ kind: 'gone' }, 'file-withdrawn'],
    [{ kind: 'replaced', at: 1_780_000_000_000 }, 'file-replaced'],
  ] as const)('%o ends it as cancelled, nothing paid', async (standing, id) => {
    await start({ status: 'suspended', validUntil: FAR });
    given.standing = standing;
    const answer = await ask({ command: 'resume', job: 'abcdefghij', by: 'ops' });

    expect(answer).toEqual({ ok: false, line: expect.stringContaining('does not go on') });
    expect(await jobNow()).toMatchObject({
      status: 'finishing',
      ending: 'cancelled',
      epoch: 1,
      reason: { id },
    });
    expect(given.sentChunks).toEqual([]);
    expect(given.sentFinishes).toMatchObject([{ kind: 'finish' }]);
  });

  test('was removed does not end it where somebody else has resumed it a moment before', async () => {
    await start({ status: 'suspended', validUntil: FAR });
    given.approvals.standing = async () => {
      const moved = { from: ['suspended'], to: 'running', at: 0, set: { epoch: 2 } } as const;
      await given.jobs.move('abcdefghij', moved);
      return { kind: 'gone' };
    };
    await ask({ command: 'resume', job: 'abcdefghij', by: 'ops' });

    expect(await jobNow()).toMatchObject({ status: 'running', epoch: 2, ending: null });
    expect(given.sentFinishes).toEqual([]);
  });
});

describe('sending the work again', () => {
  test.each(['owed', 'rows only', 'none'] as const)(
    'of a job that is over tries results that are %s once more',
    async (sheet) => {
      await start({ ...OVER, sheet });
      const answer = await ask({ command: 'redrive', job: 'abcdefghij', by: 'ops' });

      expect(answer).toEqual({ ok: true, line: expect.stringContaining('written once more') });
      expect(given.sentFinishes).toMatchObject([{ job: 'abcdefghij', kind: 'report' }]);
    },
  );

  test('of a job whose workbook stands does nothing', async () => {
    await start({ ...OVER, sheet: 'workbook' });
    const answer = await ask({ command: 'redrive', job: 'abcdefghij', by: 'ops' });

    expect(answer.ok).toBe(false);
    expect(given.sentFinishes).toEqual([]);
  });
});
