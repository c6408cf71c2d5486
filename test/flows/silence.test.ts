import { describe, expect, test } from 'vitest';
import type { Fetch } from '../../shared/providers/wire/exchange.ts';
import { type MoneyRun, moneyRun } from '../support/money-run.ts';

/** Calls of these APIs that name the id get no answer. */
function silent(id: string, ...apis: readonly string[]) {
  return apis.map((api) => ({ api, naming: id, what: 'reset' }));
}

/** What is said of a row, in ids. */
function saidOf(run: MoneyRun, row: number): readonly [string, string] {
  const { outcome, reason } = run.row(row).outcome;
  return [outcome, reason.id];
}

/** Minutes from the job's start until it was so. */
function minutesUntil({ app: { job } }: MoneyRun, status: string): number {
  const begun = job.history.find(({ event }) => event === 'running')!.at;
  return Math.round((job.history.find(({ event }) => event === status)!.at - begun) / 60_000);
}

/** Minutes: three quarters of an hour, and the pause until the next look. */
const AT_THE_NEXT_LOOK = [45, 46, 47, 48, 49, 50];
const RENEWED = ['renewed', 'renewed'];
const UNTOUCHED = ['not attempted', 'provider-silent-of-row'];

describe('an id that hangs every read it is in', () => {
  test.each<[string, readonly Readonly<Record<string, unknown>>[]]>([
    ['from the first look on', silent('r7', 'query', 'price')],
    ['in looks alone', silent('r7', 'query')],
    ['in prices alone', silent('r7', 'price')],
    ['only once its order is made', [{ ...silent('r7', 'query')[0], call: { from: 2 } }]],
  ])('%s, stands alone, and the others are renewed', async (_, faults) => {
    const run = await moneyRun({ rows: 20, faults });
    await run.finish();
    const others = Array.from({ length: 20 }, (_, row) => row).filter((row) => row !== 7);

    expect(saidOf(run, 7)).toEqual(UNTOUCHED);
    expect(others.map((row) => saidOf(run, row))).toEqual(others.map(() => RENEWED));
    expect(run.app.job.status).toBe('done');
    expect(AT_THE_NEXT_LOOK).toContain(minutesUntil(run, 'done'));
    expect(run.wrong()).toEqual([]);
    // Nothing is said to be waited for any more.
    const [journal] = await run.app.journals.list(run.app.job.id);
    expect(journal!.silences).toEqual([]);
  });

  test('and answers again within three quarters of an hour, is renewed like the others', async () => {
    const faults = [{ ...silent('r1', 'query')[0], call: { from: 1, to: 12 } }];
    const run = await moneyRun({ rows: 4, faults });
    await run.finish();

    expect(run.words()).toEqual(Array.from({ length: 4 }, () => 'renewed'));
  });

  test('is found among others that hang too', async () => {
    const hanging = [3, 4, 11, 17, 18];
    const faults = hanging.flatMap((row) => silent(`r${row}`, 'query', 'price'));
    const run = await moneyRun({ rows: 20, faults });
    await run.finish();
    const left = run.words().flatMap((word, row) => (word === 'renewed' ? [] : [row]));

    expect(left).toEqual(hanging);
    expect(run.wrong()).toEqual([]);
  });

  test('is not attempted in a chunk of its own either, where the provider answers about others', async () => {
    const run = await moneyRun({ rows: 101, faults: silent('r100', 'query', 'price') });
    await run.finish();

    expect(run.app.job.status).toBe('done');
    expect([saidOf(run, 0), saidOf(run, 100)]).toEqual([RENEWED, UNTOUCHED]);
  });
});

test('an id that hangs once its order is paid is a person’s, and the others are renewed', async () => {
  const run = await moneyRun({
    rows: 12,
    faults: [{ ...silent('r7', 'query')[0], call: { from: 5 } }],
  });
  await run.finish();

  expect(saidOf(run, 7)).toEqual(['needs review', 'paid-row-not-shown']);
  expect(saidOf(run, 8)).toEqual(RENEWED);
  expect(run.app.job.status).toBe('done');
  expect(AT_THE_NEXT_LOOK).toContain(minutesUntil(run, 'done'));
  expect(run.wrong()).toEqual([]);
});

describe('an order that is not shown', () => {
  // Twelve rows in two orders.
  const SMALLER = { api: 'renew', call: 1, what: { status: 400, code: 'CBC.99003162' } };

  test('holds nobody up but its own rows, which are a person’s in the end', async () => {
    const run = await moneyRun({
      rows: 12,
      faults: [SMALLER, ...silent('order 1', 'orderDetails')],
    });
    await run.finish();

    expect(saidOf(run, 0)).toEqual(['needs review', 'provider-silent-of-order']);
    expect(saidOf(run, 11)).toEqual(RENEWED);
    expect(run.app.job.status).toBe('done');
    expect(AT_THE_NEXT_LOOK).toContain(minutesUntil(run, 'done'));
    expect(run.wrong()).toEqual([]);
  });
});

describe('a provider that answers nothing', () => {
  test('has its job suspended after three quarters of an hour, with nothing given up', async () => {
    const run = await moneyRun({ rows: 12, faults: [{ api: 'query', what: 'reset' }] });
    await run.finish();

    expect(run.app.job).toMatchObject({ status: 'suspended', reason: { id: 'provider-silent' } });
    expect(AT_THE_NEXT_LOOK).toContain(minutesUntil(run, 'suspended'));
    expect(run.row(0).outcome).toMatchObject({ reason: { id: 'not-paid-yet' } });
  });

  test('is asked on and on where the account says so', async () => {
    const run = await moneyRun({
      rows: 2,
      settings: { whenSilent: 'continue', jobValidityDays: 1 },
      faults: [{ api: 'query', what: 'reset' }],
    });
    await run.finish();

    expect(run.app.job.status).toBe('expired');
    expect(run.words()).toEqual(['not attempted', 'not attempted']);
  });

  test('and lets every call take its whole time, ends no run in the middle', async () => {
    const run = await moneyRun({
      rows: 12,
      between: {
        functionSeconds: 120,
        line: (clock): Fetch => {
          return async () => {
            const end = clock.now + 20_000;
            // What is called side by side is waited for side by side.
            await new Promise<void>((resolve) => {
              setImmediate(resolve);
            });
            clock.now = Math.max(clock.now, end);
            throw new DOMException('no answer came in time', 'TimeoutError');
          };
        },
      },
    });
    await run.finish();

    expect(run.app.job).toMatchObject({ status: 'suspended', reason: { id: 'provider-silent' } });
    expect(run.app.faults).toEqual([]);
  });
});
