import { money } from '../../../shared/values/money.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedOutcome, planCheck } from '../../../shared/check/check.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import { CHUNK_ROWS, planChunks } from '../../../shared/jobs/plan-chunks.ts';
import type { QuoteRow } from '../../../shared/jobs/quote.ts';
import { quoteRow } from '../../support/quote-rows.ts';
import { asTold } from '../../../shared/reasons/reason.ts';
import { told } from '../../support/told.ts';
import { HUAWEI } from '../../../shared/providers/huawei/traits.ts';

const SEED = 20_261_122;
const no = rowOutcome('not approved', asTold('The sheet does not say yes.', 'Say yes.'));
const wrong = rowOutcome('invalid', asTold('The price is missing.', 'Fill it in.'));

/** Rows of every kind a file may have; some of them about the same resource. */
const someRows = fc
  .array(
    fc.record({
      id: fc.integer({ min: 0, max: 400 }),
      kind: fc.constantFrom('ready', 'no', 'without price', 'without expiry'),
      years: fc.boolean(),
    }),
    { maxLength: 250 },
  )
  .map((all) =>
    all.map(({ id, kind, years }, position): QuoteRow => {
      const term = years
        ? ({ unit: 'year', count: 1 } as const)
        : ({ unit: 'month', count: 1 } as const);
      const row = quoteRow(position, { resourceId: `r${id}`, term });
      if (kind === 'ready') return row;
      if (kind === 'no') return { ...row, verdict: no };
      return kind === 'without price'
        ? { ...row, verdict: wrong, approved: null }
        : { ...row, verdict: wrong, expiry: null };
    }),
  );

const TEN = money('10', 'USD');

describe('the pieces of a dry run', () => {
  test('begin with exactly the chunks of the job, and ask for no resource twice besides', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const pieces = planCheck(rows, HUAWEI.idKey);
        const ready = pieces.filter((piece) => piece.ready);
        const others = pieces.filter((piece) => !piece.ready).flatMap((piece) => piece.rows);
        const ordered = new Set(
          ready.flatMap((piece) => piece.rows.map(({ resourceId }) => resourceId)),
        );

        expect(pieces.slice(0, ready.length)).toEqual(ready);
        expect(ready.map(({ term, rows: some }) => ({ term, rows: some }))).toEqual(
          planChunks(rows),
        );
        expect(others.filter(({ resourceId }) => ordered.has(resourceId))).toEqual([]);
        expect(new Set(others.map(({ resourceId }) => resourceId)).size).toBe(others.length);
        expect(pieces.every((piece) => piece.rows.length <= CHUNK_ROWS)).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('leave out rows that say too little to be looked at', () => {
    const rows = [quoteRow(0, { verdict: wrong, expiry: null }), quoteRow(1, { verdict: wrong })];

    expect(planCheck(rows, HUAWEI.idKey)).toEqual([]);
  });
});

describe('the outcome to be expected', () => {
  const held = rowOutcome(
    'held: price changed',
    asTold('It would cost 12.00 USD now.', 'Have it approved.'),
  );

  test('of a row that nothing stands in the way of is renewed', () => {
    expect(expectedOutcome(quoteRow(0), { obstacle: null, price: TEN }).outcome).toBe('renewed');
  });

  test('says where the provider tells no price before', () => {
    expect(expectedOutcome(quoteRow(0), { obstacle: null, price: null })).toMatchObject({
      outcome: 'renewed',
      reason: { id: 'nothing-in-the-way-price-not-told' },
    });
  });

  test('of a row with an obstacle is the obstacle, word for word', () => {
    expect(expectedOutcome(quoteRow(0), { obstacle: held, price: TEN })).toEqual(held);
  });

  test('of a row that is not approved tells what a yes would lead to', () => {
    expect(told(expectedOutcome({ verdict: no }, { obstacle: held, price: TEN }))).toMatchObject({
      outcome: 'not approved',
      reason:
        'The sheet does not say yes. With a yes it would be held. It would cost 12.00 USD now.',
    });
  });

  test('of a row that is wrong stays what it is', () => {
    expect(expectedOutcome({ verdict: wrong }, { obstacle: null, price: TEN })).toEqual(wrong);
  });

  test('of a row that was not looked at is never renewed', () => {
    expect(expectedOutcome(quoteRow(0), null).outcome).toBe('not attempted');
  });
});
