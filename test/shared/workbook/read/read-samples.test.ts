import { describe, expect, it } from 'vitest';
import type { QuoteRow } from '../../../../shared/jobs/quote.ts';
import { termText } from '../../../../shared/values/term.ts';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { AMOUNTS } from '../../../samples/quotes/amounts.ts';
import { CLERK } from '../../../samples/quotes/clerk.ts';
import { DECISIONS } from '../../../samples/quotes/decisions.ts';
import { DETAILS } from '../../../samples/quotes/details.ts';
import { csvOf, type TextSample } from '../../../samples/quotes/text-sample.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { told, wordsOf } from '../../../support/told.ts';

function becameOf(row: QuoteRow, expected: string): string {
  const [, words = ''] = /^(?:no|invalid): (.+)$/u.exec(expected) ?? [];
  if (row.verdict !== null) {
    const { reason } = told(row.verdict);
    const outcome = row.verdict.outcome === 'not approved' ? 'no' : row.verdict.outcome;
    // What is expected of the sentence stands in it, or the whole sentence is shown.
    if (words === '') return outcome;
    return reason.toLowerCase().includes(words.toLowerCase()) ? `${outcome}: ${words}` : reason;
  }
  const pay = `pay ${Number(row.approved!.amount)}`;
  if (expected.includes(' for ')) return `${pay} for ${termText(row.term!)}`;
  return expected.includes(' until ') ? `${pay} until ${row.expiry!.day}` : pay;
}

async function became([, quote, expected, account]: TextSample): Promise<string | string[]> {
  const reading = await readQuote(
    { name: 'quote.csv', bytes: csvOf(quote) },
    testAccount(account),
    HUAWEI,
  );
  if (reading.kind === 'quote') {
    return reading.quote.rows.map((row, at) => becameOf(row, String(expected[at])));
  }
  const sentence = wordsOf(reading.reason);
  const words = typeof expected === 'string' ? expected.replace('refused: ', '') : '';
  return words !== '' && sentence.includes(words) ? `refused: ${words}` : sentence;
}

describe.each([
  ['decisions', DECISIONS],
  ['amounts', AMOUNTS],
  ['details', DETAILS],
  ['all at once', CLERK],
])('samples of %s', (_, samples) => {
  it.each(samples)('%s', async (...sample) => {
    expect(await became(sample as unknown as TextSample)).toEqual(sample[2]);
  });
});
