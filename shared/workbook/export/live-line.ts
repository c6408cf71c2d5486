import { tell } from '../../phrases/phrase.ts';
import { FORM } from '../../phrases/sheet-phrases.ts';
import type { Language } from '../../reasons/entry.ts';
import type { Worksheet } from 'exceljs';
import { compare, minus, type Money, zero } from '../../values/money.ts';
import { moneyFormat, moneyValue } from '../sheet/number.ts';
import { TONES } from '../sheet/palette.ts';
import { style } from '../sheet/styles.ts';

/** Where the cells of the quote stand that the live line counts. */
export interface LiveRange {
  /** The first and the last line of the rows. */
  readonly from: number;
  readonly to: number;
  /** Letters of the columns with the prices to approve and with the approvals. */
  readonly price: string;
  readonly approved: string;
  /** The word by which a row counts as approved, letters alone. */
  readonly yes: string;
}

/** What is approved in the file as it is written. */
export interface ApprovedSoFar {
  readonly rows: number;
  readonly sum: Money;
}

const { fill, ink } = TONES.neutral;
const LABEL = style({ fill, ink, bold: true, middle: true, indent: 1 });

function figure(format: string) {
  return style({ fill, ink, bold: true, middle: true, align: 'left', indent: 1, format });
}

/**
 * Writes what is approved so far above the headings: rows, their sum and what it leaves of the balance
 * (null: not known). The only formulas that we write: made of letters and numbers of ours alone, with
 * their results saved, so that programs which do not calculate show them, too.
 */
export function writeLiveLine(
  sheet: Worksheet,
  range: LiveRange,
  { rows, sum }: ApprovedSoFar,
  balance: Money | null,
  language: Language,
): void {
  const { from, to, price, approved, yes } = range;
  const { currency } = sum;
  const none = zero(currency);
  const answers = `$${approved}$${from}:$${approved}$${to}`;
  const total = `SUMIF(${answers},"${yes}",$${price}$${from}:$${price}$${to})`;
  const row = sheet.getRow(1);
  row.height = 24;
  const label = row.getCell(1);
  label.value = tell(FORM.soFar, language, { currency });
  label.style = LABEL;
  const count = row.getCell(2);
  count.value = { formula: `COUNTIF(${answers},"${yes}")`, result: rows };
  count.style = figure(FORM.soFarRows[language]);
  const amount = row.getCell(3);
  amount.value = { formula: total, result: savedResult(sum) };
  amount.style = figure(moneyFormat(none));
  if (balance === null || balance.currency !== currency) return;
  const left = moneyValue(balance);
  if (typeof left === 'string') return;
  // Over note and expiry: a number without room is shown as ####.
  const rest = row.getCell(6);
  sheet.mergeCells(1, 6, 1, 7);
  rest.value = { formula: `${left}-${total}`, result: savedResult(minus(balance, sum)) };
  const shown = moneyFormat(compare(balance, none) === 0 ? none : balance);
  rest.style = figure(tell(FORM.left, language, { format: shown }));
}

function savedResult(amount: Money): number {
  return Number(moneyValue(amount));
}
