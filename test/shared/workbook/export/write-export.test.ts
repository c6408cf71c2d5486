import { type Workbook, readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { money } from '../../../../shared/values/money.ts';
import { surveyParts, type SurveyRow } from '../../../../shared/survey/survey.ts';
import { duePeriods } from '../../../../shared/workbook/export/due.ts';
import { writeExport } from '../../../../shared/workbook/export/write-export.ts';
import { approve } from '../../../support/approve.ts';
import {
  firstPart,
  leftOutRow,
  surveyOf,
  surveyRow,
  unpricedRow,
} from '../../../support/survey-sample.ts';
import { quoteOf, verdictOf } from '../read/reading.ts';
import { cellAt, columnOf, sheetOf, textsOf, zippedTexts } from '../results/results-parts.ts';

const rows = [
  surveyRow(1, { days: -3, price: '12.50' }),
  surveyRow(2, { days: 0 }),
  surveyRow(3, { days: 12, price: '0.05' }),
  surveyRow(4, { days: 25, term: { unit: 'year', count: 1 }, price: '1234567.89' }),
];
const survey = surveyOf([...rows, unpricedRow(5)], {
  leftOut: [leftOutRow(6, 'in an open job'), leftOutRow(7, 'unpaid order')],
});
const written = await writeExport(survey, firstPart(survey), 'en');
const workbook = await readXlsx(written, { readStyles: true });
const quote = sheetOf(workbook, 'Quote');

/** The texts on the cover of the same survey with another balance. */
async function told(balance: (typeof survey)['balance']): Promise<readonly string[]> {
  const other = { ...survey, balance };
  return textsOf(
    sheetOf(await readXlsx(await writeExport(other, firstPart(other), 'en')), 'Cover'),
  );
}

function names({ sheets }: Workbook): readonly string[] {
  return sheets.map(({ name }) => name);
}

describe('an exported quote that is dropped as it is', () => {
  test('has exactly its priced rows, and renews none of them', async () => {
    const read = await quoteOf(written);

    expect(read.rows.map(({ resourceId }) => resourceId)).toEqual(
      rows.map(({ resourceId }) => resourceId),
    );
    expect(new Set(read.rows.map(({ verdict }) => verdict?.outcome))).toEqual(
      new Set(['not approved']),
    );
    expect(read.loose).toEqual([]);
    expect(read.unread?.map(({ sheet }) => sheet)).toEqual([
      'Cover',
      'Cannot be renewed',
      'Left out',
    ]);
    expect(new Set(read.unread?.map(({ reason: { id } }) => id))).toEqual(
      new Set(['sheet-of-ours']),
    );
  });

  test('says what was exported: term, price and the day of the expiry', async () => {
    const read = await quoteOf(written);

    for (const [index, { term, price, name }] of rows.entries()) {
      expect(read.rows[index]).toMatchObject({ sheet: 'Quote', name, term });
      expect(price).toMatchObject({ price: read.rows[index]!.approved! });
    }
    expect(read.rows.map(({ expiry }) => expiry)).toEqual([
      { day: '2026-11-28', time: '23:59:59' },
      { day: '2026-12-01', time: '23:59:59' },
      { day: '2026-12-13', time: '23:59:59' },
      { day: '2026-12-26', time: '23:59:59' },
    ]);
  });

  test('brings its id along as the reference, and nobody as the one who approved', async () => {
    expect(await quoteOf(written)).toMatchObject({ reference: 'q7k2m9x4tb', approvedBy: null });
  });
});

describe('an exported quote that was approved in a spreadsheet program', () => {
  test('renews exactly the rows with a yes', async () => {
    const chosen = [rows[0]!.resourceId, rows[3]!.resourceId];
    const read = await quoteOf(await approve(written, (id) => chosen.includes(id)));

    expect(
      read.rows.filter(({ verdict }) => verdict === null).map(({ resourceId }) => resourceId),
    ).toEqual(chosen);
  });

  test('does not fall back on the list price where the price to approve was cleared', async () => {
    const also = { 'Price to approve (USD)': '' };
    const read = await quoteOf(await approve(written, () => true, { also }));

    expect(verdictOf(read.rows[0])).toMatch(/^invalid: .*price/iu);
    expect(read.rows.every(({ approved }) => approved === null)).toBe(true);
  });

  test('takes a term that was changed as it stands in its cell', async () => {
    const also = { 'Renewal Duration': '3 months' };
    const read = await quoteOf(await approve(written, () => true, { also }));

    expect(read.rows[0]).toMatchObject({ verdict: null, term: { unit: 'month', count: 3 } });
  });
});

describe('a row of which the provider tells no price', () => {
  const untold: SurveyRow = { ...surveyRow(8), price: { kind: 'not told' } };
  const mixed = surveyOf([surveyRow(1), untold]);
  const isUntold = (id: string): boolean => id === untold.resourceId;

  test('stands in the quote with an empty price and a note, out of the sums', async () => {
    const bytes = await writeExport(mixed, firstPart(mixed), 'en');
    const book = await readXlsx(bytes, { readStyles: true });

    expect(columnOf(sheetOf(book, 'Quote'), 'Price to approve (USD)')).toEqual([37.62, null]);
    const locked = [2, 3].map(
      (line) => cellAt(sheetOf(book, 'Quote'), line, 2)?.style?.protection?.locked ?? true,
    );
    expect(locked, 'only the empty price may be typed').toEqual([true, false]);
    expect(columnOf(sheetOf(book, 'Quote'), 'Note')[1]).toContain(
      'tells no price before it renews',
    );
    expect(textsOf(sheetOf(book, 'Cover')).join(' ')).toContain(
      '1 resource with an empty "Price to approve", not in the sums above',
    );
    expect(names(book)).toEqual(['Cover', 'Quote']);
  });

  test('is approved by a yes and a price that is typed, and by a yes alone not', async () => {
    const bytes = await writeExport(mixed, firstPart(mixed), 'en');
    const also = { 'Price to approve (USD)': 42.5 };
    const [, typed] = (await quoteOf(await approve(bytes, isUntold, { also }))).rows;
    const [, bare] = (await quoteOf(await approve(bytes, isUntold))).rows;

    expect(typed).toMatchObject({ verdict: null, approved: money('42.5', 'USD') });
    expect(verdictOf(bare)).toMatch(/^invalid: .*price/iu);
  });
});

describe('the quote sheet', () => {
  test('has id, name, price and approval side by side, soonest expiry first', () => {
    expect(quote.rows[1]).toEqual([
      'Resource ID',
      'Resource Name',
      'Price to approve (USD)',
      'Approved',
      'Renewal Duration',
      'Note',
      'Expires (Asia/Shanghai)',
      'Days left',
      'Service',
      'Region',
      'Status',
      'Attached',
      'Mode',
      'List Price (USD)',
      'Discount (USD)',
      'Currency',
    ]);
    expect(columnOf(quote, 'Days left')).toEqual([-3, 0, 12, 25]);
    expect(columnOf(quote, 'Price to approve (USD)')).toEqual([12.5, 37.62, 0.05, 1234567.89]);
  });

  test('has real dates, on the clock of the account', () => {
    expect(columnOf(quote, 'Expires (Asia/Shanghai)')[1]).toEqual(new Date('2026-12-01T23:59:59Z'));
  });

  test('offers yes and no for the approval, and leaves it blank', () => {
    expect(quote.dataValidations).toMatchObject([
      { type: 'list', range: 'D3:D6', errorStyle: 'stop' },
      { type: 'list', range: 'E3:E6', errorStyle: 'warning' },
    ]);
    expect(columnOf(quote, 'Approved')).toEqual([null, null, null, null]);
    expect(zippedTexts(written).get('xl/worksheets/sheet2.xml')).toContain(
      '<formula1>&quot;yes,no&quot;</formula1>',
    );
  });

  test('keeps its headings in sight, filters every row and prints them on each page', () => {
    expect(quote.freezePane).toMatchObject({ rows: 2, columns: 2 });
    expect(quote.autoFilter?.range).toBe('A2:P6');
    expect(quote.pageSetup?.printTitlesRow).toBe('$1:$2');
  });

  test('says live what is approved so far, with the figures of nothing saved', () => {
    const cells = [0, 1, 2, 5].map((at) => cellAt(quote, 0, at));

    expect(quote.rows[0]?.slice(0, 6)).toEqual(['Approved so far (USD)', 0, 0, null, null, 500]);
    expect(cells.map((cell) => cell?.formula ?? null)).toEqual([
      null,
      'COUNTIF($D$3:$D$6,"yes")',
      'SUMIF($D$3:$D$6,"yes",$C$3:$C$6)',
      '500-SUMIF($D$3:$D$6,"yes",$C$3:$C$6)',
    ]);
  });

  test('is protected without a password, but for what is to be filled in', () => {
    const xml = zippedTexts(written).get('xl/worksheets/sheet2.xml')!;
    const locked = [0, 2, 3, 4, 5, 6].map((at) => cellAt(quote, 2, at)?.style?.protection?.locked);

    expect(xml).toContain('</sheetData><sheetProtection sheet="1"');
    expect(xml).not.toContain('hashValue');
    expect(locked).toEqual([undefined, undefined, false, false, false, undefined]);
  });

  test('shows the days left with a bar, and in red or yellow the fewer they are', () => {
    const fill = (row: number): unknown => {
      const { fill: found } = cellAt(quote, row + 1, 7)?.style ?? {};
      return found?.type === 'pattern' ? found.fgColor?.rgb : null;
    };

    expect(quote.conditionalRules).toMatchObject([{ type: 'dataBar', range: 'H3:H6' }]);
    expect(new Set([fill(1), fill(3), fill(4)]).size).toBe(3);
  });

  test('is written for a survey that found nothing, too', async () => {
    const empty = surveyOf([]);
    const book = await readXlsx(await writeExport(empty, firstPart(empty), 'en'));

    expect(names(book)).toEqual(['Cover', 'Quote']);
    expect(textsOf(sheetOf(book, 'Cover'))).toContain(
      '0 resources: nothing that was asked for falls due.',
    );
  });
});

describe('the cover', () => {
  const cover = sheetOf(workbook, 'Cover');
  const texts = textsOf(cover);

  test('comes first and says what it is and what it costs', () => {
    expect(names(workbook)[0]).toBe('Cover');
    expect(texts).toContain('due within 30 days');
    expect(cover.rows).toContainEqual(
      expect.arrayContaining(['USD', 4, expect.any(Number), expect.any(Number), 1234618.06]),
    );
  });

  test('says what the balance falls short of', () => {
    expect(texts).toContain(
      'The account has USD 500.00: USD 1,234,118.06 would be missing for all of it.',
    );
  });

  test('says so when the balance suffices or is not known', async () => {
    expect(await told(money('2000000', 'USD'))).toContain(
      'The account has USD 2,000,000.00, enough for all of it.',
    );
    expect(await told(null)).toContain('The balance of the account is not known.');
  });

  test('says of what its sums and the balance are where some prices are not told', async () => {
    const some = surveyOf([rows[1]!, { ...rows[2]!, price: { kind: 'not told' } }]);
    const textsWith = async (amount: string): Promise<readonly string[]> => {
      const other = { ...some, balance: money(amount, 'USD') };
      const bytes = await writeExport(other, firstPart(other), 'en');
      return textsOf(sheetOf(await readXlsx(bytes), 'Cover'));
    };

    const [rich, poor] = [await textsWith('900'), await textsWith('1')];
    expect(rich).toContain('1 resource of which the provider tells no price: not in these sums.');
    expect(rich).toContain('The account has USD 900.00, enough for the sum above.');
    expect(poor).toContainEqual(expect.stringMatching(/would be missing for the sum above\.$/u));
  });

  test('says what to do before it says what falls due when', () => {
    expect(texts.indexOf('What to do')).toBeGreaterThan(0);
    expect(texts.indexOf('What to do')).toBeLessThan(texts.indexOf('When it falls due'));
  });

  test('gives each of several files an id of its own, and the total of all', async () => {
    const many = { ...survey, rowsPerFile: 3 };
    const parts = surveyParts(many);
    const second = await writeExport(many, parts[1]!, 'en');

    expect((await quoteOf(second)).reference).toBe('q7k2m9x4tb-2');
    expect(names(await readXlsx(second))).toEqual(['Cover', 'Quote']);
    expect(textsOf(sheetOf(await readXlsx(second), 'Cover'))).toContain('USD, all 2 files');
  });
});

/** A resource of 10.00 USD that expires in so many days. */
function at(days: number): SurveyRow {
  return surveyRow(days + 10, { days, price: '10.00' });
}

function shown(all: readonly SurveyRow[]): readonly string[] {
  const { by, periods } = duePeriods(all, 'Asia/Shanghai');
  return [by, ...periods.map(({ name, rows: some }) => `${name}: ${some.length}`)];
}

describe('what falls due when', () => {
  test('is shown by week from Monday, and by month where it reaches far', () => {
    expect(shown([at(0), at(5), at(6), at(12)])).toEqual([
      'week',
      '2026-11-30: 2',
      '2026-12-07: 2',
    ]);
    expect(shown([at(-3), at(30), at(31), at(100)])).toEqual([
      'month',
      '2026-11: 1',
      '2026-12: 1',
      '2027-01: 1',
      '2027-03: 1',
    ]);
    expect(shown([])).toEqual(['week']);
  });

  test('has a bar for each, as long as its sum', async () => {
    const due = surveyOf([at(0), at(7), at(8)]);
    const cover = sheetOf(await readXlsx(await writeExport(due, firstPart(due), 'en')), 'Cover');
    const line = cover.rows.findIndex((row) => row.includes('Week from'));

    expect(cover.rows.slice(line + 1, line + 3).map((row) => row.slice(1, 4))).toEqual([
      ['2026-11-30', 1, 10],
      ['2026-12-07', 2, 20],
    ]);
    expect(cover.conditionalRules).toContainEqual(
      expect.objectContaining({ type: 'dataBar', range: `D${line + 2}` }),
    );
  });
});

describe('the other sheets', () => {
  test('list what cannot be renewed with its reason, and what is left out with why', () => {
    expect(names(workbook)).toEqual(['Cover', 'Quote', 'Cannot be renewed', 'Left out']);
    expect(columnOf(sheetOf(workbook, 'Cannot be renewed'), 'Why it cannot be renewed')).toEqual([
      'This product cannot be renewed.',
    ]);
    expect(columnOf(sheetOf(workbook, 'Left out'), 'Why it is left out')).toEqual([
      'in an open job',
      'unpaid order',
    ]);
  });

  test('text from the provider never becomes a formula', async () => {
    const evil = surveyOf([surveyRow(1, { name: '=HYPERLINK("http://x")' })]);
    const texts = zippedTexts(await writeExport(evil, firstPart(evil), 'en'));
    const sheets = [...texts].filter(([name]) => name.includes('worksheets/'));

    const formulas = sheets.flatMap(([, xml]) => xml.match(/<f>[^<]*<\/f>/gu) ?? []);
    expect(formulas).toHaveLength(3);
    expect(formulas.join('')).not.toContain('HYPERLINK');
  });
});
