import { describe, expect, test } from 'vitest';
import { once, type MoneyRun, moneyRun } from '../support/money-run.ts';
import { told } from '../support/told.ts';

const MINUTE = 60_000;
const LATE = 25 * MINUTE;

/** The call takes effect, and its answer is lost; or a gateway sends it twice, and tells that it is locked. */
const TROUBLES = ['reset', 'repeated'] as const;

/** What shows the order only after minutes. */
const SIGHTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['at once', {}],
  ['in prices', { lockShownAfterMs: { price: LATE, renew: 0 } }],
  ['in lists and by itself', { orderVisibilityDelayMs: LATE }],
  ['by its rows', { orderIdFilter: 'little by little', orderIdFilterFillMs: 8 * MINUTE }],
  [
    'nowhere before that',
    {
      lockShownAfterMs: { price: LATE, renew: LATE },
      orderVisibilityDelayMs: LATE,
      orderIdFilter: 'little by little',
    },
  ],
];

const CASES = TROUBLES.flatMap((what) =>
  SIGHTS.flatMap(([shown, behaviour]) =>
    [1, 3].map((rows) => [what, shown, rows, behaviour] as const),
  ),
);

/** Orders that are neither paid nor cancelled, and that no row names. */
function unnamed({ sandbox, app }: MoneyRun): readonly string[] {
  const said = app.report.rows.map(({ outcome }) => `${outcome.order} ${told(outcome).advice}`);
  return sandbox
    .orders()
    .filter(({ id, status }) => status !== 5 && status !== 4 && !said.join(' ').includes(id))
    .map(({ id }) => id);
}

describe('an order whose renew call told nothing of it', () => {
  test.each(CASES)(
    'is paid, cancelled or named (%s; shown %s; %i rows)',
    async (what, _, rows, behaviour) => {
      const run = await moneyRun({
        rows,
        behaviour,
        faults: [{ api: 'renew', call: 1, when: 'after', what }],
      });
      await run.finish();

      expect(unnamed(run)).toEqual([]);
      expect(run.words().filter((word) => word === 'not renewable')).toEqual([]);
      expect(run.sandbox.ledger().length).toBeLessThanOrEqual(1);
      expect(run.wrong()).toEqual([]);
    },
  );
});

test('a lock that is seen on after our own cancel is not told to be paid or cancelled', async () => {
  const run = await moneyRun({
    rows: 2,
    behaviour: { lockGoneAfterMs: { price: 10 * MINUTE, renew: 10 * MINUTE } },
  });
  once(run.sandbox, { api: 'renew', phase: 'after' }, () => {
    run.sandbox.act.repriceOrder({ order: run.sandbox.orders()[0]!.id, factor: '3' });
  });
  await run.finish();

  expect(run.words()).toEqual(['renewed', 'renewed']);
  expect(run.wrong()).toEqual([]);
});
