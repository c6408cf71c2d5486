import { describe, expect, test } from 'vitest';
import { type MoneyRun, moneyRun } from '../support/money-run.ts';

/** The first order of ten rows has no answer; it was made, or it was not. */
function lost(when: 'after' | 'before') {
  return { api: 'renew', call: 1, when, what: 'reset' } as const;
}

/** From its second price call on an id gets no answer: none of the looks at what locks it. */
function hanging(row: number) {
  return { api: 'price', naming: `r${row}`, call: { from: 2 }, what: 'reset' } as const;
}

function saidOf(run: MoneyRun, row: number): readonly [string, string] {
  const { outcome, reason } = run.row(row).outcome;
  return [outcome, reason.id];
}

function othersThan(row: number, run: MoneyRun): readonly string[] {
  return run.words().filter((_, index) => index !== row);
}

const TEN = { rows: 10, settings: { iamUser: 'renewsheet' } } as const;
const NINE_RENEWED = Array.from({ length: 9 }, () => 'renewed');

describe('a renew call without an answer, with an id of which no price call is answered', () => {
  test('that made its order is found by the rows that are answered about, and paid', async () => {
    const run = await moneyRun({ ...TEN, faults: [lost('after'), hanging(7)] });
    await run.finish();

    expect(run.words()).toEqual(Array.from({ length: 10 }, () => 'renewed'));
    expect(run.sandbox.orders()).toHaveLength(1);
    expect(run.wrong()).toEqual([]);
  });

  test('that made nothing lets the others go on, and that id is left to itself', async () => {
    const run = await moneyRun({ ...TEN, faults: [lost('before'), hanging(7)] });
    await run.finish();

    expect(othersThan(7, run)).toEqual(NINE_RENEWED);
    expect(saidOf(run, 7)).toEqual(['needs review', 'order-not-clear']);
    expect(run.app.job.status).toBe('done');
    expect(run.wrong()).toEqual([]);
  });

  test('that made an order of each row is found without that price call', async () => {
    const run = await moneyRun({
      ...TEN,
      behaviour: { ordersPerRenew: 'one per resource' },
      faults: [lost('after'), hanging(7)],
    });
    await run.finish();

    expect(run.words()).toEqual(Array.from({ length: 10 }, () => 'renewed'));
    expect(run.sandbox.orders()).toHaveLength(10);
    expect(run.wrong()).toEqual([]);
  });

  test('and hangs for one row alone in its chunk, suspends no job that is answered elsewhere', async () => {
    const faults = [
      { api: 'renew', naming: 'r100', what: 'reset' },
      // Ten ids a call, and all but it are priced twice, for a call of all of them is refused.
      { ...hanging(100), call: { from: 22 } },
    ];
    const run = await moneyRun({ ...TEN, rows: 101, faults });
    await run.finish();

    expect(run.app.job.status).toBe('done');
    expect(saidOf(run, 100)).toEqual(['needs review', 'order-not-clear']);
    expect(saidOf(run, 99)).toEqual(['renewed', 'renewed']);
  });
});
