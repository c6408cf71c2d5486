import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addTo,
  BooksDoNotBalance,
  type SettledRow,
  totalsOf,
} from '../../../../shared/renewal/books/books.ts';
import { compare, money, sum } from '../../../../shared/values/money.ts';
import { noOutcomes, OUTCOMES, rowOutcome } from '../../../../shared/renewal/outcome.ts';
import { usd } from '../../../support/journal-sample.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';

const SEED = 20_261_122;
const yuan = money('7', 'CNY');

describe('adding to a list of amounts', () => {
  test('keeps each currency apart', () => {
    const amounts = [usd('1'), yuan, usd('2.5')].reduce(addTo, []);

    expect(amounts).toEqual([usd('3.5'), yuan]);
  });
});

function settled(outcome: (typeof OUTCOMES)[number], approved: string | null, paid: string | null) {
  return {
    approved: approved === null ? null : usd(approved),
    outcome: rowOutcome(outcome, asTold(''), { paid: paid === null ? null : usd(paid) }),
  };
}

describe('the totals of a job', () => {
  test('count each row under its outcome, and add up what is in the file, approved in it and paid', () => {
    const rows = [
      settled('renewed', '10.00', '9.99'),
      settled('renewed', '0.1', '0.2'),
      settled('invalid', null, null),
      settled('needs review', '5', null),
      settled('not approved', '7', null),
    ];

    expect(totalsOf(rows, 5)).toEqual({
      rows: 5,
      outcomes: { ...noOutcomes(), renewed: 2, invalid: 1, 'needs review': 1, 'not approved': 1 },
      approved: [usd('22.1')],
      approvedInIt: [usd('15.1')],
      paid: [usd('10.19')],
    });
  });

  test('never add two currencies', () => {
    const foreign: SettledRow = { ...settled('invalid', '1', null), approved: yuan };

    expect(totalsOf([settled('invalid', '1', null), foreign], 2).approved).toEqual([
      usd('1'),
      yuan,
    ]);
  });

  test.each([0, 2])('are refused when %d rows went in and one came out', (planned) => {
    expect(() => totalsOf([settled('renewed', '1', '1')], planned)).toThrow(
      new BooksDoNotBalance(`${planned} rows went in, 1 came out`),
    );
  });

  test('of no rows are nothing', () => {
    expect(totalsOf([], 0)).toEqual({
      rows: 0,
      outcomes: noOutcomes(),
      approved: [],
      approvedInIt: [],
      paid: [],
    });
  });

  test(`balance by count and by amount for any rows (seed ${SEED})`, () => {
    const row = fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      approved: fc.option(fc.integer({ min: 0, max: 10 ** 9 })),
      paid: fc.option(fc.integer({ min: 0, max: 10 ** 9 })),
    });

    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (list) => {
        const rows = list.map(({ outcome, approved, paid }) =>
          settled(
            outcome,
            approved === null ? null : String(approved / 100),
            paid === null ? null : String(paid / 100),
          ),
        );
        const totals = totalsOf(rows, rows.length);
        const counted = OUTCOMES.reduce((all, word) => all + totals.outcomes[word], 0);
        const cents = list.reduce((all, { paid }) => all + BigInt(paid ?? 0), 0n);

        expect(counted).toBe(rows.length);
        expect(compare(sum(totals.paid, 'USD'), usd(`${cents}e-2`))).toBe(0);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
