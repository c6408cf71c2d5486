import { expect, test } from 'vitest';
import type { AgainRow } from '../../../../shared/workbook/again/again-row.ts';
import {
  type FreshQuote,
  writeRepriced,
} from '../../../../shared/workbook/again/write-repriced.ts';
import { SHEETS } from '../../../../shared/phrases/sheet-phrases.ts';
import { knownNames } from '../../../../shared/workbook/read/heading-key.ts';
import { money } from '../../../../shared/values/money.ts';
import { quoteId, quoteRow, quoteWorkbook } from '../../../support/quote-workbook.ts';
import { writeExport } from '../../../../shared/workbook/export/write-export.ts';
import { firstPart, surveyOf, surveyRow } from '../../../support/survey-sample.ts';
import { quoteOf } from '../read/reading.ts';
import { linesOf, readAs, readBack } from './handing-back.ts';

const HEADINGS = [
  'Resource ID',
  'Resource Name',
  'Expires',
  'Renewal Duration',
  'List Price',
  'Discounted Price',
  'Approved',
  'Cost centre',
];

/** A file of three approved rows priced anew: the last of them costs 12.50 now. */
async function fresh(): Promise<FreshQuote> {
  const quote = await quoteOf(
    await quoteWorkbook({
      above: [['Approved by', 'Chen Wei'], ['Reference: PO-7']],
      headings: HEADINGS,
      rows: [1, 2, 3].map((at) => quoteRow({ id: quoteId(at) }, 'Yes', `CC-${at}`)),
    }),
  );
  const prices = ['10', '10', '12.5'];
  const rows = [2, 0, 1].map((at): AgainRow => {
    const price = money(prices[at]!, 'USD');
    const isStale = prices[at] !== '10';
    return { row: quote.rows[at]!, price: isStale ? price : null, approved: !isStale };
  });
  return {
    survey: surveyOf(
      rows.map(({ row }, at) => ({
        ...surveyRow(at, { price: prices[at]! }),
        resourceId: row.resourceId!,
      })),
      { balance: money('500', 'USD') },
    ),
    again: {
      headings: quote.columns,
      rows,
      known: knownNames({}),
      currency: 'USD',
      zone: 'Asia/Shanghai',
      language: 'en',
    },
    approvedBy: quote.approvedBy,
    reference: quote.reference,
  };
}

test('a file that is priced anew keeps its columns, its approvals, its approver and its reference', async () => {
  const bytes = await writeRepriced(await fresh(), readBack);
  const [live, headings, first] = await linesOf(bytes, 'Quote');
  const { approvedBy, reference } = await quoteOf(bytes);

  expect(live).toEqual(['Approved so far (USD)', 2, 20, null, null, 480]);
  expect(headings).toEqual([
    'Resource ID',
    'Resource Name',
    'Discounted Price',
    'Approved',
    'Was (USD)',
    'Change',
    'Expires',
    'Renewal Duration',
    'List Price',
    'Cost centre',
  ]);
  expect(first?.slice(2, 6)).toEqual([12.5, null, 10, expect.closeTo(0.25)]);
  expect(await readAs(bytes)).toEqual([
    '03: 12.5 for 1 month, not approved',
    '01: 10 for 1 month, approved',
    '02: 10 for 1 month, approved',
  ]);
  expect([approvedBy, reference]).toEqual(['Chen Wei', 'PO-7']);
});

test.each([
  ['en', 'Was (USD)', '2 rows wait for a yes, 1 of them at another price than the file had.'],
  ['zh', '此前（USD）', '2行待批准，其中1行价格有变。'],
] as const)(
  'an export in %s of which a duration was changed and nothing approved yet keeps its columns',
  async (language, was, told) => {
    const survey = surveyOf([surveyRow(1), surveyRow(2)], { balance: money('500', 'USD') });
    const exported = await writeExport(survey, firstPart(survey), language);
    const { columns, rows, reference } = await quoteOf(exported);
    const again: readonly AgainRow[] = rows.map((row, at) => ({
      row,
      price: at === 0 ? money('376.20', 'USD') : null,
      approved: false,
    }));
    const whole = await fresh();
    const repriced = { ...whole.again, headings: columns, rows: again, language };
    const bytes = await writeRepriced({ ...whole, survey, again: repriced, reference }, readBack);
    const back = await quoteOf(bytes);

    expect(back.columns).toEqual(expect.arrayContaining([...columns, was]));
    expect(back.reference).toBe(reference);
    const texts = (await linesOf(bytes, SHEETS.cover[language])).flat().map(String);
    expect(texts).toContain(told);
    expect(texts.some((text) => /keep the yes|保留原有/u.test(text))).toBe(false);
  },
);

test('its cover says what waits for a yes and what keeps one', async () => {
  const texts = (await linesOf(await writeRepriced(await fresh(), readBack), 'Cover')).flat();

  expect(texts).toContain(
    '1 row costs something else now and waits for a yes, 2 rows keep their approval.',
  );
});

test('where it would be read as anything else it is an export with nothing approved', async () => {
  const other = await readBack(await quoteWorkbook({ headings: HEADINGS, rows: [quoteRow()] }));
  const bytes = await writeRepriced(await fresh(), async () => await Promise.resolve(other));

  expect((await quoteOf(bytes)).rows.map(({ verdict }) => verdict?.outcome)).toEqual([
    'not approved',
    'not approved',
    'not approved',
  ]);
});
