import { readXlsx, type Sheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type Language, LANGUAGES } from '../../../../shared/reasons/entry.ts';
import type { LastRenewal } from '../../../../shared/renewal/rules/last-renewal.ts';
import type { Survey, SurveyRow } from '../../../../shared/survey/survey.ts';
import { money } from '../../../../shared/values/money.ts';
import { SHEETS } from '../../../../shared/phrases/sheet-phrases.ts';
import { writeRepriced } from '../../../../shared/workbook/again/write-repriced.ts';
import { writeRetry } from '../../../../shared/workbook/again/write-retry.ts';
import { changeSince } from '../../../../shared/workbook/export/last-columns.ts';
import { writeExport } from '../../../../shared/workbook/export/write-export.ts';
import { approve } from '../../../support/approve.ts';
import { firstPart, surveyOf, surveyRow } from '../../../support/survey-sample.ts';
import { KNOWN, read, reportOn } from '../../../support/approved-sample.ts';
import { quoteWorkbook } from '../../../support/quote-workbook.ts';
import { quoteOf, refusalOf } from '../read/reading.ts';
import { cellAt, columnOf, sheetOf, textsOf, zippedTexts } from '../results/results-parts.ts';

const MONTH = { unit: 'month', count: 1 } as const;
const YEAR = { unit: 'year', count: 1 } as const;
/** The first of December in Shanghai, the last of November in UTC. */
const AT = Date.parse('2026-11-30T18:30:00Z');

function last(paid: string | null, more: Partial<LastRenewal> = {}, currency = 'USD'): LastRenewal {
  return { at: AT, paid: paid === null ? null : money(paid, currency), term: MONTH, ...more };
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Last renewed', 'Last price (USD)', 'Change since then'],
  zh: ['上次续费', '上次价格（USD）', '较上次变动'],
};

async function written(survey: Survey, language: Language = 'en'): Promise<readonly Sheet[]> {
  const bytes = await writeExport(survey, firstPart(survey), language);
  return (await readXlsx(bytes, { readStyles: true })).sheets;
}

function looked(rows: readonly SurveyRow[], more: Partial<Survey> = {}): Survey {
  return surveyOf(rows, { lastRenewals: 'read', ...more });
}

const rows = [
  surveyRow(1, { price: '44.00', last: last('40.00') }),
  surveyRow(2, { price: '1234.50', last: last('12000', { term: YEAR }) }),
  surveyRow(3, { last: last(null) }),
  surveyRow(4, { last: last('80.5', {}, 'CNY') }),
  surveyRow(5),
];

describe('the last renewal in an exported quote', () => {
  test.each(LANGUAGES)('stands behind what is approved, printed with it (%s)', async (language) => {
    const survey = looked(rows);
    const bytes = await writeExport(survey, firstPart(survey), language);
    const { sheets } = await readXlsx(bytes);

    expect(sheets[1]!.rows[1]?.slice(8, 11)).toEqual(HEADINGS[language]);
    expect(zippedTexts(bytes).get('xl/workbook.xml')).toContain('!$A$1:$K$7</definedName>');
  });

  test('is the day on the clock of the account, the price for its term, and the change', async () => {
    const [, quote] = await written(looked(rows));
    const day = new Date('2026-12-01T00:00:00Z');
    const [days, prices, changes] = HEADINGS.en.map((heading) => columnOf(quote!, heading));

    expect(days).toEqual([day, day, day, day, null]);
    expect(prices).toEqual([40, 12_000, null, '80.50 CNY / 1 month', null]);
    expect(changes!.map((change) => (change === null ? null : Number(change)))).toEqual([
      0.1,
      null,
      null,
      null,
      null,
    ]);
    const formats = [2, 3].map((line) => cellAt(quote!, line, 9)?.style?.numFmt);
    expect(formats).toEqual(['#,##0.00" / 1 month"', '#,##0.00" / 1 year"']);
  });

  test('has no column of changes where there is none, and none at all where nobody has looked', async () => {
    const [, without] = await written(looked(rows.slice(1)));
    const [, unseen] = await written(surveyOf(rows));

    expect(without!.rows[1]?.slice(8, 11)).toEqual([...HEADINGS.en.slice(0, 2), 'Service']);
    expect(unseen!.rows[1]?.slice(8, 9)).toEqual(['Service']);
  });

  test.each<[Language, Survey['lastRenewals'], RegExp, boolean]>([
    ['en', 'not all read', /Not all last renewals and prices could be read/u, true],
    ['zh', 'not all read', /上次续费和上次价格未能全部读取/u, true],
    ['en', 'read', /last renewals/iu, false],
    ['en', undefined, /last renewals/iu, false],
  ])('could not be read: the cover says so (%s, %s)', async (language, lastRenewals, says, is) => {
    const survey = surveyOf(rows, { lastRenewals });
    const [cover] = await written(survey, language);

    expect(textsOf(cover!).some((text) => says.test(text))).toBe(is);
  });

  test.each(LANGUAGES)('decides nothing when the file comes back (%s)', async (language) => {
    const survey = looked(rows);
    const bytes = await writeExport(survey, firstPart(survey), language);
    const [, price, change] = HEADINGS[language];
    const also = { [price!]: 0.01, [change!]: 'no' };
    const read = await quoteOf(await approve(bytes, () => true, { also }));

    expect(read.rows.map(({ verdict, approved }) => [verdict, approved])).toEqual(
      rows.map(({ price: is }) => [null, is.kind === 'priced' ? is.price : null]),
    );
    expect(read.columns).toEqual(expect.arrayContaining([...HEADINGS[language]]));
  });

  test('is never taken for the price that is approved, not even alone', async () => {
    const survey = looked([{ ...rows[0]!, price: { kind: 'not told' } }]);
    const bytes = await writeExport(survey, firstPart(survey), 'en');
    const [row] = (await quoteOf(await approve(bytes, () => true))).rows;

    expect(row).toMatchObject({ approved: null, verdict: { outcome: 'invalid' } });
    expect(sheetOf(await readXlsx(bytes), 'Quote').rows[2]?.[9]).toBe(40);
  });
});

describe('the columns of an export in the files that come of it', () => {
  test.each(LANGUAGES)(
    'come back as they were, tried again or priced anew (%s)',
    async (language) => {
      const survey = looked(rows.map((row) => ({ ...row, term: MONTH })));
      const bytes = await writeExport(survey, firstPart(survey), language);
      const quote = await quoteOf(await approve(bytes, () => true));
      const report = reportOn(quote, language);
      const again = quote.rows.map((row) => ({ row, price: null, approved: true }));
      const { currency, zone } = survey;
      const kept = { headings: quote.columns, known: KNOWN, currency, zone, language };
      const files = [
        await writeRetry(report, again, KNOWN, read),
        await writeRepriced(
          {
            survey: surveyOf(rows),
            again: { ...kept, rows: again },
            approvedBy: null,
            reference: null,
          },
          read,
        ),
      ];
      const [days, prices] = HEADINGS[language];
      for (const file of files) {
        const sheet = sheetOf(await readXlsx(file), SHEETS.quote[language]);
        const back = await quoteOf(file);

        expect(columnOf(sheet, prices!).slice(0, 2)).toEqual([40, 12_000]);
        expect(columnOf(sheet, days!)[0]).toEqual(new Date('2026-12-01T00:00:00Z'));
        expect(back.rows.map(({ approved, verdict }) => [approved, verdict])).toEqual(
          quote.rows.map(({ approved }) => [approved, null]),
        );
      }
    },
  );
});

test('a last price is no price where a file has no other', async () => {
  const headings = ['Resource ID', 'Expires', 'Renewal Duration', 'Last price (USD)'];
  const row = ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1', '2026-12-01 23:59:59', '1 month', 10];

  expect(await refusalOf(await quoteWorkbook({ headings, rows: [row] }))).toMatch(/price/u);
});

describe('the change since the last renewal', () => {
  test.each<[string, Partial<Parameters<typeof surveyRow>[1]>, number | null]>([
    ['dearer', { price: '44', last: last('40') }, 0.1],
    ['cheaper', { price: '30', last: last('40') }, -0.25],
    ['the same', { price: '40', last: last('40') }, 0],
    [
      'twelve months and one year',
      { term: { unit: 'month', count: 12 }, price: '50', last: last('40', { term: YEAR }) },
      0.25,
    ],
    ['another term', { price: '40', last: last('400', { term: YEAR }) }, null],
    ['another currency', { price: '40', last: last('280', {}, 'CNY') }, null],
    ['no price then', { price: '40', last: last(null) }, null],
    ['nothing paid then', { price: '40', last: last('0') }, null],
    ['no renewal known', { price: '40' }, null],
  ])('%s', (_, more, expected) => {
    expect(changeSince(surveyRow(1, more))).toBe(expected);
  });

  test('is not known without a price today', () => {
    const row = { ...surveyRow(1, { last: last('40') }), price: { kind: 'not told' } as const };
    expect(changeSince(row)).toBeNull();
  });
});
