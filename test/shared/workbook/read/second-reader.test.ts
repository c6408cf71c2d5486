import { expect, it } from 'vitest';
import { sampleQuote } from '../../../../infra/cli/sample/huawei/sample-quote.ts';
import { readTables } from '../../../../shared/workbook/read/tables.ts';
import { DAMAGED } from '../../../samples/quotes/damaged.ts';
import { GOOD } from '../../../samples/quotes/good.ts';
import type { Sample } from '../../../samples/quotes/sample.ts';
import { ODD } from '../../../samples/quotes/texts.ts';
import { differencesOver, readElsewhere } from './second-reader.ts';

const OWN: Sample = {
  name: 'of our own writing',
  file: 'quote.xlsx',
  bytes: async () => await sampleQuote(Date.UTC(2026, 11, 1)),
  expected: [],
};

/** What SheetJS does not find in a sample, or finds otherwise than the standard says. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['with a blank in a part name', 'percent signs in targets are not understood'],
  ['with a target over a corner', 'a target is not resolved'],
  ['in UTF-16 with the high byte first', 'the other order of bytes is not read'],
  ['in UTF-16 without a mark', 'UTF-16 is known by its mark only'],
  ['in an encoding that it declares', 'every part is taken for UTF-8'],
  ['with line ends inside its tags', 'attributes are looked for behind a blank'],
  ['with a comment inside a value', 'a comment is taken for a part of the number'],
  ['without a list of content types', 'it is refused'],
  ['with codes for characters in a name', 'two line ends are made one'],
  ['with a number of a text that is not there', 'the sheet is dropped'],
  ['with a shared text but no list of them', 'the sheet is dropped'],
  ['with a shared text of no number', 'the sheet is dropped'],
  ['with nothing but damage in a row', 'the sheet is dropped'],
  ['with an error where the sheet says approved', 'the sheet is dropped'],
]);

it.each(
  [...GOOD, ...ODD, ...DAMAGED, OWN]
    .filter(({ file }) => !file.endsWith('.csv'))
    .map((sample) => [sample.name, sample] as const),
)('another reader finds the same in every cell of a workbook %s', async (name, { file, bytes }) => {
  const made = await bytes();
  const reading = await readTables({ name: file, bytes: made }, 1000);
  const book = readElsewhere(made);
  const tables = reading.kind === 'tables' ? reading.tables : [];

  const found =
    book === null
      ? tables.map(({ name: sheet }) => `${sheet} is refused`)
      : tables.flatMap((table) => differencesOver(table, book));

  // What is known of the other reader must still be so, or the list is out of date.
  expect(ELSEWHERE.has(name) ? found.slice(0, 1).map(() => 'known') : found).toEqual(
    ELSEWHERE.has(name) ? ['known'] : [],
  );
});
