import { describe, expect, it } from 'vitest';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import type { QuoteRow } from '../../../../shared/jobs/quote.ts';
import { plus } from '../../../../shared/values/money.ts';
import type { AgainRow } from '../../../../shared/workbook/again/again-row.ts';
import { writeRetry } from '../../../../shared/workbook/again/write-retry.ts';
import { knownNames } from '../../../../shared/workbook/read/heading-key.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { GOOD } from '../../../samples/quotes/good.ts';
import type { Sample } from '../../../samples/quotes/sample.ts';
import { ODD, TEXTS } from '../../../samples/quotes/texts.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { seeded } from '../../../support/seeded.ts';
import { sampleReport } from '../results/results-sample.ts';
import { readBack } from './handing-back.ts';

const SEED = 20_261_130;
const account = testAccount();

/** Some of the rows, a third of them dearer by a price of their own. */
function someOf(rows: readonly QuoteRow[], name: string): readonly AgainRow[] {
  const { chance } = seeded(SEED + name.length);
  return rows
    .filter(({ verdict }) => verdict === null)
    .filter((_, at) => at === 0 || chance(0.5))
    .map((row) =>
      chance(0.3)
        ? { row, price: plus(row.approved!, row.approved!), approved: false }
        : { row, price: null, approved: true },
    );
}

/** Hands some rows of a sample back; null where it has none that could be paid. */
async function handedBack({ name, file, bytes }: Sample): Promise<number | null> {
  const reading = await readQuote({ name: file, bytes: await bytes() }, account, HUAWEI);
  if (reading.kind === 'rejected') return null;
  const rows = someOf(reading.quote.rows, name);
  if (rows.length === 0) return null;
  const report = {
    ...sampleReport(0),
    columns: reading.quote.columns,
    currency: account.currency,
    expiryZone: account.expiryZone,
  };
  const written = await writeRetry(report, rows, knownNames(account.headings), readBack);
  const read = await readBack(written);
  return read.kind === 'quote' ? read.quote.rows.length - rows.length : -1;
}

// Every layout that the reader knows: whatever its columns are, some of its rows can be handed back.
describe.each(Object.entries({ GOOD, ODD, TEXTS }))(`samples "%s" (seed ${SEED})`, (_, samples) => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('%s', async (__, sample) => {
    expect((await handedBack(sample)) ?? 0).toBe(0);
  });
});

it('most samples have rows to hand back, or the tests above would prove little', async () => {
  const all = [...GOOD, ...ODD, ...TEXTS];
  const counts = await Promise.all(all.map(handedBack));

  expect(counts.filter((count) => count !== null).length * 2).toBeGreaterThan(all.length);
});
