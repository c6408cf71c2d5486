import { beforeEach, describe, expect, test } from 'vitest';
import { IntakeRun, QUOTE } from '../support/intake-run.ts';
import { quoteOf, testAccount } from '../support/quote-rows.ts';
import { RESULTS_NOT_WRITTEN } from '../../shared/notices/alarms.ts';
import { Mortal } from '../support/crashing.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { wordsOf } from '../support/told.ts';
import { LIMITS } from '../../shared/workbook/read/limits.ts';

const TWO = [testAccount(), testAccount({ name: 'other' })];

let run: IntakeRun;

function diesAtItsResults(): Mortal {
  return new Mortal(({ call }) => call === 'files.write');
}

beforeEach(() => {
  run = new IntakeRun();
});

describe('a dropped quote', () => {
  test('becomes a job with its plan and journals, and is started', async () => {
    await run.drop('approved/main/quote.xlsx');
    const job = run.job;

    expect(job).toMatchObject({
      status: 'running',
      epoch: 1,
      account: 'main',
      name: 'quote',
      rows: 3,
      chunkCount: 2,
      droppedBy: 'finance',
      droppedAt: 1000,
      validUntil: run.clock.now + 3 * 86_400_000,
    });
    expect(run.objects.has(job.planKey!)).toBe(true);
    expect((await run.journals.list(job.id)).map(({ rows }) => rows[0]?.resourceId)).toEqual([
      'r0',
      'r2',
    ]);
    expect(run.sentChunks.map(({ chunk, epoch }) => [chunk, epoch])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  test('without a row to renew goes straight to the finish', async () => {
    run.reading = { kind: 'quote', quote: quoteOf([]) };
    await run.drop('approved/main/quote.xlsx');

    expect(run.sentFinishes).toMatchObject([{ job: run.job.id, kind: 'finish' }]);
  });

  test('waits while another job of the account is active', async () => {
    await run.accounts.enlist('main', 'another');
    await run.drop('approved/main/quote.xlsx');

    expect(run.job).toMatchObject({ status: 'waiting', validUntil: null });
    expect(run.sentChunks).toEqual([]);
  });

  test.each(['approved/', 'approved/main/', 'results/main/a.xlsx'])(
    'is not what lies at %s: no job comes of it',
    async (key) => {
      await run.drop(key);

      expect(run.jobs.all()).toEqual([]);
    },
  );
});

describe('what programs leave behind', () => {
  test.each([
    'approved/main/~$quote.xlsx',
    'approved/main/._quote.xlsx',
    'approved/main/.DS_Store',
    'approved/main/Thumbs.db',
    'approved/main/desktop.ini',
    'approved/main/quote.xlsx.tmp',
    'approved/main/~WRL0001.tmp',
    'approved/main/quote.xlsx.crdownload',
    'approved/main/.~lock.quote.xlsx#',
    'approved/main/__MACOSX/quote.xlsx',
  ])('is passed over with a line in the log: %s', async (key) => {
    await run.drop(key);

    expect(run.jobs.all()).toEqual([]);
    expect(run.logged).toEqual([['file passed over', expect.objectContaining({ key })]]);
  });

  test('is passed over where it is empty, and a file of unknown size is not', async () => {
    await run.deliver({ ...run.dropped('approved/main/a.xlsx'), size: 0 });
    expect(run.jobs.all()).toEqual([]);

    await run.deliver(run.dropped('approved/main/tmp notes~1.xlsx'));
    expect(run.job).toMatchObject({ name: 'tmp notes~1' });
  });

  test('does not stand for a file too large to be loaded', async () => {
    const upload = run.dropped('approved/main/quote.xlsx');
    run.objects.set(upload.source.key, new Uint8Array(LIMITS.packed + 1));
    await run.deliver(upload);

    expect(run.job).toMatchObject({ status: 'rejected', reason: { id: 'file-too-large' } });
    expect(run.readAs).toEqual([]);
  });
});

describe('the account of a dropped quote', () => {
  test('is the only one when the file lies directly under approved/', async () => {
    await run.drop('approved/quote.xlsx');

    expect(run.job).toMatchObject({ status: 'running', account: 'main' });
    expect(run.readAs).toEqual([{ name: 'quote.xlsx', account: 'main' }]);
  });

  test('is the one whose folder it lies in', async () => {
    run = new IntakeRun(TWO);
    await run.drop('approved/other/quote.xlsx');

    expect(run.job).toMatchObject({ account: 'other' });
    expect(run.readAs).toEqual([{ name: 'quote.xlsx', account: 'other' }]);
  });

  test('is never guessed among several: the file is rejected and told the folders', async () => {
    run = new IntakeRun(TWO);
    await run.drop('approved/quote.xlsx');

    expect(run.job).toMatchObject({ status: 'rejected', account: 'unknown', planKey: null });
    expect(wordsOf(run.job.reason)).toMatch(/several accounts: .* one of main, other\.$/u);
    expect([run.readAs, run.sentChunks]).toEqual([[], []]);
  });

  test.each(['nobody', 'Main'])('"%s" is not known: the file is rejected', async (name) => {
    await run.drop(`approved/${name}/quote.xlsx`);

    expect(run.job).toMatchObject({ status: 'rejected', account: name });
    expect(wordsOf(run.job.reason)).toContain(`There is no account "${name}"`);
    expect([run.readAs, run.sentChunks]).toEqual([[], []]);
    expect(await run.accounts.read('main')).toMatchObject({ active: null });
  });
});

describe('a file in a folder without a name', () => {
  test.each(['approved//quote.xlsx', 'approved/ /quote.xlsx'])(
    '%s is rejected with the folders that there are, not thrown',
    async (key) => {
      await run.drop(key);

      expect(run.job).toMatchObject({ status: 'rejected', account: 'unknown' });
      expect(wordsOf(run.job.reason)).toMatch(/has no name: .* one of main\.$/u);
      expect(run.told.map(({ kind }) => kind)).toEqual(['rejected']);
    },
  );
});

describe('a file that may not be read', () => {
  beforeEach(() => {
    run.files.readSource = async () =>
      await Promise.resolve({ kind: 'unreadable', code: 'KMS.NotFoundException' });
  });

  test('is tried again, for the permission may be given', async () => {
    await expect(
      run.deliver(run.dropped('approved/main/quote.xlsx'), undefined, 3),
    ).rejects.toThrow('KMS.NotFoundException');

    expect(run.job).toMatchObject({ status: 'planning' });
    expect(run.told).toEqual([]);
  });

  test('is rejected at the last try, and people are told what to do', async () => {
    await run.deliver(run.dropped('approved/main/quote.xlsx'), undefined, 4);

    expect(run.job).toMatchObject({ status: 'rejected', reason: { id: 'file-unreadable' } });
    expect(wordsOf(run.job.reason)).toContain('refused (KMS.NotFoundException)');
    expect(run.told.map(({ kind }) => kind)).toEqual(['rejected']);
  });
});

describe('a rejected file', () => {
  const key = 'approved/main/quote.xlsx';

  test('has a results workbook with every row that could be read, none of them attempted', async () => {
    run.reading = { kind: 'rejected', reason: asTold('Too many rows.'), quote: QUOTE.quote };
    await run.drop(key);
    const job = run.job;

    expect(job).toMatchObject({
      status: 'rejected',
      reason: asTold('Too many rows.'),
      totals: { rows: 3, outcomes: { 'not attempted': 2, invalid: 1 } },
      resultsKey: `results/main/quote.${job.id}.results.xlsx`,
    });
    expect(run.objects.has(job.resultsKey!)).toBe(true);
    expect(run.reports[0]).toMatchObject({ status: 'rejected', reason: asTold('Too many rows.') });
    expect(await run.journals.list(job.id)).toEqual([]);
  });

  test("is told in its account's currency and zone, with all that the uploader had written", async () => {
    const { zone, currency, orderUrl } = { zone: 'Asia/Tokyo', currency: 'CNY', orderUrl: 'o' };
    const settings = testAccount({ name: 'other', expiryZone: zone, currency, orderUrl });
    run = new IntakeRun([testAccount(), settings]);
    const written = { columns: ['ID'], loose: [{ sheet: 'S', line: 9, text: 'Total' }] };
    const quote = { ...quoteOf([]), ...written, approvedBy: 'Ann', reference: 'R-1' };
    run.reading = { kind: 'rejected', reason: asTold('Too many rows.'), quote };
    await run.drop('approved/other/2026/quote.xlsx');

    expect(run.reports[0]).toMatchObject({
      ...written,
      currency,
      orderUrl,
      expiryZone: zone,
      file: 'quote.xlsx',
      approvedBy: 'Ann',
      reference: 'R-1',
    });
  });

  test('is rejected with its reason also when nothing of it could be read', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: null };
    await run.drop(key);

    expect(run.job).toMatchObject({ status: 'rejected', reason: asTold('No workbook.'), rows: 0 });
  });

  test('is one that was replaced or removed before it was read: it is not read', async () => {
    const upload = run.dropped(key);
    run.objects.clear();
    await run.deliver(upload);

    expect(wordsOf(run.job.reason)).toContain('replaced or removed');
    expect(run.readAs).toEqual([]);
  });

  test('is rejected and told also when nothing can be written', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: QUOTE.quote };
    run.files.write = async () => await Promise.reject(new Error('SlowDown'));
    await run.drop(key);

    expect(run.job).toMatchObject({ status: 'rejected', sheet: 'none', resultsKey: null });
    expect(run.told).toMatchObject([{ kind: 'rejected', sheet: 'none', resultsKey: null }]);
    expect(run.alarms).toEqual([RESULTS_NOT_WRITTEN, RESULTS_NOT_WRITTEN]);
  });

  test('has its rows as text where the workbook cannot be written', async () => {
    run.reading = { kind: 'rejected', reason: asTold('Too many rows.'), quote: QUOTE.quote };
    const write = run.files.write.bind(run.files);
    run.files.write = async (at, ...rest) => {
      if (at.endsWith('.xlsx')) throw new Error('EntityTooLarge');
      await write(at, ...rest);
    };
    await run.drop(key);
    const { id, resultsKey } = run.job;

    expect(run.job).toMatchObject({ sheet: 'rows only' });
    expect(resultsKey).toBe(`results/main/quote.${id}.results.csv`);
    expect(new TextDecoder().decode(run.objects.get(resultsKey!))).toMatch(
      /,r0,.*,not attempted,/u,
    );
  });

  test('whose results killed two runs is told without them', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: QUOTE.quote };
    const upload = run.dropped(key);
    for (const received of [1, 2]) {
      await expect(run.deliver(upload, diesAtItsResults(), received)).rejects.toThrow('crashed');
      expect(run.job).toMatchObject({ status: 'rejected', sheet: 'owed' });
    }
    expect(run.told).toEqual([]);
    await run.deliver(upload, undefined, 3);

    expect(run.job).toMatchObject({ status: 'rejected', sheet: 'none' });
    expect(run.told.map(({ kind }) => kind)).toEqual(['rejected']);
  });

  test('whose results were lost with a run gets them when its event comes back, rejected as it was', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: QUOTE.quote };
    const upload = run.dropped(key);
    await run.deliver(upload, diesAtItsResults()).catch(() => undefined);
    run.reading = QUOTE;
    await run.deliver(upload, undefined, 2);

    expect(run.job).toMatchObject({ status: 'rejected', sheet: 'workbook', planKey: null });
    expect(run.reports[0]).toMatchObject({ reason: asTold('No workbook.') });
  });

  test('stays rejected when its event comes again', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: null };
    await run.drop(key);
    run.reading = QUOTE;
    await run.drop(key);

    expect(run.job).toMatchObject({ status: 'rejected' });
    expect(run.reports).toHaveLength(1);
  });
});
