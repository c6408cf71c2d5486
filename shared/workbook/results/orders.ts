import { tell } from '../../phrases/phrase.ts';
import { HEADINGS, SHEETS } from '../../phrases/sheet-phrases.ts';
import { ordersShown } from '../../reasons/order-words.ts';
import { orderLink } from '../sheet/link.ts';
import type { ReportOrder, ResultsReport } from './results-report.ts';
import type { SheetBook } from '../sheet/book.ts';
import type { SheetColumn } from '../sheet/columns.ts';
import { moneyCells } from '../sheet/money.ts';
import { LINK_LIMIT } from '../sheet/row-link.ts';
import { PAGE_COLOURS } from '../sheet/palette.ts';
import { style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const border = UNDERLINED;
const TEXT = style({ border, wrap: true });
const NUMBER = style({ border, align: 'right', indent: 1 });
const LINK = style({ border, ink: PAGE_COLOURS.link, underline: true });

function columns(report: ResultsReport): readonly SheetColumn<ReportOrder>[] {
  const { currency, language } = report;
  const money = moneyCells({ border, indent: 1 }, currency);
  const orderUrl = report.orders.length > LINK_LIMIT ? null : report.orderUrl;
  const all: readonly Omit<SheetColumn<ReportOrder>, 'origin'>[] = [
    {
      heading: HEADINGS.order[language],
      width: 28,
      cell: ({ id }) => {
        const link = orderLink(orderUrl, id);
        return { value: ordersShown(id, language), style: link === null ? TEXT : LINK, link };
      },
    },
    {
      heading: HEADINGS.state[language],
      width: 34,
      cell: ({ state }) => ({ value: state, style: TEXT }),
    },
    {
      heading: HEADINGS.rows[language],
      width: 10,
      align: 'right',
      cell: ({ rows }) => ({ value: rows, style: NUMBER }),
    },
    {
      heading: tell(HEADINGS.amountIn, language, { currency }),
      width: 18,
      align: 'right',
      cell: ({ amount }) => money(amount),
    },
    {
      heading: tell(HEADINGS.chargedIn, language, { currency }),
      width: 18,
      align: 'right',
      cell: ({ charged }) => money(charged),
    },
    {
      heading: HEADINGS.note[language],
      width: 60,
      cell: ({ note }) => ({ value: note, style: TEXT }),
    },
  ];
  return all.map((column) => ({ ...column, origin: 'added' }));
}

/** Writes all orders on a sheet of their own, for jobs with more than the Summary sheet can show. */
export async function writeOrders(book: SheetBook, report: ResultsReport): Promise<void> {
  const name = SHEETS.orders[book.language];
  await writeTable(book, name, PAGE_COLOURS.link, columns(report), report.orders);
}
