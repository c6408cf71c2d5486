import { setTimeout as pause } from 'node:timers/promises';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startHuaweiSandbox } from '../../../infra/sandboxes/huawei/server.ts';
import type { HuaweiSandbox } from '../../../infra/sandboxes/huawei/sandbox.ts';
import {
  type LocalNotice,
  type LocalRun,
  startLocalRun,
} from '../../../infra/cli/local-run/local-run.ts';
import { SAMPLE_KEYS } from '../../../infra/cli/sample/sample-keys.ts';
import { defaultExport } from '../../../shared/settings/export-settings.ts';
import { isReported, type Job } from '../../../shared/jobs/job.ts';
import { operateAnswerSchema } from '../../../shared/messages/operate-answer.ts';
import { dueResource } from '../../support/due-soon.ts';
import { testAccount } from '../../support/quote-rows.ts';

const DAY = 86_400_000;
/** Seconds are cut off, as everywhere at the provider. */
const now = Math.floor(Date.now() / 1000) * 1000;

function inDays(days: number): string {
  return `${new Date(now + days * DAY).toISOString().slice(0, 19)}Z`;
}

/** Twelve that fall due, one in each way that is left out, one that cannot be renewed, one far away. */
const WORLD = {
  ...SAMPLE_KEYS,
  balance: '1000.00',
  behaviour: { completionDelayMs: 50, amountDecimals: 4 },
  resources: [
    ...Array.from({ length: 12 }, (_, index) =>
      dueResource(index, {
        expires: inDays(2 + index),
        // One has a fraction of a cent: what the export rounds up must be enough to pay it.
        prices: { month: index === 8 ? '18.0951' : `${10 + index}.10`, year: '100.00' },
        ...(index % 3 === 0
          ? { attached: [{ id: `disk-${index}`, prices: { month: '1.05' } }] }
          : {}),
        ...(index === 5 ? { discounts: [{ id: 'd', ratio: '0.85' }] } : {}),
      }),
    ),
    dueResource(20, { expires: inDays(3), expirePolicy: 3 }),
    dueResource(21, { expires: inDays(3), locked: 'unpaid' }),
    dueResource(22, { expires: inDays(3), renewable: false }),
    dueResource(23, { expires: inDays(90) }),
  ],
};

const MONDAYS = { ...defaultExport('Asia/Shanghai', null), schedule: 'cron(0 8 ? * MON *)' };
/** Where nothing listens. */
const NOBODY = 'http://127.0.0.1:1';

let sandbox: HuaweiSandbox;
let run: LocalRun;
const notices: LocalNotice[] = [];
const started = new Set<string>();

beforeAll(async () => {
  sandbox = await startHuaweiSandbox({ world: WORLD });
  run = await startLocalRun({
    accounts: [
      testAccount({ endpoint: sandbox.url, callsPerSecond: 200, export: MONDAYS }),
      testAccount({ name: 'away', endpoint: NOBODY, export: MONDAYS }),
    ],
    keys: { main: SAMPLE_KEYS, away: SAMPLE_KEYS },
    onNotice: (notice) => {
      notices.push(notice);
    },
    onInvocation: (functionName) => {
      started.add(functionName);
    },
  });
}, 120_000);

afterAll(async () => {
  await run.stop();
  await sandbox.close();
});

async function fires(account = 'main'): Promise<void> {
  const [invocation] = await run.cloud.runSchedule(`ExportsOnTheClock${account}`);
  expect(invocation).toMatchObject({ kind: 'returned' });
}

/** What people were told of the account that is away. */
function away(): readonly string[] {
  return notices.map(({ subject }) => subject).filter((subject) => subject.startsWith('[away]'));
}

async function exported(count: number): Promise<readonly string[]> {
  for (;;) {
    const keys = await run.keys('exports/');
    if (keys.length >= count) return keys;
    await pause(50);
  }
}

interface Line {
  readonly id: string;
  readonly price: number;
}

async function linesOf(key: string): Promise<Line[]> {
  const book = await readXlsx(await run.readObject(key));
  const [, headings = [], ...rows] = book.sheets.find(({ name }) => name === 'Quote')!.rows;
  const at = (start: string): number =>
    headings.findIndex((heading) => String(heading).startsWith(start));
  return rows.map((row) => ({
    id: String(row[at('Resource ID')]),
    price: Number(row[at('Price to approve')]),
  }));
}

/** Where the export will stand that an answer is about. */
function keyIn(line: string): string {
  return /exports\/main\/\S+\.xlsx/u.exec(line)?.[0] ?? 'no key';
}

/** As finance does it, in another program than the one that wrote the file. */
async function approved(key: string, answer: (line: Line) => string): Promise<Uint8Array> {
  const lines = await linesOf(key);
  const book = await openXlsx(await run.readObject(key));
  const sheet = book.sheets.find(({ name }) => name === 'Quote')!;
  const column = sheet.rows[1]!.findIndex((heading) => String(heading) === 'Approved');
  for (const [index, line] of lines.entries()) sheet.rows[index + 2]![column] = answer(line);
  return await saveXlsx(book);
}

/** The job of a dropped file, once it is over. */
async function ended(file: string): Promise<Job> {
  for (;;) {
    const job = (await run.jobs.jobs()).find(({ source }) => source.key.endsWith(file));
    if (job !== undefined && isReported(job)) return job;
    await pause(50);
  }
}

describe('the full circle on the embedded cloud', () => {
  test('a schedule that fires twice exports one quote, at today’s prices', async () => {
    await Promise.all([fires(), fires()]);
    const keys = await exported(1);
    await run.cloud.idle();

    expect(await run.keys('exports/')).toEqual(keys);
    expect(keys).toEqual([
      expect.stringMatching(/^exports\/main\/\d{4}-\d\d-\d\d-due-30d\.xlsx$/u),
    ]);
    const lines = await linesOf(keys[0]!);
    expect(lines.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, index) => `r${index}`),
    );
    expect(lines[3]!.price).toBe(14.15);
    expect(lines[5]!.price).toBe(12.84);
    expect(lines[8]!.price).toBe(18.1);
    expect(new Set(sandbox.calls().map(({ api }) => api))).toEqual(
      new Set(['query', 'price', 'balances']),
    );
    expect(notices.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^\[main\] Export ready, 12 resources, /u),
    ]);
  }, 60_000);

  test('approved by hand and dropped back it is renewed, and the ledger agrees', async () => {
    const [key] = await run.keys('exports/');
    const lines = await linesOf(key!);
    const yes = lines.filter(({ id }) => id !== 'r4' && id !== 'r7');
    const bytes = await approved(key!, ({ id }) => (id === 'r4' ? 'no' : id === 'r7' ? '' : 'yes'));
    await run.drop('main', 'approved-quote.xlsx', bytes);
    const job = await ended('approved-quote.xlsx');

    expect(job.totals!.outcomes).toMatchObject({ renewed: 10, 'not approved': 2 });
    const charged = sandbox.ledger().flatMap(({ resources }) => resources);
    expect(charged.map(({ resourceId }) => resourceId).toSorted()).toEqual(
      yes.map(({ id }) => id).toSorted(),
    );
    for (const { id, price } of yes) {
      const { amount } = charged.find(({ resourceId }) => resourceId === id)!;
      expect([id, Number(Number(amount).toFixed(2))]).toEqual([id, price]);
    }
  }, 60_000);

  test('asked for by hand it has only what is still due, beside the first one', async () => {
    const invocation = await run.cloud.invoke('OperateFunction', {
      command: 'export',
      account: 'main',
      due: '30d',
      by: 'finance',
    });
    const answer = operateAnswerSchema.parse((invocation as { value: unknown }).value);
    expect(answer.ok).toBe(true);
    const key = keyIn(answer.line);
    const keys = await exported(2);

    expect(keys).toContain(key);
    expect((await linesOf(key)).map(({ id }) => id)).toEqual(['r4', 'r7']);
  }, 60_000);

  test('asked for again, it says when each was renewed and, where that was told, what it cost', async () => {
    const [first] = await run.keys('exports/');
    const alone = await approved(first!, ({ id }) => (id === 'r4' ? 'yes' : 'no'));
    await run.drop('main', 'one-more.xlsx', alone);
    expect((await ended('one-more.xlsx')).totals!.outcomes).toMatchObject({ renewed: 1 });
    const invocation = await run.cloud.invoke('OperateFunction', {
      command: 'export',
      account: 'main',
      ids: ['r0', 'r4', 'r7'],
      by: 'finance',
    });
    const { ok, line } = operateAnswerSchema.parse((invocation as { value: unknown }).value);
    expect(ok).toBe(true);
    await exported(3);
    const [, quote] = (await readXlsx(await run.readObject(keyIn(line)))).sheets;
    const [, headings = [], ...rows] = quote!.rows;
    const columns = ['Resource ID', 'Last renewed', 'Last price (USD)'].map((heading) =>
      headings.indexOf(heading),
    );
    const told = rows.map((row) => columns.map((at) => row[at] ?? null));

    // The charge for ten resources together had a fraction of a cent: nobody can say what it was.
    expect(told).toEqual([
      ['r7', null, null],
      ['r0', expect.any(Date), null],
      ['r4', expect.any(Date), 14.1],
    ]);
  }, 60_000);

  test('a schedule that fires while the provider is away is told of, once it was waited for', async () => {
    await fires('away');
    await vi.waitFor(
      async () => {
        // What waits for the provider is seen again at once, not after minutes.
        await run.cloud.endVisibility('ExportsQueueUrl');
        expect(away()).toHaveLength(1);
      },
      { timeout: 50_000, interval: 200 },
    );

    expect(away()).toEqual([expect.stringMatching(/^\[away\] Export failed/u)]);
    expect(await run.keys('exports/away/')).toEqual([]);
  }, 60_000);

  test('no function went beyond its role', () => {
    expect([...started].some((name) => name.includes('ExportQuote'))).toBe(true);
    expect(run.cloud.violations()).toEqual([]);
  });
});
