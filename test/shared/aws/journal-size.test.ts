import { expect, test } from 'vitest';
import type { Journal, Part } from '../../../shared/renewal/journal.ts';
import { rowOutcome } from '../../../shared/renewal/outcome.ts';
import {
  EVERY_STATE,
  journalOf,
  journalRow,
  order,
  part,
  usd,
} from '../../support/journal-sample.ts';
import { asTold } from '../../../shared/reasons/reason.ts';

/** What DynamoDB takes for one item, in bytes. */
const MOST = 400 * 1024;

/** The longest provider text that is kept, of characters with three bytes each. */
const TEXT = '续'.repeat(300);
const ADVICE = 'Look at the resource in the console and renew it by hand. '.repeat(3);

function refused(number: number, rows: readonly number[]): Part {
  const refusal = { code: 'CBC.30010001', reason: asTold(TEXT, ADVICE) };
  return part(number, rows, [], { kind: 'refused', at: 1_796_083_199_000, refusal });
}

/** A hundred rows all the way down the ladder, twice ordered singly, with long words on each. */
function largest(): Journal {
  const all = Array.from({ length: 100 }, (_, index) => index);
  const outcome = rowOutcome('not renewable', asTold(TEXT, ADVICE), {
    order: 'CS26120100000000001',
  });
  const price = usd('123456.789');
  const rows = all.map((index) =>
    journalRow(index, { resourceId: 'a'.repeat(64), price, list: price, outcome }),
  );
  const parts = [
    refused(0, all),
    ...all.slice(0, 10).map((ten) => refused(1 + ten, all.slice(10 * ten, 10 * ten + 10))),
    ...all.map((index) => refused(11 + index, [index])),
    ...all.map((index) =>
      part(111 + index, [index], [order(`CS2612010000000${index}`, EVERY_STATE.completed)]),
    ),
  ];
  return journalOf(0, { job: 'largest', rows, parts });
}

test('the largest journal of a chunk fits into an item, or its next intent could not be written', () => {
  // As JSON it is longer than as DynamoDB counts it: names and texts have quotes and commas there.
  expect(Buffer.byteLength(JSON.stringify(largest()))).toBeLessThan(MOST);
});
