import type { Cell } from '../../jobs/quote.ts';
import { type Reason, reason } from '../../reasons/reason.ts';
import { readAnswer } from './approval.ts';
import { plainText } from './characters.ts';
import { currenciesMeant } from './currency-words.ts';
import { shortened } from './field.ts';
import { headingMeaning, type KnownNames } from './heading-key.ts';
import { takesAllBack } from './notes-and-titles.ts';
import { readQualifiers } from './qualifiers.ts';
import { cellText, type SheetRow } from './sheet-table.ts';
import { readTermText } from './term-cell.ts';

/** What lines beside a table say of all of its rows. */
export interface Statements {
  /** Why the file is refused for it, naming the line. */
  readonly refused: Reason | null;
  /** A line that says no, or nothing yet, to all rows. */
  readonly against: string | null;
}

/** What of it the table says by columns of its own, which then need no line. */
export interface SaidByColumns {
  readonly term: boolean;
  readonly approval: boolean;
}

const LABEL = /^([^:]{1,40}?) ?: ?(.*)$/u;
const CURRENCY_LABEL =
  /^(?:currency|ccy|curr|币种|货币|币别|结算币种|货币单位|价格单位|金额单位|单位)$/iu;
const ENGLISH_MONEY =
  /\b(?:prices?|amounts?|figures?|values?|costs?|fees?|sums?)\b[^.]{0,30}?\b(?:in|as)\b ([^.,;]{1,24})/iu;
const CHINESE_MONEY =
  /(?:价格?|金额|报价|费用|币种|单位)[^。]{0,8}?(?:均?为|以|按|单位|:) ?([^。,，;]{1,10})/u;

interface Said {
  readonly label: string;
  readonly value: Cell;
}

/** "Label: value" in one cell, or a label in a cell and its value in the next one. */
function labelled(row: SheetRow): Said[] {
  const cells = row.cells.filter((cell) => cell.kind !== 'empty' && cellText(cell) !== '');
  const said: Said[] = [];
  // More cells are a line of a table, such as its headings said again.
  if (cells.length > 4) return said;
  for (const [at, cell] of cells.entries()) {
    if (cell.kind !== 'text' || cell.text.length > 200) continue;
    const text = plainText(cell.text).normalize('NFKC');
    const found = LABEL.exec(text);
    const next = cells[at + 1] ?? { kind: 'empty' };
    if (found === null) {
      if (next.kind !== 'empty') said.push({ label: text, value: next });
      continue;
    }
    const inside = found[2]!.trim();
    said.push({ label: found[1]!, value: inside === '' ? next : { kind: 'text', text: inside } });
  }
  return said;
}

/** The currency or multiple in some words: "RMB unless noted", "thousands of USD"; null: none. */
function unitIn(words: string): { codes: readonly string[] | null; scale: string | null } | null {
  const tokens = words.split(/[\s/()]+/u).filter((token) => token !== '');
  const whole = readQualifiers([words]);
  if (whole.scale !== null) return { codes: null, scale: whole.scale };
  for (const phrase of [words, ...tokens]) {
    const codes =
      currenciesMeant(phrase) ??
      (/^(?:rmb|usd|cny|eur|hkd|sgd)$/iu.test(phrase)
        ? currenciesMeant(phrase.toUpperCase())
        : null);
    if (codes !== null) return { codes, scale: null };
    const { scale } = readQualifiers([phrase]);
    if (scale !== null && !/^\d/u.test(phrase)) return { codes: null, scale };
  }
  return null;
}

function moneySaid(row: SheetRow): string[] {
  return row.cells.flatMap((cell) => {
    if (cell.kind !== 'text' || cell.text.length > 500) return [];
    const text = plainText(cell.text).normalize('NFKC');
    return [ENGLISH_MONEY.exec(text)?.[1], CHINESE_MONEY.exec(text)?.[1]].filter(
      (found) => found !== undefined,
    );
  });
}

function lineText(row: SheetRow): string {
  return shortened(
    row.cells
      .map(cellText)
      .filter((text) => text !== '')
      .join(' '),
  );
}

/** Why a line about money refuses the file: it names another unit than the account's currency. */
function moneyProblem(row: SheetRow, sheet: string, currency: string): Reason | null {
  const labels = labelled(row).filter(({ label }) => CURRENCY_LABEL.test(label));
  const texts = [...labels.map(({ value }) => plainText(cellText(value))), ...moneySaid(row)];
  for (const text of texts) {
    const unit = unitIn(text);
    if (unit === null || unit.codes?.includes(currency) === true) continue;
    return reason('line-in-other-unit', {
      sheet,
      line: String(row.line),
      text: lineText(row),
      currency,
    });
  }
  return null;
}

/**
 * Reads the lines beside a table for what they say of all of its rows: a currency, a term or a
 * decision. What is said there and not understood refuses the file rather than being dropped.
 */
export function readStatements(
  rows: Iterable<SheetRow>,
  sheet: string,
  said: SaidByColumns,
  currency: string,
  known: KnownNames,
): Statements {
  let refused: Reason | null = null;
  let against: string | null = null;
  for (const row of rows) {
    refused ??= moneyProblem(row, sheet, currency);
    const back = row.cells.find(
      (cell) => cell.kind === 'text' && takesAllBack(cell.text, said.approval),
    );
    if (back !== undefined) against ??= shortened(cellText(back));
    for (const { label, value } of labelled(row)) {
      const meaning = headingMeaning(label, known)?.meaning;
      const line = { sheet, line: String(row.line), text: lineText(row) };
      if (meaning === 'term' && !said.term && readTermText(cellText(value)).kind !== 'unreadable') {
        refused ??= reason('line-says-term', line);
      }
      if (meaning !== 'approved') continue;
      const answer = readAnswer(value);
      if (answer.kind === 'no' || answer.kind === 'open') against ??= line.text;
      else if (!said.approval && answer.kind === 'blank') against ??= line.text;
      else if (!said.approval && answer.kind === 'unknown')
        refused ??= reason('line-says-decision', line);
    }
  }
  return { refused, against };
}
