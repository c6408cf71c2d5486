import { say } from '../../reasons/say.ts';
import { minus, type Money } from '../../values/money.ts';
import type { CheckReport, CheckReportRow } from './check-report.ts';
import type { SheetBook } from '../sheet/book.ts';
import { type SheetColumn, uploaderColumns } from '../sheet/columns.ts';
import { instantDate, TIME_FORMAT } from '../sheet/date.ts';
import { moneyCells } from '../sheet/money.ts';
import { PAGE_COLOURS, TONES } from '../sheet/palette.ts';
import { EDGED, outcomeStyles, style, UNDERLINED } from '../sheet/styles.ts';
import { writeTable } from '../sheet/table.ts';

const fill = PAGE_COLOURS.tint;
const TEXT = style({ fill, border: UNDERLINED });
const WRAPPED = style({ fill, border: UNDERLINED, wrap: true });
const DATE = style({ fill, border: UNDERLINED, format: TIME_FORMAT, align: 'left' });
const OUTCOME = outcomeStyles(EDGED);

type Added = Omit<SheetColumn<CheckReportRow>, 'origin'>;

/** Today's price less the approved one: above zero it is dearer; null where either is not known. */
function difference({ row, price }: CheckReportRow): Money | null {
  if (row.approved === null || price === null) return null;
  return row.approved.currency === price.currency ? minus(price, row.approved) : null;
}

function text(heading: string, width: number, of: (row: CheckReportRow) => string | null): Added {
  return {
    heading,
    width,
    cell: (row) => ({ value: of(row) === '' ? null : of(row), style: width > 30 ? WRAPPED : TEXT }),
  };
}

function moneyColumns(currency: string): readonly Added[] {
  const price = moneyCells({ fill, border: UNDERLINED, indent: 1 }, currency);
  const same = moneyCells({ fill, border: UNDERLINED, indent: 1 }, currency, 'as a dash');
  const dearer = moneyCells({ ...TONES.bad, border: UNDERLINED, indent: 1 }, currency);
  const cheaper = moneyCells({ ...TONES.good, border: UNDERLINED, indent: 1 }, currency);
  return [
    {
      heading: `Price now (${currency})`,
      width: 16,
      align: 'right',
      cell: (row) => price(row.price),
    },
    {
      heading: `Dearer by (${currency})`,
      width: 16,
      align: 'right',
      cell: (row) => {
        const by = difference(row);
        if (by === null || Number(by.amount) === 0) return same(by);
        return by.amount.startsWith('-') ? cheaper(by) : dearer(by);
      },
    },
  ];
}

function addedColumns({ currency, expiryZone }: CheckReport): readonly Added[] {
  return [
    {
      heading: 'Expected outcome',
      width: 21,
      cell: ({ outcome }) => ({ value: outcome.outcome, style: OUTCOME[outcome.outcome] }),
    },
    ...moneyColumns(currency),
    {
      heading: `Expiry now (${expiryZone})`,
      width: 21,
      cell: ({ expiry }) => ({
        value: expiry === null ? null : instantDate(expiry, expiryZone),
        style: DATE,
      }),
    },
    text('Provider code', 16, ({ outcome }) => outcome.code),
    text('Reason', 48, ({ outcome }) => say(outcome.reason, 'en').reason),
    text('What to do next', 42, ({ outcome }) => say(outcome.reason, 'en').advice),
  ];
}

/** A heading that none of the uploader's columns has. */
function free(heading: string, taken: ReadonlySet<string>): string {
  return taken.has(heading.toLowerCase()) ? `${heading} (dry run)` : heading;
}

/**
 * Writes the Results sheet of a dry run: the uploader's columns in their order, then what would
 * become of each row, with today's price against the approved one.
 */
export async function writeCheckRows(book: SheetBook, report: CheckReport): Promise<void> {
  const own = uploaderColumns(report.columns, report.rows, ({ row }) => row.cells);
  const taken = new Set(own.map(({ heading }) => heading.trim().toLowerCase()));
  const added = addedColumns(report).map((column) => ({
    ...column,
    heading: free(column.heading, taken),
    origin: 'added' as const,
  }));
  await writeTable(book, 'Results', PAGE_COLOURS.navy, [...own, ...added], report.rows);
}
