import { expect, test } from 'vitest';
import type { ReportRow } from '../../../../shared/workbook/results/results-report.ts';
import { writeResults } from '../../../../shared/workbook/results/write-results.ts';
import { money } from '../../../../shared/values/money.ts';
import { quoteOf } from '../read/reading.ts';
import { SAMPLE_COLUMNS, sampleReport } from './results-sample.ts';

const columns = SAMPLE_COLUMNS.map((one) => (one === 'Price (CNY)' ? 'Approved price' : one));
const report = sampleReport(120, { columns });
const held = ({ row, outcome }: ReportRow): ReportRow => ({
  row,
  outcome,
  price: outcome.outcome === 'held: price changed' ? money('9999', 'CNY') : null,
});

test('results that are dropped again are read as the file they are about', async () => {
  const rows = report.rows.map(held);
  const bytes = await writeResults({ ...report, rows });
  const read = await quoteOf(bytes, { currency: 'CNY' });

  expect(read.rows.map(({ resourceId }) => resourceId)).toEqual(
    rows.map(({ row }) => row.resourceId),
  );
  expect(read.rows.map(({ name }) => name)).toEqual(rows.map(({ row }) => row.name));
  expect(read.rows.map(({ approved }) => approved)).toEqual(rows.map(({ row }) => row.approved));
  expect(read.rows.map(({ expiry }) => expiry)).toEqual(rows.map(({ row }) => row.expiry));
  expect(read.columns).toEqual(expect.arrayContaining(columns));
});
