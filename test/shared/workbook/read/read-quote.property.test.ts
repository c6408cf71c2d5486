import fc from 'fast-check';
import { expect, it } from 'vitest';
import { display } from '../../../../shared/values/money.ts';
import { termText } from '../../../../shared/values/term.ts';
import { wallText } from '../../../../shared/values/wall-time.ts';
import { quoteWorkbook } from '../../../support/quote-workbook.ts';
import { quoteOf } from './reading.ts';

const SEED = 20_261_122;
const row = fc.record({
  id: fc.uuid(),
  name: fc.stringMatching(/^[a-z\u4e00-\u9fa5]{1,12}$/u),
  cents: fc.integer({ min: 0, max: 1_000_000_000 }),
  asText: fc.boolean(),
  day: fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
  months: fc.constantFrom(1, 2, 6, 11),
  approved: fc.boolean(),
});

it(`a written quote reads back as the same rows (seed ${SEED})`, async () => {
  const quotes = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ id }) => id });

  await fc.assert(
    fc.asyncProperty(quotes, async (rows) => {
      const bytes = await quoteWorkbook({
        headings: ['Name', 'ID', 'Expires On', 'Duration', 'Amount Payable', 'Approved'],
        formats: { 'Expires On': 'yyyy-mm-dd hh:mm:ss' },
        rows: rows.map(({ id, name, cents, asText, day, months, approved }) => [
          name,
          id,
          day,
          `${months} months`,
          asText ? `USD ${(cents / 100).toFixed(2)}` : cents / 100,
          approved ? 'yes' : 'no',
        ]),
      });

      const quote = await quoteOf(bytes);

      expect(
        quote.rows.map(({ resourceId, name, approved, expiry, term, verdict }) => [
          resourceId,
          name,
          display(approved!),
          wallText(expiry!),
          termText(term!),
          verdict?.outcome ?? 'payable',
        ]),
      ).toEqual(
        rows.map(({ id, name, cents, day, months, approved }) => [
          id,
          name,
          (cents / 100).toFixed(2),
          new Date(Math.round(day.getTime() / 1000) * 1000)
            .toISOString()
            .slice(0, 19)
            .replace('T', ' '),
          termText({ unit: 'month', count: months }),
          approved ? 'payable' : 'not approved',
        ]),
      );
    }),
    { seed: SEED, numRuns: 40 },
  );
});
