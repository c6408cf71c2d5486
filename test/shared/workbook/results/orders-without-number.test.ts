import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { textsOf, zippedTexts } from './results-parts.ts';
import { sampleReport } from './results-sample.ts';

const NAMES = ['request:4734-AA/swas-1', '473469c7-aa6f-4dc5-b3db-a3dc0de3c83e'] as const;

/** A report whose orders are a call without an order's number and a task, so often. */
function reportOf(times: number) {
  const report = sampleReport(12);
  const [order] = report.orders;
  const orders = Array.from({ length: times }, (_, at) => ({ ...order!, id: NAMES[at % 2]! }));
  const rows = report.rows.map((each, at) => ({
    ...each,
    outcome: { ...each.outcome, order: NAMES[at % 2]! },
  }));
  return { ...report, orders, rows };
}

test.each([
  ['on the Summary', 2],
  ['on the sheet Orders', 20],
])('what has no number is called that, and leads nowhere, %s', async (_, times) => {
  const bytes = await writeResults(reportOf(times));
  const texts = (await readXlsx(bytes)).sheets.flatMap(textsOf);

  expect(texts.filter((text) => text.includes('request:'))).toEqual([]);
  expect(texts).toContain('(no number: request id 4734-AA)');
  expect(texts).toContain(`task ${NAMES[1]}`);
  expect([...zippedTexts(bytes).values()].join('')).not.toContain('usercenter');
});
