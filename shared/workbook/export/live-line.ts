import type { Worksheet } from 'exceljs';
import { compare, type Money, zero } from '../../values/money.ts';
import { LIVE_LABEL } from '../read/own-lines.ts';
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
}

const { fill, ink } = TONES.neutral;
const LABEL = style({ fill, ink, bold: true, middle: true, indent: 1 });

function figure(format: string) {
  return style({ fill, ink, bold: true, middle: true, align: 'left', indent: 1, format });
}

/** The words by which a row counts as approved: those of the drop-down. */
const YES = 'yes';

/**
 * Writes what is approved so far above the headings: rows, their sum and what it leaves of the balance
 * (null: not known). The only formulas that we write: made of letters and numbers of ours alone, with
 * their results saved, so that programs which do not calculate show them, too.
 */
export function writeLiveLine(
  sheet: Worksheet,
  range: LiveRange,
  balance: Money | null,
  currency: string,
): void {
  const { from, to, price, approved } = range;
  const none = zero(currency);
  const yes = `$${approved}$${from}:$${approved}$${to}`;
  const sum = `SUMIF(${yes},"${YES}",$${price}$${from}:$${price}$${to})`;
  const row = sheet.getRow(1);
  row.height = 24;
  const label = row.getCell(1);
  label.value = `${LIVE_LABEL} (${currency})`;
  label.style = LABEL;
  const rows = row.getCell(2);
  rows.value = { formula: `COUNTIF(${yes},"${YES}")`, result: 0 };
  rows.style = figure('#,##0" rows";;"0 rows"');
  const amount = row.getCell(3);
  amount.value = { formula: sum, result: 0 };
  amount.style = figure(moneyFormat(none));
  if (balance === null || balance.currency !== currency) return;
  const left = moneyValue(balance);
  if (typeof left === 'string') return;
  // Over note and expiry: a number without room is shown as ####.
  const rest = row.getCell(6);
  sheet.mergeCells(1, 6, 1, 7);
  rest.value = { formula: `${left}-${sum}`, result: left };
  const shown = moneyFormat(compare(balance, none) === 0 ? none : balance);
  rest.style = figure(`"Left of the balance: "${shown};[Red]"Lacking: "${shown}`);
}
