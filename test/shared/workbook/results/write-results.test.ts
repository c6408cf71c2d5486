import { describe, expect, it } from 'vitest';
import { money, plus, sum } from '../../../../shared/values/money.ts';
import { CANCELLED_FOR, ORDER_STATES } from '../../../../shared/phrases/order-phrases.ts';
import { OUTCOMES } from '../../../../shared/renewal/outcome.ts';
import { OUTCOME_COLOURS } from '../../../../shared/workbook/sheet/palette.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import {
  cellAt,
  columnOf,
  sheetOf,
  textsOf,
  writtenWorkbook,
  zippedTexts,
} from './results-parts.ts';
import { SAMPLE_COLUMNS, sampleReport } from './results-sample.ts';
import { asTold, reason } from '../../../../shared/reasons/reason.ts';
import { rowOutcome } from '../../../../shared/renewal/outcome.ts';
import type {
  ReportRow,
  ResultsReport,
} from '../../../../shared/workbook/results/results-report.ts';
import { told } from '../../../support/told.ts';

const report = sampleReport(300);
const workbook = await writtenWorkbook(report);
const results = sheetOf(workbook, 'Results');
const headings = results.rows[0]!;
const PRINTED = [
  'Resource ID',
  'Name 名称',
  'Outcome',
  'Paid (allocated)',
  'Reason',
  'What to do next',
];
const DETAIL = ['Line', 'Order', 'Currency', 'New expiry (Asia/Shanghai)', 'Provider code'];

describe('the results sheet', () => {
  it("has id, name and what became of it first, and the uploader's other columns in their order", () => {
    expect(headings).toEqual([...PRINTED, ...DETAIL, ...SAMPLE_COLUMNS.slice(2)]);
  });

  it('takes ids and names to the front by what stands there, whatever their headings', async () => {
    const columns = SAMPLE_COLUMNS.toReversed();
    const rows = report.rows.map((row) => ({
      ...row,
      row: { ...row.row, cells: row.row.cells.toReversed() },
    }));
    const sheet = sheetOf(await writtenWorkbook({ ...report, columns, rows }), 'Results');

    expect(sheet.rows[0]).toEqual([...PRINTED, ...DETAIL, ...columns.slice(0, -2)]);
    expect(columnOf(sheet, 'Resource ID')).toEqual(report.rows.map(({ row }) => row.resourceId));
  });

  it('has ids of its own where no column shows them, under no heading of ids', async () => {
    const rows = report.rows.map((row) => ({ ...row, row: { ...row.row, cells: [] } }));
    const sheet = sheetOf(await writtenWorkbook({ ...report, columns: [], rows }), 'Results');

    expect(sheet.rows[0]?.[0]).toBe('Resource');
    expect(sheet.rows[1]?.[0]).toBe(report.rows[0]!.row.resourceId);
  });

  it('shows id and name of each row in front, of sheets that call them otherwise too', async () => {
    const rows = report.rows.map((row, at) => {
      if (at < 200) return row;
      const [id, name, ...others] = row.row.cells;
      const none = { kind: 'empty' } as const;
      return { ...row, row: { ...row.row, cells: [none, none, ...others, id!, name!] } };
    });
    const columns = [...SAMPLE_COLUMNS, '实例ID', '实例名称'];
    const sheet = sheetOf(await writtenWorkbook({ ...report, columns, rows }), 'Results');

    expect(columnOf(sheet, 'Resource ID')).toEqual(report.rows.map(({ row }) => row.resourceId));
    expect(columnOf(sheet, 'Name 名称')).toEqual(report.rows.map(({ row }) => row.name));
    expect(columnOf(sheet, '实例ID')[299]).toBe(report.rows[299]!.row.resourceId);
  });

  it('names the line of the upload, and its sheet where there are several', async () => {
    const rows = report.rows.map((row, at) =>
      at === 7 ? { ...row, row: { ...row.row, sheet: 'Other' } } : row,
    );
    const sheet = sheetOf(await writtenWorkbook({ ...report, rows }), 'Results');

    expect(columnOf(results, 'Line')).toEqual(report.rows.map(({ row }) => row.line));
    expect(columnOf(sheet, 'Sheet')[7]).toBe('Other');
  });

  it('shows what a held row costs now, and by how much that is dearer', async () => {
    const at = report.rows.findIndex(({ outcome }) => outcome.outcome === 'held: price changed');
    const { approved } = report.rows[at]!.row;
    const price = plus(approved!, money('12.5', 'CNY'));
    const rows = report.rows.map((row, index) => (index === at ? { ...row, price } : row));
    const sheet = sheetOf(await writtenWorkbook({ ...report, rows }), 'Results');

    expect(columnOf(sheet, 'Price now (CNY)')[at]).toBe(Number(price.amount));
    expect(columnOf(sheet, 'Dearer by (CNY)')[at]).toBe(12.5);
    expect(columnOf(sheet, 'Price now (CNY)').filter((value) => value !== null)).toHaveLength(1);
  });

  it('has every row once, in the order of the upload', () => {
    expect(columnOf(results, 'Resource ID')).toEqual(report.rows.map(({ row }) => row.resourceId));
    expect(columnOf(results, 'Outcome')).toEqual(report.rows.map(({ outcome }) => outcome.outcome));
  });

  it('keeps ids as text with their leading zeros', () => {
    const centres = columnOf(results, 'Cost centre');

    expect(centres.every((value) => typeof value === 'string' && /^00\d{4}$/u.test(value))).toBe(
      true,
    );
    expect(cellAt(results, 1, headings.indexOf('Cost centre'))?.style?.numFmt).toBe('@');
  });

  it("keeps the uploader's numbers, dates and their formats", () => {
    const { expiry, approved } = report.rows[0]!.row;

    const format = (heading: string) =>
      cellAt(results, 1, headings.indexOf(heading))?.style?.numFmt;

    expect(columnOf(results, 'Expiry date')[0]).toEqual(
      new Date(`${expiry!.day}T${expiry!.time!}Z`),
    );
    expect(format('Expiry date')).toBe('yyyy/m/d h:mm');
    expect(columnOf(results, 'Price (CNY)')[0]).toBe(Number(approved!.amount));
    expect(format('Price (CNY)')).toBe('#,##0.00');
    expect(format('Discount')).toBe('0%');
  });

  it('shows the new expiry as a real date in the zone of the account', () => {
    const index = report.rows.findIndex(({ outcome }) => outcome.newExpiry !== null);
    const shown = columnOf(results, 'New expiry (Asia/Shanghai)')[index] as Date;

    expect(shown.getTime()).toBe(report.rows[index]!.outcome.newExpiry! + 8 * 3_600_000);
  });

  it('adds up to exactly what was charged', () => {
    const paid = columnOf(results, 'Paid (allocated)').filter((value) => value !== null);
    const charged = report.orders.flatMap((order) => order.charged ?? []);

    expect(paid.every((value) => typeof value === 'number')).toBe(true);
    expect(
      sum(
        paid.map((value) => money(value as number, 'CNY')),
        'CNY',
      ),
    ).toEqual(sum(charged, 'CNY'));
  });

  it('keeps headings, id and name in sight, filters everything and prints up to what to do', async () => {
    const parts = zippedTexts(await writeResults(report));
    const names = parts.get('xl/workbook.xml')!.replaceAll('&apos;', "'");

    expect(results.freezePane).toMatchObject({ rows: 1, columns: 2 });
    expect(results.autoFilter?.range).toBe('A1:W301');
    // LibreOffice shows arrows only for a filter that has its hidden name.
    expect(names).toContain(
      `<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="1">'Results'!$A$1:$W$301<`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'Results'!$A$1:$F$301<`,
    );
    expect(results.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape' });
    expect(results.pageSetup?.printTitlesRow).toBe('$1:$1');
  });

  it('fills each outcome with its own colour', () => {
    const fills = new Map(
      report.rows.map(({ outcome }, index) => {
        const fill = cellAt(results, index + 1, headings.indexOf('Outcome'))?.style?.fill;
        return [outcome.outcome, fill?.type === 'pattern' ? fill.fgColor?.rgb : null];
      }),
    );

    expect(new Set(fills.values()).size).toBe(OUTCOMES.length);
    for (const outcome of OUTCOMES) expect(fills.get(outcome)).toContain(OUTCOME_COLOURS[outcome]);
  });

  it('does not give an added column the name of one that the uploader has', async () => {
    const again = await writtenWorkbook(sampleReport(3, { columns: ['id', 'OUTCOME', 'Order '] }));

    expect(sheetOf(again, 'Results').rows[0]).toEqual(
      expect.arrayContaining(['OUTCOME', 'Outcome (result)', 'Order (result)', 'Reason']),
    );
  });
});

describe('the needs action sheet', () => {
  const sheet = sheetOf(workbook, 'Needs action');

  it('lists the rows to look at with the soonest expiry first, those of an order together', () => {
    const expiries = columnOf(sheet, 'Expires (Asia/Shanghai)') as Date[];
    const counted = ['held: price changed', 'not renewable', 'invalid', 'needs review'];
    const expected = report.rows.filter(({ outcome }) => counted.includes(outcome.outcome));

    expect(expiries).toHaveLength(expected.length);
    const orderOf = new Map(
      report.rows.map(({ row, outcome }) => [
        row.resourceId,
        outcome.outcome === 'needs review' ? outcome.order : null,
      ]),
    );
    const orders = columnOf(sheet, 'Resource id').map((id) => orderOf.get(id as string) ?? null);
    // The first row of each group stands where it would stand alone, and its others follow it.
    const firsts = expiries.filter(
      (_, at) => orders[at] === null || orders.indexOf(orders[at]!) === at,
    );
    const runs = orders.filter((order, at) => order !== null && order !== orders[at - 1]);

    expect(firsts).toEqual(firsts.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(runs).toEqual([...new Set(runs)]);
  });

  it('has every step in a line of its own, and of rows of one order only at the first', () => {
    const outcomes = columnOf(sheet, 'Outcome');
    const steps = columnOf(sheet, 'What to do next')
      .map(String)
      .filter((_, at) => outcomes[at] === 'needs review');
    const lines = columnOf(sheet, 'Line').filter((_, at) => outcomes[at] === 'needs review');

    expect(steps[0]!.split('\n').map((step) => step.slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
    ]);
    expect(new Set(steps.slice(1))).toEqual(
      new Set([
        `The same order as line ${String(lines[0])}: the steps that stand there are for this row, too.`,
      ]),
    );
  });

  it('leads from the line to the row among the results', () => {
    const at = sheet.rows[0]!.indexOf('Line');
    const place = cellAt(sheet, 1, at)?.hyperlink?.location ?? '';
    const line = Number(/^'Results'!A(\d+)$/u.exec(place)?.[1]);

    expect(results.rows[line - 1]?.[0]).toBe(sheet.rows[1]?.[0]);
  });

  it('names the line of the quote', () => {
    const ids = columnOf(sheet, 'Resource id');
    const lines = columnOf(sheet, 'Line');
    const lineOf = new Map(report.rows.map(({ row }) => [row.resourceId, row.line]));

    expect(lines).toEqual(ids.map((id) => lineOf.get(id as string)));
  });

  it('is left out when there is nothing to do', async () => {
    const calm = {
      ...report,
      rows: report.rows.filter(({ outcome }) => told(outcome).advice === ''),
    };
    const { sheets } = await writtenWorkbook(calm);

    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Results', 'Totals']);
  });
});

describe('the summary sheet', () => {
  const summary = sheetOf(workbook, 'Summary');
  const texts = textsOf(summary);

  it('says who, what and when, with the zone named', () => {
    expect(texts).toContain('Huawei renewals December 2026 (approved).xlsx');
    expect(texts).toContain('finance-lead@example.com');
    expect(texts).toContain('Wang Fang 王芳, CFO');
    expect(texts).toContain('All times and expiry dates are those of Asia/Shanghai.');
    expect(summary.rows.flat()).toContainEqual(new Date('2026-11-20T10:14:05Z'));
  });

  it('does not call a job done while outcomes are unknown', () => {
    expect(texts.some((text) => text.startsWith('Ended: 173 of 300 rows renewed'))).toBe(true);
    expect(texts.some((text) => text.startsWith('Done'))).toBe(false);
  });

  it('shows a count with a bar and the amounts of each outcome', () => {
    const row = summary.rows.find((each) => each[1] === 'renewed')!;

    expect(row.slice(2, 6)).toEqual([173, 685899.23, 685824.49, 74.74]);
    expect(summary.conditionalRules?.filter(({ type }) => type === 'dataBar')).toHaveLength(8);
  });

  it('tells what is in the file from what is approved in it, and the balance before from the one after', () => {
    const at = summary.rows.findIndex((row) => row.includes('In the file, CNY'));

    expect(summary.rows[at]?.filter((cell) => cell !== null)).toEqual([
      'In the file, CNY',
      'Approved in it',
      'Paid',
      'Saved',
    ]);
    expect(summary.rows[at + 1]?.filter((cell) => cell !== null)).toEqual([
      1227698.13, 1141040.79, 685824.49, 74.74,
    ]);
    expect(summary.rows[at + 3]?.slice(1, 3)).toEqual(['Balance before', 'Balance after']);
    expect(summary.rows[at + 4]?.slice(1, 3)).toEqual([1_000_000, 314175.51]);
  });

  it('tells no balance after a job that was resumed: it may have been topped up for that', async () => {
    const [planned, running, ...ended] = report.history;
    const stood = {
      at: running!.at + 1000,
      event: 'suspended',
      by: 'renewsheet',
      note: null,
    } as const;
    const again = { ...running!, at: stood.at + 60_000 };
    const history = [planned!, running!, stood, again, ...ended];
    const { rows } = sheetOf(await writtenWorkbook({ ...report, history }), 'Summary');
    const at = rows.findIndex((row) => row.includes('Balance before'));

    expect(rows[at]?.includes('Balance after')).toBe(false);
    expect(rows[at + 2]).toContain(
      'Balance after: not known, for the job was resumed, and what was topped up before is not recorded.',
    );
  });

  it('says what a top-up must bring at most, never for rows that cannot be renewed', async () => {
    const interim = await writtenWorkbook({
      ...report,
      status: 'suspended',
      short: { left: money('12000', 'CNY'), missing: money('72.5', 'CNY'), basis: 'suspension' },
      open: { rows: 19, approved: [money('12072.5', 'CNY')] },
    });
    const { rows } = sheetOf(interim, 'Summary');
    const at = rows.findIndex((row) => row.includes('Balance before'));

    expect(rows[at]?.slice(1, 4)).toEqual(['Balance before', 'Balance after', 'Top up, at most']);
    expect(rows[at + 1]?.slice(1, 4)).toEqual([1_000_000, 12_000, 72.5]);
    expect(rows[at - 3]?.[5]).toBe('Open');
    expect(rows[at - 2]?.[5]).toBe(12072.5);
  });

  it('says why an order was cancelled in the sentence of its state', async () => {
    const [order] = report.orders;
    const state = ORDER_STATES.cancelled.en;
    const orders = [{ ...order!, state, note: CANCELLED_FOR['job ended'].en }];
    const texts = textsOf(sheetOf(await writtenWorkbook({ ...report, orders }), 'Summary'));

    expect(texts).toContain('cancelled, nothing paid: the job had ended');
  });

  it('links orders to the console and nothing else', () => {
    const links = [...summary.cells!.values()].flatMap(({ hyperlink }) =>
      hyperlink?.location === undefined ? (hyperlink?.target ?? []) : [],
    );

    expect(links).toHaveLength(4);
    expect(links[0]).toBe('https://console.huaweicloud.com/usercenter/#/order/CS26112002140000');
  });

  it('names the rows that were not counted', () => {
    expect(texts).toContain('Total | 1,412,345.67');
  });

  it('carries title and creator', () => {
    expect(workbook.properties).toMatchObject({ creator: 'renewsheet' });
    expect(workbook.properties?.title).toContain('Huawei renewals');
  });
});

const RENEWED: ReportRow = {
  ...sampleReport(1).rows[0]!,
  outcome: rowOutcome('renewed', reason('renewed'), { order: 'CS1' }),
};

function doubt(resourceId: string, order = 'CS1') {
  return { resourceId, why: reason('audit-order-not-paid', { order }) };
}

/** What stands on the Summary of a job with one renewed row. */
async function linesOf(audit: ResultsReport['audit']): Promise<readonly string[]> {
  const { sheets } = await writtenWorkbook({ ...sampleReport(1), rows: [RENEWED], audit });
  return textsOf(sheets.find(({ name }) => name === 'Summary')!);
}

describe('what the provider confirms after the end', () => {
  it('has a tick', async () => {
    const lines = await linesOf({ confirmed: 1, doubts: [] });

    expect(lines).toContain('Checked with the provider after the end');
    expect(lines).toContain(
      '✓ The provider confirms that 1 row is renewed with one paid order, paid within the approval, and until at least the approved day plus the term.',
    );
    expect(lines).toContain('Done: the only row renewed. Nothing is left to do.');
  });

  it('says of how many rows no charge is told, under the totals too', async () => {
    const lines = await linesOf({ confirmed: 1, uncharged: 1, doubts: [] });

    expect(lines).toContain(
      'The provider tells no charge of 1 row that is renewed until at least the approved day plus the term, so that what was paid could not be compared with the approval.',
    );
    expect(lines.filter((line) => line.startsWith('✓ The provider confirms'))).toEqual([]);
    expect(lines).toContain(
      '1 renewed row has no charge that the provider tells: not in "Paid" and not in "Saved".',
    );
  });

  it('and what it does not is said first, and why, for each order once', async () => {
    const many = Array.from({ length: 7 }, (_, index) => doubt(`r${index}`));
    const lines = await linesOf({ confirmed: 0, doubts: [...many, doubt('r9', 'CS2')] });

    expect(lines).toContain(
      'Ended: the only row renewed. 8 renewed rows could not be confirmed in full at the provider.',
    );
    expect(lines.filter((line) => line.startsWith('✗ Of 8 rows'))).toHaveLength(1);
    expect(lines).toContain(
      'r0, r1, r2, r3, r4 and 2 more: The provider does not show order CS1 as paid.',
    );
    expect(lines).toContain('r9: The provider does not show order CS2 as paid.');
    expect(lines.some((line) => line.startsWith('✓ The provider'))).toBe(false);
  });

  it('or does not is said with the line of the upload', async () => {
    const { resourceId, line } = RENEWED.row;
    const lines = await linesOf({ confirmed: 0, doubts: [doubt(resourceId!)] });

    expect(lines).toContain(
      `Line ${line}, ${resourceId}: The provider does not show order CS1 as paid.`,
    );
  });

  it('is not spoken of where there was nothing to confirm', async () => {
    expect(await linesOf(null)).not.toContain('Checked with the provider after the end');
  });
});

describe('other endings', () => {
  it('says of a file that cannot be read just why', async () => {
    const rejected = await writtenWorkbook({
      ...sampleReport(0, { columns: [], loose: [], orders: [], quoted: null, balance: null }),
      status: 'rejected',
      reason: asTold('The file is protected with a password.'),
    });

    expect(rejected.sheets.map(({ name }) => name)).toEqual(['Summary']);
    expect(textsOf(rejected.sheets[0]!)).toEqual(
      expect.arrayContaining([
        'Rejected: nothing was ordered and nothing was paid.',
        'The file is protected with a password.',
      ]),
    );
  });

  it('moves long lists of orders and uncounted rows to sheets of their own', async () => {
    const orders = Array.from({ length: 40 }, (_, index) => ({
      ...report.orders[0]!,
      id: `CS${index}`,
    }));
    const loose = Array.from({ length: 40 }, (_, line) => ({
      sheet: 'A',
      line,
      text: `note ${line}`,
    }));
    const long = await writtenWorkbook({ ...report, orders, loose });

    expect(columnOf(sheetOf(long, 'Orders'), 'Order')).toEqual(orders.map(({ id }) => id));
    expect(columnOf(sheetOf(long, 'Not counted'), 'What stands there')).toEqual(
      loose.map(({ text }) => text),
    );
  });

  it('keeps currencies apart', async () => {
    const [first, ...rest] = report.rows;
    const dollars = { ...first!, row: { ...first!.row, approved: money('17.5', 'USD') } };
    const mixed = await writtenWorkbook({ ...report, rows: [dollars, ...rest], quoted: null });
    const summary = sheetOf(mixed, 'Summary');

    expect(textsOf(summary)).toContain(
      'Of these, 1 row priced in USD. Currencies are never added together.',
    );
    expect(
      textsOf(summary).some((text) => text.startsWith('✓ USD 17.50 in the file = 17.50')),
    ).toBe(true);
  });
});

it('shows codes of the provider, and none of ours in their place', async () => {
  const sample = sampleReport(2);
  const coded = (code: string) => ({
    ...sample.rows[0]!,
    outcome: { ...sample.rows[0]!.outcome, code },
  });
  const rows = [coded('CBC.99003162'), coded('NO PRICE')];
  const workbook = await writtenWorkbook({ ...sample, rows, quoted: null });

  expect(columnOf(sheetOf(workbook, 'Results'), 'Provider code')).toEqual(['CBC.99003162', null]);
});
