import { tell } from '../../phrases/phrase.ts';
import { FORM, HEADINGS } from '../../phrases/sheet-phrases.ts';
import { termWords } from '../../phrases/survey-phrases.ts';
import { wallText } from '../../values/wall-time.ts';
import { headingMeaning } from '../read/heading-key.ts';
import type { Meaning } from '../read/headings.ts';
import { type AddedColumn, asAdded } from '../results/row-columns.ts';
import { uploaderColumns } from '../sheet/columns.ts';
import { wallDate, wallFormat } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { type AgainRow, type AgainRows, priceOf } from './again-row.ts';
import { approvalColumn } from './approval-column.ts';
import { changeColumns, changeHeadings } from './change-columns.ts';
import type { Form } from './form.ts';
import { openColumn, openedColumns } from './open-columns.ts';
import { SAID_ONCE } from './one-column-each.ts';

const border = UNDERLINED;
const TEXT = style({ border });

/** What decides about a renewal: said here by columns of our own, and by no other. */
const DECIDING: ReadonlySet<Meaning> = new Set([...SAID_ONCE, 'unit']);

function text(
  heading: string,
  width: number,
  of: (row: AgainRow) => string | null,
): AddedColumn<AgainRow> {
  return { heading, width, cell: (row) => ({ value: of(row), style: TEXT }) };
}

function expiry({ zone, language }: AgainRows): AddedColumn<AgainRow> {
  return {
    heading: tell(HEADINGS.expires, language, { zone }),
    width: 21,
    cell: ({ row: { expiry: at } }) => {
      if (at === null) return { value: null, style: TEXT };
      const look = style({ border, format: wallFormat(at), align: 'left' });
      return { value: wallDate(at.day, at.time) ?? wallText(at), style: look };
    },
  };
}

/** The columns that decide, as an exported quote has them, with what was read of each row. */
function deciding(again: AgainRows): readonly AddedColumn<AgainRow>[] {
  const { rows, currency, language } = again;
  const price = moneyCells({ border, indent: 1, bold: true }, currency);
  return [
    text(HEADINGS.resourceId[language], 38, ({ row }) => row.resourceId),
    text(HEADINGS.resourceName[language], 22, ({ row }) => row.name),
    {
      heading: tell(HEADINGS.priceToApprove, language, { currency }),
      width: 17,
      align: 'right',
      cell: (row) => price(priceOf(row)),
    },
    approvalColumn(language),
    ...changeColumns(rows, currency, language),
    text(HEADINGS.duration[language], 12, ({ row }) =>
      row.term === null ? null : termWords(row.term, language),
    ),
    expiry(again),
  ];
}

/**
 * Lays rows out under the headings of an exported quote, for files whose own columns would be read
 * as something else where only some of their rows stand. `others`: with the uploader's columns that
 * decide nothing, or without any.
 */
export function plainForm<Row extends AgainRow>(
  again: AgainRows<Row>,
  others: 'with others' | 'alone',
  first: readonly AddedColumn<Row>[] = [],
): Form<Row> {
  const { headings, rows, known, currency, language } = again;
  const own = deciding(again);
  const ours = new Set([
    ...own.map(({ heading }) => heading.toLowerCase()),
    ...changeHeadings(currency).map((heading) => heading.toLowerCase()),
    ...first.map(({ heading }) => heading.toLowerCase()),
  ]);
  const kept = headings.flatMap((heading, at) => {
    const meaning = headingMeaning(heading, known)?.meaning ?? 'ignored';
    const isOurs = ours.has(heading.trim().toLowerCase());
    return meaning !== 'ignored' && DECIDING.has(meaning) ? [] : isOurs ? [] : [at];
  });
  const free = uploaderColumns(headings, rows, ({ row }) => row.cells);
  const shown = others === 'alone' ? [] : kept.map((at) => free[at]!);
  const more = openedColumns(shown, known);
  const from = first.length;
  const price = from + 2;
  const added = asAdded<Row>([...first, ...own], more, 'again', language).map((column, at) =>
    at === price ? openColumn(column, 'empty') : column,
  );
  const columns = [...openedColumns(added, known), ...more];
  return {
    columns,
    pinned: from + 2,
    printed: from + own.length,
    price,
    approvals: [from + 3],
    yes: FORM.yes[language],
  };
}
