import { beforeEach, describe, expect, test } from 'vitest';
import { IntakeRun, QUOTE } from '../support/intake-run.ts';
import { quoteOf, testAccount } from '../support/quote-rows.ts';
import { asTold } from '../../shared/reasons/reason.ts';
import { wordsOf } from '../support/told.ts';
import { LIMITS } from '../../shared/workbook/read/limits.ts';

const TWO = [testAccount(), testAccount({ name: 'other' })];

let run: IntakeRun;

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

  test.each(['nobody', 'Main', ''])('"%s" is not known: the file is rejected', async (name) => {
    await run.drop(`approved/${name}/quote.xlsx`);

    expect(run.job).toMatchObject({ status: 'rejected', account: name });
    expect(wordsOf(run.job.reason)).toContain(`There is no account "${name}"`);
    expect([run.readAs, run.sentChunks]).toEqual([[], []]);
    expect(await run.accounts.read('main')).toMatchObject({ active: null });
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

  test('is not called rejected before its workbook is written', async () => {
    run.reading = { kind: 'rejected', reason: asTold('No workbook.'), quote: null };
    run.files.write = async () => {
      throw new Error('SlowDown');
    };

    await expect(run.drop(key)).rejects.toThrow('SlowDown');
    expect(run.job).toMatchObject({ status: 'planning' });
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
