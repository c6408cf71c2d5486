import { describe, expect, it } from 'vitest';
import { HUAWEI } from '../../../../shared/providers/huawei/traits.ts';
import { readQuote } from '../../../../shared/workbook/read/read-quote.ts';
import { DAMAGED } from '../../../samples/quotes/damaged.ts';
import { GOOD } from '../../../samples/quotes/good.ts';
import { HOSTILE } from '../../../samples/quotes/hostile.ts';
import { outcomeOf, type Sample } from '../../../samples/quotes/sample.ts';
import { ODD, TEXTS } from '../../../samples/quotes/texts.ts';
import { testAccount } from '../../../support/quote-rows.ts';

const KINDS: Readonly<Record<string, readonly Sample[]>> = {
  'a good workbook': GOOD,
  'an odd workbook': ODD,
  'a damaged file': DAMAGED,
  'a hostile file': HOSTILE,
  'a text file': TEXTS,
};

/** What was made of a sample, in the words of the table. */
async function made({ file, bytes }: Sample): Promise<Pick<Sample, 'expected' | 'unread'>> {
  const reading = await readQuote({ name: file, bytes: await bytes() }, testAccount(), HUAWEI);
  if (reading.kind === 'rejected') return { expected: { refused: reading.reason.id } };
  const { rows, unread = [] } = reading.quote;
  return { expected: rows.map(outcomeOf), unread: unread.map(({ sheet }) => sheet) };
}

describe.each(Object.entries(KINDS))('%s', (_, samples) => {
  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s comes out as a careful clerk expects',
    async (__, sample) => {
      const { expected, unread } = await made(sample);

      expect(expected).toEqual(sample.expected);
      expect(unread ?? []).toEqual(sample.unread ?? []);
    },
  );
});
